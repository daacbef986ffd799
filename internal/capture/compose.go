package capture

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/hedges"
	"example.org/graphgen/internal/quotes"
	"example.org/graphgen/internal/suggest"
)

// Request is what someone says about words that they quote. Speaker, RelayedBy, From and To
// each name an entity of the case by its id, or a new one as ID:TYPE:NAME.
type Request struct {
	Source   string
	Selector quotes.Selector

	ID                 string // of the claim; made from the quote where empty
	Date               string
	Page               string
	Speaker, RelayedBy string
	Standing           entities.Standing
	Basis              entities.Basis
	Hedge              entities.Words // what weakens the quote, as check wants it, where nil
	Answers            entities.Answer
	Asked              entities.Outcome // what came of asking whoever is accused, who was not asked where empty

	// Relation is the id of the relation that the claim is for. With a Type, From and To it
	// may be a new one, whose id is made from these where it is empty.
	Relation       string
	Type, From, To string
	Details        Details // of a new relation
}

// Details are what a new relation says beside its type and its ends.
type Details struct {
	Label, Start, End string
	For               string // of an official act
	State             entities.ActState
	Amounts           []entities.Amount
}

func (d Details) empty() bool { return reflect.DeepEqual(d, Details{}) }

// of tells whether a relation has these details.
func (d Details) of(r entities.Relation) bool {
	bare := entities.Relation{}
	d.give(&bare)
	return reflect.DeepEqual(r.Label, bare.Label) && r.Start == bare.Start && r.End == bare.End &&
		reflect.DeepEqual(r.For, bare.For) && r.State == bare.State && reflect.DeepEqual(r.Amounts, bare.Amounts)
}

func (d Details) give(r *entities.Relation) {
	r.Start, r.End, r.State, r.Amounts = d.Start, d.End, d.State, d.Amounts
	if d.Label != "" {
		r.Label = entities.Text{"": d.Label}
	}
	if d.For != "" {
		r.For = entities.Text{"": d.For}
	}
}

// Said returns the claim as far as the request says it.
func (r Request) Said() entities.Claim {
	c := entities.Claim{
		ID: r.ID, Source: r.Source, Date: r.Date, Page: r.Page, Speaker: r.Speaker, RelayedBy: r.RelayedBy,
		Quote: r.Selector.Exact, Prefix: r.Selector.Prefix, Suffix: r.Selector.Suffix,
		Standing: r.Standing, Basis: r.Basis, Hedge: r.Hedge, Answers: r.Answers,
	}
	if r.Asked != "" {
		c.Reply = entities.Reply{Asked: true, Outcome: r.Asked}
	}
	if c.Hedge == nil {
		c.Hedge = hedges.Missing(c.Quote, nil, string(c.Standing))
	}
	return c
}

// Draft returns the claim of a request as far as it goes, with the id that it would get.
func Draft(c *entities.Case, r Request) entities.Claim {
	claim, m := r.Said(), maker{taken: idsOf(c)}
	if claim.ID == "" {
		claim.ID = m.claimID(claim)
	}
	for _, named := range []*string{&claim.Speaker, &claim.RelayedBy} {
		if e, isNew := ParseEntity(*named); isNew && m.taken[*named] == 0 {
			*named = e.ID
		}
	}
	return claim
}

// Compose returns what a request adds to a case. A claim and a relation that the case has
// already are not added again: the claim is used, and the relation rests on it. An error says
// what the request gets wrong.
func Compose(c *entities.Case, r Request) (Addition, error) {
	m := &maker{c: c, taken: idsOf(c)}
	claim := r.Said()
	var err error
	if claim.Speaker, err = m.entity(r.Speaker); err != nil {
		return Addition{}, err
	}
	if claim.RelayedBy, err = m.entity(r.RelayedBy); err != nil {
		return Addition{}, err
	}
	for _, id := range r.Answers.Claims() {
		if m.taken[id] != entities.AClaim {
			return Addition{}, fmt.Errorf("the case has no claim %q%s", id, m.near(id, entities.AClaim))
		}
	}
	if claim, err = m.claim(claim); err != nil {
		return Addition{}, err
	}
	a := Addition{Claim: claim}
	if r.Relation+r.Type+r.From+r.To != "" || !r.Details.empty() {
		if a.Relation, err = m.relation(r, claim.ID); err != nil {
			return Addition{}, err
		}
	}
	a.Entities = m.added
	if a.Claim.Source == "" && a.Relation.ID == "" {
		return Addition{}, fmt.Errorf("nothing to add: the case has this claim, as %q", claim.ID)
	}
	return a, nil
}

// longestID is how long a relation's id may get that is made of its parts.
const longestID = 150

// maker makes the parts of an addition.
type maker struct {
	c     *entities.Case
	taken map[string]entities.Kind // what has each id
	added []entities.Entity
}

// idsOf returns the ids of a case with what each of them is. Views have ids of their own.
func idsOf(c *entities.Case) map[string]entities.Kind {
	ids := map[string]entities.Kind{}
	for p := range c.Parts() {
		if p.Kind != entities.AView {
			ids[p.ID] = p.Kind
		}
	}
	return ids
}

// near returns " (did you mean ...?)" for the id of that kind that is nearest, or nothing.
func (m *maker) near(typed string, kind entities.Kind) string {
	var ids []string
	for _, id := range slices.Sorted(maps.Keys(m.taken)) {
		if m.taken[id] == kind {
			ids = append(ids, id)
		}
	}
	return m.nearOf(typed, ids)
}

func (m *maker) nearOf(typed string, words []string) string {
	if nearest := suggest.Nearest(typed, slices.Values(words)); nearest != "" {
		return fmt.Sprintf(" (did you mean %q?)", nearest)
	}
	return ""
}

// types are the relation types that the case can have.
func (m *maker) types() []string {
	return slices.Concat(slices.Sorted(maps.Keys(entities.BuiltinRelationTypes())), slices.Sorted(maps.Keys(m.c.RelationTypes)))
}

// entity returns the id of an entity that the case has, or that ID:TYPE:NAME adds to it.
// Nothing names none.
func (m *maker) entity(named string) (string, error) {
	if named == "" || m.taken[named] == entities.AnEntity {
		return named, nil
	}
	if what, taken := m.taken[named]; taken {
		return "", fmt.Errorf("%q is %s; want an entity", named, what.Article())
	}
	new, isNew := ParseEntity(named)
	if !isNew {
		return "", fmt.Errorf("the case has no entity %q%s; a new one is given as ID:TYPE:NAME, such as ada:person:Ada Berg", named, m.near(named, entities.AnEntity))
	}
	for _, e := range slices.Concat(m.c.Entities, m.added) {
		if e.ID == new.ID {
			if name, _ := e.Name.In(m.c.Language, m.c.Language); e.Type != new.Type || name != new.Name[""] {
				return "", fmt.Errorf("the case has an entity %q, the %s %q; name it by its id, or give the new one another", e.ID, e.Type, name)
			}
			return e.ID, nil
		}
	}
	if what, taken := m.taken[new.ID]; taken {
		return "", fmt.Errorf("the id %q is that of %s; give the entity another", new.ID, what.Article())
	}
	m.added = append(m.added, new)
	m.taken[new.ID] = entities.AnEntity
	return new.ID, nil
}

// ParseEntity reads ID:TYPE:NAME. The name may hold colons. A kind of public body, such as court, is
// an organization of that kind.
func ParseEntity(named string) (entities.Entity, bool) {
	parts := strings.SplitN(named, ":", 3)
	if len(parts) < 3 || slices.Contains(parts, "") {
		return entities.Entity{}, false
	}
	e := entities.Entity{ID: parts[0], Type: entities.EntityType(parts[1]), Name: entities.Text{"": strings.TrimSpace(parts[2])}}
	if body := entities.PublicBody(parts[1]); slices.Contains(entities.PublicBodies(), body) {
		e.Type, e.PublicBody = entities.Organization, body
	}
	return e, true
}

// claim gives the claim an id where it has none. Of one that the case has already only the id
// is left.
func (m *maker) claim(claim entities.Claim) (entities.Claim, error) {
	if what, taken := m.taken[claim.ID]; taken {
		return claim, fmt.Errorf("the id %q is that of %s; give the claim another", claim.ID, what.Article())
	}
	if claim.ID == "" {
		for _, old := range m.c.Claims {
			same := claim
			same.ID = old.ID
			if reflect.DeepEqual(old, same) {
				return entities.Claim{ID: old.ID}, nil
			}
		}
		claim.ID = m.claimID(claim)
	}
	m.taken[claim.ID] = entities.AClaim
	return claim, nil
}

func (m *maker) claimID(claim entities.Claim) string {
	return m.free("c-" + entities.IDFor(claim.Quote, "claim"))
}

// relation returns the relation that is to rest on a claim.
func (m *maker) relation(r Request, claim string) (entities.Relation, error) {
	if r.Type+r.From+r.To == "" && !r.Details.empty() {
		return entities.Relation{}, fmt.Errorf("a label, dates, an amount, and what an act is for and its state are of a new relation, which needs a type, from and to; those of relation %q are edited in the case file", r.Relation)
	}
	if r.Type+r.From+r.To == "" {
		return m.oldRelation(r.Relation, claim)
	}
	if types := m.types(); !slices.Contains(types, r.Type) {
		return entities.Relation{}, fmt.Errorf("there is no relation type %q%s; types are %s", r.Type, m.nearOf(r.Type, types), strings.Join(types, ", "))
	}
	if r.Type == "" || r.From == "" || r.To == "" {
		return entities.Relation{}, fmt.Errorf("a new relation needs a type, from and to")
	}
	new := entities.Relation{ID: r.Relation, Type: r.Type, Claims: []string{claim}}
	r.Details.give(&new)
	var err error
	if new.From, err = m.entity(r.From); err != nil {
		return new, err
	}
	if new.To, err = m.entity(r.To); err != nil {
		return new, err
	}
	if what, taken := m.taken[new.ID]; taken {
		if what == entities.ARelation {
			return new, fmt.Errorf("the case has a relation %q; leave out its type, from and to, or give the new one another id", new.ID)
		}
		return new, fmt.Errorf("the id %q is that of %s; give the relation another", new.ID, what.Article())
	}
	if new.ID != "" {
		return new, nil
	}
	var same []string
	for _, old := range m.c.Relations {
		if old.Type == new.Type && old.From == new.From && old.To == new.To && (r.Details.empty() || r.Details.of(old)) {
			same = append(same, old.ID)
		}
	}
	switch len(same) {
	case 0:
		new.ID = m.free(new.From + "-" + new.Type + "-" + new.To)
		if utf8.RuneCountInString(new.ID) > longestID {
			new.ID = m.free(new.Type)
		}
		return new, nil
	case 1:
		return m.oldRelation(same[0], claim)
	}
	return new, fmt.Errorf("the case has several such relations, %q; name the one that the claim is for, or give a new one an id", same)
}

func (m *maker) oldRelation(id, claim string) (entities.Relation, error) {
	for _, old := range m.c.Relations {
		if old.ID != id {
			continue
		}
		if slices.Contains(old.Claims, claim) {
			return old, fmt.Errorf("nothing to add: relation %q rests on this claim already, as %q", id, claim)
		}
		return entities.Relation{ID: id}, nil
	}
	if what, taken := m.taken[id]; taken {
		return entities.Relation{}, fmt.Errorf("%q is %s; want a relation", id, what.Article())
	}
	return entities.Relation{}, fmt.Errorf("the case has no relation %q%s; a new one needs a type, from and to", id, m.near(id, entities.ARelation))
}

// free returns the id, with a number behind it where the case has it already.
func (m *maker) free(id string) string {
	numbered := id
	for n := 2; m.taken[numbered] != 0; n++ {
		numbered = fmt.Sprintf("%s-%d", id, n)
	}
	return numbered
}
