package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/project"
	"example.org/graphgen/internal/quotes"
	"example.org/graphgen/internal/terminal"
)

// addTo adds the claim to the case file, with the relation and the entities that go with it.
func (flags *quoteFlags) addTo(cmd *cobra.Command, p *project.Project, place quotes.Place) error {
	addition, err := capture.Compose(p.File.Case, flags.request)
	if err != nil {
		return failure{exitUsage, err}
	}
	added, err := p.Add(addition)
	return tellAdded(cmd, added, err, fmt.Sprintf("%d:%d of source %q", place.Line, place.Column, flags.request.Source))
}

// tellAdded says what was added, or why nothing was.
func tellAdded(cmd *cobra.Command, added *project.Added, err error, at string) error {
	var refused *capture.RefusedError
	var field *project.FieldError
	switch {
	case errors.As(err, &refused):
		printMessages(cmd.ErrOrStderr(), refused.Problems)
		return failure{exitUsage, errors.New("nothing was added")}
	case errors.As(err, &field):
		return failure{exitUsage, err}
	case err != nil:
		return stopped(cmd, err)
	}
	if err := terminal.WriteProblems(cmd.ErrOrStderr(), added.Problems); err != nil {
		return failure{exitDrawing, err}
	}
	printAddition(cmd.OutOrStdout(), added, at)
	return nil
}

// printMessages tells problems of a case file that is not written, without their places in it.
func printMessages(w io.Writer, problems problem.List) {
	for _, p := range problems {
		fmt.Fprintf(w, "graphgen: %s\n", problem.Printable(p.Message))
		if p.Hint != "" {
			fmt.Fprintf(w, "    %s\n", problem.Printable(p.Hint))
		}
	}
}

// printAddition says what was added, and where it stands now.
func printAddition(w io.Writer, added *project.Added, at string) {
	a, file, c := added.Additions[0], added.File, added.File.Case
	for i := range a.Entities {
		n := len(c.Entities) - len(a.Entities) + i
		fmt.Fprintf(w, "%v: entity %q added\n", file.Place(fmt.Sprintf("/entities/%d", n)), c.Entities[n].ID)
	}
	for i, s := range a.Sources {
		at := file.Place(fmt.Sprintf("/sources/%d", len(c.Sources)-len(a.Sources)+i))
		fmt.Fprintf(w, "%v: source %q added, published by %q\n", at, s.ID, s.Publisher)
	}
	if a.Claim.Source != "" {
		fmt.Fprintf(w, "%v: claim %q added: “%s” at %s\n", file.Place(fmt.Sprintf("/claims/%d", len(c.Claims)-1)), a.Claim.ID, problem.Printable(a.Claim.Quote), at)
	}
	for i, r := range c.Relations {
		switch {
		case r.ID != a.Relation.ID || r.ID == "":
		case a.Relation.Type != "":
			fmt.Fprintf(w, "%v: relation %q added: it rests on claim %q\n", file.Place(fmt.Sprintf("/relations/%d", i)), r.ID, a.Claim.ID)
		default:
			fmt.Fprintf(w, "%v: relation %q rests on claim %q, too\n", file.Place(fmt.Sprintf("/relations/%d/claims", i)), r.ID, a.Claim.ID)
		}
	}
}
