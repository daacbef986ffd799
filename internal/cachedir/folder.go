package cachedir

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// compiledFolder is the name that go-graphviz gives its folder.
const compiledFolder = "go-graphviz"

// compilers names the modules whose output the folder holds, so that another version's is
// never read. wazero tells its versions apart too, but only in a build that says which one
// it is. A test keeps this the same as go.mod.
const compilers = "go-graphviz-v0.2.10-wazero-v1.10.1"

// compiledSize is what one compiled module needs at most, with room to spare: 6 MB on
// amd64. Only a folder with so much space is used while nothing is compiled yet, because
// go-graphviz ends the program when it cannot write what it compiled.
const compiledSize = 16 << 20

// prepare makes the private folder and returns it, ready to be the temporary folder of
// go-graphviz. An error says why there is none.
func prepare() (string, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(base, 0o700); err != nil {
		return "", err
	}
	// Whoever can rename a folder further up can put another one in its place.
	if base, err = filepath.EvalSymlinks(base); err != nil {
		return "", err
	}
	if err := checkAncestors(base); err != nil {
		return "", err
	}
	own := filepath.Join(base, "graphgen")
	versioned := filepath.Join(own, compilers)
	compiled := filepath.Join(versioned, compiledFolder)
	for _, folder := range []string{own, versioned, compiled} {
		if err := makePrivate(folder); err != nil {
			return "", err
		}
	}
	whole, err := checkSeals(compiled)
	if err != nil {
		return "", err
	}
	size := int64(0)
	if whole == 0 {
		size = compiledSize
	}
	return versioned, checkSpace(compiled, size)
}

// makePrivate makes a folder that only the user can reach, or brings one that is there
// to that state. It refuses whatever somebody else may have put there.
func makePrivate(folder string) error {
	if err := os.Mkdir(folder, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	found, err := os.Lstat(folder)
	if err != nil {
		return err
	}
	if !found.IsDir() {
		return fmt.Errorf("%s is not a folder", folder)
	}
	if !ownedByUser(found) {
		return fmt.Errorf("%s belongs to somebody else", folder)
	}
	if !openToOthers(found) {
		return nil
	}
	// What others could write is not trusted, even after they are shut out.
	if writableByOthers(found) {
		return fmt.Errorf("%s can be written by others", folder)
	}
	if err := os.Chmod(folder, 0o700); err != nil {
		return err
	}
	if found, err = os.Lstat(folder); err != nil {
		return err
	}
	if openToOthers(found) {
		return fmt.Errorf("%s is open to others", folder)
	}
	return nil
}

// checkAncestors refuses a folder that others could move away: one that, or one above
// which, belongs to somebody other than the user and root, or can be written by others.
// A folder with the sticky bit, as /tmp, lets nobody move what is not theirs.
func checkAncestors(folder string) error {
	for {
		found, err := os.Lstat(folder)
		if err != nil {
			return err
		}
		sticky := found.Mode()&fs.ModeSticky != 0
		if !ownedByUserOrRoot(found) || writableByOthers(found) && !sticky {
			return fmt.Errorf("%s is in the hands of others", folder)
		}
		above := filepath.Dir(folder)
		if above == folder {
			return nil
		}
		folder = above
	}
}

// checkSpace writes a file of the size and removes it again.
func checkSpace(folder string, size int64) error {
	file, err := os.CreateTemp(folder, "space.*"+temporarySuffix)
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	block := []byte(strings.Repeat("graphgen", 1<<13))
	for written := int64(0); written < size && err == nil; written += int64(len(block)) {
		_, err = file.Write(block)
	}
	return errors.Join(err, file.Close())
}
