// Package revision reads a file as a git revision has it. The repository may be a stranger's:
// nothing that it holds or is configured with is run, and nothing is fetched. It must never
// know what the file is.
//
// It asks the git command for one object, since a library that reads repositories (go-git)
// brings two dozen modules with it, follows alternates as git does, and knows neither of git's
// own guards: that a repository must belong to whoever asks, and that a folder that is merely
// shaped as one is none.
package revision

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// MissingError tells that git knows no such file of such a revision, or would not say.
type MissingError struct{ Said string }

func (e *MissingError) Error() string {
	return "git has no such revision of a file here: " + e.Said
}

// ErrNoGit tells that the git command is not installed.
var ErrNoGit = errors.New("git is not installed")

// TooLargeError tells that the file has more bytes than were asked for.
type TooLargeError struct{ Most int64 }

func (e *TooLargeError) Error() string { return fmt.Sprintf("larger than %d MB", e.Most>>20) }

// longest is how long git may take, which reads one object.
const longest = time.Minute

// Read returns the bytes that a file had as they were committed: at most so many. The revision
// is any that git names so, such as HEAD~2 or v1, and the path is relative to the folder if it
// begins with "./" or "../", and to the top of its repository otherwise.
func Read(ctx context.Context, folder, revision, name string, most int64) ([]byte, error) {
	git, err := exec.LookPath("git")
	if err != nil {
		return nil, ErrNoGit
	}
	top, below, err := repositoryOf(folder)
	if err != nil {
		return nil, err
	}
	name = filepath.ToSlash(name)
	if strings.HasPrefix(name, "./") || strings.HasPrefix(name, "../") {
		name = path.Join(below, name)
	}
	object := revision + ":" + name
	if strings.ContainsAny(object, "\n\x00") {
		return nil, &MissingError{"no name has a line break"}
	}
	ctx, cancel := context.WithTimeout(ctx, longest)
	defer cancel()
	command := exec.CommandContext(ctx, git, append(safely, "cat-file", "--batch")...)
	command.Dir, command.Env = top, environment()
	command.Stdin = strings.NewReader(object + "\n") // never an argument, so never an option
	command.WaitDelay = time.Second
	var said bytes.Buffer
	command.Stderr = &said
	out, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, err
	}
	data, err := readObject(out, most)
	if err != nil {
		cancel() // what was not read is not waited for
	}
	ended := command.Wait()
	var missing *MissingError
	switch {
	case errors.As(err, &missing) && said.Len() > 0:
		return nil, &MissingError{firstLine(said.String())}
	case err != nil:
		return nil, err
	case ended != nil:
		return nil, &MissingError{firstLine(said.String() + "\n" + ended.Error())}
	}
	return data, nil
}

// safely are what git is told before the verb. Each closes a way by which a repository could
// have something run or read that its owner chose: a folder shaped as a repository (git 2.38;
// before, the search for one that is none suffices), replaced objects, and programs of its
// configuration. GIT_NO_LAZY_FETCH and GIT_ALLOW_PROTOCOL keep missing objects missing.
var safely = []string{
	"--no-pager", "--no-replace-objects", "--no-optional-locks",
	"-c", "safe.bareRepository=explicit",
	"-c", "core.fsmonitor=false",
	"-c", "core.hooksPath=" + os.DevNull,
	"-c", "protocol.allow=never",
}

// environment is the process's own without anything that git would listen to, but for what
// shuts the ways to other machines, programs and settings.
func environment() []string {
	var kept []string
	for _, setting := range os.Environ() {
		if !strings.HasPrefix(setting, "GIT_") {
			kept = append(kept, setting)
		}
	}
	return append(kept,
		"GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none", "GIT_TERMINAL_PROMPT=0", "GIT_ASKPASS="+os.DevNull,
		"GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull,
		"GIT_ATTR_NOSYSTEM=1", "LC_ALL=C")
}

// repositoryOf returns the folder in which a repository's .git is, and the path from there to
// a folder in it. A folder that has HEAD, objects and refs itself is passed by: git would take
// it for a repository, and whoever made the case may have made it so.
func repositoryOf(folder string) (top, below string, err error) {
	folder, err = filepath.Abs(folder)
	if err == nil {
		folder, err = filepath.EvalSymlinks(folder)
	}
	if err != nil {
		return "", "", err
	}
	for top = folder; ; top = filepath.Dir(top) {
		if _, err := os.Lstat(filepath.Join(top, ".git")); err == nil {
			below, err := filepath.Rel(top, folder)
			return top, filepath.ToSlash(below), err
		}
		if filepath.Dir(top) == top {
			return "", "", &MissingError{"this is no git repository"}
		}
	}
}

// readObject reads what git cat-file --batch answers of one object.
func readObject(out io.Reader, most int64) ([]byte, error) {
	in := bufio.NewReader(out)
	line, err := in.ReadString('\n')
	if err != nil {
		return nil, &MissingError{"git ended without an answer"}
	}
	// "OID TYPE SIZE", or the name that was asked for and why there is none.
	fields := strings.Fields(line)
	if len(fields) != 3 {
		return nil, &MissingError{strings.TrimSpace(line)}
	}
	size, err := strconv.ParseInt(fields[2], 10, 64)
	switch {
	case err != nil || size < 0:
		return nil, &MissingError{strings.TrimSpace(line)}
	case fields[1] != "blob":
		return nil, &MissingError{"that is a " + fields[1] + ", not a file"}
	case size > most:
		return nil, &TooLargeError{most}
	}
	data, err := io.ReadAll(io.LimitReader(in, size))
	if err == nil && int64(len(data)) < size {
		err = &MissingError{"git ended before the end of the file"}
	}
	return data, err
}

func firstLine(said string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(said), "\n")
	return line
}
