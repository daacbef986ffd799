package typeset

import (
	"math"
	"slices"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/language"
	bidiclass "golang.org/x/text/unicode/bidi"

	"example.org/graphgen/internal/render/scene"
)

// Outline returns a line of text as the outlines of its glyphs, in pixels, and how far it
// advances. The baseline starts at the origin and y runs down; outlines wind so that the
// nonzero rule fills them. Letters stand in the order in which they are read from left to
// right (Unicode Standard Annex #9, in a left-to-right line, as in SVG; of embeddings that
// control characters nest, only the outermost is sure to stand right). What no font has is a
// hollow box of the estimated width.
func (m *Measurer) Outline(s string, style Style) (outline scene.Path, width float64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !(style.Size > 0) {
		return nil, 0
	}
	f := m.face(style.Bold)
	pen := pen{scale: math.Round(style.Size*64) / 64 / unitsPerEm}
	for _, run := range visual(f.runs(s)) {
		pen.draw(f, run)
	}
	return pen.path, pixels(pen.x, style.Size)
}

// run is neighbouring characters that are shaped together.
type run struct {
	runes  []rune
	script language.Script
	level  bidi.Level
	font   *typeface // nil if no font has the one cluster that the run then is
	width  int64     // of such a cluster
}

// runs cuts a text where font, script or direction change, in the order of the text.
func (f *face) runs(s string) []run {
	clusters, _ := split(s)
	var text []rune
	for _, cluster := range clusters {
		text = append(text, []rune(cluster)...)
	}
	levels := levelsOf(text)
	var runs []run
	at := 0
	for _, cluster := range clusters {
		c, level := f.cluster(cluster), levels[at]
		runes := []rune(cluster)
		at += len(runes)
		if runes = drawn(runes); len(runes) == 0 {
			continue
		}
		if n := len(runs); n > 0 && c.font != nil {
			last := &runs[n-1]
			if last.font == c.font && last.level == level && (last.script == c.script || !last.script.Strong() || !c.script.Strong()) {
				last.runes = append(last.runes, runes...)
				if c.script.Strong() {
					last.script = c.script
				}
				continue
			}
		}
		runs = append(runs, run{runes, c.script, level, c.font, c.width})
	}
	return runs
}

// levelsOf returns the embedding level of each character in a left-to-right line.
func levelsOf(text []rune) []bidi.Level {
	var paragraph bidi.Paragraph
	found := paragraph.Segment(text, bidi.LeftToRight)
	levels := make([]bidi.Level, len(text))
	for i := range found.NumRuns() {
		run := found.Run(i)
		level := run.Level
		number := len(text)
		if level == 2 {
			number = run.Start + numberLength(text[run.Start:run.End])
		}
		for j := run.Start; j < run.End; j++ {
			if j == number {
				level = 0
			}
			levels[j] = level
		}
	}
	return levels
}

// numberLength tells how far the number reaches that stands after right-to-left words. It is
// on level 2, and what follows on level 0; the segmenter makes one run of the two, since both
// read to the right.
func numberLength(text []rune) int {
	end := 0
	for i, r := range text {
		properties, _ := bidiclass.LookupRune(r)
		switch properties.Class() {
		case bidiclass.EN, bidiclass.AN, bidiclass.ET:
			end = i + 1
		case bidiclass.ES, bidiclass.CS, bidiclass.NSM, bidiclass.BN:
		default:
			return end
		}
	}
	return end
}

// visual puts runs into the order in which they stand from left to right (rule L2): from the
// highest level down to 1, every stretch at that level or above is turned around.
func visual(runs []run) []run {
	var highest bidi.Level
	for _, r := range runs {
		highest = max(highest, r.level)
	}
	for level := highest; level > 0; level-- {
		for start := 0; start < len(runs); start++ {
			end := start
			for end < len(runs) && runs[end].level >= level {
				end++
			}
			slices.Reverse(runs[start:end])
			start = end
		}
	}
	return runs
}

// pen draws runs one after the other.
type pen struct {
	path  scene.Path
	x     int64   // where the next run starts, in units
	scale float64 // pixels to a unit
}

func (p *pen) draw(f *face, r run) {
	if r.font == nil {
		p.missing(r.width)
		return
	}
	direction := di.DirectionLTR
	if r.level%2 == 1 {
		direction = di.DirectionRTL
	}
	for _, glyph := range f.shaper.ShapeNoExtents(input(r.font, r.runes, r.script, direction)).Glyphs {
		if outline, ok := r.font.GlyphDataOutline(glyph.GlyphID); ok {
			p.glyph(r.font, outline.Segments, p.x+int64(glyph.XOffset), int64(glyph.YOffset))
		}
		p.x += int64(glyph.Advance)
	}
}

// missing draws the box that stands for what no font has.
func (p *pen) missing(width int64) {
	const top, side, line = unitsPerEm * 7 / 10, unitsPerEm / 16, unitsPerEm / 24
	if width > 4*side {
		left, right := p.x+side, p.x+width-side
		p.path = append(p.path, scene.Polygon(p.at(left, 0), p.at(right, 0), p.at(right, top), p.at(left, top))...)
		p.path = append(p.path, scene.Polygon(p.at(left+line, line), p.at(left+line, top-line),
			p.at(right-line, top-line), p.at(right-line, line))...)
	}
	p.x += width
}

// at is the place of a point that is given in units, y running up.
func (p *pen) at(x, y int64) scene.Point {
	return scene.Point{X: float64(float64(x) * p.scale), Y: -float64(float64(y) * p.scale)}
}
