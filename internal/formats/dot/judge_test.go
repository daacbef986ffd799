package dot

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/formatstest"
	"example.org/graphgen/internal/judges"
)

// others is the folder of DOT that other people wrote.
const others = "../../../../shared/dot"

// drawnThing is a node, an edge or a subgraph as Graphviz draws it.
type drawnThing struct {
	Name       string
	Nodes      []int
	Subgraphs  []int
	Tail, Head int
	Style      string
	Draw       []stroke `json:"_draw_"`
	Texts      []stroke `json:"_ldraw_"`
	AtHead     []stroke `json:"_hdraw_"`
	AtTail     []stroke `json:"_tdraw_"`
	HeadTexts  []stroke `json:"_hldraw_"`
	TailTexts  []stroke `json:"_tldraw_"`
}

type stroke struct{ Op, Text string }

type drawnGraph struct {
	ID       int
	Objects  []drawnThing
	Edges    []drawnThing
	Clusters int `json:"_subgraph_cnt"`
}

// seen is what a drawing shows, or a case says: sorted lines.
type seen struct{ nodes, edges []string }

func (d drawnThing) words() string {
	var words []string
	for _, list := range [][]stroke{d.Texts, d.TailTexts, d.HeadTexts} {
		for _, s := range list {
			if s.Op == "T" {
				words = append(words, s.Text)
			}
		}
	}
	return plainWords(strings.Join(words, " "))
}

// plainWords are the words of a text in alphabetical order: one label may be set in several pieces
// and places.
func plainWords(text string) string {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\n\r;|\u00a0", r) })
	slices.Sort(words)
	return strings.Join(words, " ")
}

// drawnByGraphviz is what Debian's dot draws of a file: its first graph.
func drawnByGraphviz(t *testing.T, path string) (seen, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, judges.Program(t, "dot"), "-Tjson", "-Gsplines=false", "-Gnslimit=1", "-Gnslimit1=1", "-Gmclimit=0.1", filepath.Base(path))
	cmd.Dir = filepath.Dir(path)
	out, err := cmd.Output()
	if err != nil {
		return seen{}, fmt.Errorf("dot draws it not: %w", err)
	}
	var g drawnGraph
	if err := json.NewDecoder(bytes.NewReader(bytes.ToValidUTF8(out, []byte("?")))).Decode(&g); err != nil {
		return seen{}, err
	}
	var s seen
	nodes := g.Objects[g.Clusters:]
	shown := map[int]bool{}
	for i, n := range nodes {
		if len(n.Draw)+len(n.Texts) == 0 {
			continue
		}
		shown[g.Clusters+i] = true
		name := n.words()
		if name == "" {
			name = plainWords(n.Name)
		}
		s.nodes = append(s.nodes, name)
	}
	name := func(i int) string { return g.Objects[i].Name }
	for _, e := range g.Edges {
		if !shown[e.Tail] || !shown[e.Head] || e.Tail == e.Head || len(e.Draw)+len(e.Texts)+len(e.AtHead)+len(e.AtTail) == 0 {
			continue
		}
		head, tail := len(e.AtHead) > 0, len(e.AtTail) > 0
		s.edges = append(s.edges, edgeLines(name(e.Tail), name(e.Head), head, tail, e.words())...)
	}
	slices.Sort(s.nodes)
	slices.Sort(s.edges)
	return s, nil
}

// edgeLines is an edge in a line for each direction; one without comes in alphabetical order.
func edgeLines(tail, head string, toHead, toTail bool, words string) []string {
	var lines []string
	if toHead {
		lines = append(lines, fmt.Sprintf("%q > %q: %s", tail, head, words))
	}
	if toTail {
		lines = append(lines, fmt.Sprintf("%q > %q: %s", head, tail, words))
	}
	if !toHead && !toTail {
		lines = append(lines, fmt.Sprintf("%q - %q: %s", min(tail, head), max(tail, head), words))
	}
	return lines
}

// saidByCase is what came of a file. Names of nodes are found by the ids that were made of them.
func saidByCase(d *reader) seen {
	var s seen
	c, nodes := &d.Case, map[string]string{}
	for node, id := range d.ids {
		nodes[id] = node
	}
	for _, e := range c.Entities {
		s.nodes = append(s.nodes, plainWords(e.Name[""]+" "+e.Description[""]))
	}
	builtin := entities.BuiltinRelationTypes()
	for _, r := range c.Relations {
		words := r.Label[""]
		if words == "" && r.Type != entities.LinkedTo && r.Type != entities.LinkedWith {
			words = builtin[r.Type].Label["en"]
		}
		s.edges = append(s.edges, edgeLines(nodes[r.From], nodes[r.To], r.Type != entities.LinkedWith, false, plainWords(words))...)
	}
	slices.Sort(s.nodes)
	slices.Sort(s.edges)
	return s
}

// What Debian's dot takes is taken, and means what it means there, or is told.
func TestDOTOfOthers(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(others, "*__*"))
	if len(files) == 0 {
		t.Skip("no DOT of other people in " + others)
	}
	if _, err := exec.LookPath("dot"); err != nil {
		judges.Missing(t, "dot")
	}
	taken, whole := 0, 0
	for _, path := range files {
		name := filepath.Base(path)
		want, undrawn := drawnByGraphviz(t, path)
		if undrawn != nil && exec.Command("dot", "-Tcanon", path).Run() != nil {
			continue
		}
		taken++
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		d, err := read(context.Background(), formatstest.Inputs(formatstest.Text(name, string(data))), formats.ImportOptions{})
		if err != nil {
			t.Errorf("%s is not taken: %v", name, err)
			continue
		}
		got := saidByCase(d)
		i, err := d.result(name)
		if err != nil {
			t.Errorf("%s makes no case: %v", name, err)
			continue
		}
		if undrawn != nil {
			t.Logf("%s: %v", name, undrawn)
			continue
		}
		if difference := differenceOf(want, got); difference == "" {
			whole++
		} else {
			t.Logf("%s: %s", name, difference)
			if !slices.ContainsFunc(i.Loss, func(l formats.Lost) bool {
				return !slices.Contains([]string{"evidence", "relation-types", "entity-types"}, l.Kind)
			}) {
				t.Errorf("%s: nothing is told of that", name)
			}
		}
	}
	t.Logf("of %d files that dot takes, %d keep every meaning", taken, whole)
	if whole*100 < 95*taken {
		t.Errorf("of %d files that dot takes, only %d keep every meaning", taken, whole)
	}
}

func differenceOf(want, got seen) string {
	for _, lists := range [][2][]string{{want.nodes, got.nodes}, {want.edges, got.edges}} {
		missing, added := without(lists[0], lists[1]), without(lists[1], lists[0])
		if len(missing)+len(added) > 0 {
			return fmt.Sprintf("%d are missing: %.300q; %d are added: %.300q", len(missing), missing[:min(3, len(missing))], len(added), added[:min(3, len(added))])
		}
	}
	return ""
}

// without is what of one sorted list is not in another, each as often.
func without(list, other []string) []string {
	var left []string
	for i, j := 0, 0; i < len(list); {
		switch {
		case j == len(other) || list[i] < other[j]:
			left = append(left, list[i])
			i++
		case list[i] == other[j]:
			i, j = i+1, j+1
		default:
			j++
		}
	}
	return left
}
