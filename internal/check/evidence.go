package check

import (
	"fmt"
	"strings"
	"unicode"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/quotes"
)

func noClaim(s *subject, report report) {
	for _, st := range s.statements {
		if len(st.Claims()) == 0 && !st.draft() {
			report(st.pointer(), st.String()+" has no claim", "name the claims that it rests on; without one nothing is drawn")
		}
	}
}

func (st statement) draft() bool { return st.Relation != nil && st.Relation.Draft }

// unsourcedAccusation is the slug of unsourcedWrongdoing. A case may turn it down while it is worked on.
const unsourcedAccusation = "unsourced-wrongdoing"

// unsourcedWrongdoing finds what has less behind it than a rumour, which somebody at least tells:
// a draft that accuses a named person, by its type or in its words. A link of which nobody knows
// what it says does so by its words alone.
func unsourcedWrongdoing(s *subject, report report) {
	read := s.reader()
	for _, st := range s.statements {
		if person, accuses := s.unsourcedOf(st, read); accuses {
			report(st.pointer(), fmt.Sprintf("%s ties %q to wrongdoing, and nobody says so", st, person),
				"find who says so, and name the claim (graphgen quote adds one), or leave it out; for the desk alone, the case's rules may turn this down")
		}
	}
}

// unsourcedOf returns the person that a draft accuses on nobody's word.
func (s *subject) unsourcedOf(st statement, read reader) (person string, accuses bool) {
	if !st.draft() || len(st.Claims()) > 0 || !(st.wrongdoing && !entities.Unread(st.Relation.Type) || len(read.sure(st.Relation.Label)) > 0) {
		return "", false
	}
	return s.personOf(st.Relation)
}

// unsourcedDraft stays as long as the mark does, so that none is forgotten: it leaves to
// unsourced-wrongdoing what that reports as an error.
func unsourcedDraft(s *subject, report report) {
	_, changed := s.file.Case.Rules[unsourcedAccusation]
	read := s.reader()
	for _, st := range s.statements {
		if _, accuses := s.unsourcedOf(st, read); accuses && !changed {
			continue
		}
		switch {
		case !st.draft():
		case len(st.Claims()) > 0:
			report(st.pointer("draft"), st.String()+" is marked as a draft and has claims", "remove the mark: it stands as its claims do")
		case st.wrongdoing:
			report(st.pointer("draft"), st.String()+" is a draft that accuses on nobody's word: it is drawn as unsourced",
				"find who says so, or remove it; graphgen quote adds a claim to it")
		default:
			report(st.pointer("draft"), st.String()+" is a draft without a claim: it is drawn as unsourced",
				"name the claims that it rests on; graphgen quote adds one to it")
		}
	}
}

func noSource(s *subject, report report) {
	for i, c := range s.file.Case.Claims {
		if c.Source == "" {
			report(pointer("claims", i), fmt.Sprintf("claim %q has no source", c.ID), "say which source it is taken from")
		}
	}
}

func noSpeaker(s *subject, report report) {
	for i, c := range s.file.Case.Claims {
		if c.Speaker == "" {
			report(pointer("claims", i), fmt.Sprintf("claim %q has no speaker", c.ID), "say who says it, which may be an unnamed group")
		}
	}
}

func noQuote(s *subject, report report) {
	for i, c := range s.file.Case.Claims {
		if !strings.ContainsFunc(c.Quote, letterOrDigit) {
			report(pointer("claims", i, "quote"), fmt.Sprintf("claim %q has no quote", c.ID), "give the fewest words of the source that find the place")
		}
	}
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

func longQuote(s *subject, report report) {
	for i, c := range s.file.Case.Claims {
		if n := quotes.CountWords(c.Quote); n > quotes.MostWords {
			report(pointer("claims", i, "quote"), fmt.Sprintf("the quote has %d words; %d at most", n, quotes.MostWords),
				"keep the fewest words that find the place")
		}
	}
}
