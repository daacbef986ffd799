package wording

import (
	"slices"
	"strconv"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/weblink"
	"example.org/graphgen/internal/words"
)

// Note accounts for one or more lines of a view that rest on the same claims.
type Note struct {
	Number  int      // from 1, as printed on the lines
	Lines   []string // the IDs of what it is for
	Heading string   // how those lines stand: "disputed"
	Entries []Entry

	// Plain tells that it says no more than who states a fact or has it on record: nothing is
	// alleged, unsubstantiated or answered, and nobody was asked for a reply. Such a note alone
	// may be left out of a picture; whatever else a note says travels with its line.
	Plain bool

	// Answered tells that someone answers what it accounts for, or was asked for a reply. Words
	// on a line say whether it is alleged or denied, but not all of that.
	Answered bool
}

// Entry is one claim of a note.
type Entry struct {
	Claim  *entities.Claim
	Lead   string // what it does beside the others: "Denied by"
	Who    string // the speaker, and who passes it on
	Quote  string // with quotation marks
	Source string // the publisher, else the title
	Reply  string // where the one accused was asked and gave no answer, that; else empty
	Dated  string // where it answers what was said later, that, with both dates; else empty
	Link   string // the source's address; may be empty

	words              *words.Catalog
	who, quote, source words.Spans // as above, with the languages that they are in
}

// String is the entry on one line.
func (e Entry) String() string { return e.Spans().String() }

// Spans is String with the languages that its parts are in.
func (e Entry) Spans() words.Spans {
	said := e.words.SaySpans(words.ClaimLine, e.words.Own(e.Lead), e.who, e.quote, e.source)
	for _, more := range []string{e.Reply, e.Dated} {
		if more != "" {
			said = e.words.SaySpans(words.AndReply, said, e.words.Own(more))
		}
	}
	return said
}

// Words is the entry on one line without its source, for where one source stands for all.
func (e Entry) Words() string {
	said := e.words.Say(words.ClaimWords, e.Lead, e.Who, e.Quote)
	for _, more := range []string{e.Reply, e.Dated} {
		if more != "" {
			said = e.words.Say(words.AndReply, said, more)
		}
	}
	return said
}

func (t *Describer) makeNotes(v *network.View) ([]Note, map[string]int) {
	t.makes(NotesPart)
	var notes []Note
	numbers := map[string]int{}
	byClaims := map[string]int{}
	add := func(id string, verdict entities.Verdict) {
		heading := t.heading(verdict)
		key := evidenceKey(heading, verdict)
		n, known := byClaims[key]
		if !known {
			notes = append(notes, t.note(len(notes)+1, heading, verdict))
			n = len(notes)
			byClaims[key] = n
		}
		notes[n-1].Lines = append(notes[n-1].Lines, id)
		numbers[id] = n
	}
	for i := range v.Edges {
		add(v.Edges[i].ID, v.Edges[i].Verdict)
	}
	for i := range v.Nodes {
		n := &v.Nodes[i]
		if n.Kind == network.ValueNode {
			add(n.ID, n.Verdict)
		}
		for _, office := range n.Offices {
			add(office.Relation.ID, office.Verdict)
		}
	}
	return notes, numbers
}

func evidenceKey(heading string, v entities.Verdict) string {
	parts := []string{heading, string(v.Strength), strconv.FormatBool(v.Unsubstantiated)}
	for _, c := range v.Claims() {
		parts = append(parts, c.ID)
	}
	return strings.Join(parts, "\x00")
}

func (t *Describer) note(number int, heading string, v entities.Verdict) Note {
	n := Note{Number: number, Heading: heading, Answered: answered(v)}
	n.Plain = plainly(v) && !n.Answered && !unconvicted(v)
	n.Entries = t.Entries(v)
	return n
}

// heading says how a line stands, and an amount of it that stands as less than a fact; of an official
// act first what became of it, or that a charge is no conviction.
func (t *Describer) heading(v entities.Verdict) string {
	heading := t.Words.Standing(v.Standing)
	if outcome := t.outcome(v); len(outcome) > 0 {
		standing := heading
		if heading = outcome.String(); v.Standing != entities.Lapsed {
			heading = t.Words.Say(words.Semicolon, heading, standing)
		} else if accuses(v.Strength) {
			heading = t.Words.Say(words.Semicolon, heading, t.Words.Standing(v.Strength))
		}
	}
	if unconvicted(v) {
		heading = t.Words.Say(words.Semicolon, t.Words.Say(words.Unconvicted), heading)
	}
	if v.Unsubstantiated && v.Standing != entities.Rumoured {
		heading = t.Words.Say(words.Semicolon, heading, t.Words.Say(words.AlsoRumour))
	}
	for _, a := range v.Amounts {
		if len(a.Amount.Claims) > 0 && !plainly(a.Verdict) { // it stands by itself, and as less than a fact
			stands := t.Words.Say(words.Explained, t.sum(a.Amount).String(), t.Words.Standing(a.Verdict.Standing))
			heading = t.Words.Say(words.Semicolon, heading, stands)
		}
	}
	return heading
}

// plainly tells whether a line and each of its amounts are stated or on record.
func plainly(v entities.Verdict) bool {
	return (v.Standing == entities.Record || v.Standing == entities.Stated) && !v.Unsubstantiated &&
		!slices.ContainsFunc(v.Amounts, func(a *entities.Statement) bool { return !plainly(a.Verdict) })
}

func unconvicted(v entities.Verdict) bool { return v.Act != nil && v.Act.Unconvicted }

// Entries accounts for the claims of a line that stands so: what affirms it, what denies it,
// what else answers it.
func (t *Describer) Entries(v entities.Verdict) []Entry {
	var entries []Entry
	accusing := v.Whole(func(v entities.Verdict) []*entities.Claim {
		if v.Strength == entities.Alleged {
			return v.Affirming
		}
		return nil
	})
	for _, c := range v.Claims() {
		e := t.entry(c)
		if e.Lead == t.Words.Say(words.SaidBy) && slices.Contains(accusing, c) {
			e.Lead = t.Words.Say(words.AllegedLead) // the line is an accusation, whatever the claim is typed as
		}
		entries = append(entries, e)
	}
	return entries
}

func answered(v entities.Verdict) bool {
	asked := slices.ContainsFunc(v.Affirming, func(c *entities.Claim) bool { return c.Reply.Asked })
	return asked || len(v.Denials)+len(v.Remarks) > 0 || slices.ContainsFunc(v.Amounts, func(a *entities.Statement) bool { return answered(a.Verdict) })
}

// Claim words one claim by itself, as no line is there that it might accuse on.
func (t *Describer) Claim(c *entities.Claim) Entry { return t.entry(c) }

func (t *Describer) entry(c *entities.Claim) Entry {
	e := Entry{words: t.Words, Claim: c, Lead: t.Words.Say(t.lead(c)), who: t.speaker(c), quote: t.quoted(c.Quote)}
	if c.RelayedBy != "" {
		e.who = t.Words.SaySpans(words.RelayedBy, e.who, t.name(c.RelayedBy))
	}
	if s := t.Index.Source(c.Source); s != nil {
		e.source, e.Link = t.sourceName(s), weblink.Safe(s.URL)
		if c.Page != "" {
			e.source = t.Words.SeriesSpans([]words.Spans{e.source, t.Words.SaySpans(words.OnPage, words.In("", c.Page))})
		}
	}
	e.Who, e.Quote, e.Source = e.who.String(), e.quote.String(), e.source.String()
	if other, said, answered := t.Index.AnswersBefore(c); other != nil {
		e.Dated = t.Words.Say(words.DatedBefore, t.Words.Date(said), t.Words.Date(answered))
	}
	switch {
	case c.Reply.Asked && c.Reply.Outcome == entities.NoReply:
		e.Reply = t.Words.Say(words.AskedNoReply)
	case c.Reply.Asked && c.Reply.Outcome == entities.Declined:
		e.Reply = t.Words.Say(words.AskedDeclined)
	}
	return e
}

func (t *Describer) speaker(c *entities.Claim) words.Spans {
	if c.Speaker == "" {
		return t.names(nil)
	}
	return t.name(c.Speaker)
}

// quoted puts words of a source into quotation marks. The case does not say which language
// they are in; most are in its own.
func (t *Describer) quoted(s string) words.Spans {
	return t.Words.SaySpans(words.Quoted, words.In(t.Index.Case.Language, oneSpaced(s)))
}

func oneSpaced(s string) string { return strings.Join(strings.FieldsFunc(s, isLineSpace), " ") }

// lead says what a claim does: it may only be said, or answer another.
func (t *Describer) lead(c *entities.Claim) words.Phrase {
	if c.Answers.Claim == "" {
		switch c.Standing {
		case entities.Alleged:
			return words.AllegedLead
		case entities.Rumoured:
			return words.RumourLead
		}
		return words.SaidBy
	}
	root := t.Index.AnswersAs(c)
	answer := root != "" && root != c.Answers.As // it seconds an answer, and says nothing for the line
	switch {
	case answer && c.Answers.As == entities.Confirms:
		return words.AnswerConfirmed
	case answer && c.Answers.As == entities.Repeats:
		return words.AnswerRepeated
	}
	switch c.Answers.As {
	case entities.Confirms:
		return words.ConfirmedBy
	case entities.Repeats:
		return words.RepeatedBy
	case entities.Denies:
		return words.DeniedBy
	case entities.Disputes:
		return words.DisputedBy
	case entities.DeniesOtherWording:
		return words.OtherWordsBy
	case entities.RejectsPremise:
		return words.PremiseBy
	}
	return words.AnsweredBy
}

// SourceName is the short name of a source: its publisher and date, else its title.
func (t *Describer) SourceName(s *entities.Source) string { return t.sourceName(s).String() }

func (t *Describer) sourceName(s *entities.Source) words.Spans {
	name := t.spans(s.Title)
	if s.Publisher != "" {
		name = t.name(s.Publisher)
	}
	if s.Published != "" {
		name = t.Words.SeriesSpans([]words.Spans{name, t.Words.Own(t.Words.Date(s.Published))})
	}
	return name
}

// Reference names a source in full, for a list of sources.
func (t *Describer) Reference(s *entities.Source) string {
	if s.Publisher == "" {
		return t.SourceName(s)
	}
	return t.Words.Say(words.Explained, t.SourceName(s), t.Text(s.Title))
}

// Sources returns the sources that the notes rest on, by id.
func (t *Describer) Sources(notes []Note) []*entities.Source {
	var sources []*entities.Source
	for _, n := range notes {
		for _, e := range n.Entries {
			if s := t.Index.Source(e.Claim.Source); s != nil && !slices.Contains(sources, s) {
				sources = append(sources, s)
			}
		}
	}
	slices.SortFunc(sources, func(a, b *entities.Source) int { return strings.Compare(a.ID, b.ID) })
	return sources
}
