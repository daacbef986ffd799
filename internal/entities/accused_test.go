package entities

import (
	"slices"
	"testing"
)

func TestEveryBuiltinWrongdoingHasAPart(t *testing.T) {
	for id, builtin := range BuiltinRelationTypes() {
		if _, told := partsOf[id]; told != builtin.Wrongdoing {
			t.Errorf("%s: wrongdoing is %t, and whether the other end has a part in it is told: %t", id, builtin.Wrongdoing, told)
		}
	}
	for id := range partsOf {
		if _, known := BuiltinRelationTypes()[id]; !known {
			t.Errorf("%s is no built-in type", id)
		}
	}
}

func TestAccused(t *testing.T) {
	x := NewIndex(&Case{RelationTypes: map[string]RelationType{
		"tied-to":  {Label: Text{"": "tied to"}, Inverse: Text{"": "tied to"}, Wrongdoing: true},
		"targets":  {Label: Text{"": "targets"}, Wrongdoing: true},
		"resemble": {Label: Text{"": "like"}, Inverse: Text{"": "like"}},
	}})
	for _, test := range []struct {
		relationType string
		accused      []string
		wronged      string
	}{
		{"harms", []string{"a"}, "b"},
		{"profits-from", []string{"a"}, ""},
		{"bribed", []string{"a", "b"}, ""},
		{"tied-to", []string{"a", "b"}, ""},
		{"targets", []string{"a"}, ""},
		{"heads", nil, ""},
		{"resemble", nil, ""},
		{"nobody-knows", []string{"a"}, ""},
	} {
		r := &Relation{Type: test.relationType, From: "a", To: "b"}
		if got := x.Accused(r); !slices.Equal(got, test.accused) {
			t.Errorf("%s accuses %q, want %q", test.relationType, got, test.accused)
		}
		if got := x.Wronged(r); got != test.wronged {
			t.Errorf("%s wrongs %q, want %q", test.relationType, got, test.wronged)
		}
	}
}

func TestVoice(t *testing.T) {
	x := NewIndex(&Case{Claims: []Claim{
		{ID: "first"},
		{ID: "again", Answers: Answer{Claim: "first", As: Repeats}},
		{ID: "once-more", Answers: Answer{Claim: "again", As: Repeats}},
		{ID: "second", Answers: Answer{Claim: "first", As: Confirms}},
		{ID: "round", Answers: Answer{Claim: "about", As: Repeats}},
		{ID: "about", Answers: Answer{Claim: "round", As: Repeats}},
		{ID: "lost", Answers: Answer{Claim: "nowhere", As: Repeats}},
	}})
	for id, want := range map[string]string{"first": "first", "once-more": "first", "second": "second", "round": "", "lost": ""} {
		got := ""
		if c := x.Voice(x.Claim(id)); c != nil {
			got = c.ID
		}
		if got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}
