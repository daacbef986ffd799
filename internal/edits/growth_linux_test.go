package edits_test

import (
	"strings"
	"testing"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/growthtest"
)

// Files of edits that are made to be slow to read.
func TestReadGrowsWithTheFile(t *testing.T) {
	for _, piece := range []string{"{}", "[]", `{"id":"a"}`, `{"node":"a","node":"a"}`} {
		growthtest.Linear(t, 4_000, func(size int) func() {
			data := []byte(`{"version": 1, "view": "flows", "edits": [` + strings.Repeat(piece+",", size) + piece + `]}`)
			return func() { edits.Read("flows.json", data, "flows") }
		})
	}
}
