// Package report tells who answers for a case everything that its diagrams say: line by line
// who says so, where, in which words, how it stands and by which rule, who denies it and what
// was not checked; and, of each named person, all that is said of them. It is read before
// something is published. It must never know files or flags, nor how anything is drawn, and
// it derives nothing that another package derives: how a line stands comes from entities,
// what a view shows from network, what is wrong from check, and the words from account.
//
// New gathers, WriteHTML and WriteJSON write it whole, and Why answers for one id. Texts of a case
// are escaped in markup.Marker.Mark, the rest by html/template.
package report

import (
	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/wording"
	"example.org/graphgen/internal/words"
)

// Version is the version of the JSON that a Report is written as. A field that means
// something else, or goes, raises it; a new one does not.
const Version = 1

// Given is what a report is made of.
type Given struct {
	Network  *network.Network
	Problems problem.List                // what check found in the case
	Texts    map[string]check.SourceText // the texts of sources that are here, by the source's id
	Lang     string                      // BCP 47: what the case and its lines are told in; empty for the case's own
}

// Report is everything that a case's diagrams say, and what stands behind it. Its texts that
// come from the case, and what a line draws, are in Language; the report's own are in English.
type Report struct {
	Version     int          `json:"version"`
	Title       string       `json:"title"`
	Language    string       `json:"language"` // BCP 47; empty where the case does not say
	AsOf        string       `json:"asOf,omitempty"`
	Credit      string       `json:"credit,omitempty"`
	Summary     Summary      `json:"summary"`
	Persons     []Person     `json:"persons"`     // those accused first, then those bound to who is, then by name
	Lines       []Line       `json:"lines"`       // every relation, then every flow, then every value of a figure, each by id
	Views       []View       `json:"views"`       // in the order of the case
	Figures     []Figure     `json:"figures"`     // those with several values, by id
	Problems    []Problem    `json:"problems"`    // gravest first, then by check, then in the order of the file
	RuleChanges []RuleChange `json:"ruleChanges"` // by slug
	Sources     []Source     `json:"sources"`     // by id
	Unused      []Claim      `json:"unused"`      // claims that no line shows, by id
	Corrections []Correction `json:"corrections"` // by date

	lines  map[string]*Line // by ID
	writer *writer          // answers for what the lists do not have
}

// Named is something of the case with its name.
type Named struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Type string `json:"type,omitempty"` // of an entity
}

// writer holds what the parts of a report are made with.
type writer struct {
	network   *network.Network
	index     *entities.Index
	describer *wording.Describer
	report    *Report
	quotes    map[*entities.Claim]quote
}

// New makes the report of a case. The case need not be free of errors; what refers to
// something that it does not have is told by its id.
func New(g Given) *Report {
	w := newWriter(g)
	r := w.report
	r.Sources = w.sources(g.Texts)
	r.Lines = w.allLines()
	r.index()
	r.Views = w.views()
	r.Figures = w.figures()
	r.Persons = w.persons()
	r.Unused = w.unused()
	r.Problems = problems(g.Problems)
	r.RuleChanges = w.ruleChanges()
	r.Corrections = w.corrections()
	r.Summary = w.summary()
	r.writer = w
	return r
}

func newWriter(g Given) *writer {
	index := g.Network.Index()
	lang := g.Lang
	if lang == "" {
		lang = index.Case.Language
	}
	w := &writer{
		network: g.Network, index: index, quotes: map[*entities.Claim]quote{},
		describer: &wording.Describer{Index: index, Words: words.For(lang), Lang: lang},
	}
	c := index.Case
	w.report = &Report{Version: Version, Title: w.describer.Text(c.Title), Language: lang, Credit: w.describer.Text(c.Credit)}
	if c.AsOf != "" {
		w.report.AsOf = w.date(c.AsOf)
	}
	return w
}

// date words a date in English, as the report's own words are.
func (w *writer) date(edtf string) string {
	if edtf == "" {
		return ""
	}
	return words.For("en").Date(edtf)
}

func (w *writer) named(id string) Named {
	n := Named{ID: id, Name: w.describer.Name(id)}
	if e := w.index.Entity(id); e != nil {
		n.Type = string(e.Type)
	}
	return n
}

func (w *writer) namedAll(ids []string) []Named {
	all := make([]Named, len(ids))
	for i, id := range ids {
		all[i] = w.named(id)
	}
	return all
}

func (r *Report) index() {
	r.lines = make(map[string]*Line, len(r.Lines))
	for i := range r.Lines {
		r.lines[r.Lines[i].ID] = &r.Lines[i]
	}
}

// Line returns the line with the id, or nil. A value's is FIGURE/1 for the first.
func (r *Report) Line(id string) *Line { return r.lines[id] }

// linesOf returns the lines with the ids that there are.
func (r *Report) linesOf(ids []string) []*Line {
	var lines []*Line
	for _, id := range ids {
		if l := r.Line(id); l != nil {
			lines = append(lines, l)
		}
	}
	return lines
}
