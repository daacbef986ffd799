package check

import (
	"strings"
	"testing"
)

// What tells two of one name apart is named, or that nothing does.
func TestSameNameSaysWhatTellsApart(t *testing.T) {
	const twins = `"entities": [{"id": "a", "type": "person", "name": "Li Wei"FIRST}, {"id": "b", "type": "person", "name": "Li Wei"SECOND}, {"id": "c", "type": "organization", "name": "C"}]`
	for _, test := range []struct{ first, second, more, want string }{
		{"", "", "", `"a" and "b" have names that look the same: nothing tells them apart`},
		{`, "country": "SG"`, "", "", `: told apart by country (SG and none)`},
		{`, "country": "SG"`, `, "country": "MY", "description": "of Penang"`, "", `: told apart by country (SG and MY), description`},
		{`, "aliases": ["X", "Y"], "links": ["https://a.example"]`, `, "aliases": ["Y", "X"], "links": ["https://b.example"]`, "", `: told apart by links`},
		{"", "", `, "relations": [{"id": "r", "type": "heads", "from": "a", "to": "c", "draft": true}]`, `: told apart by lines and their dates`},
		{"", "", `, "relations": [{"id": "r", "type": "heads", "from": "a", "to": "c", "draft": true, "end": "2020"}, {"id": "q", "type": "heads", "from": "b", "to": "c", "start": "2021", "draft": true}]`, `: told apart by lines and their dates`},
		{"", "", `, "relations": [{"id": "r", "type": "heads", "from": "a", "to": "c", "draft": true}, {"id": "q", "type": "heads", "from": "b", "to": "c", "draft": true}, {"id": "k", "type": "met-with", "from": "a", "to": "b", "draft": true}]`, `: nothing tells them apart`},
		{"", `, "country": "MY"`, `, "views": [{"id": "part", "include": {"ids": ["a"]}}, {"id": "both", "include": {"ids": ["a", "b"]}}]`, `, and view "both" draws them both: told apart by country (none and MY)`},
	} {
		body := strings.NewReplacer("FIRST", test.first, "SECOND", test.second).Replace(twins) + test.more
		told := 0
		for _, p := range checked(load(t, unmarked(body)), Options{}) {
			if p.Slug != "same-name" {
				continue
			}
			if told++; !strings.HasSuffix(p.Message, test.want) {
				t.Errorf("%s, want %s", p.Message, test.want)
			}
		}
		if told != 1 {
			t.Errorf("told %d times: %s", told, body)
		}
	}
}
