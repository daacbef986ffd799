// Package output keeps a folder of published files true to the case: each file in it is the
// old one or the new one, whole, and what the case no longer says is taken away. It replaces
// and removes only what still is what its manifest says it wrote; whatever else is on the disk
// is somebody's work. It must never know what the files hold.
//
// Publish makes a folder, and folders in it, hold these files, and removes what the same producer
// wrote before and does not let stay. The manifest has of each file the SHA-256, the producer, and a
// note. What is not as it says is a ForeignError, unless it is put aside (foreign.go). WriteFile
// makes one file whole. Whoever reads a file to write it again takes a Turn at its folder first, and
// Rewrite wants it to hold still what was read. Spool holds what is drawn until the last view is
// there, in a temporary file without a name.
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
	turnName     = ".graphgen-turn"
)

// patience is how long Publish waits for another program that publishes into the folder.
const patience = 30 * time.Second

// longPatience is how long Turn waits: forty who add something at once each take a second.
const longPatience = 2 * time.Minute

// File is one file to publish.
type File struct {
	// Name is that of the file, or FOLDER/NAME where it is in a folder of its own below. Each
	// part is of Latin letters, digits, ".", "_" and "-", starts with none of ".", "-", and is
	// one that every system allows; no two differ in case alone.
	Name string
	Data []byte
	Note string // kept in the manifest for whoever publishes it, such as of what it was made

	spooled *spooled // where a spool has the bytes instead of Data
}

// Publication is what one producer wants in a folder.
type Publication struct {
	By    string // the producer; what others published stays as it is
	Files []File

	// Stays tells whether a file stays that the producer published before, with this note, and
	// that is not among Files. Where it is nil none does. It is asked for those files as well
	// of which an older manifest does not say who published them.
	Stays func(name, note string) bool

	// Ours tells whether a file may be replaced or removed though it is not as it was written.
	// Where it is nil none may.
	Ours func(name string, data []byte) bool

	// Aside puts what is somebody else's aside, under another name, instead of refusing.
	Aside bool
}

// Result says what became of the folder.
type Result struct {
	Removed []string // files, sorted; folders that were theirs alone are gone with them
	Aside   []Aside
}

// Publish makes the folder hold these files, and none that their producer published before and
// that does not stay. It makes the folder where there is none. Files that are the same already
// are left untouched. Programs that publish into one folder take turns.
//
// A file that would be replaced or removed and is not as it was written is somebody's work: the
// error is a ForeignError then, and nothing is changed.
//
// What is stale goes first, since it may show what has been corrected; it is gone even where
// an error keeps the rest from being written, and Result tells so beside the error. The new
// files are then written whole elsewhere before the first old one is replaced, so that a
// full disk replaces none.
func Publish(dir string, p Publication) (Result, error) {
	now, err := manifestOf(p)
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
	return inTurn(dir, p, published, now)
}

// inTurn publishes when it is this program's turn.
func inTurn(dir string, p Publication, published, now manifest) (result Result, err error) {
	stale, rest := published.divide(now, p)
	all, err := now.with(rest)
	if err != nil {
		return result, err
	}
	if err := expectRoom(dir, slices.Concat(stale, now.names())); err != nil {
		return result, err
	}
	there, foreign, err := look(dir, slices.Concat(stale, now.names()), published, now, p.Ours)
	if err != nil {
		return result, err
	}
	if len(foreign) > 0 {
		if !p.Aside {
			return result, &ForeignError{Dir: dir, Files: foreign}
		}
		for _, f := range foreign {
			to, err := putAside(dir, f.Name)
			if err != nil {
				return result, fmt.Errorf("nothing was replaced: %w", advise(err))
			}
			result.Aside = append(result.Aside, Aside{f.Name, to})
			delete(there, f.Name)
		}
	}
	if result.Removed, err = removeStale(dir, stale, all, there); err != nil {
		return result, err
	}
	return result, replace(dir, all, p.Files, there)
}

// removeStale takes away what an earlier time wrote and this one does not. It comes before
// anything is written, the manifest too, which lists it no more. And where letters' case makes
// no difference, the old name of a file that changed its case would take the new file along.
func removeStale(dir string, stale []string, now manifest, there sums) ([]string, error) {
	var removed []string
	folders := map[string]bool{}
	for _, name := range stale {
		folders[folderOf(name)] = true
		if there[name] == "" {
			continue
		}
		if err := there.still(dir, name); err != nil {
			return removed, err
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
	for _, folder := range now.folders() {
		delete(folders, folder)
	}
	delete(folders, "")
	for folder := range folders {
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
