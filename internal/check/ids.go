package check

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
)

func duplicateID(s *subject, report report) {
	parts, views := make(map[string]entities.Part, s.size()), map[string]entities.Part{}
	for p := range s.file.Case.Parts() {
		taken := parts
		if p.Kind == entities.AView {
			taken = views
		}
		first, twice := taken[p.ID]
		if !twice {
			taken[p.ID] = p
			continue
		}
		report(placeOfID(p), fmt.Sprintf("id %q is already that of %s in line %d", p.ID, first.Kind.Article(), s.file.Place(placeOfID(first)).Line),
			"give one of them another id, and mend what refers to it")
	}
}

func unknownID(s *subject, report report) {
	held := make(map[string]entities.Kind, s.size())
	for p := range s.file.Case.Parts() {
		held[p.ID] |= p.Kind
	}
	references(s.file.Case, func(id string, wanted entities.Kind, at ...any) {
		switch has := held[id]; {
		case has&wanted != 0:
		case has != 0:
			report(pointer(at...), fmt.Sprintf("%q is %s; want %s", id, has.Article(), wanted.Article()), "")
		default:
			report(pointer(at...), fmt.Sprintf("unknown %s %q", wanted, id)+s.near(id, idsOf(s.file.Case, wanted)), "")
		}
	})
	for i, r := range s.file.Case.Relations {
		if e := s.index.Entity(r.During); e != nil && e.Type != entities.Event {
			report(pointer("relations", i, "during"), fmt.Sprintf("%q is a %s; want an event", e.ID, e.Type), "")
		}
	}
}

// placeOfID is where the id of a part stands.
func placeOfID(p entities.Part) string { return pointer(p.Kind.List(), p.Item, "id") }

// idsOf returns the ids of all things of the kinds, in the order of the file.
func idsOf(c *entities.Case, wanted entities.Kind) iter.Seq[string] {
	return func(yield func(string) bool) {
		for p := range c.Parts() {
			if p.Kind&wanted != 0 && !yield(p.ID) {
				return
			}
		}
	}
}

func unknownRelationType(s *subject, report report) {
	known := entities.BuiltinRelationTypes()
	for id, t := range s.file.Case.RelationTypes {
		known[id] = t
	}
	names := slices.Sorted(maps.Keys(known))
	look := func(name string, at ...any) {
		if _, ok := known[name]; ok {
			return
		}
		report(pointer(at...), fmt.Sprintf("unknown relation type %q", name)+s.near(name, slices.Values(names)),
			"a type of the case's own goes into relationTypes, which says whether it is wrongdoing; types that it has are "+strings.Join(names, ", "))
	}
	for i, r := range s.file.Case.Relations {
		look(r.Type, "relations", i, "type")
	}
	for i, v := range s.file.Case.Views {
		for j, name := range v.Include.Relations {
			look(name, "views", i, "include", "relations", j)
		}
		for j, name := range v.Exclude.Relations {
			look(name, "views", i, "exclude", "relations", j)
		}
	}
}

func unknownTag(s *subject, report report) {
	tags := map[string]bool{}
	for _, e := range s.file.Case.Entities {
		for _, tag := range e.Tags {
			tags[tag] = true
		}
	}
	names := slices.Sorted(maps.Keys(tags))
	look := func(view int, side string, selected []string) {
		for i, tag := range selected {
			if !tags[tag] {
				report(pointer("views", view, side, "tags", i), fmt.Sprintf("no entity has the tag %q", tag)+s.near(tag, slices.Values(names)), "")
			}
		}
	}
	for i, v := range s.file.Case.Views {
		look(i, "include", v.Include.Tags)
		look(i, "exclude", v.Exclude.Tags)
	}
}
