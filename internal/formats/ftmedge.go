package formats

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"example.org/graphgen/internal/distinct"
	"example.org/graphgen/internal/entities"
)

// edge makes relations of an edge: one for each pair of its ends.
func (r *ftmReader) edge(line *ftmLine, link linkForm) error {
	from, to := distinct.Append(nil, line.Properties[link.From]...), distinct.Append(nil, line.Properties[link.To]...)
	const most = 100
	if len(from)*len(to) > most {
		return refuse(r.at(1), fmt.Sprintf("edge %q joins more than %d pairs", cutName(line.ID), most), "an edge has two ends")
	}
	role := r.roleOf(line)
	for _, a := range from {
		for _, b := range to {
			if a == b {
				r.loops++
				continue
			}
			rel := entities.Relation{ID: caseID(line.ID), From: caseID(a), To: caseID(b), Draft: true}
			if len(from)*len(to) > 1 {
				rel.ID = digestID(line.ID + "\x00" + a + "\x00" + b)
			}
			swapped := r.say(&rel, link, role)
			rel.Start, rel.End = r.dateOf(line, "startDate"), r.dateOf(line, "endDate")
			ends := spooled{digestOf(a), digestOf(b)}
			if swapped {
				rel.From, rel.To = rel.To, rel.From
			}
			if err := r.spooledBetween(r.relations, ends, rel); err != nil {
				return err
			}
		}
	}
	if len(from)*len(to) == 0 {
		r.dangling++
	}
	r.cited += len(line.Properties["proof"]) + len(line.Properties["sourceUrl"])
	r.lose(line, []string{link.From, link.To, "role", "relationship", "startDate", "endDate", "proof", "sourceUrl"})
	return nil
}

// roleOf returns what an edge says in words.
func (r *ftmReader) roleOf(line *ftmLine) string {
	for _, property := range []string{"role", "relationship", "summary"} {
		if values := line.Properties[property]; len(values) > 0 {
			return r.fit(entities.Relation{}, "Label", values[0])
		}
	}
	return ""
}

// say gives a relation its type and its words. Words in brackets say how it stood where it comes
// from, and stay on the line.
func (r *ftmReader) say(rel *entities.Relation, link linkForm, role string) (swapped bool) {
	base, _, _ := strings.Cut(role, " (")
	said, known := r.words.says(role)
	meant, likely := r.words.says(base)
	rel.Type = link.Type
	switch {
	case link.Type != entities.LinkedTo && known && said == (meaning{Type: link.Type}):
		return false
	case link.Type == entities.LinkedTo && known:
		rel.Type = said.Type
		return said.Swapped
	case link.Type == entities.LinkedTo && likely && !meant.Swapped:
		rel.Type = meant.Type
	case link.Type == entities.LinkedTo:
		r.unclear++
	}
	if label := cmp.Or(role, link.Label); label != "" {
		rel.Label = entities.Text{"": label}
	}
	return false
}

// properLinks are properties of things that say how they are joined with another.
var properLinks = map[string]struct {
	relation string
	from     bool // the relation begins at what the property names
	label    string
}{
	"parent":        {"part-of", false, ""},
	"organization":  {"part-of", false, ""}, // of a position
	"addressEntity": {"located-in", false, ""},
	"involved":      {"took-part-in", true, ""},
	"organizer":     {"took-part-in", true, "organized"},
}

func (r *ftmReader) properLinks(line *ftmLine) error {
	for _, property := range slices.Sorted(maps.Keys(properLinks)) {
		how := properLinks[property]
		for i, other := range distinct.Append(nil, line.Properties[property]...) {
			if other == line.ID {
				r.loops++
				continue
			}
			rel := entities.Relation{ID: digestID(fmt.Sprintf("%s\x00%s\x00%d", line.ID, property, i)), Type: how.relation,
				From: caseID(line.ID), To: caseID(other), Draft: true}
			ends := spooled{digestOf(line.ID), digestOf(other)}
			if how.from {
				rel.From, rel.To = rel.To, rel.From
			}
			if how.label != "" {
				rel.Label = entities.Text{"": how.label}
			}
			if err := r.spooledBetween(r.relations, ends, rel); err != nil {
				return err
			}
		}
	}
	return nil
}
