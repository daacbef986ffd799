package capture

import (
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
)

// Publisher returns the entity of the case that somebody means by an id, a name or an alias, or a
// new one with an id of its own: a medium unless ID:TYPE:NAME says otherwise. Names are compared
// without regard to capitals and spaces. Nothing names none.
func Publisher(c *entities.Case, named string) (e entities.Entity, isNew bool, err error) {
	if named == "" {
		return e, false, nil
	}
	plain := func(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
	var called []entities.Entity
	for _, e := range c.Entities {
		if e.ID == named {
			return e, false, nil
		}
		names := slices.Clone(e.Aliases)
		for _, name := range e.Name {
			names = append(names, name)
		}
		if slices.ContainsFunc(names, func(name string) bool { return plain(name) == plain(named) }) {
			called = append(called, e)
		}
	}
	switch {
	case len(called) == 1:
		return called[0], false, nil
	case len(called) > 1:
		return e, false, fmt.Errorf("%q and %q are both called %q; give the id of the one", called[0].ID, called[1].ID, named)
	}
	e, isWhole := ParseEntity(named)
	if !isWhole {
		e = entities.Entity{ID: entities.IDFor(named, "publisher"), Type: entities.Media, Name: entities.Text{"": strings.TrimSpace(named)}}
	}
	e.ID = (&maker{taken: idsOf(c)}).free(e.ID)
	return e, true, nil
}

// SourceID returns the id of a source that is to be added with its publisher: its own, or one made
// of its title.
func SourceID(c *entities.Case, s entities.Source, publisher string) (string, error) {
	m := &maker{taken: idsOf(c)}
	if publisher != "" {
		m.taken[publisher] = entities.AnEntity
	}
	switch {
	case m.taken[s.ID] != 0:
		return "", fmt.Errorf("%q is the id of something else in the case; give the source another", s.ID)
	case s.ID == "":
		return m.free(entities.IDFor(s.Title[""], "source")), nil
	}
	return s.ID, nil
}
