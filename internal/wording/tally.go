package wording

import (
	"cmp"
	"slices"

	"example.org/graphgen/internal/distinct"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/words"
)

// Tally is how many relations, flows or values of a view stand alike, and who says so: what
// is left to tell where there is no room for the lines themselves.
type Tally struct {
	Kind    words.Phrase     // words.Relations, words.Flows or words.Figures
	Verdict entities.Verdict // how they stand, without the claims
	Count   int
	Words   string   // that follow the count: "alleged by A and B"
	Answers []string // who denies such lines in other words, or their premise: "Denied in other words by C"

	speakers, deny, dispute []string
}

// tallied are the kinds and standings in the order in which tallies are told.
var tallied = []words.Phrase{words.Relations, words.Flows, words.Figures}
var standingOrder = entities.Standings()

// Tallies counts what a view shows by how it stands. Each counts every speaker, and everyone
// who denies or answers, of all its lines.
func (t *Describer) Tallies(v *network.View) []Tally {
	var tallies []Tally
	count := func(kind words.Phrase, verdict entities.Verdict) {
		at := slices.IndexFunc(tallies, func(o Tally) bool {
			return o.Kind == kind && o.Verdict.Standing == verdict.Standing && o.Verdict.Strength == verdict.Strength
		})
		if at < 0 {
			at = len(tallies)
			tallies = append(tallies, Tally{Kind: kind, Verdict: entities.Verdict{Standing: verdict.Standing, Strength: verdict.Strength}})
		}
		t.add(&tallies[at], verdict)
	}
	for i := range v.Edges {
		switch e := &v.Edges[i]; {
		case e.Kind == network.RelationEdge:
			count(words.Relations, e.Verdict)
		case e.Kind == network.FlowEdge && e.Leg == 1:
			count(words.Flows, e.Verdict)
		}
	}
	for i := range v.Nodes {
		if n := &v.Nodes[i]; n.Kind == network.ValueNode {
			count(words.Figures, n.Verdict)
		}
	}
	for i := range tallies {
		t.word(&tallies[i])
	}
	slices.SortStableFunc(tallies, func(a, b Tally) int {
		return cmp.Or(cmp.Compare(slices.Index(tallied, a.Kind), slices.Index(tallied, b.Kind)),
			cmp.Compare(slices.Index(standingOrder, a.Verdict.Standing), slices.Index(standingOrder, b.Verdict.Standing)),
			cmp.Compare(slices.Index(standingOrder, a.Verdict.Strength), slices.Index(standingOrder, b.Verdict.Strength)))
	})
	return tallies
}

// add counts one more line.
func (t *Describer) add(o *Tally, v entities.Verdict) {
	o.Count++
	deny, dispute := t.Index.Answerers(v)
	o.speakers, o.deny, o.dispute = distinct.Append(o.speakers, v.Speakers()...), distinct.Append(o.deny, deny...), distinct.Append(o.dispute, dispute...)
	o.Verdict.Unsubstantiated = o.Verdict.Unsubstantiated || v.Unsubstantiated
	o.Verdict.Remarks = distinct.Append(o.Verdict.Remarks, v.Remarks...)
}

// word puts a tally into words, after which it needs its claims no more.
func (t *Describer) word(o *Tally) {
	o.Words = t.caveat(o.Verdict, o.speakers, o.deny, o.dispute).String()
	if o.Words == "" {
		o.Words = t.Words.Say(words.AccordingTo, t.names(o.speakers).String())
	}
	if s := o.Verdict.Standing; s == entities.Record || s == entities.Lapsed {
		o.Words = t.Words.Say(words.Semicolon, t.Words.Standing(s), o.Words)
	}
	for _, as := range []entities.AnswerKind{entities.DeniesOtherWording, entities.RejectsPremise} {
		var lead string
		var who []string
		for _, c := range o.Verdict.Remarks {
			if c.Answers.As == as {
				e := t.entry(c)
				lead, who = e.Lead, distinct.Append(who, e.Who)
			}
		}
		if len(who) > 0 {
			o.Answers = append(o.Answers, lead+" "+t.Words.List(who))
		}
	}
	o.Verdict.Remarks = nil
}
