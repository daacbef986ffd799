package merge

import (
	"cmp"
	"strings"

	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render"
)

// sheetOfGround is what a file would have been, had it been published now with what was edited
// before: what is compared with where the file does not say what it was. It has no places and no
// groups of ranks, which follow from a layout.
func (m *merger) sheetOfGround() *Sheet {
	s := &Sheet{View: m.View.Spec.ID, Lang: m.Edited.Lang, Items: map[edits.Thing]*Item{}, graph: &dotfile.Graph{}, joined: map[[2]string]int{}}
	drawn := m.Layer.Without(m.Layer.Conflicts(m.Ground, s.Lang))
	v := m.Network.Edited(map[string]*edits.Layer{s.View: drawn}).View(m.View.Spec)
	ground := render.New(m.Network.Index(), nil, s.Lang).Published(v).Baseline()
	for i := range v.Nodes {
		n := &v.Nodes[i]
		item := itemOf(edits.Thing{ID: n.ID}, ground, s.Lang)
		item.set("type", nodeType(n))
		if n.Kind == network.ValueNode {
			item.stands(n.Verdict)
		}
		s.add(item)
	}
	for i := range v.Edges {
		e := &v.Edges[i]
		item := itemOf(edits.Thing{Line: true, ID: e.ID}, ground, s.Lang)
		item.From, item.To = e.From, e.To
		item.set("type", e.Kind.String())
		if e.Relation != nil {
			item.set("type", e.Relation.Type)
		}
		item.stands(e.Verdict)
		s.add(item)
	}
	return s
}

// asWritten lets the sheet name who says something as the file does: by what the case calls them,
// where a name was edited and the file is of before that, or as it was edited.
func (m *merger) asWritten() {
	for t, ref := range m.base.Items {
		item, own := m.Edited.Items[t], m.Ground[t].Caveat
		if item == nil || own == "" || edits.Same(own, ref.attr("caveat")) {
			continue
		}
		if _, says := cut(item.Text, own); !says {
			continue
		}
		rest, _ := cut(ref.Text, ref.attr("caveat"))
		ref.Text = edits.Plain(rest + " " + own)
		ref.set("caveat", own)
	}
}

func itemOf(t edits.Thing, ground edits.Ground, lang string) *Item {
	said := ground[t]
	item := &Item{Thing: t, Attrs: dotfile.Attrs{}}
	below := said.Values[edits.Property{Name: edits.Below, Lang: lang}]
	item.Text = strings.Join(strings.Fields(strings.Join([]string{
		said.Quantity, said.Values[edits.Property{Name: edits.Label, Lang: lang}], below, said.Hedge, said.Caveat,
	}, " ")), " ")
	item.set("style", cmp.Or(said.Dash, "solid"))
	for name, text := range map[string]string{"caveat": said.Caveat, "hedge": said.Hedge, "value": said.Quantity, "office": below} {
		item.set(name, text)
	}
	for _, name := range []string{edits.Shape, edits.Color, edits.FillColor, edits.FontColor} {
		item.set(name, said.Values[edits.Property{Name: name}])
	}
	item.Own = item.Attrs
	return item
}

// set gives an item an attribute that reads as a text, written as DOT has it.
func (i *Item) set(name, text string) {
	if text != "" {
		i.Attrs[name] = dotfile.Value{Text: strings.NewReplacer(`\`, `\\`, "&", "&amp;").Replace(text)}
	}
}

// nodeType is what a published file has a node be.
func nodeType(n *network.Node) string {
	switch n.Kind {
	case network.ValueNode:
		return "figure"
	case network.OriginNode:
		return "origin"
	}
	return string(n.Entity.Type)
}

// stands gives an item what a published file has of how it stands.
func (i *Item) stands(v entities.Verdict) {
	var claims []string
	for _, c := range v.Claims() {
		claims = append(claims, c.ID)
	}
	i.set("standing", string(v.Standing))
	i.set("claims", strings.Join(claims, " "))
}
