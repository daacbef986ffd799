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

// Add returns a case file with the addition in it, and no other byte changed: new items come
// last in their list, and are written as the file writes what is there. The file must load
// without problems. Where it would have some with the addition, the error is a *RefusedError.
func Add(name string, data []byte, a Addition) ([]byte, error) {
	insertions, want, err := plan(name, data, a)
	if err != nil {
		return nil, err
	}
	edited := insert(data, insertions)
	file, problems := entities.Load(name, edited)
	if problems.HasErrors() {
		return nil, &RefusedError{problems}
	}
	if !reflect.DeepEqual(file.Case, want) {
		return nil, errors.New("the file cannot be edited: it would say something else than was to be added; add it by hand")
	}
	return edited, nil
}

// plan returns what is to be inserted in a case file, and the case that it then holds.
func plan(name string, data []byte, a Addition) ([]insertion, *entities.Case, error) {
	file, problems := entities.Load(name, data)
	if problems.HasErrors() {
		return nil, nil, &RefusedError{problems}
	}
	d, err := parseDocument(data)
	if err != nil {
		return nil, nil, err
	}
	want := *file.Case
	var insertions []insertion
	var items []value
	for _, e := range a.Entities {
		items = append(items, encode(e))
		want.Entities = append(slices.Clip(want.Entities), e)
	}
	insertions = append(insertions, d.addItems("entities", items)...)
	if a.Claim.Source != "" {
		insertions = append(insertions, d.addItems("claims", []value{encode(a.Claim)})...)
		want.Claims = append(slices.Clip(want.Claims), a.Claim)
	}
	switch {
	case a.Relation.Type != "":
		insertions = append(insertions, d.addItems("relations", []value{encode(a.Relation)})...)
		want.Relations = append(slices.Clip(want.Relations), a.Relation)
	case a.Relation.ID != "":
		at := slices.IndexFunc(want.Relations, func(r entities.Relation) bool { return r.ID == a.Relation.ID })
		if at < 0 {
			return nil, nil, errors.New("the case has no relation " + a.Relation.ID)
		}
		insertions = append(insertions, d.addClaim(at, a.Claim.ID)...)
		want.Relations = slices.Clone(want.Relations)
		want.Relations[at].Claims = append(slices.Clip(want.Relations[at].Claims), a.Claim.ID)
	}
	return insertions, &want, nil
}
