package wording

import (
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/words"
)

const acts = `{"version": 1, "language": "en", "views": [{"id": "v", "title": "V"}],
"entities": [{"id": "ada", "type": "person", "name": "Ada"}, {"id": "paper", "type": "media", "name": "Gazette"}, {"id": "ben", "type": "person", "name": "Ben"},
 {"id": "court", "type": "organization", "name": "Court", "publicBody": "court"}, {"id": "appeal", "type": "organization", "name": "Appeal Court", "publicBody": "court"}],
"sources": [{"id": "article", "type": "article", "title": "A", "publisher": "paper"}],
"claims": [{"id": "told", "source": "article", "speaker": "paper", "quote": "a court convicted her", "standing": "stated"},
 {"id": "hinted", "source": "article", "speaker": "ben", "quote": "they say she was convicted", "standing": "alleged"},
 {"id": "freed", "source": "article", "speaker": "paper", "quote": "the appeal court acquitted her", "standing": "stated"}],
"relations": [RELATIONS]}`

// What is said of an official act, wherever it is said: on the line, in a sentence, above its note
// and in the table.
func TestActsInWords(t *testing.T) {
	const acquitted = `, {"id": "s", "type": "acquitted-by", "from": "ada", "to": "appeal", "start": "2022", "claims": ["freed"]`
	for _, row := range []struct{ name, relations, caveat, heading, sentence, stands string }{
		{"a conviction", `{"id": "r", "type": "convicted-by", "from": "ada", "to": "court", "for": "fraud", "start": "2020-05-04", "state": "appealed", "claims": ["told"]}`,
			"for fraud; 4 May 2020; under appeal", "stated by a named source",
			"Ada was convicted by Court (for fraud; 4 May 2020; under appeal), according to Gazette.",
			"for fraud; 4 May 2020; under appeal; stated by a named source"},
		{"one that was overturned", `{"id": "r", "type": "convicted-by", "from": "ada", "to": "court", "start": "2020", "state": "overturned", "claims": ["told"]}`,
			"overturned; 2020", "overturned",
			"Overturned: Ada was convicted by Court (2020), according to Gazette.", "overturned; 2020; stated by a named source"},
		{"an alleged one that was overturned", `{"id": "r", "type": "convicted-by", "from": "ada", "to": "court", "state": "overturned", "claims": ["hinted"]}`,
			"overturned; alleged by Ben", "overturned; alleged",
			"Overturned; alleged by Ben: Ada was convicted by Court.", "overturned; alleged by Ben"},
		{"one that an acquittal ended", `{"id": "r", "type": "convicted-by", "from": "ada", "to": "court", "claims": ["told"]}` + acquitted + `, "state": "final"}`,
			"acquitted by Appeal Court (2022; final)", "acquitted by Appeal Court (2022; final)",
			"Acquitted by Appeal Court (2022; final): Ada was convicted by Court, according to Gazette. Said by Gazette: “the appeal court acquitted her”.",
			"acquitted by Appeal Court (2022; final); stated by a named source"},
		{"one whose acquittal was overturned", `{"id": "r", "type": "convicted-by", "from": "ada", "to": "court", "claims": ["told"]}` + acquitted + `, "state": "overturned"}`,
			"acquitted by Appeal Court (overturned; 2022)", "acquitted by Appeal Court (overturned; 2022); stated by a named source", "", ""},
		{"a charge", `{"id": "r", "type": "charged-by", "from": "ada", "to": "court", "state": "pending", "claims": ["told"]}`,
			"pending", "charged, not convicted; stated by a named source", "Ada was charged by Court (pending), according to Gazette.", "pending; stated by a named source"},
	} {
		file, problems := entities.Load("case.json", []byte(strings.Replace(acts, "RELATIONS", row.relations, 1)))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		c := file.Case
		x := entities.NewIndex(c)
		v := network.New(x).View(&c.Views[0])
		describer := (&Describer{Index: x, Words: words.For("en"), Lang: "en"}).Of(v)
		verdict := x.StandRelation(x.Relation("r"))
		if got := describer.Caveat(verdict); got != row.caveat {
			t.Errorf("%s: the line says %q, want %q", row.name, got, row.caveat)
		}
		notes, numbers := describer.Notes(v)
		note := notes[numbers["r"]-1]
		if note.Heading != row.heading {
			t.Errorf("%s: its note is headed %q, want %q", row.name, note.Heading, row.heading)
		}
		if plain := row.name == "a conviction"; note.Plain != plain {
			t.Errorf("%s: whether its note is plain is %t", row.name, note.Plain)
		}
		told := ""
		for _, p := range describer.Describe(v) {
			for _, s := range p.Sentences {
				if len(s.IDs) > 0 && s.IDs[0] == "r" {
					told = s.String()
				}
			}
		}
		if row.sentence != "" && told != row.sentence {
			t.Errorf("%s: told as %q, want %q", row.name, told, row.sentence)
		}
		stands := ""
		for _, table := range describer.Tables(v) {
			for _, r := range table.Rows {
				if len(r.IDs) > 0 && r.IDs[0] == "r" {
					for _, cell := range r.Cells {
						for _, line := range cell {
							if s := line.Spans.String(); strings.Contains(s, row.stands) {
								stands = s
							}
						}
					}
				}
			}
		}
		if row.stands != "" && stands != row.stands {
			t.Errorf("%s: no cell says %q", row.name, row.stands)
		}
	}
}
