package output

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"

	"github.com/rogpeppe/go-internal/robustio"
)

// move puts a file or a folder that was staged into its place.
type move struct{ from, name string }

// replace puts the files into the folder, in their order and each at once, between two
// manifests. The first lists what each file held before as well: whenever this ends, every file
// is one that the next time may replace. Of the folders below that they are in it makes those
// that are missing. It writes everything to the staging folder first: what follows needs no
// room on the disk.
func replace(dir string, all manifest, files []File, there sums) (err error) {
	staging := filepath.Join(dir, stagingName)
	if err := robustio.RemoveAll(staging); err != nil { // a killed run left it
		return advise(err)
	}
	defer func() {
		if removeErr := robustio.RemoveAll(staging); err == nil && removeErr != nil {
			err = advise(removeErr)
		}
	}()
	first := all
	first.Swaps = map[string]string{}
	for _, f := range files {
		if there[f.Name] != "" && there[f.Name] != all.Files[f.Name] {
			first.Swaps[f.Name] = there[f.Name]
		}
	}
	order := slices.Concat([]File{first.file()}, files)
	if len(first.Swaps) > 0 {
		order = append(order, all.file())
	}
	moves, err := stage(dir, staging, order)
	if err != nil {
		return fmt.Errorf("no file was replaced: %w", advise(err))
	}
	made, err := stageFolders(dir, staging, folders(files))
	if err != nil {
		return fmt.Errorf("no file was replaced: %w", advise(err))
	}
	manifests := 0
	if len(moves) > 0 && moves[0].name == ManifestName {
		manifests = 1
	}
	moves = slices.Insert(moves, manifests, made...)
	for i, m := range moves {
		err := error(nil)
		if _, listed := all.Files[m.name]; listed {
			err = there.still(dir, m.name)
		}
		if err == nil {
			err = advise(robustio.Rename(m.from, pathIn(dir, m.name)))
		}
		if err != nil {
			return fmt.Errorf("%d of %d changes were made, each of them whole: %w", i, len(moves), err)
		}
	}
	return nil
}

// writers is how many files are written at once. Most of the time goes into waiting for the
// disk, which takes many in hardly more time than one.
const writers = 16

// stage writes the files that are not in the folder already.
func stage(dir, staging string, files []File) ([]move, error) {
	var moves []move
	var changed []File
	manifests := 0
	for _, f := range files {
		data, err := f.content()
		if err != nil {
			return nil, err
		}
		if f.Name == ManifestName {
			manifests++
		}
		if manifests > 1 || !holds(pathIn(dir, f.Name), data) {
			moves = append(moves, move{filepath.Join(staging, strconv.Itoa(len(moves))), f.Name})
			changed = append(changed, f)
		}
	}
	if len(moves) == 0 {
		return nil, nil
	}
	if err := os.Mkdir(staging, 0o777); err != nil {
		return nil, err
	}
	failures := make([]error, len(moves))
	var group sync.WaitGroup
	for first := range writers {
		group.Go(func() {
			for i := first; i < len(moves); i += writers {
				data, err := changed[i].content()
				if err == nil {
					err = writeSynced(moves[i].from, data)
				}
				failures[i] = err
			}
		})
	}
	group.Wait()
	return moves, cmp.Or(failures...)
}

// stageFolders makes those folders that are missing, empty. Each has a file that was staged.
func stageFolders(dir, staging string, folders []string) ([]move, error) {
	var moves []move
	for _, folder := range folders {
		if _, err := os.Lstat(pathIn(dir, folder)); err == nil {
			continue
		}
		from := filepath.Join(staging, folder+".d")
		if err := os.Mkdir(from, 0o777); err != nil {
			return nil, err
		}
		moves = append(moves, move{from, folder})
	}
	return moves, nil
}

// folders returns the folders that files are in, sorted.
func folders(files []File) []string {
	all := map[string]bool{}
	for _, f := range files {
		all[folderOf(f.Name)] = true
	}
	delete(all, "")
	return slices.Sorted(maps.Keys(all))
}

// holds tells whether a file has exactly this content.
func holds(path string, data []byte) bool {
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(data)) {
		return false
	}
	old, err := os.ReadFile(path)
	return err == nil && bytes.Equal(old, data)
}

// writeSynced writes a file and waits until the disk has it. Without, a power cut could leave
// a file that has its new name and nothing in it.
func writeSynced(path string, data []byte) error {
	return writeSyncedFrom(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

func writeSyncedFrom(path string, write func(io.Writer) error) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	err = write(file)
	if err == nil {
		err = file.Sync()
	}
	if closeErr := file.Close(); err == nil {
		err = closeErr
	}
	return err
}
