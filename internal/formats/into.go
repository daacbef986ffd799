package formats

import (
	"fmt"
	"io"
	"strings"

	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/quotes"
)

// Into is a case that an import adds to.
type Into struct {
	File *entities.File

	// Text is the text of a source, to check quotes against; nil where it is not here. An error
	// says what is wrong with the one that is.
	Text func(source string) (*quotes.Text, error)

	// Try returns the case file with additions, and the problems that the case did not have before.
	// Nothing is written. The error is a *capture.RefusedError where the file would not load.
	Try func(additions []capture.Addition) (*entities.File, problem.List, error)

	Source  string // of rows that name none, by its id
	Speaker string // of claims of rows that name none, as a cell names one
}

// Added is what an import adds to a case.
type Added struct {
	Additions []capture.Addition
	Rows      int          // that say something new
	Known     int          // rows that the case has already
	New       int          // problems that check tells of then and did not before
	Left      problem.List // the rows that were not taken, each by the cell that it is for
	Loss      Loss
}

// Write says what rows bring, under the name of the case's file.
func (a Added) Write(w io.Writer, name string) error {
	var b strings.Builder
	people, claims, relations := 0, 0, 0
	for _, addition := range a.Additions {
		for _, e := range addition.Entities {
			people++
			fmt.Fprintf(&b, "entity %q added: the %s %s\n", e.ID, e.Type, problem.Printable(e.Name[""]))
		}
		if addition.Claim.Source != "" {
			claims++
		}
		if addition.Relation.Type != "" {
			relations++
		}
	}
	fmt.Fprintf(&b, "%s: %d rows added %d entities, %d claims and %d relations\n", name, a.Rows, people, claims, relations)
	if a.New > 0 {
		fmt.Fprintf(&b, "graphgen check %s tells of %d more\n", name, a.New)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
