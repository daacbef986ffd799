package report

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/suggest"
)

// Answer is what a case has to say to "why?" of one id.
type Answer struct {
	Kind string `json:"kind"` // relation, flow, value, figure, entity, pair, view, claim or source
	ID   string `json:"id"`
	Name string `json:"name,omitempty"` // what it is called, asks or says
	Type string `json:"type,omitempty"` // of an entity

	With   Named   `json:"with,omitzero"`    // of a pair: the second entity; the first has the ID
	Over   []Over  `json:"over,omitempty"`   // of a pair that no line joins: whom both have lines with
	View   *View   `json:"view,omitempty"`   // of a view
	Figure *Figure `json:"figure,omitempty"` // of a figure with several values
	Claim  *Claim  `json:"claim,omitempty"`  // of a claim
	Source *Source `json:"source,omitempty"` // of a source
	Person *Person `json:"person,omitempty"` // of an entity that is one
	Near   []Line  `json:"near,omitempty"`   // of a person: what accuses what they head, belong to or work for

	Edited []Edited `json:"edited,omitempty"` // of a line or an entity: what an editor did by hand to what any view says of it

	Lines   []Line  `json:"lines"`             // itself, its values, those that name it or both, that a view draws, or that rest on it
	Answers []Claim `json:"answers,omitempty"` // of a claim: those that answer it
}

// Over is somebody or something that two entities have lines with each.
type Over struct {
	Named
	Lines []Line `json:"lines"` // those of the first, then those of the second
}

// UnknownError is of an id that a case does not have.
type UnknownError struct {
	ID      string
	Nearest string // the id that was most likely meant; may be empty
}

// Error says which id was likely meant.
func (e *UnknownError) Error() string {
	s := fmt.Sprintf("the case has no %q", e.ID)
	if e.Nearest != "" {
		s += fmt.Sprintf("; did you mean %q?", e.Nearest)
	}
	return s
}

// Why answers for whatever has the id: a relation, a flow or a leg of it, a figure or one of
// its values, an entity, a claim, a source, a view. A view may share its id with one of the
// others; then there are two answers. The error is an *UnknownError.
func (r *Report) Why(id string) ([]Answer, error) {
	var answers []Answer
	add := func(a Answer) { answers = append(answers, a) }
	x, w := r.writer.index, r.writer
	leg, _, _ := strings.Cut(id, "/")
	switch {
	case r.Line(id) != nil:
		l := r.Line(id)
		add(Answer{Kind: l.Kind, ID: id, Name: l.Draws, Lines: []Line{*l}})
	case x.Flow(leg) != nil:
		add(Answer{Kind: entities.FlowStatement, ID: leg, Name: r.Line(leg).Draws, Lines: []Line{*r.Line(leg)}})
	case x.Figure(id) != nil:
		add(r.whyFigure(x.Figure(id)))
	case x.Entity(id) != nil:
		add(r.whyEntity(x.Entity(id)))
	case x.Claim(id) != nil:
		add(r.whyClaim(x.Claim(id)))
	case x.Source(id) != nil:
		i := slices.IndexFunc(r.Sources, func(s Source) bool { return s.ID == id })
		add(Answer{Kind: "source", ID: id, Name: r.Sources[i].Title, Source: &r.Sources[i], Lines: r.linesWith(func(l *Line) bool {
			return slices.ContainsFunc(l.Claims, func(c Claim) bool { return c.Source == id })
		})})
	}
	if i := slices.IndexFunc(r.Views, func(v View) bool { return v.ID == id }); i >= 0 {
		v := &r.Views[i]
		a := Answer{Kind: "view", ID: id, Name: v.Title, View: v, Lines: []Line{}}
		for _, n := range v.Lines {
			a.Lines = append(a.Lines, *r.Line(n.Line))
		}
		add(a)
	}
	if len(answers) == 0 {
		return nil, w.unknown(id, true)
	}
	for i := range answers {
		a := &answers[i]
		ids := []string{a.ID}
		for _, l := range a.Lines {
			ids = append(ids, l.ID)
		}
		if a.Kind != "view" { // which has its own
			a.Edited = r.editedOf(ids...)
		}
	}
	return answers, nil
}

// WhyBetween answers for what joins two entities.
func (r *Report) WhyBetween(a, b string) (Answer, error) {
	for _, id := range []string{a, b} {
		if r.writer.index.Entity(id) == nil {
			return Answer{}, r.writer.unknown(id, false)
		}
	}
	first, second := r.writer.named(a), r.writer.named(b)
	pair := Answer{Kind: "pair", ID: first.ID, Name: first.Name, Type: first.Type, With: second,
		Lines: r.linesWith(func(l *Line) bool { return l.names(a) && l.names(b) })}
	ids := []string{a, b}
	for i := range pair.Lines {
		ids = append(ids, pair.Lines[i].ID)
	}
	if len(pair.Lines) == 0 {
		pair.Over = r.over(a, b)
	}
	pair.Edited = r.editedOf(ids...)
	return pair, nil
}

// over lists who stands between two entities, by id: relations and flows lead from each of them there.
func (r *Report) over(a, b string) []Over {
	beside := func(id string) map[string]Named {
		found := map[string]Named{}
		for i := range r.Lines {
			if l := &r.Lines[i]; l.Kind != entities.ValueStatement && l.names(id) {
				for _, end := range l.Ends {
					found[end.ID] = end
				}
			}
		}
		return found
	}
	besideA, besideB := beside(a), beside(b)
	var all []Over
	for _, id := range slices.Sorted(maps.Keys(besideA)) {
		if _, both := besideB[id]; !both || id == a || id == b {
			continue
		}
		o := Over{Named: besideA[id]}
		for _, end := range []string{a, b} {
			o.Lines = append(o.Lines, r.linesWith(func(l *Line) bool { return l.Kind != entities.ValueStatement && l.names(end) && l.names(id) })...)
		}
		all = append(all, o)
	}
	return all
}

func (r *Report) whyFigure(f *entities.Figure) Answer {
	a := Answer{Kind: "figure", ID: f.ID, Name: r.writer.describer.Text(f.Question), Lines: []Line{}}
	if i := slices.IndexFunc(r.Figures, func(other Figure) bool { return other.ID == f.ID }); i >= 0 {
		a.Figure = &r.Figures[i]
	}
	for i := range f.Values {
		a.Lines = append(a.Lines, *r.Line(entities.ValueID(f, i)))
	}
	return a
}

// whyEntity lists what accuses first.
func (r *Report) whyEntity(e *entities.Entity) Answer {
	n := r.writer.named(e.ID)
	a := Answer{Kind: "entity", ID: e.ID, Name: n.Name, Type: n.Type, Lines: r.linesWith(func(l *Line) bool { return l.names(e.ID) })}
	order := func(l Line) int {
		switch {
		case named(l.Accused, e.ID):
			return 0
		case l.Accuses:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(a.Lines, func(p, q Line) int { return cmp.Compare(order(p), order(q)) })
	if i := slices.IndexFunc(r.Persons, func(p Person) bool { return p.ID == e.ID }); i >= 0 {
		a.Person = &r.Persons[i]
		for _, near := range a.Person.Near {
			a.Near = append(a.Near, *r.Line(near.Line))
		}
	}
	return a
}

func (r *Report) whyClaim(c *entities.Claim) Answer {
	said := r.writer.claimAlone(c)
	a := Answer{Kind: "claim", ID: c.ID, Name: c.Quote, Claim: &said, Answers: []Claim{}, Lines: r.linesWith(func(l *Line) bool {
		return slices.ContainsFunc(l.Claims, func(other Claim) bool { return other.ID == c.ID })
	})}
	for _, answer := range r.writer.index.AnswersTo(c.ID) {
		a.Answers = append(a.Answers, r.writer.claimAlone(answer))
	}
	return a
}

func (r *Report) linesWith(these func(*Line) bool) []Line {
	lines := []Line{}
	for i := range r.Lines {
		if these(&r.Lines[i]) {
			lines = append(lines, r.Lines[i])
		}
	}
	return lines
}

// unknown suggests an id: of an entity, or of anything.
func (w *writer) unknown(id string, anything bool) error {
	var ids []string
	c := w.index.Case
	for _, e := range c.Entities {
		ids = append(ids, e.ID)
	}
	if anything {
		for i := range w.report.Lines {
			ids = append(ids, w.report.Lines[i].ID)
		}
		for _, f := range c.Figures {
			ids = append(ids, f.ID)
		}
		for _, cl := range c.Claims {
			ids = append(ids, cl.ID)
		}
		for _, s := range c.Sources {
			ids = append(ids, s.ID)
		}
		for _, v := range c.Views {
			ids = append(ids, v.ID)
		}
	}
	return &UnknownError{ID: id, Nearest: suggest.Nearest(id, slices.Values(ids))}
}
