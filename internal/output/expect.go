package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// expectRoom returns an error where something else stands where the files of these names, or
// the folders that they are in, are or will be.
func expectRoom(dir string, names []string) error {
	seen := map[string]bool{"": true}
	for _, name := range names {
		if folder := folderOf(name); !seen[folder] {
			seen[folder] = true
			if err := expectFolder(pathIn(dir, folder)); err != nil {
				return err
			}
		}
		if err := expectFile(pathIn(dir, name)); err != nil {
			return err
		}
	}
	return nil
}

// expectFile returns an error where something stands at the path that is not a file. A link
// counts as such: it may lead out of the folder, and graphgen writes none.
func expectFile(path string) error { return expect(path, "a file", fs.FileMode.IsRegular) }

// expectFolder is expectFile for a folder.
func expectFolder(path string) error { return expect(path, "a folder", fs.FileMode.IsDir) }

func expect(path, what string, is func(fs.FileMode) bool) error {
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && is(info.Mode()) {
		return nil
	}
	if err != nil {
		return advise(err)
	}
	return fmt.Errorf("%s is %s, where graphgen keeps %s; move it away and try again", path, kind(info.Mode()), what)
}

func kind(mode fs.FileMode) string {
	switch {
	case mode.IsRegular():
		return "a file"
	case mode.IsDir():
		return "a folder"
	case mode&fs.ModeSymlink != 0:
		return "a symbolic link"
	case mode&fs.ModeNamedPipe != 0:
		return "a named pipe"
	}
	return "a device or the like"
}
