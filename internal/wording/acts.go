package wording

import (
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/words"
)

// Act says of a line how much it is about, and of one that draws an official act what became of it,
// what it was for, when, and that a charge is no conviction.
func (t *Describer) Act(v entities.Verdict) string {
	said := t.joined(t.outcome(v), t.details(v))
	if unconvicted(v) {
		said = t.joined(t.Words.SaySpans(words.Unconvicted), said)
	}
	return said.String()
}

// outcome says of an official act that it was overturned, and who acquitted the one whom it is
// about of the same. It stands before all else that is said of the line, and wherever the line is.
func (t *Describer) outcome(v entities.Verdict) words.Spans {
	if v.Act == nil {
		return nil
	}
	var said []words.Spans
	if v.Act.State == entities.Overturned {
		said = append(said, t.Words.SaySpans(words.ActOverturned))
	}
	for _, acquittal := range v.Act.Acquittals {
		by := t.Words.SaySpans(words.AcquittedBy, t.name(acquittal.Authority()))
		if caveat := t.caveatOf(t.Index.StandRelation(acquittal)); len(caveat) > 0 {
			by = t.Words.SaySpans(words.Bracketed, by, caveat)
		}
		said = append(said, by)
	}
	return t.joined(said...)
}

// details are what a line says beside its ends and how it stands: how much it is about, each amount
// with its own hedges and caveat; and of an official act what for, when and what became of it, where
// that is no outcome.
func (t *Describer) details(v entities.Verdict) words.Spans {
	said := []words.Spans{t.amounts(v)}
	if v.Act == nil {
		return t.joined(said...)
	}
	if about := t.spans(v.Act.For); len(about) > 0 {
		said = append(said, t.Words.SaySpans(words.ActFor, about))
	}
	if v.Act.Date != "" {
		said = append(said, t.Words.Own(t.Words.Date(v.Act.Date)))
	}
	switch v.Act.State {
	case entities.Pending:
		said = append(said, t.Words.SaySpans(words.ActPending))
	case entities.Final:
		said = append(said, t.Words.SaySpans(words.ActFinal))
	case entities.Appealed:
		said = append(said, t.Words.SaySpans(words.ActAppealed))
	}
	return t.joined(said...)
}

// amount says how much a line is about: “about EUR 2,400,000 (2021)”. What weakens an amount that has
// claims of its own stands with it.
func (t *Describer) amount(s *entities.Statement) words.Spans {
	said := t.sum(s.Amount)
	if len(s.Amount.Claims) > 0 {
		if weak := t.joined(t.quotedAll(s.Verdict.Hedges), t.doubt(s.Verdict)); len(weak) > 0 {
			said = t.Words.SaySpans(words.Bracketed, said, weak)
		}
	}
	return said
}

// sum is how much an amount is, and for when.
func (t *Describer) sum(a *entities.Amount) words.Spans {
	said := words.In("", grouped(string(a.Value)))
	if a.Currency != "" {
		said = t.Words.SaySpans(words.NumberOf, words.In("", a.Currency), said)
	} else if unit := t.spans(a.Unit); len(unit) > 0 {
		said = t.Words.SaySpans(words.NumberOf, said, unit)
	}
	if qualifier := t.spans(a.Qualifier); len(qualifier) > 0 {
		said = t.Words.SaySpans(words.NumberOf, qualifier, said)
	}
	if a.Period != "" {
		said = t.Words.SaySpans(words.Bracketed, said, t.Words.Own(t.Words.Date(a.Period)))
	}
	return said
}

// Amounts says how much a line is about.
func (t *Describer) Amounts(v entities.Verdict) string { return t.amounts(v).String() }

func (t *Describer) amounts(v entities.Verdict) words.Spans {
	var said []words.Spans
	for _, a := range v.Amounts {
		said = append(said, t.amount(a))
	}
	return t.joined(said...)
}

// joined puts one thing that is said behind the other, without what says nothing.
func (t *Describer) joined(parts ...words.Spans) words.Spans {
	var all words.Spans
	for _, part := range parts {
		switch {
		case len(part) == 0:
		case len(all) == 0:
			all = part
		default:
			all = t.Words.SaySpans(words.Semicolon, all, part)
		}
	}
	return all
}
