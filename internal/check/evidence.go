package check

import (
	"fmt"
	"strings"
	"unicode"
)

func noClaim(s *subject, report report) {
	for _, l := range s.lines {
		if len(l.claims) == 0 {
			report(l.pointer(), l.name()+" has no claim", "name the claims that it rests on; without one nothing is drawn")
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

// mostWords is how many words a quote may have.
const mostWords = 12

func longQuote(s *subject, report report) {
	for i, c := range s.file.Case.Claims {
		if n := countWords(c.Quote); n > mostWords {
			report(pointer("claims", i, "quote"), fmt.Sprintf("the quote has %d words; %d at most", n, mostWords),
				"keep the fewest words that find the place")
		}
	}
}

// countWords counts words as a reader would: what stands between spaces and dashes. In
// scripts without spaces it counts letters: about five of Thai, Lao, Khmer or Burmese make a
// word, and about two of Chinese or Japanese.
func countWords(text string) int {
	words, five, two := 0, 0, 0
	inWord := false
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
			inWord = false
			if unicode.IsLetter(r) {
				five++
			}
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			inWord = false
			two++
		case unicode.IsSpace(r), r == '–', r == '—', r == '…', r == '/':
			inWord = false
		case letterOrDigit(r) && !inWord:
			inWord = true
			words++
		}
	}
	return words + (five+4)/5 + (two+1)/2
}
