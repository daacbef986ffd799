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
