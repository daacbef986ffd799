package network

import (
	"cmp"
	"slices"

	"example.org/graphgen/internal/entities"
)

// DroppedDenials reports every denial, or remark on an allegation's wording, that the
// view's exclude takes away while the view keeps a line that it answers: by naming the
// claim, by taking away the one who speaks it, or by taking away a relation, flow or figure
// that draws it. They are ordered by line, denial and excluding word.
//
// What include leaves out drops no denial: View puts all the claims that answer a line into
// its verdict, and the drawing prints them with it.
func (n *Network) DroppedDenials(spec *entities.View) []DroppedDenial {
	if choiceOf(spec.Exclude).empty() {
		return nil
	}
	exclude := n.exclusionOf(spec.Exclude)
	kept := n.answeredLines(n.shown(spec))
	drawing := n.linesDrawing(kept)
	var dropped []DroppedDenial
	for _, line := range kept {
		for _, denial := range slices.Concat(line.verdict.Denials, line.verdict.Remarks) {
			for word := range n.droppers(exclude, denial, drawing[denial.ID]) {
				dropped = append(dropped, DroppedDenial{Line: line.id, Denial: denial, Dropped: word})
			}
		}
	}
	slices.SortFunc(dropped, func(a, b DroppedDenial) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Denial.ID, b.Denial.ID), cmp.Compare(a.Dropped, b.Dropped))
	})
	return slices.Compact(dropped)
}

// answeredLine is a line or a figure's value whose claims are answered.
type answeredLine struct {
	id      string // of the relation, flow or figure
	verdict entities.Verdict
}

func (n *Network) answeredLines(s selection) []answeredLine {
	var answered []answeredLine
	for _, l := range n.standingLines() {
		if !s.relations[l.id] && !s.flows[l.id] && !s.figures[l.id] {
			continue
		}
		if v := l.stand(); len(v.Denials)+len(v.Remarks) > 0 {
			answered = append(answered, answeredLine{l.id, v})
		}
	}
	return answered
}

// droppers returns the excluding words that take the denial away: those that name the
// claim, its speaker, or one of the lines that draw it. A reply that answers no claim in
// particular, "no comment" say, is dropped by its own id alone.
func (n *Network) droppers(exclude exclusion, denial *entities.Claim, drawing []standingLine) set {
	words := set{}
	if exclude.claims[denial.ID] {
		words[denial.ID] = true
	}
	if n.answered(denial) == nil {
		return words
	}
	if word, excluded := exclude.anyEntity([]string{denial.Speaker}); excluded {
		words[word] = true
	}
	for _, l := range drawing {
		if word, excluded := l.excluded(exclude); excluded {
			words[word] = true
		}
	}
	return words
}

// standingLine is anything that rests on claims: a relation, a flow or a value of a figure.
type standingLine struct {
	id       string // of the relation, flow or figure
	claims   []string
	stand    func() entities.Verdict
	excluded func(exclusion) (string, bool)
}

func (n *Network) standingLines() []standingLine {
	var all []standingLine
	for _, r := range n.relations {
		all = append(all, standingLine{r.ID, r.Claims,
			func() entities.Verdict { return n.index.StandOf(r) },
			func(x exclusion) (string, bool) { return x.relation(r) }})
	}
	for _, f := range n.flows {
		all = append(all, standingLine{f.ID, f.Claims,
			func() entities.Verdict { return n.index.StandUntyped(f.Claims) },
			func(x exclusion) (string, bool) { return x.flow(f) }})
	}
	for _, f := range n.figures {
		for _, v := range f.Values {
			all = append(all, standingLine{f.ID, v.Claims,
				func() entities.Verdict { return n.index.StandUntyped(v.Claims) },
				func(x exclusion) (string, bool) { return x.figure(f) }})
		}
	}
	return all
}

// linesDrawing returns, by claim, the lines of the case that draw one of the answers: those
// that list it and are not themselves what it answers. An allegation may list its denials;
// leaving out one of two allegations drops no denial of the other.
func (n *Network) linesDrawing(answered []answeredLine) map[string][]standingLine {
	answers := map[string]*entities.Claim{}
	for _, l := range answered {
		for _, c := range slices.Concat(l.verdict.Denials, l.verdict.Remarks) {
			answers[c.ID] = c
		}
	}
	drawing := map[string][]standingLine{}
	for _, l := range n.standingLines() {
		for _, id := range l.claims {
			if c := answers[id]; c != nil && !n.answersLine(l.stand(), c) {
				drawing[id] = append(drawing[id], l)
			}
		}
	}
	return drawing
}
