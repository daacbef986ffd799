package render

import (
	"cmp"
	"strings"

	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/render/typeset"
)

// paragraph is some lines of text, set one below the other around a common middle.
type paragraph struct {
	lines []textLine
	w, h  float64
}

type textLine struct {
	text    string
	mark    string // what the text ends with to key it to a note; may be all of it
	size    float64
	bold    bool
	tight   bool // whether its column cannot grow, so that long words are broken
	running bool // whether it is running text, in which lines are filled
	ink     scene.Colour
	lang    string  // BCP 47; empty for that of the program's words
	rtl     bool    // whether it reads from right to left
	width   float64 // in whatever font it is seen
	height  float64
	drop    float64 // from the line's top to its baseline
}

// add wraps a text, sets its lines in the given style below the paragraph's others, and
// lets the paragraph grow. A width of 0 does not wrap.
func (r *Renderer) add(p *paragraph, text string, style textLine, width float64) {
	style.lang = cmp.Or(style.lang, r.describer.Words.Lang)
	style.rtl = typeset.RightToLeft(text, style.lang)
	set := typeset.Style{Size: style.size, Bold: style.bold, Tight: style.tight, RightToLeft: style.rtl}
	wrap := r.measure.Wrap
	if style.running {
		wrap = r.measure.Fill
	}
	lines := wrap(text, set, width)
	up, down := 0.0, 0.0 // of all lines, so that they stand at one distance
	for _, s := range lines {
		ascent, descent := r.measure.Reach(s, set)
		up, down = max(up, ascent), max(down, descent)
	}
	style.height = max(float64(style.size*leading), up+down)
	style.drop = (style.height-up-down)/2 + up
	for _, s := range lines {
		style.text = s
		style.width = float64(r.measure.Width(s, set) * reserve(s))
		p.lines = append(p.lines, style)
		p.w = max(p.w, style.width)
		p.h += style.height
	}
}

// addNoted is add for a text that a note accounts for; a note of 0 is none.
func (r *Renderer) addNoted(p *paragraph, text string, note int, style textLine, width float64) {
	if note == 0 {
		if text != "" {
			r.add(p, text, style, width)
		}
		return
	}
	mark := markIn(text, noteMark(note), cmp.Or(style.lang, r.describer.Words.Lang))
	r.add(p, strings.TrimSpace(text+" "+mark), style, width)
	p.lines[len(p.lines)-1].mark = mark
}

// at returns the paragraph's texts, centred on a point.
func (p *paragraph) at(x, y float64, halo scene.Colour) []scene.Item {
	return p.set(scene.Text{X: x, Y: y - p.h/2, Anchor: scene.Middle, Halo: halo})
}

// from returns the paragraph's texts with their upper left corner at a point.
func (p *paragraph) from(x, y float64) []scene.Item { return p.set(scene.Text{X: x, Y: y}) }

// set returns the paragraph's texts below the first one's place, and otherwise like it.
func (p *paragraph) set(first scene.Text) []scene.Item {
	items := make([]scene.Item, 0, len(p.lines))
	top := first.Y
	for _, l := range p.lines {
		first.Y, first.Size, first.Bold, first.Fill, first.Value = top+l.drop, l.size, l.bold, l.ink, l.text
		first.Lang, first.RightToLeft = l.lang, l.rtl
		items = append(items, first)
		top += l.height
	}
	return items
}
