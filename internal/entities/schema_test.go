package entities

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"example.org/graphgen/schema"
)

func compiledSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(schema.Entities()))
	if err != nil {
		t.Fatal(err)
	}
	const base = "https://example.org/entities.schema.json"
	c := jsonschema.NewCompiler()
	if err := c.AddResource(base, doc); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile(base)
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

// accepts tells whether the schema has nothing against a file.
func accepts(t *testing.T, s *jsonschema.Schema, data []byte) bool {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	return s.Validate(doc) == nil
}

// replacements stand for whatever may be written in the place of a value.
var replacements = []string{
	`null`, `true`, `false`, `0`, `1`, `1.0`, `2`, `100`, `101`, `-1`, `1.5`, `1e2`, `1e30`, `2e30`, `{}`, `[]`, `[1]`, `[null]`, `[""]`,
	`["a"]`, `[["a"]]`, `{"en": "a"}`, `{"en": ""}`, `{"EN": "a"}`, `{"en": 1}`, `{"en_US": "a"}`, `{"zh-Hant-TW": "a"}`, `{"": "a"}`, `{"id": "a"}`,
	`""`, `" "`, `"\u200b"`, `"a"`, `"a b"`, `"-a"`, `"a-"`, `"é"`, `"é.:@b"`, `"e\u0301"`, `"\u0301e"`, `"persn"`, `"Person"`, `"person"`, `"flow"`,
	`"other"`, `"alleged"`, `"contested"`, `"note"`, `"warning"`, `"con"`, `"COM1"`, `"com10"`, `"en"`, `"EN"`, `"zh-Hant"`, `"sl-rozaj"`, `"TB"`,
	`"a\tb"`, `"a\nb"`, `"a\rb"`, `"a\u0000b"`, `"a\u0085b"`, `"a\u2028b"`, `"a\u202eb"`, `"a\u2066b"`, `"a\u200fb"`, `"a\uffffb"`,
}

// lengths stand for texts on either side of every limit.
var lengths = []int{maxViewID, maxID, maxDrawn, maxQuote, maxCaption, maxParagraph}

// keys stand for whatever a member may be called.
var keys = []string{"", "unknown", "id", "ID", "type", "en", "EN", "x y", "heads", "profits-from", "own-type", strings.Repeat("a", 201)}

// TestSchemaAndLoaderAgree changes a case file that has every field in thousands of ways.
// The loader and the published schema must agree on each whether it is a case file.
func TestSchemaAndLoaderAgree(t *testing.T) {
	published := compiledSchema(t)
	full := readTestdata(t, "full.json")
	counts := map[bool]int{}
	agree := func(what string, root any) {
		t.Helper()
		data, err := json.Marshal(root)
		if err != nil {
			t.Fatal(err)
		}
		_, problems := Load("case.json", data)
		counts[len(problems) == 0]++
		if accepts(t, published, data) != (len(problems) == 0) {
			t.Errorf("%s: the schema says %v, the loader %v", what, len(problems) > 0, problems)
		}
	}
	agree("nothing changed", decodeAny(t, string(full)))
	if counts[true] != 1 {
		t.Fatal("full.json is no case file")
	}
	sections := decodeAny(t, string(full)).(map[string]any)
	eachMembership(t, sections, func(what string) { agree("the case"+what, sections) })
	for _, section := range slices.Sorted(maps.Keys(sections)) {
		root := map[string]any{"version": sections["version"], section: sections[section]} // small, for speed
		eachPlace("", root, func(path string, value any, set func(any)) {
			if path == "/version" && section != "version" {
				return
			}
			for _, replacement := range replacements {
				set(decodeAny(t, replacement))
				agree(path+" = "+cutShort(replacement), root)
			}
			if _, ok := value.(string); ok {
				for _, n := range lengths {
					set(strings.Repeat("ก", n))
					agree(fmt.Sprintf("%s of %d characters", path, n), root)
					set(strings.Repeat("ก", n+1))
					agree(fmt.Sprintf("%s of %d characters", path, n+1), root)
				}
			}
			set(value)
			if object, ok := value.(map[string]any); ok {
				eachMembership(t, object, func(what string) { agree(path+what, root) })
			}
		})
	}
	t.Logf("%d case files, %d others", counts[true], counts[false])
	if counts[true] < 1000 || counts[false] < 1000 {
		t.Errorf("one-sided: %v", counts)
	}
}

// eachMembership removes, renames and adds members, one at a time.
func eachMembership(t *testing.T, object map[string]any, visit func(what string)) {
	for _, key := range slices.Sorted(maps.Keys(object)) {
		old := object[key]
		delete(object, key)
		visit(" without " + key)
		object[key+"x"] = old
		visit(" with a renamed " + key)
		delete(object, key+"x")
		object[key] = old
	}
	for _, key := range keys {
		if _, taken := object[key]; taken {
			continue
		}
		for _, added := range []string{`"a"`, `{"label": "a", "wrongdoing": false}`, `{"severity": "off", "reason": "a"}`} {
			object[key] = decodeAny(t, added)
			visit(fmt.Sprintf(" with %q", cutShort(key)))
		}
		delete(object, key)
	}
}

// eachPlace visits each value of a document, and lets it be replaced.
func eachPlace(path string, value any, visit func(path string, value any, set func(any))) {
	switch value := value.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(value)) {
			visit(path+"/"+key, value[key], func(v any) { value[key] = v })
			eachPlace(path+"/"+key, value[key], visit)
		}
	case []any:
		for i := range value {
			visit(fmt.Sprintf("%s/%d", path, i), value[i], func(v any) { value[i] = v })
			eachPlace(fmt.Sprintf("%s/%d", path, i), value[i], visit)
		}
	}
}

func decodeAny(t *testing.T, text string) any {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return value
}

// TestWhatSchemaCannotSay lists all that the loader refuses and the schema cannot.
func TestWhatSchemaCannotSay(t *testing.T) {
	published := compiledSchema(t)
	for _, tt := range []struct{ name, data, slug string }{
		{"a field twice", `{"version": 1, "title": "a", "title": "b"}`, DuplicateKey},
		{"a language twice", `{"version": 1, "title": {"en": "a", "en": "b"}}`, DuplicateKey},
		{"view ids by letter case alone", `{"version": 1, "views": [{"id": "a"}, {"id": "A"}]}`, BadID},
		{"a language that is not known", `{"version": 1, "language": "xx"}`, BadLanguage},
		{"a long number", `{"version": 1, "figures": [{"id": "f", "question": "q", "values": [{"measure": "m", "value": 0.` + strings.Repeat("0", 40) + `}]}]}`, BadNumber},
		{"a tiny number", `{"version": 1, "figures": [{"id": "f", "question": "q", "values": [{"measure": "m", "value": 1e-31}]}]}`, BadNumber},
		{"half of a surrogate pair", `{"version": 1, "title": "a\ud800"}`, BadText},
		{"deep nesting", `{"version": 1, "title": ` + strings.Repeat("[", 64) + strings.Repeat("]", 64) + `}`, Syntax},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.slug != Syntax && !accepts(t, published, []byte(tt.data)) {
				t.Error("the schema can say it: remove it from this list")
			}
			_, problems := Load("case.json", []byte(tt.data))
			if len(problems) != 1 || problems[0].Slug != tt.slug {
				t.Errorf("problems %v, want one %s", problems, tt.slug)
			}
		})
	}
}

func TestSchemaExamplesAreCases(t *testing.T) {
	var published struct{ Examples []json.RawMessage }
	if err := json.Unmarshal([]byte(schema.Entities()), &published); err != nil {
		t.Fatal(err)
	}
	if len(published.Examples) == 0 {
		t.Error("no example")
	}
	for _, example := range published.Examples {
		if _, problems := Load("example.json", example); len(problems) > 0 {
			t.Error(problems)
		}
	}
}
