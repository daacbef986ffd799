package render

import (
	"math"
	"strings"
	"unicode"
)

// Texts are measured in our fonts and seen in a reader's. Against Liberation Sans and Noto
// Sans, as Chromium sets the texts of the seed case and of others: Noto Sans 1.04 in the
// median and 1.1 at most, DejaVu Sans 1.13 and 1.2, its bold 1.2 and 1.25, its Lao 1.37.
const (
	widerFonts = 1.2
	widerLao   = 1.38
)

// spare is how far a text in such a font may reach into the gap or margin beside its column.
const spare = 10.0

// reserve is how much wider than in our font a text may come out.
func reserve(text string) float64 {
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Lao, r) }) {
		return widerLao
	}
	return widerFonts
}

// wrapWidth is the width at which a text wraps in our font that is to stay in a column of a
// width in any.
func wrapWidth(text string, width float64) float64 {
	return min(width, (width+spare)/reserve(text))
}

// fit gives the box the size of its words in any font.
func (b *box) fit() {
	b.w = max(56, b.content()+2*boxPadX+2*b.look.side)
	b.h = max(34, b.words.h+2*boxPadY)
	if b.look.round {
		b.h += 6
		b.w = max(b.w, b.ellipseWidth())
	}
	if b.node.Hub {
		b.w, b.h = b.w+float64(2*hubRing), b.h+float64(2*hubRing)
	}
}

// content is the width of the box's words, with the symbol beside them if it has one.
func (b *box) content() float64 {
	if b.symbol == "" {
		return b.words.w
	}
	return b.words.w + symbolSize + symbolGap
}

// ellipseWidth is how wide an ellipse of the box's height must be to have every line of its
// words inside, and the symbol.
func (b *box) ellipseWidth() float64 {
	const clearance = 2.0
	half := 0.0
	holds := func(x, y float64) { // a corner so far from the middle
		share := y / (b.h / 2)
		half = max(half, (x+clearance)/math.Sqrt(1-float64(share*share)))
	}
	if b.symbol != "" {
		holds(b.content()/2, symbolSize/2)
	}
	top, beside := -b.words.h/2, (b.content()-b.words.w)/2
	for _, l := range b.words.lines {
		holds(l.width/2+beside, max(-top, top+l.height))
		top += l.height
	}
	return 2 * half
}
