package places

import (
	"strconv"
	"strings"
	"testing"

	"example.org/graphgen/internal/growthtest"
)

// Files of kept places that are made to be slow to read.
func TestReadGrowsWithTheFile(t *testing.T) {
	for piece, size := range map[string]int{"[]": 64_000, `["a"]`: 16_000, `["N"]`: 16_000} {
		growthtest.Sorted(t, size, func(size int) func() {
			var b strings.Builder
			b.WriteString(`{"version": 1, "view": "flows", "direction": "LR", "ranks": [["z"]`)
			for i := range size {
				b.WriteString("," + strings.Replace(piece, "N", "e"+strconv.Itoa(i), 1))
			}
			b.WriteString("]}")
			data := []byte(b.String())
			return func() { Read("v.json", data, "flows") }
		})
	}
}
