package output

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestRewrite(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "case.json")
	if err := Rewrite(path, nil, []byte("one")); err != nil {
		t.Fatal(err)
	}
	if err := Rewrite(path, nil, []byte("two")); err == nil || !strings.Contains(err.Error(), "is there already") {
		t.Errorf("a file that is there: %v", err)
	}
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "link.json")
	if err := os.Symlink("case.json", link); err != nil {
		if runtime.GOOS != "windows" {
			t.Fatal(err)
		}
		link = path
	}
	if err := Rewrite(link, []byte("one"), []byte("two")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(path); err != nil || !info.Mode().IsRegular() || runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if err := Rewrite(path, []byte("one"), []byte("three")); err == nil || !strings.Contains(err.Error(), "changed meanwhile") {
		t.Errorf("a file that was changed: %v", err)
	}
	if data, err := os.ReadFile(path); string(data) != "two" || err != nil {
		t.Errorf("the file holds %q, %v", data, err)
	}
	if err := Rewrite(filepath.Join(dir, "gone.json"), []byte("one"), []byte("two")); err == nil {
		t.Error("a file that is gone was written")
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			t.Errorf("%s was left", e.Name())
		}
	}
}
