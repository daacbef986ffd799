package main

import (
	"io"
	"path/filepath"
	"testing"
)

// BenchmarkBuild builds the seed case into a new folder, with the start of its workers and
// all but the start of the program itself.
func BenchmarkBuild(b *testing.B) {
	for b.Loop() {
		out := filepath.Join(b.TempDir(), "out")
		if code := run([]string{"build", seedCase, "-o", out}, nil, io.Discard, io.Discard); code != exitDone {
			b.Fatalf("exit code %d", code)
		}
	}
}
