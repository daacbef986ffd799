package check

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/quotes"
)

func hedgeNotInQuote(s *subject, report report) {
	for i, c := range s.file.Case.Claims {
		quote := wordsOf(c.Quote)
		for _, phrase := range c.Hedge {
			if !mark(quote, phrase, make([]bool, len(quote))) && !unspaced(c.Quote, phrase) {
				report(pointer("claims", i, "hedge"), fmt.Sprintf("the hedge %q is not in the quote", phrase),
					"a hedge is the words of the quote that weaken it, as they stand there")
			}
		}
	}
}

// unspaced tells whether a phrase stands in a quote of a script that has no spaces between words.
func unspaced(quote, phrase string) bool {
	return quotes.CountWords(phrase) > 0 && !strings.ContainsFunc(phrase, func(r rune) bool { return r < 0x0e00 }) &&
		strings.Contains(norm.NFC.String(quote), norm.NFC.String(phrase))
}

func droppedHedge(s *subject, report report) {
	for i, c := range s.file.Case.Claims {
		for _, said := range DroppedHedges(c) {
			report(pointer("claims", i, "quote"), fmt.Sprintf("%q weakens the quote of claim %q and is not in its hedge", said, c.ID),
				fmt.Sprintf("add %q to its hedge, which is printed with the line", said))
		}
	}
}

// DroppedHedges returns the words of a claim's quote that weaken it and are missing in its
// hedge (English), each once.
func DroppedHedges(c entities.Claim) []string {
	quote := wordsOf(c.Quote)
	printed := make([]bool, len(quote))
	for _, phrase := range c.Hedge {
		mark(quote, phrase, printed)
	}
	var dropped []string
	for _, h := range find(quote, hedges, limits) {
		said := show(quote[h.from:h.to])
		if slices.Contains(printed[h.from:h.to], false) && !drawnAnyway(c.Standing, quote[h.from:h.to]) && !slices.Contains(dropped, said) {
			dropped = append(dropped, said)
		}
	}
	return dropped
}

// Weakening counts the words and phrases of a text that weaken what it says or turn it into
// its opposite (English). A quote that is cut to fewer words must keep all of them.
func Weakening(text string) int {
	words := wordsOf(text)
	n := len(find(words, hedges, limits, negations, turns))
	for _, w := range words {
		if isContracted(w) {
			n++
		}
	}
	return n
}

// drawnAnyway tells whether a line of the standing carries the weakening word by itself:
// "alleged" where it is alleged, "unsubstantiated" where it is rumoured.
func drawnAnyway(standing entities.Standing, said []word) bool {
	if standing == entities.Alleged {
		return strings.HasPrefix(said[0].folded, "alleg") || among(said[0].folded, "accuse accuses accused accusation accusations")
	}
	return standing == entities.Rumoured && len(find(said, rumours)) > 0
}

func hedgeNearQuote(s *subject, report report) {
	s.eachSentence(func(i int, sentence quotes.Sentence) {
		var near []string
		for _, part := range []string{sentence.Before, sentence.After} {
			text := wordsOf(part)
			for _, h := range find(text, hedges) {
				if said := show(text[h.from:h.to]); !slices.Contains(near, said) {
					near = append(near, said)
				}
			}
		}
		if len(near) > 0 {
			report(pointer("claims", i, "quote"), fmt.Sprintf("the sentence of claim %q has %q outside the quote", s.file.Case.Claims[i].ID, strings.Join(near, ", ")),
				"if that weakens what is claimed, quote those words and name them in hedge")
		}
	})
}

func wholeSentence(s *subject, report report) {
	s.eachSentence(func(i int, sentence quotes.Sentence) {
		if !strings.ContainsFunc(sentence.Before+sentence.After, letterOrDigit) {
			report(pointer("claims", i, "quote"), fmt.Sprintf("the quote of claim %q is a whole sentence", s.file.Case.Claims[i].ID), "keep the fewest words that find the place")
		}
	})
}
