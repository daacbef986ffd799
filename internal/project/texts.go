package project

import (
	"errors"
	"path/filepath"
	"slices"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/inputs"
)

// readTexts reads the local copies of sources: those given, and those that the case names in its
// folder.
func readTexts(c *entities.Case, beside *inputs.Folder, given []LocalCopy) (map[string]check.SourceText, error) {
	texts := map[string]check.SourceText{}
	for _, local := range given {
		if !slices.ContainsFunc(c.Sources, func(s entities.Source) bool { return s.ID == local.Source }) {
			return nil, &TextError{LocalCopy: local}
		}
		data, err := inputs.Read(local.Path, maxText)
		if err != nil {
			return nil, &TextError{local, err}
		}
		texts[local.Source] = check.SourceText{Name: local.Path, Data: data}
	}
	for _, s := range c.Sources {
		if _, has := texts[s.ID]; has || !namesText(s) {
			continue
		}
		data, err := beside.Read(s.Text.Path, maxText)
		if !errors.Is(err, inputs.ErrMissing) {
			texts[s.ID] = check.SourceText{Name: beside.Path(s.Text.Path), Data: data, Err: err}
		}
	}
	return texts, nil
}

// namesText tells whether the case names a file for the source's text that it may name.
func namesText(s entities.Source) bool {
	return s.Text.Path != "" && filepath.IsLocal(filepath.FromSlash(s.Text.Path))
}
