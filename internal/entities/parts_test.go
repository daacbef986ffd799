package entities

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
)

// Every list of the case whose items have ids is walked, under its own key, and no further
// than asked for.
func TestParts(t *testing.T) {
	c := Case{}
	lists := reflect.ValueOf(&c).Elem()
	want := map[string]bool{}
	for i := range lists.NumField() {
		field := lists.Type().Field(i)
		if field.Type.Kind() != reflect.Slice {
			continue
		}
		if _, has := field.Type.Elem().FieldByName("ID"); !has {
			continue
		}
		list := reflect.MakeSlice(field.Type, 2, 2)
		for j := range 2 {
			id := fmt.Sprintf("%s/%d", field.Tag.Get("json"), j)
			list.Index(j).FieldByName("ID").SetString(id)
			want[id] = true
		}
		lists.Field(i).Set(list)
	}
	if len(want) < 14 {
		t.Fatalf("only these have ids: %v", want)
	}
	var got []string
	for p := range c.Parts() {
		got = append(got, p.ID)
		if place := fmt.Sprintf("%s/%d", p.Kind.List(), p.Item); place != p.ID {
			t.Errorf("%s is said to be at %s", p.ID, place)
		}
		delete(want, p.ID)
	}
	if len(want) > 0 || len(got) != 14 {
		t.Errorf("%d parts: %v; without %v", len(got), got, want)
	}
	for stop := range got {
		var some []string
		for p := range c.Parts() {
			if some = append(some, p.ID); len(some) > stop {
				break
			}
		}
		if !slices.Equal(some, got[:stop+1]) {
			t.Errorf("the first %d are %v", stop+1, some)
		}
	}
}

func TestKindWords(t *testing.T) {
	for kind, want := range map[Kind][3]string{
		AnEntity:        {"entity", "an entity", "entities"},
		ARelation:       {"relation", "a relation", "relations"},
		AView:           {"view", "a view", "views"},
		AFlow | AFigure: {"id", "something that is drawn", "ids"},
	} {
		if got := [3]string{kind.String(), kind.Article(), kind.List()}; got != want {
			t.Errorf("kind %d is worded %q, want %q", kind, got, want)
		}
	}
}
