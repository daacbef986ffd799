// Package hedges reads English for the words by which a text weakens what it says ("may",
// "reportedly") or turns it into its opposite ("not", "denied that"): in a quote, and right around
// it, where a quote that is cut too short leaves them out. It goes by lists of words and by what
// stands next to them. It must never know a case: it is given texts and says what is in them.
package hedges

import (
	"slices"
	"strings"
)

// Language is the one language (BCP 47) that the package reads.
const Language = "en"

// The words that are printed with a line by how it stands, whatever its hedge says. They are the
// names of its standings.
const (
	Alleged  = "alleged"
	Rumoured = "rumoured"
)

// Missing returns the words of a quote that weaken it and that its hedge leaves out, each once. What
// standing prints by itself, Alleged or Rumoured, is not missed.
func Missing(quote string, hedge []string, standing string) []string {
	words := wordsOf(quote)
	printed := marked(words, hedge)
	var missing []string
	for _, h := range find(words, weakening, limiting) {
		said := joined(words[h.from:h.to])
		if slices.Contains(printed[h.from:h.to], false) && !printedBy(standing, words[h.from:h.to]) && !slices.Contains(missing, said) {
			missing = append(missing, said)
		}
	}
	return missing
}

// printedBy tells whether a standing prints a weakening word by itself.
func printedBy(standing string, said []word) bool {
	if standing == Alleged {
		return strings.HasPrefix(said[0].folded, "alleg") || among(said[0].folded, "accuse accuses accused accusation accusations")
	}
	return standing == Rumoured && len(find(said, rumours)) > 0
}

// In returns the phrases of a text that weaken what its sentence says, wherever they stand in it.
func In(text string) []string { return phrasesIn(text, weakening) }

// Rumours returns the phrases by which a text calls what it says a rumour.
func Rumours(text string) []string { return phrasesIn(text, rumours) }

// Turns tells whether a text has a phrase such as "denied that", by which what follows is not so.
func Turns(text string) bool { return len(phrasesIn(text, turns)) > 0 }

// Count counts the words and phrases of a text that weaken what it says or turn it into its
// opposite. A quote that is cut to fewer words must keep all of them.
func Count(text string) int {
	words := wordsOf(text)
	n := len(find(words, weakening, limiting, negations, turns))
	for _, w := range words {
		if isContracted(w) {
			n++
		}
	}
	return n
}

// HasWords tells whether a text has any word.
func HasWords(text string) bool { return len(wordsOf(text)) > 0 }

func phrasesIn(text string, list map[string][][]string) []string {
	words := wordsOf(text)
	var found []string
	for _, h := range find(words, list) {
		found = append(found, joined(words[h.from:h.to]))
	}
	return found
}

// span is a phrase in a text: the words from one position up to another.
type span struct{ from, to int }

// find finds the phrases of the lists in a text, those that overlap as one.
func find(text []word, lists ...map[string][][]string) []span {
	var found []span
	for at := range text {
		to := at
		for _, list := range lists {
			for _, phrase := range list[text[at].folded] {
				if matches(text, at, phrase) && !isExcepted(text, at, phrase) {
					to = max(to, at+len(phrase))
				}
			}
		}
		switch last := len(found) - 1; {
		case to == at:
		case last >= 0 && at < found[last].to:
			found[last].to = max(found[last].to, to)
		default:
			found = append(found, span{at, to})
		}
	}
	return found
}
