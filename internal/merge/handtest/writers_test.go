package handtest

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"slices"
	"strings"
	"testing"

	gonumdot "gonum.org/v1/gonum/graph/formats/dot"

	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/judges"
)

// writer is a program that an edited file went through. Editors' own writing is one of them. It
// writes nothing where it fails on the graph, as Graphviz does on some.
type writer struct {
	name  string
	moves bool // whether it lays the graph out, so that places are its own
	write func(t testing.TB, r *rand.Rand, text []byte) []byte
}

// writers are those that are here. Where Debian's dot is not, the test says so unless it is
// required.
func writers(t testing.TB) []writer {
	list := []writer{
		{"by hand", false, func(_ testing.TB, _ *rand.Rand, text []byte) []byte { return text }},
		{"by hand, in another order", false, func(t testing.TB, r *rand.Rand, text []byte) []byte {
			p := open(t, text)
			p.shuffle(r)
			return p.text()
		}},
		{"gonum", false, byGonum},
		{"all attributes at each statement", false, byEach},
	}
	if _, err := exec.LookPath("dot"); err == nil {
		list = append(list, writer{"dot -Tcanon", false, byDot("-Tcanon")}, writer{"dot -Tdot", true, byDot("-Tdot")})
	} else if judges.Required() {
		judges.Missing(t, "dot")
	}
	return list
}

func byGonum(t testing.TB, _ *rand.Rand, text []byte) []byte {
	file, err := gonumdot.ParseBytes(text)
	if err != nil {
		t.Fatalf("gonum: %v\n%s", err, text)
	}
	return []byte(file.String())
}

func byDot(form string) func(testing.TB, *rand.Rand, []byte) []byte {
	return func(t testing.TB, _ *rand.Rand, text []byte) []byte {
		cmd := exec.Command(judges.Program(t, "dot"), form)
		cmd.Stdin = bytes.NewReader(text)
		var complaints bytes.Buffer
		cmd.Stderr = &complaints
		out, err := cmd.Output()
		if err != nil && strings.Contains(complaints.String(), "lost ") {
			return nil // its own layout failed
		}
		if err != nil {
			t.Fatalf("dot %s: %v: %s\n%s", form, err, complaints.String(), text)
		}
		return out
	}
}

// byEach writes what holds for each node and edge at its statement, and no groups but ranks. The
// colour that names have by default it leaves to the default, as programs do.
func byEach(t testing.TB, r *rand.Rand, text []byte) []byte {
	g := read(t, text)
	var b strings.Builder
	fmt.Fprintf(&b, "digraph %s {\n", literal(dotfile.Value{Text: g.ID}))
	for _, name := range shuffled(r, g.Attrs) {
		fmt.Fprintf(&b, "%s=%s\n", name, literal(g.Attrs[name]))
	}
	b.WriteString("node [fontcolor=\"#1b1f24\"]\n")
	for i := range g.Nodes {
		n := &g.Nodes[i]
		attrs := n.Attrs.All()
		if attrs["fontcolor"].Text == "#1b1f24" {
			delete(attrs, "fontcolor")
		}
		fmt.Fprintf(&b, "%s [%s]\n", literal(dotfile.Value{Text: n.ID}), listed(r, attrs))
	}
	for i := range g.Edges {
		e := &g.Edges[i]
		fmt.Fprintf(&b, "%s->%s [%s]\n", literal(dotfile.Value{Text: e.From}), literal(dotfile.Value{Text: e.To}), listed(r, e.Attrs.All()))
	}
	for _, group := range g.Groups {
		if group.Attrs.Text("rank") == "same" {
			b.WriteString("{rank=same")
			for _, id := range group.Nodes {
				b.WriteString(" " + literal(dotfile.Value{Text: id}))
			}
			b.WriteString("}\n")
		}
	}
	b.WriteString("}\n")
	return []byte(b.String())
}

func listed(r *rand.Rand, attrs dotfile.Attrs) string {
	var list []string
	for _, name := range shuffled(r, attrs) {
		list = append(list, name+"="+literal(attrs[name]))
	}
	return strings.Join(list, " ")
}

func shuffled(r *rand.Rand, attrs dotfile.Attrs) []string {
	var names []string
	for name := range attrs {
		names = append(names, name)
	}
	slices.Sort(names)
	r.Shuffle(len(names), func(a, b int) { names[a], names[b] = names[b], names[a] })
	return names
}

// literal writes a value as it was read.
func literal(v dotfile.Value) string {
	if v.HTML {
		return "<" + v.Text + ">"
	}
	return `"` + strings.ReplaceAll(v.Text, `"`, `\"`) + `"`
}
