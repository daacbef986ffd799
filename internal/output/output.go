// Package output keeps a folder of published files true to the case: each file in it is the
// old one or the new one, whole, and what the case no longer says is taken away. It removes
// only what its manifest says it wrote. It must never know what the files hold.
package output

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/moby/sys/atomicwriter"
	"github.com/rogpeppe/go-internal/lockedfile"
)

// Names of the files that the folder keeps for itself.
const (
	ManifestName = ".graphgen-manifest.json"
	lockName     = ".graphgen-lock"
)

// maxManifest bounds what is read of a manifest, in bytes.
const maxManifest = 16 << 20

// File is one file to publish.
type File struct {
	Name string // without a folder
	Data []byte
}

// Manifest lists what was written, for the next time.
type Manifest struct {
	Files map[string]string `json:"files"` // SHA-256 in lower-case hex, by name
}

// Result says what became of the folder.
type Result struct {
	Removed []string // sorted
}

// Publish makes the folder hold these files and none that an earlier Publish wrote beside
// them. It makes the folder where there is none. Two programs that publish into one folder
// at once take turns. Files that are the same already are left untouched.
func Publish(dir string, files []File) (Result, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return Result{}, err
	}
	unlock, err := lockedfile.MutexAt(filepath.Join(dir, lockName)).Lock()
	if err != nil {
		return Result{}, fmt.Errorf("lock the output folder: %w", err)
	}
	defer unlock()
	return publish(dir, files)
}

func publish(dir string, files []File) (Result, error) {
	before, err := readManifest(dir)
	if err != nil {
		return Result{}, err
	}
	now := Manifest{Files: map[string]string{}}
	for _, f := range files {
		if !isPlainName(f.Name) {
			return Result{}, fmt.Errorf("%q is no name of a file to publish", f.Name)
		}
		sum := sha256.Sum256(f.Data)
		now.Files[f.Name] = hex.EncodeToString(sum[:])
	}
	// The manifest first says what may be there, then what is there: whenever this ends,
	// every file that was written is one that the next time may remove.
	if err := writeManifest(dir, union(now, before)); err != nil {
		return Result{}, err
	}
	removed, err := removeStale(dir, before, now)
	if err != nil {
		return Result{}, err
	}
	for _, f := range files {
		if err := write(filepath.Join(dir, f.Name), f.Data); err != nil {
			return Result{}, err
		}
	}
	return Result{Removed: removed}, writeManifest(dir, now)
}

// isPlainName tells whether a name, from a manifest that anybody may have written, is that
// of a file in the folder itself.
func isPlainName(name string) bool {
	return filepath.IsLocal(name) && filepath.Base(name) == name && !strings.ContainsAny(name, `/\`) &&
		name != "." && name != ManifestName && name != lockName
}

func readManifest(dir string) (Manifest, error) {
	path := filepath.Join(dir, ManifestName)
	m := Manifest{}
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return m, nil
	case err != nil:
		return m, err
	case !info.Mode().IsRegular() || info.Size() > maxManifest:
		return m, fmt.Errorf("%s is no manifest of graphgen; remove it to start anew", path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return m, err
	}
	if err := json.Unmarshal(data, &m); err != nil {
		return m, fmt.Errorf("%s cannot be read (%v); remove it to start anew", path, err)
	}
	return m, nil
}

func writeManifest(dir string, m Manifest) error {
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	return write(filepath.Join(dir, ManifestName), append(data, '\n'))
}

func union(a, b Manifest) Manifest {
	all := Manifest{Files: map[string]string{}}
	for _, m := range []Manifest{b, a} {
		for name, sum := range m.Files {
			all.Files[name] = sum
		}
	}
	return all
}

// removeStale takes away what an earlier time wrote and this one does not, and what a
// killed one left half written.
func removeStale(dir string, before, now Manifest) ([]string, error) {
	var removed []string
	for name := range before.Files {
		if _, kept := now.Files[name]; kept || !isPlainName(name) {
			continue
		}
		err := os.Remove(filepath.Join(dir, name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		if err == nil {
			removed = append(removed, name)
		}
	}
	slices.Sort(removed)
	return removed, removeLeftovers(dir, union(now, before))
}

func removeLeftovers(dir string, m Manifest) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !m.isLeftover(e.Name()) {
			continue
		}
		if err := os.Remove(filepath.Join(dir, e.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// isLeftover tells whether a name is one that atomicwriter gives while it writes a file of
// the manifest: ".tmp-", the name, digits.
func (m Manifest) isLeftover(name string) bool {
	rest, temporary := strings.CutPrefix(name, ".tmp-")
	stem := strings.TrimRight(rest, "0123456789")
	_, ours := m.Files[stem]
	return temporary && stem != rest && (ours || stem == ManifestName)
}

func write(path string, data []byte) error {
	if info, err := os.Lstat(path); err == nil && info.Mode().IsRegular() && info.Size() == int64(len(data)) {
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
			return nil
		}
	}
	return atomicwriter.WriteFile(path, data, 0o644)
}
