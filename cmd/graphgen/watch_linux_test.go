package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// said is what a process writes while it is read.
type said struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (s *said) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(p)
}

// since returns what was written after the first n bytes.
func (s *said) since(n int) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()[n:]
}

func (s *said) length() int { return len(s.since(0)) }

// TestWatch saves a case as editors do, breaks it and mends it, under a watch that goes on.
func TestWatch(t *testing.T) {
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(harbour)); err != nil {
		t.Fatal(err)
	}
	at := func(name string) string { return filepath.Join(folder, filepath.FromSlash(name)) }
	read := func(name string) string {
		data, _ := os.ReadFile(at(name)) // what is not there yet says nothing
		return string(data)
	}
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(at(name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	var out, errs said
	watch := &exec.Cmd{Path: self, Args: []string{"graphgen", "build", "--watch"}, Dir: folder, Stdout: &out, Stderr: &errs,
		Env: append(os.Environ(), "XDG_CACHE_HOME="+cache), WaitDelay: 5 * time.Second}
	if err := watch.Start(); err != nil {
		t.Fatal(err)
	}
	defer watch.Process.Kill()
	wait := func(what string, come func() bool) {
		t.Helper()
		for deadline := time.Now().Add(2 * time.Minute); !come(); time.Sleep(20 * time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("waited too long for %s; it said %s\n%s", what, out.since(0), errs.since(0))
			}
		}
	}
	built := func(from int) func() bool {
		return func() bool { return strings.Contains(errs.since(from), "watching data/entities.json") }
	}
	// What is told and what is drawn come through two pipes, in no order.
	drawn := func(from, views int) func() bool {
		return func() bool { return strings.Count(out.since(from), "\n") >= views }
	}
	wait("the first build", built(0))
	wait("the first list of what is drawn", drawn(0, 4))
	if !strings.Contains(read("out/quay.svg"), "Work on the quay") {
		t.Fatal("the first build drew no quay.svg")
	}
	sound := read(harbourCase)

	// A new file takes the old one's place. Only the view that it changes is drawn.
	drew, told := out.length(), errs.length()
	write("data/entities.json.new", strings.Replace(sound, "Work on the quay", "Labour on the quay", 1))
	if err := os.Rename(at("data/entities.json.new"), at(harbourCase)); err != nil {
		t.Fatal(err)
	}
	wait("a save by rename", built(told))
	wait("the list of what that draws", drawn(drew, 1))
	if !strings.Contains(read("out/quay.svg"), "Labour on the quay") {
		t.Error("a save by rename changed no picture")
	}
	if got := out.since(drew); !strings.HasPrefix(got, "out/quay.svg: ") || strings.Count(got, "\n") != 1 {
		t.Errorf("drawn anew: %q, want quay.svg alone", got)
	}

	// A broken file is told, and leaves the pictures.
	told = errs.length()
	write(harbourCase, sound[:len(sound)/2])
	wait("a broken save", built(told))
	if got := errs.since(told); !strings.Contains(got, "[syntax]") || !strings.Contains(read("out/quay.svg"), "Labour on the quay") {
		t.Errorf("of a broken file it said %q", got)
	}

	// Mended in place: the problem goes, and the pictures are the case's again.
	told = errs.length()
	write(harbourCase, sound)
	wait("a mend", built(told))
	if got := errs.since(told); !strings.Contains(got, "mended: ") || !strings.Contains(got, "[syntax]") {
		t.Errorf("of a mended file it said %q", got)
	}
	if !strings.Contains(read("out/quay.svg"), "Work on the quay") {
		t.Error("the mended case is not drawn")
	}

	// The text of a source is part of the case.
	told = errs.length()
	text := read("data/" + storyText)
	write("data/"+storyText, text+"\nOne more word.\n")
	wait("a text that changed", built(told))
	if got := errs.since(told); !strings.Contains(got, "[text-changed]") {
		t.Errorf("of a text that changed it said %q", got)
	}
	told = errs.length()
	write("data/"+storyText, text)
	wait("the old text", built(told))
	if got := errs.since(told); !strings.Contains(got, "mended: ") {
		t.Errorf("of the old text it said %q", got)
	}

	// A folder that is put in the place of another is watched like it.
	if err := os.CopyFS(at("copied"), os.DirFS(at("data"))); err != nil {
		t.Fatal(err)
	}
	write("copied/entities.json", strings.Replace(sound, "Work on the quay", "Toil on the quay", 1))
	for _, move := range [][2]string{{"data", "moved"}, {"copied", "data"}} {
		if err := os.Rename(at(move[0]), at(move[1])); err != nil {
			t.Fatal(err)
		}
	}
	wait("another folder", func() bool { return strings.Contains(read("out/quay.svg"), "Toil on the quay") })
	write(harbourCase, sound)
	wait("a save in the other folder", func() bool { return strings.Contains(read("out/quay.svg"), "Work on the quay") })

	if err := watch.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	if err := watch.Wait(); err != nil {
		t.Errorf("interrupted, it ended with %v: %s", err, errs.since(0))
	}
}
