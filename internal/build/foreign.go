package build

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/project"
)

// notOurs is the slug of a file that somebody else wrote or changed, where graphgen would write.
const notOurs = "not-ours"

// expectRoom refuses to publish into the folders that the case keeps its own files in.
func (b *Builder) expectRoom(c *project.Checked, jobs []Job) error {
	own := project.OwnFoldersOf(c.Path, c.Network.Index().Case)
	if holds := own.Holding(b.Out); holds != "" {
		return &OccupiedError{Folder: b.Out, Holds: holds}
	}
	for _, job := range jobs {
		folder := filepath.Join(b.Out, job.Name)
		if holds := own.Holding(folder); job.Forms.Bundle && holds != "" {
			return &OccupiedError{folder, job.View.ID, holds}
		}
	}
	return nil
}

// inTheWay are the files that were edited by hand and not merged since, or that graphgen did not
// write, and that a build would replace or remove.
func (b *Builder) inTheWay(c *entities.Case, jobs []Job, before []output.Entry) problem.List {
	if b.Aside {
		return nil
	}
	var names []string
	o := b.outcomeOf(c) // of a build that draws everything
	for _, job := range jobs {
		names = append(names, job.pictureNames()...)
		o.drawn[job.Name] = View{ID: job.View.ID, Forms: job.Forms}
	}
	for _, entry := range before {
		if (entry.By == byBuild || entry.By == "") && !o.stays(entry.Name, entry.Note) && !slices.Contains(names, entry.Name) {
			names = append(names, entry.Name)
		}
	}
	foreign, err := output.InTheWay(b.Out, names, isOurs)
	if err != nil {
		return nil // publishing tells
	}
	return b.foreignProblems(c, foreign)
}

// foreignProblems say of files that are somebody's work what is to be done.
func (b *Builder) foreignProblems(c *entities.Case, foreign []output.Foreign) problem.List {
	var found problem.List
	for _, f := range foreign {
		path := filepath.Join(b.Out, filepath.FromSlash(f.Name))
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
