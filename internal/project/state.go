package project

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"example.org/graphgen/internal/changes"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/merge"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/revision"
)

// State is a case as it is or was, with the overrides that its views had then.
type State struct {
	File *entities.File
	changes.State
}

// stateReader reads the files of one state.
type stateReader struct {
	ctx      context.Context
	named    string // a file, Stdin, or a git revision
	caseFile string
	stdin    io.Reader
}

// ReadState reads a case in a state that is named by a file, by Stdin, by a git revision of the
// case file, or by REV:PATH, whose path is from the top of the repository unless it begins with
// "./". What is wrong with what was read is a *ProblemsError.
func ReadState(ctx context.Context, named, caseFile string, stdin io.Reader) (*State, error) {
	r := stateReader{ctx, named, caseFile, stdin}
	name, data, err := r.caseBytes()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", named, err)
	}
	file, problems := entities.Load(name, data)
	if problems.HasErrors() {
		return nil, &ProblemsError{problems, name + " has errors"}
	}
	state := &State{file, changes.State{Index: entities.NewIndex(file.Case)}}
	kept := map[string]Overrides{}
	for i := range file.Case.Views {
		o := r.overrides(file.Case.Views[i].ID)
		problems = append(problems, o.Problems...)
		if o.Overrides != nil {
			kept[file.Case.Views[i].ID] = o
		}
	}
	if problems.HasErrors() {
		return nil, &ProblemsError{problems, "what was edited by hand cannot be compared"}
	}
	if len(kept) > 0 {
		state.Edits, _ = judge(network.New(state.Index), kept)
	}
	return state, nil
}

// isFile tells whether the state is that of a file, and no revision.
func (r stateReader) isFile() bool {
	_, missing := os.Stat(r.named)
	return missing == nil
}

func (r stateReader) caseBytes() (name string, data []byte, err error) {
	if r.named == Stdin || r.isFile() {
		data, err = readCase(r.named, r.stdin)
		return r.named, data, err
	}
	commit, path, hasPath := strings.Cut(r.named, ":")
	switch {
	case strings.HasPrefix(r.named, "-") || commit == "":
		return "", nil, errors.New("there is no such file, and no git revision begins like that")
	case hasPath:
		data, err = r.fromGit(".", commit, path)
		return r.named, data, err
	case r.caseFile == Stdin:
		return "", nil, errors.New("there is no such file; for a git revision name the case file, as in HEAD:" + DefaultFile)
	}
	folder, base := filepath.Split(r.caseFile)
	if _, err := os.Stat(filepath.Clean(folder)); err != nil {
		return "", nil, fmt.Errorf("there is no such file, and no folder of %s to ask git in", r.caseFile)
	}
	data, err = r.fromGit(filepath.Clean(folder), commit, "./"+base)
	return r.named + ":" + filepath.ToSlash(r.caseFile), data, err
}

// fromGit reads a case as a revision has it, and says in a few words why not.
func (r stateReader) fromGit(folder, commit, path string) ([]byte, error) {
	data, err := revision.Read(r.ctx, folder, commit, path, maxCase)
	var missing *revision.MissingError
	switch {
	case errors.Is(err, revision.ErrNoGit):
		return nil, errors.New("there is no such file, and git is not installed, so that it cannot be a revision; name a file, or install git")
	case errors.As(err, &missing):
		return nil, fmt.Errorf("there is no such file, and git has no such revision of one: %s", problem.Printable(missing.Said))
	}
	return data, err
}

// overrides reads the overrides of a view in this state; there may be none.
func (r stateReader) overrides(view string) Overrides {
	if r.named == Stdin {
		return Overrides{}
	}
	if r.isFile() {
		beside, err := openBeside(r.named)
		if err != nil {
			return Overrides{Problems: cannotRead(r.named, err, "the edits of view "+view+" are kept beside it")}
		}
		defer beside.Close()
		return readOverrides(beside, r.named, view)
	}
	folder, commit, file := r.overridesInGit(view)
	name := commit + ":" + file
	data, err := revision.Read(r.ctx, folder, commit, file, maxKept)
	var missing *revision.MissingError
	switch {
	case errors.As(err, &missing):
		return Overrides{} // the revision has the case file, and none of these
	case err != nil:
		return Overrides{Problems: cannotRead(name, err, "the edits of view "+view+" are kept there")}
	}
	overrides, wrong := edits.Read(name, data, view)
	return Overrides{merge.Kept{Overrides: overrides, File: name, Text: data}, wrong}
}

// overridesInGit is where git has the overrides of a view beside the case file that caseBytes reads.
func (r stateReader) overridesInGit(view string) (folder, commit, file string) {
	commit, file, hasPath := strings.Cut(r.named, ":")
	beside := nameOf(overridesFolder, view)
	switch dir := path.Dir(file); {
	case hasPath && strings.HasPrefix(file, "./"):
		return ".", commit, "./" + path.Join(dir, beside)
	case hasPath:
		return ".", commit, path.Join(dir, beside)
	}
	return filepath.Clean(filepath.Dir(r.caseFile)), commit, "./" + beside
}
