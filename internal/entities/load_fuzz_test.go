package entities

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/graphgen/internal/problem"
)

// FuzzLoad feeds any bytes to Load. It must not panic, every problem must be an error of a
// known rule with a place inside the file, and a file without problems must say the same
// when written out and loaded again.
func FuzzLoad(f *testing.F) {
	f.Add(readTestdata(f, "full.json"))
	for _, broken := range brokenFiles {
		if len(broken.data) < 4096 {
			f.Add([]byte(broken.data))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, problems := Load("case.json", data)
		checkProblems(t, string(data), problems)
		for _, pointer := range []string{"", "/claims/0/quote", "/entities/20/id", "/a~1b", "//", "claims", "/-1"} {
			checkPlace(t, string(data), file.Place(pointer))
			checkPlace(t, string(data), file.PlaceOfName(pointer))
		}
		if len(problems) > 0 {
			return
		}
		again, problems := Load("case.json", caseFile(t, *file.Case))
		if len(problems) > 0 {
			t.Fatalf("written out it has problems: %v", problems)
		}
		if !reflect.DeepEqual(withoutEmpty(*file.Case), withoutEmpty(*again.Case)) {
			t.Errorf("written out and loaded again it is\n%+v\nwas\n%+v", again.Case, file.Case)
		}
	})
}

func checkProblems(t *testing.T, text string, problems problem.List) {
	t.Helper()
	known := map[string]bool{}
	for _, rule := range ShapeRules() {
		known[rule.Slug] = true
	}
	if len(problems) > maxProblems+1 {
		t.Errorf("%d problems", len(problems))
	}
	for _, p := range problems {
		if !known[p.Slug] || p.Severity != problem.Error {
			t.Errorf("unexpected %s %s", p.Severity, p.Slug)
		}
		if p.Message == "" || utf8.RuneCountInString(p.Message) > 400 {
			t.Errorf("message %q", p.Message)
		}
		for _, shown := range []string{p.Message, p.Hint, strings.ReplaceAll(p.Text, "\t", "")} {
			if strings.ContainsFunc(shown, isRefused) || !utf8.ValidString(shown) {
				t.Errorf("%q may act on a terminal", shown)
			}
		}
		if utf8.RuneCountInString(p.Text) > problem.LongestLine+2 {
			t.Errorf("text of %d code points", utf8.RuneCountInString(p.Text))
		}
		checkPlace(t, text, p.Place)
	}
}

// checkPlace finds the place in the text without the loader's tables.
func checkPlace(t *testing.T, text string, at problem.Place) {
	t.Helper()
	lines := strings.Split(strings.TrimPrefix(text, byteOrderMark), "\n")
	if at.Line < 1 || at.Line > len(lines) {
		t.Fatalf("place %s in a file of %d lines", at, len(lines))
	}
	if at.Column < 1 || at.Column > utf8.RuneCountInString(lines[at.Line-1])+1 {
		t.Fatalf("place %s in a line of %d code points", at, utf8.RuneCountInString(lines[at.Line-1]))
	}
}
