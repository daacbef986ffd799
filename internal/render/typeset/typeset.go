// Package typeset measures and wraps the texts of a diagram, so that nodes are given the
// size of their words. It knows fonts, scripts and line breaking, and must never know what
// a text says or where it is drawn.
//
// Latin, Greek, Cyrillic and Hebrew are measured with Liberation Sans, and Arabic, Khmer, Lao,
// Burmese and Thai with Noto Sans; both are part of the program. Liberation Sans has the metrics of
// Arial, so that a drawing that asks for
//
//	font-family: "Liberation Sans", Arial, Helvetica, sans-serif
//
// gets the widths given here. A newsroom's own font is asked before those (see [Options]).
// Other fonts that a reader may have run up to 10% wider (Roboto, Noto Sans) or 25% (DejaVu
// Sans); leaving room for them is the caller's to do. Scripts that no shipped font has are estimated, wide
// rather than narrow (see [Measurer.Uncovered]). Fonts of the machine are never looked at.
//
// # The same on every processor
//
// Shaping and adding up are done in integers, in units of 1/131072 em: 1/64 of a unit of
// Liberation Sans. Sizes are rounded to 1/64 pixel before, and widths up to 1/64 pixel after.
// No floating-point sum can come out otherwise on another processor.
//
// # A line is the sum of its pairs
//
// The shipped fonts move letters by pairs only (kerning), and have no ligatures of two
// clusters that are on by themselves. So the width of any stretch of text is that of its
// grapheme clusters, or whole words where letters are joined (Arabic), plus what each
// neighbouring pair adds, which are shaped once and remembered; tests hold the sum against shaping the whole, and against Chromium. Only a space
// where a line changes script or direction may be kerned here and not in a browser, by 0.06 em
// at most.
package typeset

import (
	"math"
	"strings"
	"sync"
)

// unitsPerEm is the resolution of every length inside this package: 64 for each of Liberation
// Sans's own units, and fine enough for fonts that divide the em otherwise.
const unitsPerEm = 64 * 2048

// Style is how a text is set.
type Style struct {
	Size        float64 // of the em, in pixels; a size that is not above zero gives no width
	Bold        bool
	Tight       bool // whether no word may be wider than its column; see Wrap
	RightToLeft bool // the direction of the line, which orders its parts and changes no width
}

// Options are what a Measurer may be told. The zero value is the shipped fonts alone.
type Options struct {
	// Font is a TrueType or OpenType font file to measure with in place of Liberation Sans.
	// What it lacks is measured with the shipped fonts.
	Font []byte
	// BoldFont is the same for bold texts. Without it, bold texts are measured with Font, as
	// a browser does that thickens a font which has no bold: it leaves the advances alone.
	BoldFont []byte
}

// Measurer measures texts. It is safe for concurrent use. One is enough for a program: it
// remembers what it has shaped.
type Measurer struct {
	mu                 sync.Mutex
	regular, bold      face
	ownFont, ownBolder *typeface
}

// New returns a Measurer with the shipped fonts. Each is read when the first text that needs
// it is measured.
func New() *Measurer { return &Measurer{} }

// NewWith returns a Measurer with a caller's fonts. It fails if one cannot be read.
func NewWith(o Options) (*Measurer, error) {
	m := New()
	var err error
	if o.Font != nil {
		if m.ownFont, err = own("regular", o.Font); err != nil {
			return nil, err
		}
		m.ownBolder = m.ownFont
	}
	if o.BoldFont != nil {
		if m.ownBolder, err = own("bold", o.BoldFont); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// Damage is what is wrong with a caller's font that only using it shows; nil for nothing. What
// was measured and drawn with it is not to be relied on then.
func (m *Measurer) Damage() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, t := range []*typeface{m.ownFont, m.ownBolder} {
		if t != nil && t.damage != nil {
			return t.damage
		}
	}
	return nil
}

// face returns the fonts of a weight, ready to use. The caller holds the lock.
func (m *Measurer) face(bold bool) *face {
	f, given := &m.regular, m.ownFont
	if bold {
		f, given = &m.bold, m.ownBolder
	}
	if f.clusters == nil {
		f.load(bold, given)
	}
	return f
}

// Width returns how far the text advances on one line, in pixels. White space counts as it
// stands, a tab or a line break as a space; control characters and other invisible ones (zero
// width space, bidi controls) have no width.
func (m *Measurer) Width(s string, style Style) float64 {
	clusters, _ := split(s)
	m.mu.Lock()
	defer m.mu.Unlock()
	return pixels(m.face(style.Bold).width(clusters), style.Size)
}

// Reach returns how far the text reaches above and below its baseline, in pixels, both positive:
// as the font that is asked first says, or further where it has letters of a font that reaches
// further, or ink that goes beyond what its font says. Fonts that leave room for much that is
// rarely written, such as the Arabic and the Burmese one, count by their ink.
func (m *Measurer) Reach(s string, style Style) (ascent, descent float64) {
	clusters, _ := split(s)
	m.mu.Lock()
	defer m.mu.Unlock()
	f := m.face(style.Bold)
	up, down := f.fonts[0].ascent, f.fonts[0].descent
	for _, text := range clusters {
		c := f.cluster(text)
		up, down = max(up, c.ascent), max(down, c.descent)
	}
	return pixels(up, style.Size), pixels(down, style.Size)
}

// lastCovered ends Latin Extended-A, all of which the shipped fonts have.
const lastCovered = 0x17F

// Uncovered returns the characters of the text that no font has and whose widths are
// therefore estimated, each once, in the order of their first appearance.
func (m *Measurer) Uncovered(s string) []rune {
	if !strings.ContainsFunc(s, func(r rune) bool { return r > lastCovered }) {
		return nil
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	f := m.face(false)
	var missing []rune
	seen := map[rune]bool{}
	clusters, _ := split(s)
	for _, text := range clusters {
		if f.cluster(text).font != nil {
			continue
		}
		for _, r := range text {
			if !seen[r] && !isInvisible(r) && f.fontWith(r) == nil {
				seen[r] = true
				missing = append(missing, r)
			}
		}
	}
	return missing
}

// pixels converts units to pixels at a size, rounding up to 1/64 pixel.
func pixels(units int64, size float64) float64 {
	const largest = 1 << 16 // px; keeps the product below within 64 bits for a text of any length
	if !(size > 0) {
		return 0
	}
	size64 := int64(math.Round(min(size, largest) * 64))
	return float64((units*size64+unitsPerEm-1)/unitsPerEm) / 64
}
