package merge

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/viewdot"
)

// notes reports changes of attributes that no override can hold.
func (m *merger) notes() {
	if m.Original == nil {
		return
	}
	for _, t := range m.Edited.Order {
		item, ref := m.Edited.Items[t], m.reference.Items[t]
		if ref == nil {
			continue
		}
		var lost []string
		for _, name := range differing(item.Source.Attrs, ref.Source.Attrs) {
			if !viewdot.IsRead(name) && !viewdot.Guides(name) {
				lost = append(lost, problem.Printable(name))
			}
		}
		if len(lost) > 0 {
			m.note(item.Source.At, fmt.Sprintf("%v: %s: not kept", t, strings.Join(lost, ", ")), "kept are words, colours, shapes, places and ranks")
		}
	}
	at := problem.Place{File: m.Edited.file}
	for _, name := range differing(m.Edited.dot.Source.Attrs, m.reference.dot.Source.Attrs) {
		if hint, known := viewdot.OfGraph(name); known {
			m.note(at, fmt.Sprintf("the graph's %s is not kept", name), hint)
		} else if !viewdot.Guides(name) {
			m.note(at, fmt.Sprintf("the graph's %s is not kept", problem.Printable(name)), "kept are words, colours, shapes, places and ranks of nodes and edges")
		}
	}
	m.noteAreas()
}

// noteAreas reports changes of clusters, which follow from the view.
func (m *merger) noteAreas() {
	was, now := clusters(m.reference.dot), clusters(m.Edited.dot)
	for _, id := range slices.Sorted(maps.Keys(now)) {
		cluster, before := now[id], was[id]
		switch at := cluster.Source.At; {
		case before == nil:
			m.note(at, fmt.Sprintf("area %s is not kept", problem.Printable(id)), "areas follow from the view's cluster")
		case cluster.Label != before.Label:
			m.note(at, fmt.Sprintf("the name of area %s is not kept", problem.Printable(id)), "it is the name of what the area stands for: change it in the case")
		case !slices.Equal(common(cluster.Nodes, m.reference.dot), common(before.Nodes, m.Edited.dot)):
			m.note(at, fmt.Sprintf("what stands in area %s is not kept", problem.Printable(id)), "areas follow from the view's cluster")
		}
	}
}

// clusters returns the clusters of a file by their names in it.
func clusters(dot *viewdot.File) map[string]*viewdot.Cluster {
	found := map[string]*viewdot.Cluster{}
	for i := range dot.Clusters {
		found[dot.Clusters[i].Source.Name] = &dot.Clusters[i]
	}
	return found
}

// common returns those of the nodes that a file has too.
func common(nodes []string, dot *viewdot.File) []string {
	has := map[string]bool{}
	for i := range dot.Nodes {
		has[dot.Nodes[i].ID] = true
	}
	return slices.DeleteFunc(slices.Clone(nodes), func(id string) bool { return !has[id] })
}

// differing lists the attributes that are new or have another value.
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
