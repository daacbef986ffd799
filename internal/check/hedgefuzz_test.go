package check

import (
	"slices"
	"testing"

	"example.org/graphgen/internal/entities"
)

// FuzzHedges takes any quote and what is around it: what check asks to be added to a hedge, or
// quoted, is there, and is enough.
func FuzzHedges(f *testing.F) {
	f.Add("It is possible, she says, that ", "he may, or might, have paid", ", it is claimed.")
	f.Add("She didn’t", "m\u00aday", "is false")
	f.Add("\x80", "0", "0")
	f.Add("no evidence that (", "the мay visit", "— allegedly —")
	f.Fuzz(func(t *testing.T, before, quote, after string) {
		c := entities.Claim{Quote: quote, Standing: entities.Stated}
		dropped := DroppedHedges(c)
		words := wordsOf(quote)
		for _, phrase := range dropped {
			if !mark(words, phrase, make([]bool, len(words))) {
				t.Errorf("%q weakens %q, and is not in it", phrase, quote)
			}
		}
		c.Hedge = entities.Words(dropped)
		if more := DroppedHedges(c); len(more) > 0 {
			t.Errorf("with %q in the hedge of %q there is %q", dropped, quote, more)
		}
		for _, text := range []struct {
			words  []word
			needed string
		}{{wordsOf(before), neededBefore(before, quote)}, {wordsOf(after), neededAfter(after)}} {
			for _, w := range wordsOf(text.needed) {
				if !slices.ContainsFunc(text.words, func(has word) bool { return has.folded == w.folded }) {
					t.Errorf("%q is needed, and %q is not around the quote", text.needed, w.written)
				}
			}
		}
		if negatedVerb(words, map[string]bool{"pay": true}) != "" && len(words) < 2 {
			t.Errorf("%q", quote)
		}
	})
}
