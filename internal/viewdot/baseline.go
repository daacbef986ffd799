package viewdot

import "example.org/graphgen/internal/edits"

// Baseline is what edits of the view are made on: what the file says and looks like, thing by thing.
func (f *File) Baseline() edits.Baseline {
	baseline := edits.Baseline{}
	for i := range f.Nodes {
		n := &f.Nodes[i]
		state := f.state(&n.Item)
		state.Values[edits.Property{Name: edits.FillColor}] = n.FillColor
		state.Values[edits.Property{Name: edits.Shape}] = n.Shape
		if n.Type != FigureType && n.Type != OriginType {
			state.Values[edits.Property{Name: edits.Below, Lang: f.Lang}] = edits.Plain(n.Office)
		}
		baseline[edits.Thing{ID: n.ID}] = state
	}
	for i := range f.Edges {
		e := &f.Edges[i]
		state := f.state(&e.Item)
		if e.kind() == flowEdge {
			state.Shifting = []string{edits.Color, edits.FontColor}
		}
		baseline[edits.Thing{Line: true, ID: e.ID}] = state
	}
	return baseline
}

func (f *File) state(i *Item) edits.State {
	return edits.State{
		Text: edits.Plain(i.Text), Caveat: edits.Plain(i.Caveat), Hedge: edits.Plain(i.Hedge), Quantity: edits.Plain(i.Quantity), Dash: i.Dash,
		Values: map[edits.Property]string{
			{Name: edits.Label, Lang: f.Lang}: edits.Plain(i.Name),
			{Name: edits.Color}:               i.Color,
			{Name: edits.FontColor}:           i.FontColor,
		},
	}
}
