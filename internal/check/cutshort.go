package check

import (
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/hedges"
	"example.org/graphgen/internal/quotes"
)

// cutShort finds quotes that leave out a word of their clause that they needed: "may be a front"
// quoted as "be a front". Without the source's text, the prefix and suffix are all that is known.
func cutShort(s *subject, report report) {
	tell := func(claim int, needed, where, advice string) {
		if needed != "" {
			report(pointer("claims", claim, "quote"), fmt.Sprintf("the quote of claim %q leaves out %q, right %s it", s.file.Case.Claims[claim].ID, needed, where), advice)
		}
	}
	s.eachContext(func(i int, sentence quotes.Sentence) {
		needed := hedges.CutBefore(sentence.Before, sentence.Quote)
		if hedges.Turns(needed) && s.deniedInItsSource(i) {
			needed = ""
		}
		tell(i, needed, "before", "begin the quote there; name in hedge what weakens it")
		tell(i, hedges.CutAfter(sentence.After), "behind", "end the quote behind it; name in hedge what weakens it")
	})
}

// deniedInItsSource tells whether a claim of the same source denies the claim, or disputes it: the
// words that turn it are that claim's, and travel with the line.
func (s *subject) deniedInItsSource(claim int) bool {
	c := &s.file.Case.Claims[claim]
	return slices.ContainsFunc(s.index.AnswersTo(c.ID), func(answer *entities.Claim) bool {
		return answer.Source == c.Source && (answer.Answers.As == entities.Denies || answer.Answers.As == entities.Disputes)
	})
}

// eachContext visits the claims with what is known to stand around their quotes.
func (s *subject) eachContext(visit func(claim int, sentence quotes.Sentence)) {
	found := map[int]bool{}
	s.eachSentence(func(i int, sentence quotes.Sentence) {
		found[i] = true
		visit(i, sentence)
	})
	for i, c := range s.file.Case.Claims {
		if !found[i] && c.Prefix+c.Suffix != "" {
			visit(i, quotes.Sentence{Before: lastSentence(c.Prefix), Quote: c.Quote, After: firstSentence(c.Suffix)})
		}
	}
}

// lastSentence and firstSentence cut a prefix and a suffix, which may reach into other sentences.
func lastSentence(text string) string {
	for _, stop := range []string{". ", "! ", "? "} {
		text = text[strings.LastIndex(text, stop)+1:]
	}
	if strings.HasSuffix(strings.TrimSpace(text), ".") {
		return ""
	}
	return text
}

func firstSentence(text string) string {
	for _, stop := range []string{". ", "! ", "? "} {
		text, _, _ = strings.Cut(text, stop)
	}
	return text
}
