package render

import (
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout"
	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/render/typeset"
	"example.org/graphgen/internal/wording"
	"example.org/graphgen/internal/words"
)

// In returns a renderer of the same case that words it in another language (BCP 47).
func (r *Renderer) In(lang string) *Renderer {
	other := *r
	other.describer = &wording.Describer{Index: r.describer.Index, Words: words.For(lang), Lang: lang, Trace: r.describer.Trace}
	return &other
}

// pictureID is the id of a view's picture: the view's, behind what sets the case apart, and in
// another language than the case's that language as well, set off as no view's id is, so that one
// page can hold both.
func (r *Renderer) pictureID(spec *entities.View) string {
	if r.describer.Lang == r.describer.Index.Case.Language {
		return r.IDPrefix + spec.ID
	}
	return r.IDPrefix + spec.ID + "." + scene.Own + r.describer.Lang
}

// rightToLeft tells whether pictures read from right to left.
func (r *Renderer) rightToLeft() bool { return typeset.RightToLeft("", r.describer.Lang) }

// turn gives a scene, which is set as if it were to be read from left to right, the direction
// of its language, and the colours of its surroundings.
func (r *Renderer) turn(s *scene.Scene) *scene.Scene {
	s.Items = scene.InScheme(s.Items, r.Scheme)
	if s.RightToLeft = r.rightToLeft(); s.RightToLeft {
		s.Items = scene.Mirrored(s.Items, s.Width)
	}
	return s
}

// leadsTo is an arrow and the name of what a line leads to, in the direction of the picture,
// which an invisible letter tells where the name may read the other way. A line that says the
// same of both ends has a dash there.
func (r *Renderer) leadsTo(name, lang string, mutual bool) string {
	onward, back := "→ ", "← "
	if mutual {
		onward, back = "– ", "– "
	}
	switch {
	case r.rightToLeft():
		return "\u200F" + back + words.Isolate(name, typeset.RightToLeft(name, lang))
	case words.Turns(name):
		return "\u200E" + onward + words.Isolate(name, typeset.RightToLeft(name, lang))
	}
	return onward + name
}

// markIn is the mark that keys a text to its note as it is put behind the text: set apart
// where a part of the text reads from right to left, and would draw it to itself.
func markIn(text, mark, lang string) string {
	if rtl := typeset.RightToLeft(text, lang); rtl || words.Turns(text) {
		return words.Isolate(mark, rtl)
	}
	return mark
}

// facing is a direction of ranks as it comes out in a picture that reads from right to left,
// and the other way around.
func (d *diagram) facing(direction layout.Direction) layout.Direction {
	if d.rightToLeft {
		return direction.Mirrored()
	}
	return direction
}
