package network

import "example.org/graphgen/internal/entities"

// around keeps what lies within the hops of the entity, whatever way the lines point:
// relations whose two ends do, and flows that run within reach. A flow is shown whole or
// not at all, since a half of it is another claim; so one that is reached before the last
// hop brings all its entities, however far they are.
func (n *Network) around(s selection, spec entities.Around) selection {
	if spec.Entity == "" {
		return s
	}
	hops := spec.Hops
	if hops < 1 {
		hops = 1
	}
	distance := n.distances(s, spec.Entity, hops)
	near := selection{entities: set{}, relations: set{}, flows: set{}, figures: s.figures}
	for id := range distance {
		near.entities[id] = true
	}
	for id := range s.flows {
		within := entitiesOf(n.index.Flow(id))
		if near.entities.all(within) || reachedBefore(hops, distance, within) {
			near.flows[id] = true
		}
	}
	for id := range s.relations {
		r := n.index.Relation(id)
		if near.entities[r.From] && near.entities[r.To] {
			near.relations[id] = true
		}
	}
	n.bringEntities(near)
	return near
}

// distances returns how many lines of the selection lie between the entity and each other
// one, as far as the hops reach; a negative number of hops reaches everywhere. It holds
// nothing where the selection has no such entity.
func (n *Network) distances(s selection, start string, hops int) map[string]int {
	distance := map[string]int{}
	if !s.entities[start] {
		return distance
	}
	distance[start] = 0
	for queue := []string{start}; len(queue) > 0 && distance[queue[0]] != hops; queue = queue[1:] {
		for next, edge := range n.neighbours[queue[0]] {
			if _, seen := distance[next]; seen || !s.joins(between(edge)) {
				continue
			}
			distance[next] = distance[queue[0]] + 1
			queue = append(queue, next)
		}
	}
	return distance
}

// joins tells whether any of the lines is in the selection.
func (s selection) joins(l *lines) bool {
	for _, r := range l.relations {
		if s.relations[r.ID] {
			return true
		}
	}
	for _, f := range l.flows {
		if s.flows[f.ID] {
			return true
		}
	}
	return false
}

func reachedBefore(hops int, distance map[string]int, ids []string) bool {
	for _, id := range ids {
		if d, reached := distance[id]; reached && d < hops {
			return true
		}
	}
	return false
}
