package entities

import (
	"fmt"
	"strings"
	"testing"

	"example.org/graphgen/internal/jsontree"
)

// TestOutlineFindsWhatTheTreeHas asks for the place of every value of a case, and of some that
// are not there, and compares with the tree of all values.
func TestOutlineFindsWhatTheTreeHas(t *testing.T) {
	text := string(readTestdata(t, "full.json"))
	file, problems := Load("full.json", []byte(text))
	doc, err := jsontree.Parse(text, 0)
	if len(problems) > 0 || err != nil {
		t.Fatal(problems, err)
	}
	asked := 0
	compare := func(pointer string) {
		asked++
		name, value := doc.Find(pointer)
		gotName, gotValue := file.outline.Find(pointer)
		if gotName != doc.Start(name) || gotValue != doc.Start(value) {
			t.Errorf("%q is at %d and %d, want %d and %d", pointer, gotName, gotValue, doc.Start(name), doc.Start(value))
		}
	}
	var walk func(pointer string, at int32)
	walk = func(pointer string, at int32) {
		for _, further := range []string{"", "/", "/0", "/none", "/none/0", "/4000000000"} {
			compare(pointer + further)
		}
		switch doc.Kind(at) {
		case '{':
			for name, value := range doc.Members(at) {
				token, _ := doc.Unquote(name)
				walk(pointer+"/"+strings.NewReplacer("~", "~0", "/", "~1").Replace(token), value)
			}
		case '[':
			n := 0
			for item := range doc.Items(at) {
				walk(fmt.Sprintf("%s/%d", pointer, n), item)
				n++
			}
		}
	}
	walk("", 0)
	if asked < 500 {
		t.Errorf("only %d places were asked for", asked)
	}
}

// BenchmarkPlacesInAListOfAView asks for each item of a list within an item of a list.
func BenchmarkPlacesInAListOfAView(b *testing.B) {
	text := `{"version": 1, "views": [{"id": "v", "include": {"ids": ["e"` + strings.Repeat(`, "e"`, 100_000) + `]}}]}`
	file, problems := Load("case.json", []byte(text))
	if len(problems) > 0 {
		b.Fatal(problems[0])
	}
	for b.Loop() {
		for i := range 100_000 {
			file.Place(fmt.Sprintf("/views/0/include/ids/%d", i))
		}
	}
}
