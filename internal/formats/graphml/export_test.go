package graphml

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/casetest"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/formatstest"
	"example.org/graphgen/internal/golden"
	"example.org/graphgen/internal/judges"
	"example.org/graphgen/internal/network"
)

func graphMLOf(t testing.TB, c *entities.Case) ([]byte, formats.Subject) {
	t.Helper()
	s := formatstest.Subject(t, c)
	e, err := Export(s, formats.ExportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return e.Files[0].Data, s
}

func TestGraphMLGolden(t *testing.T) {
	got, _ := graphMLOf(t, formatstest.Loaded(t, "small.json", []byte(formatstest.Small)))
	golden.Same(t, filepath.Join("testdata", "small.graphml"), got)
}

// What is not plainly stated says so in the label that any program shows, and is not solid.
func TestGraphMLNeverStatesAllegations(t *testing.T) {
	for name, c := range formatstest.Cases(t) {
		data, s := graphMLOf(t, c)
		var doc struct {
			Edges []struct {
				ID   string `xml:"id,attr"`
				Data []struct {
					Key  string `xml:"key,attr"`
					Text string `xml:",chardata"`
					Line struct {
						Type string `xml:"type,attr"`
					} `xml:"PolyLineEdge>LineStyle"`
					Label string `xml:"PolyLineEdge>EdgeLabel"`
				} `xml:"data"`
			} `xml:"graph>edge"`
		}
		if err := xml.Unmarshal(data, &doc); err != nil {
			t.Fatal(err)
		}
		if len(doc.Edges) != len(s.View.Edges) {
			t.Fatalf("%s: %d edges, want %d", name, len(doc.Edges), len(s.View.Edges))
		}
		for i, edge := range doc.Edges {
			e := &s.View.Edges[i]
			caveat := s.Describer.LineCaveat(e)
			said := map[string]string{}
			for _, d := range edge.Data {
				said[d.Key] = d.Text
				if d.Key != edgeGraphics {
					continue
				}
				solid := e.Verdict.Standing == entities.Stated || e.Verdict.Standing == entities.Record
				if (d.Line.Type == "line") != solid || !strings.Contains(d.Label, caveat) {
					t.Errorf("%s: edge %q is %v, its line %q and its label %q", name, edge.ID, e.Verdict.Standing, d.Line.Type, d.Label)
				}
			}
			for _, word := range casetest.LineWords(c, e.ID) {
				if !strings.Contains(said["e-label"], word) || !strings.Contains(said["e-caveat"], word) {
					t.Errorf("%s: edge %q does not say %q: %v", name, edge.ID, word, said)
				}
			}
			if !strings.Contains(said["e-label"], caveat) || said["e-standing"] != standingOf(e.Verdict) {
				t.Errorf("%s: edge %q does not say %q: %v", name, edge.ID, caveat, said)
			}
			for _, denial := range e.Verdict.Denials {
				if !strings.Contains(said["e-denied"], denial.Quote) && !strings.Contains(said["e-denied"], s.Describer.Claim(denial).Quote) {
					t.Errorf("%s: edge %q does not say who denies it: %v", name, edge.ID, said)
				}
			}
		}
	}
}

// readGraphML has networkx tell what it finds in a file.
const readGraphML = `
import json, sys, networkx
for path in sys.argv[1:]:
  g = networkx.read_graphml(path, force_multigraph=True)
  json.dump({"directed": g.is_directed(),
    "nodes": {n: {k: str(v) for k, v in d.items()} for n, d in g.nodes(data=True)},
    "edges": {k: {"from": a, "to": b, **{x: str(y) for x, y in d.items()}} for a, b, k, d in g.edges(keys=True, data=True)}}, sys.stdout)
`

// TestGraphMLAsNetworkxReadsIt has a reader of others' find every node, edge and attribute.
func TestGraphMLAsNetworkxReadsIt(t *testing.T) {
	python := judges.Program(t, "python3")
	if exec.Command(python, "-c", "import networkx").Run() != nil {
		judges.Missing(t, "python3-networkx")
	}
	cases := formatstest.Cases(t)
	names := slices.Sorted(maps.Keys(cases))
	subjects := map[string]formats.Subject{}
	args := []string{"-c", readGraphML}
	for _, name := range names {
		data, s := graphMLOf(t, cases[name])
		path := filepath.Join(t.TempDir(), name+".graphml")
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		subjects[name], args = s, append(args, path)
	}
	cmd := exec.Command(python, args...) // one for all, as networkx takes a second to start
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("networkx: %v", err)
	}
	all := json.NewDecoder(bytes.NewReader(out))
	for _, name := range names {
		s := subjects[name]
		var read struct {
			Directed     bool
			Nodes, Edges map[string]map[string]string
		}
		if err := all.Decode(&read); err != nil {
			t.Fatal(err)
		}
		if !read.Directed || len(read.Nodes) != len(s.View.Nodes) || len(read.Edges) != len(s.View.Edges) {
			t.Fatalf("%s: networkx reads %d nodes and %d edges, want %d and %d", name, len(read.Nodes), len(read.Edges), len(s.View.Nodes), len(s.View.Edges))
		}
		for i := range s.View.Nodes {
			n := &s.View.Nodes[i]
			if n.Kind == network.EntityNode && (read.Nodes[n.ID]["type"] != string(n.Entity.Type) || !strings.HasPrefix(read.Nodes[n.ID]["label"], s.Describer.Text(n.Entity.Name))) {
				t.Errorf("%s: networkx reads %v of node %q", name, read.Nodes[n.ID], n.ID)
			}
		}
		for i := range s.View.Edges {
			e := &s.View.Edges[i]
			got := read.Edges[e.ID]
			if got["from"] != e.From || got["to"] != e.To || got["standing"] != standingOf(e.Verdict) || got["caveat"] != s.Describer.LineCaveat(e) {
				t.Errorf("%s: networkx reads %v of edge %q", name, got, e.ID)
			}
		}
	}
}
