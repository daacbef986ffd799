package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// TestHandPlacesThatCannotBe has nodes put upon one another and upon words: nothing is hidden, and
// what an editor cannot have is told.
func TestHandPlacesThatCannotBe(t *testing.T) {
	for _, test := range []struct{ name, edits, want string }{
		{"a node upon a node", `{"node": "dara", "pos": [200.0, 100.0]}, {"node": "malee", "pos": [210.0, 104.0]}`,
			`view "berths": not every edit could be followed: node malee would stand upon node dara, and makes room`},
		{"a node upon words", `{"node": "dara", "pos": [430.0, 285.0]}`,
			`view "berths": not every edit could be followed: the words of line company-paid-malee find no free place, and stand on another line: give them room`},
		{"a node where there is room", `{"node": "skippers", "pos": [870.0, 60.0]}`, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			copied := t.TempDir()
			if err := os.CopyFS(copied, os.DirFS(harbour)); err != nil {
				t.Fatal(err)
			}
			t.Chdir(copied)
			harbourEdit{in: "edits/berths.json", new: `{"version": 1, "view": "berths", "edits": [` + test.edits + `]}`}.make(t)
			var stdout, stderr bytes.Buffer
			if code := run([]string{"build"}, nil, &stdout, &stderr); code != exitDone {
				t.Fatalf("exit code %d: %s", code, stderr.String())
			}
			told := strings.Contains(stderr.String(), "not every edit could be followed")
			if told != (test.want != "") || !strings.Contains(stderr.String(), test.want) {
				t.Errorf("it tells\n%s, want\n%s", stderr.String(), test.want)
			}
		})
	}
}
