package main

import (
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/wording"
	"example.org/graphgen/internal/words"
)

// saying is all that a picture tells of one line, value or office: what a reader would
// judge it by.
type saying struct {
	standing, strength entities.Standing
	rumour             bool     // told to rest on a rumour
	caveat             string   // the words on it
	hedges             []string // word by word
	speakers           []string
	entries            map[string]wording.Entry // of its note, by the claim
	answers            string                   // the value that it disputes, if it is such a line
}

// sayings tells what each view of a case says, by view, then by the line's, value's or
// office's id.
func sayings(c *entities.Case) map[string]map[string]saying {
	index := entities.NewIndex(c)
	describer := &wording.Describer{Index: index, Words: words.For(c.Language), Lang: c.Language}
	said := map[string]map[string]saying{}
	for _, v := range viewsOf(index) {
		said[v.Spec.ID] = sayingsOf(v, describer)
	}
	return said
}

func sayingsOf(v *network.View, describer *wording.Describer) map[string]saying {
	notes, numbers := describer.Notes(v)
	said := map[string]saying{}
	add := func(id, caveat, answers string, verdict entities.Verdict) {
		s := saying{
			standing: verdict.Standing, strength: verdict.Strength, caveat: caveat, answers: answers,
			rumour:   verdict.Unsubstantiated || verdict.Strength == entities.Rumoured,
			hedges:   strings.Fields(strings.Join(verdict.Hedges, " ")),
			speakers: verdict.Speakers(),
			entries:  map[string]wording.Entry{},
		}
		for _, e := range notes[numbers[id]-1].Entries {
			s.entries[e.Claim.ID] = e
		}
		said[id] = s
	}
	for i := range v.Edges {
		e := &v.Edges[i]
		answers := ""
		if e.Kind == network.DisputesEdge {
			answers = e.To
		}
		add(e.ID, describer.LineCaveat(e), answers, e.Verdict)
	}
	for _, n := range v.Nodes {
		if n.Kind == network.ValueNode {
			add(n.ID, describer.Caveat(n.Verdict), "", n.Verdict)
		}
		for _, office := range n.Offices {
			add(office.Relation.ID, describer.Caveat(office.Verdict), "", office.Verdict)
		}
	}
	return said
}

// saysMore returns in what a picture of a view says more than it did, or silences.
func saysMore(before, after map[string]saying) []string {
	var more []string
	for _, id := range sortedKeys(after) {
		old, known := before[id]
		if !known {
			more = append(more, id+": drawn, and was not")
			continue
		}
		for _, what := range after[id].more(old) {
			more = append(more, id+": "+what)
		}
	}
	for _, id := range sortedKeys(before) {
		_, drawn := after[id]
		if _, denied := after[before[id].answers]; denied && !drawn {
			more = append(more, id+": the line of a denial is gone, and what it denies is there")
		}
	}
	return more
}

// more returns in what a line says more than it did.
func (s saying) more(old saying) []string {
	var more []string
	say := func(format string, args ...any) { more = append(more, fmt.Sprintf(format, args...)) }
	if solidity(s.standing) > solidity(old.standing) || certainty(s.standing) > certainty(old.standing) {
		say("stands as %q, stood as %q", s.standing, old.standing)
	}
	if certainty(s.strength) > certainty(old.strength) {
		say("is as strong as %q, was %q", s.strength, old.strength)
	}
	if old.standing == entities.Contested && s.standing != entities.Contested {
		say("is no longer disputed")
	}
	if old.rumour && !s.rumour {
		say("is no longer called unsubstantiated")
	}
	if old.caveat != "" && s.caveat == "" {
		say("has lost %q", old.caveat)
	}
	lost := without(old.hedges, s.hedges)
	if s.standing == entities.Rumoured { // the line says as much by itself
		lost = without(lost, []string{"unsubstantiated", "rumors"})
	}
	if len(lost) > 0 {
		say("has lost the hedge %q", lost)
	}
	if lost := without(old.speakers, s.speakers); len(lost) > 0 {
		say("no longer names %q", lost)
	}
	if found := without(s.speakers, old.speakers); len(found) > 0 {
		say("names %q, and did not", found)
	}
	for _, id := range sortedKeys(old.entries) {
		more = append(more, entryMore(old.entries[id], s.entries[id])...)
	}
	return more
}

// entryMore returns in what a claim of a note says more than it did. Without its entry, nothing
// is told of whoever spoke it.
func entryMore(old, e wording.Entry) []string {
	var more []string
	say := func(format string, args ...any) {
		more = append(more, old.Claim.ID+" "+fmt.Sprintf(format, args...))
	}
	if e.Claim == nil {
		say("is gone from the note")
		return more
	}
	if weight(e.Lead) > weight(old.Lead) || denial(e.Lead) < denial(old.Lead) {
		say("is led in by %q, was by %q", e.Lead, old.Lead)
	}
	if e.Who != old.Who || e.Source != old.Source {
		say("is said by %q in %q, was by %q in %q", e.Who, e.Source, old.Who, old.Source)
	}
	if lost := without(negations(old.Quote), negations(e.Quote)); len(lost) > 0 {
		say("has lost %q from its quote", lost)
	}
	return more
}

// solidity orders standings by the line that they are drawn with: dotted, dashed, solid.
func solidity(s entities.Standing) int {
	switch s {
	case entities.Record, entities.Stated:
		return 3
	case entities.Alleged, entities.Contested:
		return 2
	}
	return 1
}

// certainty orders standings by how sure their words sound; that a line is disputed says
// nothing about how sure those are who say so.
func certainty(s entities.Standing) int {
	return slices.Index([]entities.Standing{"", entities.Contested, entities.Rumoured, entities.Alleged, entities.Stated, entities.Record}, s)
}

// weight orders the words before a claim that affirms by how sure they sound.
func weight(lead string) int {
	return slices.Index([]string{string(words.RumourLead), string(words.AllegedLead), string(words.SaidBy)}, lead)
}

// denial orders the words before an answer by how much they deny.
func denial(lead string) int {
	switch words.Phrase(lead) {
	case words.DeniedBy, words.DisputedBy:
		return 2
	case words.OtherWordsBy, words.PremiseBy:
		return 1
	}
	return 0
}

// negations returns the words of a quote that turn it.
func negations(quote string) []string {
	var found []string
	for _, word := range strings.Fields(strings.ToLower(strings.Trim(quote, "“”"))) {
		if slices.Contains([]string{"not", "no", "never", "cannot", "without"}, word) || strings.HasSuffix(word, "n’t") || strings.HasSuffix(word, "n't") {
			found = append(found, word)
		}
	}
	return found
}

// without returns what is in the first list and not in the second, each as often as it is
// missing there.
func without(list, other []string) []string {
	left := slices.Clone(other)
	var missing []string
	for _, s := range list {
		if at := slices.Index(left, s); at >= 0 {
			left = slices.Delete(left, at, at+1)
		} else {
			missing = append(missing, s)
		}
	}
	return missing
}
