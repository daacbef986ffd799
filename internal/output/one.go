package output

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// WriteFile makes one file hold the data, whole: whoever reads it meanwhile finds what it
// held before. A folder that is missing is made. What stands at the path and is no regular
// file, such as a terminal or a pipe, is written to as it is.
func WriteFile(path string, data []byte) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return advise(err)
		}
		return Rewrite(path, nil, data)
	case err != nil:
		return advise(err)
	case !info.Mode().IsRegular():
		return advise(os.WriteFile(path, data, 0o666))
	}
	held, err := os.ReadFile(path)
	if err != nil || bytes.Equal(held, data) {
		return advise(err)
	}
	return Rewrite(path, held, data)
}
