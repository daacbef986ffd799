package entities

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"example.org/graphgen/internal/growthtest"
	"example.org/graphgen/internal/jsontree"
)

// repeated is a list of so many pieces, in one field of a case.
func repeated(field, piece string) func(int) string {
	return func(n int) string {
		return `{"version": 1, "` + field + `": [` + strings.TrimSuffix(strings.Repeat(piece+",", n), ",") + `]}`
	}
}

// members is an object of so many members, each of another name.
func members(field, value string) func(int) string {
	return func(n int) string {
		var b strings.Builder
		fmt.Fprintf(&b, `{"version": 1, %q: {`, field)
		for i := range n {
			if i > 0 {
				b.WriteByte(',')
			}
			fmt.Fprintf(&b, `"own%d": %s`, i, value)
		}
		b.WriteString("}}")
		return b.String()
	}
}

// worstCases are files that are made to be slow to read, or to take memory.
var worstCases = []struct {
	name string
	size int
	text func(int) string
}{
	{"empty objects", 20_000, repeated("entities", "{}")},
	{"empty lists", 20_000, repeated("claims", "[]")},
	{"numbers", 20_000, repeated("relations", "0")},
	{"views of nothing", 1_200, repeated("views", `{"id":"v"}`)},
	{"fields that are unknown", 20_000, repeated("sources", `{"idd":1}`)},
	{"fields given twice", 20_000, repeated("entities", `{"id":"a","id":"a"}`)},
	{"one object of unknown fields", 20_000, func(n int) string { return `{` + strings.Repeat(`"wiews":0,`, n) + `"version": 1}` }},
	{"lists in lists", 4, func(n int) string {
		return repeated("entities", strings.Repeat("[", jsontree.MaxDepth-4)+strings.Repeat("]", jsontree.MaxDepth-4))(100 * n)
	}},
	{"deeper than is read", 800_000, func(n int) string { return strings.Repeat(`{"a":[`, n) }},
	{"relation types", 2_000, members("relationTypes", `{"label": "x", "wrongdoing": false}`)},
	{"relation types without a meaning", 2_000, members("relationTypes", `{}`)},
	{"languages of one text", 10_000, members("title", `"x"`)},
	{"one long string", 200_000, func(n int) string { return `{"version": 1, "title": "` + strings.Repeat(`,:[{`, n) + `"}` }},
	{"escapes", 50_000, func(n int) string { return `{"version": 1, "title": "` + strings.Repeat(`\u0e01`, n) + `"}` }},
	{"half surrogates", 20_000, repeated("entities", `{"id":"\ud800"}`)},
	{"line breaks", 200_000, func(n int) string { return `{"version": 1` + strings.Repeat("\n", n) + `,,` }},
	{"an honest case", 500, func(n int) string { return string(largeCase(n)) }},
}

func TestLoadGrowsWithTheFile(t *testing.T) {
	for _, w := range worstCases {
		t.Run(w.name, func(t *testing.T) {
			growthtest.Linear(t, w.size, func(n int) func() {
				data := []byte(w.text(n))
				return func() { Load("case.json", data) }
			})
		})
	}
}

// Whoever asks for the place of each member of a large object has it read once.
func TestPlacesGrowWithTheFile(t *testing.T) {
	growthtest.Linear(t, 2_000, func(n int) func() {
		data := []byte(members("relationTypes", `{"label": "x", "wrongdoing": false}`)(n))
		return func() {
			file, _ := Load("case.json", data)
			for i := range n {
				if at := file.Place(fmt.Sprintf("/relationTypes/own%d/label", i)); at.Column < 10 {
					t.Fatal(at)
				}
			}
		}
	})
}

// What is refused takes no memory for what it would have been: two bytes are no entity.
func TestRefusedFilesTakeLittle(t *testing.T) {
	for _, piece := range []string{"{}", "[]", `"a"`, "0", `{"id":""}`} {
		for _, field := range []string{"entities", "claims", "relations", "sources", "flows", "figures", "corrections", "views"} {
			data := []byte(repeated(field, piece)(200_000))
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			if _, problems := Load("case.json", data); len(problems) == 0 {
				t.Fatal("the file passes")
			}
			runtime.ReadMemStats(&after)
			if took := after.TotalAlloc - before.TotalAlloc; took > 40<<20 {
				t.Errorf("%s of %s: %d bytes take %d MB", field, piece, len(data), took>>20)
			}
		}
	}
}

// A file of more values than a case has is refused before a tree is made of it.
func TestTooManyValues(t *testing.T) {
	data := []byte(repeated("entities", "{}")(jsontree.MaxValues/2 + 1))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, problems := Load("case.json", data)
	runtime.ReadMemStats(&after)
	if len(problems) != 1 || problems[0].Slug != Syntax || !strings.Contains(problems[0].Message, "more than 16777216 values") {
		t.Errorf("%v", problems)
	}
	if took := after.TotalAlloc - before.TotalAlloc; took > uint64(4*len(data)) {
		t.Errorf("%d MB are refused in %d MB", len(data)>>20, took>>20)
	}
}
