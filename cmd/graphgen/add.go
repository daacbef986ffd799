package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/quotes"
	"example.org/graphgen/internal/terminal"
)

// addTo adds the claim to the case file, with the relation and the entities that go with it.
func (flags *quoteFlags) addTo(cmd *cobra.Command, source *openSource, place quotes.Place) error {
	addition, err := capture.Compose(source.file.Case, flags.request)
	if err != nil {
		return failure{exitUsage, err}
	}
	edited, err := capture.Add(source.path, source.data, addition)
	var refused *capture.RefusedError
	if errors.As(err, &refused) {
		for _, p := range refused.Problems {
			fmt.Fprintf(cmd.ErrOrStderr(), "graphgen: %s\n", problem.Printable(p.Message))
			if p.Hint != "" {
				fmt.Fprintf(cmd.ErrOrStderr(), "    %s\n", problem.Printable(p.Hint))
			}
		}
		return failure{exitUsage, errors.New("nothing was added")}
	}
	if err != nil {
		return failure{exitData, err}
	}
	file, _ := entities.Load(source.path, edited)
	found := newProblems(problemsOf(source.file, source.texts), problemsOf(file, source.texts))
	if err := terminal.WriteProblems(cmd.ErrOrStderr(), found); err != nil {
		return failure{exitDrawing, err}
	}
	if found.HasErrors() {
		return failure{exitData, errors.New("nothing was added: the case would get these errors")}
	}
	if err := output.Rewrite(source.path, source.data, edited); err != nil {
		return failure{exitDrawing, err}
	}
	tellAddition(cmd.OutOrStdout(), file, addition, fmt.Sprintf("%d:%d of source %q", place.Line, place.Column, flags.request.Source))
	return nil
}

func problemsOf(file *entities.File, texts map[string]check.SourceText) problem.List {
	return check.Check(file, network.New(entities.NewIndex(file.Case)), check.Options{Texts: texts})
}

// newProblems returns the problems that a case did not have before, of those rules that find
// more than they did: a message may name a line, which has moved.
func newProblems(before, after problem.List) problem.List {
	more, had := map[string]int{}, map[string]int{}
	for _, p := range before {
		more[p.Slug]--
		had[p.Slug+" "+p.Message]++
	}
	for _, p := range after {
		more[p.Slug]++
	}
	var found problem.List
	for _, p := range after {
		if had[p.Slug+" "+p.Message] > 0 {
			had[p.Slug+" "+p.Message]--
		} else if more[p.Slug] > 0 {
			found = append(found, p)
		}
	}
	return found
}

// tellAddition says what was added, and where it stands now.
func tellAddition(w io.Writer, file *entities.File, a capture.Addition, at string) {
	c := file.Case
	for i := range a.Entities {
		n := len(c.Entities) - len(a.Entities) + i
		fmt.Fprintf(w, "%v: entity %q added\n", file.Place(fmt.Sprintf("/entities/%d", n)), c.Entities[n].ID)
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
