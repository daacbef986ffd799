package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// TestCacheIsPrivate builds where everything that a program may leave behind is seen:
// machine code must not lie where others can put theirs.
func TestCacheIsPrivate(t *testing.T) {
	if testing.Short() {
		t.Skip("under the race detector, compiling the engine anew takes minutes")
	}
	if runtime.GOOS != "linux" {
		t.Skip("the places are Linux's")
	}
	small := filepath.Join(t.TempDir(), "case.json")
	if err := os.WriteFile(small, []byte(makeBigCase(3, 2)), 0o644); err != nil {
		t.Fatal(err)
	}
	home, temporary := t.TempDir(), t.TempDir()
	cache := filepath.Join(home, "cache")
	for name, environment := range map[string][]string{
		"private folder":     {"XDG_CACHE_HOME=" + cache},
		"no folder possible": {"XDG_CACHE_HOME=" + filepath.Join(os.DevNull, "cache"), "HOME=" + os.DevNull},
	} {
		t.Run(name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "out")
			environment = append([]string{"HOME=" + home, "TMPDIR=" + temporary}, environment...)
			if code, _, stderr := graphgen(t, environment, "build", small, "-o", out); code != exitDone {
				t.Fatalf("exit code %d: %s", code, stderr)
			}
			if n := len(pictures(t, out)); n != 6 {
				t.Errorf("%d files, want 6", n)
			}
			if left, err := os.ReadDir(temporary); err != nil || len(left) > 0 {
				t.Errorf("in the temporary folder: %v, %v", left, err)
			}
		})
	}
	found := 0
	err := filepath.WalkDir(cache, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || path == cache {
			return err
		}
		found++
		info, err := entry.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: others have a share in it: %v", path, info.Mode())
		}
		if err == nil && entry.IsDir() && info.Mode().Perm() != 0o700 {
			t.Errorf("%s: mode %v, want 0700", path, info.Mode())
		}
		return err
	})
	if err != nil || found == 0 {
		t.Errorf("the private folder holds %d files: %v", found, err)
	}
}
