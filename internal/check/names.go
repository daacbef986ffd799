package check

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"example.org/graphgen/internal/confusable"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
)

// sameName finds entities that readers cannot tell apart: two of one type, wherever they are in the
// case, and the two ends of a line. It says what of the case tells two of one type apart.
func sameName(s *subject, report report) {
	alike := s.alike()
	lines := s.linesOf(alike)
	beside := s.drawnBeside(alike)
	for i := range s.file.Case.Entities {
		e := &s.file.Case.Entities[i]
		first := alike[e.ID]
		if first == nil || first.ID == e.ID {
			continue
		}
		apart := "nothing tells them apart"
		if told := tellApart(first, e, lines); len(told) > 0 {
			apart = "told apart by " + strings.Join(told, ", ")
		}
		drawn := ""
		if view := beside[e.ID]; view != "" {
			drawn = fmt.Sprintf(", and view %q draws them both", view)
		}
		report(pointer("entities", i), fmt.Sprintf("%s %q and %q have names that look the same%s: %s", e.Type, first.ID, e.ID, drawn, apart),
			"if they are one, keep one of them; else add to their names what tells them apart: a title, a place, a year")
	}
	s.sameEnds(alike, report)
}

// sameEnds reports lines whose ends have names that look the same and are of two types.
func (s *subject) sameEnds(alike map[string]*entities.Entity, report report) {
	told := map[[2]string]bool{}
	for i, r := range s.file.Case.Relations {
		from, to := s.index.Entity(r.From), s.index.Entity(r.To)
		pair := [2]string{min(r.From, r.To), max(r.From, r.To)}
		if from == nil || to == nil || from == to || from.Type == to.Type || told[pair] {
			continue
		}
		names := s.looks(to)
		if slices.ContainsFunc(s.looks(from), func(name string) bool { return slices.Contains(names, name) }) {
			told[pair] = true
			report(pointer("relations", i), fmt.Sprintf("relation %q has %q and %q, and their names look the same", r.ID, r.From, r.To), "add what tells them apart: a title, a place, a year")
		}
	}
}

// alike are the entities whose names look the same as those of others of their type, with the first
// of these in the case.
func (s *subject) alike() map[string]*entities.Entity {
	named, alike := map[string]*entities.Entity{}, map[string]*entities.Entity{}
	for i := range s.file.Case.Entities {
		e := &s.file.Case.Entities[i]
		for _, name := range s.looks(e) {
			key := string(e.Type) + " " + name
			switch first := named[key]; {
			case first == nil:
				named[key] = e
			case first.ID != e.ID && alike[e.ID] == nil:
				alike[e.ID] = first
				alike[first.ID] = first
			}
		}
	}
	return alike
}

// drawnBeside names a view that draws an entity and the first that looks the same.
func (s *subject) drawnBeside(alike map[string]*entities.Entity) map[string]string {
	beside := map[string]string{}
	if len(alike) == 0 {
		return beside
	}
	for i := range s.file.Case.Views {
		v := s.network.View(&s.file.Case.Views[i])
		for _, n := range v.Nodes {
			if first := alike[n.ID]; n.Kind == network.EntityNode && first != nil && first.ID != n.ID && beside[n.ID] == "" && v.Node(first.ID) != nil {
				beside[n.ID] = v.Spec.ID
			}
		}
	}
	return beside
}

// linesOf are the lines of the entities that look like others, in words that compare: the type, the
// dates and the other end of each.
func (s *subject) linesOf(alike map[string]*entities.Entity) map[string][]string {
	lines := map[string][]string{}
	add := func(id, line string) {
		if alike[id] != nil {
			lines[id] = append(lines[id], line)
		}
	}
	for _, r := range s.file.Case.Relations {
		if alike[r.From] != nil && alike[r.From] == alike[r.To] {
			continue // it says of both that they know the other
		}
		add(r.From, strings.Join([]string{"from", r.Type, r.To, r.Start, r.End}, " "))
		add(r.To, strings.Join([]string{"to", r.Type, r.From, r.Start, r.End}, " "))
	}
	for _, f := range s.file.Case.Flows {
		for _, id := range slices.Concat(f.From, f.Via, f.To) {
			add(id, "in "+f.ID)
		}
	}
	for id := range lines {
		slices.Sort(lines[id])
		lines[id] = slices.Compact(lines[id])
	}
	return lines
}

// tellApart names what differs between two entities, but for their ids.
func tellApart(a, b *entities.Entity, lines map[string][]string) []string {
	var told []string
	word := func(what, one, other string) {
		if one != other {
			told = append(told, fmt.Sprintf("%s (%s and %s)", what, cmp.Or(one, "none"), cmp.Or(other, "none")))
		}
	}
	list := func(what string, one, other []string) {
		if !slices.Equal(slices.Sorted(slices.Values(one)), slices.Sorted(slices.Values(other))) {
			told = append(told, what)
		}
	}
	word("country", a.Country, b.Country)
	word("code", a.Code, b.Code)
	word("public body", string(a.PublicBody), string(b.PublicBody))
	if !maps.Equal(a.Description, b.Description) {
		told = append(told, "description")
	}
	list("aliases", a.Aliases, b.Aliases)
	list("links", a.Links, b.Links)
	list("lines and their dates", lines[a.ID], lines[b.ID])
	return told
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
