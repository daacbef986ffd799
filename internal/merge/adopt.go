package merge

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/words"
)

// Adoptions are drafts, without claims, of the lines that editors added to a view, with those of
// their ends that the case does not have. An error tells which lines cannot be adopted, and why.
func Adoptions(n *network.Network, v *network.View, overrides *edits.Overrides) ([]Adoption, error) {
	a := &adopter{network: n, view: v, overrides: overrides, adopted: map[string]bool{}}
	var additions []Adoption
	var faults []error
	for i := range overrides.Edits {
		e := &overrides.Edits[i]
		if e.Added == nil || !e.Line || n.Adds(e) != nil {
			continue
		}
		addition, err := a.addition(e)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		additions = append(additions, addition)
	}
	return additions, errors.Join(faults...)
}

// Adoption is what a case gets of one line that an editor added.
type Adoption struct {
	Relation entities.Relation // a draft
	Entities []entities.Entity // ends of it that the case does not have
}

type adopter struct {
	network   *network.Network
	view      *network.View
	overrides *edits.Overrides
	adopted   map[string]bool // entities
}

func (a *adopter) addition(e *edits.Edit) (Adoption, error) {
	kind, err := a.relationType(e)
	if err != nil {
		return Adoption{}, err
	}
	r := entities.Relation{ID: e.ID, Type: kind, From: e.Added.From, To: e.Added.To, Label: a.text(e), Draft: true}
	addition := Adoption{Relation: r}
	for _, id := range []string{r.From, r.To} {
		if a.network.Index().Entity(id) != nil || a.adopted[id] {
			continue
		}
		of := a.overrides.Of(edits.Thing{ID: id})
		if of == nil || of.Added == nil {
			return addition, fmt.Errorf("%v joins %q, which is no entity: a relation cannot lead to it", e.Thing, id)
		}
		entity, err := a.entity(of)
		if err != nil {
			return addition, err
		}
		a.adopted[id] = true
		addition.Entities = append(addition.Entities, entity)
	}
	return addition, nil
}

func (a *adopter) entity(e *edits.Edit) (entities.Entity, error) {
	if e.Added.Type == "" {
		return entities.Entity{}, fmt.Errorf("%v has no type; give it one in the file, such as [type=\"person\"]: %s", e.Thing, join(entities.EntityTypes()))
	}
	name := a.text(e)
	if len(name) == 0 {
		name = entities.Text{"": e.ID}
	}
	return entities.Entity{ID: e.ID, Type: entities.EntityType(e.Added.Type), Name: name}, nil
}

// text is an edit's label in the form of a case file.
func (a *adopter) text(e *edits.Edit) entities.Text {
	text := entities.Text{}
	for p, c := range e.Changes {
		switch {
		case p.Name != edits.Label:
		case p.Lang == a.network.Index().Case.Language:
			text[""] = c.Is
		default:
			text[p.Lang] = c.Is
		}
	}
	if own, has := text[""]; has && len(text) > 1 {
		delete(text, "")
		text[a.network.Index().Case.Language] = own
	}
	if len(text) == 0 {
		return nil
	}
	return text
}

// relationType is the type that a line was given, or whose name or label is the line's label.
func (a *adopter) relationType(e *edits.Edit) (string, error) {
	if e.Added.Type != "" {
		return e.Added.Type, nil
	}
	x := a.network.Index()
	known := entities.BuiltinRelationTypes()
	for id, own := range x.Case.RelationTypes {
		known[id] = own
	}
	for p, c := range e.Changes {
		for _, id := range slices.Sorted(maps.Keys(known)) {
			label, _ := known[id].Label.In(p.Lang, x.Case.Language)
			if p.Name == edits.Label && slices.Contains([]string{strings.ToLower(id), strings.ToLower(label), strings.ToLower(words.For(p.Lang).Relation(id))}, strings.ToLower(c.Is)) {
				return id, nil
			}
		}
	}
	return "", fmt.Errorf("%v has no type; give it one in the file, such as [type=\"met-with\"]", e.Thing)
}

// Adopted returns the overrides without what was adopted, given the view's new baseline. What the view
// does not select by itself stays added to it.
func Adopted(overrides *edits.Overrides, additions []Adoption, baseline edits.Baseline) *edits.Overrides {
	left := overrides.Clone()
	release := func(t edits.Thing) {
		e := left.Of(t)
		if e == nil {
			return
		}
		state, shown := baseline[t]
		changes := e.Changes
		e.Changes = nil
		if shown {
			e.Added = nil
		}
		for p, c := range changes {
			if p.Lang == "" && shown {
				e.Set(p, edits.Change{Was: state.Values[p], Is: c.Is})
			} else if p.Lang == "" {
				e.Set(p, edits.Change{Is: c.Is})
			}
		}
	}
	for _, a := range additions {
		release(edits.Thing{Line: true, ID: a.Relation.ID})
		for _, entity := range a.Entities {
			release(edits.Thing{ID: entity.ID})
		}
	}
	left.Tidy()
	return left
}
