package report

import (
	"slices"

	"example.org/graphgen/internal/distinct"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/wording"
)

// Line is a relation, a flow or a value of a figure.
type Line struct {
	ID   string `json:"id"`   // a value's is FIGURE/1 for the first
	Kind string `json:"kind"` // relation, flow or value
	Type string `json:"type,omitempty"`

	Draws    string  `json:"draws"`              // what is drawn, with its hedges
	Act      string  `json:"act,omitempty"`      // how much it is about, and of an official act what became of it, what for, when
	Caveat   string  `json:"caveat,omitempty"`   // the words that stand on the line for how it stands
	Question string  `json:"question,omitempty"` // of the figure that a value belongs to
	When     string  `json:"when,omitempty"`     // of a relation; the picture does not have it
	Ends     []Named `json:"ends"`               // the entities that it names or is about

	Accuses bool    `json:"accuses"` // of wrongdoing: by its type or, of a flow or value, by a claim
	Accused []Named `json:"accused"` // whom a relation accuses

	Standing string `json:"standing"` // record, stated, alleged, rumoured, contested or lapsed; empty where nothing affirms it
	Strength string `json:"strength"` // what the standing would be were nothing denied
	Stands   string `json:"stands"`   // the standing in words

	Because []Because `json:"because"` // the rules that bear on it, by number
	Claims  []Claim   `json:"claims"`  // what affirms it, then what contests it, then what else answers

	Asked     string   `json:"asked"`     // of what accuses: whether someone was asked for a reply, and what came of it
	Unchecked []string `json:"unchecked"` // what nobody has checked
	Shown     []Shown  `json:"shown"`     // the views that draw it

	verdict entities.Verdict
	doubt   string
}

// Shown is where a view has a line.
type Shown struct {
	View string `json:"view"`
	Note int    `json:"note"` // as numbered in the picture
}

// What a claim does for a line.
const (
	affirms  = "affirms"
	contests = "contests"
	travels  = "travels" // answers and does not contest
)

// Claim is what someone says, as it bears on a line.
type Claim struct {
	ID          string   `json:"id"`
	Does        string   `json:"does,omitempty"` // affirms, contests, or travels with the line
	Lead        string   `json:"lead"`           // that in words: "Alleged by"
	Speaker     Named    `json:"speaker"`
	RelayedBy   Named    `json:"relayedBy,omitzero"`
	Quote       string   `json:"quote"`
	Prefix      string   `json:"prefix,omitempty"` // with the suffix finds the quote in the source
	Suffix      string   `json:"suffix,omitempty"`
	Hedge       []string `json:"hedge,omitempty"`
	Typed       string   `json:"typed"`    // its standing in the case file
	CountsAs    string   `json:"countsAs"` // what it counts as on this line, were that to accuse nobody
	Basis       string   `json:"basis,omitempty"`
	Date        string   `json:"date,omitempty"`
	Answers     string   `json:"answers,omitempty"`     // a claim's id
	AlsoAnswers []string `json:"alsoAnswers,omitempty"` // ids of others that it answers in the same way
	AnswersAs   string   `json:"answersAs,omitempty"`   // confirms, repeats, denies, ...
	Source      string   `json:"source"`                // an id
	SourceName  string   `json:"sourceName"`
	URL         string   `json:"url,omitempty"`
	Archived    string   `json:"archived,omitempty"`
	Checked     string   `json:"checked"` // FOUND, AMBIGUOUS, MISSING, UNUSABLE or NOT CHECKED
	At          string   `json:"at,omitempty"`
	Reply       string   `json:"reply,omitempty"`      // where someone was asked: answered, declined or none
	ReplyClaim  string   `json:"replyClaim,omitempty"` // the claim that holds the answer
	IsReply     bool     `json:"isReply,omitempty"`    // it is what came back where someone was asked about the line

	withSource bool // it was said on the day of its source
}

func (w *writer) allLines() []Line {
	lines := []Line{}
	for _, s := range w.index.StatementsByID() {
		lines = append(lines, w.line(s))
	}
	return lines
}

// line tells of a statement what it draws, and how that stands.
func (w *writer) line(s *entities.Statement) Line {
	l := Line{ID: s.ID(), Kind: s.Kind(), Draws: w.describer.Draws(s), Ends: w.namedAll(distinct.Append(nil, s.Ends()...))}
	switch {
	case s.Relation != nil:
		l.Type = s.Relation.Type
		if s.Verdict.Act == nil {
			l.When = w.when(s.Relation)
		}
		l.Accused = w.namedAll(distinct.Append(nil, w.index.Accused(s.Relation)...))
	case s.Flow != nil:
		l.Type = string(s.Flow.Kind)
	default:
		l.Question = w.describer.Text(s.Figure.Question)
	}
	return w.standing(l, s.Verdict)
}

// when words the time that a relation is for.
func (w *writer) when(r *entities.Relation) string {
	from, to := r.Start, r.End
	switch {
	case from == "" && to == "" && r.During != "":
		return "during " + w.describer.Name(r.During)
	case from == "" && to == "":
		return ""
	case from == to:
		return w.date(from)
	case from == "":
		return "until " + w.date(to)
	case to == "" || to == "..":
		return "since " + w.date(from)
	}
	return w.date(from) + " to " + w.date(to)
}

// standing tells of a line how it stands and why, by whom, and what was not checked.
func (w *writer) standing(l Line, v entities.Verdict) Line {
	l.verdict = v
	l.Claims, l.Shown = []Claim{}, []Shown{}
	if l.Accused == nil {
		l.Accused = []Named{}
	}
	l.Standing, l.Strength = string(v.Standing), string(v.Strength)
	l.Stands = standingWord(v.Standing)
	l.Act, l.Caveat, l.doubt = w.describer.Act(v), w.describer.Caveat(v), w.describer.Doubt(v)
	l.Accuses = v.Accuses
	l.Because = w.because(v)
	for _, e := range w.describer.Entries(v) {
		l.Claims = append(l.Claims, w.claim(e, v))
	}
	if l.Accuses {
		l.Asked = asked(v)
	}
	l.Unchecked = w.unchecked(l)
	return l
}

func (w *writer) claim(e wording.Entry, v entities.Verdict) Claim {
	c := e.Claim
	said := Claim{ID: c.ID, Lead: e.Lead, Speaker: w.named(c.Speaker), Quote: c.Quote, Prefix: c.Prefix, Suffix: c.Suffix,
		Hedge: c.Hedge, Typed: string(c.Standing), CountsAs: string(w.index.CountsAs(c, v)), Basis: string(c.Basis), Date: w.date(c.Date),
		Answers: c.Answers.Claim, AlsoAnswers: c.Answers.Also, AnswersAs: string(c.Answers.As), Source: c.Source, SourceName: e.Source}
	switch {
	case slices.Contains(v.Affirming, c):
		said.Does = affirms
	case slices.Contains(v.Denials, c):
		said.Does = contests
	case slices.Contains(v.Remarks, c), slices.Contains(v.OfAmounts(), c):
		said.Does = travels
	}
	if c.RelayedBy != "" {
		said.RelayedBy = w.named(c.RelayedBy)
	}
	if s := w.index.Source(c.Source); s != nil {
		said.URL, said.Archived = s.URL, s.Archived
		said.withSource = s.Published == c.Date
	}
	said.IsReply = slices.ContainsFunc(v.Affirming, func(a *entities.Claim) bool { return c.ID != "" && a.Reply.Claim == c.ID })
	if c.Reply.Asked {
		said.Reply, said.ReplyClaim = string(c.Reply.Outcome), c.Reply.Claim
	}
	q := w.quotes[c]
	said.Checked, said.At = q.status(), q.at
	return said
}
