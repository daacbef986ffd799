package formats

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
)

// Graphs of others: what comes of them in the case file, and what is told.
func TestDOTImport(t *testing.T) {
	for _, c := range []struct {
		name, dot  string
		o          ImportOptions
		want, loss []string
	}{
		{"types, names and words", `digraph "deal" {
  label="The deal"
  node [type=person]
  ada [label="Ada\nBerg", URL="https://example.org/ada"]
  port [type="agency", label=<<B>Port</B><BR/>Agency>]
  x1 [label="", group=ministry]
  ada -> port [label="heads"]
  port -> ada [label="gave berths to", id="r 1"]
  ada -> x1 [type="met-with", label="had lunch with", weight=2, since="2019"]
  x1 -> x1
}`, ImportOptions{},
			[]string{`"title": "The deal"`, `{ "id": "ada", "type": "person", "name": "Ada Berg", "links": ["https://example.org/ada"] }`,
				`{ "id": "port", "type": "agency", "name": "Port Agency" }`, `{ "id": "x1", "type": "person", "name": "x1" }`,
				`{ "id": "ada-heads-port", "type": "heads", "from": "ada", "to": "port", "draft": true }`,
				`{ "id": "port-linked-to-ada", "type": "linked-to", "from": "port", "to": "ada", "label": "gave berths to", "draft": true }`,
				`"type": "met-with", "from": "ada", "to": "x1", "label": "had lunch with", "draft": true`, `"wrongdoing": true`},
			[]string{"evidence: 3", "relation-types: 1", `attributes: 1 (values of attribute "since")`, "nodes: 1 (nodes and edges that stand for no entity"}},
		{"areas, and no directions", `graph { subgraph cluster_1 { label="The port"; a; b } subgraph x { label="no area"; c } a -- b -- c }`, ImportOptions{Title: "T", EntityType: entities.Group},
			[]string{`"title": "T"`, `{ "id": "a", "type": "group", "name": "a", "tags": ["The port"] }`, `{ "id": "c", "type": "group", "name": "c" }`, `"id": "a-linked-to-b"`},
			[]string{"directions: 2", "entity-types: 3 (entities whose type nobody says): taken for group"}},
		{"swapped words", `digraph { a -> b [label="is headed by"] }`, ImportOptions{}, []string{`"id": "b-heads-a", "type": "heads", "from": "b", "to": "a"`}, nil},
		{"ids that a case may not have", `digraph { "a b" -> "c/d"; "" -> "ក" ; "x\"y" }`, ImportOptions{}, []string{`"id": "a-b"`, `"id": "c-d"`, `"id": "ក"`, `"id": "no-name", "type": "organization", "name": "(no name)"`, `"id": "x-y"`}, nil},
		{"no text that a case may not have", "digraph { a [label=\"x\u202ey\u0007z\"]; b [label=\"" + strings.Repeat("w", 600) + "\"] }", ImportOptions{}, []string{`"name": "xyz"`, strings.Repeat("w", 499) + "…"}, []string{"texts: 2"}},
		{"records and ports", `digraph { node [shape=record]; a [label="<p> Ada | {Berg \| Sons|}"]; a:p:n -> b:s [label="<i>"]; b [shape=box, label="x|y"] }`, ImportOptions{}, []string{`"name": "Ada Berg | Sons"`, `"name": "x|y"`, `"label": "<i>"`}, nil},
		{"addresses that may not be published", `digraph { a [URL="javascript:alert(1)", href="https://example.org/a"] }`, ImportOptions{}, []string{`"links": ["https://example.org/a"]`}, []string{"links: 1 (addresses that are no whole"}},
		{"nothing", "digraph {}", ImportOptions{}, []string{`{ "version": 1, "title": "g" }`}, []string{"lost: nothing is lost"}},
	} {
		expectTaken(t, c.name, importDOT, c.o, text("g.dot", c.dot), c.want, c.loss)
	}
}

// What graphgen draws comes back with its entities, their types and the words of its lines,
// those of how they stood among them.
func TestDOTOfOurOwn(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "out", "flows.dot"))
	if err != nil {
		t.Fatal(err)
	}
	seed := entities.NewIndex(caseIn(t, "data", "entities.json"))
	got, i := taken(t, importDOT, ImportOptions{}, text("flows.dot", string(data)))
	x := entities.NewIndex(got)
	for _, e := range got.Entities {
		if had := seed.Entity(e.ID); had == nil || had.Type != e.Type {
			t.Errorf("%v was %v", e, had)
		}
	}
	if r := x.Relation("actors-in-networks"); r == nil || r.Type != entities.LinkedTo || r.Label[""] != "involved in (“often”) (alleged by Focus Cambodia)" {
		t.Errorf("%v", r)
	}
	if r := x.Relation("scams-in-cambodia"); r == nil || r.Type != "operates-in" || len(r.Label) > 0 {
		t.Errorf("%v", r)
	}
	if i.Tally.Drafts != len(got.Relations) || i.Loss.Count("nodes") == 0 {
		t.Errorf("%v, %v", i.Tally, i.Loss)
	}
}

func TestDOTRefuses(t *testing.T) {
	for _, c := range []struct{ name, dot, want string }{
		{"empty", "", "g.dot: the file is empty"},
		{"cut off", "digraph {\n a -> b [label=", "g.dot:2:"},
		{"no DOT", "{\"version\": 1}", "g.dot:1:1: "},
		{"NUL", "digraph { a\x00 }", "g.dot:1:12: "},
		{"no UTF-8", "digraph { \xff }", "g.dot:1:11: "},
		{"several graphs", "digraph {} digraph {}", "g.dot:1:20: the file holds 2 graphs"},
		{"deep", "digraph " + strings.Repeat("{", 100_000), "g.dot:1:"},
		{"edges without end", "digraph { {" + strings.Repeat("a b c ", 1) + numbered(1000) + "} -> {" + numbered(1000) + "} }", "g.dot"},
	} {
		i, err := importDOT(context.Background(), inputs(text("g.dot", c.dot)), ImportOptions{})
		expectRefusal(t, c.name, i, err, c.want)
	}
}

func numbered(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(" n" + strings.Repeat("i", i%7) + string(rune('a'+i%26)) + strings.Repeat("x", i/26))
	}
	return b.String()
}
