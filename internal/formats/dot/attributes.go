package dot

import (
	"slices"
	"strings"

	"example.org/graphgen/internal/dotfile"
)

// decision is what an import does with an attribute of DOT.
type decision int

const (
	told     decision = iota // left out, and told as a loss
	honoured                 // taken for what it means
	look                     // says only how something looks, or where it stands, or is for programs
)

// attributes has a decision for each attribute of Graphviz
// (https://graphviz.org/doc/info/attrs.html), and for what graphgen itself writes. What is in none
// of the two is of somebody's own, and told.
var attributes = decided(map[decision]string{
	honoured: `label xlabel headlabel taillabel charset cluster clusterrank dir arrowhead arrowtail arrowsize
		URL href class group type caveat`,
	// What they say a reader of the drawing may need, and a case has no place for.
	told: `comment tooltip edgetooltip headtooltip labeltooltip tailtooltip
		edgeURL edgehref headURL headhref labelURL labelhref tailURL tailhref
		image shapefile concentrate _background lhead ltail headport tailport layer layers layerselect weight`,
	look: `area Damping K TBbalance bb beautify bgcolor center color colorscheme compound constraint decorate
		defaultdist dim dimen diredgeconstraints distortion dpi edgetarget epsilon esep fillcolor fixedsize fontcolor fontname
		fontnames fontpath fontsize forcelabels gradientangle head_lp headclip headtarget height id imagepath imagepos
		imagescale inputscale key label_scheme labelangle labeldistance labelfloat labelfontcolor labelfontname labelfontsize
		labeljust labelloc labeltarget landscape layerlistsep layersep layout len levels levelsgap lheight linelength lp
		lwidth margin maxiter mclimit mindist minlen mode model newrank nodesep nojustify normalize notranslate nslimit
		nslimit1 oneblock ordering orientation outputorder overlap overlap_scaling overlap_shrink pack packmode pad page
		pagedir pencolor penwidth peripheries pin pos quadtree quantum radius rank rankdir ranksep ratio rects regular
		remincross repulsiveforce resolution root rotate rotation samehead sametail samplepoints scale searchsize sep shape
		showboxes sides size skew smoothing sortv splines start style stylesheet tail_lp tailclip tailtarget target
		truecolor vertices viewport voro_margin width xdotversion xlp z
		_draw_ _ldraw_ _hdraw_ _tdraw_ _hldraw_ _tldraw_ xdotversion original lang reading`,
})

// onlyOf are attributes that are honoured of some things alone. Of others they are told.
var onlyOf = map[string][]dotfile.Kind{
	"URL": {dotfile.OfNode}, "href": {dotfile.OfNode}, "group": {dotfile.OfNode},
	"type": {dotfile.OfNode, dotfile.OfEdge}, "class": {dotfile.OfNode, dotfile.OfEdge}, "caveat": {dotfile.OfEdge},
}

func decided(lists map[decision]string) map[string]decision {
	all := map[string]decision{}
	for d, names := range lists {
		for name := range strings.FieldsSeq(names) {
			all[name] = d
		}
	}
	return all
}

// isTold tells whether what an attribute says is left out of the case, and so is told.
func isTold(kind dotfile.Kind, name, value string) bool {
	if value == "" {
		return false
	}
	switch name {
	case "style": // broken lines often say how sure something is
		return kind == dotfile.OfEdge && (strings.Contains(value, "dashed") || strings.Contains(value, "dotted"))
	case "id": // of an edge it becomes the relation's
		return kind == dotfile.OfNode
	case "arrowhead", "arrowtail": // other forms than arrows are signs with a meaning of their own
		return !slices.Contains(arrows, value)
	case "label": // which of other subgraphs than clusters is not drawn
		return false
	}
	if of, some := onlyOf[name]; some && !slices.Contains(of, kind) {
		return true
	}
	return attributes[name] == told
}

// arrows are the forms of arrows that say no more than where a line leads.
var arrows = []string{"normal", "none", "empty", "open", "vee", "onormal", "halfopen", "lnormal", "rnormal", "lvee", "rvee"}
