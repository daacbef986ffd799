package article

import (
	"bytes"
	_ "embed"
	"text/template"

	"example.org/graphgen/internal/markup"
)

//go:embed markdown.md.tmpl
var markdownTemplate string

// Markdown is the article for systems that take no HTML: the picture as an image that leads to
// the page, and the same words as the figure. It is CommonMark with GitHub's tables, has no raw
// HTML and no link but to the page and the sources.
func (a *Article) Markdown() ([]byte, error) {
	t := template.Must(template.New("").Funcs(template.FuncMap{
		"text":  markup.Markdown,
		"link":  markup.MarkdownLink,
		"image": markup.MarkdownImage,
	}).Parse(markdownTemplate))
	var b bytes.Buffer
	err := t.Execute(&b, struct {
		*figure
		Page, Picture, Alt string
	}{a.figure(), a.address("page.html"), a.address(a.Name + ".svg"), a.alt()})
	return b.Bytes(), err
}
