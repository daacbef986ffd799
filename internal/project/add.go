package project

import (
	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/problem"
)

// Added is what was added to a case file.
type Added struct {
	Additions []capture.Addition
	File      *entities.File // as it is with the additions
	Problems  problem.List   // that the case did not have before
}

// Try returns the case file with additions, no other byte of it changed, and the problems that the
// case did not have before. Nothing is written. The error is a *capture.RefusedError where the file
// would not load.
func (p *Project) Try(additions []capture.Addition) (*entities.File, problem.List, error) {
	file, err := capture.Add(p.File, additions...)
	if err != nil {
		return nil, nil, err
	}
	return file, newProblems(p.check(p.File), p.check(file)), nil
}

// Add writes additions into the case file, as Try has it. Who calls it has a Turn since before the
// project was opened; where the file was changed all the same it stays, and that is a *WriteError.
// Nothing is written, and the error is a *ProblemsError, where the case would get an error that it
// does not have.
func (p *Project) Add(additions ...capture.Addition) (*Added, error) {
	file, found, err := p.Try(additions)
	switch {
	case err != nil:
		return nil, err
	case found.HasErrors():
		return nil, &ProblemsError{found, "nothing was added: the case would get these errors"}
	}
	return &Added{additions, file, found}, p.rewrite(file)
}

// check checks a case file by the texts of the project, and without overrides: it is for what
// a file that is not written yet has of problems.
func (p *Project) check(file *entities.File) problem.List {
	return check.Check(file, network.New(entities.NewIndex(file.Case)), check.Options{Texts: p.Texts})
}

// rewrite gives the case file other content, if it still is as it was read.
func (p *Project) rewrite(file *entities.File) error {
	if err := output.Rewrite(p.Path, []byte(p.File.Text()), []byte(file.Text())); err != nil {
		return &WriteError{err}
	}
	return nil
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
