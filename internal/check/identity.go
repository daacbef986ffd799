package check

import (
	"fmt"
	"iter"
	"slices"

	"example.org/graphgen/internal/entities"
)

func duplicateID(s *subject, report report) {
	parts, views := map[string]holder{}, map[string]holder{}
	holders(s.file.Case, func(id string, h holder) {
		taken := parts
		if h.kind == aView {
			taken = views
		}
		first, twice := taken[id]
		if !twice {
			taken[id] = h
			return
		}
		report(h.pointer(), fmt.Sprintf("id %q is already that of %s in line %d", id, article(first.kind), s.file.Place(first.pointer()).Line),
			"give one of them another id, and mend what refers to it")
	})
}

func unknownID(s *subject, report report) {
	held := map[string]kind{}
	holders(s.file.Case, func(id string, h holder) { held[id] |= h.kind })
	references(s.file.Case, func(id string, wanted kind, at ...any) {
		switch has := held[id]; {
		case has&wanted != 0:
		case has != 0:
			report(pointer(at...), fmt.Sprintf("%q is %s; want %s", id, article(has), article(wanted)), "")
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

// article puts the indefinite article before a kind.
func article(k kind) string {
	switch word := k.String(); word {
	case "entity":
		return "an entity"
	case "id":
		return "something that is drawn"
	default:
		return "a " + word
	}
}

// idsOf returns the ids of all things of the kinds, in the order of the file.
func idsOf(c *entities.Case, wanted kind) iter.Seq[string] {
	return func(yield func(string) bool) {
		more := true
		holders(c, func(id string, h holder) {
			if more && h.kind&wanted != 0 {
				more = yield(id)
			}
		})
	}
}

func unknownRelationType(s *subject, report report) {
	known := entities.BuiltinRelationTypes()
	for id, t := range s.file.Case.RelationTypes {
		known[id] = t
	}
	names := sortedKeys(known)
	look := func(name string, at ...any) {
		if _, ok := known[name]; ok {
			return
		}
		report(pointer(at...), fmt.Sprintf("unknown relation type %q", name)+s.near(name, slices.Values(names)),
			"a type of the case's own goes into relationTypes, which says whether it is wrongdoing")
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
	look := func(view int, side string, selected []string) {
		for i, tag := range selected {
			if !tags[tag] {
				names := sortedKeys(tags)
				report(pointer("views", view, side, "tags", i), fmt.Sprintf("no entity has the tag %q", tag)+s.near(tag, slices.Values(names)), "")
			}
		}
	}
	for i, v := range s.file.Case.Views {
		look(i, "include", v.Include.Tags)
		look(i, "exclude", v.Exclude.Tags)
	}
}
