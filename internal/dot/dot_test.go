package dot_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"example.org/graphgen/internal/dot"
)

func sampleGraph() *dot.Graph {
	return &dot.Graph{
		ID:        "who met whom",
		Comment:   "One line\nand another",
		Attrs:     []dot.Attr{{Key: "rankdir", Value: dot.Word("LR")}, {Key: "label", Value: dot.Text("A & B")}},
		NodeAttrs: []dot.Attr{{Key: "shape", Value: dot.Word("box")}},
		EdgeAttrs: []dot.Attr{{Key: "arrowsize", Value: dot.Number(0.8)}},
		Subgraphs: []dot.Subgraph{{
			ID: "cluster_outer", Attrs: []dot.Attr{{Key: "label", Value: dot.Text("Outer")}},
			Subgraphs: []dot.Subgraph{{ID: "cluster_inner", Nodes: []dot.Node{{ID: "a"}}}},
			Nodes:     []dot.Node{{ID: "b", Attrs: []dot.Attr{{Key: "label", Value: dot.Text(`B "the bear"`)}, {Key: "shape", Value: dot.Word("oval")}}}},
		}, {
			Comment: "Of one look", NodeAttrs: []dot.Attr{{Key: "color", Value: dot.Word("red")}}, EdgeAttrs: []dot.Attr{{Key: "style", Value: dot.Word("dashed")}},
			Nodes: []dot.Node{{ID: "d", Attrs: []dot.Attr{
				{Key: "label", Value: dot.Lines([]dot.Line{{Text: "D"}, {Text: "the <last>", Size: 11}, {Text: "of \"all\"", Size: 11}})},
				{Key: "pos", Value: dot.Place(-0.04, 12.25)},
			}}},
			Edges: []dot.Edge{{From: "d", To: "d", Attrs: []dot.Attr{{Key: "id", Value: dot.ID("itself")}}}},
		}},
		Nodes:   []dot.Node{{ID: "c"}},
		Closing: []dot.Attr{{Key: "bgcolor", Value: dot.Word("white")}},
		Remark:  "At the end\n\nof it",
		Edges: []dot.Edge{
			{From: "a", To: "b", Attrs: []dot.Attr{{Key: "id", Value: dot.ID("met")}}},
			{From: "a", To: "b", Attrs: []dot.Attr{{Key: "id", Value: dot.ID("met-again")}}},
			{From: "c", To: "c"},
		},
	}
}

func TestBytes(t *testing.T) {
	want, err := os.ReadFile("testdata/sample.dot")
	if err != nil {
		t.Fatal(err)
	}
	if got := string(sampleGraph().Bytes()); got != string(want) {
		t.Errorf("written:\n%s\nwant:\n%s", got, want)
	}
	if got := (&dot.Graph{}).Bytes(); string(got) != "digraph \"\" {\n}\n" {
		t.Errorf("an empty graph is written %q", got)
	}
}

// A comment stays a comment, whatever it says.
func TestHostileComment(t *testing.T) {
	for _, comment := range []string{
		"\n# 1 \"file\"\n}", "*/ }", "/* \\\n\\", "a\rb", "a\vb\fc", "\u2028}\u2029}\u0085}", "\xff\n\x00}", strings.Repeat("}\n", 100), "\ufeff}",
	} {
		written := string((&dot.Graph{ID: "g", Comment: comment}).Bytes())
		head, found := strings.CutSuffix(written, "digraph \"g\" {\n}\n")
		if !found {
			t.Fatalf("comment %q spoils the graph: %q", comment, written)
		}
		for line := range strings.Lines(head) {
			if !strings.HasPrefix(line, "//") {
				t.Errorf("comment %q leaves the line %q", comment, line)
			}
		}
		if nodes := read(t, written).Objects; len(nodes) != 0 {
			t.Errorf("comment %q is read as %v", comment, nodes)
		}
	}
}

func TestSampleIsReadBack(t *testing.T) {
	got := read(t, string(sampleGraph().Bytes()))
	if got.Strict || !got.Directed || got.Name != "who met whom" {
		t.Errorf("read as strict %v, directed %v, name %q", got.Strict, got.Directed, got.Name)
	}
	var names []string
	for _, o := range got.Objects {
		names = append(names, o.Name)
	}
	if want := "[%3 cluster_outer cluster_inner a b d c]"; fmt.Sprint(names) != want {
		t.Errorf("read back %v, want %v", names, want)
	}
	if len(got.Edges) != 4 || got.Edges[0].ID != "met" || got.Edges[1].ID != "met-again" || got.Edges[2].ID != "itself" {
		t.Errorf("edges are read back as %+v", got.Edges)
	}
}

func ExampleGraph_Bytes() {
	g := dot.Graph{
		ID:    "g",
		Nodes: []dot.Node{{ID: "a", Attrs: []dot.Attr{{Key: "label", Value: dot.Text(`The "A" & \N`)}}}},
		Edges: []dot.Edge{{From: "a", To: "b"}},
	}
	fmt.Print(string(g.Bytes()))
	// Output:
	// digraph "g" {
	//   "a" [label="The \"A\" &amp; \\N"];
	//   "a" -> "b";
	// }
}
