package main

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/soak"
)

// patience is how many times more often a test does that where chance decides against it: where
// nothing was killed in time, nothing is shown.
const patience = 20

// rounds is how often a test does what chance decides.
func rounds() int {
	switch {
	case soak.Long():
		return 200
	case testing.Short():
		return 4
	}
	return soak.Cases(8, 4)
}

// story is a case whose files are known: as somebody's version of it would be drawn.
type story struct {
	path string
	want map[string][]byte // what build writes
}

// newStory writes a case and builds it once. Every view shows entities of its own, which
// bear the version's name; the last view has that for its id.
func newStory(t *testing.T, version string, views int) story {
	t.Helper()
	var entities, relations, specs []string
	for v := range views {
		id := idOf(version, v, views)
		for n := range 4 {
			entities = append(entities, fmt.Sprintf(`{"id": "e%d-%d", "type": "group", "name": "%s %d", "tags": ["%s"]}`, v, n, version, n, id))
			relations = append(relations, fmt.Sprintf(`{"id": "r%d-%d", "type": "met-with", "from": "e%d-%d", "to": "e%d-%d", "claims": ["c"]}`, v, n, v, n, v, (n+1)%4))
		}
		specs = append(specs, fmt.Sprintf(`{"id": "%s", "title": "View %d", "include": {"tags": ["%s"]}}`, id, v, id))
	}
	text := `{"version": 1, "title": "Story", "language": "en",
"sources": [{"id": "s", "type": "article", "title": "A source", "publisher": "e0-0"}],
"claims": [{"id": "c", "source": "s", "speaker": "e0-0", "quote": "they met", "standing": "stated"}],
"entities": [` + strings.Join(entities, ",\n") + `],
"relations": [` + strings.Join(relations, ",\n") + `],
"views": [` + strings.Join(specs, ",\n") + `]}`
	path := filepath.Join(t.TempDir(), version+".json")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	s := story{path: path, want: pictures(t, buildInto(t, path))}
	for v := range views {
		if id := idOf(version, v, views); s.want[id+".svg"] == nil || s.want[id+".dot"] == nil {
			t.Fatalf("of view %q there is no picture or no DOT", id)
		}
	}
	return s
}

func idOf(version string, v, views int) string {
	if v == views-1 {
		return "only-" + version
	}
	return fmt.Sprintf("view%d", v)
}

// publish builds the story into a folder, in this process.
func (s story) publish(t *testing.T, out string) {
	t.Helper()
	var said bytes.Buffer
	if code := run([]string{"build", s.path, "-o", out, "--timeout", "1m"}, nil, io.Discard, &said); code != exitDone {
		t.Fatalf("exit code %d: %s", code, said.String())
	}
	if got := pictures(t, out); !maps.EqualFunc(got, s.want, bytes.Equal) {
		t.Fatalf("%v is not what the case draws", slices.Sorted(maps.Keys(got)))
	}
	noLeftovers(t, out)
}

// noLeftovers checks what build keeps for itself in a folder.
func noLeftovers(t *testing.T, out string) {
	t.Helper()
	entries, err := os.ReadDir(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if name := e.Name(); strings.HasPrefix(name, ".") && name != output.ManifestName && name != ".graphgen-lock" {
			t.Errorf("%s is left in the folder", name)
		}
	}
}

func writeBigCase(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "big.json")
	if err := os.WriteFile(path, []byte(makeBigCase(200, 600)), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestLargeViewRunsOutOfTime gives up on a view that dot would need minutes for.
func TestLargeViewRunsOutOfTime(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	started := time.Now()
	p := start(t, "build", writeBigCase(t), "-o", out, "--timeout", "5s")
	code := p.end()
	took := time.Since(started)
	t.Logf("it took %v", took.Round(10*time.Millisecond))
	if code != exitDrawing || took > 20*time.Second { // the machine may be busy; at rest it is 7 s at most
		t.Errorf("exit code %d after %v", code, took)
	}
	if want := `view "all" was not drawn: 200 nodes and 600 lines`; !strings.Contains(p.said.String(), want) {
		t.Errorf("%q does not say %q", p.said.String(), want)
	}
	got := pictures(t, out)
	for name := range got {
		if !strings.HasPrefix(name, "few.") {
			t.Errorf("%s is of a view that was not drawn", name)
		}
	}
	if got["few.svg"] == nil || got["few.dot"] == nil {
		t.Error("the other view was not drawn")
	}
	noLeftovers(t, out)
	p.wantNoProcess(t)
}

// TestKilledBuildLeavesNoProcess kills the program in the middle of that layout.
func TestKilledBuildLeavesNoProcess(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	p := start(t, "build", writeBigCase(t), "-o", out, "--timeout", "1m")
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		if _, workers := p.alive(); len(workers) > 0 {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("no worker came up")
		}
	}
	time.Sleep(500 * time.Millisecond) // into the layout
	p.Process.Kill()
	if code := p.end(); code != -1 {
		t.Errorf("it ended by itself with %d: %s", code, p.said.String())
	}
	p.wantNoProcess(t)
	if _, err := os.Stat(out); err == nil {
		t.Error("something was written before all was drawn")
	}
}

// TestBuildsWithKilledWorkers kills a worker at a random moment of every build.
func TestBuildsWithKilledWorkers(t *testing.T) {
	stories := [2]story{newStory(t, "one", 4), newStory(t, "two", 4)}
	out := filepath.Join(t.TempDir(), "out")
	kills, failed, longest := 0, 0, 300*time.Millisecond
	round, enough := 0, (rounds()+3)/4
	for ; round < rounds() || kills < enough && round < patience*rounds(); round++ {
		s := stories[round%2]
		started := time.Now()
		p := start(t, "build", s.path, "-o", out, "--timeout", "1m")
		moment := started.Add(rand.N(longest))
		killed := make(chan bool)
		go func() { killed <- p.killWorker(moment) }()
		code := p.end()
		if <-killed {
			kills++
		}
		longest = max(longest, min(time.Since(started), 2*time.Second))
		got := pictures(t, out)
		switch {
		case code == exitDrawing:
			failed++
		case code != exitDone || len(got) != len(s.want):
			t.Fatalf("round %d: exit code %d, %d files: %s", round, code, len(got), p.said.String())
		}
		for name, data := range got {
			if !bytes.Equal(data, s.want[name]) {
				t.Fatalf("round %d: exit code %d: %s is not what the case draws", round, code, name)
			}
		}
		noLeftovers(t, out)
		p.wantNoProcess(t)
	}
	t.Logf("%d builds, %d workers killed, %d builds that say so", round, kills, failed)
	if kills < enough {
		t.Errorf("only %d workers were killed: this shows little", kills)
	}
}

// TestCountsReturn builds in this process, and counts before and after.
func TestCountsReturn(t *testing.T) {
	s := newStory(t, "counted", 4)
	out := filepath.Join(t.TempDir(), "out")
	s.publish(t, out) // what the runtime starts once, such as watching for signals, stays
	before := countsOf(t)
	for range 3 {
		s.publish(t, out)
		run([]string{"build", writeBigCase(t), "-o", filepath.Join(t.TempDir(), "out"), "--timeout", "200ms"}, nil, io.Discard, io.Discard)
	}
	var after counts
	for range 100 {
		if after = countsOf(t); after == before {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Errorf("before: %+v; after: %+v", before, after)
}

// counts is what must be the same before and after.
type counts struct{ children, goroutines, descriptors int }

func countsOf(t *testing.T) counts {
	t.Helper()
	runtime.GC() // files that nobody holds any more
	descriptors, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Fatal(err)
	}
	lists, err := filepath.Glob("/proc/self/task/*/children")
	if err != nil || len(lists) == 0 {
		t.Skipf("children are not listed in /proc here: %v", err)
	}
	c := counts{goroutines: runtime.NumGoroutine(), descriptors: len(descriptors)}
	for _, list := range lists {
		if children, err := os.ReadFile(list); err == nil {
			c.children += len(strings.Fields(string(children)))
		}
	}
	return c
}
