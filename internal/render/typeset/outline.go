package typeset

import (
	"math"
	"slices"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"

	"example.org/graphgen/internal/render/scene"
)

// Outline returns a line of text as the outlines of its glyphs, in pixels, and how far it
// advances. The baseline starts at the origin and y runs down; outlines wind so that the
// nonzero rule fills them. The line begins at the left, whatever its direction, and letters
// stand in the order in which they are read (Unicode Standard Annex #9; isolates may be
// nested, but of embeddings only the outermost is sure to stand right). What no font has is a
// hollow box of the estimated width.
func (m *Measurer) Outline(s string, style Style) (outline scene.Path, width float64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !(style.Size > 0) {
		return nil, 0
	}
	f := m.face(style.Bold)
	pen := pen{scale: math.Round(style.Size*64) / 64 / unitsPerEm}
	clusters, _ := split(s)
	l := line{f, clusters, isolateEnds(clusters)}
	pen.draw(f, l.runs(0, len(clusters), style.RightToLeft, 0))
	return pen.path, pixels(pen.x, style.Size)
}

// run is neighbouring characters that are shaped together, or a part that is set apart.
type run struct {
	runes  []rune
	script language.Script
	level  bidi.Level
	font   *typeface // nil if no font has the one cluster that the run then is
	width  int64     // of such a cluster
	apart  []run     // what is set apart, from left to right; nil for none
}

// line is a line of text with its isolates.
type line struct {
	face     *face
	clusters []string
	ends     []int // see isolateEnds
}

// runs cuts a stretch of the line where font, script or direction change, and returns the
// parts from left to right. What is set apart takes part in the order as one character that
// has no direction.
func (l *line) runs(from, to int, rightToLeft bool, depth int) []run {
	var text []rune
	for i := from; i < to; i++ {
		switch {
		case l.ends[i] > 0 && depth < deepest:
			text = append(text, '\uFFFC')
			i = min(l.ends[i], to-1)
		case l.ends[i] == 0 && l.clusters[i] != string(endIsolate):
			text = append(text, []rune(l.clusters[i])...)
		}
	}
	levels := levelsOf(text, rightToLeft)
	var runs []run
	at := 0
	for i := from; i < to; i++ {
		switch end := l.ends[i]; {
		case end > 0 && depth < deepest:
			direction := isolateDirection(l.clusters[i], l.clusters[i+1:min(end, to)])
			runs = append(runs, run{level: levels[at], apart: l.runs(i+1, min(end, to), direction, depth+1)})
			i, at = min(end, to-1), at+1
		case end == 0 && l.clusters[i] != string(endIsolate):
			runes := []rune(l.clusters[i])
			runs = l.face.extend(runs, l.face.cluster(l.clusters[i]), runes, levels[at])
			at += len(runes)
		}
	}
	return visual(runs)
}

// extend adds a cluster to the last run, or a run for it.
func (f *face) extend(runs []run, c *cluster, runes []rune, level bidi.Level) []run {
	if runes = drawn(runes); len(runes) == 0 {
		return runs
	}
	if n := len(runs); n > 0 && c.font != nil {
		last := &runs[n-1]
		if last.font == c.font && last.level == level && (last.script == c.script || !last.script.Strong() || !c.script.Strong()) {
			last.runes = append(last.runes, runes...)
			if c.script.Strong() {
				last.script = c.script
			}
			return runs
		}
	}
	return append(runs, run{runes: runes, script: c.script, level: level, font: c.font, width: c.width})
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

func (p *pen) draw(f *face, runs []run) {
	for _, r := range runs {
		switch {
		case r.apart != nil:
			p.draw(f, r.apart)
		case r.font == nil:
			p.missing(r.width)
		default:
			p.glyphs(f, r)
		}
	}
}

func (p *pen) glyphs(f *face, r run) {
	defer r.font.damaged(func() { f.shaper = shaping.HarfbuzzShaper{} })
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
