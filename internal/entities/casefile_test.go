package entities

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// caseFile writes a case as a file, without what it does not say.
func caseFile(t *testing.T, c Case) []byte {
	t.Helper()
	data, err := json.Marshal(plainValue(reflect.ValueOf(c)))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// plainValue turns a value of the model into what encoding/json writes as a case file has it.
// A field whose zero value says something is written always.
func plainValue(v reflect.Value) any {
	switch x := v.Interface().(type) {
	case Text:
		if plain, ok := x[""]; ok {
			return plain
		}
		return map[string]string(x)
	case Number:
		return json.Number(x)
	}
	switch v.Kind() {
	case reflect.Struct:
		object := map[string]any{}
		for _, f := range fieldsOf(v.Type()) {
			if field := v.Field(f.index); f.shape.required || saysSomething(field) {
				object[f.name] = plainValue(field)
			}
		}
		return object
	case reflect.Slice:
		list := []any{}
		for i := range v.Len() {
			list = append(list, plainValue(v.Index(i)))
		}
		return list
	case reflect.Map:
		table := map[string]any{}
		for key, value := range v.Seq2() {
			table[key.String()] = plainValue(value)
		}
		return table
	case reflect.Pointer:
		return plainValue(v.Elem())
	}
	return v.Interface()
}

// saysSomething tells an empty list or object from a field that was given.
func saysSomething(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() > 0
	}
	return !v.IsZero()
}

// withoutEmpty sets empty lists and tables to nil, so that cases compare by what they say.
func withoutEmpty(c Case) Case {
	emptyToNil(reflect.ValueOf(&c).Elem())
	return c
}

func emptyToNil(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			emptyToNil(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			emptyToNil(v.Index(i))
		}
		if v.Len() == 0 {
			v.SetZero()
		}
	case reflect.Map:
		if v.Len() == 0 {
			v.SetZero()
		}
	}
}

func readTestdata(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}
