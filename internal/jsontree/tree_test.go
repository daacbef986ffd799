package jsontree

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSpans shows that a value's bytes can be replaced and no other: every node is JSON
// that says what it said in the file.
func TestSpans(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "entities", "testdata", "full.json"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	doc, wrong := Parse(text, 0)
	if wrong != nil {
		t.Fatal(wrong)
	}
	for pointer, want := range map[string]string{
		"/claims/0/hedge":           `"may"`,
		"/figures/0/values/1/value": `-1.5e3`,
		"/relations/0/claims":       `["c-paid"]`,
		"/views/0/legend":           `false`,
		"/claims/2":                 `{"id": "c-count", "source": "audit", "speaker": "audit-office", "quote": "12 payments", "standing": "record"}`,
	} {
		if _, at := doc.Find(pointer); doc.Raw(at) != want {
			t.Errorf("%s is %s, want %s", pointer, doc.Raw(at), want)
		}
	}
	if doc.Raw(0) != strings.TrimSpace(text) {
		t.Error("the case is not the whole text")
	}
}
