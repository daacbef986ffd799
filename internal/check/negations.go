package check

import (
	"fmt"
	"slices"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/hedges"
)

// negatedLine finds claims that affirm a line in words that say that it is not so: "did not meet
// her" for a line that says "met with".
func negatedLine(s *subject, report report) {
	for _, n := range s.negations() {
		for _, st := range n.affirms {
			if verb := n.said.Of(s.verbsOf(st)); verb != "" {
				report(pointer("claims", n.claim, "quote"), fmt.Sprintf("%s rests on claim %q, which says that it is not so: %q", st, s.file.Case.Claims[n.claim].ID, verb),
					"let it answer the claim that it denies (answers), or take it out of the line's claims")
				break
			}
		}
	}
}

// negatedQuote lists the other claims that affirm a line in words that deny something. What they
// deny is for a reader to judge.
func negatedQuote(s *subject, report report) {
	for _, n := range s.negations() {
		if slices.ContainsFunc(n.affirms, func(st statement) bool { return n.said.Of(s.verbsOf(st)) != "" }) {
			continue
		}
		c := s.file.Case.Claims[n.claim]
		report(pointer("claims", n.claim, "quote"), fmt.Sprintf("claim %q affirms %s, and its quote says %q", c.ID, n.affirms[0], n.said.Word()),
			"if it denies what the line says, let it answer a claim; if not, name the words in hedge, which is printed with the line")
	}
}

// negation is a word that turns something in the quote of a claim that affirms lines.
type negation struct {
	claim   int // its index
	said    hedges.Negation
	affirms []statement
}

// negations returns those of the case. What a hedge prints is not hidden from anyone.
func (s *subject) negations() []negation {
	if s.negated != nil {
		return s.negated
	}
	s.negated = []negation{}
	affirming := map[*entities.Claim][]statement{}
	for st := range s.resting() {
		for _, c := range st.Verdict.Affirming {
			affirming[c] = append(affirming[c], st)
		}
	}
	for i := range s.file.Case.Claims {
		c := &s.file.Case.Claims[i]
		if lines := affirming[c]; len(lines) > 0 {
			if said, negated := hedges.Negated(c.Quote, c.Hedge); negated {
				s.negated = append(s.negated, negation{i, said, lines})
			}
		}
	}
	return s.negated
}

// verbsOf returns the words that say what a line is, in English.
func (s *subject) verbsOf(st statement) hedges.Verbs {
	var texts []string
	switch {
	case st.Relation != nil:
		t, _ := s.index.RelationType(st.Relation.Type)
		texts = append(texts, st.Relation.Type)
		for _, label := range []entities.Text{st.Relation.Label, t.Label} {
			for _, tag := range label.Tags() {
				texts = append(texts, label[tag])
			}
		}
	case st.Flow != nil:
		for _, label := range st.Flow.Label {
			texts = append(texts, label)
		}
	}
	return hedges.VerbsOf(texts...)
}
