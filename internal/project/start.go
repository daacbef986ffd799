package project

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/inputs"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/quotes"
	"example.org/graphgen/schema"
)

// schemaName is the JSON Schema's file beside a case file, for editors.
const schemaName = "entities.schema.json"

// Beginning is what a case is started with: its first source, who published it, and a view of
// everything.
type Beginning struct {
	Title, Language, AsOf string

	Source    entities.Source // its id is made of its title where it has none
	Publisher string          // of the source: a name, or ID:TYPE:NAME
	TextFile  string          // that holds the source's text; empty for none
}

// Start writes a new case file, and beside it the schema and a copy of the source's text where
// these are not there. What is wrong with the beginning is an error, or a *ProblemsError of the
// case that it would make; a file that is there already is never written over.
func Start(path string, b Beginning) (*entities.Case, error) {
	if IsThere(path) {
		return nil, &WriteError{fmt.Errorf("%s is there already", path)}
	}
	c, copied, err := b.begin(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	data := capture.Start(c)
	file, problems := entities.Load(path, data)
	if !problems.HasErrors() {
		problems = (&Project{Path: path}).check(file)
	}
	if problems.HasErrors() {
		return nil, &ProblemsError{problems, "no case was started"}
	}
	if err := writeCase(path, c, data, copied); err != nil {
		return nil, &WriteError{err}
	}
	return &c, nil
}

// IsThere tells whether there is something at a path, be it a symlink that leads nowhere.
func IsThere(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// begin makes the case; its file will be in the folder. The text is returned where it is to be
// copied into that.
func (b Beginning) begin(folder string) (c entities.Case, copied []byte, err error) {
	language, err := entities.ParseLanguage(b.Language)
	if err != nil {
		return c, nil, &FieldError{"language", err}
	}
	publisher, isWhole := capture.ParseEntity(b.Publisher)
	if !isWhole {
		publisher = entities.Entity{ID: entities.IDFor(b.Publisher, "publisher"), Type: entities.Media, Name: entities.Text{"": b.Publisher}}
	}
	source := b.Source
	source.Publisher = publisher.ID
	if source.ID == "" {
		if source.ID = entities.IDFor(source.Title[""], "source"); source.ID == publisher.ID {
			source.ID += "-source"
		}
	}
	if source.Text, copied, err = textOf(b.TextFile, folder, source.ID); err != nil {
		return c, nil, &FieldError{"text " + b.TextFile, err}
	}
	return entities.Case{
		Schema: schemaName, Version: 1, Title: entities.Text{"": b.Title}, Language: language, AsOf: b.AsOf,
		Sources: []entities.Source{source}, Entities: []entities.Entity{publisher},
		Views: []entities.View{{ID: "overview", Title: entities.Text{"": b.Title}}},
	}, copied, nil
}

// textOf names the source's text, a file or nothing, as seen from the folder of the case file. A case
// names no file outside that folder, so a text from elsewhere is to be copied.
func textOf(file, folder, source string) (local entities.LocalText, copied []byte, err error) {
	if file == "" {
		return local, nil, nil
	}
	data, err := ReadText(file)
	if err != nil {
		return local, nil, err
	}
	if _, err := quotes.NewText(data, quotes.FormatOf(file)); err != nil {
		return local, nil, err
	}
	path, err := pathFrom(folder, file)
	if err != nil || !filepath.IsLocal(path) {
		copied = data
		path = filepath.Join("texts", source+filepath.Ext(file))
	}
	return entities.LocalText{Path: filepath.ToSlash(path), SHA256: quotes.Digest(data)}, copied, nil
}

// ReadText reads a file that is to be the text of a source.
func ReadText(path string) ([]byte, error) { return inputs.Read(path, maxText) }

// pathFrom returns the way from a folder to a file.
func pathFrom(folder, file string) (string, error) {
	from, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	to, err := filepath.Abs(file)
	if err != nil {
		return "", err
	}
	return filepath.Rel(from, to)
}

// writeCase writes the case file last, after its schema and the copy of its text.
func writeCase(path string, c entities.Case, data, copied []byte) error {
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	if beside := filepath.Join(folder, schemaName); !IsThere(beside) {
		if err := output.Rewrite(beside, nil, []byte(schema.Entities())); err != nil {
			return err
		}
	}
	if copied != nil {
		if err := copyOnce(filepath.Join(folder, filepath.FromSlash(c.Sources[0].Text.Path)), copied); err != nil {
			return err
		}
	}
	return output.Rewrite(path, nil, data)
}

// copyOnce writes a file, or leaves one that holds the same.
func copyOnce(path string, data []byte) error {
	if held, err := inputs.Read(path, maxText); err == nil && bytes.Equal(held, data) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	return output.Rewrite(path, nil, data)
}
