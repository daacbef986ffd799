package viewdot

import (
	"slices"
	"strings"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/original"
)

// The attributes of a published file. Those that Graphviz does not know say what things are. What can be edited has
// the name that it has in edits.
const (
	idAttr          = "id"
	labelAttr       = edits.Label
	typeAttr        = "type"
	standingAttr    = "standing"
	caveatAttr      = "caveat"
	hedgeAttr       = "hedge"
	claimsAttr      = "claims"
	valueAttr       = "value"
	officeAttr      = "office"
	classAttr       = "class"
	tooltipAttr     = "tooltip"
	posAttr         = "pos"
	pinAttr         = "pin"
	styleAttr       = "style"
	colorAttr       = edits.Color
	fillColorAttr   = edits.FillColor
	fontColorAttr   = edits.FontColor
	fontNameAttr    = "fontname"
	fontSizeAttr    = "fontsize"
	shapeAttr       = edits.Shape
	peripheriesAttr = "peripheries"
	penWidthAttr    = "penwidth"
	weightAttr      = "weight"
	arrowSizeAttr   = "arrowsize"
	dirAttr         = "dir"
	constraintAttr  = "constraint"
	rankAttr        = "rank"
	rankDirAttr     = "rankdir"
	layoutAttr      = "layout"
	nodeSepAttr     = "nodesep"
	rankSepAttr     = "ranksep"
	newRankAttr     = "newrank"
	labelLocAttr    = "labelloc"
	langAttr        = "lang"
	readingAttr     = "reading"
	boundsAttr      = "bb" // which a layout program writes
)

// Values of these attributes.
const (
	sameRank      = "same"
	rightToLeft   = "right to left"
	filled        = "filled"
	noArrow       = "none"
	clusterPrefix = "cluster_"
)

// Derived are the attributes that say what follows from claims, or what something is.
func Derived() []string {
	return []string{standingAttr, caveatAttr, hedgeAttr, claimsAttr, valueAttr, officeAttr, typeAttr}
}

// Derived is what one of these attributes says of an item.
func (i *Item) Derived(name string) string {
	return map[string]string{
		standingAttr: i.Standing, caveatAttr: i.Caveat, hedgeAttr: i.Hedge, claimsAttr: i.Claims, valueAttr: i.Quantity, officeAttr: i.Office, typeAttr: i.Type,
	}[name]
}

// TypeAttr is the one of them that says what something is.
const TypeAttr = typeAttr

// IsRead tells whether an attribute of a node or edge is one that has a meaning in a file that
// was edited.
func IsRead(name string) bool {
	return slices.Contains(Derived(), name) || slices.Contains([]string{
		idAttr, labelAttr, posAttr, pinAttr, colorAttr, fillColorAttr, fontColorAttr, shapeAttr,
		styleAttr, penWidthAttr, fontSizeAttr, tooltipAttr,
	}, name)
}

// Guides tells whether an attribute only guides a layout, or is written by a layout program or by
// Write for reading, so that nothing is lost with it.
func Guides(name string) bool {
	return strings.HasPrefix(name, "_") || slices.Contains([]string{
		original.Attribute, classAttr, constraintAttr, weightAttr, boundsAttr, "minlen", "group", "width", "height", "lp", "xlp", "head_lp", "tail_lp",
		"rects", "vertices", "lwidth", "lheight", "lpos",
	}, name)
}

// OfGraph says how the case has what an attribute of the graph says; known tells whether a
// published graph has the attribute for that.
func OfGraph(name string) (instead string, known bool) {
	instead, known = map[string]string{
		labelAttr:   "the title is the view's: change it in the case",
		rankDirAttr: "set the view's direction in the case",
		layoutAttr:  "set the view's layout in the case",
		langAttr:    "it is the language that labels are kept in",
		readingAttr: "it follows from the language",
	}[name]
	return instead, known
}
