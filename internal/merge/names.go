package merge

import (
	"fmt"
	"slices"

	"example.org/graphgen/internal/accusing"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
)

// ownName is what to do about a label that is somebody else's name.
const ownName = "choose a name that nobody else in the case has; to show that entity, name a node by its id"

// misnames tells that a node would be called what another entity of the case is called, however
// that is written, or is empty: all that its lines say would then be read as said of that one.
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

// namesOf are the names that the case gives an entity, and then its aliases.
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

// namesAnother tells that the words of a line that is doubtful would name a person whom they did
// not name, and who is none of its ends.
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
