package main

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/judges"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render"
)

// Bounds that keep one execution of FuzzBuild short.
const (
	fuzzBytes = 256 << 10
	fuzzNodes = 60
	fuzzEdges = 80
	fuzzViews = 3
)

// FuzzBuild takes any bytes for a case file and goes all the way: what loads and checks
// without errors is drawn, by the real engine, into XML and DOT. With GRAPHGEN_XMLLINT set,
// xmllint reads every picture, too, as it does the seed case's in TestPicturesAreXML.
// Run it with -fuzzminimizetime 2x: to make a whole case smaller takes minutes and shows nothing.
func FuzzBuild(f *testing.F) {
	for _, data := range fuzzSeeds(f) {
		f.Add(data)
	}
	engine := graphviz.New(graphviz.Options{Timeout: 20 * time.Second, Workers: 1})
	f.Cleanup(func() { engine.Close() })
	xmllint := ""
	if os.Getenv("GRAPHGEN_XMLLINT") != "" {
		xmllint = judges.Program(f, "xmllint")
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > fuzzBytes {
			t.Skip("too long")
		}
		file, problems := entities.Load("fuzz.json", data)
		if problems.HasErrors() {
			return
		}
		index := entities.NewIndex(file.Case)
		if check.Check(file, network.New(index), check.Options{}).HasErrors() {
			return
		}
		renderer := render.New(index, engine, "")
		for i, v := range viewsOf(index) {
			if i < fuzzViews && len(v.Nodes) <= fuzzNodes && len(v.Edges) <= fuzzEdges {
				drawsWhole(t, renderer, v, xmllint)
			}
		}
	})
}

// drawsWhole draws a view. A layout that takes too long or too much is an answer; nothing
// else that fails is.
func drawsWhole(t *testing.T, renderer *render.Renderer, v *network.View, xmllint string) {
	drawing, err := renderer.Draw(context.Background(), v)
	var layout *graphviz.Error
	if errors.As(err, &layout) && (layout.Reason == graphviz.Timeout || layout.Reason == graphviz.Memory || layout.Reason == graphviz.TooLarge) {
		return
	}
	if err != nil {
		t.Fatalf("view %q: %v", v.Spec.ID, err)
	}
	if len(drawing.DOT) == 0 {
		t.Errorf("view %q: the DOT is empty", v.Spec.ID)
	}
	if err := wellFormed(drawing.SVG); err != nil {
		t.Errorf("view %q: the picture is no XML: %v\n%s", v.Spec.ID, err, drawing.SVG)
	}
	if xmllint != "" {
		command := exec.Command(xmllint, "--noout", "--nonet", "-")
		command.Stdin = bytes.NewReader(drawing.SVG)
		if said, err := command.CombinedOutput(); err != nil {
			t.Errorf("view %q: xmllint: %v: %s\n%s", v.Spec.ID, err, said, drawing.SVG)
		}
	}
}

// wellFormed reads a picture as XML with one element around it all.
func wellFormed(picture []byte) error {
	decoder := xml.NewDecoder(bytes.NewReader(picture))
	elements, depth := 0, 0
	for {
		token, err := decoder.Token()
		if err == io.EOF && elements == 1 {
			return nil
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if depth == 0 {
				elements++
			}
			depth++
			names := map[xml.Name]bool{}
			for _, a := range token.Attr {
				if names[a.Name] {
					return errors.New("an attribute given twice: " + a.Name.Local)
				}
				names[a.Name] = true
			}
		case xml.EndElement:
			depth--
		}
	}
}

// fuzzSeeds are the seed case, small cases with everything that a case can have, and broken ones.
func fuzzSeeds(f *testing.F) [][]byte {
	seed, err := os.ReadFile(seedCase)
	if err != nil {
		f.Fatal(err)
	}
	full, err := os.ReadFile(filepath.Join("..", "..", "internal", "entities", "testdata", "full.json"))
	if err != nil {
		f.Fatal(err)
	}
	hostile := bytes.ReplaceAll([]byte(smallCase), []byte("Ada Berg"), []byte(`Ada <script>&amp;\"]]>\\N<!-- -- \ufdd0 \u0e01\u0301`))
	return [][]byte{
		seed, full, []byte(smallCase), hostile, seed[:len(seed)/2], []byte(makeBigCase(12, 20)),
		[]byte(`{}`), []byte(`{"version": 1, "views": [{"id": "v"}]}`), []byte("\xff\xfe{"), nil,
	}
}

// smallCase has one of each thing that is drawn.
const smallCase = `{
  "version": 1, "title": "Harbour", "language": "en", "asOf": "2024-05",
  "sources": [{"id": "s", "type": "article", "title": "The deal", "publisher": "gazette", "url": "https://example.org/deal"}],
  "entities": [
    {"id": "ada", "type": "person", "name": "Ada Berg", "tags": ["port"]},
    {"id": "gazette", "type": "media", "name": "The Gazette"},
    {"id": "head", "type": "office", "name": "Head of the port"},
    {"id": "port", "type": "agency", "name": "Port Agency", "country": "SE"},
    {"id": "hub", "type": "country", "name": {"en": "Sweden", "km": "ស៊ុយអែត"}, "code": "SE"},
    {"id": "traders", "type": "group", "name": "Traders"}
  ],
  "claims": [
    {"id": "c1", "source": "s", "speaker": "gazette", "quote": "heads the Port Agency", "standing": "stated"},
    {"id": "c2", "source": "s", "speaker": "traders", "relayedBy": "gazette", "quote": "may have paid her", "hedge": "may", "standing": "alleged"},
    {"id": "c3", "source": "s", "speaker": "ada", "quote": "never took a coin", "standing": "stated", "answers": {"claim": "c2", "as": "denies"}},
    {"id": "c4", "source": "s", "speaker": "traders", "quote": "rumours of silver", "standing": "rumoured"}
  ],
  "relations": [
    {"id": "r1", "type": "holds-office", "from": "ada", "to": "head", "claims": ["c1"]},
    {"id": "r2", "type": "bribed", "from": "traders", "to": "ada", "claims": ["c2", "c4"]},
    {"id": "r3", "type": "part-of", "from": "head", "to": "port", "claims": ["c1"]}
  ],
  "flows": [{"id": "f1", "what": "Silver", "from": [], "via": ["hub"], "to": ["port", "traders"], "claims": ["c4"]}],
  "figures": [{"id": "n1", "question": "How much?", "about": ["port"], "values": [
    {"value": 1200.5, "measure": "coins", "qualifier": "about", "period": "2023-12~", "claims": ["c2"]},
    {"value": 7, "measure": "bars", "unit": "kg", "claims": ["c1"]}
  ]}],
  "views": [
    {"id": "all", "title": "All of it", "cluster": "part-of"},
    {"id": "near", "title": "Around", "around": {"entity": "ada", "hops": 2}, "layout": "neato", "cluster": "type"},
    {"id": "way", "title": "A path", "path": {"from": "traders", "to": "port"}, "direction": "TB", "legend": false}
  ],
  "corrections": [{"date": "2024-05-03", "text": "A name was wrong.", "about": ["ada"]}]
}`
