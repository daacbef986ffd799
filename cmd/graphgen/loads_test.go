package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestLoads wants each command to load the case file once, and what writes into it to load it once
// more: as it will be, with everything that is added.
func TestLoads(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(harbour)); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	if code := run([]string{"build"}, nil, io.Discard, io.Discard); code != exitDone {
		t.Fatalf("build: exit code %d", code)
	}
	path := filepath.Join("out", "berths.dot")
	dot, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	added := ""
	for i := range 3 {
		added += fmt.Sprintf("  %q -> %q [id=\"by-hand-%d\", type=\"met-with\", label=\"met with\"]\n", "dara", "malee", i)
	}
	if err := os.WriteFile(path, append(bytes.TrimSuffix(bytes.TrimSpace(dot), []byte("}")), added+"}\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		want int64
		args []string
	}{
		{1, []string{"check"}},
		{1, []string{"report", "-o", "report.html"}},
		{1, []string{"why", "dara"}},
		{1, []string{"export", "csv", "-o", "tables"}},
		{1, []string{"coverage", "ledger"}},
		{2, []string{"diff", harbourCase, harbourCase}},
		{2, []string{"merge", path, "--adopt"}},
		{2, []string{"quote", "ledger", "Berth ledger", "--add", "--speaker", "dara", "--standing", "stated"}},
	} {
		if got := loadsOf(t, test.args...); got != test.want {
			t.Errorf("%v: the case is loaded %d times, want %d", test.args, got, test.want)
		}
	}
}

// loadsOf runs a command and counts how often it loads a case file.
func loadsOf(t *testing.T, args ...string) int64 {
	t.Helper()
	was := runtime.MemProfileRate
	runtime.MemProfileRate = 1 // every allocation is counted
	defer func() { runtime.MemProfileRate = was }()
	before := filesMade(t)
	var stderr bytes.Buffer
	if code := run(args, strings.NewReader(""), &bytes.Buffer{}, &stderr); code != exitDone {
		t.Fatalf("%v: exit code %d: %s", args, code, stderr.String())
	}
	return filesMade(t) - before
}

// filesMade is how many entities.File there have been while every allocation was counted:
// entities.Load makes one each time, in one place. Nothing in the program counts for tests.
func filesMade(t *testing.T) (made int64) {
	for range 3 {
		runtime.GC() // after which the profile has all that was allocated before
	}
	records := make([]runtime.MemProfileRecord, 100_000)
	n, ok := runtime.MemProfile(records, true)
	if !ok {
		t.Fatalf("there are %d places that allocate", n)
	}
	byPlace := map[uintptr]int64{}
	for _, r := range records[:n] {
		frames := runtime.CallersFrames(r.Stack())
		frame, more := frames.Next()
		for more && strings.HasPrefix(frame.Function, "runtime.") {
			frame, more = frames.Next()
		}
		if strings.HasSuffix(frame.Function, "internal/entities.Load") {
			byPlace[frame.PC] += r.AllocObjects
		}
	}
	for _, count := range byPlace {
		made = max(made, count)
	}
	return made
}
