package dot

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/formatstest"
)

// Graphs of others: what comes of them in the case file, and what is told.
func TestDOTImport(t *testing.T) {
	for _, c := range []struct {
		name, dot  string
		o          formats.ImportOptions
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
}`, formats.ImportOptions{},
			[]string{`"title": "The deal"`, `{ "id": "ada", "type": "person", "name": "Ada Berg", "links": ["https://example.org/ada"] }`,
				`{ "id": "port", "type": "agency", "name": "Port Agency" }`, `{ "id": "x1", "type": "person", "name": "x1" }`,
				`{ "id": "ada-heads-port", "type": "heads", "from": "ada", "to": "port", "draft": true }`,
				`{ "id": "port-linked-to-ada", "type": "linked-to", "from": "port", "to": "ada", "label": "gave berths to", "draft": true }`,
				`"type": "met-with", "from": "ada", "to": "x1", "label": "had lunch with", "draft": true`, `"wrongdoing": true`},
			[]string{"evidence: 3", "relation-types: 1", `attributes: 1 (values of attribute "since")`, `attributes: 1 (values of attribute "weight")`, "nodes: 1 (nodes and edges that stand for no entity"}},
		{"areas, and no directions", `graph { subgraph cluster_1 { label="The port"; a; b } subgraph x { label="no area"; c } a -- b -- c }`, formats.ImportOptions{Title: "T", EntityType: entities.Group},
			[]string{`"title": "T"`, `{ "id": "a", "type": "group", "name": "a", "tags": ["The port"] }`, `{ "id": "c", "type": "group", "name": "c" }`, `"id": "a-linked-with-b", "type": "linked-with"`, `"linked-with": {`},
			[]string{"directions: 2", "entity-types: 3 (entities whose type the files do not say): taken for group"}},
		{"swapped words", `digraph { a -> b [label="is headed by"] }`, formats.ImportOptions{}, []string{`"id": "b-heads-a", "type": "heads", "from": "b", "to": "a"`}, nil},
		{"ids that a case may not have", `digraph { "a b" -> "c/d"; "" -> "ក" ; "x\"y" }`, formats.ImportOptions{}, []string{`"id": "a-b"`, `"id": "c-d"`, `"id": "ក"`, `"id": "no-name", "type": "organization", "name": "(no name)"`, `"id": "x-y"`}, nil},
		{"no text that a case may not have", "digraph { a [label=\"x\u202ey\u0007z\"]; b [label=\"" + strings.Repeat("w", 600) + "\"] }", formats.ImportOptions{}, []string{`"name": "xyz"`, strings.Repeat("w", 499) + "…"}, []string{"texts: 2"}},
		{"records and ports", `digraph { node [shape=record]; a [label="<p> Ada | {Berg \| Sons|}"]; a:p:n -> b:s [label="<i>"]; b [shape=box, label="x|y"] }`, formats.ImportOptions{}, []string{`"name": "Ada Berg | Sons"`, `"name": "x|y"`, `"label": "<i>"`}, nil},
		{"addresses that may not be published", `digraph { a [URL="javascript:alert(1)", href="https://example.org/a"] }`, formats.ImportOptions{}, []string{`"links": ["https://example.org/a"]`}, []string{"links: 1 (addresses that are no whole"}},
		{"what is not drawn", `digraph { node [style=invis]; a; b; node [style=""]; c; d; e [style="filled, invis"]; junction [shape=none, label=""]; lone [shape=none, label=""]
  subgraph cluster_x { label="The guilty"; style=invis; f } subgraph cluster_y { style=invis; subgraph cluster_z { label="Inner"; g } }
  c -> d; edge [style=invis]; d -> f; edge [style=solid]; a -> c; c -> junction -> f; c -> f [color=transparent] }`, formats.ImportOptions{},
			[]string{`"entities": [ { "id": "c", "type": "organization", "name": "c" }, { "id": "d", "type": "organization", "name": "d" }, { "id": "junction", "type": "organization", "name": "junction" }, { "id": "f", "type": "organization", "name": "f" }, { "id": "g", "type": "organization", "name": "g" } ]`,
				`"relations": [ { "id": "c-linked-to-d", "type": "linked-to", "from": "c", "to": "d", "draft": true }, { "id": "c-linked-to-junction", "type": "linked-to", "from": "c", "to": "junction", "draft": true }, { "id": "junction-linked-to-f"`},
			[]string{"hidden: 9 (nodes, edges and areas that are not drawn", "hidden-ends: 1 (edges that lead to or from a node that is not drawn)"}},
		{"directions", `digraph { edge [dir=back]; a -> b [label=bribed]; edge [dir=both]; a -> c [label=owns]; a -> d [label="met with"]; a -> e [label="paid"]; edge [dir=""];
  a -> f [arrowhead=none, label="sued"]; f -> a [dir=both, arrowhead=none, label=funds]; a -> g [dir=none, label=heads]; g -> a [arrowhead=nosuch]; h -> a [dir=back, label="met with"]; a -> h [dir=back, label="is headed by"] }`, formats.ImportOptions{},
			[]string{`"id": "b-bribed-a", "type": "bribed", "from": "b", "to": "a"`, `"id": "a-owns-c", "type": "owns", "from": "a", "to": "c"`, `"id": "c-owns-a", "type": "owns", "from": "c", "to": "a"`,
				`"id": "a-met-with-d", "type": "met-with", "from": "a", "to": "d", "draft": true }, { "id": "a-paid-e", "type": "paid", "from": "a", "to": "e", "draft": true }, { "id": "e-paid-a", "type": "paid", "from": "e", "to": "a", "draft": true }`,
				`"id": "a-linked-with-f", "type": "linked-with", "from": "a", "to": "f", "label": "sued"`, `"id": "a-funds-f", "type": "funds", "from": "a", "to": "f"`,
				`"id": "a-linked-with-g", "type": "linked-with", "from": "a", "to": "g", "label": "heads"`, `"id": "g-linked-with-a", "type": "linked-with", "from": "g", "to": "a"`,
				`"id": "h-met-with-a"`, `"id": "a-heads-h", "type": "heads", "from": "a", "to": "h"`},
			[]string{"directions: 3 (edges that point nowhere)", "directions: 2 (edges that point both ways): a relation each way"}},
		{"directions in a graph without", `graph { a -- b [dir=forward, label=heads]; a -- c [dir=back, label=heads]; a -- d [dir=both, label=heads]; a -- e [label="related to"] }`, formats.ImportOptions{},
			[]string{`"from": "a", "to": "b"`, `"from": "c", "to": "a"`, `"from": "a", "to": "d"`, `"from": "d", "to": "a"`, `"type": "related-to", "from": "a", "to": "e", "draft": true`}, []string{"directions: 1 (edges that point nowhere)"}},
		{"lists, joins and bare attributes", `digraph { ada -> kai, port [label="gave" + " berths"]; kai, port [type=person, selected] }`, formats.ImportOptions{},
			[]string{`"id": "kai", "type": "person"`, `"id": "port", "type": "person"`, `"from": "ada", "to": "kai", "label": "gave berths"`, `"from": "ada", "to": "port", "label": "gave berths"`}, []string{`attributes: 1 (values of attribute "selected")`}},
		{"Latin-1", "digraph { charset=latin1; a [label=\"Caf\xe9\"] }", formats.ImportOptions{}, []string{`"name": "Café"`}, []string{"encodings: 1"}},
		{"several graphs", `digraph one { a } graph "the other" { b } digraph { c }`, formats.ImportOptions{}, []string{`"id": "a"`}, []string{"graphs: 2 (graphs beside the first of the file, which is taken: the other, one without a name): left out; --graph NAME or --graph NUMBER takes another"}},
		{"a graph by name", `digraph one { a } graph "the other" { b } digraph { c }`, formats.ImportOptions{Graph: "the other"}, []string{`"id": "b"`}, nil},
		{"a graph by number", `digraph one { a } graph "the other" { b } digraph { c }`, formats.ImportOptions{Graph: "3"}, []string{`"id": "c"`}, nil},
		{"labels beside", `digraph { a [label="", xlabel="Ada Berg"]; b [label="Kai", xlabel="of the port"]; a -> b [xlabel="gave berths to"]; b -> a [label="paid", taillabel="5 kg", headlabel="\H's"]; a -> b [headlabel=owns, lhead=x] }`, formats.ImportOptions{},
			[]string{`"name": "Ada Berg"`, `"name": "Kai", "description": "of the port"`, `"label": "gave berths to"`, `"label": "paid; 5 kg; a's"`, `"type": "owns", "from": "a", "to": "b", "draft": true`}, []string{`attributes: 1 (values of attribute "lhead")`}},
		{"parts of nodes, and what else is told", `digraph { a [shape=record, label="<p> Ada | Kai"]; a:p:n -> b:s; a:ne -> b:"p q" [style=dashed, arrowhead=tee, tooltip="who says so"]; b [style=dashed, id=x, image="b.png"] }`, formats.ImportOptions{}, nil,
			[]string{"ports: 2 (edges that lead to a part of a node", `"arrowhead"`, `"id"`, `"image"`, `"style"`, `"tooltip"`}},
		{"nothing", "digraph {}", formats.ImportOptions{}, []string{`{ "version": 1, "title": "g" }`}, []string{"lost: nothing is lost"}},
	} {
		formatstest.ExpectTaken(t, c.name, Import, c.o, formatstest.Text("g.dot", c.dot), c.want, c.loss)
	}
}

// What graphgen draws comes back with its entities, their types and the words of its lines,
// those of how they stood among them.
func TestDOTOfOurOwn(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "out", "flows.dot"))
	if err != nil {
		t.Fatal(err)
	}
	seed := entities.NewIndex(formatstest.CaseIn(t, "data", "entities.json"))
	got, i := formatstest.Taken(t, Import, formats.ImportOptions{}, formatstest.Text("flows.dot", string(data)))
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
		{"half a second graph", "digraph {} digraph {", "g.dot:1:21: "},
		{"deep", "digraph " + strings.Repeat("{", 100_000), "g.dot:1:"},
		{"edges without end", "digraph { {" + strings.Repeat("a b c ", 1) + formatstest.Numbered(1000) + "} -> {" + formatstest.Numbered(1000) + "} }", "g.dot"},
	} {
		i, err := Import(context.Background(), formatstest.Inputs(formatstest.Text("g.dot", c.dot)), formats.ImportOptions{})
		formatstest.ExpectRefusal(t, c.name, i, err, c.want)
	}
}
