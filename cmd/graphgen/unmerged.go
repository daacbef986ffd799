package main

import (
	"fmt"
	"io"
	"path/filepath"

	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/inputs"
	"example.org/graphgen/internal/merge"
	"example.org/graphgen/internal/original"
	"example.org/graphgen/internal/problem"
)

// unmerged are the published files that were edited by hand and not merged since, and that a build
// would write over.
func (b *builder) unmerged(wishes []wish) problem.List {
	var found problem.List
	for _, w := range wishes {
		path := filepath.Join(b.out, w.name+".dot")
		data, err := inputs.Read(path, dotfile.MaxBytes)
		if err != nil || !isEdited(data) {
			continue // what cannot be read, publishing tells
		}
		found = append(found, problem.Problem{
			Slug: edits.Unmerged, Severity: problem.Error, Place: problem.Place{File: path},
			Message: "it was edited by hand and not merged, and a build would write over it",
			Hint:    fmt.Sprintf("graphgen merge %s keeps the edits; remove the file to be free of them", path),
		})
	}
	return found
}

// isEdited tells whether a file says something else than it did when it was published, or when it
// was last merged. Of one that does not tell what it was, nobody knows.
func isEdited(data []byte) bool {
	if original.IsSettled(data) {
		return false
	}
	text, err := original.Unpack(data)
	if err != nil || text == nil {
		return false
	}
	was, err := dotfile.Read("", text)
	if err != nil {
		return false
	}
	is, err := dotfile.Read("", data)
	return err != nil || !merge.Alike(was, is)
}

// tellUnmet says what edits ask for that a layout cannot have, each view once.
func tellUnmet(w io.Writer, views []drawn) {
	told := map[string]bool{}
	for _, v := range views {
		for _, why := range v.unmet {
			if !told[v.view+why] {
				told[v.view+why] = true
				fmt.Fprintf(w, "graphgen: view %q does not have all that was edited: %s\n", v.view, why)
			}
		}
	}
}
