package formats

import (
	"encoding/json"
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/golden"
	"example.org/graphgen/internal/judges"
	"example.org/graphgen/internal/network"
)

func graphMLOf(t testing.TB, c *entities.Case) ([]byte, Subject) {
	t.Helper()
	s := subject(t, c)
	e, err := exportGraphML(s, ExportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return e.Files[0].Data, s
}

func TestGraphMLGolden(t *testing.T) {
	got, _ := graphMLOf(t, loaded(t, "small.json", []byte(small)))
	golden.Same(t, filepath.Join("testdata", "small.graphml"), got)
}

// small is a case with a line of each standing.
const small = `{"version": 1, "title": "Harbour", "language": "en",
"sources": [{"id": "story", "type": "article", "title": "The <deal>", "publisher": "gazette", "url": "https://example.org/a?b=1&c=2"}],
"entities": [
  {"id": "gazette", "type": "media", "name": "The Gazette"}, {"id": "ada", "type": "person", "name": {"en": "Ada \"A\" Berg", "km": "អាដា"}, "country": "NO", "tags": ["port"]},
  {"id": "port", "type": "agency", "name": "Port & Sons"}, {"id": "traders", "type": "group", "name": "Traders"}, {"id": "ក", "type": "place", "name": "ភ្នំពេញ"}
],
"claims": [
  {"id": "c1", "source": "story", "speaker": "gazette", "quote": "heads the port", "standing": "stated"},
  {"id": "c2", "source": "story", "speaker": "traders", "relayedBy": "gazette", "quote": "paid her", "standing": "alleged"},
  {"id": "c3", "source": "story", "speaker": "traders", "quote": "may harm", "standing": "alleged", "hedge": "may"},
  {"id": "c4", "source": "story", "speaker": "ada", "quote": "never did", "standing": "stated", "answers": {"claim": "c3", "as": "denies"}},
  {"id": "c5", "source": "story", "speaker": "traders", "quote": "talk at night", "standing": "rumoured"}
],
"relations": [
  {"id": "heads", "type": "heads", "from": "ada", "to": "port", "claims": ["c1"], "start": "2019"},
  {"id": "bribe", "type": "bribed", "from": "traders", "to": "ada", "claims": ["c2"]},
  {"id": "harm", "type": "harms", "from": "ada", "to": "traders", "claims": ["c3"]},
  {"id": "talk", "type": "met-with", "from": "traders", "to": "port", "claims": ["c5"]},
  {"id": "near", "type": "located-in", "from": "port", "to": "ក", "draft": true},
  {"id": "kin", "type": "related-to", "from": "ada", "to": "traders", "claims": ["c1"]}
],
"flows": [{"id": "goods", "what": "Goods", "kind": "spread", "via": ["port"], "to": ["ក"], "claims": ["c2"]}],
"figures": [{"id": "berths", "question": "How many berths?", "about": ["port"], "values": [{"value": 4, "measure": "berths", "claims": ["c1"]}]}]
}`

// What is not plainly stated says so in the label that any program shows, and is not solid.
func TestGraphMLNeverStatesAllegations(t *testing.T) {
	for name, c := range cases(t) {
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
			caveat := s.Teller.LineCaveat(e)
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
			if !strings.Contains(said["e-label"], caveat) || said["e-standing"] != standingOf(e.Verdict) {
				t.Errorf("%s: edge %q does not say %q: %v", name, edge.ID, caveat, said)
			}
			for _, denial := range e.Verdict.Denials {
				if !strings.Contains(said["e-denied"], denial.Quote) && !strings.Contains(said["e-denied"], s.Teller.Claim(denial).Quote) {
					t.Errorf("%s: edge %q does not say who denies it: %v", name, edge.ID, said)
				}
			}
		}
	}
}

// readGraphML has networkx tell what it finds in a file.
const readGraphML = `
import json, sys, networkx
g = networkx.read_graphml(sys.argv[1], force_multigraph=True)
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
	for name, c := range cases(t) {
		data, s := graphMLOf(t, c)
		path := filepath.Join(t.TempDir(), "case.graphml")
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(python, "-c", readGraphML, path)
		cmd.Stderr = os.Stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s: networkx: %v", name, err)
		}
		var read struct {
			Directed     bool
			Nodes, Edges map[string]map[string]string
		}
		if err := json.Unmarshal(out, &read); err != nil {
			t.Fatal(err)
		}
		if !read.Directed || len(read.Nodes) != len(s.View.Nodes) || len(read.Edges) != len(s.View.Edges) {
			t.Fatalf("%s: networkx reads %d nodes and %d edges, want %d and %d", name, len(read.Nodes), len(read.Edges), len(s.View.Nodes), len(s.View.Edges))
		}
		for i := range s.View.Nodes {
			n := &s.View.Nodes[i]
			if n.Kind == network.EntityNode && (read.Nodes[n.ID]["type"] != string(n.Entity.Type) || !strings.HasPrefix(read.Nodes[n.ID]["label"], s.Teller.Text(n.Entity.Name))) {
				t.Errorf("%s: networkx reads %v of node %q", name, read.Nodes[n.ID], n.ID)
			}
		}
		for i := range s.View.Edges {
			e := &s.View.Edges[i]
			got := read.Edges[e.ID]
			if got["from"] != e.From || got["to"] != e.To || got["standing"] != standingOf(e.Verdict) || got["caveat"] != s.Teller.LineCaveat(e) {
				t.Errorf("%s: networkx reads %v of edge %q", name, got, e.ID)
			}
		}
	}
}
