package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
)

const (
	zeroWidthSpace = "\u200B"
	softHyphen     = "\u00AD"

	zeroWidthNonJoiner = '\u200C'
	zeroWidthJoiner    = '\u200D'
	// asPicture are the marks that have the letter before them drawn as an emoji.
	asPicture = "\uFE0F\u20E3"
)

// split cuts a text into grapheme clusters (Unicode Standard Annex #29), and keeps a letter
// with the one that it is stacked under, a Burmese vowel with its letter, and the letters of a
// word where they are joined. It tells for each whether a line may end after it (Annex #14),
// soft hyphens aside. Invalid UTF-8 becomes U+FFFD.
func split(s string) (clusters []string, mayBreak []bool) {
	s = strings.ToValidUTF8(s, "\uFFFD")
	var breaks segmenter.Segmenter
	if err := breaks.InitWithString(s); err != nil {
		panic("typeset: valid UTF-8 refused: " + err.Error())
	}
	most := utf8.RuneCountInString(s)
	clusters = make([]string, 0, most)
	mayBreak = make([]bool, 0, most)
	lines, lineEnd := breaks.LineIterator(), 0
	start, stacked, lettered, joined := 0, false, false, false
	for found := breaks.GraphemeIterator(); found.Next(); {
		g := found.Grapheme()
		end := g.OffsetInBytes + g.LengthInBytes
		for lineEnd < end && lines.Next() {
			lineEnd = lines.Line().OffsetInBytes + lines.Line().LengthInBytes
		}
		stacked = stacked && !isBreakingSpace(g.Text[0]) && !isInvisible(g.Text[0])
		joined = joined && isJoining(g.Text[0]) && !mayBreak[len(mayBreak)-1]
		if stacked || joined || lettered && isTrailingVowel(g.Text[0]) {
			last := len(clusters) - 1
			clusters, mayBreak = clusters[:last], mayBreak[:last]
		} else {
			start = g.OffsetInBytes
		}
		clusters = append(clusters, s[start:end])
		mayBreak = append(mayBreak, lineEnd == end && !strings.HasSuffix(s[:end], softHyphen))
		last := g.Text[len(g.Text)-1]
		stacked, lettered = isStacker(last), unicode.IsLetter(last) || unicode.IsMark(last)
		joined = isJoining(g.Text[0])
	}
	return clusters, mayBreak
}

// isSpace tells a cluster that is white space alone, not a space that carries marks.
func isSpace(cluster string) bool {
	for _, r := range cluster {
		if !isBreakingSpace(r) {
			return false
		}
	}
	return true
}

// isBreakingSpace tells white space at which a line may end, and which is then not drawn.
func isBreakingSpace(r rune) bool {
	switch r {
	case '\u00A0', '\u2007', '\u202F': // no-break spaces
		return false
	}
	return unicode.IsSpace(r)
}

// isLineBreak tells white space at which a line must end.
func isLineBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// isInvisible tells characters that take no room: controls, and those that Unicode calls
// default ignorable (zero width space, soft hyphen, joiners, bidi controls, variation selectors).
func isInvisible(r rune) bool {
	return unicode.IsControl(r) || harfbuzz.IsDefaultIgnorable(r)
}

// isStacker tells the signs that join the next letter to the one before: the virama of Indic
// scripts and what Khmer and Burmese have in its place. A line does not break after one.
func isStacker(r rune) bool {
	switch r {
	case 0x094D, 0x09CD, 0x0A4D, 0x0ACD, 0x0B4D, 0x0BCD, 0x0C4D, 0x0CCD, 0x0D4D, 0x0DCA, 0x1039, 0x17D2:
		return true
	}
	return false
}

// joins tells the scripts whose letters take their shapes from the letters beside them.
func joins(script language.Script) bool {
	switch script {
	case language.Arabic, language.Syriac, language.Nko, language.Mandaic, language.Adlam,
		language.Hanifi_Rohingya, language.Mongolian, language.Phags_Pa:
		return true
	}
	return false
}

// isJoining tells the letters of such scripts, and what stands on or between them. Digits and
// stops are not joined.
func isJoining(r rune) bool {
	return joins(lookupScript(r)) && (unicode.IsLetter(r) || unicode.IsMark(r))
}

// isTrailingVowel tells the Burmese vowel and tone signs that stand after their letter, which
// Annex #29 counts as clusters of their own: a font draws them as part of the syllable.
func isTrailingVowel(r rune) bool { return r >= 0x1000 && r <= 0x109F && unicode.Is(unicode.Mc, r) }

// belongsBefore tells a character that had better end a line than begin one.
func belongsBefore(r rune) bool {
	switch r {
	case '\u2013', '\u2014', '/', '\u00B7': // dashes, slash, middle dot
		return true
	}
	return false
}
