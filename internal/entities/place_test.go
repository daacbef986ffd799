package entities

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/graphgen/internal/problem"
)

func TestPlace(t *testing.T) {
	const text = "\ufeff{\r\n" +
		` "title": "ទី", "entities": [` + "\n" +
		` {"id": "a", "name": "ก็"}, {"id": "b", "na/me": 1, "x~y": 2, "\u0069d": 3, "": 4}` + "\n" +
		"]}"
	file, _ := Load("case.json", []byte(text))
	for _, tt := range []struct{ pointer, value, name string }{
		{"", "1:1", "1:1"},
		{"/title", "2:11", "2:2"},
		{"/entities", "2:29", "2:17"},
		{"/entities/0", "3:2", "3:2"},
		{"/entities/0/name", "3:22", "3:14"},
		{"/entities/1", "3:29", "3:29"},
		{"/entities/1/na~1me", "3:50", "3:41"},
		{"/entities/1/x~0y", "3:60", "3:53"},
		{"/entities/1/id", "3:36", "3:30"},
		{"/entities/1/", "3:81", "3:77"},
		{"/entities/0/tags/3", "3:2", "3:2"},
		{"/entities/2", "2:29", "2:29"},
		{"/entities/-", "2:29", "2:29"},
		{"/entities/00000000000000000000", "3:2", "3:2"},
		{"/entities/99999999999999999999", "2:29", "2:29"},
		{"/nothing/at/all", "1:1", "1:1"},
		{"/title/0", "2:11", "2:11"},
	} {
		if got := file.Place(tt.pointer).String(); got != "case.json:"+tt.value {
			t.Errorf("Place(%q) = %s, want %s", tt.pointer, got, tt.value)
		}
		if got := file.PlaceOfName(tt.pointer).String(); got != "case.json:"+tt.name {
			t.Errorf("PlaceOfName(%q) = %s, want %s", tt.pointer, got, tt.name)
		}
	}
}

// TestPlacesOfALongFile compares the tables' answer with counting, across the borders of
// the pieces in which code points are counted, in one line and in many.
func TestPlacesOfALongFile(t *testing.T) {
	for _, separator := range []string{", ", ",\n"} {
		var b strings.Builder
		b.WriteString(`{"version": 1, "sources": [`)
		offsets := []int{}
		for i := range 3000 {
			if i > 0 {
				b.WriteString(separator)
			}
			offsets = append(offsets, b.Len())
			fmt.Fprintf(&b, `{"id": "s%d", "type": "post", "title": "%s"}`, i, strings.Repeat("ទ", i%7+1))
		}
		b.WriteString("]}")
		text := b.String()
		file, problems := Load("case.json", []byte(text))
		if len(problems) > 0 {
			t.Fatal(problems[0])
		}
		for i, offset := range offsets {
			before := text[:offset]
			line := strings.Count(before, "\n") + 1
			column := utf8.RuneCountInString(before[strings.LastIndex(before, "\n")+1:]) + 1
			at := file.Place(fmt.Sprintf("/sources/%d", i))
			if at.Line != line || at.Column != column {
				t.Fatalf("source %d is at %s, want %d:%d", i, at, line, column)
			}
			shown := file.Problem("slug", problem.Note, fmt.Sprintf("/sources/%d", i), "m", "").Text
			if !strings.Contains(shown, fmt.Sprintf(`{"id": "s%d"`, i)) {
				t.Fatalf("source %d is not in %q", i, shown)
			}
			if n := utf8.RuneCountInString(shown); n > problem.LongestLine+2 || !utf8.ValidString(shown) {
				t.Fatalf("%d code points in %q", n, shown)
			}
		}
	}
}

func TestLine(t *testing.T) {
	file, _ := Load("case.json", []byte("{\r\n\t\"title\": \"\x1b[31m\u202e\x80\"\r\n"+strings.Repeat("ក", 500)+"\n"))
	for _, tt := range []struct {
		n    int
		want string
	}{
		{0, ""}, {-1, ""}, {1, "{"}, {2, "\t\"title\": \"\ufffd[31m\ufffd\ufffd\""}, {3, strings.Repeat("ក", problem.LongestLine) + "…"}, {4, ""}, {5, ""},
	} {
		if got := file.lines.Around(problem.Place{Line: tt.n, Column: 1}); got != tt.want {
			t.Errorf("line %d is %q, want %q", tt.n, got, tt.want)
		}
	}
}
