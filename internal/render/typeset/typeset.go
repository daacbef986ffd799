// Package typeset measures and wraps the texts of a diagram, so that boxes are given the
// size of their words. It knows fonts, scripts and line breaking, and must never know what
// a text says or where it is drawn.
//
// Latin, Greek, Cyrillic and Hebrew are measured with Liberation Sans, which is part of the
// program and has the metrics of Arial: a drawing that asks for
//
//	font-family: "Liberation Sans", Arial, Helvetica, sans-serif
//
// gets the widths given here. Other fonts that a reader may have run up to 8% wider (Roboto,
// Noto Sans); leaving room for them is the caller's to do. Scripts that Liberation Sans lacks
// are estimated, wide rather than narrow (see [Measurer.Uncovered]). Fonts of the machine are
// never looked at.
//
// # The same on every processor
//
// Shaping and adding up are done in integers, in the font's own units of 1/2048 em. Sizes are
// rounded to 1/64 pixel before, and widths up to 1/64 pixel after. No floating-point sum can
// come out otherwise on another processor.
//
// # A line is the sum of its pairs
//
// Liberation Sans moves letters by pairs only (kerning), and has no ligatures that are on by
// themselves. So the width of any stretch of text is that of its grapheme clusters plus what
// each neighbouring pair adds, which are shaped once and remembered; a test holds the sum
// against shaping the whole.
package typeset

import (
	"math"
	"sync"

	"github.com/go-text/typesetting/language"
)

// unitsPerEm is the resolution of both Liberation Sans fonts, and of every width inside this
// package.
const unitsPerEm = 2048

// Style is how a text is set.
type Style struct {
	Size float64 // of the em, in pixels; a size that is not above zero gives no width
	Bold bool
}

// Measurer measures texts. It is safe for concurrent use. One is enough for a program: it
// remembers what it has shaped.
type Measurer struct {
	mu            sync.Mutex
	regular, bold face
}

// New returns a Measurer. Fonts are read when the first text in their weight is measured.
func New() *Measurer { return &Measurer{} }

// face returns the font of a weight, ready to use. The caller holds the lock.
func (m *Measurer) face(bold bool) *face {
	f := &m.regular
	if bold {
		f = &m.bold
	}
	if f.clusters == nil {
		f.load(bold)
	}
	return f
}

// Width returns how far the text advances on one line, in pixels. White space counts as it
// stands, a tab or a line break as a space; control characters and other invisible ones (zero
// width space, bidi controls) have no width.
func (m *Measurer) Width(s string, style Style) float64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	clusters, _ := split(s)
	return pixels(m.face(style.Bold).width(clusters), style.Size)
}

// Ascent returns how far the font reaches above the baseline, in pixels.
func (m *Measurer) Ascent(style Style) float64 { return pixels(liberationAscent, style.Size) }

// Descent returns how far the font reaches below the baseline, in pixels, as a positive number.
func (m *Measurer) Descent(style Style) float64 { return pixels(liberationDescent, style.Size) }

// LineHeight returns the distance from one baseline to the next that the font asks for, in pixels.
func (m *Measurer) LineHeight(style Style) float64 {
	return pixels(liberationAscent+liberationDescent+liberationLineGap, style.Size)
}

// Reach returns how far the text reaches above and below its baseline, in pixels: as
// [Measurer.Ascent] and [Measurer.Descent] say, or further where it has letters of a script
// that stacks them higher or deeper, such as Khmer or Burmese.
func (m *Measurer) Reach(s string, style Style) (ascent, descent float64) {
	up, down := int64(liberationAscent), int64(liberationDescent)
	last := language.Common
	for _, r := range s {
		script := language.LookupScript(r)
		if script == last || !script.Strong() {
			continue
		}
		last = script
		if known, ok := scripts[script]; ok {
			up = max(up, milliEm(known.ascent))
			down = max(down, milliEm(known.descent))
		}
	}
	return pixels(up, style.Size), pixels(down, style.Size)
}

// Uncovered returns the characters of the text that the shipped fonts lack and whose widths
// are therefore estimated, each once, in the order of their first appearance.
func (m *Measurer) Uncovered(s string) []rune {
	m.mu.Lock()
	defer m.mu.Unlock()
	f := m.face(false)
	var missing []rune
	seen := map[rune]bool{}
	clusters, _ := split(s)
	for _, text := range clusters {
		if f.cluster(text).covered {
			continue
		}
		for _, r := range text {
			if !seen[r] && !f.has(r) {
				seen[r] = true
				missing = append(missing, r)
			}
		}
	}
	return missing
}

// pixels converts font units to pixels at a size, rounding up to 1/64 pixel.
func pixels(units int64, size float64) float64 {
	const largest = 1 << 16 // px; keeps the product below within 64 bits for a text of any length
	if !(size > 0) {
		return 0
	}
	size64 := int64(math.Round(min(size, largest) * 64))
	return float64((units*size64+unitsPerEm-1)/unitsPerEm) / 64
}
