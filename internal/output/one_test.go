package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "new", "report.html")
	for _, content := range []string{"one", "another, and longer", ""} {
		if err := WriteFile(path, []byte(content)); err != nil {
			t.Fatal(err)
		}
		if got := contentOf(t, path); got != content {
			t.Errorf("the file holds %q, want %q", got, content)
		}
	}
	if files := held(t, filepath.Dir(path)); len(files) != 1 {
		t.Errorf("the folder holds %v", files)
	}
}

func TestWriteFileKeepsWhatTheFileIs(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("files of Windows have no such modes")
	}
	dir := t.TempDir()
	fill(t, dir, map[string]string{"held/report.html": "old"})
	path, link := filepath.Join(dir, "held", "report.html"), filepath.Join(dir, "link.html")
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o640 || contentOf(t, path) != "new" {
		t.Errorf("%v, %v, content %q", info.Mode(), err, contentOf(t, path))
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is %v, %v", info.Mode(), err)
	}
}

func TestWriteFileRefuses(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, map[string]string{"file": "kept"})
	for _, path := range []string{dir, filepath.Join(dir, "file", "report.html")} {
		if err := WriteFile(path, []byte("new")); err == nil {
			t.Errorf("%s was written", path)
		}
	}
	if got := contentOf(t, filepath.Join(dir, "file")); got != "kept" {
		t.Errorf("the file holds %q", got)
	}
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		return
	}
	locked := filepath.Join(dir, "locked")
	if err := os.Mkdir(locked, 0o500); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(filepath.Join(locked, "report.html"), nil); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("a folder that may not be written to: %v", err)
	}
}
