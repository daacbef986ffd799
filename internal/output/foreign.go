package output

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Foreign is a file that stands where graphgen would write or remove one, and that is not as it
// wrote it.
type Foreign struct {
	Name    string
	Edited  bool  // it was published once, and changed since; else it never was
	Removed bool  // it would be removed, not replaced
	Err     error // why nobody knows what it holds
}

// ForeignError says that nothing was written because of somebody's work.
type ForeignError struct {
	Dir   string
	Files []Foreign
}

func (e *ForeignError) Error() string {
	const named = 3
	var told []string
	for _, f := range e.Files[:min(named, len(e.Files))] {
		told = append(told, pathIn(e.Dir, f.Name)+" "+f.Why())
	}
	if more := len(e.Files) - len(told); more > 0 {
		told = append(told, fmt.Sprintf("and %d more", more))
	}
	return "nothing was written: " + strings.Join(told, "; ")
}

// Why says in a few words why a file is not graphgen's to replace.
func (f Foreign) Why() string {
	switch {
	case f.Err != nil:
		return "cannot be compared with what graphgen wrote: " + f.Err.Error()
	case f.Edited:
		return "was changed since graphgen wrote it"
	}
	return "is there, and graphgen did not write it"
}

// Aside is a file that was given another name, since it is somebody's work.
type Aside struct{ Name, To string }

// sums are those of the files that are there, by name.
type sums map[string]string

// look sums up the files of these names, and tells which of them are somebody's work: they
// neither hold what is to be there now nor what the manifest says was written.
func look(dir string, names []string, published, now manifest, ours func(string, []byte) bool) (sums, []Foreign, error) {
	there := sums{}
	var foreign []Foreign
	for _, name := range names {
		if _, seen := there[name]; seen {
			continue
		}
		sum, err := sumOf(pathIn(dir, name))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		_, kept := now.Files[name]
		_, edited := published.Files[name]
		f := Foreign{Name: name, Edited: edited, Removed: !kept}
		if err != nil {
			f.Err = advise(err)
			foreign = append(foreign, f)
			continue
		}
		there[name] = sum
		if sum == now.Files[name] || published.wrote(name, sum) {
			continue
		}
		if ours != nil {
			data, err := os.ReadFile(pathIn(dir, name))
			if err != nil {
				return nil, nil, advise(err)
			}
			if there[name] = hexSum(sha256.Sum256(data)); ours(name, data) {
				continue
			}
		}
		foreign = append(foreign, f)
	}
	return there, foreign, nil
}

// still returns an error where a file is not as it was when it was looked at.
func (s sums) still(dir, name string) error {
	sum, err := sumOf(pathIn(dir, name))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return advise(err)
	}
	if sum != s[name] && sum != "" {
		return fmt.Errorf("%s was changed meanwhile by another program; it was left as it is, try again", pathIn(dir, name))
	}
	return nil
}

// sumOf returns the SHA-256 of a file in hex.
func sumOf(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hexSum([sha256.Size]byte(h.Sum(nil))), nil
}

func hexSum(sum [sha256.Size]byte) string { return hex.EncodeToString(sum[:]) }

// putAside renames a file to NAME.kept, or NAME.kept-2 and so on where that is taken, and
// returns the new name.
func putAside(dir, name string) (string, error) {
	to, err := freeName(pathIn(dir, name))
	if err == nil {
		err = os.Rename(pathIn(dir, name), to)
	}
	if err != nil {
		return "", err
	}
	relative, err := filepath.Rel(dir, to)
	return filepath.ToSlash(relative), err
}

// freeName is a name beside a file's that nothing has.
func freeName(path string) (string, error) {
	for n := 1; ; n++ {
		to := path + ".kept"
		if n > 1 {
			to += "-" + strconv.Itoa(n)
		}
		if _, err := os.Lstat(to); errors.Is(err, fs.ErrNotExist) {
			return to, nil
		} else if err != nil {
			return "", err
		}
	}
}

// InTheWay tells which files would keep a publication from replacing or removing files of these
// names, so that nothing need be drawn in vain. Publish looks again.
func InTheWay(dir string, names []string, ours func(string, []byte) bool) ([]Foreign, error) {
	published, err := readManifest(dir)
	if err != nil {
		return nil, err
	}
	if err := expectRoom(dir, names); err != nil {
		return nil, err
	}
	_, foreign, err := look(dir, names, published, manifest{}, ours)
	return foreign, err
}
