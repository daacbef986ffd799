// Package dot takes in anybody's graph in Graphviz's language: of each node it makes an entity, of each
// edge a draft. What package dotfile reads it gives a meaning. It must never know what graphgen's own
// files hold beside a graph: edits of those are merged.
//
// What it does with each attribute of Graphviz is in attributes.go: a test wants a decision on all
// of them, and another holds what comes of other people's files to what Debian's dot draws of them.
package dot

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/drafts"
	"example.org/graphgen/internal/formats/types"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/words"
)

// Import makes drafts of graphs: of each node an entity, of each edge a relation without a
// claim. What nodes and edges are is taken from their attributes, as far as those say it; what
// each of those means, attributes has.
func Import(ctx context.Context, in []formats.Input, o formats.ImportOptions) (formats.Import, error) {
	d, err := read(ctx, in, o)
	if err != nil {
		return formats.Import{}, err
	}
	return d.result(formats.TitleOf(in))
}

func read(ctx context.Context, in []formats.Input, o formats.ImportOptions) (*reader, error) {
	d := &reader{Builder: drafts.New(o), ids: map[string]string{}, attrs: map[string]int{}, types: entities.BuiltinRelationTypes()}
	d.Entitle(o.Title)
	for _, input := range in {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		data, err := formats.ReadAll(ctx, input, dotfile.MaxBytes, o.Read)
		if err != nil {
			return nil, err
		}
		graphs, err := dotfile.ReadAll(input.Name, data)
		var wrong *dotfile.Error
		if errors.As(err, &wrong) {
			return nil, formats.Refuse(wrong.Place, wrong.Message, wrong.Hint)
		}
		if err != nil {
			return nil, err
		}
		g, err := d.choose(input.Name, graphs, o.Graph)
		if err != nil {
			return nil, err
		}
		d.read(g)
	}
	return d, nil
}

// choose returns the graph of a file that is asked for, by its name or by its number from 1, and
// else the first.
func (d *reader) choose(file string, graphs []*dotfile.Graph, asked string) (*dotfile.Graph, error) {
	if asked == "" {
		for _, g := range graphs[1:] {
			d.others = append(d.others, graphName(g))
		}
		return graphs[0], nil
	}
	for _, g := range graphs {
		if g.ID == asked {
			return g, nil
		}
	}
	if n, err := strconv.Atoi(asked); err == nil && n >= 1 && n <= len(graphs) {
		return graphs[n-1], nil
	}
	var names []string
	for _, g := range graphs {
		names = append(names, graphName(g))
	}
	return nil, formats.Refuse(problem.Place{File: file}, problem.Printable("there is no graph "+strconv.Quote(asked)), problem.Printable("there are: "+cutList(names)))
}

func graphName(g *dotfile.Graph) string { return cmp.Or(formats.CutName(g.ID), "one without a name") }

// cutList is a list of names of a length that can be read.
func cutList(names []string) string {
	const most = 10
	if len(names) > most {
		return fmt.Sprintf("%s and %d others", strings.Join(names[:most], ", "), len(names)-most)
	}
	return strings.Join(names, ", ")
}

// reader makes a case of graphs. Nodes of the same name in several files are one.
type reader struct {
	*drafts.Builder
	ids        map[string]string // of entities, by node
	others     []string          // graphs of a file beside the one that is taken
	left       int               // nodes that stand for no entity, and their edges
	hidden     int               // nodes, edges and areas that are not drawn
	loose      int               // edges that lead to or from what is not drawn
	undirected int               // edges that point nowhere
	mutual     int               // edges that point both ways
	parts      int               // edges that lead to a part of a node
	latin1     int               // files
	attrs      map[string]int    // values that are not taken, by attribute
	types      map[string]entities.RelationType
	links      int // addresses that may not be published
}

func (d *reader) read(g *dotfile.Graph) {
	d.Entitle(wordsOf(g.Attrs["label"], dotfile.Names{'G': g.ID}))
	if g.Latin1 {
		d.latin1++
	}
	for _, list := range g.Lists {
		for name, value := range list.Attrs {
			if isTold(list.Of, name, value.Text) {
				d.attrs[name]++
			}
		}
	}
	tags := d.tagsOf(g)
	apart, unseen := map[string]bool{}, d.unseen(g)
	for i := range g.Nodes {
		n := &g.Nodes[i]
		switch class := n.Attrs.Text("class"); {
		case unseen[n.ID]:
			d.hidden++
		case hasClass(class, "type-origin") || hasClass(class, "type-value"): // a drawing of graphgen has them beside entities
			apart[n.ID] = true
			d.left++
		default:
			d.node(n, tags[n.ID])
		}
	}
	for i := range g.Edges {
		switch e := &g.Edges[i]; {
		case e.Hidden():
			d.hidden++
		case unseen[e.From] || unseen[e.To]:
			d.loose++
		case apart[e.From] || apart[e.To] || e.From == e.To:
			d.left++
		default:
			d.edge(g, e)
		}
	}
}

// unseen are the nodes that are not drawn. One that only has no outline and no words is a place
// where lines meet, if some do.
func (d *reader) unseen(g *dotfile.Graph) map[string]bool {
	unseen := map[string]bool{}
	for i := range g.Nodes {
		if g.Nodes[i].Hidden() {
			unseen[g.Nodes[i].ID] = true
		}
	}
	if len(unseen) == 0 {
		return unseen
	}
	met := map[string]bool{}
	for i := range g.Edges {
		if e := &g.Edges[i]; (unseen[e.From] || unseen[e.To]) && !e.Hidden() {
			met[e.From], met[e.To] = true, true
		}
	}
	for i := range g.Nodes {
		if n := &g.Nodes[i]; met[n.ID] && !dotfile.Invisible(n.Attrs.Text("style")) {
			delete(unseen, n.ID)
		}
	}
	return unseen
}

// tagsOf returns the labels of the areas that a node stands in.
func (d *reader) tagsOf(g *dotfile.Graph) map[string][]string {
	type tagged struct{ node, label string }
	tags, had := map[string][]string{}, map[tagged]bool{}
	if rank := g.Attrs["clusterrank"].Text; rank == "global" || rank == "none" {
		return tags // then no areas are drawn
	}
	for i := range g.Groups {
		group := &g.Groups[i]
		if !group.Cluster() && group.Attrs.Text("cluster") != "true" {
			continue
		}
		label := d.Fit(entities.Entity{}, "Tags", wordsOf(group.Attrs.Get("label"), dotfile.Names{'G': group.ID}))
		if dotfile.Invisible(group.Attrs.Text("style")) {
			d.hidden++
			continue
		}
		if label == "" {
			continue
		}
		for _, node := range group.Nodes {
			if tag := (tagged{node, label}); !had[tag] {
				had[tag] = true
				tags[node] = append(tags[node], label)
			}
		}
	}
	return tags
}

func (d *reader) node(n *dotfile.Node, tags []string) {
	if _, known := d.ids[n.ID]; known {
		return
	}
	label, given := n.Attrs.Lookup("label")
	if !label.HTML && slices.Contains([]string{"record", "Mrecord"}, n.Attrs.Text("shape")) {
		label.Text = textOfRecord(label.Text)
	}
	name, beside := wordsOf(label, dotfile.Names{'N': n.Name()}), wordsOf(n.Attrs.Get("xlabel"), dotfile.Names{'N': n.Name()})
	if !given {
		name = wordsOf(dotfile.Value{Text: n.ID}, nil)
	}
	e := entities.Entity{Tags: tags}
	if name == "" {
		name, beside = cmp.Or(beside, n.ID), ""
	}
	if name = d.Fit(e, "Name", name); name == "" {
		name = "(no name)"
	}
	e.Name = entities.Text{"": name}
	if beside = d.Fit(e, "Description", beside); beside != "" {
		e.Description = entities.Text{"": beside}
	}
	e.Type = d.typeOf(n)
	for _, key := range []string{"URL", "href"} {
		link := n.Attrs.Text(key)
		if e.Links = drafts.AppendLink(e.Links, link); link != "" && !slices.Contains(e.Links, link) {
			d.links++
		}
	}
	e.ID = d.IDOf(n.ID, name, string(e.Type))
	d.ids[n.ID] = e.ID
	d.Add(e)
}

// typeOf takes the type that an attribute names, or the class that graphgen itself writes.
func (d *reader) typeOf(n *dotfile.Node) entities.EntityType {
	for _, key := range []string{"type", "group"} {
		if t, known := types.Said(n.Attrs.Text(key)); known {
			return t
		}
	}
	if t, known := types.Said(classOf(n.Attrs.Text("class"), "type-")); known {
		return t
	}
	d.Guessed++
	return d.EntityType
}

// ownCaveat puts a caveat in brackets that graphgen draws below a label. That a line is unsourced
// will be said of it again.
func ownCaveat(label, caveat string) string {
	before, is := strings.CutSuffix(label, caveat)
	switch {
	case !is || caveat == "":
		return label
	case caveat == words.For("en").Say(words.Unsourced):
		return strings.TrimSpace(before)
	}
	return formats.Bracketed(strings.TrimSpace(before), caveat)
}

func (d *reader) result(title string) (formats.Import, error) {
	var loss formats.Loss
	d.Entitle(title)
	d.Finish(&loss)
	loss.Add("graphs", len(d.others), "graphs beside the first of the file, which is taken: "+cutList(d.others), "left out; --graph NAME or --graph NUMBER takes another")
	loss.Add("hidden", d.hidden, "nodes, edges and areas that are not drawn (style=invis and such)", "")
	loss.Add("hidden-ends", d.loose, "edges that lead to or from a node that is not drawn", "")
	loss.Add("directions", d.undirected, "edges that point nowhere", "without a direction: type "+entities.LinkedWith+" with their words as the label, unless those name a type that says the same of both ends")
	loss.Add("directions", d.mutual, "edges that point both ways", "a relation each way")
	loss.Add("ports", d.parts, "edges that lead to a part of a node, such as a field of a record", "they lead to the node")
	loss.Add("encodings", d.latin1, "files that are not UTF-8", "read as Latin-1, as Graphviz does")
	loss.Add("nodes", d.left, "nodes and edges that stand for no entity and no relation of their own: origins and values of a drawing, loops", "")
	loss.AddEach("attributes", d.attrs, "values of attribute")
	loss.Add("links", d.links, "addresses that are no whole http, https or mailto address", "")
	return d.Import(loss, func(_ *entities.File, found problem.List) problem.List { return found })
}

// wordsOf returns a label as a reader sees it, on one line.
func wordsOf(v dotfile.Value, names dotfile.Names) string {
	text := v.Plain(names)
	if v.HTML {
		text = textOfHTML(v.Text)
	}
	return strings.Join(strings.Fields(text), " ")
}

// recordPart is what parts the fields of a record, or names one: |, { }, <port>. What has a
// backslash before it is text.
var recordPart = regexp.MustCompile(`\\.|[|{}]|<[^<>]*>`)

// textOfRecord returns a record's label without its boxes and ports; fields are set apart.
func textOfRecord(label string) string {
	return recordPart.ReplaceAllStringFunc(label, func(part string) string {
		if part[0] == '\\' {
			return part
		}
		return " "
	})
}

// textOfHTML returns the text of a label in HTML; cells and lines are set apart.
func textOfHTML(markup string) string {
	var b strings.Builder
	for tokens := html.NewTokenizer(strings.NewReader(markup)); ; {
		switch tokens.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.Write(tokens.Text())
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			if name, _ := tokens.TagName(); slices.Contains([]string{"br", "tr", "td", "hr", "table"}, string(name)) {
				b.WriteByte(' ')
			}
		}
	}
}

func hasClass(classes, class string) bool { return slices.Contains(strings.Fields(classes), class) }

// classOf returns what stands behind a prefix in one of the classes.
func classOf(classes, prefix string) string {
	for _, class := range strings.Fields(classes) {
		if rest, is := strings.CutPrefix(class, prefix); is {
			return rest
		}
	}
	return ""
}
