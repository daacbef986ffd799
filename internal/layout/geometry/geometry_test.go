package geometry

import "testing"

func TestRectMeets(t *testing.T) {
	r := Rect{10, 10, 20, 20}
	for _, test := range []struct {
		a, b Point
		want bool
	}{
		{Point{0, 0}, Point{30, 30}, true},
		{Point{12, 12}, Point{13, 13}, true},
		{Point{0, 25}, Point{30, 25}, false},
		{Point{0, 15}, Point{9, 15}, false},
		{Point{15, 0}, Point{15, 40}, true},
		{Point{0, 15}, Point{15, 31}, false},
	} {
		if got := r.Meets(test.a, test.b); got != test.want {
			t.Errorf("from %v to %v: %v", test.a, test.b, got)
		}
	}
}
