// Package render draws a view: it composes boxes and lines with the words that must stand
// on them, lets Graphviz find the places, and sets the picture and its notes. Standing
// decides how a line looks, here and nowhere else. It must never know files or flags.
package render

import (
	"context"

	"example.org/graphgen/internal/account"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render/graphviz"
	"example.org/graphgen/internal/render/svg"
	"example.org/graphgen/internal/render/typeset"
	"example.org/graphgen/internal/words"
)

// Renderer draws the views of one case. It is safe for concurrent use.
type Renderer struct {
	Engine *graphviz.Engine

	teller  *account.Teller
	measure *typeset.Measurer
}

// New returns a renderer that words the case in a language (BCP 47), or in the case's own
// where lang is empty.
func New(x *entities.Index, engine *graphviz.Engine, lang string) *Renderer {
	if lang == "" {
		lang = x.Case.Language
	}
	return &Renderer{
		Engine:  engine,
		teller:  &account.Teller{Index: x, Words: words.For(lang), Lang: lang},
		measure: typeset.New(),
	}
}

// Drawing is a view in the forms that are published.
type Drawing struct {
	SVG    []byte // wide, as Graphviz placed it
	Narrow []byte // SVG for a column of 320 to 480 CSS pixels
	DOT    []byte
}

// Draw draws one view. An error is of the layout: too large, out of time, or Graphviz's own.
func (r *Renderer) Draw(ctx context.Context, v *network.View) (*Drawing, error) {
	if err := expectSize(v); err != nil {
		return nil, err
	}
	d := r.compose(v)
	placed, err := r.arrange(ctx, d)
	if err != nil {
		return nil, err
	}
	wide, err := svg.Write(r.picture(d, placed))
	if err != nil {
		return nil, err
	}
	narrow, err := svg.Write(r.narrow(d, placed))
	if err != nil {
		return nil, err
	}
	return &Drawing{SVG: wide, Narrow: narrow, DOT: r.publish(d).Bytes()}, nil
}
