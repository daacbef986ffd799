package report

import (
	"slices"

	"example.org/graphgen/internal/entities"
)

// Summary is what a report comes to.
type Summary struct {
	Counts       []Count `json:"counts"`    // by standing, strongest first, contested before unsourced
	Accusing     int     `json:"accusing"`  // lines that accuse
	Persons      []Named `json:"persons"`   // the persons accused, by name
	OfPersons    int     `json:"ofPersons"` // lines that accuse persons
	Bodies       []Named `json:"bodies"`    // the ministries, organizations, countries and the like accused, by name
	OfBodies     int     `json:"ofBodies"`  // lines that accuse such, with a person or without
	OfOthers     int     `json:"ofOthers"`  // lines that accuse neither: groups, what moves, or numbers
	Bound        []Named `json:"bound"`     // the persons who head, belong to or work for someone accused, by name
	Asked        int     `json:"asked"`     // lines that accuse and of which someone was asked for a reply
	Denied       int     `json:"denied"`    // lines that someone denies or disputes
	Answered     int     `json:"answered"`  // lines that are answered otherwise, and not denied
	Quotes       Quotes  `json:"quotes"`    // of all claims
	Errors       int     `json:"errors"`    // that check found
	Warnings     int     `json:"warnings"`  // likewise
	Notes        int     `json:"notes"`     // likewise
	RuleChanges  int     `json:"ruleChanges"`
	Corrections  int     `json:"corrections"`
	NeverDrawn   int     `json:"neverDrawn"` // lines that no view shows
	UnusedClaims int     `json:"unusedClaims"`
}

// Count is how many lines stand alike.
type Count struct {
	Standing  string `json:"standing"`
	Stands    string `json:"stands"` // in words
	Relations int    `json:"relations"`
	Flows     int    `json:"flows"`
	Values    int    `json:"values"`
}

// Quotes counts claims by what became of their quotes.
type Quotes struct {
	All       int `json:"all"`
	Found     int `json:"found"`
	Ambiguous int `json:"ambiguous"`
	Missing   int `json:"missing"`
	Unchecked int `json:"unchecked"`
}

func (w *writer) summary() Summary {
	r := w.report
	s := Summary{Persons: []Named{}, Bodies: []Named{}, Bound: []Named{}, RuleChanges: len(r.RuleChanges), Corrections: len(r.Corrections), UnusedClaims: len(r.Unused)}
	for _, standing := range entities.Standings() {
		s.Counts = append(s.Counts, Count{Standing: string(standing), Stands: standingWord(standing)})
	}
	for i := range r.Lines {
		s.count(&r.Lines[i])
	}
	s.Counts = slices.DeleteFunc(s.Counts, func(c Count) bool { // most cases have neither
		rare := c.Standing == string(entities.Lapsed) || c.Standing == ""
		return rare && c.Relations+c.Flows+c.Values == 0
	})
	for _, p := range r.Persons {
		if len(p.Near) > 0 {
			s.Bound = append(s.Bound, Named{ID: p.ID, Name: p.Name, Type: string(entities.Person)})
		}
	}
	byName(s.Bound)
	byName(s.Persons)
	byName(s.Bodies)
	for i := range w.index.Case.Claims {
		s.Quotes.count(w.quotes[&w.index.Case.Claims[i]].status())
	}
	for _, p := range r.Problems {
		switch p.Severity {
		case "error":
			s.Errors++
		case "warning":
			s.Warnings++
		default:
			s.Notes++
		}
	}
	return s
}

func (s *Summary) count(l *Line) {
	c := &s.Counts[slices.IndexFunc(s.Counts, func(c Count) bool { return c.Standing == l.Standing })]
	switch l.Kind {
	case entities.RelationStatement:
		c.Relations++
	case entities.FlowStatement:
		c.Flows++
	case entities.ValueStatement:
		c.Values++
	}
	if len(l.Shown) == 0 {
		s.NeverDrawn++
	}
	switch {
	case len(l.verdict.Denials) > 0:
		s.Denied++
	case len(l.Answers()) > 0:
		s.Answered++
	}
	if !l.Accuses {
		return
	}
	s.Accusing++
	if slices.ContainsFunc(l.verdict.Affirming, func(c *entities.Claim) bool { return c.Reply.Asked }) {
		s.Asked++
	}
	ofPerson, ofBody := false, false
	for _, accused := range l.Accused {
		switch {
		case accused.Type == string(entities.Person):
			ofPerson = true
			s.Persons = add(s.Persons, accused)
		case isBody(accused):
			ofBody = true
			s.Bodies = add(s.Bodies, accused)
		}
	}
	if ofPerson {
		s.OfPersons++
	}
	if ofBody {
		s.OfBodies++
	}
	if !ofPerson && !ofBody {
		s.OfOthers++
	}
}

func (q *Quotes) count(status string) {
	q.All++
	switch status {
	case found:
		q.Found++
	case ambiguous:
		q.Ambiguous++
	case notChecked:
		q.Unchecked++
	default:
		q.Missing++
	}
}

func add(list []Named, n Named) []Named {
	if named(list, n.ID) {
		return list
	}
	return append(list, n)
}
