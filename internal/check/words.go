package check

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"example.org/graphgen/internal/confusable"
)

// word is one word of a text, as it is compared.
type word struct {
	folded  string // lower case, with straight apostrophes
	written string
}

// wordsOf splits a text into words: letters, digits and marks, with apostrophes inside them. A
// word is compared as a reader sees it.
func wordsOf(text string) []word {
	text = strings.ReplaceAll(norm.NFC.String(text), "’", "'")
	fields := strings.FieldsFunc(text, func(r rune) bool {
		return !letterOrDigit(r) && !unicode.IsMark(r) && r != '\'' && !(r >= 0x80 && r != '\u200b' && confusable.Invisible(r))
	})
	var words []word
	for _, f := range fields {
		if f = strings.Trim(f, "'"); strings.ContainsFunc(f, letterOrDigit) {
			words = append(words, word{seenAs(f), f})
		}
	}
	return words
}

// seenAs is a word in lower case without what is not seen. One with letters of other scripts
// that looks like a word which weakens or turns is that word.
func seenAs(written string) string {
	if !strings.ContainsFunc(written, func(r rune) bool { return r >= 0x80 }) {
		return strings.ToLower(written)
	}
	plain := confusable.Plain(written)
	if strings.ContainsFunc(plain, func(r rune) bool { return r >= 0x80 && unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }) {
		if skeleton, looks := confusable.Skeleton(written); looks && weighty()[skeleton] != "" {
			return weighty()[skeleton]
		}
	}
	return plain
}

// weighty holds the words that weaken or turn, by what they look like.
var weighty = sync.OnceValue(func() map[string]string {
	seen := map[string]string{}
	for _, list := range []map[string][][]string{hedges, limits, negations, turns} {
		for _, first := range sortedKeys(list) {
			for _, phrase := range list[first] {
				for _, w := range phrase {
					if skeleton, looks := confusable.Skeleton(w); looks {
						seen[skeleton] = w
					}
				}
			}
		}
	}
	return seen
})

// anyWord stands in a phrase for one word, whatever it is.
const anyWord = "*"

// matches tells whether the words go on with the phrase from a position.
func matches(words []word, at int, phrase []string) bool {
	if at+len(phrase) > len(words) {
		return false
	}
	for i, p := range phrase {
		if words[at+i].folded != p && p != anyWord {
			return false
		}
	}
	return true
}

// mark marks every word of the text that stands in the phrase, wherever the phrase stands,
// and tells whether it stands anywhere.
func mark(text []word, phrase string, marked []bool) bool {
	var folded []string
	for _, w := range wordsOf(phrase) {
		folded = append(folded, w.folded)
	}
	if len(folded) == 0 {
		return false
	}
	found := false
	for at := range text {
		if matches(text, at, folded) {
			found = true
			for i := range folded {
				marked[at+i] = true
			}
		}
	}
	return found
}

// phrases reads a list of phrases, by their first words.
func phrases(list string) map[string][][]string {
	byFirst := map[string][][]string{}
	for phrase := range strings.SplitSeq(list, ",") {
		words := strings.Fields(strings.ToLower(phrase))
		byFirst[words[0]] = append(byFirst[words[0]], words)
	}
	return byFirst
}

// hedge is a weakening phrase in a text: the words from one position up to another.
type hedge struct{ from, to int }

// find finds the phrases of the lists in a text, those that overlap as one.
func find(text []word, lists ...map[string][][]string) []hedge {
	var found []hedge
	for at := range text {
		to := at
		for _, list := range lists {
			for _, phrase := range list[text[at].folded] {
				if matches(text, at, phrase) && !isFirm(text, at, phrase) {
					to = max(to, at+len(phrase))
				}
			}
		}
		switch last := len(found) - 1; {
		case to == at:
		case last >= 0 && at < found[last].to:
			found[last].to = max(found[last].to, to)
		default:
			found = append(found, hedge{at, to})
		}
	}
	return found
}

// isMonth tells whether "may" is the month: beside the number of a day or year, or written
// with a capital where no verb follows that only the other "may" takes.
func isMonth(text []word, at int) bool {
	isNumber := func(i int) bool {
		return i >= 0 && i < len(text) && unicode.IsDigit([]rune(text[i].folded)[0])
	}
	if isNumber(at-1) || isNumber(at+1) {
		return true
	}
	if text[at].written != "May" {
		return false
	}
	verb := ""
	if at+1 < len(text) {
		verb = text[at+1].folded
	}
	return verb != "be" && verb != "have" && verb != "not" && verb != "well" && verb != "also"
}

// show returns the words as they are written.
func show(text []word) string {
	var written []string
	for _, w := range text {
		written = append(written, w.written)
	}
	return strings.Join(written, " ")
}
