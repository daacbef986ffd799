package check

import (
	"fmt"
	"slices"

	"example.org/graphgen/internal/confusable"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
)

// sameName finds entities that nobody can tell apart where they are drawn: the two ends of a line,
// or two of one type in a view.
func sameName(s *subject, report report) {
	names := make(map[string][]string, len(s.file.Case.Entities)) // by id
	for i := range s.file.Case.Entities {
		e := &s.file.Case.Entities[i]
		names[e.ID] = s.looks(e)
	}
	told := map[[2]string]bool{}
	tell := func(a, b, where string, at string) {
		if !told[[2]string{a, b}] && !told[[2]string{b, a}] {
			told[[2]string{a, b}] = true
			report(at, fmt.Sprintf("%s has %q and %q, and their names look the same", where, a, b), "add what tells them apart: a title, a place, a year")
		}
	}
	for i, r := range s.file.Case.Relations {
		alike := func(name string) bool { return slices.Contains(names[r.To], name) }
		if r.From != r.To && slices.ContainsFunc(names[r.From], alike) {
			tell(r.From, r.To, fmt.Sprintf("relation %q", r.ID), pointer("relations", i))
		}
	}
	for i := range s.file.Case.Views {
		v := s.network.View(&s.file.Case.Views[i])
		seen := map[string]string{}
		for _, n := range v.Nodes {
			if n.Kind != network.EntityNode {
				continue
			}
			for _, name := range names[n.ID] {
				key := string(n.Entity.Type) + " " + name
				if other, taken := seen[key]; taken && other != n.ID {
					tell(other, n.ID, fmt.Sprintf("view %q", v.Spec.ID), pointer("views", i))
				}
				seen[key] = n.ID
			}
		}
	}
}

// looks is how the name of an entity looks in each language, which stands before it, in order.
func (s *subject) looks(e *entities.Entity) []string {
	var looks []string
	for tag, name := range e.Name {
		if tag == "" {
			tag = s.file.Case.Language
		}
		look := tag
		for _, w := range confusable.Written(name) {
			look += " " + w.Latin
		}
		if look != tag {
			looks = append(looks, look)
		}
	}
	slices.Sort(looks)
	return looks
}
