// Package inputs reads files that a user or a case names: regular ones, up to a size. What a
// case names lies in the folder of the case, or it is not read: a case may be a stranger's, and
// a path or a symlink in it must not tell what else a machine holds. It must never know what
// the files are.
package inputs

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

var (
	// ErrMissing tells that there is no file at a path.
	ErrMissing = errors.New("there is no such file")
	// ErrOutside tells that a path leads out of the folder that it must stay in.
	ErrOutside = errors.New("the path, or a symlink in it, leads out of the folder of the case")
)

// Read returns what a regular file holds, at most so many bytes. Its errors are a few words
// without the path.
func Read(path string, most int64) ([]byte, error) {
	info, err := os.Stat(path)
	if err := Expect(info, err); err != nil {
		return nil, err
	}
	return readRegular(info, most, func() (*os.File, error) { return os.Open(path) })
}

// Expect says in a few words why something is no file to read. A pipe is one.
func Expect(info fs.FileInfo, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ErrMissing
	case errors.Is(err, fs.ErrPermission):
		return errors.New("the file may not be read")
	case err != nil:
		return reason(err)
	case info.IsDir():
		return errors.New("this is a folder, not a file")
	}
	return nil
}

// readRegular reads a file that has been looked at. A pipe may never end. A file that says it is
// empty is not opened: those of the system that wait for something to come, such as /proc/kmsg,
// say so.
func readRegular(info fs.FileInfo, most int64, open func() (*os.File, error)) ([]byte, error) {
	switch {
	case !info.Mode().IsRegular():
		return nil, errors.New("this is no regular file")
	case info.Size() == 0:
		return []byte{}, nil
	case info.Size() > most:
		return nil, tooLarge(most)
	}
	f, err := open()
	if err != nil {
		return nil, reason(err)
	}
	defer f.Close()
	return ReadAll(f, most)
}

// ReadAll reads at most so many bytes.
func ReadAll(r io.Reader, most int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return nil, reason(err)
	}
	if int64(len(data)) > most {
		return nil, tooLarge(most)
	}
	return data, nil
}

func tooLarge(most int64) error { return fmt.Errorf("larger than %d MB", most>>20) }

// reason is an error without the operation and path that stand around it.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// Folder reads files in one folder and those below it, wherever symlinks in it lead.
type Folder struct {
	path string
	root *os.Root // nil where there is no such folder
	read map[string]result
	left int64 // of the bytes that all files together may have
}

type result struct {
	data []byte
	err  error
}

// Open opens a folder, whose files may together have so many bytes. One that is not there has
// no files.
func Open(path string, most int64) (*Folder, error) {
	root, err := os.OpenRoot(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, reason(err)
	}
	return &Folder{path: path, root: root, read: map[string]result{}, left: most}, nil
}

// Close ends the use of the folder.
func (f *Folder) Close() {
	if f.root != nil {
		f.root.Close()
	}
}

// Path returns where a file of the folder is, for messages.
func (f *Folder) Path(name string) string { return filepath.Join(f.path, filepath.FromSlash(name)) }

// Read returns what a regular file in the folder holds, at most so many bytes; the name is a
// path with slashes. Who reads a file again gets the same bytes, which must not be changed.
func (f *Folder) Read(name string, most int64) ([]byte, error) {
	local := filepath.Clean(filepath.FromSlash(name))
	known, again := f.read[local]
	if !again {
		known.data, known.err = f.readFirst(local, most)
		f.left -= int64(len(known.data))
		f.read[local] = known
	}
	return known.data, known.err
}

func (f *Folder) readFirst(local string, most int64) ([]byte, error) {
	if !filepath.IsLocal(local) {
		return nil, ErrOutside
	}
	if f.root == nil {
		return nil, ErrMissing
	}
	info, err := f.root.Stat(local)
	if err := Expect(info, outside(err)); err != nil {
		return nil, err
	}
	if info.Size() > f.left {
		return nil, fmt.Errorf("the files that the case names are together larger than may be read")
	}
	return readRegular(info, min(most, f.left), func() (*os.File, error) { return f.root.Open(local) })
}

// CheckFolder returns an error where a folder in this one is none, or leads out of it. One that
// is not there is as it should be.
func (f *Folder) CheckFolder(name string) error {
	if f.root == nil {
		return nil
	}
	info, err := f.root.Stat(filepath.FromSlash(name))
	switch err := outside(err); {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := f.root.Lstat(filepath.FromSlash(name)); err == nil {
			return ErrOutside // a symlink to where nothing is
		}
		return nil
	case err != nil:
		return reason(err)
	case !info.IsDir():
		return errors.New("this is no folder")
	}
	return nil
}

// outside gives the error of os.Root for a path that leads out of it a name; it has none.
func outside(err error) error {
	if err != nil && strings.HasSuffix(err.Error(), "path escapes from parent") {
		return ErrOutside
	}
	return err
}

// maxNames bounds how many files of a folder are looked at.
const maxNames = 10_000

// Names returns the names of the regular files in a folder of this one, sorted; none where it
// is not there, or leads out.
func (f *Folder) Names(name string) []string {
	if f.root == nil {
		return nil
	}
	if info, err := f.root.Stat(name); err != nil || !info.IsDir() {
		return nil
	}
	dir, err := f.root.Open(name)
	if err != nil {
		return nil
	}
	defer dir.Close()
	entries, _ := dir.ReadDir(maxNames)
	var names []string
	for _, e := range entries {
		if e.Type().IsRegular() {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names
}
