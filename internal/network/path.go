package network

import "example.org/graphgen/internal/entities"

// shortestPaths returns all the shortest paths between two entities of the scope, whatever way the
// lines point, with every parallel line on them. A flow on a path brings all its entities,
// since a flow is shown whole or not at all. Without a path nothing is shown.
func (n *Network) shortestPaths(in scope, spec entities.Path) selection {
	path := newSelection()
	distance := n.distances(in, spec.From, -1)
	if _, reached := distance[spec.To]; !reached {
		return path
	}
	path.entities[spec.To] = true
	met := set{spec.To: true} // not those that flows bring
	for queue := []string{spec.To}; len(queue) > 0; queue = queue[1:] {
		for before, between := range n.neighbours[queue[0]] {
			d, reached := distance[before]
			if !reached || d != distance[queue[0]]-1 || !between.joins(in) {
				continue
			}
			path.addLines(between, in)
			if !met[before] {
				met[before] = true
				queue = append(queue, before)
			}
		}
	}
	return path
}
