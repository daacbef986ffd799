package problem

import (
	"strings"
	"testing"
)

// Of many alike the first is read, and how many more there are; no error is left out.
func TestKinds(t *testing.T) {
	at := func(line int, s Severity, slug, message string) Problem {
		return Problem{Slug: slug, Severity: s, Place: Place{File: "f", Line: line, Column: 1}, Message: message, Hint: "do " + slug}
	}
	l := List{at(1, Note, "n", "a"), at(2, Warning, "w", "b"), at(3, Error, "e", "c"), at(4, Warning, "v", "d"), at(5, Warning, "w", "e"), at(6, Error, "e", "f"), at(7, Warning, "w", "g")}
	said := func(l List) string {
		var b strings.Builder
		if err := WriteText(&b, l, false); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	if got, want := said(l.Grouped()), `f:3:1: error: c [e]
    do e
f:6:1: error: f [e]
f:2:1: warning: b [w]
    do w
f:5:1: warning: e [w]
f:7:1: warning: g [w]
f:4:1: warning: d [v]
    do v
f:1:1: note: a [n]
    do n
`; got != want {
		t.Errorf("grouped:\n%s", got)
	}
	if got, want := said(l.Kinds()), `f:3:1: error: c [e]
    do e
f:6:1: error: f [e]
f:2:1: warning: b; and 2 more like it [w]
    do w
f:4:1: warning: d [v]
    do v
f:1:1: note: a [n]
    do n
`; got != want {
		t.Errorf("kinds:\n%s", got)
	}
	if l[1].Message != "b" {
		t.Error("the list itself was changed")
	}
}
