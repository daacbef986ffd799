package handtest

import (
	"fmt"
	"strings"
	"testing"

	"example.org/graphgen/internal/growthtest"
	"example.org/graphgen/internal/merge"
)

// What a merge takes grows as the edited file does, whatever is edited in it: it is accepted, put
// in the way of itself, or refused.
func TestMergesGrow(t *testing.T) {
	for name, statement := range map[string]string{
		"nodes and edges":    `n%[1]d [label="Newcomer %[1]d"]; n%[1]d -> niran [label="met with"];`,
		"edges of one pair":  `malee -> niran [label="met with %[1]d"];`,
		"names that are one": `n%[1]d [label="Newcomer"];`,
		"what is refused":    `n%[1]d [label="", style=invis]; n%[1]d -> nobody%[1]d [color=nosuch];`,
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, nil, harbour(t), "quay")
			growthtest.Sorted(t, 400, func(size int) func() {
				var added strings.Builder
				for i := range size {
					fmt.Fprintf(&added, statement+"\n", i)
				}
				text := withAdded(t, added.String())
				return func() { d.merge(text, nil, merge.Theirs) }
			})
		})
	}
}
