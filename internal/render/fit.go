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

// fit gives the node the size of its words in any font.
func (n *node) fit() {
	n.w = max(56, n.content()+2*nodePadX+2*n.look.side)
	n.h = max(34, n.words.h+2*nodePadY)
	if n.look.round {
		n.h += 6
		n.w = max(n.w, n.ellipseWidth())
	}
	if n.Hub {
		n.w, n.h = n.w+float64(2*hubRing), n.h+float64(2*hubRing)
	}
}

// content is the width of the node's words, with the symbol beside them if it has one.
func (n *node) content() float64 {
	if n.symbol == "" {
		return n.words.w
	}
	return n.words.w + symbolSize + symbolGap
}

// ellipseWidth is how wide an ellipse of the node's height must be to have every line of its
// words inside, and the symbol.
func (n *node) ellipseWidth() float64 {
	const clearance = 2.0
	half := 0.0
	holds := func(x, y float64) { // a corner so far from the middle
		share := y / (n.h / 2)
		half = max(half, (x+clearance)/math.Sqrt(1-float64(share*share)))
	}
	if n.symbol != "" {
		holds(n.content()/2, symbolSize/2)
	}
	top, beside := -n.words.h/2, (n.content()-n.words.w)/2
	for _, l := range n.words.lines {
		holds(l.width/2+beside, max(-top, top+l.height))
		top += l.height
	}
	return 2 * half
}
