package wording

import (
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/words"
)

// Sentence says a whole line in words: its ends, what it says, and how it stands.
func (t *Describer) Sentence(v *network.View, e *network.Edge) string {
	from, to := t.NodeName(v, e.From), t.NodeName(v, e.To)
	s := t.Words.Say(words.EdgeLine, from, t.Label(e), to)
	if e.Kind == network.FlowEdge {
		s = t.Words.Say(words.FlowLine, t.hedged(t.flowLabel(e.Flow), e.Verdict).String(), from, to)
	}
	if e.Kind == network.DisputesEdge {
		// Its verdict names who gives the value. They do not say what this line says.
		if caveat := t.LineCaveat(e); caveat != "" {
			s = t.Words.Say(words.Bracketed, s, caveat)
		}
		return s
	}
	caveat := t.caveatOf(e.Verdict)
	if speakers := e.Verdict.Speakers(); len(t.doubt(e.Verdict)) == 0 && len(speakers) > 0 {
		caveat = t.joined(caveat, t.Words.SaySpans(words.AccordingTo, t.names(speakers)))
	}
	if len(caveat) == 0 {
		return s
	}
	return t.Words.Say(words.Bracketed, s, caveat.String())
}

// Draws says what the line or the value of a statement draws, with its hedges and without how it
// stands.
func (t *Describer) Draws(s *entities.Statement) string {
	switch {
	case s.Amount != nil && s.Relation != nil:
		return t.Words.Say(words.Explained, t.RelationLine(s.Relation, entities.Verdict{}), t.amount(s).String())
	case s.Amount != nil:
		return t.Words.Say(words.Explained, t.FlowLine(s.Flow, entities.Verdict{}), t.amount(s).String())
	case s.Relation != nil:
		return t.RelationLine(s.Relation, s.Verdict)
	case s.Flow != nil:
		return t.FlowLine(s.Flow, s.Verdict)
	}
	return t.ValueLine(s.Value, s.Verdict)
}

// RelationLine says what a relation's line draws, with its hedges and without how it stands.
func (t *Describer) RelationLine(r *entities.Relation, v entities.Verdict) string {
	label := t.Label(&network.Edge{Kind: network.RelationEdge, Relation: r, Verdict: v})
	return t.Words.Say(words.EdgeLine, t.Name(r.From), label, t.Name(r.To))
}

// FlowLine says what a whole flow draws: what moves, from where, through what, to where.
// Origins and destinations are alternatives, told by the order of their ids.
func (t *Describer) FlowLine(f *entities.Flow, v entities.Verdict) string {
	what := t.hedged(t.moving(f), v).String()
	way := []string{t.Words.Say(words.OriginOpen)}
	if len(f.From) > 0 {
		way[0] = t.alternatives(f.From).String()
	}
	for _, via := range f.Via {
		way = append(way, t.Name(via))
	}
	if len(f.To) > 0 {
		way = append(way, t.alternatives(f.To).String())
	}
	last := len(way) - 1
	return t.Words.Say(words.FlowLine, what, strings.Join(way[:last], " → "), way[last])
}

// moving is who or what moves in a flow, and how.
func (t *Describer) moving(f *entities.Flow) words.Spans {
	what := t.spans(f.What)
	if label := t.spans(f.Label); len(label) > 0 {
		return t.Words.SaySpans(words.NamedAs, what, label)
	}
	return what
}

// ValueLine says what a figure's value draws: how much of what, for when.
func (t *Describer) ValueLine(value *entities.Value, v entities.Verdict) string {
	return t.hedged(t.countedFor(value), v).String()
}

// countedFor is how much of what a value is, and for when.
func (t *Describer) countedFor(value *entities.Value) words.Spans {
	said := t.counted(value)
	if period := t.period(value); len(period) > 0 {
		said = t.Words.SeriesSpans([]words.Spans{said, period})
	}
	return said
}

// alternatives names those between which a flow leaves it open, by the order of their ids.
func (t *Describer) alternatives(ids []string) words.Spans {
	return t.Words.SeriesSpans(t.namesOf(slices.Compact(slices.Sorted(slices.Values(ids)))))
}
