package output

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/robustio"
)

// Entry is a file that was published into a folder.
type Entry struct {
	Name string
	By   string // empty where the manifest does not say
	Note string
}

// Published lists what was published into a folder, by name.
func Published(dir string) ([]Entry, error) {
	m, err := readManifest(dir)
	if err != nil {
		return nil, err
	}
	var entries []Entry
	for _, name := range m.names() {
		by, note := m.origin(name)
		entries = append(entries, Entry{name, by, note})
	}
	return entries, nil
}

// Accept has the manifest that lists a file take what it holds now for what was written: what
// somebody did to it is kept elsewhere, and it may be replaced. A file that no manifest lists
// stays as it is.
func Accept(path string, data []byte) error {
	dir, base := filepath.Split(filepath.Clean(path))
	dir = filepath.Clean(dir)
	if listed, err := acceptIn(dir, base, data); listed || err != nil {
		return err
	}
	_, err := acceptIn(filepath.Dir(dir), filepath.Base(dir)+"/"+base, data)
	return err
}

func acceptIn(dir, name string, data []byte) (listed bool, err error) {
	if _, err := os.Lstat(filepath.Join(dir, ManifestName)); err != nil || !isName(name) {
		return false, nil
	}
	unlock, err := lock(filepath.Join(dir, lockName), patience)
	if err != nil {
		return false, err
	}
	defer unlock()
	m, err := readManifest(dir)
	if err != nil {
		return false, err
	}
	if _, listed = m.Files[name]; !listed {
		return false, nil
	}
	m.Files[name] = hexSum(File{Data: data}.sum())
	return true, WriteFile(filepath.Join(dir, ManifestName), m.file().Data)
}

// Discard removes a file that must still hold what was read from it.
func Discard(path string, old []byte) error {
	if err := holdsStill(path, old); err != nil {
		return advise(err)
	}
	return advise(robustio.RemoveAll(path))
}

// Turn waits for its turn to change files in a folder. Whoever reads a file there, to write it
// again with something more, takes a turn from before the reading to after the writing, so that
// of two at once the second reads what the first wrote.
func Turn(dir string) (done func(), err error) {
	done, err = lock(filepath.Join(dir, turnName), longPatience)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: there is no such folder", dir)
	}
	return done, err
}

// Keep writes a file in the place of one of which it is known what it held, or nil where there
// was none; a folder that is missing is made.
func Keep(path string, old, data []byte) error {
	if old != nil && bytes.Equal(old, data) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return advise(err)
	}
	return Rewrite(path, old, data)
}
