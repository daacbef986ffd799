package merge

import (
	"maps"
	"slices"
	"strings"

	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/original"
)

// Alike tells whether two graphs say the same: the same nodes, edges and groups, with the same
// attributes, in whatever order and however they are written.
func Alike(a, b *dotfile.Graph) bool { return slices.Equal(said(a), said(b)) }

func said(g *dotfile.Graph) []string {
	lines := []string{strings.Join([]string{"graph", g.ID, attributes(g.Attrs)}, "\x00")}
	for i := range g.Nodes {
		n := &g.Nodes[i]
		lines = append(lines, strings.Join([]string{"node", n.ID, attributes(n.Attrs.All())}, "\x00"))
	}
	for i := range g.Edges {
		e := &g.Edges[i]
		lines = append(lines, strings.Join([]string{"edge", e.From, e.FromPort, e.To, e.ToPort, attributes(e.Attrs.All())}, "\x00"))
	}
	for i := range g.Groups {
		group := &g.Groups[i]
		lines = append(lines, strings.Join([]string{"group", group.ID, attributes(group.Attrs.Own()), strings.Join(slices.Sorted(slices.Values(group.Nodes)), "\x00")}, "\x00"))
	}
	slices.Sort(lines)
	return lines
}

func attributes(attrs dotfile.Attrs) string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(attrs)) {
		if name == original.Attribute {
			continue
		}
		b.WriteString(name + "\x01" + attrs[name].Text + "\x01")
		if attrs[name].HTML {
			b.WriteString("html")
		}
		b.WriteByte('\x01')
	}
	return b.String()
}
