package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/judges"
)

// TestDOTIsComposedLikeThePicture has Debian's dot lay the published files out by itself: with
// the picture's areas, its direction of ranks, and what is joined in the same order along them.
func TestDOTIsComposedLikeThePicture(t *testing.T) {
	alike, all := 0, 0
	for _, v := range viewsOf(entities.NewIndex(loadSeed(t).Case)) {
		path := filepath.Join(committed, v.Spec.ID+".dot")
		graph := readPublished(t, path)
		theirs, areas := laidOut(t, path)
		if areas != len(v.Clusters) {
			t.Errorf("%s: dot draws %d areas, the view has %d", path, areas, len(v.Clusters))
		}
		a, n := inOrder(t, graph, theirs)
		if float64(a) < 0.8*float64(n) {
			t.Errorf("%s: %d of %d lines run along the ranks as in the picture", path, a, n)
		}
		alike, all = alike+a, all+n
	}
	if float64(alike) < 0.95*float64(all) {
		t.Errorf("%d of %d lines run along the ranks as in the pictures", alike, all)
	}
	t.Logf("%d of %d lines run along the ranks as in the pictures", alike, all)
}

func readPublished(t *testing.T, path string) *dotfile.Graph {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	graph, err := dotfile.Read(path, data)
	if err != nil {
		t.Fatal(err)
	}
	return graph
}

// laidOut is where Debian's dot puts nodes, and how many areas it draws.
func laidOut(t *testing.T, path string) (places map[string][2]float64, areas int) {
	t.Helper()
	out, err := exec.Command(judges.Program(t, "dot"), "-Tjson0", path).Output()
	if err != nil {
		t.Fatalf("dot: %v", err)
	}
	var g struct {
		Objects []struct{ Name, Pos, BB string }
	}
	if err := json.Unmarshal(out, &g); err != nil {
		t.Fatal(err)
	}
	places = map[string][2]float64{}
	for _, o := range g.Objects {
		if o.Pos != "" {
			places[o.Name] = place(t, o.Pos)
		} else if strings.HasPrefix(o.Name, "cluster") && o.BB != "" {
			areas++
		}
	}
	return places, areas
}

func place(t *testing.T, pos string) (xy [2]float64) {
	t.Helper()
	if _, err := fmt.Sscanf(pos, "%g,%g", &xy[0], &xy[1]); err != nil {
		t.Fatalf("a node is at %q", pos)
	}
	return xy
}

// inOrder counts the lines that run along the ranks the same way in dot's layout as in the
// picture, where ours says nodes stand.
func inOrder(t *testing.T, graph *dotfile.Graph, theirs map[string][2]float64) (alike, all int) {
	t.Helper()
	axis := 0
	if rankdir := graph.Attrs["rankdir"].Text; rankdir == "TB" || rankdir == "BT" {
		axis = 1
	}
	step := func(from, to [2]float64) int {
		if d := to[axis] - from[axis]; math.Abs(d) > 1 {
			return int(math.Copysign(1, d))
		}
		return 0
	}
	for _, e := range graph.Edges {
		from, to := place(t, graph.Node(e.From).Attrs.Text("pos")), place(t, graph.Node(e.To).Attrs.Text("pos"))
		if step(from, to) == step(theirs[e.From], theirs[e.To]) {
			alike++
		}
		all++
	}
	return alike, all
}
