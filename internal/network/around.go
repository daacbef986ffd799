package network

import (
	"slices"

	"example.org/graphgen/internal/entities"
)

// neighbourhood returns what of the scope lies within the hops of the entity, whatever way the
// lines point: relations whose two ends do, and flows that run within reach. A flow is
// shown whole or not at all, since a half of it is another claim; so one that is reached
// before the last hop brings all its entities, however far they are.
func (n *Network) neighbourhood(in scope, spec entities.Around) selection {
	hops := max(spec.Hops, 1)
	distance := n.distances(in, spec.Entity, hops)
	reached := func(id string, within int) bool {
		d, found := distance[id]
		return found && d <= within
	}
	near := newSelection()
	early := map[*entities.Flow]bool{} // the flows met, and whether before the last hop
	for id := range distance {
		near.entities[id] = true
		for _, r := range n.touching[id].relations {
			if reached(r.From, hops) && reached(r.To, hops) && in.hasRelation(r) {
				near.addRelation(r)
			}
		}
		for _, f := range n.touching[id].flows {
			early[f] = early[f] || reached(id, hops-1)
		}
	}
	for f, brings := range early {
		beyond := func(id string) bool { return !reached(id, hops) }
		if in.hasFlow(f) && (brings || !slices.ContainsFunc(entitiesOf(f), beyond)) {
			near.addFlow(f)
		}
	}
	return near
}

// distances returns how many lines in scope lie between the entity and each other one, as
// far as the hops reach; a negative number of hops reaches everywhere. It holds nothing
// where the entity is out of scope.
func (n *Network) distances(in scope, start string, hops int) map[string]int {
	return n.breadthFirst(in, start, hops, func(string) bool { return true })
}

// breadthFirst is distances, told of each entity once it is met, for as long as that wants more.
func (n *Network) breadthFirst(in scope, start string, hops int, met func(id string) bool) map[string]int {
	distance := map[string]int{}
	if !in.hasEntity(start) {
		return distance
	}
	distance[start] = 0
	more := met(start)
	for queue := []string{start}; more && len(queue) > 0 && distance[queue[0]] != hops; queue = queue[1:] {
		for next, between := range n.neighbours[queue[0]] {
			if _, seen := distance[next]; seen || !between.joins(in) {
				continue
			}
			distance[next] = distance[queue[0]] + 1
			queue = append(queue, next)
			if more = met(next); !more {
				break
			}
		}
	}
	return distance
}
