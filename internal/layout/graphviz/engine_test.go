package graphviz

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"example.org/graphgen/internal/judges"
)

func layOutWell(t testing.TB, engine *Engine, job Job) *Layout {
	t.Helper()
	layout, err := engine.Layout(context.Background(), job)
	if err != nil {
		t.Fatal(err)
	}
	return layout
}

// wantReason lays a job out and checks why it fails.
func wantReason(t testing.TB, engine *Engine, job Job, want Reason) *Error {
	t.Helper()
	_, err := engine.Layout(context.Background(), job)
	var failure *Error
	if !errors.As(err, &failure) || failure.Reason != want {
		t.Fatalf("got %v, want one that %v", err, want)
	}
	return failure
}

// small is a graph that every program lays out at once.
var small = Job{DOT: []byte(`digraph g { a -> b [id="r1" label="says"]; subgraph cluster_x { b; c } }`), Program: "dot"}

func TestLayoutGivesEveryPart(t *testing.T) {
	layout := layOutWell(t, newEngine(t, playing(Verb)), Job{Program: "dot", DOT: []byte(`digraph g {
		node [shape=box fixedsize=true width=1 height=0.5]
		a [pos="0,0"]; b [xlabel="beside"]
		subgraph cluster_x { label="box"; b; c }
		subgraph plain { a; c }
		a -> b [id="r1" label="says" headlabel="h" taillabel="t" dir=both]
		a -> b [id="r2" dir=none]
		c -> c [id="r3"]
	}`)})
	if len(layout.Nodes) != 3 || len(layout.Edges) != 3 || len(layout.Clusters) != 1 {
		t.Fatalf("%d nodes, %d edges and %d clusters", len(layout.Nodes), len(layout.Edges), len(layout.Clusters))
	}
	a, b, box := layout.Nodes["a"], layout.Nodes["b"], layout.Clusters["cluster_x"]
	if a.W != 72 || a.H != 36 || a.Y >= b.Y || b.XLabel == nil {
		t.Errorf("a is %v and b is %v", a, b)
	}
	if box.Label == nil || box.X > b.X-b.W/2 || box.Y > b.Y-b.H/2 || box.Y+box.H > layout.Height {
		t.Errorf("the cluster is %v around %v", box, b)
	}
	for _, edge := range layout.Edges {
		spline := edge.Splines[0]
		arrows := [2]bool{spline.Start != nil, spline.End != nil}
		labels := [3]bool{edge.Label != nil, edge.HeadLabel != nil, edge.TailLabel != nil}
		wantArrows := map[string][2]bool{"r1": {true, true}, "r2": {}, "r3": {false, true}}[edge.ID]
		if arrows != wantArrows || labels != [3]bool{edge.ID == "r1", edge.ID == "r1", edge.ID == "r1"} {
			t.Errorf("edge %s has arrows %v and labels %v", edge.ID, arrows, labels)
		}
	}
	if e := layout.Edges[0]; e.Tail != "a" || e.Head != "b" {
		t.Errorf("the first edge runs from %s to %s", e.Tail, e.Head)
	}
}

// TestAgainstNative compares positions with those of Debian's dot. Sizes are fixed,
// because the two measure text by other fonts; releases of Graphviz may differ by a bit.
func TestAgainstNative(t *testing.T) {
	dot := judges.Program(t, "dot")
	engine := newEngine(t, playing(Verb))
	for seed := range uint64(5) {
		text := strings.NewReplacer("shape=box", "shape=box fixedsize=true width=2 height=0.5",
			`label="relation`, `label=<<TABLE BORDER="0" CELLSPACING="0"><TR><TD FIXEDSIZE="TRUE" WIDTH="60" HEIGHT="14"></TD></TR></TABLE>> was="`,
		).Replace(string(randomDOT(20, 25, seed)))
		command := exec.Command(dot, "-Tjson0")
		command.Stdin = strings.NewReader(text)
		output, err := command.Output()
		if err != nil {
			t.Fatal(err)
		}
		want, err := parseLayout(output)
		if err != nil {
			t.Fatal(err)
		}
		got := layOutWell(t, engine, Job{DOT: []byte(text), Program: "dot"})
		if len(got.Nodes) != len(want.Nodes) || len(got.Edges) != len(want.Edges) {
			t.Fatalf("%d nodes and %d edges, want %d and %d", len(got.Nodes), len(got.Edges), len(want.Nodes), len(want.Edges))
		}
		for name, w := range want.Nodes {
			if g := got.Nodes[name]; math.Hypot(g.X-w.X, g.Y-w.Y) > 2 || g.W != w.W || g.H != w.H {
				t.Errorf("seed %d: node %s is at %v, want %v", seed, name, g, w)
			}
		}
	}
}

func TestErrorsOfTheGraph(t *testing.T) {
	engine := newEngine(t, playing(Verb))
	for _, test := range []struct {
		name string
		job  Job
		want Reason
		says string
	}{
		{"syntax", Job{DOT: []byte("digraph { a -> "), Program: "dot"}, BadDOT, "syntax error"},
		{"empty", Job{Program: "dot"}, BadDOT, ""},
		{"unknown program", Job{DOT: small.DOT, Program: "dotty"}, UnknownProgram, "dotty"},
		{"no program", Job{DOT: small.DOT}, UnknownProgram, ""},
		{"too large", Job{DOT: make([]byte, maxDOT+1), Program: "dot"}, TooLarge, "allowed"},
		{"nested", Job{DOT: nestedDOT(3000), Program: "dot"}, Trapped, ""},
		{"unplaced edges", Job{DOT: []byte("graph { splines=none; a -- b }"), Program: "neato"}, NoPositions, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if testing.Short() && test.want == Trapped {
				t.Skip("under the race detector, memory runs out before the stack does")
			}
			failure := wantReason(t, engine, test.job, test.want)
			if !strings.Contains(failure.Error(), test.says) {
				t.Errorf("%q does not say %q", failure, test.says)
			}
			layOutWell(t, engine, small)
		})
	}
}

func TestEveryProgram(t *testing.T) {
	engine := newEngine(t, playing(Verb))
	for name := range programs {
		job := small
		job.Program = name
		if name == "nop" {
			job.DOT = []byte(`digraph g { graph [bb="0,0,100,100"]; a [pos="10,10" width=1 height=1]; b [pos="90,90" width=1 height=1]; a -> b [id=r1] }`)
		}
		if layout := layOutWell(t, engine, job); len(layout.Edges) != 1 {
			t.Errorf("%s: %d edges", name, len(layout.Edges))
		}
	}
}

// TestGraphvizSeesNoFiles asks for a picture that is there.
func TestGraphvizSeesNoFiles(t *testing.T) {
	picture := t.TempDir() + "/picture.svg"
	if err := os.WriteFile(picture, []byte(`<svg width="500pt" height="500pt"/>`), 0o600); err != nil {
		t.Fatal(err)
	}
	layout := layOutWell(t, newEngine(t, playing(Verb)), Job{Program: "dot",
		DOT: fmt.Appendf(nil, `digraph { a [label="" shape=none image=%q] }`, picture)})
	if layout.Height > 100 {
		t.Errorf("the picture was read: the drawing is %v high", layout.Height)
	}
}

func TestWorkersSeeLittleOfTheEnvironment(t *testing.T) {
	t.Setenv("GVBINDIR", "/secret")
	t.Setenv("TMPDIR", t.TempDir())
	failure := wantReason(t, newEngine(t, playing("curious")), small, BadDOT)
	if strings.Contains(failure.Message, "GVBINDIR") || strings.Contains(failure.Message, "TMPDIR") || !strings.Contains(failure.Message, "HOME=") {
		t.Errorf("a worker sees %s", failure.Message)
	}
}

// TestSameJobSameLayout gives the same jobs in other orders, to other workers.
func TestSameJobSameLayout(t *testing.T) {
	var jobs []Job
	for seed := range uint64(4) {
		for _, name := range []string{"dot", "neato", "twopi", "circo", "fdp", "sfdp"} {
			jobs = append(jobs, Job{DOT: randomDOT(12, 16, seed), Program: name})
		}
	}
	want := make([]*Layout, len(jobs))
	for i, job := range jobs {
		engine := New(playing(Verb))
		want[i] = layOutWell(t, engine, job)
		engine.Close()
	}
	for _, options := range []Options{{Workers: 1}, {Workers: 2}, {Workers: 3, Recycle: 2}} {
		options.Command = playing(Verb).Command
		engine := newEngine(t, options)
		var all sync.WaitGroup
		for i := range jobs {
			i = (i*7 + options.Workers) % len(jobs)
			all.Go(func() {
				got, err := engine.Layout(context.Background(), jobs[i])
				if err != nil || !reflect.DeepEqual(got, want[i]) {
					t.Errorf("job %d with %s comes out differently with %d workers (%v)", i, jobs[i].Program, options.Workers, err)
				}
			})
		}
		all.Wait()
	}
}

func TestParseLayoutRefuses(t *testing.T) {
	const node = `{"name":"a","pos":"1,2","width":"1","height":"1"}`
	for _, test := range []struct{ name, text string }{
		{"no JSON", `{"bb":`},
		{"no box", `{"objects":[` + node + `]}`},
		{"short box", `{"bb":"0,0,1"}`},
		{"infinite box", `{"bb":"0,0,inf,1"}`},
		{"no number", `{"bb":"0,0,nan,1"}`},
		{"subgraphs", `{"bb":"0,0,1,1","_subgraph_cnt":2}`},
		{"unplaced node", `{"bb":"0,0,1,1","objects":[{"name":"a","width":"1","height":"1"}]}`},
		{"node nowhere", `{"bb":"0,0,1,1","objects":[{"name":"a","pos":"nan,0","width":"1","height":"1"}]}`},
		{"sizeless node", `{"bb":"0,0,1,1","objects":[{"name":"a","pos":"1,2"}]}`},
		{"unplaced edge", `{"bb":"0,0,1,1","objects":[` + node + `],"edges":[{"tail":0,"head":0}]}`},
		{"edge from nowhere", `{"bb":"0,0,1,1","objects":[` + node + `],"edges":[{"tail":0,"head":1,"pos":"1,1 1,1 1,1 1,1"}]}`},
		{"three points", `{"bb":"0,0,1,1","objects":[` + node + `],"edges":[{"pos":"1,1 1,1 1,1"}]}`},
		{"bad label", `{"bb":"0,0,1,1","objects":[` + node + `],"edges":[{"pos":"1,1 1,1 1,1 1,1","lp":"1"}]}`},
	} {
		if layout, err := parseLayout([]byte(test.text)); err == nil {
			t.Errorf("%s: read as %v", test.name, layout)
		}
	}
}

func TestParseLayoutTurnsTheAxis(t *testing.T) {
	layout, err := parseLayout([]byte(`{"bb":"10,20,110,220","objects":[{"name":"a","pos":"10,220!","width":"1","height":"2"}],
		"edges":[{"id":"r","tail":0,"head":0,"pos":"s,10,20 e,110,20 1,1 2,2 3,3 4,4;5,5 6,6 7,7 8,8","lp":"60,120"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	want := &Layout{Width: 100, Height: 200,
		Nodes:    map[string]Node{"a": {X: 0, Y: 0, W: 72, H: 144}},
		Clusters: map[string]Cluster{},
		Edges: []Edge{{ID: "r", Tail: "a", Head: "a", Label: &Point{X: 50, Y: 100}, Splines: []Spline{
			{Start: &Point{X: 0, Y: 200}, End: &Point{X: 100, Y: 200}, Points: []Point{{X: -9, Y: 219}, {X: -8, Y: 218}, {X: -7, Y: 217}, {X: -6, Y: 216}}},
			{Points: []Point{{X: -5, Y: 215}, {X: -4, Y: 214}, {X: -3, Y: 213}, {X: -2, Y: 212}}},
		}}},
	}
	if !reflect.DeepEqual(layout, want) {
		t.Errorf("got %+v, want %+v", layout, want)
	}
}

func FuzzParseLayout(f *testing.F) {
	f.Add([]byte(`{"bb":"0,0,9,9","_subgraph_cnt":1,"objects":[{"name":"cluster_a","bb":"0,0,5,5"},{"name":"a","pos":"1,2","width":"1","height":"1"}],"edges":[{"id":"r","tail":1,"head":1,"pos":"e,1,1 1,1 1,1 1,1 1,1"}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		layout, err := parseLayout(text)
		if err != nil {
			return
		}
		// What was accepted has only finite numbers, which JSON can hold.
		if _, err := json.Marshal(layout); err != nil {
			t.Error(err)
		}
	})
}

func Example() {
	engine := New(Options{Command: []string{os.Args[0], Verb}, Timeout: time.Minute})
	defer engine.Close()
	layout, err := engine.Layout(context.Background(), Job{Program: "dot", DOT: []byte(`digraph { a -> b [id="r1"] }`)})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(layout.Nodes), "nodes;", layout.Edges[0].ID, "runs from", layout.Edges[0].Tail, "to", layout.Edges[0].Head)
	// Output: 2 nodes; r1 runs from a to b
}

// Labelled edges between nodes of one rank leave a worker as sound as it was.
func TestLevelLabels(t *testing.T) {
	engine := newEngine(t, playing(Verb))
	var dot strings.Builder
	dot.WriteString("digraph { node [shape=box];\n")
	for rank := range 3 {
		dot.WriteString("{ rank=same;")
		for i := range 12 {
			fmt.Fprintf(&dot, " r%dn%d;", rank, i)
		}
		dot.WriteString(" }\n")
		for i := range 11 {
			fmt.Fprintf(&dot, "r%dn%d -> r%dn%d [style=invis];\n", rank, i, rank, i+1)
		}
	}
	for i := range 30 {
		rank, from := i%3, i%7
		fmt.Fprintf(&dot, "r%dn%d -> r%dn%d [id=e%d, label=\"level %d\"];\n", rank, from, rank, from+2+i%3, i, i)
		fmt.Fprintf(&dot, "r%dn%d -> r%dn%d [id=f%d, label=\"down %d\"];\n", i%2, i%12, i%2+1, (i*5)%12, i, i)
	}
	dot.WriteString("}\n")
	job := Job{DOT: []byte(dot.String()), Program: "dot"}
	var first *Layout
	for i := range 60 {
		layout, err := engine.Layout(t.Context(), job)
		if err != nil {
			t.Fatalf("layout %d: %v", i+1, err)
		}
		if first == nil {
			first = layout
		}
		if !reflect.DeepEqual(layout, first) {
			t.Fatalf("layout %d is another than the first", i+1)
		}
	}
}
