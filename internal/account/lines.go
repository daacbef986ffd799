package account

import (
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/words"
)

// RelationLine says what a relation's line draws, with its hedges and without how it stands.
func (t *Teller) RelationLine(r *entities.Relation, v entities.Verdict) string {
	label := t.Label(&network.Edge{Kind: network.RelationEdge, Relation: r, Verdict: v})
	return t.Words.Say(words.EdgeLine, t.Name(r.From), label, t.Name(r.To))
}

// FlowLine says what a whole flow draws: what moves, from where, through what, to where.
// Origins and destinations are alternatives, told by the order of their ids.
func (t *Teller) FlowLine(f *entities.Flow, v entities.Verdict) string {
	what := t.Text(f.What)
	if label := t.Text(f.Label); label != "" {
		what = t.Words.Say(words.NamedAs, what, label)
	}
	if hedges := t.Hedges(v); hedges != "" {
		what = t.Words.Say(words.Bracketed, what, hedges)
	}
	way := []string{t.Words.Say(words.OriginOpen)}
	if len(f.From) > 0 {
		way[0] = t.Words.Series(t.namesOf(slices.Sorted(slices.Values(f.From))))
	}
	way = append(way, t.namesOf(f.Via)...)
	if len(f.To) > 0 {
		way = append(way, t.Words.Series(t.namesOf(slices.Sorted(slices.Values(f.To)))))
	}
	last := len(way) - 1
	return t.Words.Say(words.FlowLine, what, strings.Join(way[:last], " → "), way[last])
}

// ValueLine says what a figure's value draws: how much of what, for when.
func (t *Teller) ValueLine(value *entities.Value, v entities.Verdict) string {
	line := t.Counted(value)
	if period := t.Period(value); period != "" {
		line = t.Words.Series([]string{line, period})
	}
	if hedges := t.Hedges(v); hedges != "" {
		line = t.Words.Say(words.Bracketed, line, hedges)
	}
	return line
}

func (t *Teller) namesOf(ids []string) []string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = t.Name(id)
	}
	return names
}
