package check

import (
	"fmt"
	"strings"
	"unicode"

	"example.org/graphgen/internal/quotes"
)

func noClaim(s *subject, report report) {
	for _, l := range s.lines {
		if len(l.claims) == 0 && !l.draft() {
			report(l.pointer(), l.name()+" has no claim", "name the claims that it rests on; without one nothing is drawn")
		}
	}
}

func (l line) draft() bool { return l.relation != nil && l.relation.Draft }

// unsourcedDraft stays as long as the mark does, so that none is forgotten.
func unsourcedDraft(s *subject, report report) {
	for _, l := range s.lines {
		switch {
		case !l.draft():
		case len(l.claims) > 0:
			report(l.pointer("draft"), l.name()+" is marked as a draft and has claims", "remove the mark: it stands as its claims do")
		case l.wrongdoing:
			report(l.pointer("draft"), l.name()+" is a draft that accuses on nobody's word: it is drawn as unsourced",
				"find who says so, or remove it; graphgen quote adds a claim to it")
		default:
			report(l.pointer("draft"), l.name()+" is a draft without a claim: it is drawn as unsourced",
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
