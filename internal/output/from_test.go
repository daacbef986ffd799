package output

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestWriteFrom(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "below", "case.json")
	says := func(text string) func(io.Writer) error {
		return func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		}
	}
	breaks := func(w io.Writer) error {
		io.WriteString(w, "half of it")
		return errors.New("no more")
	}
	holds := func(want string) {
		t.Helper()
		got, err := os.ReadFile(path)
		if err != nil && want != "" || string(got) != want {
			t.Fatalf("%q, %v; want %q", got, err, want)
		}
		left, err := os.ReadDir(filepath.Dir(path))
		if err != nil || len(left) > 1 {
			t.Fatalf("%v is left beside it, %v", left, err)
		}
	}
	if _, err := WriteFrom(path, false, breaks); err == nil || err.Error() != "no more" {
		t.Fatal(err)
	}
	holds("")
	if _, err := WriteFrom(path, false, says("one")); err != nil {
		t.Fatal(err)
	}
	holds("one")
	if _, err := WriteFrom(path, false, says("two")); err == nil {
		t.Fatal("a file was replaced that should not be")
	}
	holds("one")
	if _, err := WriteFrom(path, true, breaks); err == nil {
		t.Fatal("nothing is said of a write that failed")
	}
	holds("one")
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	kept, err := WriteFrom(path, true, says("two"))
	if err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(kept); err != nil || string(data) != "one" || os.Remove(kept) != nil {
		t.Errorf("kept %q as %s, %v", data, kept, err)
	}
	holds("two")
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 && os.PathSeparator == '/' {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if _, err := WriteFrom(dir, true, says("x")); err == nil {
		t.Error("a folder was replaced")
	}
}
