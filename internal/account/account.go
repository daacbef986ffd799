// Package account tells in words what a view draws and how each line stands: who says so,
// in which source, in which words, and who denies it. Every output takes its words from
// here, so that none of them says more than another. It must never know how they are drawn.
package account

import (
	"strings"
	"unicode"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/words"
)

// Teller words a case in one language.
type Teller struct {
	Index *entities.Index
	Words *words.Catalog
	Lang  string // BCP 47; a text that the case does not have in it is told in the case's language
}

// Text returns a text of the case in the teller's language, on one line.
func (t *Teller) Text(text entities.Text) string {
	s, _ := text.In(t.Lang, t.Index.Case.Language)
	return strings.Join(strings.FieldsFunc(s, isLineSpace), " ")
}

// LangOf returns the language that Text gives a text in (BCP 47).
func (t *Teller) LangOf(text entities.Text) string {
	_, lang := text.In(t.Lang, t.Index.Case.Language)
	return lang
}

// isLineSpace is the white space that may fold into one space; a zero-width space, where a
// script without spaces may break, stays.
func isLineSpace(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' }

// Name returns the name of an entity, or the id itself where the case has no such entity.
func (t *Teller) Name(id string) string {
	if e := t.Index.Entity(id); e != nil {
		return t.Text(e.Name)
	}
	return id
}

// names lists who says something. A case without errors names a speaker for every claim;
// where none is named, that is said.
func (t *Teller) names(ids []string) string {
	if len(ids) == 0 {
		return t.Words.Say(words.Unnamed)
	}
	return t.Words.List(t.namesOf(ids))
}

// Caveat returns the words that must stand on a line for how it stands: nothing for what is
// on record or stated, else the word and the speaker.
func (t *Teller) Caveat(v entities.Verdict) string {
	return t.caveat(v, v.Speakers(), v.Deniers())
}

// caveat is Caveat with those named who say so and who deny it.
func (t *Teller) caveat(v entities.Verdict, speakers, denying []string) string {
	by, deniers := t.names(speakers), t.names(denying)
	caveat := ""
	switch v.Standing {
	case entities.Record, entities.Stated:
		return ""
	case entities.Alleged:
		caveat = t.Words.Say(words.AllegedBy, by)
	case entities.Rumoured:
		return t.Words.Say(words.UnsubstantiatedBy, by)
	case entities.Contested:
		caveat = t.contested(v, by, deniers)
	default:
		return t.Words.Say(words.Unsourced)
	}
	if v.Unsubstantiated && v.Strength != entities.Rumoured {
		caveat = t.Words.Say(words.Semicolon, caveat, t.Words.Say(words.AlsoRumour))
	}
	return caveat
}

func (t *Teller) contested(v entities.Verdict, by, deniers string) string {
	switch v.Strength {
	case entities.Alleged:
		return t.Words.Say(words.DisputedAlleged, by, deniers)
	case entities.Rumoured:
		return t.Words.Say(words.DisputedRumour, by, deniers)
	}
	return t.Words.Say(words.DisputedSaid, by, deniers)
}

// LineCaveat is Caveat for a line of a view. A line to a figure's value begins at who gives
// or disputes it, so the word is enough there: for who gives it, how the line stands; for
// who disputes it, how that answer stands. The value bears its own caveat, in full.
func (t *Teller) LineCaveat(e *network.Edge) string {
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
	return t.Caveat(e.Verdict)
}

func accuses(s entities.Standing) bool { return s == entities.Alleged || s == entities.Rumoured }

// Label returns what a line says between its ends, with the hedges of those who say it:
// “fronts for (“may”)”.
func (t *Teller) Label(e *network.Edge) string {
	label := ""
	switch e.Kind {
	case network.RelationEdge:
		label = t.relationLabel(e.Relation)
	case network.FlowEdge:
		if e.Leg == 1 {
			label = t.flowLabel(e.Flow)
		}
	case network.GivesEdge:
		label = t.Words.Say(words.SaysSo)
	case network.DisputesEdge:
		label = t.Words.Say(answerVerb(e.Claim))
	}
	return t.hedged(label, e)
}

// LabelLang returns the language that Label gives what a line says in (BCP 47).
func (t *Teller) LabelLang(e *network.Edge) string {
	switch {
	case e.Kind == network.FlowEdge && len(e.Flow.Label) > 0:
		return t.LangOf(e.Flow.Label)
	case e.Kind == network.FlowEdge:
		return t.LangOf(e.Flow.What)
	case e.Kind == network.RelationEdge && len(e.Relation.Label) > 0:
		return t.LangOf(e.Relation.Label)
	case e.Kind == network.RelationEdge && t.Words.Relation(e.Relation.Type) == "":
		if known, ok := t.Index.RelationType(e.Relation.Type); ok {
			return t.LangOf(known.Label)
		}
	}
	return t.Words.Lang
}

func (t *Teller) hedged(label string, e *network.Edge) string {
	hedges := t.Hedges(e.Verdict)
	if hedges == "" || label == "" {
		return label
	}
	return t.Words.Say(words.Bracketed, label, hedges)
}

// Hedges returns the words that weaken a line, in quotation marks.
func (t *Teller) Hedges(v entities.Verdict) string {
	quoted := make([]string, len(v.Hedges))
	for i, word := range v.Hedges {
		quoted[i] = t.Words.Say(words.Quoted, word)
	}
	return t.Words.Series(quoted)
}

func (t *Teller) relationLabel(r *entities.Relation) string {
	if own := t.Text(r.Label); own != "" {
		return own
	}
	if builtin := t.Words.Relation(r.Type); builtin != "" {
		return builtin
	}
	if known, ok := t.Index.RelationType(r.Type); ok {
		if label := t.Text(known.Label); label != "" {
			return label
		}
	}
	return strings.ReplaceAll(r.Type, "-", " ")
}

func (t *Teller) flowLabel(f *entities.Flow) string {
	if label := t.Text(f.Label); label != "" {
		return label
	}
	return t.Text(f.What)
}

func answerVerb(c *entities.Claim) words.Phrase {
	switch c.Answers.As {
	case entities.Denies, entities.Disputes:
		return words.DisputesIt
	case entities.DeniesOtherWording:
		return words.DeniesOther
	case entities.RejectsPremise:
		return words.RejectsIt
	}
	return words.AnswersIt
}

// Sentence says a whole line in words: its ends, what it says, and how it stands.
func (t *Teller) Sentence(v *network.View, e *network.Edge) string {
	from, to := t.NodeName(v, e.From), t.NodeName(v, e.To)
	s := t.Words.Say(words.EdgeLine, from, t.Label(e), to)
	if e.Kind == network.FlowEdge {
		s = t.Words.Say(words.FlowLine, t.hedged(t.flowLabel(e.Flow), e), from, to)
	}
	if e.Kind == network.DisputesEdge {
		// Its verdict names who gives the value. They do not say what this line says.
		if caveat := t.LineCaveat(e); caveat != "" {
			s = t.Words.Say(words.Bracketed, s, caveat)
		}
		return s
	}
	if caveat := t.Caveat(e.Verdict); caveat != "" {
		return t.Words.Say(words.Bracketed, s, caveat)
	}
	if speakers := e.Verdict.Speakers(); len(speakers) > 0 {
		s = t.Words.Say(words.Bracketed, s, t.Words.Say(words.AccordingTo, t.names(speakers)))
	}
	return s
}

// NodeName returns what a node of a view is called: an entity's name, a value's quantity and
// measure, or that an origin is not named.
func (t *Teller) NodeName(v *network.View, id string) string {
	if n := v.Node(id); n != nil {
		switch n.Kind {
		case network.ValueNode:
			return t.Counted(n.Value)
		case network.OriginNode:
			return t.Words.Say(words.OriginOpen)
		}
	}
	return t.Name(id)
}

// NodeLang returns the language that NodeName gives a node's name in (BCP 47).
func (t *Teller) NodeLang(v *network.View, id string) string {
	n := v.Node(id)
	switch {
	case n != nil && n.Kind == network.ValueNode:
		return t.LangOf(n.Value.Measure)
	case n != nil && n.Kind == network.EntityNode:
		return t.LangOf(n.Entity.Name)
	}
	return t.Words.Lang
}

// Counted words how much of what a value is: “259 human trafficking cases”, “0.5 t: grain lost”.
func (t *Teller) Counted(v *entities.Value) string {
	if len(v.Unit) == 0 || t.measureHasUnit(v) {
		return t.Words.Say(words.NumberOf, t.Quantity(v), t.Text(v.Measure))
	}
	return t.Words.Say(words.Explained, t.Quantity(v), t.Text(v.Measure))
}

// measureHasUnit tells whether the words of a value's unit stand in its measure.
func (t *Teller) measureHasUnit(v *entities.Value) bool {
	unit, measure := []rune(t.Text(v.Unit)), []rune(t.Text(v.Measure))
	for i := range len(measure) - len(unit) + 1 {
		end := i + len(unit)
		if strings.EqualFold(string(measure[i:end]), string(unit)) &&
			(i == 0 || !unicode.IsLetter(measure[i-1])) && (end == len(measure) || !unicode.IsLetter(measure[end])) {
			return true
		}
	}
	return false
}

// Quantity words a value's number: its qualifier, its digits in groups of three, and its unit
// unless its measure, which stands beside it, names that.
func (t *Teller) Quantity(v *entities.Value) string {
	said := grouped(string(v.Value))
	if qualifier := t.Text(v.Qualifier); qualifier != "" {
		said = t.Words.Say(words.NumberOf, qualifier, said)
	}
	if unit := t.Text(v.Unit); unit != "" && !t.measureHasUnit(v) {
		said = t.Words.Say(words.NumberOf, said, unit)
	}
	return said
}

// grouped puts commas into the whole part of a number written plainly.
func grouped(number string) string {
	sign, digits := "", number
	if strings.HasPrefix(digits, "-") {
		sign, digits = "−", digits[1:]
	}
	whole, fraction, _ := strings.Cut(digits, ".")
	if strings.ContainsAny(number, "eE") {
		return number
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return sign + whole
}

// Period words the time that a value is for.
func (t *Teller) Period(v *entities.Value) string {
	if text := t.Text(v.PeriodText); text != "" {
		return text
	}
	if v.Period == "" {
		return ""
	}
	return t.Words.Date(v.Period)
}
