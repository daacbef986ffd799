package places

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
)

// whole is a file that says all that a file can.
var whole = Places{View: "flows", Direction: entities.LeftRight, Ranks: [][]string{
	{"crossing/origin", "gangs"}, {"thailand", "~gangs-in-laos", "ហ៊ុន", "~cluster/country/KH"}, nil, {"laos", `"\`},
}}

func TestReadWhatWasWritten(t *testing.T) {
	for _, p := range []Places{whole, {View: "v", Direction: entities.BottomTop}} {
		got, problems := Read("v.json", p.Bytes(), p.View)
		if len(problems) > 0 {
			t.Fatalf("%v\n%s", problems, p.Bytes())
		}
		if !bytes.Equal(got.Bytes(), p.Bytes()) {
			t.Errorf("read\n%s\nwritten\n%s", got.Bytes(), p.Bytes())
		}
	}
	if got, _ := Read("v.json", append([]byte("\ufeff"), whole.Bytes()...), "flows"); got == nil {
		t.Error("a byte order mark is a problem")
	}
	if n := whole.Nodes(); n != 6 {
		t.Errorf("%d nodes", n)
	}
}

// In each file « marks where the problem is; it is not part of the file.
func TestBadFiles(t *testing.T) {
	for _, test := range []struct{ file, want string }{
		{`«`, "this is not JSON: unexpected EOF"},
		{`«[]`, "not what it should be"},
		{`{"version": 1, "view": "v", "direction": "LR", "ranks": [["a"]«`, "unexpected EOF"},
		{`{"version": 1, "view": "v", "direction": "LR", "ranks": [["a"]«}}`, "not JSON"},
		{`{"version": 1, "view": "v", "direction": "LR", "ranks": []} «x`, "not JSON"},
		{`«{}`, `missing field "version"`},
		{`«{"version": 1, "view": "v", "direction": "LR"}`, `missing field "ranks"`},
		{`«{"version": 1, "view": "v", "direction": "LR", "ranks": null}`, `missing field "ranks"`},
		{"{\"version\": 1,\n  «\"rank\": []}", `unknown field "rank"`},
		{"{\"version\": 1,\n  «\"version\": 1}", `field "version" is given twice`},
		{`{"version": «2, "view": "v", "direction": "LR", "ranks": []}`, "version 2; this graphgen reads version 1"},
		{`{"version": «"1", "view": "v", "direction": "LR", "ranks": []}`, "/version is not what it should be"},
		{`{"version": 1, "view": «"w", "direction": "LR", "ranks": []}`, `the file is named for view "v" and is of view "w"`},
		{`{"version": 1, "view": "v", "direction": «"UP", "ranks": []}`, `unknown direction "UP"`},
		{`«{"version": 1, "view": "v", "direction": null, "ranks": []}`, `missing field "direction"`},
		{`{"version": 1, "view": "v", "direction": "LR", "ranks": [["a", «7]]}`, "/ranks/0/1 is not what it should be"},
		{`{"version": 1, "view": "v", "direction": "LR", "ranks": [«"a"]}`, "/ranks/0 is not what it should be"},
		{"{\"version\": 1, \"view\": \"v\", \"direction\": \"LR\", \"ranks\": [[\"ហ\", \"a\"],\n [\"ហ\", «\"a\"]]}", `"a" stands in two places`},
		{`{"version": 1, "view": "v", "direction": "LR", "ranks": [["~a"], ["~a", "b", «"~a"]]}`, `"~a" passes a rank twice`},
		{"{\"version\": 1, \"view\": \"v\", \"direction\": \"LR«\xff\", \"ranks\": []}", "not JSON"},
	} {
		before, after, found := strings.Cut(test.file, "«")
		if !found {
			t.Fatalf("no mark in %s", test.file)
		}
		line := strings.Count(before, "\n") + 1
		column := len([]rune(before[strings.LastIndex(before, "\n")+1:])) + 1
		got, problems := Read("v.json", []byte(before+after), "v")
		if got != nil || len(problems) == 0 {
			t.Errorf("%s: read as %v", test.file, got)
			continue
		}
		at := fmt.Sprintf("v.json:%d:%d", line, column)
		matches := func(p problem.Problem) bool {
			return p.Place.String() == at && strings.Contains(p.Message, test.want) && p.Slug == entities.BadPlaces && p.Severity == problem.Error && p.Hint != ""
		}
		if !slices.ContainsFunc(problems, matches) {
			t.Errorf("%s: want %s: %s\ngot %+v", test.file, at, test.want, problems)
		}
	}
}

// Whatever can be read is written so that it reads the same.
func FuzzRead(f *testing.F) {
	f.Add(whole.Bytes())
	f.Add([]byte(`{"version": 1, "view": "flows", "direction": "LR", "ranks": [["a", "~b"]]}`))
	f.Add([]byte(`{"version": 1, "view": "flows", "direction": "UP", "ranks": [["a"], ["a"]]} {`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, problems := Read("v.json", data, "flows")
		if (p == nil) != problems.HasErrors() {
			t.Fatalf("%v with %v", p, problems)
		}
		if p == nil {
			return
		}
		again, problems := Read("v.json", p.Bytes(), "flows")
		if again == nil || !bytes.Equal(again.Bytes(), p.Bytes()) {
			t.Errorf("%v\n%s", problems, p.Bytes())
		}
	})
}
