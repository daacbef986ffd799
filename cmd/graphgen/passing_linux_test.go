package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// What fails in passing takes no picture away: of few file handles, the old ones
// stay, since the case says the same.
func TestPassingFailuresKeepPictures(t *testing.T) {
	t.Parallel()
	s := newStory(t, "kept", 2)
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	if code, _, stderr := graphgen(t, nil, "build", s.path, "-o", out); code != exitDone {
		t.Fatal(stderr)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, limit := range []string{"-n 8", "-n 10", "-n 12", "-n 20"} {
		shell := fmt.Sprintf(`ulimit %s; exec -a graphgen "$0" build "$1" -o "$2"`, limit)
		cmd := exec.Command("bash", "-c", shell, self, s.path, out)
		var said bytes.Buffer
		cmd.Stderr = &said
		failed := cmd.Run() != nil
		if said := said.String(); failed && said == "" {
			t.Errorf("ulimit %s: it failed without a word", limit)
		}
		for name, want := range s.want {
			if got, err := os.ReadFile(filepath.Join(out, name)); err != nil || !bytes.Equal(got, want) {
				t.Errorf("ulimit %s: %s is lost or another: %v", limit, name, err)
			}
		}
	}
}
