package render

import (
	"os"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
)

// composedMill is a view of the hand-written case before it has a layout, and a layout that
// has a place for all of it.
func composedMill(t *testing.T) (*diagram, *graphviz.Layout) {
	t.Helper()
	data, err := os.ReadFile("testdata/mill.json")
	if err != nil {
		t.Fatal(err)
	}
	file, _ := entities.Load("mill.json", data)
	x := entities.NewIndex(file.Case)
	d := New(x, nil, "").compose(network.New(x).View(&file.Case.Views[0]))
	placed := &graphviz.Layout{Nodes: map[string]graphviz.Node{}}
	for i := range d.boxes {
		placed.Nodes[nodeName(i)] = graphviz.Node{}
	}
	for i := range d.lines {
		placed.Edges = append(placed.Edges, graphviz.Edge{ID: edgeName(i), Label: &graphviz.Point{}})
	}
	return d, placed
}

// A layout that loses a line, its words or a box is no picture of the view.
func TestNothingIsLeftWithoutAPlace(t *testing.T) {
	d, placed := composedMill(t)
	if err := d.missing(placed); err != nil {
		t.Fatalf("all have a place: %v", err)
	}
	for what, lose := range map[string]func(*graphviz.Layout){
		"line":  func(l *graphviz.Layout) { l.Edges = l.Edges[1:] },
		"words": func(l *graphviz.Layout) { l.Edges[2].Label = nil },
		"box":   func(l *graphviz.Layout) { delete(l.Nodes, nodeName(3)) },
	} {
		d, placed := composedMill(t)
		lose(placed)
		if err := d.missing(placed); err == nil || !strings.Contains(err.Error(), "no place") {
			t.Errorf("a lost %s is no error: %v", what, err)
		}
	}
}

// What Graphviz is given holds numbers and names of the program's own, no text of a case.
func TestNoTextReachesTheLayout(t *testing.T) {
	d, _ := composedMill(t)
	given := string(layoutGraph(d, "dot", "LR", 1).Bytes())
	for _, e := range []string{"Berg", "Mill", "ada", "r-paid", "bribed", "alleged", "sacks", "ministry"} {
		if strings.Contains(given, e) {
			t.Errorf("the layout is given %q", e)
		}
	}
}
