package report

import (
	"cmp"
	"slices"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/problem"
)

// Problem is one thing that check found.
type Problem struct {
	Severity string `json:"severity"`
	Slug     string `json:"slug"`
	Place    string `json:"place"` // file:line:column
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
}

func problems(found problem.List) []Problem {
	sorted := slices.Clone(found)
	slices.SortStableFunc(sorted, func(a, b problem.Problem) int {
		return cmp.Or(cmp.Compare(b.Severity, a.Severity), cmp.Compare(a.Slug, b.Slug))
	})
	all := []Problem{}
	for _, p := range sorted {
		all = append(all, Problem{Severity: p.Severity.String(), Slug: p.Slug, Place: p.Place.String(), Message: p.Message, Hint: p.Hint})
	}
	return all
}

// hintedOnce leaves a hint out where the problem before has the same.
func hintedOnce(list []Problem) []Problem {
	told := slices.Clone(list)
	for i := range told {
		if i > 0 && list[i-1].Slug == list[i].Slug && list[i-1].Hint == list[i].Hint {
			told[i].Hint = ""
		}
	}
	return told
}

// RuleChange is a check whose severity the case changes, with its reason.
type RuleChange struct {
	Slug   string   `json:"slug"`
	Doc    string   `json:"doc"` // what the check reports
	From   string   `json:"from"`
	To     string   `json:"to"`             // off where it is turned off
	Only   []string `json:"only,omitempty"` // the ids that it is changed for; none for the whole case
	Reason string   `json:"reason"`
}

func (w *writer) ruleChanges() []RuleChange {
	all := []RuleChange{}
	for _, rule := range check.Rules() {
		if change, changed := w.index.Case.Rules[rule.Slug]; changed && !rule.Fixed() {
			all = append(all, RuleChange{Slug: rule.Slug, Doc: rule.Doc, From: rule.Severity.String(), To: change.Severity, Only: change.Only, Reason: change.Reason})
		}
	}
	slices.SortFunc(all, func(a, b RuleChange) int { return cmp.Compare(a.Slug, b.Slug) })
	return all
}
