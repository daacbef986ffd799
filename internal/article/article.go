// Package article makes of one drawn view what a publisher's system takes: a figure to paste
// into a page, a picture with its words for systems that strip SVG, a page of its own for a
// frame or a link, Markdown. Every form has all that the view's lines rest on: who says so, in
// which words and where, and who denies it. It must never know folders, flags or exit codes,
// nor how anything is drawn.
//
// Files makes them all. Those in HTML share the parts in figure.html.tmpl, and every style rule is
// under the figure's id. Texts in them are escaped by package markup.
package article

import (
	"net/url"

	"example.org/graphgen/internal/markup"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/wording"
)

// Article is one view in one language, drawn and ready to be put into pages.
type Article struct {
	View      *network.View
	Describer *wording.Describer
	Drawing   *render.Drawing // with pictures for a page, pixels and card
	Name      string          // of its files, up to their endings
	Base      string          // the address of the folder that has its folder, ending in "/"; empty for pages in its own folder

	Scheme scene.Scheme // the surroundings that it is made for, as its pictures are

	Data    [32]byte // SHA-256 of the case file
	Version string   // of the program
}

// File is one file of an article. Its name has no folder.
type File struct {
	Name string
	Data []byte
}

// Files returns the article in all its forms, and a list of them with their sums.
func (a *Article) Files() ([]File, error) {
	files := a.pictures()
	for _, form := range []struct {
		name string
		make func() ([]byte, error)
	}{
		{"figure.html", a.Figure},
		{"figure.img.html", a.Image},
		{a.Name + ".md", a.Markdown},
		{"page.html", a.Page},
		{"embed.html", a.Frame},
		{"shortcode.html", a.Shortcode},
	} {
		data, err := form.make()
		if err != nil {
			return nil, err
		}
		files = append(files, File{form.name, data})
	}
	return a.listed(files), nil
}

// pictures are the view by itself, as it is drawn without any page.
func (a *Article) pictures() []File {
	d := a.Drawing
	return []File{
		{a.Name + ".svg", d.SVG},
		{a.Name + ".narrow.svg", d.Narrow},
		{a.Name + ".png", d.PNG},
		{a.Name + ".2x.png", d.PNG2x},
		{a.Name + ".card.png", d.Card},
		{a.Name + ".dot", d.DOT},
	}
}

// id is that of a part of the article in whatever page it stands. None of the pictures' parts
// has the same.
func (a *Article) id(part string) string { return a.Drawing.Inline.ID + "." + scene.Own + part }

// address is that of one of the article's files, as a page has it.
func (a *Article) address(name string) string {
	if a.Base == "" {
		return name
	}
	return a.Base + a.Name + "/" + name
}

// marker writes the case's texts into pages in the article's language.
func (a *Article) marker() markup.Marker {
	return markup.Marker{Page: a.Describer.Words.Lang, Lang: a.Describer.Index.Case.Language}
}

// webAddress is an address that a page may lead to, or nothing: of the web, whatever a case
// may say.
func webAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}
