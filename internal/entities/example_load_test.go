package entities_test

import (
	"fmt"

	"example.org/graphgen/internal/entities"
)

// A case file with three slips: all are reported, each with its place.
func ExampleLoad() {
	file, problems := entities.Load("data/entities.json", []byte(`{
  "version": 1,
  "entities": [
    {"id": "thailand", "type": "contry", "name": "Thailand"},
    {"id": "laos", "type": "country", "name": {"en_GB": "Laos"}}
  ],
  "clams": []
}`))
	for _, p := range problems {
		fmt.Printf("%s: %s: %s [%s]\n", p.Place, p.Severity, p.Message, p.Slug)
	}
	fmt.Println("Laos stands at", file.Place("/entities/1"))
	// Output:
	// data/entities.json:4:32: error: unknown type "contry"; did you mean "country"? [unknown-word]
	// data/entities.json:5:48: error: name, language: "en_GB" is written "en-GB" [bad-language]
	// data/entities.json:7:3: error: unknown field "clams"; did you mean "claims"? [unknown-field]
	// Laos stands at data/entities.json:5:5
}
