package ftm

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/go-json-experiment/json"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/formatstest"
	"example.org/graphgen/internal/formats/types"
	"example.org/graphgen/internal/judges"
)

// ftmModel is the model that FollowTheMoney publishes.
type ftmModel struct {
	Schemata map[string]*struct {
		Schemata   []string // itself and all above it
		Abstract   bool
		Required   []string
		Properties map[string]ftmProperty
		Edge       *struct {
			Source, Target string
			Directed       bool
		}
	}
	Types map[string]struct{ Values map[string]string }
}

type ftmProperty struct {
	Type      string
	Range     string
	Stub      bool
	MaxLength int `json:"maxLength"`
}

func publishedModel(t *testing.T) *ftmModel {
	t.Helper()
	data, err := os.ReadFile(judges.File(t, "GRAPHGEN_FTM"))
	if err != nil {
		t.Fatal(err)
	}
	var m ftmModel
	if err := json.Unmarshal(data, &m, json.MatchCaseInsensitiveNames(true)); err != nil {
		t.Fatal(err)
	}
	return &m
}

// property finds a property of a schema or of one above it.
func (m *ftmModel) property(schema, name string) (ftmProperty, bool) {
	for _, above := range m.Schemata[schema].Schemata {
		if p, has := m.Schemata[above].Properties[name]; has {
			return p, true
		}
	}
	return ftmProperty{}, false
}

// TestFTMAsPublished holds every exported entity to the published model: its schema, its
// properties, what they may lead to, and their values.
func TestFTMAsPublished(t *testing.T) {
	m := publishedModel(t)
	cases := formatstest.Cases(t)
	cases["every type"] = everyType()
	for name, c := range cases {
		all, _, _ := exported(t, c)
		schemaOf := map[string]string{}
		for _, en := range all {
			if schemaOf[en.ID] != "" {
				t.Errorf("%s: the id %q is given twice", name, en.ID)
			}
			schemaOf[en.ID] = en.Schema
		}
		for _, en := range all {
			schema := m.Schemata[en.Schema]
			if schema == nil || schema.Abstract {
				t.Errorf("%s: %q has the schema %q", name, en.ID, en.Schema)
				continue
			}
			if !idForm.MatchString(en.ID) {
				t.Errorf("%s: %q is no id", name, en.ID)
			}
			for _, above := range schema.Schemata {
				for _, required := range m.Schemata[above].Required {
					if len(en.Properties[required]) == 0 {
						t.Errorf("%s: %s %q lacks %s", name, en.Schema, en.ID, required)
					}
				}
			}
			for property, values := range en.Properties {
				p, has := m.property(en.Schema, property)
				if !has || p.Stub || len(values) == 0 {
					t.Errorf("%s: a %s has no property %q, or it is empty: %v", name, en.Schema, property, values)
				}
				for _, value := range values {
					switch p.Type {
					case "entity":
						if target := m.Schemata[schemaOf[value]]; target == nil || !slices.Contains(target.Schemata, p.Range) {
							t.Errorf("%s: %s of %q leads to %q, a %q; want a %s", name, property, en.ID, value, schemaOf[value], p.Range)
						}
					case "country":
						if m.Types["country"].Values[value] == "" {
							t.Errorf("%s: %q has the country %q", name, en.ID, value)
						}
					case "date":
						if !isExactDate(value) {
							t.Errorf("%s: %q has the date %q", name, en.ID, value)
						}
					}
					if utf8.RuneCountInString(value) > p.MaxLength {
						t.Errorf("%s: %s of %q is longer than %d", name, property, en.ID, p.MaxLength)
					}
				}
			}
		}
	}
}

// everyType is a case with every built-in relation type, between entities of all types where
// FollowTheMoney has an edge for it.
func everyType() *entities.Case {
	c := &entities.Case{
		Version: 1, Language: "en", Title: entities.Text{"": "Every type"},
		Sources: []entities.Source{{ID: "s", Type: entities.Article, Title: entities.Text{"": "Story"}, Publisher: "media", URL: "https://gazette.example/story"}},
	}
	kinds := entities.EntityTypes()
	for _, kind := range kinds {
		for _, id := range []string{string(kind), string(kind) + "-2"} {
			c.Entities = append(c.Entities, entities.Entity{ID: id, Type: kind, Name: entities.Text{"": "Some " + id}})
		}
	}
	tie := func(relationType string, from, to string) {
		c.Relations = append(c.Relations, entities.Relation{
			ID: fmt.Sprintf("r%d", len(c.Relations)), Type: relationType, From: from, To: to, Start: "2020", End: "2021-03-04", Claims: []string{"c-" + relationType},
			Amounts: []entities.Amount{{Value: "40", Currency: "EUR"}},
		})
	}
	for _, relationType := range slices.Sorted(maps.Keys(entities.BuiltinRelationTypes())) {
		c.Claims = append(c.Claims, entities.Claim{ID: "c-" + relationType, Source: "s", Speaker: "media", Quote: "they " + relationType, Standing: entities.Stated})
		tie(relationType, "person", "organization")
		if _, has := linkOfType(relationType); !has {
			continue
		}
		for _, from := range kinds {
			for _, to := range kinds {
				tie(relationType, string(from), string(to)+"-2")
			}
		}
	}
	return c
}

// What says that a type is written as an edge has it written so between some entities at least.
func TestEveryLinkIsWritten(t *testing.T) {
	for _, l := range linkForms {
		if l.ReadOnly || l.Schema == unknownLink {
			continue
		}
		if l.Type != entities.LinkedTo && l.Type != entities.LinkedWith {
			if _, builtin := entities.BuiltinRelationTypes()[l.Type]; !builtin {
				t.Errorf("%s is no relation type", l.Type)
			}
		}
		for _, property := range []string{l.From, l.To} {
			if len(rangeOf[l.Schema+"."+property]) == 0 {
				t.Errorf("rangeOf has no row for %s.%s: every %s goes out as an %s", l.Schema, property, l.Type, unknownLink)
			}
		}
	}
	written := map[string]bool{}
	all, _, _ := exported(t, everyType())
	for _, en := range all {
		written[en.Schema] = true
	}
	for _, l := range linkForms {
		if !l.ReadOnly && !written[l.Schema] {
			t.Errorf("no %s is written, as which %s goes out", l.Schema, l.Type)
		}
	}
}

// TestTypesAsPublished holds the table of types to the published model, whether a case uses
// them or not.
func TestTypesAsPublished(t *testing.T) {
	m := publishedModel(t)
	written := []string{"Company"}
	for _, f := range types.Entities {
		written = append(written, f.Schema)
		for _, schema := range append([]string{f.Schema}, f.Also...) {
			if s := m.Schemata[schema]; s == nil || s.Abstract || !slices.Contains(s.Schemata, "Thing") {
				t.Errorf("%s: there is no thing %q", f.Type, schema)
			}
		}
	}
	for _, schema := range documentSchemata {
		if s := m.Schemata[schema]; s == nil || !slices.Contains(s.Schemata, "Document") {
			t.Errorf("%q is no document", schema)
		}
	}
	for _, l := range linkForms {
		s := m.Schemata[l.Schema]
		if s == nil || s.Edge == nil {
			t.Errorf("%q is no edge", l.Schema)
			continue
		}
		if ends := []string{l.From, l.To}; !slices.Contains(ends, s.Edge.Source) || !slices.Contains(ends, s.Edge.Target) {
			t.Errorf("%s leads from %s to %s, not from %s to %s", l.Schema, s.Edge.Source, s.Edge.Target, l.From, l.To)
		}
		for _, property := range []string{l.From, l.To} {
			p, has := m.property(l.Schema, property)
			if !has {
				t.Errorf("%s has no %s", l.Schema, property)
			}
			if l.ReadOnly || l.Schema == unknownLink {
				continue
			}
			for _, schema := range written {
				fits := slices.Contains(m.Schemata[schema].Schemata, p.Range)
				if fits != slices.Contains(rangeOf[l.Schema+"."+property], schema) {
					t.Errorf("%s.%s: a %s fits: %v", l.Schema, property, schema, fits)
				}
			}
		}
	}
	for schema, s := range m.Schemata {
		if _, known := linkOfSchema(schema); s.Edge != nil && !known {
			t.Errorf("the edge %s is not read", schema)
		}
	}
}

// What is owned goes out again as the published model has it.
func TestKindsAsPublished(t *testing.T) {
	m := publishedModel(t)
	for _, f := range types.Entities {
		for _, schema := range f.Kinds {
			c, _ := formatstest.Taken(t, Import, formats.ImportOptions{}, formatstest.Text("f.ftm", `{"id": "x", "schema": "`+schema+`", "properties": {"name": ["X"], "country": ["gb"]}}`))
			all, _, _ := exported(t, c)
			written := schema
			if schema == "License" || schema == "CallForTenders" {
				written = "Contract"
			}
			if len(all) != 1 || all[0].Schema != written {
				t.Errorf("%s goes out as %v", schema, all)
				continue
			}
			for property := range all[0].Properties {
				if p, has := m.property(written, property); !has || p.Stub {
					t.Errorf("a %s has no property %q", written, property)
				}
			}
			for _, above := range m.Schemata[written].Schemata {
				for _, required := range m.Schemata[above].Required {
					if len(all[0].Properties[required]) == 0 {
						t.Errorf("a %s lacks %s", written, required)
					}
				}
			}
		}
	}
}
