package wording

import (
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/words"
)

// Act says of a line that draws an official act what became of it, what it was for, when, and that a
// charge is no conviction. It is empty for other lines.
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

// details are what a line that draws an official act says of it beside its ends: what for, when
// and what became of it, where that is no outcome.
func (t *Describer) details(v entities.Verdict) words.Spans {
	if v.Act == nil {
		return nil
	}
	var said []words.Spans
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
