package main

import (
	"errors"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/changes"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/merge"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/revision"
)

// readWithEdits reads a case as readState does, with what was edited by hand in its views then: it
// lies beside the case file, and a revision has both.
func readWithEdits(cmd *cobra.Command, named, caseFile string) (*entities.File, changes.State, error) {
	file, err := readState(cmd, named, caseFile)
	if err != nil {
		return nil, changes.State{}, err
	}
	state := changes.State{Index: entities.NewIndex(file.Case)}
	kept := map[string]merge.Kept{}
	var problems problem.List
	for i := range file.Case.Views {
		view := file.Case.Views[i].ID
		k, wrong := readStateEdits(cmd, named, caseFile, view)
		problems = append(problems, wrong...)
		if k.Layer != nil {
			kept[view] = k
		}
	}
	if problems.HasErrors() {
		return nil, changes.State{}, stop(cmd, problems, "what was edited by hand cannot be compared")
	}
	if len(kept) > 0 {
		state.Edits, _ = judge(network.New(state.Index), kept)
	}
	return file, state, nil
}

// readStateEdits reads the edits of a view in the state that an argument names; there may be none.
func readStateEdits(cmd *cobra.Command, named, caseFile, view string) (merge.Kept, problem.List) {
	if named == "-" {
		return merge.Kept{}, nil
	}
	if _, missing := os.Stat(named); missing == nil {
		beside, err := besideCase(named)
		if err != nil {
			return merge.Kept{}, cannotRead(named, err, "the edits of view "+view+" are kept beside it")
		}
		defer beside.Close()
		return readViewEdits(beside, named, view)
	}
	folder, commit, file := editsIn(named, caseFile, view)
	name := commit + ":" + file
	data, err := revision.Read(cmd.Context(), folder, commit, file, maxKept)
	var missing *revision.MissingError
	switch {
	case errors.As(err, &missing):
		return merge.Kept{}, nil // the revision has the case file, and none of these
	case err != nil:
		return merge.Kept{}, cannotRead(name, err, "the edits of view "+view+" are kept there")
	}
	layer, wrong := edits.Read(name, data, view)
	return merge.Kept{Layer: layer, File: name, Text: data}, wrong
}

// editsIn is where git has the edits of a view beside the case file that stateBytes reads.
func editsIn(named, caseFile, view string) (folder, commit, file string) {
	commit, file, hasPath := strings.Cut(named, ":")
	beside := path.Join("edits", view+".json")
	switch dir := path.Dir(file); {
	case hasPath && strings.HasPrefix(file, "./"):
		return ".", commit, "./" + path.Join(dir, beside)
	case hasPath:
		return ".", commit, path.Join(dir, beside)
	}
	return filepath.Clean(filepath.Dir(caseFile)), commit, "./" + beside
}
