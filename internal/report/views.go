package report

import (
	"cmp"
	"slices"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/distinct"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
)

// View is a diagram: what it says that no claim answers for, and what it draws.
type View struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Caption string   `json:"caption,omitempty"`
	Lines   []Noted  `json:"lines"` // by their notes' numbers
	Draws   []Named  `json:"draws"` // the entities, by name
	LeftOut LeftOut  `json:"leftOut"`
	Edited  []Edited `json:"edited,omitempty"` // what an editor did by hand to what it says
}

// Noted is a line of a view with the number of its note in the picture.
type Noted struct {
	Line string `json:"line"`
	Note int    `json:"note"`
}

// LeftOut counts what the case has and a view does not draw.
type LeftOut struct {
	Entities  int `json:"entities"`
	Relations int `json:"relations"`
	Flows     int `json:"flows"`
	Figures   int `json:"figures"`
}

// views tells of every view, and each line where it is shown.
func (w *writer) views() []View {
	all := []View{}
	for i := range w.index.Case.Views {
		spec := &w.index.Case.Views[i]
		v := w.network.View(spec)
		view := View{ID: spec.ID, Title: w.describer.Text(spec.Title), Caption: w.describer.Text(spec.Caption), Draws: []Named{},
			Lines: w.noted(v), LeftOut: LeftOut(v.LeftOut), Edited: editedBy(v)}
		for j := range v.Nodes {
			if n := &v.Nodes[j]; n.Kind == network.EntityNode {
				view.Draws = append(view.Draws, w.named(n.ID))
			}
		}
		byName(view.Draws)
		for _, n := range view.Lines {
			l := w.report.Line(n.Line)
			l.Shown = append(l.Shown, Shown{View: view.ID, Note: n.Note})
		}
		all = append(all, view)
	}
	return all
}

// noted lists the lines of a view. Who gives or disputes a value goes with the value, and all
// legs of a flow are one line.
func (w *writer) noted(v *network.View) []Noted {
	_, numbers := w.describer.Notes(v)
	lines := []Noted{}
	add := func(line, numbered string) {
		if w.report.Line(line) != nil {
			lines = append(lines, Noted{Line: line, Note: numbers[numbered]})
		}
	}
	for i := range v.Edges {
		switch e := &v.Edges[i]; {
		case e.Kind == network.RelationEdge:
			add(e.ID, e.ID)
		case e.Kind == network.FlowEdge && e.Leg == 1:
			add(e.Flow.ID, e.ID)
		}
	}
	for i := range v.Nodes {
		n := &v.Nodes[i]
		if n.Kind == network.ValueNode {
			add(n.ID, n.ID)
		}
		for _, office := range n.Offices {
			add(office.Relation.ID, office.Relation.ID)
		}
	}
	slices.SortStableFunc(lines, func(a, b Noted) int { return cmp.Compare(a.Note, b.Note) })
	return lines
}

// Figure is a question that has several answers, and in what they differ.
type Figure struct {
	ID       string   `json:"id"`
	Question string   `json:"question"`
	About    []Named  `json:"about"`
	Values   []string `json:"values"`   // lines
	DifferIn []string `json:"differIn"` // measure, unit, period; empty where the values answer one question
	Numbers  []string `json:"numbers"`  // the different numbers among them, as written
}

func (w *writer) figures() []Figure {
	all := []Figure{}
	for _, f := range w.index.Figures() {
		if len(f.Values) < 2 {
			continue
		}
		figure := Figure{ID: f.ID, Question: w.describer.Text(f.Question), About: w.namedAll(distinct.Append(nil, f.About...)), DifferIn: check.Differences(f), Numbers: []string{}}
		for i := range f.Values {
			figure.Values = append(figure.Values, entities.ValueID(f, i))
			if number := w.describer.Quantity(&entities.Value{Value: f.Values[i].Value}); !slices.Contains(figure.Numbers, number) {
				figure.Numbers = append(figure.Numbers, number)
			}
		}
		all = append(all, figure)
	}
	return all
}

func byName(list []Named) {
	slices.SortStableFunc(list, func(a, b Named) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
}
