package dot

import (
	"testing"

	"example.org/graphgen/internal/formats/formatstest"
	"example.org/graphgen/internal/output"
)

func FuzzImport(f *testing.F) {
	for _, seed := range []string{
		`digraph { a [type=person, label="A\nB"]; a -> b [label="bribed", id=e]; subgraph cluster_x { label=L; b } }`,
		`strict graph { a -- b -- a [type=heads] }`, `digraph { a [class="type-origin"] -> "" [URL="https://x"] }`, `digraph { a -> b [label=<<B>x</B>>] }`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if c := formatstest.Fuzzed(t, Import, output.File{Name: "f.dot", Data: data}); c != nil {
			formatstest.ExpectDrafts(t, "fuzzed", c)
		}
	})
}
