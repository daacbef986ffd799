package report

import (
	"slices"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/problem"
)

// Edited is what an editor did by hand to what a view says. No claim answers for it.
type Edited struct {
	View     string `json:"view"`  // its id
	Thing    string `json:"thing"` // node or line
	ID       string `json:"id"`
	What     string `json:"what"` // words, added or removed
	Language string `json:"language,omitempty"`
	Was      string `json:"was,omitempty"` // by the case
	Is       string `json:"is,omitempty"`

	// Says is the same in a sentence.
	Says string `json:"says"`
}

// editedBy lists all that was written, added and taken out by hand of a view, in the order of its
// edits, whatever it says: no list of words can tell what accuses.
func editedBy(v *network.View) []Edited {
	var all []Edited
	for _, told := range v.Edits.Told() {
		e := Edited{View: v.Spec.ID, Thing: "node", ID: told.ID, What: string(told.What), Language: told.Lang, Was: told.Was, Is: told.Is, Says: told.String()}
		if told.Line {
			e.Thing = "line"
		}
		all = append(all, e)
	}
	return all
}

// editedOf lists what was done by hand to things of one of these ids, in any view.
func (r *Report) editedOf(ids ...string) []Edited {
	var all []Edited
	for i := range r.Views {
		for _, e := range r.Views[i].Edited {
			if slices.Contains(ids, e.ID) || slices.ContainsFunc(ids, func(id string) bool { return (edits.Thing{Line: e.Thing == "line", ID: e.ID}).LegOf(id) }) {
				all = append(all, e)
			}
		}
	}
	return all
}

// shortOfEdits tells how much of the diagrams is by hand.
func (r *Report) shortOfEdits(say func(bool, string, ...any)) {
	n, views := 0, 0
	for i := range r.Views {
		n += len(r.Views[i].Edited)
		if len(r.Views[i].Edited) > 0 {
			views++
		}
	}
	if n > 0 {
		say(true, "%s by hand, in %s: no claim answers for it.", problem.Counted(n, "thing is written, added or taken out", "things are written, added or taken out"), problem.Counted(views, "diagram"))
	}
}
