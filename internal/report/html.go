package report

import (
	"bytes"
	_ "embed"
	"html/template"
	"io"
	"slices"

	"example.org/graphgen/internal/markup"
	"example.org/graphgen/internal/weblink"
)

//go:embed report.html.tmpl
var pageTemplate string

//go:embed report.css
var pageStyle string

// WriteHTML writes the report as one HTML page for people: it asks for nothing from anywhere,
// runs no script, follows the reader's light or dark scheme, and prints.
func (r *Report) WriteHTML(w io.Writer) error {
	t, err := r.template()
	if err != nil {
		return err
	}
	var page bytes.Buffer
	if err := t.Execute(&page, newPage(r)); err != nil {
		return err
	}
	_, err = w.Write(page.Bytes())
	return err
}

func (r *Report) template() (*template.Template, error) {
	marker := markup.Marker{Page: "en", Lang: r.Language}
	return template.New("report").Funcs(template.FuncMap{
		"say":        marker.Mark,
		"link":       weblink.Safe,
		"given":      func(p *page, c Claim) claimOn { return claimOn{c, p.OneSource == nil} },
		"told":       func(p *page, e evidence) evidenceOn { return evidenceOn{e, p} },
		"voices":     voices,
		"bySpeakers": bySpeakers,
		"hintedOnce": hintedOnce,
		"css":        func() template.CSS { return template.CSS(pageStyle) },
	}).Parse(pageTemplate)
}

// page is a report as the template takes it.
type page struct {
	*Report
	Pages       []pageView
	Accusations []accusations
	Never       []evidence // of lines that no view shows
	OneSource   *Source    // where every claim is taken from it
}

// pageView is a view with its lines parted: those that accuse, are doubted or are answered
// are told before those that are stated and nothing else.
type pageView struct {
	View
	Grave, Plain []evidence
}

// evidence is a claim or more with the lines that rest on them and stand alike.
type evidence struct {
	*Line // the first of them
	Note  int
	Lines []anchored
	Told  *toldLine // where another view has told it in full
}

// anchored is a line, which links lead to where a page has it first.
type anchored struct {
	*Line
	First bool
}

// evidenceOn and claimOn are what parts of the template take, with the page they are on.
type evidenceOn struct {
	evidence
	Page *page
}

type claimOn struct {
	Claim
	Sourced bool // the source is named with the claim
}

// toldLine is where a line is told in full.
type toldLine struct {
	ID   string
	View string // its title
	Note int
}

func newPage(r *Report) *page {
	p := &page{Report: r, Accusations: r.accusations()}
	told := map[string]toldLine{}
	for _, v := range r.Views {
		view := pageView{View: v}
		var all []evidence
		for _, n := range v.Lines {
			l := r.Line(n.Line)
			in, again := told[l.ID]
			if !again {
				told[l.ID] = toldLine{l.ID, v.Title, n.Note}
			}
			if last := len(all) - 1; last < 0 || all[last].Note != n.Note || all[last].Accuses != l.Accuses || l.Act != "" && all[last].Caveat != l.Caveat {
				all = append(all, evidence{Line: l, Note: n.Note})
			}
			e := &all[len(all)-1]
			e.Lines = append(e.Lines, anchored{l, !again})
			if again && e.Told == nil {
				e.Told = &in
			}
		}
		for _, e := range all {
			if e.plain() {
				view.Plain = append(view.Plain, e)
			} else {
				view.Grave = append(view.Grave, e)
			}
		}
		p.Pages = append(p.Pages, view)
	}
	for i := range r.Lines {
		if l := &r.Lines[i]; len(l.Shown) == 0 {
			p.Never = append(p.Never, evidence{Line: l, Lines: []anchored{{l, true}}})
		}
	}
	if taken := slices.DeleteFunc(slices.Clone(r.Sources), func(s Source) bool { return s.Claims == 0 }); len(taken) == 1 && r.Summary.Quotes.All == taken[0].Claims {
		p.OneSource = &taken[0]
	}
	return p
}

// Spoken tells whether any words are given to a person.
func (p *page) Spoken() bool {
	return slices.ContainsFunc(p.Persons, func(p Person) bool { return len(p.Said) > 0 })
}

// Linked returns the lines with the ids.
func (p *page) Linked(ids []string) []*Line { return p.linesOf(ids) }

// ViewsNamed returns the views with the ids.
func (p *page) ViewsNamed(ids []string) []View {
	var views []View
	for _, v := range p.Views {
		if slices.Contains(ids, v.ID) {
			views = append(views, v)
		}
	}
	return views
}

// Rules returns the rules that reasons name by number.
func (p *page) Rules() []string { return Rules() }
