package wording

import (
	"strings"
	"unicode"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/words"
)

// NodeName returns what a node of a view is called: an entity's name, a value's quantity and
// measure, or that an origin is not named.
func (t *Describer) NodeName(v *network.View, id string) string { return t.nodeName(v, id).String() }

func (t *Describer) nodeName(v *network.View, id string) words.Spans {
	if n := v.Node(id); n != nil {
		switch n.Kind {
		case network.ValueNode:
			return t.counted(n.Value)
		case network.OriginNode:
			return t.Words.SaySpans(words.OriginOpen)
		case network.EntityNode:
			return t.called(n.Entity.Name, n.ID) // an editor may have added it, so that the case does not have it
		}
	}
	return t.name(id)
}

// NodeLang returns the language that NodeName gives a node's name in (BCP 47).
func (t *Describer) NodeLang(v *network.View, id string) string {
	n := v.Node(id)
	switch {
	case n != nil && n.Kind == network.ValueNode:
		return t.LangOf(n.Value.Measure)
	case n != nil && n.Kind == network.EntityNode:
		if len(t.edited(edits.Thing{ID: id})) > 0 {
			return t.Lang
		}
		return t.LangOf(n.Entity.Name)
	}
	return t.Words.Lang
}

// Counted words how much of what a value is: “259 human trafficking cases”, “0.5 t: grain lost”.
func (t *Describer) Counted(v *entities.Value) string { return t.counted(v).String() }

func (t *Describer) counted(v *entities.Value) words.Spans {
	if len(v.Unit) == 0 || t.measureHasUnit(v) {
		return t.Words.SaySpans(words.NumberOf, t.quantity(v), t.spans(v.Measure))
	}
	return t.Words.SaySpans(words.Explained, t.quantity(v), t.spans(v.Measure))
}

// measureHasUnit tells whether the words of a value's unit stand in its measure.
func (t *Describer) measureHasUnit(v *entities.Value) bool {
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
func (t *Describer) Quantity(v *entities.Value) string { return t.quantity(v).String() }

func (t *Describer) quantity(v *entities.Value) words.Spans {
	said := t.Words.Own(grouped(string(v.Value)))
	if qualifier := t.spans(v.Qualifier); len(qualifier) > 0 {
		said = t.Words.SaySpans(words.NumberOf, qualifier, said)
	}
	if unit := t.spans(v.Unit); len(unit) > 0 && !t.measureHasUnit(v) {
		said = t.Words.SaySpans(words.NumberOf, said, unit)
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
func (t *Describer) Period(v *entities.Value) string { return t.period(v).String() }

func (t *Describer) period(v *entities.Value) words.Spans {
	if text := t.spans(v.PeriodText); len(text) > 0 {
		return text
	}
	if v.Period == "" {
		return nil
	}
	return t.Words.Own(t.Words.Date(v.Period))
}
