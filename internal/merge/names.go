package merge

import (
	"fmt"
	"slices"

	"example.org/graphgen/internal/accusing"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
)

// ownName is the hint for a label that is somebody else's name.
const ownName = "choose a name that nobody else in the case has; to show that entity, name a node by its id"

// misnames is the fault of a label that is the name of another entity of the case, compared as
// readers see it: the node's lines would be read as about that entity. It is empty for none.
func (w wordRules) misnames(t edits.Thing, label string) string {
	if t.Line || label == "" {
		return ""
	}
	name := accusing.NameOf(label)
	own := w.namesOf(t.ID)
	c := w.network.Index().Case
	for i := range c.Entities {
		e := &c.Entities[i]
		if e.ID == t.ID {
			continue
		}
		for j, other := range w.namesOf(e.ID) {
			isCalled, too := name.Same(other), ""
			if e.Type == entities.Person {
				isCalled = isCalled || name.MayBe(other) && !slices.ContainsFunc(own, name.MayBe)
			}
			if !isCalled || slices.ContainsFunc(own, other.Same) {
				continue
			}
			if j >= len(e.Name) {
				too = " too"
			}
			return fmt.Sprintf("“%s” is what %q is called%s, and its lines are not about that", problem.Printable(label), e.ID, too)
		}
	}
	return ""
}

// namesOf lists an entity's names in all languages, then its aliases.
func (w wordRules) namesOf(id string) []accusing.Name {
	if names, read := w.names[id]; read {
		return names
	}
	var names []accusing.Name
	if e := w.network.Index().Entity(id); e != nil {
		for _, lang := range e.Name.Tags() {
			names = append(names, accusing.NameOf(e.Name[lang]))
		}
		for _, alias := range e.Aliases {
			names = append(names, accusing.NameOf(alias))
		}
	}
	w.names[id] = names
	return names
}

// namesAnother is the fault of new words of a doubtful line that name a person whom the old words
// did not name and whom the line does not join. It is empty for none.
func (w wordRules) namesAnother(t edits.Thing, now, was string, caveat bool) string {
	edge := w.view.Edge(t.ID)
	if !t.Line || edge == nil || !caveat {
		return ""
	}
	said, before := accusing.NameOf(now), accusing.NameOf(was)
	c := w.network.Index().Case
	for i := range c.Entities {
		e := &c.Entities[i]
		if e.Type != entities.Person || e.ID == edge.From || e.ID == edge.To {
			continue
		}
		for _, name := range w.namesOf(e.ID) {
			if said.Has(name) && !before.Has(name) {
				return fmt.Sprintf("“%s” names %q, whom the line does not join", problem.Printable(now), e.ID)
			}
		}
	}
	return ""
}
