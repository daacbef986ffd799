package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MostWords is how many words a quote may have, as CountWords counts them.
const MostWords = 12

// CountWords counts words as a reader would: what stands between spaces and dashes. In
// scripts without spaces it counts letters: about five of Thai, Lao, Khmer or Burmese make a
// word, and about two of Chinese or Japanese.
func CountWords(text string) int {
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
		case unicode.In(r, unicode.L, unicode.N) && !inWord:
			inWord = true
			words++
		}
	}
	return words + (five+4)/5 + (two+1)/2
}

// Span is a stretch of Text.String(), in bytes; End is exclusive.
type Span struct{ Start, End int }

// Words cuts a stretch of the text where a quote might begin or end: at white space and zero
// width spaces and, in scripts without spaces, around each letter with its marks. Whether a
// quote may be cut there is for Check to say.
func (t *Text) Words(within Span) []Span {
	var words []Span
	start := -1
	finish := func(end int) {
		if start >= 0 {
			words = append(words, Span{start, end})
			start = -1
		}
	}
	spaceless := false // of the last letter
	for at := within.Start; at < within.End; {
		r, size := utf8.DecodeRuneInString(t.text[at:within.End])
		isLetter := isWordRune(r) && !unicode.Is(unicode.M, r)
		switch {
		case unicode.IsSpace(r) || r == '\u200b':
			finish(at)
			spaceless = false
		case isLetter && (spaceless || isSpaceless(r)):
			finish(at)
			start = at
		case start < 0:
			start = at
		}
		if isLetter {
			spaceless = isSpaceless(r)
		}
		at += size
	}
	finish(within.End)
	return words
}

// Excerpt returns a stretch of the text with its white space folded.
func (t *Text) Excerpt(s Span) string { return oneLine(t.text[s.Start:s.End]) }

// HasWords tells whether a text has a letter or a digit.
func HasWords(text string) bool { return strings.ContainsFunc(text, isWordRune) }
