// Package render draws a view: it composes nodes and edges with the words that must stand on
// them, has package layout find positions, and sets the picture and its notes. Standing
// decides how a line looks, here and nowhere else. It must never know files or flags.
//
// Renderer.Draw is compose, lay out, picture, publish, and each of these makes a value that the next
// ones only read: compose makes a diagram, with words and sizes of all that is drawn; layout.Place a
// Placement of the Graph that graph makes of it; picture a scene with its frame. narrow sets the
// same lines into one column, publish fills the DOT for people, and card sets a view on 1200 by 630
// pixels, or sums it up. All is set as if it read from left to right, and turn mirrors it for
// languages that do not. Inline is the pair of pictures that stands in a page.
package render

import (
	"context"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/places"
	"example.org/graphgen/internal/render/raster"
	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/render/svg"
	"example.org/graphgen/internal/render/typeset"
	"example.org/graphgen/internal/viewdot"
	"example.org/graphgen/internal/wording"
	"example.org/graphgen/internal/words"
)

// Renderer draws the views of one case. It is safe for concurrent use.
type Renderer struct {
	Engine *graphviz.Engine
	PNG    bool // whether to draw pixels as well
	Card   bool // whether to draw the card as well

	// Prefix begins the ids of pictures that are to stand in a page; empty where none are drawn.
	Prefix string

	// IDPrefix begins the ids of all pictures, so that one page can hold those of two cases whose
	// views have the same ids; empty where none has to.
	IDPrefix string

	// Scheme is the surroundings that pictures are made for; the zero value is either. Pixels are
	// for light ones unless it says dark.
	Scheme scene.Scheme

	// Kept are the places that views are to keep, by the ids of the views.
	Kept map[string]*places.Places

	// Without are the parts that pictures are drawn without. DOT, which is for editing on, has
	// all that it ever has.
	Without []Part

	describer *wording.Describer
	measure   *typeset.Measurer
	fonts     *Fonts // that pictures carry; nil where they carry none
}

// New returns a renderer that words the case in a language (BCP 47), or in the case's own
// where lang is empty.
func New(x *entities.Index, engine *graphviz.Engine, lang string) *Renderer {
	if lang == "" {
		lang = x.Case.Language
	}
	return &Renderer{
		Engine:    engine,
		describer: &wording.Describer{Index: x, Words: words.For(lang), Lang: lang},
		measure:   typeset.New(),
	}
}

// Drawing is a view in the forms that are published.
type Drawing struct {
	SVG    []byte // wide, as it was laid out
	Narrow []byte // SVG for a column of 320 to 480 CSS pixels
	DOT    []byte
	PNG    []byte // the wide form, one pixel to a CSS pixel; nil unless asked for
	PNG2x  []byte // and two
	Card   []byte // PNG of 1200 by 630 pixels, for where a link is shown; nil unless asked for

	Inline *Inline // to stand in a page; nil unless there is a prefix for its ids

	Describer *wording.Describer // of the view: what it worded for the drawing it does not word again

	Lacks []Lack // what was asked for and is nil, each with its reason

	Carried int // the most that fonts take of an SVG, in bytes

	Warnings Warnings
}

// Draw draws one view. An error is of the layout: too large, out of time, or Graphviz's own.
func (r *Renderer) Draw(ctx context.Context, v *network.View) (*Drawing, error) {
	if err := expectSize(v); err != nil {
		return nil, err
	}
	return r.of(v).draw(ctx, v)
}

// of returns a renderer of one view, which calls things as the view does.
func (r *Renderer) of(v *network.View) *Renderer {
	of := *r
	of.describer = r.describer.Of(v)
	return &of
}

func (r *Renderer) draw(ctx context.Context, v *network.View) (*Drawing, error) {
	d := r.compose(v)
	placed, err := r.layOut(ctx, d)
	if err != nil {
		return nil, err
	}
	drawing := &Drawing{DOT: viewdot.Write(r.publish(d, placed)), Warnings: r.warnings(d, placed)}
	drawing.Describer = r.describer
	wide := r.picture(d, placed)
	narrow := r.narrow(d, placed)
	if drawing.SVG, err = r.write(wide); err != nil {
		return nil, err
	}
	if drawing.Narrow, err = r.write(narrow); err != nil {
		return nil, err
	}
	drawing.Carried = max(carried(wide), carried(narrow))
	if r.Prefix != "" {
		if drawing.Inline, err = r.inline(ctx, d, placed); err != nil {
			return nil, err
		}
	}
	if r.PNG {
		r.pixels(wide, drawing)
	}
	if r.Card {
		if drawing.Card, err = r.cardPixels(ctx, v); err != nil {
			drawing.lacks(CardOutput, err)
		}
	}
	if err := r.fonts.damage(); err != nil {
		return nil, err
	}
	return drawing, nil
}

func (r *Renderer) write(s *scene.Scene) ([]byte, error) {
	if err := r.fonts.embed(s); err != nil {
		return nil, err
	}
	return svg.Write(s)
}

func (r *Renderer) pixels(s *scene.Scene, drawing *Drawing) {
	picture := raster.New(s, r.measure)
	var err error
	if drawing.PNG, err = picture.PNG(1); err != nil {
		drawing.lacks("PNG", err)
	}
	if drawing.PNG2x, err = picture.PNG(2); err != nil {
		drawing.lacks("PNG of twice the size", err)
	}
}

func (r *Renderer) cardPixels(ctx context.Context, v *network.View) ([]byte, error) {
	card, err := r.card(ctx, v)
	if err != nil {
		return nil, err
	}
	return raster.PNG(card, 1, r.measure)
}

// CardOutput is what a Lack calls the card.
const CardOutput = "card"

// Lack is an output that was asked for and could not be made, where the others could.
type Lack struct {
	Output string // such as "PNG"
	Err    error
}

func (d *Drawing) lacks(output string, err error) { d.Lacks = append(d.Lacks, Lack{output, err}) }
