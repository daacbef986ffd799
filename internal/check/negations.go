package check

import (
	"fmt"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/hedges"
)

// negatedLine finds claims that affirm a line in words that say that it is not so: "did not meet
// her" for a line that says "met with".
func negatedLine(s *subject, report report) {
	s.eachNegation(func(claim int, said hedges.Negation, lines []statement) {
		for _, st := range lines {
			verb := said.Of(s.verbsOf(st))
			if verb == "" {
				continue
			}
			report(pointer("claims", claim, "quote"), fmt.Sprintf("claim %q says that it is not so, with %q, and %s rests on it", s.file.Case.Claims[claim].ID, verb, st),
				"let it answer the claim that it denies (answers), or take it out of the line's claims")
			return
		}
	})
}

// negatedQuote lists the other claims that affirm a line in words that deny something. What they
// deny is for a reader to judge.
func negatedQuote(s *subject, report report) {
	s.eachNegation(func(claim int, said hedges.Negation, lines []statement) {
		for _, st := range lines {
			if said.Of(s.verbsOf(st)) != "" {
				return
			}
		}
		c := s.file.Case.Claims[claim]
		report(pointer("claims", claim, "quote"), fmt.Sprintf("claim %q affirms %s, and its quote says %q", c.ID, lines[0], said.Word()),
			"read whether it denies what the line says: then it answers a claim; if not, a hedge that names the words prints them with the line")
	})
}

// eachNegation visits the claims that affirm lines in a quote with a word that turns something,
// from that word on. What a hedge prints is not hidden from anyone.
func (s *subject) eachNegation(visit func(claim int, said hedges.Negation, lines []statement)) {
	affirming := map[*entities.Claim][]statement{}
	for _, st := range s.statements {
		for _, c := range st.Verdict.Affirming {
			affirming[c] = append(affirming[c], st)
		}
	}
	for i := range s.file.Case.Claims {
		c := &s.file.Case.Claims[i]
		lines := affirming[c]
		if len(lines) == 0 {
			continue
		}
		if said, negated := hedges.Negated(c.Quote, c.Hedge); negated {
			visit(i, said, lines)
		}
	}
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
