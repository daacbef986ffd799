package wording

import (
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/words"
)

// What gives the amount of an accusation accuses too, however its claim is typed.
func TestAmountsOfAccusations(t *testing.T) {
	file, problems := entities.Load("case.json", []byte(`{"version": 1, "language": "en", "views": [{"id": "v", "title": "V"}],
"entities": [{"id": "ada", "type": "person", "name": "Ada"}, {"id": "ben", "type": "person", "name": "Ben"}, {"id": "paper", "type": "media", "name": "Gazette"}],
"sources": [{"id": "s", "type": "article", "title": "A", "publisher": "paper"}],
"claims": [{"id": "c1", "source": "s", "speaker": "paper", "quote": "he paid her off", "standing": "stated"}, {"id": "c2", "source": "s", "speaker": "ben", "quote": "a bribe of 900 euros", "standing": "stated"}],
"relations": [{"id": "r", "type": "bribed", "from": "ben", "to": "ada", "claims": ["c1"], "amounts": [{"value": 900, "currency": "EUR", "claims": ["c2"]}]}]}`))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	x := entities.NewIndex(file.Case)
	describer := &Describer{Index: x, Words: words.For("en"), Lang: "en"}
	notes, _ := describer.Notes(network.New(x).View(&file.Case.Views[0]))
	said := ""
	for _, e := range notes[0].Entries {
		said += e.String() + "\n"
	}
	if len(notes) != 1 || strings.Contains(said, "Said by") || strings.Count(said, "Alleged by") != 2 {
		t.Errorf("%d notes:\n%s", len(notes), said)
	}
}

// A note does not call a line stated without saying that its amount is not.
func TestHeadingsTellOfAmounts(t *testing.T) {
	file, problems := entities.Load("case.json", []byte(`{"version": 1, "language": "en", "views": [{"id": "v", "title": "V"}],
"entities": [{"id": "ada", "type": "person", "name": "Ada"}, {"id": "ben", "type": "person", "name": "Ben"}],
"claims": [{"id": "c1", "speaker": "ben", "quote": "he paid her", "standing": "stated"}, {"id": "c2", "speaker": "ben", "quote": "nine hundred", "standing": "alleged"},
 {"id": "c3", "speaker": "ben", "quote": "in two years", "standing": "stated"}, {"id": "c4", "speaker": "ada", "quote": "no", "standing": "stated", "answers": {"claim": "c2", "as": "denies"}}],
"relations": [{"id": "r", "type": "paid", "from": "ben", "to": "ada", "claims": ["c1"],
 "amounts": [{"value": 900, "currency": "EUR", "claims": ["c2"]}, {"value": 800, "currency": "EUR", "period": "2021", "claims": ["c3"]}, {"value": 700, "currency": "EUR"}]}]}`))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	x := entities.NewIndex(file.Case)
	notes, _ := (&Describer{Index: x, Words: words.For("en"), Lang: "en"}).Notes(network.New(x).View(&file.Case.Views[0]))
	if want := "stated by a named source; EUR 900: disputed"; notes[0].Heading != want || notes[0].Plain {
		t.Errorf("%q, want %q", notes[0].Heading, want)
	}
}
