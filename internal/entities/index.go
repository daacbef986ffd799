package entities

import (
	"cmp"
	"slices"
)

// Index finds the parts of a case by id. It is made once and only read afterwards. Where an
// id is given twice the first holder counts; check reports the second.
type Index struct {
	Case *Case

	entities  map[string]*Entity
	sources   map[string]*Source
	claims    map[string]*Claim
	relations map[string]*Relation
	flows     map[string]*Flow
	figures   map[string]*Figure
	types     map[string]RelationType
	answers   map[string][]*Claim // by the claim answered, ordered by id
	tellings  map[*Claim]telling  // of every claim of the case
	accusing  map[string]bool     // ids of the claims that a wrongdoing relation lists
	belongs   map[string][]string // what an entity is part of, belongs to or is in the hands of
	passages  map[*Claim]*passage // where claims that something is so find their words
	rulers    map[string][]string // who heads or owns an entity

	proceedings proceedings

	statements  []*Statement
	statementOf map[any]*Statement // by the *Relation, *Flow or *Value that it is of
}

// NewIndex reads the case, which must not change while the index is used. Claims that share
// an id, or have none, still answer what they answer: no slip of the pen loses a denial.
func NewIndex(c *Case) *Index {
	x := &Index{
		Case:      c,
		entities:  byID(c.Entities, func(e *Entity) string { return e.ID }),
		sources:   byID(c.Sources, func(s *Source) string { return s.ID }),
		claims:    byID(c.Claims, func(cl *Claim) string { return cl.ID }),
		relations: byID(c.Relations, func(r *Relation) string { return r.ID }),
		flows:     byID(c.Flows, func(f *Flow) string { return f.ID }),
		figures:   byID(c.Figures, func(f *Figure) string { return f.ID }),
		types:     BuiltinRelationTypes(),
		answers:   map[string][]*Claim{},
		accusing:  map[string]bool{},
	}
	for id, t := range c.RelationTypes {
		if _, builtin := x.types[id]; !builtin {
			x.types[id] = t
		}
	}
	for i := range c.Claims {
		for _, answered := range c.Claims[i].Answers.Claims() {
			x.answers[answered] = append(x.answers[answered], &c.Claims[i])
		}
	}
	for _, answers := range x.answers {
		sortByID(answers)
	}
	x.readTies()
	x.tellings = x.followTellings()
	for i := range c.Relations {
		if t, known := x.RelationType(c.Relations[i].Type); known && t.Wrongdoing {
			for _, id := range c.Relations[i].Claims {
				x.accusing[id] = true
			}
			for _, a := range c.Relations[i].Amounts {
				for _, id := range a.Claims {
					x.accusing[id] = true
				}
			}
		}
	}
	x.readSameWords()
	x.readProceedings()
	x.readStatements()
	return x
}

// byID leaves out what has no id, so that a reference left empty finds nothing.
func byID[T any](list []T, id func(*T) string) map[string]*T {
	m := make(map[string]*T, len(list))
	for i := range list {
		key := id(&list[i])
		if _, taken := m[key]; !taken && key != "" {
			m[key] = &list[i]
		}
	}
	return m
}

func sortByID(claims []*Claim) {
	slices.SortStableFunc(claims, func(a, b *Claim) int { return cmp.Compare(a.ID, b.ID) })
}

// Entity returns the entity with the id, or nil.
func (x *Index) Entity(id string) *Entity { return x.entities[id] }

// Source returns the source with the id, or nil.
func (x *Index) Source(id string) *Source { return x.sources[id] }

// Claim returns the claim with the id, or nil.
func (x *Index) Claim(id string) *Claim { return x.claims[id] }

// Relation returns the relation with the id, or nil.
func (x *Index) Relation(id string) *Relation { return x.relations[id] }

// Flow returns the flow with the id, or nil.
func (x *Index) Flow(id string) *Flow { return x.flows[id] }

// Figure returns the figure with the id, or nil.
func (x *Index) Figure(id string) *Figure { return x.figures[id] }

// RelationType returns the built-in or the case's own relation type of that name.
func (x *Index) RelationType(name string) (RelationType, bool) {
	t, ok := x.types[name]
	return t, ok
}

// AnswersTo returns the claims that answer the claim, ordered by id.
func (x *Index) AnswersTo(claim string) []*Claim { return x.answers[claim] }

// Entities returns the entities ordered by id; of those that share an id the first, and none
// without one. So do the lists of the other parts.
func (x *Index) Entities() []*Entity {
	return ordered(x.Case.Entities, x.Entity, func(e *Entity) string { return e.ID })
}

// Sources returns the sources ordered by id.
func (x *Index) Sources() []*Source {
	return ordered(x.Case.Sources, x.Source, func(s *Source) string { return s.ID })
}

// Claims returns the claims ordered by id.
func (x *Index) Claims() []*Claim {
	return ordered(x.Case.Claims, x.Claim, func(c *Claim) string { return c.ID })
}

// Relations returns the relations ordered by id.
func (x *Index) Relations() []*Relation {
	return ordered(x.Case.Relations, x.Relation, func(r *Relation) string { return r.ID })
}

// Flows returns the flows ordered by id.
func (x *Index) Flows() []*Flow {
	return ordered(x.Case.Flows, x.Flow, func(f *Flow) string { return f.ID })
}

// Figures returns the figures ordered by id.
func (x *Index) Figures() []*Figure {
	return ordered(x.Case.Figures, x.Figure, func(f *Figure) string { return f.ID })
}

// ordered returns what is found by its id, ordered by id.
func ordered[T any](list []T, find func(string) *T, id func(*T) string) []*T {
	held := make([]*T, 0, len(list))
	for i := range list {
		if found := find(id(&list[i])); found == &list[i] {
			held = append(held, found)
		}
	}
	slices.SortFunc(held, func(a, b *T) int { return cmp.Compare(id(a), id(b)) })
	return held
}
