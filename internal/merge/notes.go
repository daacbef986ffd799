package merge

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/original"
	"example.org/graphgen/internal/problem"
)

// kept are attributes of nodes and edges that a merge reads, and what it says of them where it
// does not keep them.
var kept = []string{"id", "label", "pos", "pin", "color", "fillcolor", "fontcolor", "shape", "style", "penwidth", "fontsize", "tooltip",
	"standing", "caveat", "hedge", "claims", "value", "office", "type"}

// guiding are attributes that only guide a layout, or that a layout program writes.
var guiding = []string{"class", "constraint", "weight", "minlen", "group", "width", "height", "lp", "xlp", "head_lp", "tail_lp", "rects", "vertices", "bb", "lwidth", "lheight", "lpos"}

// forGraph is what to do instead of editing an attribute of the graph.
var forGraph = map[string]string{
	"label":   "the title is the view's: change it in the case",
	"rankdir": "set the view's direction in the case",
	"layout":  "set the view's layout in the case",
	"lang":    "it is the language that labels are kept in",
	"reading": "it follows from the language",
}

// notes says what was changed in the file that edits have no room for.
func (m *merger) notes() {
	if m.Base == nil {
		return
	}
	for _, t := range m.Edited.Order {
		item, ref := m.Edited.Items[t], m.base.Items[t]
		if ref == nil {
			continue
		}
		var lost []string
		for _, name := range differing(item.Attrs, ref.Attrs) {
			if !slices.Contains(kept, name) && !slices.Contains(guiding, name) && !strings.HasPrefix(name, "_") {
				lost = append(lost, problem.Printable(name))
			}
		}
		if len(lost) > 0 {
			m.note(item.At, fmt.Sprintf("%v: %s: not kept", t, strings.Join(lost, ", ")), "kept are words, colours, shapes, places and ranks")
		}
	}
	at := problem.Place{File: m.Edited.file}
	for _, name := range differing(m.Edited.graph.Attrs, m.base.graph.Attrs) {
		if hint, known := forGraph[name]; known {
			m.note(at, fmt.Sprintf("the graph's %s is not kept", name), hint)
		} else if name != original.Attribute && !slices.Contains(guiding, name) && !strings.HasPrefix(name, "_") {
			m.note(at, fmt.Sprintf("the graph's %s is not kept", problem.Printable(name)), "kept are words, colours, shapes, places and ranks of nodes and edges")
		}
	}
	m.noteAreas()
}

// noteAreas says that areas are the case's to draw.
func (m *merger) noteAreas() {
	was := areas(m.base.graph)
	now := areas(m.Edited.graph)
	for _, id := range slices.Sorted(maps.Keys(now)) {
		group, before := now[id], was[id]
		switch {
		case before == nil:
			m.note(group.Place, fmt.Sprintf("area %s is not kept", problem.Printable(id)), "areas follow from the view's cluster")
		case group.Attrs.Get("label") != before.Attrs.Get("label"):
			m.note(group.Place, fmt.Sprintf("the name of area %s is not kept", problem.Printable(id)), "it is the name of what the area stands for: change it in the case")
		case !slices.Equal(common(group.Nodes, m.base.graph), common(before.Nodes, m.Edited.graph)):
			m.note(group.Place, fmt.Sprintf("what stands in area %s is not kept", problem.Printable(id)), "areas follow from the view's cluster")
		}
	}
}

func areas(g *dotfile.Graph) map[string]*dotfile.Group {
	found := map[string]*dotfile.Group{}
	for i := range g.Groups {
		if strings.HasPrefix(g.Groups[i].ID, "cluster") {
			found[g.Groups[i].ID] = &g.Groups[i]
		}
	}
	return found
}

// common are those nodes, sorted, that a graph has as well.
func common(nodes []string, g *dotfile.Graph) []string {
	has := map[string]bool{}
	for i := range g.Nodes {
		has[g.Nodes[i].ID] = true
	}
	nodes = slices.DeleteFunc(slices.Clone(nodes), func(id string) bool { return !has[id] })
	slices.Sort(nodes)
	return nodes
}

// differing are the names of attributes that one list has and the other has not, or otherwise.
func differing(now, was dotfile.Attrs) []string {
	var names []string
	for name, v := range now {
		if was[name] != v {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
