package main

import (
	"bytes"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"example.org/graphgen/internal/article"
	"example.org/graphgen/internal/inputs"
	"example.org/graphgen/internal/markup"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/project"
	"example.org/graphgen/internal/splice"
)

// maxArticle bounds an article, in bytes.
const maxArticle = 64 << 20

// figureForm is a form in which a view can stand in an article.
type figureForm struct {
	name string
	make func(*article.Article) ([]byte, error)
}

const markdownForm = "markdown"

func figureForms() []figureForm {
	return []figureForm{
		{"figure", (*article.Article).Figure},
		{"img", (*article.Article).Image},
		{"iframe", (*article.Article).Frame},
		{markdownForm, markdownBlock},
	}
}

// markdownBlock is Markdown that stands apart from the lines around it, which are HTML.
func markdownBlock(a *article.Article) ([]byte, error) {
	text, err := a.Markdown()
	return slices.Concat([]byte("\n"), bytes.Trim(text, "\n"), []byte("\n\n")), err
}

// formNames lists what --as takes.
func formNames() string {
	var names []string
	for _, f := range figureForms() {
		names = append(names, f.name)
	}
	return strings.Join(names, ", ")
}

// articlePlace is the article that figures go into.
type articlePlace struct {
	path     string
	data     []byte
	document *splice.Document
	form     figureForm
	base     string // the address of the output folder, as the article has it; it ends in "/"
	syntax   splice.Syntax
}

// openPlace reads the article and finds its markers.
func openPlace(path, as, base, out string) (*articlePlace, error) {
	syntax, form, err := formFor(path, as)
	if err != nil {
		return nil, failure{exitUsage, err}
	}
	if base == "" {
		if base, err = addressFrom(path, out); err != nil {
			return nil, failure{exitUsage, fmt.Errorf("--into %s: no address leads from there to %s; give --base: %w", path, out, err)}
		}
	}
	data, err := inputs.Read(path, maxArticle)
	if err != nil {
		return nil, failure{exitUsage, fmt.Errorf("--into %s: %w", path, err)}
	}
	document, err := splice.Parse(data, syntax)
	if err != nil {
		return nil, failure{exitData, fmt.Errorf("%s:%w", path, err)}
	}
	return &articlePlace{path, data, document, form, base, syntax}, nil
}

// formFor tells from a file's name how it is written, and which form of a figure it takes.
func formFor(path, as string) (splice.Syntax, figureForm, error) {
	syntax, usual := splice.HTML, "figure"
	switch strings.ToLower(filepath.Ext(path)) {
	case ".html", ".htm":
		if as == markdownForm {
			return 0, figureForm{}, fmt.Errorf("--as markdown: %s is HTML; want figure, img or iframe", path)
		}
	case ".md", ".markdown":
		syntax, usual = splice.Markdown, markdownForm
	default:
		return 0, figureForm{}, fmt.Errorf("--into %s: want an article in HTML (.html, .htm) or Markdown (.md, .markdown)", path)
	}
	if as == "" {
		as = usual
	}
	forms := figureForms()
	i := slices.IndexFunc(forms, func(f figureForm) bool { return f.name == as })
	if i < 0 {
		return 0, figureForm{}, fmt.Errorf("--as %q: want %s", as, formNames())
	}
	return syntax, forms[i], nil
}

// addressFrom is the relative address that leads from a file to a folder.
func addressFrom(file, folder string) (string, error) {
	from, err := filepath.Abs(filepath.Dir(file))
	if err != nil {
		return "", err
	}
	to, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	path, err := filepath.Rel(from, to)
	if err != nil {
		return "", err
	}
	return (&url.URL{Path: filepath.ToSlash(path) + "/"}).String(), nil
}

// wishes are those for which the article has places. It must not have others: they would keep
// what the case said once.
func (p *articlePlace) wishes(all []wish) ([]wish, error) {
	names := p.document.Names()
	if len(names) == 0 {
		return nil, failure{exitData, fmt.Errorf("%s has no place for a view; add two lines such as these where one is to stand, for the view that it shows:\n%s", p.path, markerLines(all[:1]))}
	}
	for _, name := range names {
		if !slices.ContainsFunc(all, func(w wish) bool { return w.name == name }) {
			var known []string
			for _, w := range all {
				known = append(known, w.name)
			}
			return nil, failure{exitData, fmt.Errorf("%s:%w", p.path, p.document.ErrorAt(name, fmt.Sprintf("there is no view %q to put here%s", name, suggested(name, known))))}
		}
	}
	return slices.DeleteFunc(all, func(w wish) bool { return !slices.Contains(names, w.name) }), nil
}

// expect returns an error where the article has no place for a view.
func (p *articlePlace) expect(wishes []wish) error {
	names := p.document.Names()
	missing := slices.DeleteFunc(slices.Clone(wishes), func(w wish) bool { return slices.Contains(names, w.name) })
	if len(missing) == 0 {
		return nil
	}
	return failure{exitData, fmt.Errorf("%s has no place for %s; add these lines where it is to stand, each at the start of a line:\n%s", p.path, missing[0].name, markerLines(missing))}
}

// markerLines are what makes places for views in an article.
func markerLines(wishes []wish) string {
	var lines []string
	for _, w := range wishes {
		opening, closing := splice.Markers(w.name)
		lines = append(lines, "    "+opening, "    "+closing)
	}
	return strings.Join(lines, "\n")
}

// figure is an article's form for the place, with addresses as they lead on from there.
func (p *articlePlace) figure(a *article.Article) ([]byte, error) {
	here := *a
	here.Base = p.base
	text, err := p.form.make(&here)
	if p.form.name != markdownForm { // which has none
		text = markup.WithoutTemplates(text)
	}
	return text, err
}

// readAgain reads the article as it is now: it took a while to draw what goes into it.
func (p *articlePlace) readAgain() error {
	data, err := inputs.Read(p.path, maxArticle)
	if err != nil {
		return failure{exitDrawing, fmt.Errorf("%s: %w", p.path, err)}
	}
	document, err := splice.Parse(data, p.syntax)
	if err != nil {
		return failure{exitData, fmt.Errorf("%s:%w", p.path, err)}
	}
	p.data, p.document = data, document
	return nil
}

// fill puts the figures into the article.
func (p *articlePlace) fill(w io.Writer, views []drawn) error {
	done, err := project.Turn(p.path)
	if err != nil {
		return failure{exitDrawing, err}
	}
	defer done()
	if err := p.readAgain(); err != nil {
		return err
	}
	figures := map[string][]byte{}
	var names []string
	for _, v := range views {
		figures[v.name] = v.figure
		names = append(names, v.name)
	}
	filled, err := p.document.Put(figures)
	if err != nil {
		return failure{exitDrawing, fmt.Errorf("%s: %w", p.path, err)}
	}
	told := "as before"
	if !bytes.Equal(filled, p.data) {
		if err := output.Rewrite(p.path, p.data, filled); err != nil {
			return failure{exitDrawing, err}
		}
		told = "written"
	}
	_, err = fmt.Fprintf(w, "%s: %s, with %s as %s\n", p.path, told, strings.Join(names, ", "), p.form.name)
	return err
}
