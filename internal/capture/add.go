package capture

import (
	"errors"
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

	// Relation rests on the claim. One with a type is added, with its claims as given; else
	// it is the case's relation of that id. Without an id there is none.
	Relation entities.Relation
}

// RefusedError says that a case file would not load with what was to be added.
type RefusedError struct {
	Problems problem.List // of the file as it would be
}

func (e *RefusedError) Error() string { return e.Problems[0].Message }

// Add returns a case file with the additions in it, and no other byte changed: new items come
// last in their list, and are written as the file writes what is there. The file has been loaded
// without problems, and no two additions are for one relation that it has. Where it would have
// problems with the additions, the error is a *RefusedError.
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
	var claimed []insertion
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
			at := slices.IndexFunc(file.Case.Relations, func(r entities.Relation) bool { return r.ID == a.Relation.ID })
			if at < 0 {
				return nil, nil, errors.New("the case has no relation " + a.Relation.ID)
			}
			claimed = append(claimed, d.addClaim(at, a.Claim.ID)...)
			want.Relations[at].Claims = append(slices.Clip(want.Relations[at].Claims), a.Claim.ID)
		}
	}
	return slices.Concat(d.addItems("sources", sources), d.addItems("entities", things), d.addItems("claims", claims), d.addItems("relations", relations), claimed), &want, nil
}
