package project

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/inputs"
	"example.org/graphgen/internal/merge"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/places"
	"example.org/graphgen/internal/problem"
)

// Folders beside a case file that hold a file for each view.
const (
	overridesFolder  = "edits"
	placementsFolder = "places"
)

// Overrides are what was edited by hand in a view, as its file has it.
type Overrides struct {
	merge.Kept
	Problems problem.List
}

// Placement is where the nodes of a view stand, as its file has it.
type Placement struct {
	Places   *places.Places // nil where the file is not sound
	Text     []byte
	Problems problem.List
}

func nameOf(folder, view string) string { return folder + "/" + view + ".json" }

// OverridesPath is where the overrides of a view are kept.
func OverridesPath(caseFile, view string) string {
	return filepath.Join(filepath.Dir(caseFile), overridesFolder, view+".json")
}

// PlacementPath is where the placement of a view is kept.
func PlacementPath(caseFile, view string) string {
	return filepath.Join(filepath.Dir(caseFile), placementsFolder, view+".json")
}

// readOverrides reads the overrides of one view; there may be none.
func readOverrides(beside *inputs.Folder, caseFile, view string) Overrides {
	o := Overrides{Kept: merge.Kept{File: OverridesPath(caseFile, view)}}
	data, wrong := readKept(beside, nameOf(overridesFolder, view), "the view's edits are kept there; remove it to be free of them")
	if data == nil {
		o.Problems = wrong
		return o
	}
	o.Text = data
	o.Overrides, o.Problems = edits.Read(o.File, data, view)
	return o
}

// readPlacement reads the placement of one view; there may be none.
func readPlacement(beside *inputs.Folder, caseFile, view string) (p Placement) {
	if p.Text, p.Problems = readKept(beside, nameOf(placementsFolder, view), "the view's places are kept there; remove it to be free of them"); p.Text != nil {
		p.Places, p.Problems = places.Read(PlacementPath(caseFile, view), p.Text, view)
	}
	return p
}

// readKept reads a file that is kept of a view beside the case; there may be none, and then there
// is nothing wrong.
func readKept(beside *inputs.Folder, name, hint string) ([]byte, problem.List) {
	data, err := beside.Read(name, maxKept)
	switch {
	case errors.Is(err, inputs.ErrMissing):
		return nil, nil
	case err != nil:
		return nil, cannotRead(beside.Path(name), err, hint)
	}
	return data, nil
}

// unusedFiles tells which files are kept of views that the case does not have, such as of one that
// was given another id: nothing of them is drawn.
func unusedFiles(beside *inputs.Folder, views []entities.View) problem.List {
	var found problem.List
	for _, folder := range []string{overridesFolder, placementsFolder} {
		for _, base := range beside.Names(folder) {
			view, isKept := strings.CutSuffix(base, ".json")
			if !isKept || slices.ContainsFunc(views, func(v entities.View) bool { return v.ID == view }) {
				continue
			}
			found = append(found, problem.Problem{
				Slug: edits.Unused, Severity: problem.Warning, Place: problem.Place{File: beside.Path(folder + "/" + base)},
				Message: fmt.Sprintf("nothing of this is drawn: the case has no view %q", problem.Printable(view)),
				Hint:    "if the view has another id now, give the file that name and write the id at its \"view\"; else remove it",
			})
		}
	}
	return found
}

// expectFolder refuses to write into a folder that is not beside the case file but a symlink's
// target elsewhere.
func expectFolder(caseFile, name string) error {
	beside, err := openBeside(caseFile)
	if err != nil {
		return err
	}
	defer beside.Close()
	if err := beside.CheckFolder(name); err != nil {
		return &FolderError{beside.Path(name), fmt.Errorf("%w; nothing is written there: make it a folder", err)}
	}
	return nil
}

// Turn waits for the turn to read a file and what is kept beside it, and to write them again.
func Turn(path string) (done func(), err error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	if done, err = output.Turn(filepath.Dir(path)); err != nil {
		return nil, &WriteError{err}
	}
	return done, nil
}
