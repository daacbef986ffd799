package hedges

import (
	"slices"
	"strings"
)

// Negation is a word of a quote that turns what it says, such as "not", and the words behind it.
type Negation struct{ words []word }

// Negated returns the first word of a quote that turns what it says, and tells whether there is
// one. What stands in the hedge is printed, and counts for none.
func Negated(quote string, hedge []string) (Negation, bool) {
	words := wordsOf(quote)
	printed, phrases := marked(words, hedge), find(words, negations)
	for at := range words {
		starts := func(h span) bool { return h.from == at }
		if !printed[at] && words[at].folded != "without" && (isContracted(words[at]) || slices.ContainsFunc(phrases, starts)) {
			return Negation{words[at:]}, true
		}
	}
	return Negation{}, false
}

// Word is the word that turns what is said.
func (n Negation) Word() string { return joined(n.words[:1]) }

// Verbs are the stems of verbs, such as those of a line's label.
type Verbs map[string]bool

// VerbsOf returns the stems of whatever in texts may be a verb (English).
func VerbsOf(texts ...string) Verbs {
	verbs := Verbs{}
	for _, w := range wordsOf(strings.Join(texts, " ")) {
		if len(w.folded) > 2 && !among(w.folded, "with has have the for from into was were been that and part") {
			verbs[stem(w.folded)] = true
		}
	}
	return verbs
}

// verbReach is how many words behind a negation its verb may stand.
const verbReach = 3

// Of returns the words from the negation up to one of the verbs, or nothing: "did not meet" for "meets".
func (n Negation) Of(verbs Verbs) string {
	said := n.words
	for i := 1; i < min(len(said), verbReach+1); i++ {
		if among(said[i].folded, openers) || among(said[i].folded, "that or") {
			return ""
		}
		if verbs[stem(said[i].folded)] {
			return joined(said[:i+1])
		}
	}
	return ""
}

// stem cuts an English verb down to what its forms share.
func stem(w string) string {
	if base, irregular := irregulars[w]; irregular {
		return base
	}
	for _, ending := range []string{"ing", "ied", "ies", "ed", "es", "s"} {
		if cut, has := strings.CutSuffix(w, ending); has && len(cut) > 2 {
			w = cut
			break
		}
	}
	w = strings.TrimRight(w, "ye")
	if n := len(w); n > 3 && w[n-1] == w[n-2] {
		w = w[:n-1]
	}
	return w
}

// irregulars are forms of verbs that relations are labelled with, by what they are forms of.
var irregulars = func() map[string]string {
	base := map[string]string{}
	for _, forms := range strings.Split(`meet met meets meeting|pay paid pays paying|take took taken takes taking|give gave given gives giving|
		hold held holds holding|buy bought buys buying|sell sold sells selling|steal stole stolen steals stealing|find found finds|
		run ran runs running|lead led leads leading|send sent sends sending|know knew known knows knowing|go went gone goes going|
		see saw seen sees seeing|make made makes making|get got gets getting|have had has having|own owned owns owning owner|
		beat beat beats beaten beating|tell told tells telling|fight fought fights fighting|keep kept keeps keeping|
		win won wins winning|write wrote written writes writing|speak spoke spoken speaks speaking|lend lent lends lending|
		bear bore born bears|hide hid hidden hides hiding|shoot shot shoots shooting|build built builds building|
		bind bound binds|bring brought brings bringing|catch caught catches catching|choose chose chosen chooses choosing`, "|") {
		words := strings.Fields(forms)
		for _, w := range words {
			base[w] = words[0]
		}
	}
	return base
}()
