package network

import (
	"slices"

	"example.org/graphgen/internal/entities"
)

// leg is one line of a flow. An empty from is the open origin.
type leg struct{ from, to string }

// legsOf returns a flow's legs in the order of their numbers: from every origin to the first
// hub, from hub to hub, from the last hub to every destination. Origins and destinations
// are alternatives, whose order in the case file has no meaning: they are taken by id. The
// order of hubs is the flow's own.
func legsOf(f *entities.Flow) []leg {
	from, to := alternatives(f.From), alternatives(f.To)
	if len(from) == 0 {
		from = []string{""}
	}
	if len(f.Via) == 0 {
		return legsBetween(from, to)
	}
	legs := legsBetween(from, f.Via[:1])
	for i := range f.Via[1:] {
		legs = append(legs, leg{f.Via[i], f.Via[i+1]})
	}
	return append(legs, legsBetween(f.Via[len(f.Via)-1:], to)...)
}

func legsBetween(from, to []string) []leg {
	var legs []leg
	for _, a := range from {
		for _, b := range to {
			legs = append(legs, leg{a, b})
		}
	}
	return legs
}

func alternatives(ids []string) []string {
	return slices.Compact(slices.Sorted(slices.Values(ids)))
}

// entitiesOf returns the ids of all the entities that a flow names.
func entitiesOf(f *entities.Flow) []string {
	return slices.Concat(alternatives(f.From), f.Via, alternatives(f.To))
}
