package project

import (
	"errors"
	"fmt"

	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/merge"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/problem"
)

// Adopted is what the case file got of the lines that editors added to a view.
type Adopted struct {
	Additions []capture.Addition
	File      *entities.File // of the case, as it is with them
}

// adopt puts the lines that editors added into the case file's text, as drafts, and returns the
// edits that are left. Nothing is written.
func (m *merging) adopt(overrides *edits.Overrides) (*Adopted, *edits.Overrides, error) {
	adoptions, err := merge.Adoptions(m.network, m.view, overrides)
	if err != nil {
		return nil, nil, fmt.Errorf("nothing was merged, since not all can be adopted:\n%w", err)
	}
	var additions []capture.Addition
	for _, a := range adoptions {
		additions = append(additions, capture.Addition{Relation: a.Relation, Entities: a.Entities})
	}
	adopted := &Adopted{additions, m.Project.File}
	if len(additions) == 0 {
		return adopted, overrides, nil
	}
	if adopted.File, err = capture.Add(m.Project.File, additions...); err != nil {
		return nil, nil, m.notAdopted(additions, err)
	}
	n := network.New(entities.NewIndex(adopted.File.Case))
	for i := range adopted.File.Case.Views {
		if spec := &adopted.File.Case.Views[i]; spec.ID == m.view.Spec.ID {
			overrides = merge.Adopted(overrides, adoptions, baselinesOf(n, spec, nil)[adopted.File.Case.Language])
		}
	}
	return adopted, overrides, nil
}

// notAdopted tells which of the lines it is that cannot be added.
func (m *merging) notAdopted(additions []capture.Addition, err error) error {
	first := 0
	for i := range additions {
		if _, wrong := capture.Add(m.Project.File, additions[:i+1]...); wrong != nil {
			first, err = i, wrong
			break
		}
	}
	var refused *capture.RefusedError
	if errors.As(err, &refused) {
		err = errors.New(refused.Problems[0].Message)
	}
	return fmt.Errorf("nothing was merged: relation %q cannot be adopted: %w", additions[first].Relation.ID, err)
}

// PlaceOf is where an entity or a relation stands in the case file now.
func (a *Adopted) PlaceOf(kind entities.Kind, id string) problem.Place {
	for p := range a.File.Case.Parts() {
		if p.Kind == kind && p.ID == id {
			return a.File.Place(fmt.Sprintf("/%s/%d", kind.List(), p.Item))
		}
	}
	return problem.Place{}
}
