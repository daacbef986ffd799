package project

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/entities"
)

// NewSource is a source that is to be added to a case.
type NewSource struct {
	Source    entities.Source // its id is made of its title where it has none
	Publisher string          // of the source: an entity by id, name or alias, a new name, or ID:TYPE:NAME; empty for none
	TextFile  string          // that holds the source's text; empty for none
}

// AddSource adds a source to the case file, with no other byte of it changed, and its publisher where
// the case does not have that; a text from outside the folder of the case file is copied into it
// first. What Add says holds here too. A *FieldError names what of the source is wrong.
func (p *Project) AddSource(n NewSource) (*Added, error) {
	source := n.Source
	taken := map[string]bool{}
	for part := range p.File.Case.Parts() {
		taken[part.ID] = taken[part.ID] || part.Kind != entities.AView
	}
	addition := capture.Addition{}
	publisher, isNew, err := publisherOf(p.File.Case, n.Publisher)
	if err != nil {
		return nil, &FieldError{"publisher", err}
	}
	if isNew {
		publisher.ID = freeID(publisher.ID, taken)
		taken[publisher.ID] = true
		addition.Entities = []entities.Entity{publisher}
	}
	source.Publisher = publisher.ID
	switch {
	case taken[source.ID]:
		return nil, &FieldError{"id", fmt.Errorf("%q is the id of something else in the case; give the source another", source.ID)}
	case source.ID == "":
		source.ID = freeID(entities.IDFor(source.Title[""], "source"), taken)
	}
	folder := filepath.Dir(p.Path)
	var copied []byte
	if source.Text, copied, err = textOf(n.TextFile, folder, source.ID); err != nil {
		return nil, &FieldError{"text " + n.TextFile, err}
	}
	addition.Sources = []entities.Source{source}
	file, found, err := p.Try([]capture.Addition{addition})
	switch {
	case err != nil:
		return nil, err
	case found.HasErrors():
		return nil, &ProblemsError{found, "nothing was added: the case would get these errors"}
	}
	if copied != nil { // before the case, which names it
		if err := copyOnce(filepath.Join(folder, filepath.FromSlash(source.Text.Path)), copied); err != nil {
			return nil, &WriteError{err}
		}
	}
	return &Added{[]capture.Addition{addition}, file, found}, p.rewrite(file)
}

// freeID is the id with a number behind it where it is taken.
func freeID(id string, taken map[string]bool) string {
	numbered := id
	for n := 2; taken[numbered]; n++ {
		numbered = fmt.Sprintf("%s-%d", id, n)
	}
	return numbered
}

// publisherOf returns the entity of the case that somebody means, or a new one: a medium unless
// ID:TYPE:NAME says otherwise. Names are compared without regard to capitals and spaces.
func publisherOf(c *entities.Case, named string) (e entities.Entity, isNew bool, err error) {
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
	if e, isWhole := capture.ParseEntity(named); isWhole {
		return e, true, nil
	}
	return entities.Entity{ID: entities.IDFor(named, "publisher"), Type: entities.Media, Name: entities.Text{"": strings.TrimSpace(named)}}, true, nil
}
