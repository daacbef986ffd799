package network

import "example.org/graphgen/internal/entities"

// along keeps all the shortest paths between two entities, whatever way the lines point,
// with every parallel line on them. A flow on a path brings all its entities, since a flow
// is shown whole or not at all. Without a path nothing is kept.
func (n *Network) along(s selection, spec entities.Path) selection {
	if spec.From == "" && spec.To == "" {
		return s
	}
	path := selection{entities: set{}, relations: set{}, flows: set{}, figures: s.figures}
	distance := n.distances(s, spec.From, -1)
	if _, reached := distance[spec.To]; !reached {
		return path
	}
	path.entities[spec.To] = true
	for queue := []string{spec.To}; len(queue) > 0; queue = queue[1:] {
		for before, edge := range n.neighbours[queue[0]] {
			d, reached := distance[before]
			if !reached || d != distance[queue[0]]-1 || !s.joins(between(edge)) {
				continue
			}
			path.addLines(s, between(edge))
			if !path.entities[before] {
				path.entities[before] = true
				queue = append(queue, before)
			}
		}
	}
	n.bringEntities(path)
	return path
}

// addLines adds those of the lines that the other selection has.
func (s selection) addLines(other selection, l *lines) {
	for _, r := range l.relations {
		if other.relations[r.ID] {
			s.relations[r.ID] = true
		}
	}
	for _, f := range l.flows {
		if other.flows[f.ID] {
			s.flows[f.ID] = true
		}
	}
}
