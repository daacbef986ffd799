package render

import (
	"math/rand/v2"
	"testing"
)

// Notes fit at the least height, found step by step for few of them, and for many at once.
func TestColumnHeight(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 2))
	notes := func(n int) []setNote {
		set := make([]setNote, n)
		for i := range set {
			set[i].h = float64(r.IntN(4000)) / 16
		}
		return set
	}
	for range 300 {
		set, columns := notes(1+r.IntN(40)), 1+r.IntN(4)
		want := 0.0
		for _, n := range set {
			want = max(want, n.h)
		}
		for columnsOf(set, want) > columns {
			want += noteGap
		}
		if got := columnHeight(set, columns); got != want {
			t.Fatalf("%d notes in %d columns: height %v, want %v", len(set), columns, got, want)
		}
	}
	for _, n := range []int{100_000, 200_000} {
		set := notes(n)
		if height := columnHeight(set, 3); columnsOf(set, height) > 3 {
			t.Errorf("%d notes do not fit", n)
		}
	}
}
