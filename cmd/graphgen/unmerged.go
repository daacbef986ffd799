package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/project"
)

// notOurs is the slug of a file that somebody else wrote or changed, where graphgen would write.
const notOurs = "not-ours"

// expectRoom refuses to publish into the folders that the case keeps its own files in.
func (b *builder) expectRoom(c *entities.Case, wishes []wish) error {
	own := project.OwnFoldersOf(b.project.Path, c)
	if at := own.Holding(b.out); at != "" {
		return failure{exitData, fmt.Errorf("-o %s: %s is kept there; choose another folder", b.out, at)}
	}
	for _, w := range wishes {
		if !w.write.bundle {
			continue
		}
		if folder := filepath.Join(b.out, w.name); own.Holding(folder) != "" {
			return failure{exitData, fmt.Errorf("%s would be the folder of view %q, and %s is kept there; choose another folder with -o, or give the view another id", folder, w.view.ID, own.Holding(folder))}
		}
	}
	return nil
}

// inTheWay are the files that were edited by hand and not merged since, or that graphgen did not
// write, and that a build would replace or remove.
func (b *builder) inTheWay(c *entities.Case, wishes []wish, before []output.Entry) problem.List {
	if b.force {
		return nil
	}
	var names []string
	for _, w := range wishes {
		names = append(names, w.pictureNames()...)
	}
	o := b.outcomeOf(c, nil) // of a build that draws everything
	for _, w := range wishes {
		o.drawn[w.name] = drawn{view: w.view.ID, write: w.write}
	}
	for _, entry := range before {
		if (entry.By == byBuild || entry.By == "") && !o.stays(entry.Name, entry.Note) && !slices.Contains(names, entry.Name) {
			names = append(names, entry.Name)
		}
	}
	foreign, err := output.InTheWay(b.out, names, isOurs)
	if err != nil {
		return nil // publishing tells
	}
	return b.foreignProblems(c, foreign)
}

// foreignProblems say of files that are somebody's work what is to be done.
func (b *builder) foreignProblems(c *entities.Case, foreign []output.Foreign) problem.List {
	var found problem.List
	for _, f := range foreign {
		path := filepath.Join(b.out, filepath.FromSlash(f.Name))
		would := "a build would write over it"
		if f.Removed && !inCase(c, f.Name) {
			would = "the case has no such view now, so that a build would remove it"
		}
		p := problem.Problem{
			Slug: notOurs, Severity: problem.Error, Place: problem.Place{File: path},
			Message: f.Why() + "; " + would,
			Hint:    "move it away, or put it aside as " + filepath.Base(path) + ".kept with --force",
		}
		if strings.HasSuffix(f.Name, ".dot") && f.Err == nil {
			p.Slug = edits.Unmerged
			if inCase(c, f.Name) {
				p.Message = "it was edited by hand and not merged, and " + would
				p.Hint = fmt.Sprintf("graphgen merge %s keeps the edits; remove the file to be free of them, or put it aside with --force", path)
			}
		}
		found = append(found, p)
	}
	return found
}

// inCase tells whether a file is named for a view of the case.
func inCase(c *entities.Case, name string) bool {
	p, known := publishedAs(name)
	return known && slices.ContainsFunc(c.Views, func(v entities.View) bool { return v.ID == p.view })
}

// refused tells what came in the way of publishing.
func (b *builder) refused(cmd *cobra.Command, o *outcome, err error) error {
	var foreign *output.ForeignError
	if errors.As(err, &foreign) {
		return stop(cmd, b.foreignProblems(o.of, foreign.Files), "nothing was written")
	}
	return failure{exitDrawing, err}
}

// tellAside says what was put aside.
func (b *builder) tellAside(w io.Writer, all []output.Aside) {
	for _, aside := range all {
		fmt.Fprintf(w, "graphgen: %s was put aside as %s\n", filepath.Join(b.out, filepath.FromSlash(aside.Name)), filepath.Join(b.out, filepath.FromSlash(aside.To)))
	}
}

// tellOld says what was not drawn now and stays as it was drawn before.
func (b *builder) tellOld(w io.Writer, o *outcome) {
	for _, name := range o.old {
		fmt.Fprintf(w, "graphgen: %s is old: it could not be drawn now, and stays as it was, since the case says the same\n", filepath.Join(b.out, filepath.FromSlash(name)))
	}
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
