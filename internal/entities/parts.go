package entities

import "iter"

// Kind is a kind of part of a case that has an id. A field may refer to one of several kinds.
type Kind uint8

// The kinds, each a bit, so that several can be asked for at once.
const (
	ASource Kind = 1 << iota
	AnEntity
	AClaim
	ARelation
	AFlow
	AFigure
	AView
)

// String returns the word for a single kind, or for a choice of kinds the plainest word.
func (k Kind) String() string {
	switch k {
	case ASource:
		return "source"
	case AnEntity:
		return "entity"
	case AClaim:
		return "claim"
	case ARelation:
		return "relation"
	case AFlow:
		return "flow"
	case AFigure:
		return "figure"
	case AView:
		return "view"
	}
	return "id"
}

// Article returns the word for a single kind with the indefinite article, or for a choice of
// kinds what they have in common.
func (k Kind) Article() string {
	switch word := k.String(); word {
	case "entity":
		return "an entity"
	case "id":
		return "something that is drawn"
	default:
		return "a " + word
	}
}

// List returns the key of the case under which parts of a single kind stand.
func (k Kind) List() string {
	if k == AnEntity {
		return "entities"
	}
	return k.String() + "s"
}

// Part is a part of a case that has an id: what it is, and its place in its list from 0.
type Part struct {
	ID   string
	Kind Kind
	Item int
}

// Parts returns everything that has an id, in the order in which ids are taken: where one is
// given twice, the first keeps it. Views have ids of their own.
func (c *Case) Parts() iter.Seq[Part] {
	return func(yield func(Part) bool) {
		_ = each(c.Sources, ASource, func(s *Source) string { return s.ID }, yield) &&
			each(c.Entities, AnEntity, func(e *Entity) string { return e.ID }, yield) &&
			each(c.Claims, AClaim, func(cl *Claim) string { return cl.ID }, yield) &&
			each(c.Relations, ARelation, func(r *Relation) string { return r.ID }, yield) &&
			each(c.Flows, AFlow, func(f *Flow) string { return f.ID }, yield) &&
			each(c.Figures, AFigure, func(f *Figure) string { return f.ID }, yield) &&
			each(c.Views, AView, func(v *View) string { return v.ID }, yield)
	}
}

// each yields the parts of one list, and tells whether more is wanted.
func each[T any](list []T, kind Kind, id func(*T) string, yield func(Part) bool) bool {
	for i := range list {
		if !yield(Part{id(&list[i]), kind, i}) {
			return false
		}
	}
	return true
}
