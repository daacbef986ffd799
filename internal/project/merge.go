package project

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/inputs"
	"example.org/graphgen/internal/merge"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/original"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/viewdot"
	"example.org/graphgen/internal/viewfile"
)

// MergeOptions say how conflicts are settled, and whether added lines go into the case file.
type MergeOptions struct {
	Choice merge.Choice
	Adopt  bool
}

// Merged is what came of merging a published DOT file.
type Merged struct {
	// Unpublished is why the file does not say what it was when it was published, and is compared
	// with what the case gives now; empty where it says so.
	Unpublished string

	Conflicts []Conflict
	Notes     problem.List // what of the file is not kept, and why
	Told      []string     // what is edited now and was not before
	Adopted   *Adopted     // nil where it was not asked for
	Settled   bool         // all but conflicts is kept

	File      string // of the overrides
	Change    FileChange
	Overrides int // how many there are now
}

// Conflict is what was edited and by now is something else in the project.
type Conflict struct {
	edits.Conflict
	Place problem.Place
}

// FileChange is what became of a file.
type FileChange int

const (
	NoFile FileChange = iota // there was none, and there is none
	Unchanged
	Written
	Removed
)

// merging is one merge, with the files that it reads.
type merging struct {
	*Project
	network *network.Network // without overrides
	view    *network.View
	kept    Overrides
	dotPath string
	dot     []byte
	graph   *dotfile.Graph
}

// Merge takes what was edited in a published DOT file into the overrides of its view, and marks
// the file as one that a build may write over. Who calls it has a Turn since before the project
// was opened. Where something is refused nothing is written, and the error is a *ProblemsError;
// what is in conflict is told beside it.
func (p *Project) Merge(dotPath string, o MergeOptions) (*Merged, error) {
	m := &merging{Project: p, dotPath: dotPath}
	if problems := m.read(); len(problems) > 0 {
		return nil, &ProblemsError{problems, "nothing was merged"}
	}
	merged := &Merged{File: m.kept.File}
	base, why := m.base()
	merged.Unpublished = why
	edited, wrong := merge.ReadEdited(m.dotPath, m.graph, m.published(base))
	if edited.Lang == "" {
		edited.Lang = p.File.Case.Language
	}
	outcome := merge.Merge(merge.Merging{
		Network: m.network, View: m.view, Baseline: baselinesOf(m.network, m.view.Spec, []string{edited.Lang})[edited.Lang],
		Overrides: m.kept.Overrides, Original: base, Edited: edited, Choice: o.Choice,
		Publish: func(v *network.View) []byte {
			return viewdot.Write(render.New(m.network.Index(), nil, edited.Lang).Published(v))
		},
	})
	merged.Conflicts = m.conflicts(edited, outcome)
	if refused := slices.Concat(wrong, outcome.Refusals); len(refused) > 0 {
		return merged, &ProblemsError{refused, "nothing was merged"}
	}
	merged.Notes, merged.Told, merged.Settled = outcome.Notes, outcome.Told, outcome.Settled()
	return merged, m.keep(outcome, o.Adopt, merged)
}

// read reads the DOT file and finds what it is of. Problems are of what the files hold.
func (m *merging) read() problem.List {
	var err error
	if m.dot, err = inputs.Read(m.dotPath, dotfile.MaxBytes); err != nil {
		return cannotRead(m.dotPath, err, "name a VIEW.dot that graphgen published, such as out/flows.dot")
	}
	m.graph, err = dotfile.Read(m.dotPath, m.dot)
	var broken *dotfile.Error
	if errors.As(err, &broken) {
		return problem.List{{Slug: entities.Syntax, Severity: problem.Error, Place: broken.Place, Message: broken.Message, Hint: broken.Hint}}
	}
	views := m.Project.File.Case.Views
	at := slices.IndexFunc(views, func(v entities.View) bool { return v.ID == m.graph.ID })
	if at < 0 {
		var ids []string
		for i := range views {
			ids = append(ids, views[i].ID)
		}
		return problem.List{{Slug: "unknown-id", Severity: problem.Error, Place: problem.Place{File: m.dotPath},
			Message: fmt.Sprintf("the graph is called %q, and %s has no such view", problem.Printable(m.graph.ID), m.Path),
			Hint:    "a published file has the id of its view: " + strings.Join(ids, ", ")}}
	}
	m.network = network.New(entities.NewIndex(m.Project.File.Case))
	m.view = m.network.View(&views[at])
	m.kept = m.Project.Overrides[m.graph.ID]
	m.kept.File = OverridesPath(m.Path, m.graph.ID)
	return m.kept.Problems
}

// base is what the file was when it was published; nil where it does not say so, for the reason
// that is told.
func (m *merging) base() (base *merge.Snapshot, why string) {
	text, err := original.Unpack(m.dot)
	var graph *dotfile.Graph
	if err == nil && text != nil {
		graph, err = dotfile.Read(m.dotPath, text)
	}
	switch {
	case err != nil:
		return nil, err.Error()
	case text == nil:
		return nil, "does not say what it was when it was published"
	}
	return merge.ReadPublished(m.dotPath, graph), ""
}

// published is what the file had when it was published, as far as that is known.
func (m *merging) published(base *merge.Snapshot) map[edits.Thing]bool {
	if base != nil {
		return base.Things()
	}
	things := map[edits.Thing]bool{}
	for t := range baselinesOf(m.network, m.view.Spec, nil)[m.Project.File.Case.Language] {
		things[t] = true
	}
	return things
}

// conflicts are those of a merge with their places.
func (m *merging) conflicts(edited *merge.Snapshot, outcome merge.Outcome) []Conflict {
	var all []Conflict
	for _, c := range outcome.Outstanding {
		all = append(all, Conflict{c, viewfile.PlaceIn(m.kept.File, m.kept.Text, m.kept.Overrides.Of(c.Thing).Offset)})
	}
	for _, c := range outcome.Conflicts {
		at := problem.Place{File: m.dotPath}
		if item := edited.Items[c.Thing]; item != nil {
			at = item.Source.At
		}
		all = append(all, Conflict{c, at})
	}
	return all
}

// keep writes what came of a merge: the case with what is adopted, the overrides, and then the
// mark in the file that was merged that a build may write over it.
func (m *merging) keep(outcome merge.Outcome, adopt bool, merged *Merged) (err error) {
	overrides := outcome.Overrides
	if adopt {
		if merged.Adopted, overrides, err = m.adopt(overrides); err != nil {
			return err
		}
		if len(merged.Adopted.Additions) > 0 {
			if err := m.rewrite(merged.Adopted.File); err != nil {
				return err
			}
		}
	}
	merged.Overrides = len(overrides.Edits) + len(overrides.Ranks)
	if merged.Change, err = m.writeOverrides(overrides); err != nil {
		return &WriteError{err}
	}
	// A file with conflicts is merged in part: it is not to be written over yet.
	if len(outcome.Conflicts) > 0 {
		return nil
	}
	settled := original.Settle(m.dot)
	if err := output.Accept(m.dotPath, settled); err != nil {
		return &WriteError{err}
	}
	if !bytes.Equal(settled, m.dot) {
		if err := output.Rewrite(m.dotPath, m.dot, settled); err != nil {
			return &WriteError{err}
		}
	}
	return nil
}

// writeOverrides writes the overrides of the view, or removes the file where there are none.
func (m *merging) writeOverrides(overrides *edits.Overrides) (FileChange, error) {
	if overrides.Empty() && m.kept.Text == nil {
		return NoFile, nil
	}
	if err := expectFolder(m.Path, overridesFolder); err != nil {
		return NoFile, err
	}
	switch {
	case overrides.Empty():
		return Removed, output.Discard(m.kept.File, m.kept.Text)
	case bytes.Equal(overrides.Bytes(), m.kept.Text):
		return Unchanged, nil
	}
	return Written, output.Keep(m.kept.File, m.kept.Text, overrides.Bytes())
}
