package main

import (
	"errors"
	"fmt"
	"io"

	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/merge"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/problem"
)

// adoption is what --adopt makes of lines that were added by hand.
type adoption struct {
	additions []capture.Addition
	text      []byte       // of the case file, with them
	layer     *edits.Layer // of the edits, without them
	file      *entities.File
}

// adopt puts the lines that editors added into the case file's text, as drafts. Nothing is written.
func (m *merging) adopt(layer *edits.Layer) (*adoption, error) {
	additions, err := merge.Adoptions(m.network, m.view, layer)
	if err != nil {
		return nil, failure{exitData, fmt.Errorf("nothing was merged, since not all can be adopted:\n%w", err)}
	}
	a := &adoption{additions: additions, text: m.caseText, layer: layer, file: m.file}
	for _, addition := range additions {
		a.text, err = capture.Add(m.casePath, a.text, addition)
		var refused *capture.RefusedError
		if errors.As(err, &refused) {
			err = errors.New(refused.Problems[0].Message)
		}
		if err != nil {
			return nil, failure{exitData, fmt.Errorf("nothing was merged: relation %q cannot be adopted: %w", addition.Relation.ID, err)}
		}
	}
	if len(additions) == 0 {
		return a, nil
	}
	a.file, _ = entities.Load(m.casePath, a.text)
	n := network.New(entities.NewIndex(a.file.Case))
	for i := range a.file.Case.Views {
		if spec := &a.file.Case.Views[i]; spec.ID == m.view.Spec.ID {
			ground := groundsOf(n, spec, nil)[a.file.Case.Language]
			a.layer = merge.Adopted(layer, additions, ground)
		}
	}
	return a, nil
}

// tell says what the case file has now, and what is still to be done.
func (a *adoption) tell(w io.Writer) {
	if a == nil {
		return
	}
	for _, addition := range a.additions {
		for _, e := range addition.Entities {
			fmt.Fprintf(w, "%v: entity %q added\n", a.placeOf(entities.AnEntity, e.ID), problem.Printable(e.ID))
		}
		fmt.Fprintf(w, "%v: relation %q added as a draft: it has no claim yet, see graphgen quote --add --relation\n", a.placeOf(entities.ARelation, addition.Relation.ID), problem.Printable(addition.Relation.ID))
	}
	if len(a.additions) == 0 {
		fmt.Fprintln(w, "there is nothing to adopt")
	}
}

func (a *adoption) placeOf(kind entities.Kind, id string) problem.Place {
	switch kind {
	case entities.AnEntity:
		for i := range a.file.Case.Entities {
			if a.file.Case.Entities[i].ID == id {
				return a.file.Place(fmt.Sprintf("/entities/%d", i))
			}
		}
	case entities.ARelation:
		for i := range a.file.Case.Relations {
			if a.file.Case.Relations[i].ID == id {
				return a.file.Place(fmt.Sprintf("/relations/%d", i))
			}
		}
	}
	return problem.Place{}
}
