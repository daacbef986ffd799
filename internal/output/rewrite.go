package output

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/robustio"
)

// Rewrite gives a file other content, at once and whole, and keeps its permissions; where
// the path is a link, it is the file that the link leads to. The file must still hold the old
// content: what someone else wrote meanwhile stays. Where old is nil there must be no file,
// and Rewrite makes it.
func Rewrite(path string, old, content []byte) error {
	target, mode, err := rewritten(path, old)
	if err != nil {
		return err
	}
	return swap(target, old != nil, mode, func() error { return holdsStill(target, old) }, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}

// swap writes a file elsewhere and puts it in the place of the target, if that is still as it
// should be; it gets the mode of one that was there.
func swap(target string, wasThere bool, mode fs.FileMode, still func() error, write func(io.Writer) error) error {
	staging, err := os.MkdirTemp(filepath.Dir(target), stagingName+"-*")
	if err != nil {
		return advise(err)
	}
	staged := filepath.Join(staging, "0")
	err = writeSyncedFrom(staged, write)
	if err == nil && wasThere {
		err = os.Chmod(staged, mode.Perm())
	}
	if err == nil {
		err = still()
	}
	if err == nil {
		err = robustio.Rename(staged, target)
	}
	return errors.Join(advise(err), robustio.RemoveAll(staging))
}

// rewritten returns the path of the file itself and its permissions.
func rewritten(path string, old []byte) (string, fs.FileMode, error) {
	if old == nil {
		return path, 0, holdsStill(path, nil)
	}
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", 0, advise(err)
	}
	info, err := os.Stat(target)
	if err != nil {
		return "", 0, advise(err)
	}
	return target, info.Mode(), nil
}

// holdsStill returns an error where a file does not hold what was read from it.
func holdsStill(path string, old []byte) error {
	if old == nil {
		if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s is there already", path)
		}
		return nil
	}
	now, err := os.ReadFile(path)
	if err == nil && !bytes.Equal(now, old) {
		return fmt.Errorf("%s was changed meanwhile by another program; nothing was written, try again", path)
	}
	return err
}
