package article

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"example.org/graphgen/internal/distinct"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/words"
)

//go:embed page/page.html.tmpl
var pageTemplate string

//go:embed page/page.css
var pageRules string

// The parts of the page's script, which share one scope, in the order in which they stand in it.
var (
	//go:embed page/parts.js
	partsScript string
	//go:embed page/filters.js
	filtersScript string
	//go:embed page/column.js
	columnScript string
	//go:embed page/light.js
	lightScript string
	//go:embed page/claims.js
	claimsScript string
	//go:embed page/ways.js
	waysScript string
	//go:embed page/walk.js
	walkScript string
	//go:embed page/zoom.js
	zoomScript string
	//go:embed page/search.js
	searchScript string
	//go:embed page/page.js
	pageScript string
)

var scripts = strings.Join([]string{
	partsScript, filtersScript, columnScript, lightScript, claimsScript, waysScript, walkScript, zoomScript, searchScript, pageScript,
}, "\n")

// page is what the template of a page takes.
type page struct {
	*figure
	Policy                string
	Description           string
	Address, Card         string
	CardAlt               string
	PageRules             template.CSS
	Schemes               string
	Script                template.JS
	Data                  pageData
	Told                  []told
	CardWidth, CardHeight int
}

// told is what a part of the diagram, or a switch of the filters, is called or says.
type told struct{ ID, Words string }

// pageData is what the page's script knows of the view beside what stands in the page.
type pageData struct {
	Wide       string            `json:"wide"`   // the id of the wide picture, with which those of its parts begin
	Narrow     string            `json:"narrow"` // of the narrow one
	Nodes      []pageNode        `json:"nodes"`
	Lines      []pageLine        `json:"lines"`
	Areas      []pageArea        `json:"areas"`
	Statements []statement       `json:"statements"`
	Notes      []pageNote        `json:"notes"`
	Filters    []filter          `json:"filters"`
	Words      map[string]string `json:"words"`
}

type pageNode struct {
	ID     string   `json:"id"`
	Switch string   `json:"switch"`
	Name   string   `json:"name"`
	Is     string   `json:"is"`             // what it is beside what stands on it: a type, the question that a value answers
	Also   []string `json:"also,omitempty"` // other names, for who looks for them
}

type pageLine struct {
	ID   string `json:"id"`
	From string `json:"from"`
	To   string `json:"to"`
}

// pageArea is a cluster with the nodes in it, at whatever depth.
type pageArea struct {
	ID    string   `json:"id"`
	Nodes []string `json:"nodes"`
}

// pageNote is a note with the lines and nodes that it accounts for.
type pageNote struct {
	ID string   `json:"id"`
	Of []string `json:"of"`
}

// Page is the article as a page of its own, for a frame or a link. It asks for nothing from
// anywhere, and says all that it has to say without its script, which adds ways to look at it.
func (a *Article) Page() ([]byte, error) {
	p := &page{
		figure:      a.figure(),
		Description: cmp.Or(a.Describer.Text(a.View.Spec.Caption), a.Describer.Shown(a.View)),
		Address:     a.address("page.html"),
		Card:        a.address(a.Name + ".card.png"),
		CardAlt:     a.alt(),
		PageRules:   template.CSS(inScheme(pageRules, a.Scheme)),
		Schemes:     schemes(a.Scheme),
		Script:      template.JS(scripts),
		Data:        a.pageData(),
		Told:        a.told(),
		CardWidth:   1200, CardHeight: 630,
	}
	p.Rules = a.rules(figureRules, a.selector()) // which those of the page add to
	open, err := a.fragment("page", p)
	if err != nil {
		return nil, err
	}
	if p.Policy, err = policy(open); err != nil {
		return nil, err
	}
	return a.fragment("page", p)
}

// policy is the content security policy of a page: the scripts and style sheets that stand in
// it, by their sums, and nothing else; fonts only where the pictures carry some.
func policy(page []byte) (string, error) {
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return "", err
	}
	sums := map[string][]string{}
	fonts := ""
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "style" && n.Data != "script" || n.Data == "script" && !runs(n) {
			continue
		}
		var text strings.Builder
		for c := range n.ChildNodes() {
			text.WriteString(c.Data)
		}
		sum := sha256.Sum256([]byte(text.String()))
		sums[n.Data] = distinct.Append(sums[n.Data], "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
		if n.Data == "style" && strings.Contains(text.String(), "@font-face") {
			fonts = "; font-src data:"
		}
	}
	return "default-src 'none'; script-src " + strings.Join(sums["script"], " ") +
		"; style-src " + strings.Join(sums["style"], " ") + fonts + "; base-uri 'none'; form-action 'none'", nil
}

// runs tells a script from data.
func runs(script *html.Node) bool {
	return !slices.ContainsFunc(script.Attr, func(a html.Attribute) bool {
		return a.Key == "type" && a.Val == "application/json"
	})
}

func (a *Article) pageData() pageData {
	v := a.View
	d := pageData{
		Wide: a.Drawing.Inline.ID, Narrow: a.id("narrow"), Words: a.controlWords(),
		Nodes: []pageNode{}, Lines: []pageLine{}, Areas: []pageArea{}, Statements: statements(v), Notes: []pageNote{}, // never null
	}
	d.Filters = a.filters(d.Statements)
	holders := map[string]string{} // by the relation that says so
	for i := range v.Nodes {
		n := &v.Nodes[i]
		node := pageNode{ID: n.ID, Switch: nodeSwitch(n), Name: a.Describer.NodeName(v, n.ID)}
		switch n.Kind {
		case network.EntityNode:
			node.Is, node.Also = a.Describer.Words.Type(n.Entity.Type), slices.Sorted(slices.Values(n.Entity.Aliases))
		case network.ValueNode:
			node.Is = a.Describer.Text(n.Figure.Question)
		}
		d.Nodes = append(d.Nodes, node)
		for _, office := range n.Offices {
			holders[office.Relation.ID] = n.ID
		}
	}
	for i := range v.Edges {
		d.Lines = append(d.Lines, pageLine{v.Edges[i].ID, v.Edges[i].From, v.Edges[i].To})
	}
	for i := range v.Clusters {
		d.Areas = append(d.Areas, pageArea{v.Clusters[i].ID, within(v, v.Clusters[i].ID)})
	}
	notes, _ := a.Describer.Notes(v)
	for _, n := range notes {
		note := pageNote{ID: a.note(n).ID}
		for _, id := range n.Lines {
			note.Of = distinct.Append(note.Of, cmp.Or(holders[id], id))
		}
		d.Notes = append(d.Notes, note)
	}
	return d
}

// within are the nodes that stand in a cluster, at whatever depth.
func within(v *network.View, cluster string) []string {
	var ids []string
	for i := range v.Nodes {
		if v.Nodes[i].Cluster == cluster {
			ids = append(ids, v.Nodes[i].ID)
		}
	}
	for i := range v.Clusters {
		if v.Clusters[i].Parent == cluster {
			ids = append(ids, within(v, v.Clusters[i].ID)...)
		}
	}
	return ids
}

// told are the words of every node, line and switch.
func (a *Article) told() []told {
	t, v := a.Describer, a.View
	say := t.Words.Say
	list := []told{
		{"standing", say(words.StandsTitle)}, {"type", say(words.FilterTypes)}, {"flow", say(words.Flows)},
	}
	for i := range v.Nodes {
		n := &v.Nodes[i]
		list = append(list, told{n.ID, a.nodeTold(n)})
	}
	for i := range v.Edges {
		list = append(list, told{v.Edges[i].ID, t.Sentence(v, &v.Edges[i])})
	}
	for _, s := range entities.Standings() {
		list = append(list, told{standingSwitch(s), t.Words.Standing(s)})
	}
	for _, kind := range typesOf(v) {
		list = append(list, told{typeSwitch(kind), t.Words.Type(kind)})
	}
	for _, f := range v.Flows() {
		list = append(list, told{flowSwitch(f), t.Text(f.What)})
	}
	return list
}

// nodeTold is what a node is: an entity with its type and offices, a value with its question
// and how it stands.
func (a *Article) nodeTold(n *network.Node) string {
	t := a.Describer
	name := t.NodeName(a.View, n.ID)
	switch n.Kind {
	case network.EntityNode:
		parts := []string{t.Words.Type(n.Entity.Type)}
		for _, office := range n.Offices {
			parts = append(parts, t.Text(office.Entity.Name))
		}
		return t.Words.Say(words.NamedAs, name, t.Words.Series(parts))
	case network.ValueNode:
		said := t.Words.Say(words.NamedAs, t.Text(n.Figure.Question), name)
		if hedges := t.Hedges(n.Verdict); hedges != "" {
			said = t.Words.Say(words.Bracketed, said, hedges)
		}
		if caveat := t.Caveat(n.Verdict); caveat != "" {
			said = t.Words.Say(words.Bracketed, said, caveat)
		}
		return said
	}
	return name
}

// controlWords are the program's own words on what the script adds to the page.
func (a *Article) controlWords() map[string]string {
	own := map[string]string{}
	for name, phrase := range map[string]words.Phrase{
		"search": words.Search, "found": words.Found, "filter": words.Filter, "hidden": words.Hidden, "showAll": words.ShowAll,
		"zoomIn": words.ZoomIn, "zoomOut": words.ZoomOut, "zoomFit": words.ZoomFit, "close": words.Close, "walk": words.WalkHelp,
		"alone": words.AloneTitle, "outOf": words.OutOf,
		"entities": words.Entities, string(words.Relations): words.Relations, string(words.Flows): words.Flows, string(words.Figures): words.Figures,
	} {
		own[name] = a.Describer.Words.Pattern(phrase)
	}
	return own
}
