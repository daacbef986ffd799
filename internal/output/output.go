// Package output keeps a folder of published files true to the case: each file in it is the
// old one or the new one, whole, and what the case no longer says is taken away. It removes
// only what its manifest says it wrote, and the staging folder that it keeps for itself. It
// must never know what the files hold.
package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// Names that the folder keeps for itself.
const (
	ManifestName = ".graphgen-manifest.json"
	lockName     = ".graphgen-lock"
	stagingName  = ".graphgen-new"
)

// patience is how long Publish waits for another program that publishes into the folder.
const patience = 30 * time.Second

// File is one file to publish.
type File struct {
	// Name has no folder. It is of Latin letters, digits, ".", "_" and "-", starts with none
	// of ".", "-", and is one that every system allows; no two names of a folder differ in
	// case alone.
	Name string
	Data []byte

	spooled *spooled // where a spool has the bytes instead of Data
}

// Result says what became of the folder.
type Result struct {
	Removed []string // sorted
}

// Publish makes the folder hold these files and none that an earlier Publish wrote beside
// them. It makes the folder where there is none. Files that are the same already are left
// untouched. Programs that publish into one folder take turns.
//
// What is stale goes first, since it may show what has been corrected; it is gone even where
// an error keeps the rest from being written, and Result tells so beside the error. The new
// files are then written whole elsewhere before the first old one is replaced, so that a
// full disk replaces none.
func Publish(dir string, files []File) (Result, error) {
	now, err := manifestOf(files)
	if err != nil {
		return Result{}, err
	}
	if dir == "" {
		return Result{}, errors.New("the folder to write to has no name; name one, such as out")
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return Result{}, advise(err)
	}
	unlock, err := lock(filepath.Join(dir, lockName), patience)
	if err != nil {
		return Result{}, err
	}
	defer unlock()
	return publish(dir, files, now)
}

func publish(dir string, files []File, now manifest) (Result, error) {
	before, err := readManifest(dir)
	if err != nil {
		return Result{}, err
	}
	for _, name := range slices.Concat(before.names(), now.names()) {
		if err := expectFile(filepath.Join(dir, name)); err != nil {
			return Result{}, err
		}
	}
	removed, err := removeStale(dir, before, now)
	if err != nil {
		return Result{removed}, err
	}
	// The manifest comes first: whenever this ends, every file that was written is one that
	// the next time may remove.
	return Result{removed}, replace(dir, slices.Concat([]File{now.file()}, files))
}

// removeStale takes away what an earlier time wrote and this one does not. It comes before
// anything is written, the manifest too, which lists it no more. And where letters' case makes
// no difference, the old name of a file that changed its case would take the new file along.
func removeStale(dir string, before, now manifest) ([]string, error) {
	var removed []string
	for _, name := range before.names() {
		if _, kept := now.Files[name]; kept {
			continue
		}
		err := os.Remove(filepath.Join(dir, name))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return removed, fmt.Errorf("an outdated file is still there: %w", advise(err))
		}
		removed = append(removed, name)
	}
	return removed, nil
}

// expectFile returns an error where something stands at the path that is not a file. A link
// counts as such: it may lead out of the folder, and graphgen writes none.
func expectFile(path string) error {
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && info.Mode().IsRegular() {
		return nil
	}
	if err != nil {
		return advise(err)
	}
	return fmt.Errorf("%s is %s, where graphgen keeps a file; move it away and try again", path, kind(info.Mode()))
}

func kind(mode fs.FileMode) string {
	switch {
	case mode.IsDir():
		return "a folder"
	case mode&fs.ModeSymlink != 0:
		return "a symbolic link"
	case mode&fs.ModeNamedPipe != 0:
		return "a named pipe"
	}
	return "a device or the like"
}
