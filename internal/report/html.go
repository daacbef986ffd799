package report

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
)

//go:embed report.html.tmpl
var pageTemplate string

//go:embed report.css
var pageStyle string

// WriteHTML writes the report as one HTML page for people: it asks for nothing from anywhere,
// runs no script, follows the reader's light or dark scheme, and prints.
func (r *Report) WriteHTML(w io.Writer) error {
	marker := marker{r.Language}
	t, err := template.New("report").Funcs(template.FuncMap{
		"say":    marker.mark,
		"given":  func(p *page, c Claim) claimOn { return claimOn{c, p.OneSource == nil} },
		"told":   func(p *page, e evidence) evidenceOn { return evidenceOn{e, p} },
		"voices": voices,
		"css":    func() template.CSS { return template.CSS(pageStyle) },
	}).Parse(pageTemplate)
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
			if last := len(all) - 1; last < 0 || all[last].Note != n.Note || all[last].Accuses != l.Accuses {
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

// sure tells whether a line is stated or on record.
func (l *Line) sure() bool {
	return l.Standing == string(entities.Record) || l.Standing == string(entities.Stated)
}

// plain tells whether a line is stated or on record, and nothing else is to be said of it.
func (l *Line) plain() bool {
	return l.sure() && !l.Accuses && !slices.ContainsFunc(l.Claims, func(c Claim) bool { return c.Does != affirms || c.Reply != "" })
}

// Affirmed returns the claims that affirm the line.
func (l *Line) Affirmed() []Claim {
	return chosen(l.Claims, func(c Claim) bool { return c.Does == affirms })
}

// Answers returns the claims that deny the line or answer it otherwise.
func (l *Line) Answers() []Claim {
	return chosen(l.Claims, func(c Claim) bool { return c.Does != affirms && c.AnswersAs != "" })
}

// Replies returns what came back where someone was asked about the line.
func (l *Line) Replies() []Claim {
	return chosen(l.Claims, func(c Claim) bool { return c.IsReply })
}

func chosen(claims []Claim, these func(Claim) bool) []Claim {
	return slices.DeleteFunc(slices.Clone(claims), func(c Claim) bool { return !these(c) })
}

// WasAsked tells whether someone was asked for a reply.
func (l *Line) WasAsked() bool {
	return slices.ContainsFunc(l.Claims, func(c Claim) bool { return c.Does == affirms && c.Reply != "" })
}

// Quotes are the words given to the person, each once.
func (p Person) Quotes() []Claim {
	var quotes []Claim
	for _, c := range p.Said {
		if !slices.ContainsFunc(quotes, func(q Claim) bool { return q.Quote == c.Quote && q.RelayedBy == c.RelayedBy && q.Checked == c.Checked }) {
			quotes = append(quotes, c)
		}
	}
	return quotes
}

// Deciding returns the rule by which the line stands as it does.
func (l *Line) Deciding() Because {
	return l.Because[slices.IndexFunc(l.Because, func(b Because) bool { return b.Decides })]
}

// Besides returns the other rules that say something which the line's claims beside them do
// not: rule 1 where a claim only repeats another, and rule 3 where it lets a record pass.
func (l *Line) Besides() []Because {
	return slices.DeleteFunc(slices.Clone(l.Because), func(b Because) bool {
		switch {
		case b.Decides:
			return true
		case b.Rule == 1:
			return !slices.ContainsFunc(l.Claims, func(c Claim) bool { return c.AnswersAs == string(entities.Repeats) })
		case b.Rule == 3:
			return len(b.Claims) == 0
		}
		return false
	})
}

// Said is when it was said, where that is not the day of its source.
func (c Claim) Said() string {
	if c.withSource {
		return ""
	}
	return c.Date
}

// By lists who affirms the line.
func (l *Line) By() string {
	var names []string
	for _, c := range l.Claims {
		if c.Does == affirms && !slices.Contains(names, c.Speaker.Name) {
			names = append(names, c.Speaker.Name)
		}
	}
	return list(names)
}

// Typing tells where a claim counts as less than it is typed.
func (c Claim) Typing() string {
	if c.Typed == c.CountsAs {
		return ""
	}
	return fmt.Sprintf("typed %s, counts as %s", c.Typed, c.CountsAs)
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

// Extent says how much a view draws and leaves out.
func (v View) Extent() string {
	s := counted(len(v.Lines), "line") + ", " + counted(len(v.Draws), "entity", "entities") + "."
	var left []string
	for _, kind := range []struct {
		missing   int
		one, many string
	}{
		{v.LeftOut.Entities, "entity", "entities"}, {v.LeftOut.Relations, "relation", "relations"},
		{v.LeftOut.Flows, "flow", "flows"}, {v.LeftOut.Figures, "figure", "figures"},
	} {
		if kind.missing > 0 {
			left = append(left, counted(kind.missing, kind.one, kind.many))
		}
	}
	if len(left) > 0 {
		s += " The case has " + list(left) + " more."
	}
	return s
}

// Comparison says what the values of a figure have to do with one another.
func (f Figure) Comparison() string {
	if len(f.DifferIn) > 0 {
		return fmt.Sprintf("The values differ in %s: they are no disagreement about one thing.", list(f.DifferIn))
	}
	if len(f.Numbers) > 1 {
		return "The values answer one question and are not the same: they disagree."
	}
	return "The values answer one question alike."
}

// list joins names as a sentence does.
func list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
