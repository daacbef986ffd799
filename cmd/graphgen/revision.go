package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
)

// readState reads a case as it was or is: a file, - for standard input, a git revision of
// the case file, or REV:PATH, which git takes from the top of the repository unless the path
// begins with "./". What is wrong with its shape is told.
func readState(cmd *cobra.Command, named, caseFile string) (*entities.File, error) {
	name, data, err := stateBytes(cmd, named, caseFile)
	if err != nil {
		return nil, failure{exitData, fmt.Errorf("%s: %w", named, err)}
	}
	file, problems := entities.Load(name, data)
	if !problems.HasErrors() {
		return file, nil
	}
	if err := problem.WriteText(cmd.ErrOrStderr(), problems, colourful(cmd.ErrOrStderr())); err != nil {
		return nil, failure{exitDrawing, err}
	}
	return nil, failure{exitData, fmt.Errorf("%s has errors", name)}
}

func stateBytes(cmd *cobra.Command, named, caseFile string) (name string, data []byte, err error) {
	if _, missing := os.Stat(named); named == "-" || missing == nil {
		data, err = readCase(cmd.InOrStdin(), named)
		return named, data, err
	}
	revision, _, hasPath := strings.Cut(named, ":")
	switch {
	case strings.HasPrefix(named, "-") || revision == "":
		return "", nil, errors.New("there is no such file, and no git revision begins like that")
	case hasPath:
		data, err = gitBlob(cmd.Context(), ".", named)
		return named, data, err
	case caseFile == "-":
		return "", nil, errors.New("there is no such file; for a git revision name the case file, as in HEAD:" + defaultCase)
	}
	folder, base := filepath.Split(caseFile)
	if _, err := os.Stat(filepath.Clean(folder)); err != nil {
		return "", nil, fmt.Errorf("there is no such file, and no folder of %s to ask git in", caseFile)
	}
	data, err = gitBlob(cmd.Context(), filepath.Clean(folder), named+":./"+base)
	return named + ":" + filepath.ToSlash(caseFile), data, err
}

// gitBlob reads a file of a revision with the git command, started in a folder. It asks for
// the bytes as they were committed: no filter or pager of the user's has a part in it.
func gitBlob(ctx context.Context, folder, object string) ([]byte, error) {
	git, err := exec.LookPath("git")
	if err != nil {
		return nil, errors.New("there is no such file, and git is not installed, so that it cannot be a revision; name a file, or install git")
	}
	command := exec.CommandContext(ctx, git, "cat-file", "blob", object)
	command.Dir = folder
	var out limited
	var said bytes.Buffer
	command.Stdout, command.Stderr = &out, &said
	err = command.Run()
	if out.full {
		return nil, fmt.Errorf("larger than %d MB", maxCase>>20)
	}
	if err != nil {
		line, _, _ := strings.Cut(strings.TrimSpace(said.String()), "\n")
		if line == "" {
			line = err.Error()
		}
		return nil, fmt.Errorf("there is no such file, and git has no such revision of one: %s", problem.Printable(line))
	}
	return out.Bytes(), nil
}

// limited holds what a case may be long, and fails beyond.
type limited struct {
	bytes.Buffer
	full bool
}

func (l *limited) Write(p []byte) (int, error) {
	if l.Len()+len(p) > maxCase {
		l.full = true
		return 0, errors.New("too large")
	}
	return l.Buffer.Write(p)
}
