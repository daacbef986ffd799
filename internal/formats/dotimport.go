package formats

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/words"
)

// importDOT makes drafts of graphs: of each node an entity, of each edge a relation without a
// claim. What nodes and edges are is taken from their attributes, as far as those say it.
func importDOT(ctx context.Context, in []Input, o ImportOptions) (Import, error) {
	d := &dotReader{drafts: newDrafts(o), ids: map[string]string{}, attrs: map[string]int{}}
	d.entitle(o.Title)
	for _, input := range in {
		if err := ctx.Err(); err != nil {
			return Import{}, err
		}
		data, err := readAll(ctx, input, dotfile.MaxBytes, o.Read)
		if err != nil {
			return Import{}, err
		}
		g, err := dotfile.Read(input.Name, data)
		var wrong *dotfile.Error
		if errors.As(err, &wrong) {
			return Import{}, refuse(wrong.Place, wrong.Message, wrong.Hint)
		}
		if err != nil {
			return Import{}, err
		}
		d.read(g)
	}
	return d.result(titleOf(in))
}

// dotReader makes a case of graphs. Nodes of the same name in several files are one.
type dotReader struct {
	*drafts
	ids        map[string]string // of entities, by node
	left       int               // nodes that stand for no entity, and their edges
	undirected int               // edges that point nowhere
	attrs      map[string]int    // values that are not taken, by attribute
	links      int               // addresses that may not be published
}

func (d *dotReader) read(g *dotfile.Graph) {
	d.entitle(wordsOf(g.Attrs["label"], dotfile.Names{'G': g.ID}))
	tags := d.tagsOf(g)
	apart := map[string]bool{} // nodes that a drawing of graphgen has beside entities
	for i := range g.Nodes {
		n := &g.Nodes[i]
		if class := n.Attrs["class"].Text; hasClass(class, "type-origin") || hasClass(class, "type-value") {
			apart[n.ID] = true
			d.left++
			continue
		}
		d.node(n, tags[n.ID])
	}
	for i := range g.Edges {
		e := &g.Edges[i]
		if apart[e.From] || apart[e.To] || e.From == e.To {
			d.left++
			continue
		}
		if !g.Directed {
			d.undirected++
		}
		d.edge(e)
	}
}

// tagsOf returns the labels of the areas that a node stands in.
func (d *dotReader) tagsOf(g *dotfile.Graph) map[string][]string {
	tags := map[string][]string{}
	for _, group := range g.Groups {
		label := d.fit(entities.Entity{}, "Tags", wordsOf(group.Attrs["label"], nil))
		if label == "" || !strings.HasPrefix(group.ID, "cluster") {
			continue
		}
		for _, node := range group.Nodes {
			if !slices.Contains(tags[node], label) {
				tags[node] = append(tags[node], label)
			}
		}
	}
	return tags
}

// Attributes of nodes and edges that are taken, or that only say how they look.
var (
	nodeAttrs = []string{"label", "type", "group", "class", "URL", "href"}
	edgeAttrs = []string{"label", "type", "class", "id", "caveat"}
	lookAttrs = []string{"shape", "style", "color", "fillcolor", "fontcolor", "fontname", "fontsize", "pos", "width", "height", "penwidth",
		"tooltip", "dir", "weight", "constraint", "arrowhead", "arrowtail", "minlen", "margin", "rank", "peripheries", "_draw_", "_ldraw_", "_hdraw_"}
)

func (d *dotReader) node(n *dotfile.Node, tags []string) {
	d.count(n.Attrs, nodeAttrs)
	if _, known := d.ids[n.ID]; known {
		return
	}
	label, given := n.Attrs["label"]
	if !label.HTML && slices.Contains([]string{"record", "Mrecord"}, n.Attrs["shape"].Text) {
		label.Text = textOfRecord(label.Text)
	}
	name := wordsOf(label, dotfile.Names{'N': n.ID})
	if !given || name == "" {
		name = n.ID
	}
	e := entities.Entity{Tags: tags}
	if name = d.fit(e, "Name", name); name == "" {
		name = "(no name)"
	}
	e.Name = entities.Text{"": name}
	e.Type = d.typeOf(n)
	for _, key := range []string{"URL", "href"} {
		link := n.Attrs[key].Text
		if e.Links = appendLink(e.Links, link); link != "" && !slices.Contains(e.Links, link) {
			d.links++
		}
	}
	e.ID = d.idOf(n.ID, name, string(e.Type))
	d.ids[n.ID] = e.ID
	d.add(e)
}

// typeOf takes the type that an attribute names, or the class that graphgen itself writes.
func (d *dotReader) typeOf(n *dotfile.Node) entities.EntityType {
	for _, key := range []string{"type", "group"} {
		if t, known := typeSaid(n.Attrs[key].Text); known {
			return t
		}
	}
	if t, known := typeSaid(classOf(n.Attrs["class"].Text, "type-")); known {
		return t
	}
	d.guessed++
	return d.entityType
}

func (d *dotReader) edge(e *dotfile.Edge) {
	d.count(e.Attrs, edgeAttrs)
	r := entities.Relation{From: d.ids[e.From], To: d.ids[e.To], Draft: true}
	label := d.fit(r, "Label", ownCaveat(wordsOf(e.Attrs["label"], dotfile.Names{'T': e.From, 'H': e.To}), e.Attrs["caveat"].Text))
	word := e.Attrs["type"].Text
	if word == "" {
		word = classOf(e.Attrs["class"].Text, "relation-")
	}
	if m, known := d.words.says(word); known && !m.Swapped {
		r.Type = m.Type
		if said, plain := d.words.says(label); label != "" && !(plain && said == m) {
			r.Label = entities.Text{"": label}
		}
	} else {
		if label == "" {
			label = word
		}
		d.typed(&r, label)
	}
	r.ID = d.relationID(e.Attrs["id"].Text, r)
	d.Case.Relations = append(d.Case.Relations, r)
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
	return bracketed(strings.TrimSpace(before), caveat)
}

// count counts what an attribute says that is not taken.
func (d *dotReader) count(attrs dotfile.Attrs, taken []string) {
	for key, value := range attrs {
		if value.Text != "" && !slices.Contains(taken, key) && !slices.Contains(lookAttrs, key) {
			d.attrs[key]++
		}
	}
}

func (d *dotReader) result(title string) (Import, error) {
	var loss Loss
	d.entitle(title)
	d.finish(&loss)
	loss.add("directions", d.undirected, "edges of a graph without directions", "relations from the end that is named first to the other")
	loss.add("nodes", d.left, "nodes and edges that stand for no entity and no relation of their own: origins and values of a drawing, loops", "")
	loss.addEach("attributes", d.attrs, "values of attribute")
	loss.add("links", d.links, "addresses that are no whole http, https or mailto address", "")
	return d.imported(loss, func(_ *entities.File, found problem.List) problem.List { return found })
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
