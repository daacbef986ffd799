package network

import (
	"slices"

	"example.org/graphgen/internal/entities"
)

// exclusion is a view's exclude. Each question returns the word that takes the thing away.
//
// A line is drawn with all its claims or not at all: naming a claim takes away what it
// affirms, never the claim from under a line. So no exclusion can raise a standing, lift a
// caveat or silence a denial.
type exclusion struct {
	choice
	network *Network
	claims  set // those among the ids that name claims
}

func (n *Network) exclusionOf(s entities.Selection) exclusion {
	x := exclusion{choice: choiceOf(s), network: n, claims: set{}}
	for id := range x.ids {
		if n.index.Claim(id) != nil {
			x.claims[id] = true
		}
	}
	return x
}

// statement tells what excludes a statement: a value goes with its figure.
func (x exclusion) statement(s *entities.Statement) (string, bool) {
	switch {
	case s.Relation != nil:
		return x.relation(s.Relation)
	case s.Flow != nil:
		return x.flow(s.Flow)
	}
	return x.figure(s.Figure)
}

// relation tells what excludes a relation: itself, its type, a claim that affirms it or one
// of its ends.
func (x exclusion) relation(r *entities.Relation) (string, bool) {
	switch {
	case x.ids[r.ID]:
		return r.ID, true
	case x.relations[r.Type]:
		return r.Type, true
	}
	if claim, excluded := x.affirmed(r); excluded {
		return claim, true
	}
	return x.anyEntity([]string{r.From, r.To})
}

// itself tells whether the relation is excluded by its own id, type or claims.
func (x exclusion) itself(r *entities.Relation) bool {
	word, excluded := x.relation(r)
	return excluded && (word == r.ID || word == r.Type || x.claims[word])
}

// flow tells what excludes a flow: itself, flows altogether, a claim that affirms it or one
// of its entities.
func (x exclusion) flow(f *entities.Flow) (string, bool) {
	switch {
	case x.ids[f.ID]:
		return f.ID, true
	case x.types[flowType]:
		return flowType, true
	}
	if claim, excluded := x.affirmed(f); excluded {
		return claim, true
	}
	return x.anyEntity(entitiesOf(f))
}

// figure tells what excludes a figure: itself, figures altogether or a claim that affirms
// one of its values. The values of a figure are shown side by side or not at all: leaving
// one out would pick a winner.
func (x exclusion) figure(f *entities.Figure) (string, bool) {
	switch {
	case x.ids[f.ID]:
		return f.ID, true
	case x.types[figureType]:
		return figureType, true
	}
	for i := range f.Values {
		if claim, excluded := x.affirmed(&f.Values[i]); excluded {
			return claim, true
		}
	}
	return "", false
}

func (x exclusion) anyEntity(ids []string) (string, bool) {
	for _, id := range ids {
		if e := x.network.index.Entity(id); e != nil {
			if word, excluded := x.entity(e); excluded {
				return word, true
			}
		}
	}
	return "", false
}

// affirmed returns the first excluded claim that affirms a part of the case, which is a *Relation,
// a *Flow or a *Value, or one of its amounts; where nothing affirms it, the first that it lists. It
// may list what denies it: that excludes nothing.
func (x exclusion) affirmed(part any) (string, bool) {
	if len(x.claims) == 0 {
		return "", false
	}
	s := x.network.index.StatementOf(part)
	for _, s := range append([]*entities.Statement{s}, s.Verdict.Amounts...) {
		if id, excluded := x.affirmedAlone(s); excluded {
			return id, true
		}
	}
	return "", false
}

func (x exclusion) affirmedAlone(s *entities.Statement) (string, bool) {
	if !slices.ContainsFunc(s.Claims(), func(id string) bool { return x.claims[id] }) {
		return "", false
	}
	resting := s.Claims()
	if len(s.Verdict.Affirming) > 0 {
		resting = nil
		for _, c := range s.Verdict.Affirming {
			resting = append(resting, c.ID)
		}
	}
	for _, id := range slices.Sorted(slices.Values(resting)) {
		if x.claims[id] {
			return id, true
		}
	}
	return "", false
}
