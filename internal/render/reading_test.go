package render_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"example.org/graphgen/internal/judges"
	"example.org/graphgen/internal/render"
)

// group is a <g> with an id, as a strict XML reader finds it, with all that is inside.
type group struct {
	id, class, title string
	texts            []string
	strokes          []string // how each stroked path is broken: its dash array, or nothing
}

// words is all that the group says, without the white space at which lines are broken and
// what only sets the order of words.
func (g *group) words() string { return unspaced(strings.Join(g.texts, "")) }

func unspaced(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u200b' || r == '\u200e' || r == '\u200f' || r >= '\u2066' && r <= '\u2069' {
			return -1
		}
		return r
	}, s)
}

func (g *group) is(kind string) bool { return g.class == kind || strings.HasPrefix(g.class, kind+" ") }

// readSVG returns the groups of a picture that have an id.
func readSVG(t testing.TB, picture []byte) []*group {
	t.Helper()
	var groups, open []*group // open holds the group around each open element, or nil
	decoder := xml.NewDecoder(bytes.NewReader(picture))
	inside := ""
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return groups
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, picture)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inside = token.Name.Local
			attrs := map[string]string{}
			for _, a := range token.Attr {
				attrs[a.Name.Local] = a.Value
			}
			var g *group
			if len(open) > 0 {
				g = open[len(open)-1]
			}
			switch {
			case inside == "g" && attrs["id"] != "":
				g = &group{id: attrs["id"], class: attrs["class"]}
				groups = append(groups, g)
			case inside == "path" && g != nil && attrs["stroke"] != "":
				g.strokes = append(g.strokes, attrs["stroke-dasharray"])
			}
			open = append(open, g)
		case xml.EndElement:
			open = open[:len(open)-1]
			inside = ""
		case xml.CharData:
			if len(open) == 0 || open[len(open)-1] == nil {
				continue
			}
			switch g := open[len(open)-1]; inside {
			case "title":
				g.title += string(token)
			case "text":
				g.texts = append(g.texts, string(token))
			}
		}
	}
}

// published is a DOT file as Debian's dot reads and draws it.
type published struct {
	Strict    bool
	Subgraphs int `json:"_subgraph_cnt"`
	Objects   []struct {
		Name, Style, Tooltip string
		Draw                 []operation `json:"_ldraw_"`
	}
	Edges []struct {
		ID, Style, Tooltip string
		Tail, Head         int
		Draw               []operation `json:"_ldraw_"`
	}
}

type operation struct{ Op, Text string }

// drawn is all that a label shows, without the white space at which lines are broken and
// what only sets the order of words.
func drawn(operations []operation) string {
	var texts []string
	for _, o := range operations {
		if o.Op == "T" {
			texts = append(texts, o.Text)
		}
	}
	return unspaced(strings.Join(texts, ""))
}

// shown undoes the escapes of a tooltip, which dot gives as they were written.
func shown(tooltip string) string {
	return unspaced(strings.NewReplacer(`\\`, `\`, `\n`, "\n", "&amp;", "&").Replace(tooltip))
}

func readDOT(t testing.TB, graph []byte) published {
	t.Helper()
	cmd := exec.Command(judges.Program(t, "dot"), "-Tjson")
	cmd.Stdin = bytes.NewReader(graph)
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("dot: %v: %s\n%s", err, complaints.String(), graph)
	}
	var p published
	if err := json.Unmarshal(out, &p); err != nil {
		t.Fatal(err)
	}
	return p
}

// holdToJudges lets xmllint and dot read all the drawings.
func holdToJudges(t testing.TB, drawings []*render.Drawing) {
	t.Helper()
	dir := t.TempDir()
	var pictures, graphs []string
	for i, d := range drawings {
		picture, graph := filepath.Join(dir, strconv.Itoa(i)+".svg"), filepath.Join(dir, strconv.Itoa(i)+".dot")
		if err := os.WriteFile(picture, d.SVG, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(graph, d.DOT, 0o600); err != nil {
			t.Fatal(err)
		}
		narrow := filepath.Join(dir, strconv.Itoa(i)+".narrow.svg")
		if err := os.WriteFile(narrow, d.Narrow, 0o600); err != nil {
			t.Fatal(err)
		}
		pictures, graphs = append(pictures, picture, narrow), append(graphs, graph)
	}
	if out, err := exec.Command(judges.Program(t, "xmllint"), append([]string{"--noout", "--nonet"}, pictures...)...).CombinedOutput(); err != nil {
		t.Errorf("xmllint: %v: %s", err, out)
	}
	for _, graph := range graphs { // each in a process of its own: 2.43 frees some layouts twice before the next
		var complaints bytes.Buffer
		canon := exec.Command(judges.Program(t, "dot"), "-Tcanon", graph)
		canon.Stderr = &complaints
		if err := canon.Run(); err != nil || complaints.Len() > 0 {
			t.Errorf("dot -Tcanon: %v: %s", err, complaints.String())
		}
	}
}
