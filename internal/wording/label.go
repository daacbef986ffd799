package wording

import (
	"strings"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/words"
)

// Label returns what a line says between its ends, with the hedges of those who say it:
// “fronts for (“may”)”.
func (t *Describer) Label(e *network.Edge) string {
	return t.hedged(t.label(e), e.Verdict).String()
}

// Says is Label without hedges.
func (t *Describer) Says(e *network.Edge) string { return t.label(e).String() }

// LabelLang returns the language that Label gives what a line says in (BCP 47).
func (t *Describer) LabelLang(e *network.Edge) string {
	label := t.label(e)
	if e.Kind == network.FlowEdge && len(label) == 0 {
		label = t.flowLabel(e.Flow) // which later legs are about too
	}
	if len(label) == 0 {
		return t.Words.Lang
	}
	return label[0].Lang
}

// label is Label without hedges.
func (t *Describer) label(e *network.Edge) words.Spans {
	if own := t.edited(edits.Thing{Line: true, ID: e.ID}); len(own) > 0 {
		return own
	}
	switch e.Kind {
	case network.RelationEdge:
		return t.relationLabel(e.Relation)
	case network.FlowEdge:
		if e.Leg == 1 {
			return t.flowLabel(e.Flow)
		}
	case network.GivesEdge:
		return t.Words.SaySpans(words.SaysSo)
	case network.DisputesEdge:
		return t.Words.SaySpans(answerVerb(t.Index.AnswersAs(e.Claim)))
	}
	return nil
}

// hedged puts behind what is said the words that weaken it.
func (t *Describer) hedged(said words.Spans, v entities.Verdict) words.Spans {
	hedges := t.quotedAll(v.Hedges)
	if len(hedges) == 0 || len(said) == 0 {
		return said
	}
	return t.Words.SaySpans(words.Bracketed, said, hedges)
}

// Hedges returns the words that weaken a line, in quotation marks.
func (t *Describer) Hedges(v entities.Verdict) string { return t.quotedAll(v.Hedges).String() }

// quotedAll puts each of some words of a source into quotation marks.
func (t *Describer) quotedAll(list []string) words.Spans {
	quoted := make([]words.Spans, len(list))
	for i, word := range list {
		quoted[i] = t.quoted(word)
	}
	return t.Words.SeriesSpans(quoted)
}

func (t *Describer) relationLabel(r *entities.Relation) words.Spans {
	if own := t.edited(edits.Thing{Line: true, ID: r.ID}); len(own) > 0 {
		return own
	}
	if own := t.spans(r.Label); len(own) > 0 {
		return own
	}
	if builtin := t.Words.Relation(r.Type); builtin != "" {
		return t.Words.Own(builtin)
	}
	if known, ok := t.Index.RelationType(r.Type); ok {
		if label := t.spans(known.Label); len(label) > 0 {
			return label
		}
	}
	return t.Words.Own(strings.ReplaceAll(r.Type, "-", " "))
}

func (t *Describer) flowLabel(f *entities.Flow) words.Spans {
	if own := t.edited(edits.Thing{Line: true, ID: f.ID + "/1"}); len(own) > 0 {
		return own
	}
	if label := t.spans(f.Label); len(label) > 0 {
		return label
	}
	return t.spans(f.What)
}

// answerVerb is the verb of a line from who answers a value to that value.
func answerVerb(as entities.AnswerKind) words.Phrase {
	switch as {
	case entities.Denies:
		return words.DeniesIt
	case entities.Disputes:
		return words.DisputesIt
	case entities.DeniesOtherWording:
		return words.DeniesOther
	case entities.RejectsPremise:
		return words.RejectsIt
	}
	return words.AnswersIt
}
