package check

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"example.org/graphgen/internal/changes"
	"example.org/graphgen/internal/entities"
)

// correctionMissing reports each thing of which something was published that is no more so,
// once, unless a correction that is new since names it.
func correctionMissing(s *subject, report report) {
	if s.opts.Since == nil {
		return
	}
	owed := map[[2]string][]changes.Change{}
	var order [][2]string
	fresh := newCorrections(s.opts.Since.Index.Case, s.file.Case)
	for _, c := range changes.Between(*s.opts.Since, changes.State{Index: s.index, Edits: s.opts.Edits}) {
		if !c.Published || corrected(c, fresh) {
			continue
		}
		at := [2]string{string(c.Kind), c.ID}
		if owed[at] == nil {
			order = append(order, at)
		}
		owed[at] = append(owed[at], c)
	}
	for _, at := range order {
		list := owed[at]
		message := "published, and changed without a correction: " + list[0].String()
		if more := len(list) - 1; more > 0 {
			message += fmt.Sprintf("; and %d more of it", more)
		}
		report(placeOfChange(s.file.Case, list[0]), message, correctionAdvice(s, list[0]))
	}
}

// newCorrections are those that the case did not have before.
func newCorrections(old, now *entities.Case) []entities.Correction {
	var fresh []entities.Correction
	for _, c := range now.Corrections {
		if !slices.ContainsFunc(old.Corrections, func(o entities.Correction) bool { return reflect.DeepEqual(o, c) }) {
			fresh = append(fresh, c)
		}
	}
	return fresh
}

// corrected tells whether a correction speaks of the change. One that names nothing in
// particular is printed everywhere and speaks of all.
func corrected(c changes.Change, corrections []entities.Correction) bool {
	return slices.ContainsFunc(corrections, func(n entities.Correction) bool {
		return len(n.About) == 0 || slices.ContainsFunc(n.About, func(id string) bool { return slices.Contains(c.Names, id) })
	})
}

// correctionAdvice names what of the change is still in the case for a correction to name.
func correctionAdvice(s *subject, c changes.Change) string {
	there := map[string]bool{}
	for p := range s.file.Case.Parts() {
		there[p.ID] = true
	}
	var ids []string
	for _, id := range c.Names {
		if there[id] && len(ids) < 5 {
			ids = append(ids, fmt.Sprintf("%q", id))
		}
	}
	if len(ids) == 0 {
		return "add a correction that says what was wrong, without about: nothing is left that it could name, so it is printed below every picture"
	}
	return "add a correction that says what was wrong, and name in about one of " + strings.Join(ids, ", ") + "; without about it is printed below every picture"
}

// placeOfChange is where the changed thing stands, or where it stood: the list it was in.
func placeOfChange(c *entities.Case, change changes.Change) string {
	if change.Kind == changes.RelationType {
		return pointer("relationTypes", change.ID)
	}
	of := entities.AView
	switch change.Kind {
	case changes.Relation:
		of = entities.ARelation
	case changes.Flow:
		of = entities.AFlow
	case changes.Figure:
		of = entities.AFigure
	case changes.Claim:
		of = entities.AClaim
	case changes.Entity:
		of = entities.AnEntity
	case changes.Source:
		of = entities.ASource
	case changes.Correction:
		return pointer("corrections")
	}
	place := pointer(of.List())
	for p := range c.Parts() {
		if p.ID == change.ID && p.Kind == of {
			place = pointer(of.List(), p.Item)
		}
	}
	return place
}
