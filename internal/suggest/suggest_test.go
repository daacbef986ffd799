package suggest

import (
	"slices"
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	words := []string{"person", "place", "ministry", "claims", "thailand", "ประเทศไทย", "to"}
	for _, tt := range []struct{ word, want string }{
		{"persn", "person"},
		{"pesron", "person"},
		{"Person", "person"},
		{"tailand", "thailand"},
		{"clams", "claims"},
		{"minister", "ministry"},
		{"mistress", ""},
		{"ประเทสไทย", "ประเทศไทย"},
		{"ot", "to"},
		{"xy", ""},
		{"", ""},
		{"colour", ""},
		{strings.Repeat("person", 1000), ""},
	} {
		if got := Nearest(tt.word, slices.Values(words)); got != tt.want {
			t.Errorf("Nearest(%q) = %q, want %q", tt.word, got, tt.want)
		}
	}
}

func TestNearestTakesTheFirstOfEquals(t *testing.T) {
	if got := Nearest("cat", slices.Values([]string{"car", "can"})); got != "car" {
		t.Errorf("got %q", got)
	}
}
