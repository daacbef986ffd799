package hedges

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"example.org/graphgen/internal/confusable"
	"example.org/graphgen/internal/quotes"
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
			words = append(words, word{asSeen(f), f})
		}
	}
	return words
}

// asSeen is a word in lower case without what is not seen. One with letters of other scripts
// that looks like a word which weakens or turns is that word.
func asSeen(written string) string {
	if !strings.ContainsFunc(written, func(r rune) bool { return r >= 0x80 }) {
		return strings.ToLower(written)
	}
	plain := confusable.Plain(written)
	if strings.ContainsFunc(plain, func(r rune) bool { return r >= 0x80 && unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }) {
		if skeleton, looks := confusable.Skeleton(written); looks && lookalikes()[skeleton] != "" {
			return lookalikes()[skeleton]
		}
	}
	return plain
}

// lookalikes holds the words that weaken or turn, by what they look like.
var lookalikes = sync.OnceValue(func() map[string]string {
	seen := map[string]string{}
	for _, list := range []map[string][][]string{weakening, limiting, negations, turns} {
		for _, first := range slices.Sorted(maps.Keys(list)) {
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

// marked marks the words of a text that stand in one of the phrases.
func marked(text []word, phrases []string) []bool {
	marked := make([]bool, len(text))
	for _, phrase := range phrases {
		mark(text, phrase, marked)
	}
	return marked
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

// joined returns the words as they are written.
func joined(text []word) string {
	var written []string
	for _, w := range text {
		written = append(written, w.written)
	}
	return strings.Join(written, " ")
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// among tells whether a word is in a list of words with spaces between them.
func among(w, list string) bool { return w != "" && slices.Contains(strings.Fields(list), w) }

// Contains tells whether the words of a phrase stand in a text, one after the other. In scripts
// without spaces between words the letters do.
func Contains(text, phrase string) bool {
	words := wordsOf(text)
	return mark(words, phrase, make([]bool, len(words))) || unspaced(text, phrase)
}

// Names is Contains for a name, which may stand in the possessive: "Berg's".
func Names(text, name string) bool {
	words := wordsOf(text)
	for i := range words {
		words[i].folded = strings.TrimSuffix(words[i].folded, "'s")
	}
	return mark(words, name, make([]bool, len(words))) || unspaced(text, name)
}

// unspaced tells whether a phrase stands in a text of a script that has no spaces between words.
func unspaced(text, phrase string) bool {
	return quotes.CountWords(phrase) > 0 && !strings.ContainsFunc(phrase, func(r rune) bool { return r < 0x0e00 }) &&
		strings.Contains(norm.NFC.String(text), norm.NFC.String(phrase))
}
