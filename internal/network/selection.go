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

// selection is what of the case a view shows, by id. A relation or flow is in it only with
// all its entities.
type selection struct {
	entities, relations, flows, figures set
}

// choice is a Selection of the case file made ready for questions.
type choice struct {
	types, relations, tags, ids set
}

func choiceOf(s entities.Selection) choice {
	return choice{types: setOf(s.Types), relations: setOf(s.Relations), tags: setOf(s.Tags), ids: setOf(s.IDs)}
}

// Words that stand among the types for what is no entity.
const (
	flowType   = "flow"
	figureType = "figure"
)

// entity returns the word that names the entity: its id, else its type, else the first of
// its tags.
func (c choice) entity(e *entities.Entity) (string, bool) {
	switch {
	case c.ids[e.ID]:
		return e.ID, true
	case c.types[string(e.Type)]:
		return string(e.Type), true
	}
	first, named := "", false
	for _, tag := range e.Tags {
		if c.tags[tag] && (!named || tag < first) {
			first, named = tag, true
		}
	}
	return first, named
}

// namesEntities tells whether the choice has a selector of entities at all.
func (c choice) namesEntities(n *Network) bool {
	for t := range c.types {
		if t != flowType && t != figureType {
			return true
		}
	}
	for id := range c.ids {
		if n.index.Entity(id) != nil {
			return true
		}
	}
	return len(c.tags) > 0
}

func (c choice) empty() bool {
	return len(c.types)+len(c.relations)+len(c.tags)+len(c.ids) == 0
}

// selected applies a view's include and exclude, by the rules that View gives.
func (n *Network) selected(spec *entities.View) selection {
	include, exclude := choiceOf(spec.Include), n.exclusionOf(spec.Exclude)
	chosen, brought := n.chosen(include, exclude), set{}
	s := selection{
		entities:  chosen,
		relations: n.comingRelations(include, exclude, chosen, brought),
		flows:     n.comingFlows(include, exclude, chosen, brought),
		figures:   set{},
	}
	for _, f := range n.figures {
		_, dropped := exclude.figure(f)
		if !dropped && (include.ids[f.ID] || include.types[figureType]) {
			s.figures[f.ID] = true
		}
	}
	maps.Copy(s.entities, brought)
	return s
}

// chosen returns the entities that the include names itself. Those that lines bring along
// are kept apart until all lines are found: they draw no further lines.
func (n *Network) chosen(include choice, exclude exclusion) set {
	chosen, all := set{}, include.empty()
	if all {
		chosen = make(set, len(n.entities))
	}
	for _, e := range n.entities {
		_, named := include.entity(e)
		if _, dropped := exclude.entity(e); !dropped && (all || named) {
			chosen[e.ID] = true
		}
	}
	return chosen
}

func (n *Network) comingRelations(include choice, exclude exclusion, chosen, brought set) set {
	anyEnds := !include.namesEntities(n)
	coming := set{}
	for _, r := range n.relations {
		endsChosen := chosen[r.From] && chosen[r.To]
		comes := endsChosen
		if len(include.relations) > 0 {
			comes = include.relations[r.Type] && (endsChosen || anyEnds)
		}
		if !comes && !include.ids[r.ID] || !endsChosen && !n.drawable(r) {
			continue
		}
		if _, dropped := exclude.relation(r); dropped {
			continue
		}
		coming[r.ID] = true
		if !endsChosen {
			brought[r.From], brought[r.To] = true, true
		}
	}
	return coming
}

func (n *Network) comingFlows(include choice, exclude exclusion, chosen, brought set) set {
	coming := set{}
	for _, f := range n.flows {
		comes := include.ids[f.ID] || include.types[flowType] || chosen.all(entitiesOf(f))
		if !comes || !n.drawableFlow(f) {
			continue
		}
		if _, dropped := exclude.flow(f); dropped {
			continue
		}
		coming[f.ID] = true
		for _, id := range entitiesOf(f) {
			brought[id] = true
		}
	}
	return coming
}

func (s set) all(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !s[w] })
}

// bringEntities adds the entities of the relations and flows in the selection.
func (n *Network) bringEntities(s selection) {
	for id := range s.relations {
		r := n.index.Relation(id)
		s.entities[r.From], s.entities[r.To] = true, true
	}
	for id := range s.flows {
		for _, e := range entitiesOf(n.index.Flow(id)) {
			s.entities[e] = true
		}
	}
}
