package report

import (
	"cmp"
	"fmt"
	"slices"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/coverage"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/quotes"
)

// Source is a source of the case, with how far the claims go into it.
type Source struct {
	ID        string `json:"id"`
	Type      string `json:"type,omitempty"`
	Name      string `json:"name"` // the publisher and the date, else the title
	Title     string `json:"title"`
	Published string `json:"published,omitempty"`
	URL       string `json:"url,omitempty"`
	Archived  string `json:"archived,omitempty"`

	Claims    int `json:"claims"` // how many are taken from it, and what became of their quotes
	Found     int `json:"found"`
	Ambiguous int `json:"ambiguous"`
	Missing   int `json:"missing"` // with those that cannot be looked for
	Unchecked int `json:"unchecked"`

	Text      string `json:"text"` // here, not here, unreadable, or changed: not the one whose digest the case has
	Sentences int    `json:"sentences,omitempty"`
	Covered   int    `json:"covered,omitempty"` // sentences that a claim rests on
	Words     int    `json:"words,omitempty"`
	Quoted    int    `json:"quoted,omitempty"` // words that some quote has
}

// What is known of a source's text.
const (
	textHere       = "here"
	textNotHere    = "not here"
	textUnreadable = "unreadable"
	textChanged    = "changed"
)

// What became of a quote.
const (
	found      = "FOUND"
	ambiguous  = "AMBIGUOUS"
	missing    = "MISSING"
	unusable   = "UNUSABLE"
	notChecked = "NOT CHECKED"
)

// inWords says of quotes what became of them.
var inWords = map[string]string{
	ambiguous:  "found in more places than one",
	missing:    "not found in the source’s text",
	unusable:   "that cannot be looked for",
	notChecked: "not checked: the source’s text is not here",
}

// quote is what became of a claim's quote. The zero value is one that nobody looked for.
type quote struct {
	checked string
	at      string // line and column in the source's text, or how many places have it
}

func (q quote) status() string { return cmp.Or(q.checked, notChecked) }

// sources tells of every source, and looks up the quotes of those whose texts are here.
func (w *writer) sources(texts map[string]check.SourceText) []Source {
	all := []Source{}
	taken := map[string][]*entities.Claim{}
	for i := range w.index.Case.Claims {
		c := &w.index.Case.Claims[i]
		taken[c.Source] = append(taken[c.Source], c)
	}
	for _, s := range w.index.Sources() {
		source := Source{ID: s.ID, Type: string(s.Type), Name: w.describer.SourceName(s), Title: w.describer.Text(s.Title),
			Published: w.date(s.Published), URL: s.URL, Archived: s.Archived, Text: textNotHere}
		if text, here := texts[s.ID]; here {
			w.readText(&source, s, text)
		}
		source.Claims = len(taken[s.ID])
		for _, c := range taken[s.ID] {
			switch w.quotes[c].status() {
			case found:
				source.Found++
			case ambiguous:
				source.Ambiguous++
			case missing, unusable:
				source.Missing++
			case notChecked:
				source.Unchecked++
			}
		}
		all = append(all, source)
	}
	return all
}

func (w *writer) readText(source *Source, s *entities.Source, given check.SourceText) {
	text, err := quotes.NewText(given.Data, quotes.FormatOf(given.Name))
	if given.Err != nil || err != nil {
		source.Text = textUnreadable
		return
	}
	source.Text = textHere
	if s.Text.SHA256 != "" && s.Text.SHA256 != quotes.Digest(given.Data) {
		source.Text = textChanged
	}
	c := coverage.Of(w.index.Case, s.ID, text)
	source.Sentences, source.Covered = len(c.Sentences), c.Covered()
	source.Words, source.Quoted = c.Words, c.Quoted
	for _, p := range c.Placed {
		w.quotes[p.Claim] = quote{found, fmt.Sprintf("%d:%d", p.Place.Line, p.Place.Column)}
	}
	for _, u := range c.Unplaced {
		at := ""
		if u.Count > 0 {
			at = problem.Counted(u.Count, "place")
		}
		w.quotes[u.Claim] = quote{u.Status.String(), at}
	}
}

// unused tells of the claims that no line shows.
func (w *writer) unused() []Claim {
	shown := map[string]bool{}
	for i := range w.report.Lines {
		for _, c := range w.report.Lines[i].Claims {
			shown[c.ID] = true
		}
	}
	unused := []Claim{}
	for _, c := range w.index.Claims() {
		if !shown[c.ID] {
			unused = append(unused, w.claimAlone(c))
		}
	}
	return unused
}

// claimAlone tells of a claim by itself.
func (w *writer) claimAlone(c *entities.Claim) Claim {
	return w.claim(w.describer.Claim(c), entities.Verdict{})
}

func (w *writer) corrections() []Correction {
	all := []Correction{}
	for _, c := range w.index.Case.Corrections {
		all = append(all, Correction{Date: w.date(c.Date), Text: w.describer.Text(c.Text), About: append([]string{}, c.About...), edtf: c.Date})
	}
	slices.SortStableFunc(all, func(a, b Correction) int { return cmp.Compare(a.edtf, b.edtf) })
	return all
}

// Correction is a dated note on what a published diagram had wrong.
type Correction struct {
	Date  string   `json:"date"`
	Text  string   `json:"text"`
	About []string `json:"about"` // ids

	edtf string
}
