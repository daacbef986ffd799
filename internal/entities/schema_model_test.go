package entities

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/schema"
)

// schemaWalk compares the published schema with the model, field by field.
type schemaWalk struct {
	*testing.T
	defs map[string]any
	seen map[reflect.Type]bool
}

// TestSchemaHasTheModelsFields shows that every field of the model is in the schema and the
// other way round, with the same lengths, patterns, closed lists and required fields, and
// that each is described.
func TestSchemaHasTheModelsFields(t *testing.T) {
	var root map[string]any
	if err := json.Unmarshal([]byte(schema.Entities()), &root); err != nil {
		t.Fatal(err)
	}
	w := &schemaWalk{T: t, defs: root["$defs"].(map[string]any), seen: map[reflect.Type]bool{}}
	w.object("", reflect.TypeFor[Case](), root)

	builtin := texts(w.defs["builtinRelationType"].(map[string]any)["enum"])
	var model []string
	for _, t := range builtinRelationTypes {
		model = append(model, t.id)
	}
	w.equal("built-in relation types", builtin, model)
	for name := range shapes {
		owner, fieldName, _ := strings.Cut(name, ".")
		known := false
		for object := range w.seen {
			known = known || object.Name() == owner && slices.ContainsFunc(fieldsOf(object), func(f field) bool { return f.name == fieldName })
		}
		if !known {
			t.Errorf("shapes has %s, which the model has not", name)
		}
	}
}

// resolved merges what a schema refers to with what it says itself.
func (w *schemaWalk) resolved(node any) map[string]any {
	s := node.(map[string]any)
	ref, ok := s["$ref"].(string)
	if !ok {
		return s
	}
	merged := maps.Clone(w.resolved(w.defs[strings.TrimPrefix(ref, "#/$defs/")]))
	maps.Copy(merged, s)
	return merged
}

func (w *schemaWalk) equal(path string, published, model any) {
	w.Helper()
	if !reflect.DeepEqual(published, model) {
		w.Errorf("%s: the schema has %v, the model %v", path, published, model)
	}
}

func (w *schemaWalk) object(path string, t reflect.Type, s map[string]any) {
	w.seen[t] = true
	w.equal(path+" additionalProperties", s["additionalProperties"], false)
	properties := s["properties"].(map[string]any)
	var names, required []string
	for _, f := range fieldsOf(t) {
		names = append(names, f.name)
		if f.shape.required {
			required = append(required, f.name)
		}
		property, ok := properties[f.name]
		if !ok {
			w.Errorf("%s/%s is not in the schema", path, f.name)
			continue
		}
		resolved := w.resolved(property)
		if resolved["description"] == nil {
			w.Errorf("%s/%s has no description", path, f.name)
		}
		w.value(path+"/"+f.name, t.Field(f.index).Type, f.shape, resolved)
	}
	slices.Sort(names)
	w.equal(path+" properties", slices.Sorted(maps.Keys(properties)), names)
	w.equal(path+" required", texts(s["required"]), required)
}

func (w *schemaWalk) value(path string, t reflect.Type, shape shape, s map[string]any) {
	switch {
	case t == textType:
		forms := s["oneOf"].([]any)
		w.str(path, shape, w.resolved(forms[0]))
		w.str(path, shape, w.resolved(forms[1].(map[string]any)["additionalProperties"]))
		language := w.resolved(forms[1].(map[string]any)["propertyNames"])
		w.equal(path+" languages", language["pattern"], languageForm.pattern.String())
	case t == answerType:
		forms := s["oneOf"].([]any)
		w.object(path, t, w.resolved(forms[0]))
		w.object(path+"[]", t, w.resolved(forms[1].(map[string]any)["items"]))
	case t == wordsType:
		forms := s["oneOf"].([]any)
		w.str(path, shape, w.resolved(forms[0]))
		w.str(path, shape, w.resolved(forms[1].(map[string]any)["items"]))
	case t == numberType:
		w.equal(path, []any{s["type"], s["minimum"], s["maximum"]}, []any{"number", -maxMagnitude, maxMagnitude})
	case t.Kind() == reflect.String:
		w.str(path, shape, s)
	case t.Kind() == reflect.Int && shape.least == shape.most:
		w.equal(path, s["const"], float64(shape.least))
	case t.Kind() == reflect.Int:
		w.equal(path, []any{s["type"], s["minimum"], s["maximum"]}, []any{"integer", float64(shape.least), float64(shape.most)})
	case t.Kind() == reflect.Bool:
		w.equal(path, s["type"], "boolean")
	case t.Kind() == reflect.Pointer:
		w.value(path, t.Elem(), shape, s)
	case t.Kind() == reflect.Slice:
		w.equal(path, s["type"], "array")
		if most, _ := s["maxItems"].(float64); most != float64(shape.items) {
			w.Errorf("%s: the schema has at most %v items, the model %d", path, most, shape.items)
		}
		w.value(path+"[]", t.Elem(), shape, w.resolved(s["items"]))
	case t.Kind() == reflect.Map:
		w.value(path+"/*", t.Elem(), shape, w.resolved(s["additionalProperties"]))
	case t.Kind() == reflect.Struct:
		w.object(path, t, s)
	}
}

// str compares what a string may be.
func (w *schemaWalk) str(path string, shape shape, s map[string]any) {
	if len(shape.words) > 0 {
		w.equal(path+" words", w.words(s), shape.words)
		return
	}
	if forms, ok := s["anyOf"].([]any); ok { // suggestions for an open list
		s = w.resolved(forms[len(forms)-1])
	}
	w.equal(path+" type", s["type"], "string")
	if shape.form != hashForm {
		w.equal(path+" maxLength", s["maxLength"], float64(shape.max))
	}
	pattern := w.resolved(map[string]any{"$ref": "#/$defs/line"})["pattern"]
	if shape.lines {
		pattern = w.resolved(map[string]any{"$ref": "#/$defs/lines"})["pattern"]
	}
	if shape.form != nil {
		pattern = shape.form.pattern.String()
	}
	w.equal(path+" pattern", s["pattern"], pattern)
}

// words lists a closed list's words, each with its description.
func (w *schemaWalk) words(s map[string]any) []string {
	var words []string
	for _, choice := range s["oneOf"].([]any) {
		c := w.resolved(choice)
		if word, ok := c["const"].(string); !ok {
			words = append(words, w.words(c)...)
		} else {
			words = append(words, word)
			if c["description"] == nil {
				w.Errorf("%q has no description", word)
			}
		}
	}
	return words
}

func texts(list any) []string {
	var words []string
	items, _ := list.([]any)
	for _, item := range items {
		words = append(words, item.(string))
	}
	return words
}
