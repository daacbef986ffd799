package formats

import (
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/wording"
	"example.org/graphgen/internal/words"
)

func TestBracketedWithin(t *testing.T) {
	long := strings.Repeat("ក", 600)
	for _, c := range []struct {
		line, caveat string
		most         int
		want         string
	}{
		{"bribed", "", 20, "bribed"},
		{"bribed", "alleged by X", 30, "bribed (alleged by X)"},
		{"paid for all of it", "alleged by X", 24, "paid for… (alleged by X)"},
		{"bribed", "alleged by so many", 14, "bri… (allege…)"},
	} {
		if got := BracketedWithin(c.most, c.line, c.caveat); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	for _, got := range []string{BracketedWithin(500, long, "alleged by X"), BracketedWithin(500, long, "alleged by "+long), BracketedWithin(500, "x", "alleged by "+long)} {
		if n := utf8.RuneCountInString(got); n > 500 || !strings.Contains(got, "(alleged by ") {
			t.Errorf("%d characters: %s", n, got)
		}
	}
}

// Who answers an amount in other words is named beside the line, as where the line is answered so.
func TestCaveatsOfAmounts(t *testing.T) {
	file, problems := entities.Load("case.json", []byte(`{"version": 1, "language": "en",
"entities": [{"id": "ada", "type": "person", "name": "Ada"}, {"id": "ben", "type": "person", "name": "Ben"}],
"claims": [{"id": "c1", "speaker": "ben", "quote": "he paid her", "standing": "stated"}, {"id": "c2", "speaker": "ben", "quote": "nine hundred", "standing": "stated"},
 {"id": "c3", "speaker": "ada", "quote": "no such sum", "standing": "stated", "answers": {"claim": "c2", "as": "denies-other-wording"}}],
"relations": [{"id": "pays", "type": "paid", "from": "ben", "to": "ada", "claims": ["c1"], "amounts": [{"value": 900, "currency": "EUR", "claims": ["c2"]}]}]}`))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	x := entities.NewIndex(file.Case)
	s := Subject{Describer: &wording.Describer{Index: x, Words: words.For("en"), Lang: "en"}}
	if got := s.Caveat(x.StandRelation(x.Relation("pays"))); got != "EUR 900; Denied in other words by Ada" {
		t.Errorf("%q", got)
	}
}
