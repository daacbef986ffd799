package revision

import (
	"fmt"
	"strings"
	"testing"

	"example.org/graphgen/internal/growthtest"
)

// FuzzReadObject feeds what git might answer. What comes back is no more than was asked for.
func FuzzReadObject(f *testing.F) {
	f.Add("0123 blob 6\nsecond\n", int64(10))
	f.Add("0123 blob 9223372036854775807\nx", int64(1<<40))
	f.Add("0123 blob -1\n", int64(10))
	f.Add("x missing\n", int64(10))
	f.Add("0123 tree 0\n", int64(10))
	f.Fuzz(func(t *testing.T, answer string, most int64) {
		data, err := readObject(strings.NewReader(answer), most)
		if err == nil && (int64(len(data)) > most || !strings.Contains(answer, string(data))) {
			t.Errorf("%q: %q", answer, data)
		}
	})
}

func TestReadObjectGrowsWithTheFile(t *testing.T) {
	growthtest.Linear(t, 4<<20, func(size int) func() {
		answer := fmt.Sprintf("0123 blob %d\n%s\n", size, strings.Repeat("x", size))
		return func() {
			if _, err := readObject(strings.NewReader(answer), int64(size)); err != nil {
				t.Fatal(err)
			}
		}
	})
}
