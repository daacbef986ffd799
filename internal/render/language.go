package render

import (
	"example.org/graphgen/internal/account"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/words"
)

// In returns a renderer of the same case that words it in another language (BCP 47).
func (r *Renderer) In(lang string) *Renderer {
	other := *r
	other.teller = &account.Teller{Index: r.teller.Index, Words: words.For(lang), Lang: lang}
	return &other
}

// pictureID is the id of a view's picture: the view's, and in another language than the
// case's that language as well, set off as no view's id is, so that one page can hold both.
func (r *Renderer) pictureID(spec *entities.View) string {
	if r.teller.Lang == r.teller.Index.Case.Language {
		return spec.ID
	}
	return spec.ID + "." + scene.Own + r.teller.Lang
}
