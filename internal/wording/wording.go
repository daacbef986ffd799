// Package wording tells in words what a view draws and how each line stands: who says so,
// in which source, in which words, and who denies it. Every output takes its words from here,
// so that none of them says more than another: labels and notes for a picture, and for who
// does not see it an alt text, a description in sentences and tables. It must never know how
// they are drawn or marked up.
//
// Describer words lines, notes and sources, and Of has it tell of a view in its edited words. Alt,
// Describe and Tables tell a view where no picture is seen, each drawn line once.
package wording

import (
	"strings"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/words"
)

// Describer words a case in one language.
type Describer struct {
	Index *entities.Index
	Words *words.Catalog
	Lang  string // BCP 47; a text that the case does not have in it is told in the case's language

	// Trace is called when a part of a view is worded, so that tests can count; nil for no trace.
	Trace func(Part)

	edits  *edits.Overrides // of the view that is told of
	worded *worded          // of a describer of one view; nil for others
}

// edited is what an editor has a thing say in the describer's language instead of what the case
// says; nothing where there is no such edit.
func (t *Describer) edited(thing edits.Thing) words.Spans {
	return words.In(t.Lang, t.edits.Words(thing, t.Lang))
}

// Text returns a text of the case in the describer's language, on one line.
func (t *Describer) Text(text entities.Text) string {
	s, _ := text.In(t.Lang, t.Index.Case.Language)
	return strings.Join(strings.FieldsFunc(s, isLineSpace), " ")
}

// LangOf returns the language that Text gives a text in (BCP 47).
func (t *Describer) LangOf(text entities.Text) string {
	_, lang := text.In(t.Lang, t.Index.Case.Language)
	return lang
}

// spans is Text with the language that the text is in.
func (t *Describer) spans(text entities.Text) words.Spans {
	return words.In(t.LangOf(text), t.Text(text))
}

// isLineSpace is the white space that may fold into one space; a zero-width space, where a
// script without spaces may break, stays.
func isLineSpace(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' }

// Name returns the name of an entity, or the id itself where the case has no such entity.
func (t *Describer) Name(id string) string { return t.name(id).String() }

func (t *Describer) name(id string) words.Spans {
	if e := t.Index.Entity(id); e != nil {
		return t.called(e.Name, id)
	}
	return t.called(nil, id)
}

// called is the name of an entity, as a view calls it.
func (t *Describer) called(name entities.Text, id string) words.Spans {
	if own := t.edited(edits.Thing{ID: id}); len(own) > 0 {
		return own
	}
	if len(name) > 0 {
		return t.spans(name)
	}
	return words.In("", id)
}

func (t *Describer) namesOf(ids []string) []words.Spans {
	names := make([]words.Spans, len(ids))
	for i, id := range ids {
		names[i] = t.name(id)
	}
	return names
}

// names lists who says something. A case without errors names a speaker for every claim;
// where none is named, that is said.
func (t *Describer) names(ids []string) words.Spans {
	if len(ids) == 0 {
		return t.Words.SaySpans(words.Unnamed)
	}
	return t.Words.ListSpans(t.namesOf(ids))
}

// Caveat returns the words that must stand on a line: of an official act what became of it, what it
// was for and when; how much it is about; and how the line stands, which is nothing for what is on record or stated, else
// the word and the speaker.
func (t *Describer) Caveat(v entities.Verdict) string {
	return t.caveatOf(v).String()
}

func (t *Describer) caveatOf(v entities.Verdict) words.Spans {
	return t.joined(t.outcome(v), t.details(v), t.doubt(v))
}

// Stands says how a line stands, with its caveat: of a fact that it is stated or on record.
func (t *Describer) Stands(v entities.Verdict) string { return t.stands(v).String() }

func (t *Describer) stands(v entities.Verdict) words.Spans {
	if len(t.doubt(v)) > 0 {
		return t.caveatOf(v)
	}
	return t.joined(t.caveatOf(v), t.Words.Own(t.Words.Standing(v.Strength)))
}

// Doubt is the part of Caveat that says how the line stands.
func (t *Describer) Doubt(v entities.Verdict) string { return t.doubt(v).String() }

// doubt is the part of a caveat that says how a line stands.
func (t *Describer) doubt(v entities.Verdict) words.Spans {
	deny, dispute := t.Index.Answerers(v)
	return t.caveat(v, v.Speakers(), deny, dispute)
}

// caveat is doubt with those named who say so, who deny it, and who dispute it.
func (t *Describer) caveat(v entities.Verdict, speakers, deny, dispute []string) words.Spans {
	by := t.names(speakers)
	var caveat words.Spans
	standing := v.Standing
	if standing == entities.Lapsed { // which its outcome says
		standing = v.Strength
	}
	switch standing {
	case entities.Record, entities.Stated:
		return nil
	case entities.Alleged:
		caveat = t.Words.SaySpans(words.AllegedBy, by)
	case entities.Rumoured:
		return t.Words.SaySpans(words.UnsubstantiatedBy, by)
	case entities.Contested:
		caveat = t.contested(v, by, t.answering(deny, dispute))
	default:
		return t.Words.SaySpans(words.Unsourced)
	}
	if v.Unsubstantiated && v.Strength != entities.Rumoured {
		caveat = t.Words.SaySpans(words.Semicolon, caveat, t.Words.SaySpans(words.AlsoRumour))
	}
	return caveat
}

// answering tells who denies and who disputes, each by the verb that the case claims of them.
func (t *Describer) answering(deny, dispute []string) words.Spans {
	var parts []words.Spans
	if len(deny) > 0 || len(dispute) == 0 {
		parts = append(parts, t.Words.SaySpans(words.WhoDenies, t.names(deny)))
	}
	if len(dispute) > 0 {
		parts = append(parts, t.Words.SaySpans(words.WhoDisputes, t.names(dispute)))
	}
	return t.Words.SeriesSpans(parts)
}

func (t *Describer) contested(v entities.Verdict, by, answering words.Spans) words.Spans {
	switch v.Strength {
	case entities.Alleged:
		return t.Words.SaySpans(words.DisputedAlleged, by, answering)
	case entities.Rumoured:
		return t.Words.SaySpans(words.DisputedRumour, by, answering)
	}
	return t.Words.SaySpans(words.DisputedSaid, by, answering)
}

// LineCaveat is Caveat for a line of a view. A line to a figure's value begins at who gives
// or disputes it, so the word is enough there: for who gives it, how the line stands; for
// who disputes it, how that answer stands. The value bears its own caveat, in full.
func (t *Describer) LineCaveat(e *network.Edge) string {
	switch e.Kind {
	case network.GivesEdge:
		if t.Caveat(e.Verdict) == "" {
			return ""
		}
		word := t.Words.Standing(e.Verdict.Standing)
		if e.Verdict.Standing == entities.Contested && accuses(e.Verdict.Strength) {
			word = t.Words.Say(words.Semicolon, word, t.Words.Standing(e.Verdict.Strength))
		}
		return word
	case network.DisputesEdge:
		if accuses(e.Claim.Standing) {
			return t.Words.Standing(e.Claim.Standing)
		}
		return ""
	}
	if e.Kind == network.FlowEdge && e.Leg > 1 { // the first bears what is said of the whole
		return t.Doubt(e.Verdict)
	}
	return t.Caveat(e.Verdict)
}

func accuses(s entities.Standing) bool { return s == entities.Alleged || s == entities.Rumoured }
