package hedges

import (
	"slices"
	"testing"
)

func TestCount(t *testing.T) {
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
		if got := Count(tt.text); got != tt.want {
			t.Errorf("Count(%q) = %d, want %d", tt.text, got, tt.want)
		}
	}
}

func TestMissing(t *testing.T) {
	const quote = "may allegedly have, or may probably have"
	if got := Missing(quote, []string{"probably"}, Alleged); !slices.Equal(got, []string{"may"}) {
		t.Errorf("got %q", got)
	}
	if got := Missing(quote, []string{"probably"}, "stated"); !slices.Equal(got, []string{"may", "allegedly"}) {
		t.Errorf("got %q", got)
	}
}
