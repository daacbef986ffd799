package formats

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"example.org/graphgen/internal/inputs"
)

// TakeIn has a format take files in. One that is busy with what it has read does not notice at
// once that it is stopped: what it still makes is left to it, and goes with the process.
func (f Format) TakeIn(ctx context.Context, in []Input, o ImportOptions) (Import, error) {
	type result struct {
		made Import
		err  error
	}
	ended := make(chan result, 1)
	go func() {
		made, err := f.Import(ctx, in, o)
		ended <- result{made, err}
	}()
	var stopped <-chan time.Time
	for interrupted := ctx.Done(); ; {
		select {
		case r := <-ended:
			return r.made, r.err
		case <-interrupted:
			interrupted, stopped = nil, time.After(time.Second) // to put away what it has
		case <-stopped:
			return Import{}, ctx.Err()
		}
	}
}

// sheetsIn are the sheets of a folder, in the order of their names.
func sheetsIn(folder string) ([]string, error) {
	files, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var paths []string
	for _, f := range files {
		if strings.EqualFold(filepath.Ext(f.Name()), ".csv") {
			paths = append(paths, filepath.Join(folder, f.Name()))
		}
	}
	return paths, nil
}

// InputsAt are the files that arguments name: FILE, TABLE=FILE and, of a form whose files are in a
// folder, the folder. It opens nothing yet, and returns how many bytes there are to read, as far as is known.
func (f Format) InputsAt(args []string, stdin io.Reader) ([]Input, int64, error) {
	var opened []Input
	var size int64
	for _, arg := range args {
		table, path, told := strings.Cut(arg, "=")
		if _, err := os.Stat(arg); !told || !f.Folder || err == nil {
			table, path = "", arg
		}
		if path == "-" {
			opened = append(opened, Input{Name: "standard input", Table: table, Open: func() (io.ReadCloser, error) { return io.NopCloser(stdin), nil }})
			continue
		}
		paths := []string{path}
		info, err := os.Stat(path)
		if err == nil && info.IsDir() && f.Folder {
			if paths, err = sheetsIn(path); err == nil && len(paths) == 0 {
				return nil, 0, fmt.Errorf("%s: there is no .csv file in this folder", path)
			}
		}
		for _, path := range paths {
			info, err := os.Stat(path)
			if err := inputs.Expect(info, err); err != nil {
				return nil, 0, fmt.Errorf("%s: %w", path, err)
			}
			size += info.Size()
			opened = append(opened, Input{Name: path, Table: table, Open: func() (io.ReadCloser, error) { return os.Open(path) }})
		}
	}
	return opened, size, nil
}
