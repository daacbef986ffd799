package render

import (
	"math"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render/typeset"
	"example.org/graphgen/internal/wording"
	"example.org/graphgen/internal/words"
)

// In whatever font they are seen, all lines of a region's name lie within its ellipse, and
// the symbol beside them.
func TestNamesLieWithinEllipses(t *testing.T) {
	r := &Renderer{measure: typeset.New(), describer: &wording.Describer{Words: words.For("en")}}
	for _, name := range []string{"Asia", "Eastern Highlands and Adjacent Valleys", "The long coast from the delta to the northern capes and all of its islands", "ອາຊີ\u200bຕາເວັນອອກ\u200bສຽງໃຕ້"} {
		n := node{Node: &network.Node{}, look: looks[entities.Region], symbol: entities.Region}
		r.add(&n.words, name, textLine{size: nameSize, bold: true}, nameWidth)
		n.fit()
		within := func(what string, x, y float64) {
			if across, down := x/(n.w/2), y/(n.h/2); math.Hypot(across, down) > 1 {
				t.Errorf("%q: %s leaves an ellipse of %.1f by %.1f at %.1f, %.1f", name, what, n.w, n.h, x, y)
			}
		}
		within("the symbol", n.content()/2, symbolSize/2)
		top := -n.words.h / 2
		for _, l := range n.words.lines {
			if ours := r.measure.Width(l.text, typeset.Style{Size: l.size, Bold: l.bold}); l.width < 1.2*ours {
				t.Errorf("%q has room of %.1f, and is %.1f wide in our font", l.text, l.width, ours)
			}
			x := l.width/2 + (n.content()-n.words.w)/2
			within(l.text, x, top)
			within(l.text, x, top+l.height)
			top += l.height
		}
	}
}

// A column's text wraps so early that it stays, in whatever font, within the column and what
// is spare beside it; a narrow column is never made wider.
func TestColumnsKeepRoomForOtherFonts(t *testing.T) {
	for _, text := range []string{"Who says so", "ໃຜເປັນຜູ້ກ່າວ"} {
		for _, width := range []float64{20, 60, 244, 300, 1000} {
			wrapped := wrapWidth(text, width)
			if wrapped > width || wrapped*reserve(text) > width+spare+1e-9 {
				t.Errorf("%q in a column of %v wraps at %v", text, width, wrapped)
			}
		}
	}
	if latin, lao := wrapWidth("Who", 300), wrapWidth("ໃຜ", 300); lao >= latin {
		t.Errorf("Lao wraps at %v and Latin at %v: some fonts have a far wider Lao", lao, latin)
	}
}
