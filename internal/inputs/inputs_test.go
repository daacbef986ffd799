package inputs

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func put(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func link(t testing.TB, to, path string) {
	t.Helper()
	if err := os.Symlink(to, path); err != nil {
		t.Skip(err)
	}
}

func TestFolderKeepsToItself(t *testing.T) {
	top := t.TempDir()
	folder := filepath.Join(top, "case")
	put(t, filepath.Join(top, "secret.txt"), "secret")
	put(t, filepath.Join(top, "victim", "x.txt"), "secret")
	put(t, filepath.Join(folder, "texts", "story.txt"), "story")
	put(t, filepath.Join(folder, "empty.txt"), "")
	link(t, "../secret.txt", filepath.Join(folder, "link.txt"))
	link(t, filepath.Join(top, "secret.txt"), filepath.Join(folder, "absolute.txt"))
	link(t, "/proc/self/environ", filepath.Join(folder, "environ"))
	link(t, "../victim", filepath.Join(folder, "places"))
	link(t, "texts/story.txt", filepath.Join(folder, "inside.txt"))
	link(t, "nowhere", filepath.Join(folder, "edits"))
	for name, want := range map[string]string{
		"texts/story.txt":          "story",
		"./texts/../inside.txt":    "story",
		"empty.txt":                "",
		"../secret.txt":            "!leads out",
		"texts/../../secret.txt":   "!leads out",
		"link.txt":                 "!leads out",
		"absolute.txt":             "!leads out",
		"environ":                  "!leads out",
		"places/x.txt":             "!leads out",
		filepath.ToSlash(top) + "": "!leads out",
		"texts":                    "!folder",
		"none.txt":                 "!no such file",
		"none/none.txt":            "!no such file",
		"":                         "!folder",
	} {
		f, err := Open(folder, 100)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		got, err := f.Read(name, 10)
		if wrong, fails := strings.CutPrefix(want, "!"); fails {
			if err == nil || !strings.Contains(err.Error(), wrong) || got != nil {
				t.Errorf("%q: %q, %v, want %q", name, got, err, wrong)
			}
		} else if err != nil || string(got) != want {
			t.Errorf("%q: %q, %v", name, got, err)
		}
		for name, inside := range map[string]bool{"texts": true, "none": true, "places": false, "edits": false, "link.txt": false} {
			if err := f.CheckFolder(name); (err == nil) != inside {
				t.Errorf("folder %q: %v", name, err)
			}
		}
	}
}

// Each file is read once, and all together are bounded.
func TestFolderIsBounded(t *testing.T) {
	folder := t.TempDir()
	for i := range 4 {
		put(t, filepath.Join(folder, fmt.Sprint(i)), "12345678")
	}
	f, err := Open(folder, 20)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.Read("3", 7); err == nil || !strings.Contains(err.Error(), "larger") {
		t.Errorf("eight bytes where seven may be: %v", err)
	}
	for range 3 {
		for _, name := range []string{"0", "./1"} {
			if _, err := f.Read(name, 10); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if _, err := f.Read("2", 10); err == nil || !strings.Contains(err.Error(), "together") {
		t.Errorf("24 bytes where 20 may be: %v", err)
	}
	a, _ := f.Read("0", 10)
	b, _ := f.Read("x/../0", 10)
	if &a[0] != &b[0] {
		t.Error("a file is read twice")
	}
	none, err := Open(filepath.Join(folder, "none"), 20)
	if err != nil {
		t.Fatal(err)
	}
	defer none.Close()
	if _, err := none.Read("0", 10); !errors.Is(err, ErrMissing) {
		t.Errorf("a file of no folder: %v", err)
	}
}
