package check

import (
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
)

// FuzzCheck holds that no case that loads makes a rule panic, that every problem has a
// place in the file, and that turning rules off hides nothing that is fixed.
func FuzzCheck(f *testing.F) {
	for _, test := range ruleCases {
		body, _ := unmark(test.body)
		f.Add([]byte(body), "She said so. He may have said so.")
	}
	fixed := map[string]bool{}
	rules := map[string]entities.RuleChange{}
	for _, r := range Rules() {
		fixed[r.Slug] = r.Fixed()
		rules[r.Slug] = entities.RuleChange{Severity: off, Reason: "to see what stays"}
	}
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		file, problems := entities.Load("case.json", data)
		if len(problems) > 0 {
			return
		}
		opts := Options{Texts: map[string]SourceText{"s": {Name: "s.txt", Data: []byte(text)}}}
		want := map[problem.Problem]bool{}
		for _, p := range checked(file, opts) {
			if p.Place.Line < 1 || p.Place.Column < 1 || p.Message == "" || p.Severity == 0 {
				t.Errorf("no place, message or severity: %+v", p)
			}
			if fixed[p.Slug] && p.Slug != "bad-rule-change" {
				want[p] = true
			}
		}
		file.Case.Rules = rules
		for _, p := range checked(file, opts) {
			delete(want, p)
			if !fixed[p.Slug] {
				t.Errorf("not turned off: %+v", p)
			}
		}
		for p := range want {
			t.Errorf("turned off: %+v", p)
		}
	})
}
