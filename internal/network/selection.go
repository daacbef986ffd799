package network

import (
	"maps"
	"slices"

	"example.org/graphgen/internal/entities"
)

// set holds ids or other words.
type set map[string]bool

func setOf(words []string) set {
	s := make(set, len(words))
	for _, w := range words {
		s[w] = true
	}
	return s
}

// sorted returns the words in order: what is drawn must not follow the order of a map.
func (s set) sorted() []string { return slices.Sorted(maps.Keys(s)) }

// scope tells what may be shown: a selector by its rules, a selection by what it holds.
type scope interface {
	hasEntity(id string) bool
	hasRelation(r *entities.Relation) bool
	hasFlow(f *entities.Flow) bool
}

// joins tells whether any of the lines is in scope.
func (l *lines) joins(in scope) bool {
	return slices.ContainsFunc(l.relations, in.hasRelation) || slices.ContainsFunc(l.flows, in.hasFlow)
}

// selection is what of the case a view shows, by id. A relation or flow is in it only with
// all its entities.
type selection struct {
	entities, relations, flows, figures set
}

func newSelection() selection {
	return selection{entities: set{}, relations: set{}, flows: set{}}
}

func (s selection) hasEntity(id string) bool              { return s.entities[id] }
func (s selection) hasRelation(r *entities.Relation) bool { return s.relations[r.ID] }
func (s selection) hasFlow(f *entities.Flow) bool         { return s.flows[f.ID] }

// addLines adds those of the lines that are in scope.
func (s selection) addLines(l *lines, in scope) {
	for _, r := range l.relations {
		if !s.relations[r.ID] && in.hasRelation(r) {
			s.addRelation(r)
		}
	}
	for _, f := range l.flows {
		if !s.flows[f.ID] && in.hasFlow(f) {
			s.addFlow(f)
		}
	}
}

// addRelation adds the relation and its ends.
func (s selection) addRelation(r *entities.Relation) {
	s.relations[r.ID] = true
	s.entities[r.From], s.entities[r.To] = true, true
}

// addFlow adds the flow and all its entities: half of a flow is another claim.
func (s selection) addFlow(f *entities.Flow) {
	s.flows[f.ID] = true
	for _, id := range entitiesOf(f) {
		s.entities[id] = true
	}
}
