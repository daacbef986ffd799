package words

import (
	"cmp"

	"golang.org/x/text/unicode/bidi"
)

// The characters that set a part of a text apart from what is around it (Unicode Standard
// Annex #9): neither changes the order in which the other is read.
const (
	leftToRight = '\u2066'
	rightToLeft = '\u2067'
	firstStrong = '\u2068'
	end         = '\u2069'
)

// Isolate sets a text apart, to be read in a direction, from what it is put beside.
func Isolate(text string, fromRight bool) string {
	if fromRight {
		return string(rightToLeft) + text + string(end)
	}
	return string(leftToRight) + text + string(end)
}

// Turns tells whether a part of a text reads from right to left, and could draw what it is put
// beside to itself. What is set apart already does not count.
func Turns(text string) bool { return partsOf(text).leftward }

// apart sets a text apart that is put into the catalog's words, where it could change their
// order or they its: a name must not move the word that says it is denied. Texts that read as
// the catalog does all through need nothing.
func (c *Catalog) apart(text string) string {
	parts := partsOf(text)
	if c.rightToLeft && !parts.rightward || !c.rightToLeft && !parts.leftward {
		return text
	}
	return Isolate(text, parts.first == rightToLeft)
}

// parts are which ways a text reads, but for what is set apart in it.
type parts struct {
	first               rune // the direction of the first letter; 0 for none
	leftward, rightward bool // whether any letters or digits read so
}

func partsOf(text string) parts {
	var p parts
	depth := 0
	for _, r := range text {
		switch r {
		case leftToRight, rightToLeft, firstStrong:
			depth++
		case end:
			depth--
		}
		if depth > 0 {
			continue
		}
		properties, _ := bidi.LookupRune(r)
		switch properties.Class() {
		case bidi.L:
			p.first, p.rightward = cmp.Or(p.first, leftToRight), true
		case bidi.R, bidi.AL:
			p.first, p.leftward = cmp.Or(p.first, rightToLeft), true
		case bidi.EN:
			p.rightward = true
		case bidi.AN:
			p.leftward, p.rightward = true, true
		}
	}
	return p
}
