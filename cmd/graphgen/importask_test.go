package main

import (
	"strings"
	"testing"

	"example.org/graphgen/internal/formats"
)

// What is answered on a terminal says which way rows point; anything else leaves it refused.
func TestEndsAreAnswered(t *testing.T) {
	ends := &formats.Ends{From: "Shareholder", To: "Company"}
	for said, want := range map[string]string{"1\n": "Shareholder>Company", " 2 \n": "Company>Shareholder", "": "", "yes\n": "", "12\n": ""} {
		o := formats.ImportOptions{Columns: map[string]string{}}
		got := ""
		if answer(strings.NewReader(said), ends, &o) {
			got = o.Columns["relations.from"] + ">" + o.Columns["relations.to"]
		}
		if got != want {
			t.Errorf("%q: %q, want %q", said, got, want)
		}
	}
}
