package article

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"math"
	"slices"
	"strings"

	"example.org/graphgen/internal/markup"
	"example.org/graphgen/internal/render/typeset"
	"example.org/graphgen/internal/wording"
	"example.org/graphgen/internal/words"
)

//go:embed figure.html.tmpl
var figureTemplate string

//go:embed figure.css
var figureRules string

//go:embed apart.css
var apartRules string

// Figure is the article as a fragment of HTML, to be pasted into a page: the wide and the
// narrow picture, of which a page shows the one that its column has room for, with everything
// that they leave to words. It runs no script, has no blank line, so that it may stand in
// Markdown, and what it says reaches readers without its pictures or its style too.
func (a *Article) Figure() ([]byte, error) {
	return a.fragment("figure", a.figure())
}

// fragment is HTML without blank lines, which would end it in Markdown.
func (a *Article) fragment(name string, data any) ([]byte, error) {
	var b bytes.Buffer
	if err := a.templates().ExecuteTemplate(&b, name, data); err != nil {
		return nil, err
	}
	var kept []byte
	for line := range bytes.Lines(b.Bytes()) {
		if len(bytes.TrimSpace(line)) > 0 {
			kept = append(kept, line...)
		}
	}
	return kept, nil
}

// templates are those of every form in HTML.
func (a *Article) templates() *template.Template {
	marker := a.marker()
	t := template.New("").Funcs(template.FuncMap{
		"mark": marker.Mark,
		"markIn": func(lang, text string) template.HTML {
			return marker.MarkParts([]markup.Part{{Text: text, Lang: lang}})
		},
		"parts":  func(s words.Spans) template.HTML { return marker.MarkParts(partsOf(s)) },
		"series": a.Describer.Words.Series,
		"join":   func(ids []string) string { return strings.Join(ids, " ") },
	})
	for _, text := range []string{figureTemplate, imageTemplate, pageTemplate, frameTemplate} {
		template.Must(t.Parse(text))
	}
	return t
}

// figure is what the templates take.
type figure struct {
	ID, Lang, Dir string
	Headings      headings
	Rules         template.CSS
	Wide, Narrow  template.HTML

	Title, Caption, AsOf, Credit, Shown, TakenOut string

	PictureTitle string // the id of the wide picture's title

	Notes        []note // of all that is alleged, unsubstantiated or answered
	Plain        []note // that say no more than who states a fact
	SourcesTitle string
	Sources      []source
	Corrections  []string

	Described []wording.Paragraph
	Tables    []wording.Table

	Page string // the address of the article's page, where it is known from anywhere
}

// headings are the program's own words over what a figure is made of.
type headings struct{ Notes, Plain, Described, Tables, Corrections, OpenPage string }

// note is a note with its claims as pages have them.
type note struct {
	wording.Note
	ID      string
	Entries []entry
}

// entry is a claim. The source of several that follow each other stands behind the last.
type entry struct {
	Words  string
	Source *source
}

type source struct{ Words, Link string }

func (a *Article) figure() *figure {
	t, spec, say := a.Describer, a.View.Spec, a.Describer.Words.Say
	notes, _ := t.Notes(a.View)
	f := &figure{
		ID:       a.id("figure"),
		Lang:     t.Lang,
		Dir:      dirOf(t.Lang),
		Headings: headings{say(words.NotesTitle), say(words.PlainTitle), say(words.DescribedTitle), say(words.TablesTitle), say(words.CorrectionsTitle), say(words.OpenPage)},
		Rules:    a.rules(apartRules+figureRules, "#"+strings.ReplaceAll(a.id("figure"), ".", `\.`)),
		Wide:     template.HTML(a.Drawing.Inline.Wide),
		Narrow:   template.HTML(a.Drawing.Inline.Narrow),
		Title:    t.Text(spec.Title),
		Caption:  t.Text(spec.Caption),
		AsOf:     t.AsOf(),
		Credit:   t.Text(t.Index.Case.Credit),
		Shown:    t.Shown(a.View),
		TakenOut: t.TakenOut(a.View),

		PictureTitle: a.id("title"),
		Described:    t.Describe(a.View),
		Tables:       a.tables(),
	}
	if a.Base != "" {
		f.Page = a.address("page.html")
	}
	for _, n := range notes {
		if told := a.note(n); n.Plain {
			f.Plain = append(f.Plain, told)
		} else {
			f.Notes = append(f.Notes, told)
		}
	}
	sources := t.Sources(notes)
	f.SourcesTitle = t.SourcesTitle(len(sources))
	for _, s := range sources {
		f.Sources = append(f.Sources, source{t.Reference(s), webAddress(s.URL)})
	}
	for _, c := range t.Corrections(a.View, notes) {
		f.Corrections = append(f.Corrections, t.Correction(c))
	}
	return f
}

// tables are the tables of the view, in which the title of each source leads to it, instead of
// a column of addresses that a phone has no room for. A claim's does so in its note.
func (a *Article) tables() []wording.Table {
	tables := slices.Clone(a.Describer.Tables(a.View))
	for i := range tables {
		t := &tables[i]
		dropped := -1
		if t.Kind == "sources" {
			dropped = slices.Index(t.Columns, a.Describer.Words.Say(words.AddressTitle))
		}
		t.Columns = without(t.Columns, dropped)
		t.Rows = slices.Clone(t.Rows)
		for r := range t.Rows {
			cells := without(t.Rows[r].Cells, dropped)
			for column := range cells {
				cells[column] = linked(cells[column], t.Kind == "sources" && column == 0)
			}
			t.Rows[r].Cells = cells
		}
	}
	return tables
}

// without is a copy of a list without one of its elements; of -1, all of it.
func without[T any](list []T, at int) []T {
	if list = slices.Clone(list); at >= 0 {
		list = slices.Delete(list, at, at+1)
	}
	return list
}

// linked is a copy of a cell with links to the web, or without any.
func linked(cell wording.Cell, links bool) wording.Cell {
	cell = slices.Clone(cell)
	for i := range cell {
		if links {
			cell[i].Link = webAddress(cell[i].Link)
		} else {
			cell[i].Link = ""
		}
	}
	return cell
}

func partsOf(s words.Spans) []markup.Part {
	parts := make([]markup.Part, len(s))
	for i, span := range s {
		parts[i] = markup.Part(span)
	}
	return parts
}

func (a *Article) note(n wording.Note) note {
	told := note{Note: n, ID: a.id(fmt.Sprintf("note-%d", n.Number))}
	for i, e := range n.Entries {
		told.Entries = append(told.Entries, entry{Words: e.Words()})
		if i+1 == len(n.Entries) || n.Entries[i+1].Claim.Source != e.Claim.Source {
			told.Entries[i].Source = &source{e.Source, webAddress(e.Link)}
		}
	}
	return told
}

func dirOf(lang string) string {
	if typeset.RightToLeft("", lang) {
		return "rtl"
	}
	return "ltr"
}

// Of the wide picture's width, how much must be there for its words to be read; where there is
// less than narrowest, it gives way to the narrow picture.
const (
	leastOfWide = 0.85
	narrowest   = 560
)

// rules are a style sheet that reaches no further than this figure, which a selector stands
// for. In a page of a publisher's it is the figure's id, which no rule of theirs for elements
// and classes outweighs. Where the figure stands they may say: FIGURE weighs as a class does.
func (a *Article) rules(sheet, selector string) template.CSS {
	return template.CSS(inScheme(strings.NewReplacer(
		"&", selector,
		"FIGURE", a.selector(),
		"LEAST", fmt.Sprintf("%.0fpx", math.Ceil(float64(a.Drawing.Inline.Width*leastOfWide))),
		"FULL", fmt.Sprintf("%.0fpx", a.Drawing.Inline.Width),
		"NARROWEST", fmt.Sprintf("%dpx", narrowest),
	).Replace(sheet), a.Scheme))
}

// selector is the figure in a style sheet, with the weight of a class.
func (a *Article) selector() string { return `[id="` + a.id("figure") + `"]` }
