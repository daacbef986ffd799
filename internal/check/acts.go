package check

import (
	"fmt"

	"example.org/graphgen/internal/entities"
)

// misplacedAct finds what only official acts have on relations that are none, where nothing prints it.
func misplacedAct(s *subject, report report) {
	for i := range s.file.Case.Relations {
		r := &s.file.Case.Relations[i]
		if entities.ActOf(r.Type) != "" {
			continue
		}
		for _, field := range []struct {
			name string
			has  bool
		}{{"for", len(r.For) > 0}, {"state", r.State != ""}} {
			if field.has {
				report(pointer("relations", i, field.name), fmt.Sprintf("relation %q has %q, and its type %q is no official act: nothing prints it", r.ID, field.name, r.Type),
					"give it the type of the act, such as charged-by or convicted-by, or leave the field out")
			}
		}
	}
}

// actWithoutAuthority finds acts of courts and authorities that lead to somebody who is neither.
// Anybody may investigate.
func actWithoutAuthority(s *subject, report report) {
	for i := range s.file.Case.Relations {
		r := &s.file.Case.Relations[i]
		e := s.index.Entity(r.Authority())
		act := entities.ActOf(r.Type)
		if !act.OfState() || act == entities.Investigation || e == nil || s.index.PublicBody(e.ID) || e.Type == entities.Country {
			continue
		}
		end := "to"
		if r.Authority() == r.From {
			end = "from"
		}
		report(pointer("relations", i, end), fmt.Sprintf("relation %q is an act of %q, which is no public body", r.ID, e.ID),
			"give it to the court or the authority, or say by publicBody what kind of body it is")
	}
}

// manyAcquittals finds entities with more acquittals than are looked at.
func manyAcquittals(s *subject, report report) {
	for i := range s.file.Case.Entities {
		id := s.file.Case.Entities[i].ID
		if n := len(s.index.Acquittals(id)); n > entities.MaxAcquittals && s.index.Entity(id) == &s.file.Case.Entities[i] {
			report(pointer("entities", i), fmt.Sprintf("%q has %d acquittals, and %d at most go along with what they ended", id, n, entities.MaxAcquittals),
				"keep those that matter")
		}
	}
}
