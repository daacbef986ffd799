package merge

import (
	"cmp"
	"slices"
	"strings"

	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/edits"
)

// sheetOfGround is what a file would have been, had it been published now: what is compared with
// where the file does not say what it was.
func (m *merger) sheetOfGround() *Sheet {
	s := &Sheet{View: m.View.Spec.ID, Lang: m.edited.Lang, Items: map[edits.Thing]*Item{}, graph: &dotfile.Graph{}}
	for i := range m.View.Nodes {
		m.ground(s, &Item{Thing: edits.Thing{ID: m.View.Nodes[i].ID}})
	}
	for i := range m.View.Edges {
		e := &m.View.Edges[i]
		m.ground(s, &Item{Thing: edits.Thing{Line: true, ID: e.ID}, From: e.From, To: e.To})
	}
	return s
}

func (m *merger) ground(s *Sheet, item *Item) {
	said, edit := m.Ground[item.Thing], m.Layer.Of(item.Thing)
	if m.Layer.Removes(item.Thing) {
		return
	}
	value := func(name, lang string) string {
		p := edits.Property{Name: name, Lang: lang}
		return edit.Settle(p, said.Values[p], slices.Contains(said.Shifting, name))
	}
	below := value(edits.Below, s.Lang)
	item.Text = strings.Join(strings.Fields(strings.Join([]string{
		said.Quantity, value(edits.Label, s.Lang), below, said.Hedge, said.Caveat,
	}, " ")), " ")
	item.Attrs = dotfile.Attrs{"style": {Text: cmp.Or(said.Dash, "solid")}}
	for name, text := range map[string]string{
		"caveat": said.Caveat, "hedge": said.Hedge, "value": said.Quantity, "office": below, edits.Shape: value(edits.Shape, ""),
		edits.Color: value(edits.Color, ""), edits.FillColor: value(edits.FillColor, ""), edits.FontColor: value(edits.FontColor, ""),
	} {
		if text != "" {
			item.Attrs[name] = dotfile.Value{Text: text}
		}
	}
	item.Own = item.Attrs
	s.add(item)
}
