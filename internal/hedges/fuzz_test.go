package hedges

import (
	"slices"
	"testing"
)

// FuzzHedges takes any quote and what is around it: what is asked to be added to a hedge, or
// quoted, is there, and is enough.
func FuzzHedges(f *testing.F) {
	f.Add("It is possible, she says, that ", "he may, or might, have paid", ", it is claimed.")
	f.Add("She didn’t", "m\u00aday", "is false")
	f.Add("\x80", "0", "0")
	f.Add("no evidence that (", "the мay visit", "— allegedly —")
	f.Fuzz(func(t *testing.T, before, quote, after string) {
		missing := Missing(quote, nil, "stated")
		words := wordsOf(quote)
		for _, phrase := range missing {
			if !mark(words, phrase, make([]bool, len(words))) {
				t.Errorf("%q weakens %q, and is not in it", phrase, quote)
			}
		}
		if more := Missing(quote, missing, "stated"); len(more) > 0 {
			t.Errorf("with %q in the hedge of %q there is %q", missing, quote, more)
		}
		for _, text := range []struct {
			words  []word
			needed string
		}{{wordsOf(before), CutBefore(before, quote)}, {wordsOf(after), CutAfter(after)}} {
			for _, w := range wordsOf(text.needed) {
				if !slices.ContainsFunc(text.words, func(has word) bool { return has.folded == w.folded }) {
					t.Errorf("%q is needed, and %q is not around the quote", text.needed, w.written)
				}
			}
		}
		if said, negated := Negated(quote, nil); negated && said.Of(VerbsOf("pays")) != "" && len(words) < 2 {
			t.Errorf("%q", quote)
		}
	})
}
