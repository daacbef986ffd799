package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/revision"
	"example.org/graphgen/internal/terminal"
)

// readState reads a case as it was or is: a file, - for standard input, a git revision of
// the case file, or REV:PATH, whose path is from the top of the repository unless it begins
// with "./". What is wrong with its shape is told.
func readState(cmd *cobra.Command, named, caseFile string) (*entities.File, error) {
	name, data, err := stateBytes(cmd, named, caseFile)
	if err != nil {
		return nil, failure{exitData, fmt.Errorf("%s: %w", named, err)}
	}
	file, problems := entities.Load(name, data)
	if !problems.HasErrors() {
		return file, nil
	}
	if err := terminal.WriteProblems(cmd.ErrOrStderr(), problems); err != nil {
		return nil, failure{exitDrawing, err}
	}
	return nil, failure{exitData, fmt.Errorf("%s has errors", name)}
}

func stateBytes(cmd *cobra.Command, named, caseFile string) (name string, data []byte, err error) {
	if _, missing := os.Stat(named); named == "-" || missing == nil {
		data, err = readCase(cmd.InOrStdin(), named)
		return named, data, err
	}
	commit, path, hasPath := strings.Cut(named, ":")
	switch {
	case strings.HasPrefix(named, "-") || commit == "":
		return "", nil, errors.New("there is no such file, and no git revision begins like that")
	case hasPath:
		data, err = fromGit(cmd.Context(), ".", commit, path)
		return named, data, err
	case caseFile == "-":
		return "", nil, errors.New("there is no such file; for a git revision name the case file, as in HEAD:" + defaultCase)
	}
	folder, base := filepath.Split(caseFile)
	if _, err := os.Stat(filepath.Clean(folder)); err != nil {
		return "", nil, fmt.Errorf("there is no such file, and no folder of %s to ask git in", caseFile)
	}
	data, err = fromGit(cmd.Context(), filepath.Clean(folder), commit, "./"+base)
	return named + ":" + filepath.ToSlash(caseFile), data, err
}

// fromGit reads a case as a revision has it, and says in a few words why not.
func fromGit(ctx context.Context, folder, commit, path string) ([]byte, error) {
	data, err := revision.Read(ctx, folder, commit, path, entities.MaxBytes)
	var missing *revision.MissingError
	switch {
	case errors.Is(err, revision.ErrNoGit):
		return nil, errors.New("there is no such file, and git is not installed, so that it cannot be a revision; name a file, or install git")
	case errors.As(err, &missing):
		return nil, fmt.Errorf("there is no such file, and git has no such revision of one: %s", problem.Printable(missing.Said))
	}
	return data, err
}
