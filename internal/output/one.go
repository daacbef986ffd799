package output

import (
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/robustio"
)

// WriteFile makes one file hold the data, whole: whoever reads it meanwhile finds what it
// held before. A folder that is missing is made. What stands at the path and is no regular
// file, such as a terminal or a pipe, is written to as it is.
func WriteFile(path string, data []byte) (err error) {
	defer func() { err = advise(err) }()
	before, statErr := os.Stat(path)
	if statErr == nil {
		if !before.Mode().IsRegular() {
			return os.WriteFile(path, data, 0o666)
		}
		if path, err = filepath.EvalSymlinks(path); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	staging, err := os.MkdirTemp(filepath.Dir(path), ".graphgen-one-*")
	if err != nil {
		return err
	}
	defer func() {
		if removeErr := robustio.RemoveAll(staging); err == nil {
			err = removeErr
		}
	}()
	staged := filepath.Join(staging, "file")
	if err := writeSynced(staged, data); err != nil {
		return err
	}
	if statErr == nil {
		if err := os.Chmod(staged, before.Mode().Perm()); err != nil {
			return err
		}
	}
	return robustio.Rename(staged, path)
}
