package viewfile_test

import (
	"fmt"
	"strings"
	"testing"

	"example.org/graphgen/internal/viewfile"
)

// file is what the tests read: a head, and a list.
type file struct {
	viewfile.Head
	List []viewfile.At[string] `json:"list"`
}

func read(text string) *viewfile.Reader {
	r := &viewfile.Reader{File: "v.json", Text: []byte(text), Slug: "bad-file", Again: "mend it", Names: "fields are version, view, list"}
	var f file
	if r.Decode(&f) {
		r.Check(f.Head, 1, "v")
		for _, item := range f.List {
			if item.Value == "" {
				r.Report(item.Offset, "says nothing", "")
			}
		}
	}
	return r
}

// Of a file in which everything is wrong the first hundred faults are told, and that there are more.
func TestFaultsAreBounded(t *testing.T) {
	found := read(`{"version": 1, "view": "v", "list": [` + strings.Repeat(`"",`, 500) + `"a"]}`).Found
	if len(found) != 101 || found[99].Message != "says nothing" || found[100].Message != "and more is wrong from here on" {
		t.Errorf("%d faults, the last %v", len(found), found[len(found)-1])
	}
}

func TestReader(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{`{"version": 1, "view": "v", "list": ["a"]}`, ""},
		{"\ufeff{\"version\": 1, \"view\": \"v\",\n \"list\": [\"é\", \"\"]}", "v.json:2:16: says nothing"},
		{`{"view": "v"}`, `v.json:1:1: missing field "version"`},
		{`{"version": 1}`, `v.json:1:1: missing field "view"`},
		{`{"version": 2, "view": "v"}`, "v.json:1:13: version 2; this graphgen reads version 1"},
		{`{"version": 1, "view": "w"}`, `v.json:1:24: the file is named for view "v" and is of view "w"`},
		{`{"version": null, "view": "v"}`, `v.json:1:1: missing field "version"`},
		{`{"version": 1, "view": "v", "list": ["a", null]}`, "v.json:1:43: /list/1 is not what it should be"},
		{`{"version": "1", "view": "v"}`, "v.json:1:13: /version is not what it should be"},
		{`{"version": 1, "version": 1}`, `v.json:1:16: field "version" is given twice`},
		{`{"version": 1, "vew": "v"}`, `v.json:1:16: unknown field "vew"`},
		{"{\"version\": 1,\n  view}", "v.json:2:3: this is not JSON: invalid character 'v' at start of value"},
		{`[]`, "v.json:1:1: the file is not what it should be"},
		{``, "v.json:1:1: this is not JSON: unexpected EOF"},
	} {
		got := ""
		for _, p := range read(test.text).Found {
			got += fmt.Sprintf("%v: %s", p.Place, p.Message)
		}
		if got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}
