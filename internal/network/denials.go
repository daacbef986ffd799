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
	rules := n.selectorOf(spec)
	var dropped []DroppedDenial
	keep := func(line string, s *entities.Statement) {
		for _, denial := range s.Verdict.Answers() {
			for word := range n.droppers(rules.exclude, denial) {
				dropped = append(dropped, DroppedDenial{Line: line, Denial: denial, Dropped: word})
			}
		}
	}
	kept := rules.shown(spec)
	for id := range kept.relations {
		keep(id, n.index.StatementOf(n.index.Relation(id)))
	}
	for id := range kept.flows {
		keep(id, n.index.StatementOf(n.index.Flow(id)))
	}
	for id := range kept.figures {
		f := n.index.Figure(id)
		for i := range f.Values {
			keep(id, n.index.StatementOf(&f.Values[i]))
		}
	}
	slices.SortFunc(dropped, func(a, b DroppedDenial) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Denial.ID, b.Denial.ID), cmp.Compare(a.Dropped, b.Dropped))
	})
	return slices.Compact(dropped)
}

// droppers returns the excluding words that take the denial away: those that name the
// claim, its speaker, or one of the lines that draw it. A line draws a denial that it lists,
// unless it is what the denial answers: an allegation may list its denials, and leaving out
// one of two allegations drops no denial of the other. A reply that answers no claim in
// particular, "no comment" say, is dropped by its own id alone.
func (n *Network) droppers(exclude exclusion, denial *entities.Claim) set {
	words := set{}
	if exclude.claims[denial.ID] {
		words[denial.ID] = true
	}
	if len(n.answered(denial)) == 0 {
		return words
	}
	if word, excluded := exclude.anyEntity([]string{denial.Speaker}); excluded {
		words[word] = true
	}
	for _, s := range n.replies[denial.ID] {
		if word, excluded := exclude.statement(s); excluded && !n.answersLine(s.Verdict, denial) {
			words[word] = true
		}
	}
	return words
}

// statementsThatReply returns, by each claim that answers another, what lists it.
func (n *Network) statementsThatReply() map[string][]*entities.Statement {
	replies := map[string][]*entities.Statement{}
	for _, s := range n.index.StatementsByID() {
		for _, id := range s.Claims() {
			if c := n.index.Claim(id); c != nil && c.Answers.Claim != "" {
				replies[id] = append(replies[id], s)
			}
		}
	}
	return replies
}
