package edits

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Plain is a text on one line, without control characters. What only directs how it runs is left out: the program keeps
// apart what reads from right to left by letters of its own, and puts them in again. Where
// lines are broken between letters of scripts without spaces, a space of no width is left.
func Plain(text string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(strings.Map(undirected, text), "\n") {
		line = strings.Join(strings.FieldsFunc(line, isSpace), " ")
		if line == "" {
			continue
		}
		if b.Len() > 0 {
			last, _ := utf8.DecodeLastRuneInString(b.String())
			first, _ := utf8.DecodeRuneInString(line)
			if unicode.In(last, unspaced...) && unicode.In(first, unspaced...) {
				b.WriteRune('\u200b')
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(line)
	}
	return b.String()
}

// Same tells whether two texts read the same, however their lines are broken.
func Same(a, b string) bool { return a == b || dense(a) == dense(b) }

// dense is a text without any white space.
func dense(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u200b' {
			return -1
		}
		return undirected(r)
	}, text)
}

func undirected(r rune) rune {
	if unicode.IsControl(r) && !strings.ContainsRune("\n\t\r", r) {
		return -1
	}
	if r == '\u061c' || r == '\u200e' || r == '\u200f' || '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069' {
		return -1
	}
	return r
}

func isSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\r' }

// unspaced are scripts that have no spaces between words.
var unspaced = []*unicode.RangeTable{unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Han, unicode.Hiragana, unicode.Katakana}
