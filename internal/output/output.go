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
	// Name is that of the file, or FOLDER/NAME where it is in a folder of its own below. Each
	// part is of Latin letters, digits, ".", "_" and "-", starts with none of ".", "-", and is
	// one that every system allows; no two differ in case alone.
	Name string
	Data []byte

	spooled *spooled // where a spool has the bytes instead of Data
}

// Result says what became of the folder.
type Result struct {
	Removed []string // files, sorted; folders that were theirs alone are gone with them
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
	return inTurn(dir, files, func(before manifest) (manifest, manifest) { return before, manifest{} })
}

// PublishFolders is Publish for some of the folders below, which the files are in. What was
// published beside these folders stays as it is.
func PublishFolders(dir string, folders []string, files []File) (Result, error) {
	for _, f := range files {
		if !slices.Contains(folders, folderOf(f.Name)) || folderOf(f.Name) == "" {
			return Result{}, fmt.Errorf("%q is in none of the folders %q", f.Name, folders)
		}
	}
	return inTurn(dir, files, func(before manifest) (manifest, manifest) { return before.part(folders) })
}

// inTurn publishes when it is this program's turn. Of what was published before, the function
// tells what the files replace and what stays.
func inTurn(dir string, files []File, divide func(manifest) (replaced, rest manifest)) (Result, error) {
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
	published, err := readManifest(dir)
	if err != nil {
		return Result{}, err
	}
	before, rest := divide(published)
	all, err := now.with(rest)
	if err != nil {
		return Result{}, err
	}
	if err := expectRoom(dir, slices.Concat(before.names(), now.names())); err != nil {
		return Result{}, err
	}
	removed, err := removeStale(dir, before, all)
	if err != nil {
		return Result{removed}, err
	}
	// The manifest comes first: whenever this ends, every file that was written is one that
	// the next time may remove.
	return Result{removed}, replace(dir, now.folders(), slices.Concat([]File{all.file()}, files))
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
		err := os.Remove(pathIn(dir, name))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return removed, fmt.Errorf("an outdated file is still there: %w", advise(err))
		}
		removed = append(removed, name)
	}
	wanted := now.folders()
	for _, folder := range before.folders() {
		if slices.Contains(wanted, folder) {
			continue
		}
		if err := removeEmpty(pathIn(dir, folder)); err != nil {
			return removed, fmt.Errorf("an outdated folder is still there: %w", advise(err))
		}
	}
	return removed, nil
}

// removeEmpty takes a folder away that has nothing in it. What others put into it keeps it.
func removeEmpty(path string) error {
	entries, err := os.ReadDir(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil || len(entries) > 0 {
		return err
	}
	return os.Remove(path)
}
