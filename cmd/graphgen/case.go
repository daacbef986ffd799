package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/project"
	"example.org/graphgen/internal/terminal"
)

const defaultCase = project.DefaultFile

// caseFlags are what every verb that reads a case takes.
type caseFlags struct {
	texts []string // SOURCE=FILE
}

func (c *caseFlags) register(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&c.texts, "text", nil,
		"check the quotes of a source against a local copy, given as `SOURCE=FILE`; may be repeated")
}

// caseArgument is the one argument of such verbs.
func caseArgument(args []string) string {
	if len(args) == 0 {
		return defaultCase
	}
	return args[0]
}

// open opens the project of a case file. An error is of the command's own arguments.
func (c *caseFlags) open(cmd *cobra.Command, path string) (*project.Project, error) {
	options, err := c.options(cmd)
	if err != nil {
		return nil, err
	}
	p, err := project.Open(path, options)
	if err != nil {
		return nil, c.refused(err)
	}
	boundMemory(p.Size())
	return p, nil
}

// openSound opens the project of a case file, named by a flag, that has the shape of one.
func (c *caseFlags) openSound(cmd *cobra.Command, path, flag string) (*project.Project, error) {
	p, err := c.open(cmd, path)
	switch {
	case err != nil:
		return nil, err
	case p.File == nil:
		return nil, failure{exitData, fmt.Errorf("%s: %s; name a case file with %s, or start one with graphgen init", path, p.Problems[0].Message, flag)}
	case p.Problems.HasErrors():
		return nil, stop(cmd, p.Problems, path+" has errors")
	}
	return p, nil
}

// openChecked opens the project of a case file and checks it.
func (c *caseFlags) openChecked(cmd *cobra.Command, args []string, options check.Options) (*project.Checked, error) {
	p, err := c.open(cmd, caseArgument(args))
	if err != nil {
		return nil, err
	}
	return p.Check(options), nil
}

func (c *caseFlags) options(cmd *cobra.Command) (project.Options, error) {
	options := project.Options{Stdin: cmd.InOrStdin()}
	for _, arg := range c.texts {
		source, path, ok := strings.Cut(arg, "=")
		if !ok || source == "" || path == "" {
			return options, failure{exitUsage, fmt.Errorf("--text %q: want SOURCE=FILE", arg)}
		}
		options.Texts = append(options.Texts, project.LocalCopy{Source: source, Path: path})
	}
	return options, nil
}

// refused says why a project was not opened.
func (c *caseFlags) refused(err error) error {
	var text *project.TextError
	if errors.As(err, &text) {
		return failure{exitUsage, fmt.Errorf("--text %s=%s: %w", text.Source, text.Path, err)}
	}
	return failure{exitData, err}
}

// stopped says what a project did not do: it tells the problems that the error comes with first.
func stopped(cmd *cobra.Command, err error) error {
	var wrong *project.ProblemsError
	var unwritten *project.WriteError
	switch {
	case errors.As(err, &unwritten):
		return failure{exitDrawing, err}
	case errors.As(err, &wrong):
		return stop(cmd, wrong.Problems, wrong.Outcome)
	}
	return failure{exitData, err}
}

// stop tells problems that keep everything as it is, and then says so.
func stop(cmd *cobra.Command, problems problem.List, outcome string) error {
	if err := terminal.WriteProblems(cmd.ErrOrStderr(), problems); err != nil {
		return failure{exitDrawing, err}
	}
	return failure{exitData, errors.New(outcome)}
}

// expectOther refuses to write a result over the case file itself, or among what is kept of it.
func expectOther(target, caseFile string, of *entities.Case) error {
	if target == "" {
		return nil
	}
	if project.SamePath(target, caseFile) {
		return failure{exitData, fmt.Errorf("-o %s: that is the case file; choose another name", target)}
	}
	if at := project.OwnFoldersOf(caseFile, of).Holding(target); at != "" {
		return failure{exitData, fmt.Errorf("-o %s: %s is kept there; choose another folder", target, at)}
	}
	return nil
}
