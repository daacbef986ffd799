package dot_test

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"example.org/graphgen/internal/dot"
	"example.org/graphgen/internal/judges"
)

// asRead is a graph as Debian's dot reads and draws it.
type asRead struct {
	Name     string
	Strict   bool
	Directed bool
	Objects  []struct {
		Name string
		Draw []operation `json:"_ldraw_"`
	}
	Edges []struct {
		ID   string
		Draw []operation `json:"_ldraw_"`
	}
}

type operation struct{ Op, Text string }

// drawn is the text that the operations draw, line by line.
func drawn(operations []operation) []string {
	var lines []string
	for _, o := range operations {
		if o.Op == "T" {
			lines = append(lines, o.Text)
		}
	}
	return lines
}

// read lets Debian's dot read a graph. Where there is none, the test is skipped, or fails if
// the environment says that judges are required.
func read(t testing.TB, graph string) asRead {
	t.Helper()
	cmd := exec.Command(judges.Program(t, "dot"), "-Tjson")
	cmd.Stdin = strings.NewReader(graph)
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("dot: %v: %s\n%s", err, complaints.String(), graph)
	}
	var g asRead
	if err := json.Unmarshal(out, &g); err != nil {
		t.Fatalf("dot's JSON: %v\n%s", err, graph)
	}
	return g
}

// awkward are texts that a case may hold and that DOT could take for something else.
var awkward = []string{
	"", " ", "plain", "  led and trailed  ", "two\nlines", "gap\n\nbetween", "\nbreak around\n",
	`\N`, `\G`, `\E \T \H \L`, `left\l`, `right\r`, `literal \n`, `\`, `\\`, `ends in \`, `\"`, `"`, `"; x -> y [label="`,
	"&", "&amp;", "&#65;", "&#x41;", "&lt;b&gt;", "&nosuch;", "A & B;", "<b>bold</b>", "<<I>x</I>>", "<", ">", "{a|b}", "|", "# hash", "// slash", "/* star */",
	"😀👩‍👩‍👧", "שלום", "ابجد 12", "ហ៊ុន ម៉ាណែត", "汉字", "a\u00a0b", "ស\u200bស", "e\u0301", "\ufeffbom", "\U0010FFFF", "%s", "$PATH",
}

func FuzzText(f *testing.F) {
	for _, text := range awkward {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !admitted(text) {
			t.Skip("no case holds such a text")
		}
		g := dot.Graph{
			Nodes: []dot.Node{{ID: "n", Attrs: []dot.Attr{{Key: "label", Value: dot.Text(text)}}}},
			Edges: []dot.Edge{{From: "n", To: "n", Attrs: []dot.Attr{{Key: "label", Value: dot.Text(text)}}}},
		}
		got := read(t, string(g.Bytes()))
		for what, lines := range map[string][]string{"node": drawn(got.Objects[0].Draw), "edge": drawn(got.Edges[0].Draw)} {
			if want := visible(text); !slices.Equal(lines, want) {
				t.Errorf("a %s labelled %q is drawn as %q, want %q", what, text, lines, want)
			}
		}
	})
}

// In a label of lines each reads as it is, but for white space.
func FuzzLines(f *testing.F) {
	for _, text := range awkward {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !admitted(text) || strings.TrimSpace(text) == "" {
			t.Skip("no case holds such a text")
		}
		label := dot.Lines([]dot.Line{{Text: "name"}, {Text: text, Size: 11}, {Text: "end"}})
		got := drawn(read(t, string((&dot.Graph{Nodes: []dot.Node{{ID: "n", Attrs: []dot.Attr{{Key: "label", Value: label}}}}}).Bytes())).Objects[0].Draw)
		if want := "name " + text + " end"; !slices.Equal(strings.Fields(strings.Join(got, " ")), strings.Fields(want)) {
			t.Errorf("a line %q is drawn as %q", text, got)
		}
	})
}

// admitted tells whether the loader takes the text: see package entities.
func admitted(s string) bool {
	return utf8.ValidString(s) && utf8.RuneCountInString(s) < 5000 && strings.IndexFunc(s, func(r rune) bool {
		return r != '\n' && unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\ufffe' || r == '\uffff'
	}) < 0
}

// visible are the lines of a text that Graphviz draws: it leaves room for an empty one, and
// draws nothing there.
func visible(text string) []string {
	return slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool { return line == "" })
}

// idForm is the loader's pattern for ids, and what the program itself joins them with.
var idForm = regexp.MustCompile(`^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.:@/-]*$`)

func FuzzID(f *testing.F) {
	for _, id := range []string{
		"a", "ministry-of-justice", "node", "graph", "strict", "subgraph", "0", "007", "1.5", "a:n", "a:b:sw", "x.y@z", "_", "a-", "figure/1/claim", "ស្រុក", "é", "e\u0301", "汉字", "𝒳",
	} {
		f.Add(id)
	}
	f.Fuzz(func(t *testing.T, id string) {
		if !utf8.ValidString(id) || utf8.RuneCountInString(id) > 600 || !idForm.MatchString(id) {
			t.Skip("no id of a case")
		}
		g := dot.Graph{
			ID:    id,
			Nodes: []dot.Node{{ID: id}},
			Edges: []dot.Edge{{From: id, To: id, Attrs: []dot.Attr{{Key: "id", Value: dot.Text(id)}}}},
		}
		got := read(t, string(g.Bytes()))
		if len(got.Objects) != 1 || got.Objects[0].Name != id || got.Name != id || got.Edges[0].ID != id {
			t.Errorf("id %q is read back as %+v", id, got)
		}
	})
}
