package wording

import (
	"cmp"
	"fmt"
	"slices"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/words"
)

// Corrections returns the corrections that concern a view, of which these are all notes, the
// oldest first: each names something drawn, a claim or a source of that, the view, or nothing.
func (t *Describer) Corrections(v *network.View, notes []Note) []*entities.Correction {
	var told []*entities.Correction
	for i := range t.Index.Case.Corrections {
		if c := &t.Index.Case.Corrections[i]; concerns(c.About, v, notes) {
			told = append(told, c)
		}
	}
	slices.SortFunc(told, func(a, b *entities.Correction) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(t.Text(a.Text), t.Text(b.Text)))
	})
	return told
}

func concerns(about []string, v *network.View, notes []Note) bool {
	if len(about) == 0 || slices.Contains(about, v.Spec.ID) || slices.ContainsFunc(about, v.Shows) {
		return true
	}
	return slices.ContainsFunc(notes, func(n Note) bool {
		return slices.ContainsFunc(n.Entries, func(e Entry) bool {
			return slices.Contains(about, e.Claim.ID) || slices.Contains(about, e.Claim.Source)
		})
	})
}

// Correction words a correction: when it was made, and what it says.
func (t *Describer) Correction(c *entities.Correction) string {
	return t.Words.Say(words.Explained, t.Words.Date(c.Date), t.Text(c.Text))
}

// AsOf says as of when the case is; empty where it does not.
func (t *Describer) AsOf() string {
	if t.Index.Case.AsOf == "" {
		return ""
	}
	return t.Words.Say(words.AsOf, t.Words.Date(t.Index.Case.AsOf))
}

// Shown says how much of the case a view shows.
func (t *Describer) Shown(v *network.View) string {
	c := t.Index.Case
	var parts []string
	for _, kind := range []struct {
		name           words.Phrase
		missing, total int
	}{
		{words.Entities, v.LeftOut.Entities, len(c.Entities)},
		{words.Relations, v.LeftOut.Relations, len(c.Relations)},
		{words.Flows, v.LeftOut.Flows, len(c.Flows)},
		{words.Figures, v.LeftOut.Figures, len(c.Figures)},
	} {
		if kind.total > 0 {
			parts = append(parts, t.Words.Say(words.OutOf, fmt.Sprint(kind.total-kind.missing), fmt.Sprint(kind.total), t.Words.Say(kind.name)))
		}
	}
	return t.Words.Say(words.Shown, t.Words.List(parts))
}

// TakenOut says what an editor took out of a view by hand; empty for nothing.
func (t *Describer) TakenOut(v *network.View) string {
	var parts []string
	for _, kind := range []struct {
		name  words.Phrase
		count int
	}{
		{words.Entities, v.TakenOut.Entities}, {words.Relations, v.TakenOut.Relations},
		{words.Flows, v.TakenOut.Flows}, {words.Figures, v.TakenOut.Figures},
	} {
		if kind.count > 0 {
			parts = append(parts, t.Words.Say(words.Bracketed, t.Words.Say(kind.name), fmt.Sprint(kind.count)))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return t.Words.Say(words.TakenOut, t.Words.List(parts))
}

// SourcesTitle is the heading of a view's sources. Of a single one it says that every quote is
// from it: the notes do not.
func (t *Describer) SourcesTitle(sources int) string {
	if sources == 1 {
		return t.Words.Say(words.OneSourceTitle)
	}
	return t.Words.Say(words.SourcesTitle)
}
