package render

import (
	"context"
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

// The card's measures, in pixels. It is what social networks show beside a link.
const (
	cardWidth    = 1200.0
	cardHeight   = 630.0
	cardMargin   = 48.0
	cardGap      = 36.0  // around a diagram
	panelWidth   = 456.0 // of the words, where they stand beside the diagram
	leastOnCard  = 11.0  // the size of the smallest letters
	mostEnlarged = 1.5
	cardNodes    = 16 // beyond so many no diagram is tried: it could not be read
)

// card sets a view on 1200 by 630 pixels: the diagram itself where all its words can be read
// at that size, with the note of all that is answered; else how much there is of what, and who
// says so. It is never a part of the diagram, which could lose a denial.
func (r *Renderer) card(ctx context.Context, v *network.View) (*scene.Scene, error) {
	if len(v.Nodes) <= cardNodes {
		s, err := r.diagramCard(ctx, v)
		if s != nil || err != nil {
			return s, err
		}
	}
	return r.summaryCard(ctx, v)
}

// diagramCard is the card with the diagram on it, or nil where that cannot be read. The words
// stand beside it or above it, whichever leaves it larger.
func (r *Renderer) diagramCard(ctx context.Context, v *network.View) (*scene.Scene, error) {
	var best *scene.Scene
	scale := leastOnCard / smallSize
	d := r.composeWith(v, func(n wording.Note) bool { return n.Answered })
	panels := []panel{r.panelBeside(d), r.panelAbove(d)}
	err := r.eachWay(ctx, d, func(placed *layout.Placement) {
		for _, p := range panels {
			items, width, height := r.withNotes(d, placed, p.room.Right-p.room.Left)
			fits := min((p.room.Right-p.room.Left)/width, (p.room.Bottom-p.room.Top)/height, mostEnlarged)
			if fits < scale || best != nil && fits == scale {
				continue
			}
			best, scale = r.cardScene(d, p, fit(p.room, items, width, height, fits)), fits
		}
	})
	return best, err
}

// eachWay lays a diagram out in each of the directions that it may have.
func (r *Renderer) eachWay(ctx context.Context, d *diagram, visit func(*layout.Placement)) error {
	g := *r.graph(d)
	directions, err := layout.Directions(&g)
	if err != nil {
		return err
	}
	for _, direction := range directions {
		g.Direction = direction
		placed, err := r.layOutGraph(ctx, &g)
		if err != nil {
			return err
		}
		visit(placed)
	}
	return nil
}

// withNotes is a diagram with what must stand below it wherever it is, and the size of all.
func (r *Renderer) withNotes(d *diagram, placed *layout.Placement, room float64) (items []scene.Item, width, height float64) {
	columns := float64(len(d.notes))
	f := &frame{renderer: r, diagram: d, width: max(placed.Width, min(float64(columns*(noteColumn+gap))-gap, room))}
	f.items = append(f.items, d.drawing(placed, offset{x: (f.width - placed.Width) / 2}))
	f.y = placed.Height + gap
	f.notes()
	f.corrections()
	f.y -= gap
	return f.items, max(f.width, 1), max(f.y, 1)
}

// fit sets items of a size into the middle of the rectangle.
func fit(r geometry.Rect, items []scene.Item, width, height, scale float64) []scene.Item {
	x := (r.Left + r.Right - float64(width*scale)) / 2
	y := (r.Top + r.Bottom - float64(height*scale)) / 2
	return scene.Scaled(items, x, y, scale)
}

func (r *Renderer) cardScene(d *diagram, p panel, items []scene.Item) *scene.Scene {
	s := &scene.Scene{
		ID: r.pictureID(d.view.Spec) + "-card", Lang: r.describer.Lang,
		Title: r.describer.Text(d.view.Spec.Title), Description: r.describer.Text(d.view.Spec.Caption),
		Width: cardWidth, Height: cardHeight,
	}
	back := scene.Shape{Class: "paper", Path: scene.Rounded(0, 0, cardWidth, cardHeight, 0), Fill: paper}
	s.Items = append(append([]scene.Item{back}, p.items...), items...)
	return r.turn(s)
}

// panel is where a card says what it is of, and the room that it leaves.
type panel struct {
	items []scene.Item
	room  geometry.Rect
}

// panelBeside stands at the left, with the date and the sources at its foot.
func (r *Renderer) panelBeside(d *diagram) panel {
	width, bottom := panelWidth-2*cardMargin+8, cardHeight-cardMargin
	foot := r.footing(d, width, 150)
	items, _ := r.headline(d, width, bottom-foot.h-24)
	items = append(items, foot.from(cardMargin, bottom-foot.h)...)
	back := scene.Shape{Path: scene.Rounded(0, 0, panelWidth, cardHeight, 0), Fill: ink}
	return panel{append([]scene.Item{back}, items...), geometry.Rect{Left: panelWidth + cardGap, Top: cardGap, Right: cardWidth - cardGap, Bottom: cardHeight - cardGap}}
}

// panelAbove takes the whole width and no more height than it needs.
func (r *Renderer) panelAbove(d *diagram) panel {
	const width = cardWidth - 2*cardMargin
	foot := r.footing(d, width, 50)
	items, y := r.headline(d, width, 250-foot.h)
	items = append(items, foot.from(cardMargin, y+10)...)
	y += foot.h + 34
	back := scene.Shape{Path: scene.Rounded(0, 0, cardWidth, y, 0), Fill: ink}
	return panel{append([]scene.Item{back}, items...), geometry.Rect{Left: cardGap, Top: y + 24, Right: cardWidth - cardGap, Bottom: cardHeight - 28}}
}

// headline sets what a card is of: the case, the view's title and its caption. It returns
// where it ends. The name of the case or a caption that has no room is left out whole: half of
// one may say something else.
func (r *Renderer) headline(d *diagram, width, bottom float64) ([]scene.Item, float64) {
	t, spec, y := r.describer, d.view.Spec, cardMargin
	items := ornament(cardMargin, y)
	y += 18
	title, of := t.Text(spec.Title), t.Text(t.Index.Case.Title)
	if of != "" && of != title {
		const most = 60 // of its height: the title is what a card is for
		p := r.fitting([]string{of}, textLine{ink: hairline, lang: t.LangOf(t.Index.Case.Title)}, []float64{16, 14, 12}, width, most)
		if p.h <= most {
			items = append(items, p.from(cardMargin, y)...)
			y += p.h + 8
		}
	}
	p := r.fitting([]string{title}, textLine{bold: true, ink: paper, lang: t.LangOf(spec.Title)}, []float64{46, 42, 38, 34, 30, 26, 22, 18, 15, 12}, width, (bottom-y)*2/3)
	items = append(items, p.from(cardMargin, y)...)
	y += p.h
	if caption := t.Text(spec.Caption); caption != "" {
		p := r.fitting([]string{caption}, textLine{ink: hairline, lang: t.LangOf(spec.Caption)}, []float64{22, 20, 18, 16, 14}, width, bottom-y-12)
		if y+12+p.h <= bottom {
			items = append(items, p.from(cardMargin, y+12)...)
			y += 12 + p.h
		}
	}
	return items, y
}

// ornament is the three ways in which a line can be drawn.
func ornament(x, y float64) []scene.Item {
	var items []scene.Item
	for _, dash := range []scene.Dash{scene.Solid, scene.Dashed, scene.Dotted} {
		items = append(items, scene.Shape{Path: stroke(x, y, x+33, y), Stroke: paper, Width: 3, Dash: dash})
		x += 46
	}
	return items
}

// footing is the date, the sources and who made the diagram: on one line where that is wide
// enough. Of more sources than there is room for, it says how many there are.
func (r *Renderer) footing(d *diagram, width, height float64) paragraph {
	t := r.describer
	var lines []string
	if asOf := t.AsOf(); asOf != "" {
		lines = append(lines, asOf)
	}
	at := len(lines)
	sources := t.Sources(d.all)
	if len(sources) > 0 {
		names := t.SourceName(sources[0])
		for _, s := range sources[1:] {
			names = t.Words.Say(words.Semicolon, names, t.SourceName(s))
		}
		title := t.Words.Say(words.SourcesTitle)
		if len(d.notes) > 0 {
			title = t.SourcesTitle(len(sources)) // which the notes rely on
		}
		lines = append(lines, t.Words.Say(words.Explained, title, names))
	}
	if credit := t.Text(t.Index.Case.Credit); credit != "" {
		lines = append(lines, credit)
	}
	style, sizes := textLine{ink: hairline}, []float64{16, 14, 12, 11}
	if p := r.fitting([]string{strings.Join(lines, " · ")}, style, sizes[:2], width, 20); len(p.lines) == 1 {
		return p
	}
	p := r.fitting(lines, style, sizes, width, height)
	if p.h > height && len(sources) > 1 {
		lines[at] = t.Words.Say(words.Explained, t.Words.Say(words.SourcesTitle), strconv.Itoa(len(sources)))
		p = r.fitting(lines, style, sizes, width, height)
	}
	return p
}

// fitting sets texts in the first of the sizes in which they are no higher than there is room
// for, or in the last. No word runs out of the width.
func (r *Renderer) fitting(texts []string, style textLine, sizes []float64, width, height float64) paragraph {
	var p paragraph
	for _, size := range sizes {
		p, style.size = paragraph{}, size
		for _, text := range texts {
			r.add(&p, text, style, width)
		}
		if p.h <= height && r.exactWidth(&p) <= width {
			return p
		}
	}
	if r.exactWidth(&p) > width {
		p, style.tight = paragraph{}, true
		for _, text := range texts {
			r.add(&p, text, style, width)
		}
	}
	return p
}

// exactWidth is how wide a paragraph is in the font that pixels are drawn with: unlike other
// pictures, a card leaves no room for fonts that a reader may have instead.
func (r *Renderer) exactWidth(p *paragraph) float64 {
	width := 0.0
	for _, l := range p.lines {
		width = max(width, r.measure.Width(l.text, typeset.Style{Size: l.size, Bold: l.bold}))
	}
	return width
}
