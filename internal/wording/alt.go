package wording

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf8"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/words"
)

// altLength is how many characters an alt text has at most where its title lets it: readers
// aloud stop or tire at more.
const altLength = 250

func (t *Describer) makeAlt(v *network.View) string {
	t.makes(AltPart)
	title := t.Words.Say(words.DiagramOf, t.Words.Say(words.Quoted, cmp.Or(t.Text(v.Spec.Title), t.Text(t.Index.Case.Title), v.Spec.ID)))
	below := t.Words.Say(words.LongBelow)
	doubted := t.doubted(v)
	full := joined(title, t.shown(v), doubted, below)
	if utf8.RuneCountInString(full) > altLength {
		return joined(title, doubted, below)
	}
	return full
}

// joined puts sentences, without the empty ones, one behind the other.
func joined(sentences ...string) string {
	var said []string
	for _, s := range sentences {
		if s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, " ")
}

// shown is a sentence of how many entities, relations, flows and values a view shows.
func (t *Describer) shown(v *network.View) string {
	shown := map[words.Phrase]int{}
	for i := range v.Nodes {
		if v.Nodes[i].Kind == network.EntityNode {
			shown[words.Entities]++
		}
	}
	for _, tally := range t.Tallies(v) {
		shown[tally.Kind] += tally.Count
	}
	var parts []string
	for _, kind := range []words.Phrase{words.Entities, words.Relations, words.Flows, words.Figures} {
		if n := shown[kind]; n > 0 {
			parts = append(parts, t.Words.Say(words.Explained, t.Words.Say(kind), strconv.Itoa(n)))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return t.Words.Say(words.Finished, capital(t.Words.Series(parts)))
}

// doubted is a sentence of how many of a view's lines and values are alleged, unsubstantiated,
// disputed or without a source; empty where none is.
func (t *Describer) doubted(v *network.View) string {
	counts := make([]int, len(standingOrder))
	for _, tally := range t.Tallies(v) {
		for i, standing := range standingOrder {
			if tally.Verdict.Standing == standing {
				counts[i] += tally.Count
			}
		}
	}
	var parts []string
	for i, standing := range standingOrder {
		if counts[i] > 0 && standing != entities.Record && standing != entities.Stated {
			parts = append(parts, t.Words.Say(words.Explained, t.Words.Standing(standing), strconv.Itoa(counts[i])))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return t.Words.Say(words.AmongThem, t.Words.Series(parts))
}
