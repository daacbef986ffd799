package render

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"example.org/graphgen/internal/layout"
	"example.org/graphgen/internal/layout/geometry"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/render/typeset"
	"example.org/graphgen/internal/wording"
	"example.org/graphgen/internal/words"
)

const (
	shapeWidth    = 46.0 // of an entity without its words
	shapeHeight   = 28.0
	leastOutline  = 150.0 // the least height, in pixels, at which a diagram without words tells anything
	mostOutline   = 1.3   // how much it is enlarged at most
	outlinedNodes = 60    // beyond so many it is a tangle
	countSpace    = 12.0
)

// summaryCard says how much there is of what and who says so, below the diagram without a
// name or a word: as such it says nothing of anybody.
func (r *Renderer) summaryCard(ctx context.Context, v *network.View) (*scene.Scene, error) {
	d := r.composeWith(v, noNote)
	p := r.panelBeside(d)
	tallies := r.describer.Tallies(v)
	sizes := []float64{17, 15, 13, leastOnCard}
	if len(v.Nodes) <= outlinedNodes {
		for _, size := range sizes {
			f := r.counts(d, tallies, size, p.room)
			above := geometry.Rect{Left: p.room.Left, Top: p.room.Top, Right: p.room.Right, Bottom: p.room.Bottom - f.y - 24}
			if above.Bottom-above.Top >= leastOutline {
				outline, err := r.wordless(ctx, d, above)
				return r.cardScene(d, p, append(outline, scene.Scaled(f.items, 0, p.room.Bottom-f.y, 1)...)), err
			}
		}
	}
	for _, told := range [][]wording.Tally{tallies, r.bare(tallies)} {
		for _, size := range sizes {
			if f := r.counts(d, told, size, p.room); f.y <= p.room.Bottom-p.room.Top {
				return r.cardScene(d, p, scene.Scaled(f.items, 0, (p.room.Top+p.room.Bottom-f.y)/2, 1)), nil
			}
		}
	}
	return r.cardScene(d, p, nil), nil
}

// bare are tallies that name nobody, since there are too many to be named. Nothing is drawn
// beside those.
func (r *Renderer) bare(tallies []wording.Tally) []wording.Tally {
	bare := slices.Clone(tallies)
	for i := range bare {
		bare[i].Words, bare[i].Answers = r.describer.Words.Standing(bare[i].Verdict.Standing), nil
	}
	return bare
}

// noNote keeps none: there is no line whose words could lead to one.
func noNote(wording.Note) bool { return false }

// wordless draws a diagram without its words into a rectangle.
func (r *Renderer) wordless(ctx context.Context, d *diagram, into geometry.Rect) ([]scene.Item, error) {
	var best []scene.Item
	largest := 0.0
	d = d.wordless()
	err := r.eachWay(ctx, d, func(placed *layout.Placement) {
		scale := min((into.Right-into.Left)/max(placed.Width, 1), (into.Bottom-into.Top)/max(placed.Height, 1), mostOutline)
		if scale > largest {
			drawing := d.drawing(placed, offset{})
			for i := range d.nodes {
				at, b := placed.Nodes[i], &d.nodes[i]
				if b.Entity != nil {
					const side = shapeHeight - 10
					drawing.Items = append(drawing.Items, symbol(b.Entity.Type, at.X-side/2, at.Y-side/2, side, b.look.stroke)...)
				}
			}
			best, largest = fit(into, []scene.Item{drawing}, placed.Width, placed.Height, scale), scale
		}
	})
	return best, err
}

// wordless is a diagram of the shapes and lines of this one.
func (d *diagram) wordless() *diagram {
	bare := *d
	d = &bare
	d.nodes, d.edges, d.clusters = slices.Clone(d.nodes), slices.Clone(d.edges), slices.Clone(d.clusters)
	for i := range d.nodes {
		n := &d.nodes[i]
		n.words, n.symbol, n.hasBar, n.w, n.h = paragraph{}, "", false, shapeWidth, shapeHeight
	}
	for i := range d.edges {
		d.edges[i].words, d.edges[i].labels = paragraph{}, []label{{}}
	}
	for i := range d.clusters {
		d.clusters[i].words = paragraph{}
	}
	return d
}

// counts sets, from the top of the picture down, how many entities of each type there are and
// how many lines stand alike.
func (r *Renderer) counts(d *diagram, tallies []wording.Tally, size float64, room geometry.Rect) *frame {
	f := &frame{renderer: r, diagram: d, width: room.Right, margin: room.Left}
	f.typeCounts(size)
	var kind words.Phrase
	for _, t := range tallies {
		if t.Kind != kind {
			f.y += size * 0.6
			f.paragraph(r.describer.Words.Say(t.Kind), textLine{size: size, bold: true, ink: quiet})
			f.y += 2
			kind = t.Kind
		}
		f.tally(t, size)
	}
	return f
}

func (f *frame) typeCounts(size float64) {
	x, high := f.margin, size+16
	entries := f.diagram.legend(f.renderer.describer)
	for i, kind := range f.diagram.types() {
		n := 0
		for j := range f.diagram.nodes {
			if e := f.diagram.nodes[j].Entity; e != nil && e.Type == kind {
				n++
			}
		}
		var p paragraph
		f.renderer.add(&p, entries[i].text+" × "+strconv.Itoa(n), textLine{size: size, ink: ink}, 0)
		width := shapeWidth + countSpace + f.renderer.exactWidth(&p)
		if x > f.margin && x+width > f.width {
			x, f.y = f.margin, f.y+high
		}
		f.items = append(f.items, entries[i].swatch(x, f.y+(high-24)/2, shapeWidth-4, 24)...)
		f.items = append(f.items, p.from(x+shapeWidth+countSpace-4, f.y+(high-p.h)/2)...)
		x += width + 18
	}
	f.y += high
}

// tally sets one line of how many stand so.
func (f *frame) tally(t wording.Tally, size float64) {
	style := textLine{size: size, bold: true, ink: ink}
	p := pen{ink: lineInk, width: widthOf(t.Verdict) + 0.4, dash: dashOf(t.Verdict)}
	if t.Kind == words.Flows {
		p.width = flowWidth
	}
	number := strconv.Itoa(t.Count)
	digits := f.renderer.measure.Width("000", typeset.Style{Size: size, Bold: true})
	x := f.margin + shapeWidth + countSpace - 4
	_, items := f.block(number, style, x, f.y, 0)
	f.items = append(f.items, items...)
	style.bold = false
	x += max(digits, f.renderer.measure.Width(number+" ", typeset.Style{Size: size, Bold: true}))
	said := f.renderer.fitting([]string{strings.Join(append([]string{t.Words}, t.Answers...), " · ")}, style, []float64{size}, f.width-x, cardHeight)
	f.items = append(f.items, said.from(x, f.y)...)
	swatch := lineSwatch(p)
	if t.Kind == words.Figures {
		swatch = valueSwatch(p.dash)
	}
	f.items = append(f.items, swatch(f.margin, f.y, shapeWidth-4, float64(size*leading))...)
	f.y += said.h + 4
}

// valueSwatch is the node of a figure's value.
func valueSwatch(dash scene.Dash) func(x, y, w, h float64) []scene.Item {
	return func(x, y, w, h float64) []scene.Item {
		return []scene.Item{scene.Shape{Path: valueLook.outline(x+8, y+1, w-16, h-2), Fill: valueLook.fill, Stroke: valueLook.stroke, Width: 1.4, Dash: dash}}
	}
}
