package graphviz

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"testing"
	"time"

	"example.org/graphgen/internal/judges"
)

// job30 is the view that times are given for: 30 nodes and 40 labelled edges.
func job30(seed uint64) Job { return Job{DOT: randomDOT(30, 40, seed), Program: "dot"} }

func BenchmarkLayout(b *testing.B) {
	engine := newEngine(b, Options{Command: playing(Verb).Command, Workers: 1})
	layOutWell(b, engine, job30(0))
	seed := uint64(0)
	for b.Loop() {
		seed++
		layOutWell(b, engine, job30(seed%20))
	}
}

// BenchmarkFirstLayout includes the start of the worker.
func BenchmarkFirstLayout(b *testing.B) {
	for b.Loop() {
		engine := New(Options{Command: playing(Verb).Command, Workers: 1})
		layOutWell(b, engine, job30(0))
		engine.Close()
	}
}

func BenchmarkParseLayout(b *testing.B) {
	engine := newEngine(b, Options{Command: playing(Verb).Command, Workers: 1})
	w, err := engine.acquire(false)
	if err != nil {
		b.Fatal(err)
	}
	defer engine.release(w)
	text, failed := w.layout(context.Background(), job30(0), time.Now().Add(time.Minute))
	if failed != nil {
		b.Fatal(failed.err)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := parseLayout(text); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkNative is one process of Debian's dot for each layout.
func BenchmarkNative(b *testing.B) {
	dot := judges.Program(b, "dot")
	seed := uint64(0)
	for b.Loop() {
		seed++
		command := exec.Command(dot, "-Tsvg")
		command.Stdin, command.Stderr = bytes.NewReader(job30(seed%20).DOT), os.Stderr
		if err := command.Run(); err != nil {
			b.Fatal(err)
		}
	}
}
