package main

import (
	"os"
	"path/filepath"
	"testing"

	"example.org/graphgen/internal/soak"
)

// mostMemory is what no process may take, in KiB.
const mostMemory = 160 << 10

// TestMemory checks and draws a case of 30,000 entities and 40,000 relations. A fifth of its
// views is enough: what more of them would take is already the most before.
func TestMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("a case of 30,000 entities is no short test")
	}
	soak.Only(t, "checks and draws a case of 30,000 entities")
	r, err := newRig(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(r.folder, "large.json")
	if err := os.WriteFile(file, largeCase(1000, 200), 0o644); err != nil {
		t.Fatal(err)
	}
	checked, err := r.run(r.program, "check", file)
	if err != nil {
		t.Fatal(err)
	}
	built, err := r.build(file, filepath.Join(r.folder, "out"))
	if err != nil {
		t.Fatal(err)
	}
	drawn, err := filepath.Glob(filepath.Join(r.folder, "out", "*.narrow.svg"))
	if err != nil || len(drawn) != 200 {
		t.Errorf("%d views were drawn: %v", len(drawn), err)
	}
	t.Logf("at most %d MiB to check, %d MiB in a process to build", checked.peak>>10, built.peak>>10)
	if checked.peak > mostMemory || built.peak > mostMemory {
		t.Errorf("that is more than %d MiB", mostMemory>>10)
	}
	if checked.peak == 0 || built.peak == 0 {
		t.Error("the kernel told no peak")
	}
}
