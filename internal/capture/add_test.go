package capture

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
)

// The addition of most of these tests: an entity, a claim and a relation.
var bribe = Addition{
	Entities: []entities.Entity{{ID: "ada", Type: entities.Person, Name: entities.Text{"": "Ada"}}},
	Claim: entities.Claim{ID: "c", Source: "s", Speaker: "g", Quote: "paid", Standing: entities.Alleged,
		Hedge: entities.Words{"may", "some"}, Answers: entities.Answer{Claim: "b", As: entities.Confirms}},
	Relation: entities.Relation{ID: "r", Type: "bribed", From: "g", To: "ada", Claims: []string{"c"}},
}

// loaded is a case file that has no problems.
func loaded(t testing.TB, data []byte) *entities.File {
	t.Helper()
	file, problems := entities.Load("case.json", data)
	if problems.HasErrors() {
		t.Fatalf("%v\n%s", problems[0], data)
	}
	return file
}

// added returns the bytes of a case file with additions.
func added(t testing.TB, data []byte, additions ...Addition) ([]byte, error) {
	t.Helper()
	file, err := Add(loaded(t, data), additions...)
	if err != nil {
		return nil, err
	}
	return []byte(file.Text()), nil
}

func TestAddLooksLikeTheRest(t *testing.T) {
	tests := []struct{ name, before, after string }{
		{
			"two spaces, nothing there yet",
			`{
  "version": 1,
  "views": []
}
`, `{
  "version": 1,
  "entities": [
    {
      "id": "ada",
      "type": "person",
      "name": "Ada"
    }
  ],
  "claims": [
    {
      "id": "c",
      "source": "s",
      "speaker": "g",
      "quote": "paid",
      "standing": "alleged",
      "hedge": ["may", "some"],
      "answers": {"claim": "b", "as": "confirms"}
    }
  ],
  "relations": [
    {
      "id": "r",
      "type": "bribed",
      "from": "g",
      "to": "ada",
      "claims": ["c"]
    }
  ],
  "views": []
}
`},
		{
			"an object a line",
			`{
	"version": 1,
	"entities": [
		{"id": "g", "type": "media", "name": "G"}
	],
	"relations": []
}`, `{
	"version": 1,
	"entities": [
		{"id": "g", "type": "media", "name": "G"},
		{"id": "ada", "type": "person", "name": "Ada"}
	],
	"claims": [
		{"id": "c", "source": "s", "speaker": "g", "quote": "paid", "standing": "alleged", "hedge": ["may", "some"], "answers": {"claim": "b", "as": "confirms"}}
	],
	"relations": [
		{"id": "r", "type": "bribed", "from": "g", "to": "ada", "claims": ["c"]}
	]
}`},
		{
			"minified",
			`{"version":1,"claims":[{"id":"b","standing":"stated"}]}`,
			`{"version":1,"entities":[{"id":"ada","type":"person","name":"Ada"}],"claims":[{"id":"b","standing":"stated"},{"id":"c","source":"s","speaker":"g","quote":"paid","standing":"alleged","hedge":["may","some"],"answers":{"claim":"b","as":"confirms"}}],"relations":[{"id":"r","type":"bribed","from":"g","to":"ada","claims":["c"]}]}`,
		},
		{
			"one line with spaces, and brackets of lists on the line of their objects",
			`{ "version" : 1, "entities" : [{
  "id" : "g",
  "type" : "media",
  "name" : { "en" : "G" }
}, {
  "id" : "h",
  "type" : "media",
  "name" : "H"
}] }`,
			`{ "version" : 1, "entities" : [{
  "id" : "g",
  "type" : "media",
  "name" : { "en" : "G" }
}, {
  "id" : "h",
  "type" : "media",
  "name" : "H"
}, {
  "id" : "ada",
  "type" : "person",
  "name" : "Ada"
}], "claims" : [{
  "id" : "c",
  "source" : "s",
  "speaker" : "g",
  "quote" : "paid",
  "standing" : "alleged",
  "hedge" : ["may", "some"],
  "answers" : { "claim" : "b", "as" : "confirms" }
}], "relations" : [{
  "id" : "r",
  "type" : "bribed",
  "from" : "g",
  "to" : "ada",
  "claims" : ["c"]
}] }`,
		},
		{
			"objects that are wrapped",
			`{
  "version": 1,
  "claims": [
    {"id": "a", "source": "s",
     "standing": "stated",
     "hedge": "x"}
  ]
}`, `{
  "version": 1,
  "entities": [
    {"id": "ada", "type": "person", "name": "Ada"}
  ],
  "claims": [
    {"id": "a", "source": "s",
     "standing": "stated",
     "hedge": "x"},
    {"id": "c", "source": "s", "speaker": "g", "quote": "paid", "standing": "alleged", "hedge": ["may", "some"], "answers": {"claim": "b", "as": "confirms"}}
  ],
  "relations": [
    {"id": "r", "type": "bribed", "from": "g", "to": "ada", "claims": ["c"]}
  ]
}`,
		},
		{
			"a line for everything, and blank lines",
			`{
    "version": 1,

    "claims": [
        {
            "id": "b",
            "standing": "stated",
            "hedge": [
                "x"
            ]
        }
    ],

    "relations": [
    ]
}
`, `{
    "version": 1,

    "entities": [
        {
            "id": "ada",
            "type": "person",
            "name": "Ada"
        }
    ],

    "claims": [
        {
            "id": "b",
            "standing": "stated",
            "hedge": [
                "x"
            ]
        },
        {
            "id": "c",
            "source": "s",
            "speaker": "g",
            "quote": "paid",
            "standing": "alleged",
            "hedge": [
                "may",
                "some"
            ],
            "answers": {"claim": "b", "as": "confirms"}
        }
    ],

    "relations": [
        {
            "id": "r",
            "type": "bribed",
            "from": "g",
            "to": "ada",
            "claims": [
                "c"
            ]
        }
    ]
}
`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, form := range []struct{ name, mark, newline string }{{"as it is", "", "\n"}, {"CRLF", "", "\r\n"}, {"byte order mark", "\ufeff", "\n"}} {
				wanted := form.mark + strings.ReplaceAll(tt.after, "\n", form.newline)
				got, err := added(t, []byte(form.mark+strings.ReplaceAll(tt.before, "\n", form.newline)), bribe)
				if err != nil {
					t.Fatal(err)
				}
				if string(got) != wanted {
					t.Errorf("%s: got\n%s\nwant\n%s", form.name, got, wanted)
				}
			}
		})
	}
}

func TestAddToARelation(t *testing.T) {
	tests := []struct{ before, after string }{
		{`"claims": ["a"]`, `"claims": ["a", "c"]`},
		{`"claims": []`, `"claims": ["c"]`},
		{`"claims": [ ]`, `"claims": ["c" ]`},
		{"\"claims\": [\n        \"a\"\n      ]", "\"claims\": [\n        \"a\",\n        \"c\"\n      ]"},
		{"\"claims\": [\n      ]", "\"claims\": [\n        \"c\"\n      ]"},
		{"\"claims\": [\"a\",\n        \"b\"]", "\"claims\": [\"a\",\n        \"b\",\n        \"c\"]"},
		{`"claims" : ["a" , "b" ] `, `"claims" : ["a" , "b", "c" ] `},
		{`"start": "2020"`, `"start": "2020", "claims": ["c"]`},
		{`"claims": ["a"], "label": "x"`, `"claims": ["a", "c"], "label": "x"`},
	}
	for _, tt := range tests {
		t.Run(tt.before, func(t *testing.T) {
			file := `{
  "version": 1,
  "relations": [
    {"id": "q", "type": "heads", "from": "a", "to": "b", "claims": ["x"]},
    {"id": "r", "type": "heads", "from": "a", "to": "b", %s}
  ]
}`
			got, err := added(t, fmt.Appendf(nil, file, tt.before), Addition{Claim: entities.Claim{ID: "c"}, Relation: entities.Relation{ID: "r"}})
			if err != nil {
				t.Fatal(err)
			}
			if want := fmt.Sprintf(file, tt.after); string(got) != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestAddRefuses(t *testing.T) {
	claim := func(change func(*entities.Claim)) Addition {
		c := bribe.Claim
		change(&c)
		return Addition{Claim: c}
	}
	const good = `{"version": 1, "relations": [{"id": "r", "type": "heads", "from": "a", "to": "b"}]}`
	tests := []struct {
		name, file string
		addition   Addition
		want       string
	}{
		{"a word that there is not", good, claim(func(c *entities.Claim) { c.Standing = "aleged" }), `unknown standing "aleged"; did you mean "alleged"?`},
		{"a bad id", good, claim(func(c *entities.Claim) { c.ID = "c c" }), "not in the form wanted"},
		{"no standing", good, claim(func(c *entities.Claim) { c.Standing = "" }), `missing field "standing"`},
		{"a control character", good, claim(func(c *entities.Claim) { c.Quote = "a\x1bb" }), "U+001B"},
		{"a string that is no UTF-8", good, claim(func(c *entities.Claim) { c.Quote = "a\xffb" }), "it would say something else"},
		{"a relation that there is not", good, Addition{Claim: entities.Claim{ID: "c"}, Relation: entities.Relation{ID: "q"}}, "no relation q"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := added(t, []byte(tt.file), tt.addition)
			if err == nil || !strings.Contains(err.Error(), tt.want) || got != nil {
				t.Errorf("got %q, %v", got, err)
			}
		})
	}
	_, err := added(t, []byte(good), claim(func(c *entities.Claim) { c.Standing = "aleged" }))
	if refused := new(RefusedError); !errors.As(err, &refused) || len(refused.Problems) != 1 {
		t.Errorf("the problems are not told: %v", err)
	}
}

// What a case must say is said even where it is nothing, so that what was written loads.
func TestStartLoads(t *testing.T) {
	c := entities.Case{
		Version:       1,
		Figures:       []entities.Figure{{ID: "f", Question: entities.Text{"": "How many?"}}},
		Claims:        []entities.Claim{{ID: "c", Standing: entities.Stated, Reply: entities.Reply{Outcome: entities.NoReply}}},
		RelationTypes: map[string]entities.RelationType{"hired": {Label: entities.Text{"": "hired"}}},
	}
	if _, problems := entities.Load("case.json", Start(c)); len(problems) > 0 {
		t.Errorf("%s\n%v", Start(c), problems)
	}
}

func TestStart(t *testing.T) {
	got := string(Start(entities.Case{
		Schema: "entities.schema.json", Version: 1, Title: entities.Text{"": `The "harbour" deal`}, Language: "en",
		Sources: []entities.Source{{ID: "story", Type: entities.Article, Title: entities.Text{"": "Berths"},
			Text: entities.LocalText{Path: "story.txt", SHA256: strings.Repeat("0", 64)}}},
		Views: []entities.View{{ID: "overview", Title: entities.Text{"": "All"}}},
	}))
	want := `{
  "$schema": "entities.schema.json",
  "version": 1,
  "title": "The \"harbour\" deal",
  "language": "en",
  "sources": [
    {
      "id": "story",
      "type": "article",
      "title": "Berths",
      "text": {
        "path": "story.txt",
        "sha256": "0000000000000000000000000000000000000000000000000000000000000000"
      }
    }
  ],
  "views": [
    {
      "id": "overview",
      "title": "All"
    }
  ]
}
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
