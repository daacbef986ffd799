package dotfile_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/judges"
)

// byGraphviz are graphs as Debian's dot reads them: nodes and edges with their attribute x, and
// what subgraphs hold.
func byGraphviz(t *testing.T, graphs string) [][]string {
	t.Helper()
	cmd := exec.Command(judges.Program(t, "dot"), "-Tdot_json")
	cmd.Stdin = strings.NewReader(graphs)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("dot: %v", err)
	}
	var all [][]string
	for decoder := json.NewDecoder(bytes.NewReader(out)); decoder.More(); {
		var g struct {
			Objects []struct {
				Name  string
				X     string
				ID    int   `json:"_gvid"`
				Nodes []int `json:"nodes"`
				Label *string
			}
			Edges []struct {
				Tail, Head int
				X          string
			}
		}
		if err := decoder.Decode(&g); err != nil {
			t.Fatal(err)
		}
		names := map[int]string{}
		for _, o := range g.Objects {
			names[o.ID] = o.Name
		}
		var said []string
		for _, o := range g.Objects {
			if o.Label != nil { // subgraphs have none
				said = append(said, o.Name+"="+o.X)
			} else if strings.HasPrefix(o.Name, "s") {
				var inside []string
				for _, id := range o.Nodes {
					inside = append(inside, names[id])
				}
				slices.Sort(inside)
				said = append(said, fmt.Sprintf("%s%v", o.Name, inside))
			}
		}
		for _, e := range g.Edges {
			said = append(said, names[e.Tail]+">"+names[e.Head]+"="+e.X)
		}
		slices.Sort(said)
		all = append(all, said)
	}
	return all
}

func asRead(t *testing.T, text string) []string {
	t.Helper()
	var all []string
	g := read(t, text)
	for _, n := range g.Nodes {
		all = append(all, n.ID+"="+n.Attrs.Text("x"))
	}
	for _, e := range g.Edges {
		all = append(all, e.From+">"+e.To+"="+e.Attrs.Text("x"))
	}
	for _, group := range g.Groups {
		if group.ID != "" {
			inside := slices.Sorted(slices.Values(group.Nodes))
			all = append(all, fmt.Sprintf("%s%v", group.ID, inside))
		}
	}
	slices.Sort(all)
	return all
}

// A default holds for just what Graphviz lets it hold for.
func TestDefaultsAreGraphvizs(t *testing.T) {
	var graphs []string
	for seed := range uint64(400) {
		graphs = append(graphs, "digraph {"+statements(rand.New(rand.NewPCG(seed, 7)), 0)+"}")
	}
	want := byGraphviz(t, strings.Join(graphs, "\n"))
	if len(want) != len(graphs) {
		t.Fatalf("Graphviz reads %d of %d graphs", len(want), len(graphs))
	}
	for i, text := range graphs {
		if got := asRead(t, text); !slices.Equal(got, want[i]) {
			t.Fatalf("%s\nread as     %v\nby Graphviz %v", text, got, want[i])
		}
	}
}

func statements(r *rand.Rand, depth int) string {
	var b strings.Builder
	node := func() string { return string(rune('a' + r.IntN(6))) }
	for range 1 + r.IntN(5) {
		x := r.IntN(9)
		switch kind := r.IntN(9); {
		case kind == 0:
			fmt.Fprintf(&b, "node [x=%d]; ", x)
		case kind == 1:
			fmt.Fprintf(&b, "edge [x=%d]; ", x)
		case kind == 2:
			fmt.Fprintf(&b, "%s [x=%d]; ", node(), x)
		case kind == 3:
			fmt.Fprintf(&b, "%s -> %s -> %s [x=%d]; ", node(), node(), node(), x)
		case kind == 4 && depth < 3:
			fmt.Fprintf(&b, "{%s} -> {%s}; ", statements(r, depth+1), node())
		case kind == 5 && depth < 3:
			fmt.Fprintf(&b, "subgraph s%d { %s} ", 10*depth+r.IntN(2), statements(r, depth+1))
		case kind == 6:
			fmt.Fprintf(&b, "%s, %s [x=%d]; ", node(), node(), x)
		case kind == 7:
			fmt.Fprintf(&b, "%s, %s -> %s \"x\" + \"\" = %d; ", node(), node(), node(), x)
		default:
			fmt.Fprintf(&b, "%s -> %s; ", node(), node())
		}
	}
	return b.String()
}

// What Graphviz reads of texts is what is read here.
func TestLabelsAreGraphvizs(t *testing.T) {
	labels := []string{`a\nb`, `\N`, `A &amp; B`, `&#233;`, `back\\slash`, `say \"hi\"`, `<b>x</b>`, `&amp;amp;`}
	text := "digraph {"
	for i, label := range labels {
		text += fmt.Sprintf("n%d [label=\"%s\"]; ", i, label)
	}
	cmd := exec.Command(judges.Program(t, "dot"), "-Tjson")
	cmd.Stdin = strings.NewReader(text + "}")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var g struct {
		Objects []struct {
			Draw []struct{ Op, Text string } `json:"_ldraw_"`
		}
	}
	if err := json.Unmarshal(out, &g); err != nil {
		t.Fatal(err)
	}
	for i, n := range read(t, text+"}").Nodes {
		var lines []string
		for _, o := range g.Objects[i].Draw {
			if o.Op == "T" {
				lines = append(lines, o.Text)
			}
		}
		if drawn := strings.Join(lines, "\n"); n.Label() != drawn {
			t.Errorf("%s reads %q, and is drawn as %q", labels[i], n.Label(), drawn)
		}
	}
}
