package changes

import (
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
)

// values compares the values of a figure. They have no ids: a value is the one before that
// rests on one of its claims, else the one that counts the same in the same time.
func (s *state) values(after *state, was, is *entities.Figure) []Change {
	var found []Change
	partners := pair(s, after, was.Values, is.Values)
	for i := range was.Values {
		a := &was.Values[i]
		j := slices.Index(partners, i)
		if j < 0 {
			found = append(found, Change{Fact: Value, Was: s.value(a), Published: true})
			continue
		}
		b := &is.Values[j]
		if x, y := s.value(a), after.value(b); x != y {
			found = append(found, Change{Fact: Value, Was: x, Is: y, Published: true})
		}
		for _, c := range facts(s.valueFacts(a), after.valueFacts(b)) {
			c.Fact += " of " + after.value(b)
			found = append(found, c)
		}
		for _, c := range s.standing(after, s.index.StatementOf(a).Verdict, after.index.StatementOf(b).Verdict) {
			c.Fact += " of " + after.value(b)
			found = append(found, c)
		}
	}
	for j := range is.Values {
		if partners[j] < 0 {
			found = append(found, Change{Fact: Value, Is: after.value(&is.Values[j])})
		}
	}
	return found
}

// value is what a picture says of a value: its number, what is counted and when.
func (s *state) value(v *entities.Value) string {
	words := s.describer.Counted(v)
	if period := s.describer.Period(v); period != "" {
		words += " (" + period + ")"
	}
	return strings.TrimSpace(words)
}

// valueFacts are what value does not say, or says in the case's language alone.
func (s *state) valueFacts(v *entities.Value) []fact {
	var other []fact
	for _, f := range slices.Concat(s.text("measure", v.Measure, true), s.text("qualifier", v.Qualifier, true),
		s.text("unit", v.Unit, true), s.text("period's text", v.PeriodText, true)) {
		if strings.Contains(f.name, " in ") {
			other = append(other, f)
		}
	}
	if s.describer.Text(v.PeriodText) != "" {
		other = append(other, kept("period", v.Period))
	}
	return append(other, kept("claims", set(v.Claims)))
}

// pair returns, for each value of today, the index of the one that it was, or -1.
func pair(before, after *state, was, is []entities.Value) []int {
	partners := make([]int, len(is))
	for j := range partners {
		partners[j] = -1
	}
	taken := make([]bool, len(was))
	match := func(same func(a, b *entities.Value) bool) {
		for j := range is {
			for i := range was {
				if partners[j] < 0 && !taken[i] && same(&was[i], &is[j]) {
					partners[j], taken[i] = i, true
				}
			}
		}
	}
	same := func(a, b *entities.Value) bool { return before.value(a) == after.value(b) }
	shares := func(a, b *entities.Value) bool {
		return slices.ContainsFunc(a.Claims, func(id string) bool { return slices.Contains(b.Claims, id) })
	}
	counts := func(a, b *entities.Value) bool {
		return before.describer.Text(a.Measure) == after.describer.Text(b.Measure) && before.describer.Period(a) == after.describer.Period(b)
	}
	match(func(a, b *entities.Value) bool { return same(a, b) && shares(a, b) })
	match(same)
	match(func(a, b *entities.Value) bool { return shares(a, b) && counts(a, b) })
	match(shares)
	match(counts)
	return partners
}
