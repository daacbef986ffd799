package project

import (
	"path/filepath"

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
	publisher, isNew, err := capture.Publisher(p.File.Case, n.Publisher)
	if err != nil {
		return nil, &FieldError{"publisher", err}
	}
	source, addition := n.Source, capture.Addition{}
	source.Publisher = publisher.ID
	if isNew {
		addition.Entities = []entities.Entity{publisher}
	}
	if source.ID, err = capture.SourceID(p.File.Case, source, publisher.ID); err != nil {
		return nil, &FieldError{"id", err}
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
