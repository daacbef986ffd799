package dot

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"
	"testing"
	"time"

	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/formatstest"
	"example.org/graphgen/internal/growthtest"
	"example.org/graphgen/internal/soak"
)

// each repeats a text with its number in it.
func each(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// worstDOT are graphs that are made to be slow to read, of a size.
var worstDOT = []struct {
	name string
	text func(n int) string
}{
	{"defaults for many nodes", func(n int) string {
		return "digraph { node [" + each(40*n, "k%d=v ") + "] " + each(400*n, "n%d ") + "}"
	}},
	{"one list for many nodes", func(n int) string {
		return "digraph { " + each(400*n, "n%d,") + "z [" + each(40*n, "k%d=v ") + "]}"
	}},
	{"defaults that change", func(n int) string {
		return "digraph { node [" + each(80*n, "a%d=b ") + "] " + each(250*n, "node [x=%d] n%[1]d ") + "}"
	}},
	{"edges between one pair", func(n int) string { return "digraph { " + strings.Repeat("a->b ", 500*n) + "}" }},
	{"edges given again", func(n int) string { return "strict digraph { " + each(1000*n, "a->b [x%d=y] ") + "}" }},
	{"a node given again", func(n int) string { return "digraph { " + each(2000*n, "a [x%d=y] ") + "}" }},
	{"areas of the same nodes", func(n int) string { return "digraph { " + each(500*n, "subgraph cluster_%d {label=l%[1]d a b} ") + "}" }},
	{"nodes deep in subgraphs", func(n int) string {
		return "digraph { " + strings.Repeat("{", 60) + each(150*n, "n%d ") + strings.Repeat("}", 60) + "}"
	}},
	{"tags left open", func(n int) string { return "digraph { a [label=<" + strings.Repeat("<b>x</b>", 4000*n) + ">] }" }},
	{"brackets within brackets", func(n int) string {
		return "digraph { a [label=<" + strings.Repeat("<", 20000*n) + strings.Repeat(">", 20000*n) + ">] }"
	}},
	{"fields of a record", func(n int) string {
		return `digraph { a [shape=record label="` + strings.Repeat("{<p|", 10000*n) + `"] }`
	}},
	{"references", func(n int) string { return `digraph { a [label="` + strings.Repeat("&amp;&x", 4000*n) + `"] }` }},
	{"joined strings", func(n int) string { return `digraph { a [label="a"` + strings.Repeat(` + "b"`, 4000*n) + `] }` }},
	{"a graph after the other", func(n int) string { return strings.Repeat("graph { a -- b } ", 1000*n) }},
	{"names of one word", func(n int) string { return "digraph { " + each(300*n, `"a %d" [label=a] "a/%[1]d" `) + "}" }},
	{"what is hidden", func(n int) string {
		return "digraph { node [shape=none label=\"\"] " + each(500*n, "n%d -> m%[1]d [style=invis] ") + "}"
	}},
}

// processorTime is how long processors have worked for this process. Where others want them too, a
// clock would tell more of those.
func processorTime(t testing.TB) time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		t.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// importCost reads DOT as an import does, and tells how long that took and how much it allocated.
// It is measured without the collector, whose share depends on what else is in memory.
func importCost(t testing.TB, data string) (time.Duration, uint64) {
	runtime.GC()
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := processorTime(t)
	i, err := Import(context.Background(), formatstest.Inputs(formatstest.Text("g.dot", data)), formats.ImportOptions{})
	var refusal *formats.Refusal
	if err != nil && !errors.As(err, &refusal) {
		t.Fatalf("%v is no refusal", err)
	}
	if err == nil {
		if _, err := i.WriteTo(io.Discard); err != nil {
			t.Fatal(err)
		}
	}
	took := processorTime(t) - start
	runtime.ReadMemStats(&after)
	return took, after.TotalAlloc - before.TotalAlloc
}

// What it costs to read DOT grows with the file and no faster.
func TestDOTGrowth(t *testing.T) {
	if testing.Short() {
		t.Skip("measures large files")
	}
	most, timed := growthtest.Timed(t)
	for _, w := range worstDOT {
		t.Run(w.name, func(t *testing.T) {
			sizes := []int{1, 2, 4, 8}
			texts, least, room := make([]string, len(sizes)), make([]time.Duration, len(sizes)), make([]uint64, len(sizes))
			for i, n := range sizes {
				texts[i], least[i] = w.text(n), 1<<62
			}
			perByte := func(i int, cost float64) float64 { return cost / float64(len(texts[i])) }
			grew := ""
			for start := time.Now(); time.Since(start) < 15*time.Second; { // noise only adds: the least of many is what it takes
				grew = ""
				for i := range sizes {
					var took time.Duration
					took, room[i] = importCost(t, texts[i])
					least[i] = min(least[i], took)
					if growth := perByte(i, float64(least[i])) / perByte(0, float64(least[0])); timed && growth > most {
						grew = fmt.Sprintf("%d bytes take %.1f times as long each as %d: %v", len(texts[i]), growth, len(texts[0]), least)
					}
					if growth := perByte(i, float64(room[i])) / perByte(0, float64(room[0])); growth > growthtest.Most {
						t.Fatalf("%d bytes take %.1f times the room each of %d: %v", len(texts[i]), growth, len(texts[0]), room)
					}
				}
				if grew == "" {
					return
				}
			}
			t.Error(grew)
		})
	}
}

// A thousand damaged files are read or refused, in bounds of time and room.
func TestDamagedDOT(t *testing.T) {
	seeds := [][]byte{[]byte(worstDOT[0].text(1)), []byte(worstDOT[6].text(1))}
	paths, _ := filepath.Glob(filepath.Join(others, "*__*"))
	paths = append(paths, filepath.Join("..", "..", "..", "out", "flows.dot"), filepath.Join("..", "..", "dotfile", "testdata", "awkward.dot"))
	for _, path := range paths {
		if data, err := os.ReadFile(path); err == nil && len(data) < 20_000 {
			seeds = append(seeds, data)
		}
	}
	r := rand.New(rand.NewPCG(1, 13))
	for n := range soak.Cases(1000, 200) {
		data := damaged(r, seeds)
		took, room := importCost(t, string(data))
		if took > 20*time.Second || room > 512<<20 {
			t.Errorf("file %d of %d bytes takes %v and %d MiB: %.200q", n, len(data), took, room>>20, data)
		}
	}
}

// damaged is one of the files with a few pieces of it lost, changed, repeated or of another.
func damaged(r *rand.Rand, seeds [][]byte) []byte {
	data := bytes.Clone(seeds[r.IntN(len(seeds))])
	piece := func(of []byte) []byte {
		from := r.IntN(len(of) + 1)
		return of[from : from+r.IntN(min(200, len(of)-from)+1)]
	}
	for range 1 + r.IntN(8) {
		at := r.IntN(len(data) + 1)
		switch r.IntN(6) {
		case 0:
			data = append(data[:at:at], data[min(len(data), at+r.IntN(40)):]...)
		case 1:
			if at < len(data) {
				data[at] = byte(r.IntN(256))
			}
		case 2:
			data = append(data[:at:at], append(bytes.Repeat(piece(data), 1+r.IntN(50)), data[at:]...)...)
		case 3:
			data = append(data[:at:at], append(piece(seeds[r.IntN(len(seeds))]), data[at:]...)...)
		default:
			word := []string{"{", "}", "[", "]", "->", "--", "\"", "<", ">", "/*", "\\", "subgraph ", "strict ", "node [", "=", ":", "+", ",", ";", "\xff", "\x00", "1.", "edge [style=invis]"}[r.IntN(23)]
			data = append(data[:at:at], append([]byte(word), data[at:]...)...)
		}
	}
	return data
}
