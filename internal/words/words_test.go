package words

import (
	"testing"

	"example.org/graphgen/internal/entities"
)

func TestList(t *testing.T) {
	for _, test := range []struct {
		names []string
		want  string
	}{
		{nil, ""},
		{[]string{"A"}, "A"},
		{[]string{"A", "B"}, "A and B"},
		{[]string{"A", "B", "C"}, "A, B and C"},
	} {
		if got := english.List(test.names); got != test.want {
			t.Errorf("List(%q) is %q, want %q", test.names, got, test.want)
		}
	}
}

// What a case says is put in as it is, whatever it looks like.
func TestSayTakesWordsLiterally(t *testing.T) {
	if got, want := english.Say(AllegedBy, "100%s of %d [x]"), "alleged by 100%s of %d [x]"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
}

// The words that a reader must see are fixed by the contract; no standing goes without one.
func TestStandingWords(t *testing.T) {
	for standing, want := range map[entities.Standing]string{
		entities.Record:    "on record",
		entities.Stated:    "stated by a named source",
		entities.Alleged:   "alleged",
		entities.Rumoured:  "unsubstantiated",
		entities.Contested: "disputed",
		"":                 "unsourced",
		"certain":          "unsourced",
	} {
		if got := english.Standing(standing); got != want {
			t.Errorf("%q is worded %q, want %q", standing, got, want)
		}
	}
}

func TestType(t *testing.T) {
	for kind, want := range map[entities.EntityType]string{
		entities.Locality: "place", entities.Person: "person", "flow": "flow",
	} {
		if got := english.Type(kind); got != want {
			t.Errorf("%q is worded %q, want %q", kind, got, want)
		}
	}
}
