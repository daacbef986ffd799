package capture

import (
	"errors"
	"maps"
	"reflect"
	"slices"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
)

// Addition is what one capture adds to a case.
type Addition struct {
	Sources  []entities.Source
	Entities []entities.Entity
	Claim    entities.Claim // of one without a source nothing is added: the case has the claim of that id

	// Relation rests on the claim. One with a type is added, with its claims and amounts as given;
	// else it is the case's relation of that id, which gets the claim where it has not got it, and
	// the amounts. Without an id there is none.
	Relation entities.Relation
}

// RefusedError says that a case file would not load with what was to be added.
type RefusedError struct {
	Problems problem.List // of the file as it would be
}

func (e *RefusedError) Error() string { return e.Problems[0].Message }

// Add returns a case file with the additions in it, and no other byte changed: new items come
// last in their list, and are written as the file writes what is there. The file has been loaded
// without problems. Where it would have problems with the additions, the error is a *RefusedError.
func Add(file *entities.File, additions ...Addition) (*entities.File, error) {
	insertions, want, err := plan(file, additions)
	if err != nil {
		return nil, err
	}
	edited, problems := entities.Load(file.Name, insert([]byte(file.Text()), insertions))
	if problems.HasErrors() {
		return nil, &RefusedError{problems}
	}
	if !reflect.DeepEqual(edited.Case, want) {
		return nil, errors.New("the file cannot be edited: it would say something else than was to be added; add it by hand")
	}
	return edited, nil
}

// plan returns what is to be inserted in a case file, and the case that it then holds.
func plan(file *entities.File, additions []Addition) ([]insertion, *entities.Case, error) {
	d, err := parseDocument(file.Text())
	if err != nil {
		return nil, nil, err
	}
	want := *file.Case
	want.Sources = slices.Clip(want.Sources)
	want.Entities, want.Claims, want.Relations = slices.Clip(want.Entities), slices.Clip(want.Claims), slices.Clone(want.Relations)
	var sources, things, claims, relations []value
	grown := growth{at: map[string]int{}, claims: map[int]map[string]bool{}, old: file.Case.Relations}
	for _, a := range additions {
		for _, s := range a.Sources {
			sources = append(sources, encode(s))
			want.Sources = append(want.Sources, s)
		}
		for _, e := range a.Entities {
			things = append(things, encode(e))
			want.Entities = append(want.Entities, e)
		}
		if a.Claim.Source != "" {
			claims = append(claims, encode(a.Claim))
			want.Claims = append(want.Claims, a.Claim)
		}
		switch {
		case a.Relation.Type != "":
			relations = append(relations, encode(a.Relation))
			want.Relations = append(want.Relations, a.Relation)
		case a.Relation.ID != "":
			if err := grown.grow(want.Relations, a); err != nil {
				return nil, nil, err
			}
		}
	}
	return slices.Concat(d.addItems("sources", sources), d.addItems("entities", things), d.addItems("claims", claims), d.addItems("relations", relations), grown.insertions(d, want.Relations)), &want, nil
}

// growth is what relations get that a case has.
type growth struct {
	old []entities.Relation
	at  map[string]int // indexes by id, of those that share one the first; made when it is asked for

	claims map[int]map[string]bool // ids of what those rest on that get something, by their indexes
}

// grow gives a relation the claim and the amounts of an addition.
func (g *growth) grow(relations []entities.Relation, a Addition) error {
	if len(g.at) == 0 {
		for i, r := range slices.Backward(g.old) {
			g.at[r.ID] = i
		}
	}
	at, known := g.at[a.Relation.ID]
	if !known {
		return errors.New("the case has no relation " + a.Relation.ID)
	}
	r := &relations[at]
	if g.claims[at] == nil {
		r.Claims, r.Amounts = slices.Clip(r.Claims), slices.Clip(r.Amounts) // they are the old case's
		g.claims[at] = map[string]bool{}
		for _, id := range r.Claims {
			g.claims[at][id] = true
		}
	}
	if !g.claims[at][a.Claim.ID] {
		g.claims[at][a.Claim.ID] = true
		r.Claims = append(r.Claims, a.Claim.ID)
	}
	r.Amounts = append(r.Amounts, a.Relation.Amounts...)
	return nil
}

// insertions are those for what relations have more than they had.
func (g *growth) insertions(d *document, relations []entities.Relation) []insertion {
	var all []insertion
	for _, at := range slices.Sorted(maps.Keys(g.claims)) {
		var claims, amounts []value
		for _, id := range relations[at].Claims[len(g.old[at].Claims):] {
			claims = append(claims, stringValue(id))
		}
		for _, a := range relations[at].Amounts[len(g.old[at].Amounts):] {
			amounts = append(amounts, encode(a))
		}
		all = append(all, d.addTo(at, "amounts", amounts)...)
		all = append(all, d.addTo(at, "claims", claims)...)
	}
	return all
}
