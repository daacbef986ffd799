package network

import "example.org/graphgen/internal/entities"

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
