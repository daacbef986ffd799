package network

import "example.org/graphgen/internal/entities"

// MostReached is how many entities and lines all views of a case may look at together, one that
// is looked at by two views counted twice: a thousand times what can be read in diagrams. A case
// of a thousand views that each reach everything would take that many times as long as to be read.
const MostReached = 1_000_000

// Overreaching returns the index of the first of the views by which they look at more than
// MostReached together, or -1 where they do not.
func (n *Network) Overreaching(views []entities.View) int {
	left := MostReached
	for i := range views {
		if left -= n.reach(&views[i], left); left < 0 {
			return i
		}
	}
	return -1
}

// reach counts the entities that a view looks at, and the lines that touch them: about what it
// costs to take it. It stops counting past the most.
func (n *Network) reach(spec *entities.View, most int) int {
	s := n.selectorOf(spec)
	reached := 0
	count := func(id string) bool {
		reached += 1
		if l := n.touching[id]; l != nil {
			reached += len(l.relations) + len(l.flows)
		}
		return reached <= most
	}
	switch {
	case spec.Around.Entity != "":
		n.breadthFirst(s, spec.Around.Entity, max(spec.Around.Hops, 1), count)
	case spec.Path != entities.Path{}:
		n.breadthFirst(s, spec.Path.From, -1, count)
	default:
		for _, e := range s.named() {
			if !count(e.ID) {
				break
			}
		}
		if s.anyEnds {
			for t := range s.include.relations {
				reached += len(n.relationsOf[t])
			}
		}
	}
	if s.include.types[flowType] {
		reached += len(n.flows)
	}
	if s.include.types[figureType] || s.whole(spec) {
		reached += len(n.figures)
	}
	return reached
}
