package check

import (
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/hedges"
	"example.org/graphgen/internal/quotes"
)

func hedgeNotInQuote(s *subject, report report) {
	for i, c := range s.file.Case.Claims {
		for _, phrase := range c.Hedge {
			if !hedges.Contains(c.Quote, phrase) {
				report(pointer("claims", i, "hedge"), fmt.Sprintf("the hedge %q is not in the quote", phrase),
					"a hedge is the words of the quote that weaken it, as they stand there")
			}
		}
	}
}

func droppedHedge(s *subject, report report) {
	for i, c := range s.file.Case.Claims {
		for _, said := range hedges.Missing(c.Quote, c.Hedge, string(c.Standing)) {
			report(pointer("claims", i, "quote"), fmt.Sprintf("%q weakens the quote of claim %q and is not in its hedge", said, c.ID),
				fmt.Sprintf("add %q to its hedge, which is printed with the line", said))
		}
	}
}

func hedgeNearQuote(s *subject, report report) {
	s.eachSentence(func(i int, sentence quotes.Sentence) {
		var near []string
		for _, part := range []string{sentence.Before, sentence.After} {
			for _, said := range hedges.In(part) {
				if !slices.Contains(near, said) {
					near = append(near, said)
				}
			}
		}
		if len(near) > 0 {
			report(pointer("claims", i, "quote"), fmt.Sprintf("the sentence that claim %q quotes from has %q outside the quote", s.file.Case.Claims[i].ID, strings.Join(near, ", ")),
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
