package check

import (
	"slices"
	"testing"

	"example.org/graphgen/internal/entities"
)

func TestWeakening(t *testing.T) {
	tests := []struct {
		text string
		want int
	}{
		{"He paid her in May 2020.", 0},
		{"He may not have paid her", 2},
		{"She didn’t, and can't", 2},
		{"I think that he reportedly did", 2},
	}
	for _, tt := range tests {
		if got := Weakening(tt.text); got != tt.want {
			t.Errorf("Weakening(%q) = %d, want %d", tt.text, got, tt.want)
		}
	}
}

func TestDroppedHedges(t *testing.T) {
	c := entities.Claim{Quote: "may allegedly have, or may probably have", Hedge: entities.Words{"probably"}, Standing: entities.Alleged}
	if got := DroppedHedges(c); !slices.Equal(got, []string{"may"}) {
		t.Errorf("got %q", got)
	}
	c.Standing = entities.Stated
	if got := DroppedHedges(c); !slices.Equal(got, []string{"may", "allegedly"}) {
		t.Errorf("got %q", got)
	}
}
