package formats

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestBracketedWithin(t *testing.T) {
	long := strings.Repeat("ក", 600)
	for _, c := range []struct {
		line, caveat string
		most         int
		want         string
	}{
		{"bribed", "", 20, "bribed"},
		{"bribed", "alleged by X", 30, "bribed (alleged by X)"},
		{"paid for all of it", "alleged by X", 24, "paid for… (alleged by X)"},
		{"bribed", "alleged by so many", 14, "bri… (allege…)"},
	} {
		if got := BracketedWithin(c.most, c.line, c.caveat); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	for _, got := range []string{BracketedWithin(500, long, "alleged by X"), BracketedWithin(500, long, "alleged by "+long), BracketedWithin(500, "x", "alleged by "+long)} {
		if n := utf8.RuneCountInString(got); n > 500 || !strings.Contains(got, "(alleged by ") {
			t.Errorf("%d characters: %s", n, got)
		}
	}
}
