package render

import (
	"context"
	"math"

	"example.org/graphgen/internal/layout"
	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/wording"
)

// Inline is a view as two pictures that stand in one page and leave everything around the
// diagram but the legend to it. The marks on lines are the numbers of wording.Describer.Notes: the
// page must print every note, or it would show allegations without their denials.
type Inline struct {
	ID    string  // of the wide picture; other ids of the view begin with it and scene.Own
	Width float64 // of the wide picture, in CSS pixels; the narrow one is made for 320 to 480

	Wide, Narrow []byte // SVG
}

// inline draws a view for a page, as it is placed already, unless words have to be set anew
// because pictures by themselves have other notes.
func (r *Renderer) inline(ctx context.Context, d *diagram, placed *layout.Placement) (*Inline, error) {
	if !r.draws(notesPart) {
		all := *r
		all.Without = nil
		d = all.composeWith(d.view, func(wording.Note) bool { return true })
		var err error
		if placed, err = all.layOut(ctx, d); err != nil {
			return nil, err
		}
	}
	in := &Inline{ID: r.Prefix + r.pictureID(d.view.Spec)}
	wide := r.inPage(d, in.ID, math.Ceil(max(placed.Width, minWidth))+2*narrowMargin)
	wide.frame.wide = placed
	wide.frame.middle(placed)
	narrow := r.inPage(d, in.ID+"."+scene.Own+"narrow", narrowWidth)
	narrow.frame.items = append(narrow.frame.items, narrow.frame.column(placed))
	narrow.frame.countedApart()
	in.Width = wide.Width
	var err error
	if in.Wide, err = r.write(wide.finished(r)); err != nil {
		return nil, err
	}
	in.Narrow, err = r.write(narrow.finished(r))
	return in, err
}

// inPage is a picture for a page while it is set.
type inPage struct {
	*scene.Scene
	frame *frame
}

func (r *Renderer) inPage(d *diagram, id string, width float64) *inPage {
	s := &scene.Scene{
		ID:          id,
		Lang:        r.describer.Lang,
		Title:       r.describer.Text(d.view.Spec.Title),
		Description: r.describer.Alt(d.view), // the caption stands beside it
		Width:       width,
		Inline:      true,
	}
	return &inPage{s, &frame{renderer: r, diagram: d, width: width, margin: narrowMargin, y: narrowMargin}}
}

func (p *inPage) finished(r *Renderer) *scene.Scene {
	p.frame.legend()
	p.Height = math.Ceil(p.frame.y)
	p.Items = p.frame.onPaper(p.Height)
	return r.turn(p.Scene)
}
