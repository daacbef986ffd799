package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// WriteFrom makes one file of what a function writes, whole, without holding it: where the
// function fails, what stood there before stands there still. A folder that is missing is made.
// A file that is there already is replaced only where replace says so, and is kept beside under
// the name that is returned; the new one has its permissions; where the path is a link, it is the file that the link leads to.
func WriteFrom(path string, replace bool, write func(io.Writer) error) (kept string, err error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return "", advise(err)
		}
	case err != nil:
		return "", advise(err)
	case !replace:
		return "", fmt.Errorf("%s is there already", path)
	case !info.Mode().IsRegular():
		return "", fmt.Errorf("%s is no file that could be replaced", path)
	}
	if info == nil {
		return "", swap(path, false, 0, func() error { return holdsStill(path, nil) }, write)
	}
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", advise(err)
	}
	err = swap(target, true, info.Mode(), func() (err error) {
		kept, err = keepCopy(target)
		return err
	}, write)
	return kept, err
}

// keepCopy gives a file a second name, under which it stays when the first is taken from it.
func keepCopy(path string) (string, error) {
	to, err := freeName(path)
	if err != nil || os.Link(path, to) == nil {
		return to, err
	}
	data, err := os.ReadFile(path) // a disk that knows no second names
	if err != nil {
		return "", err
	}
	return to, writeSynced(to, data)
}
