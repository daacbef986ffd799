// Package golden holds what tests make to files that someone has looked at. With -update the
// files are written anew, to be looked at again.
package golden

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files, and tables in READMEs, anew")

// Updating tells whether the files are to be written anew.
func Updating() bool { return *update }

// Write writes a file and the folder that it is in.
func Write(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// Same fails the test where what it made is not what the file holds.
func Same(t testing.TB, path string, got []byte) {
	t.Helper()
	if Updating() {
		Write(t, path, got)
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		line, is, was := FirstDifference(got, want)
		t.Errorf("%s:%d: now\n%s\nwas\n%s\nLook at it whole; if it is right, run the test with -update.", path, line, is, was)
	}
}

// Section fails the test where what stands between two marks of a file is not what it made.
func Section(t testing.TB, path, begin, end, made string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(data), begin)
	_, after, closed := strings.Cut(rest, end)
	if !found || !closed {
		t.Fatalf("%s has no place for it between %q and %q", path, begin, end)
	}
	want := before + begin + made + end + after
	switch {
	case want == string(data):
	case Updating():
		Write(t, path, []byte(want))
	default:
		t.Errorf("%s is stale between %q and %q: run the test with -update", path, begin, end)
	}
}

// FirstDifference returns the number of the first line in which two texts differ, from 1, and
// the two lines.
func FirstDifference(a, b []byte) (line int, inA, inB string) {
	as, bs := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
	for line < len(as) && line < len(bs) && as[line] == bs[line] {
		line++
	}
	if line < len(as) {
		inA = as[line]
	}
	if line < len(bs) {
		inB = bs[line]
	}
	return line + 1, inA, inB
}
