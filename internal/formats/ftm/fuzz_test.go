package ftm

import (
	"testing"

	"example.org/graphgen/internal/formats/formatstest"
	"example.org/graphgen/internal/output"
)

func FuzzImport(f *testing.F) {
	for _, seed := range []string{
		`{"id": "a", "schema": "Person", "properties": {"name": ["A"], "country": ["gb"], "keywords": ["type: ministry", "x"]}}`,
		`{"id": "e", "schema": "UnknownLink", "properties": {"subject": ["a"], "object": ["b"], "role": ["bribed (alleged by X)"], "startDate": ["2019"]}}` + "\n" + `{"id": "a", "schema": "Company"}` + "\n" + `{"id": "b", "schema": "Event", "properties": {"involved": ["a"]}}`,
		`{"id": "g..1780.g", "schema": "Article", "properties": {"title": ["T"], "sourceUrl": ["https://x"], "publishedAt": ["2020-01-01T00:00"]}}`,
		"\n{", `{"id": 1}`, "\ufeff[]",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if c := formatstest.Fuzzed(t, Import, output.File{Name: "f.ftm", Data: data}); c != nil {
			formatstest.ExpectDrafts(t, "fuzzed", c)
		}
	})
}
