package build

import (
	"bytes"
	"errors"
	"fmt"
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
	"example.org/graphgen/internal/suggest"
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

// FigureForms lists the forms in which a view can stand in an article.
func FigureForms() string {
	var names []string
	for _, f := range figureForms() {
		names = append(names, f.name)
	}
	return strings.Join(names, ", ")
}

// Target is an article that figures are put into, between markers.
type Target struct {
	path     string
	data     []byte
	document *splice.Document
	form     figureForm
	base     string // the address of the output folder, as the article has it; it ends in "/"
	syntax   splice.Syntax
}

// OpenTarget reads an article, HTML or Markdown by its name, and finds its markers. Figures go
// into it in the form of that name, or the usual one where it is empty, with addresses that begin
// with the base, or lead from the article to the output folder where that is empty. What cannot be
// is a *RequestError; else what is wrong is in the article.
func OpenTarget(path, as, base, out string) (*Target, error) {
	syntax, form, err := formFor(path, as)
	if err != nil {
		return nil, err
	}
	if base == "" {
		if base, err = addressFrom(path, out); err != nil {
			return nil, &RequestError{"into", path, fmt.Errorf("no address leads from there to %s; give one as the base: %w", out, err)}
		}
	}
	t := &Target{path: path, form: form, base: base, syntax: syntax}
	if t.data, err = inputs.Read(path, maxArticle); err != nil {
		return nil, &RequestError{"into", path, err}
	}
	return t, t.parse()
}

// formFor tells from a file's name how it is written, and which form of a figure it takes.
func formFor(path, as string) (splice.Syntax, figureForm, error) {
	syntax, usual := splice.HTML, "figure"
	switch strings.ToLower(filepath.Ext(path)) {
	case ".html", ".htm":
		if as == markdownForm {
			return 0, figureForm{}, &RequestError{"as", as, fmt.Errorf("%s is HTML; want figure, img or iframe", path)}
		}
	case ".md", ".markdown":
		syntax, usual = splice.Markdown, markdownForm
	default:
		return 0, figureForm{}, &RequestError{"into", path, errors.New("want an article in HTML (.html, .htm) or Markdown (.md, .markdown)")}
	}
	if as == "" {
		as = usual
	}
	forms := figureForms()
	i := slices.IndexFunc(forms, func(f figureForm) bool { return f.name == as })
	if i < 0 {
		return 0, figureForm{}, request("as", as, errors.New("want "+FigureForms()))
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

// parse finds the markers in what was read.
func (t *Target) parse() (err error) {
	if t.document, err = splice.Parse(t.data, t.syntax); err != nil {
		return fmt.Errorf("%s:%w", t.path, err)
	}
	return nil
}

// jobs are those that the article has places for. It must not have others: they would keep what
// the case said once.
func (t *Target) jobs(all []Job) ([]Job, error) {
	names := t.document.Names()
	if len(names) == 0 {
		return nil, fmt.Errorf("%s has no place for a view; add two lines such as these where one is to stand, for the view that it shows:\n%s", t.path, markerLines(all[:1]))
	}
	var known []string
	for _, job := range all {
		known = append(known, job.Name)
	}
	for _, name := range names {
		if !slices.Contains(known, name) {
			return nil, fmt.Errorf("%s:%w", t.path, t.document.ErrorAt(name, fmt.Sprintf("there is no view %q to put here%s", name, suggest.Phrase(name, known))))
		}
	}
	return slices.DeleteFunc(all, func(job Job) bool { return !slices.Contains(names, job.Name) }), nil
}

// expect returns an error where the article has no place for a view.
func (t *Target) expect(jobs []Job) error {
	names := t.document.Names()
	missing := slices.DeleteFunc(slices.Clone(jobs), func(job Job) bool { return slices.Contains(names, job.Name) })
	if len(missing) == 0 {
		return nil
	}
	return fmt.Errorf("%s has no place for %s; add these lines where it is to stand, each at the start of a line:\n%s", t.path, missing[0].Name, markerLines(missing))
}

// markerLines are what makes places for views in an article.
func markerLines(jobs []Job) string {
	var lines []string
	for _, job := range jobs {
		opening, closing := splice.Markers(job.Name)
		lines = append(lines, "    "+opening, "    "+closing)
	}
	return strings.Join(lines, "\n")
}

// figure is an article's form for the place, with addresses as they lead on from there.
func (t *Target) figure(a *article.Article) ([]byte, error) {
	here := *a
	here.Base = t.base
	text, err := t.form.make(&here)
	if t.form.name != markdownForm { // which has none
		text = markup.WithoutTemplates(text)
	}
	return text, err
}

// Filled is an article that figures were put into.
type Filled struct {
	Path    string
	Written bool // it said otherwise before
	Names   []string
	Form    string
}

// fill puts the figures into the article as it is now: it took a while to draw them.
func (t *Target) fill(views []View) (*Filled, error) {
	done, err := project.Turn(t.path)
	if err != nil {
		return nil, err
	}
	defer done()
	if t.data, err = inputs.Read(t.path, maxArticle); err != nil {
		return nil, &project.WriteError{Err: fmt.Errorf("%s: %w", t.path, err)}
	}
	if err := t.parse(); err != nil {
		return nil, err
	}
	filled := &Filled{Path: t.path, Form: t.form.name}
	figures := map[string][]byte{}
	for _, v := range views {
		figures[v.Name] = v.figure
		filled.Names = append(filled.Names, v.Name)
	}
	text, err := t.document.Put(figures)
	if err != nil {
		return nil, &project.WriteError{Err: fmt.Errorf("%s: %w", t.path, err)}
	}
	if !bytes.Equal(text, t.data) {
		if err := output.Rewrite(t.path, t.data, text); err != nil {
			return nil, &project.WriteError{Err: err}
		}
		filled.Written = true
	}
	return filled, nil
}
