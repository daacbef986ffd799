// Package graphgen_test holds the packages to the picture of them in ARCHITECTURE.md, and what that
// page names to the files. It must never hold what a package does, which its own tests do.
package graphgen_test

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/golden"
)

const (
	page         = "ARCHITECTURE.md"
	pictureBegin = "<!-- rooms -->\n"
	pictureEnd   = "<!-- end of rooms -->"
)

// row is a line of the picture that tells of a room.
var row = regexp.MustCompile("^\\| `([^`]+)` \\|")

// TestPicture holds each line of the picture to its room: what the first sentence of its doc comment
// says that it is for, and what it imports. With -update the lines are written anew: a room that is
// new comes right below the last one that imports it, to be put where it belongs.
func TestPicture(t *testing.T) {
	rooms := readRooms(t)
	before, lines, after := picture(t)
	var drawn []string
	shown, stale := map[string]bool{}, []string{}
	for _, line := range lines {
		is := row.FindStringSubmatch(line)
		if is == nil {
			drawn = append(drawn, line)
			continue
		}
		r, exists := rooms[is[1]]
		if !exists || shown[is[1]] {
			stale = append(stale, "remove: "+line)
			continue
		}
		shown[r.name] = true
		drawn = append(drawn, r.line())
		if line != r.line() {
			stale = append(stale, "write:  "+r.line())
		}
	}
	for _, name := range slices.Sorted(maps.Keys(rooms)) {
		if r := rooms[name]; !shown[name] {
			drawn = slices.Insert(drawn, below(rooms, drawn, name), r.line())
			stale = append(stale, "add:    "+r.line())
		}
	}
	switch {
	case len(stale) == 0:
	case golden.Updating():
		golden.Write(t, page, []byte(before+strings.Join(drawn, "\n")+after))
	default:
		t.Errorf("the picture of the rooms in %s differs from the packages; `go test . -update` writes it anew:\n%s", page, strings.Join(stale, "\n"))
	}
}

// below returns the place in the picture right below the last room that imports one, or the end.
func below(rooms map[string]*room, lines []string, name string) int {
	for i, line := range slices.Backward(lines) {
		if is := row.FindStringSubmatch(line); is != nil && rooms[is[1]] != nil && slices.Contains(rooms[is[1]].imports, name) {
			return i + 1
		}
	}
	return len(lines)
}

// picture cuts the page where the lines of the picture begin and end.
func picture(t *testing.T) (before string, lines []string, after string) {
	t.Helper()
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, begins := strings.Cut(string(data), pictureBegin)
	inside, after, ends := strings.Cut(rest, pictureEnd)
	if !begins || !ends {
		t.Fatalf("%s has no picture of the rooms between %q and %q", page, pictureBegin, pictureEnd)
	}
	return before + pictureBegin, strings.Split(inside, "\n"), pictureEnd + after
}

// TestNoArrowLeadsUp wants every room to stand above all that it imports, so that the picture is read
// from top to bottom and no way leads back.
func TestNoArrowLeadsUp(t *testing.T) {
	rooms, place := readRooms(t), map[string]int{}
	_, lines, _ := picture(t)
	for i, line := range lines {
		if is := row.FindStringSubmatch(line); is != nil {
			place[is[1]] = i
		}
	}
	for _, name := range slices.Sorted(maps.Keys(rooms)) {
		for _, other := range rooms[name].imports {
			if at, shown := place[other]; shown && at < place[name] && !rooms[name].forTests {
				t.Errorf("%s imports %s, which stands above it in %s: move one of the two lines, or the code", name, other, page)
			}
		}
	}
}

// alone are the modules that one room each may import, so that what they can do wrong is in one place.
var alone = []string{"github.com/goccy/go-graphviz", "github.com/dominikbraun/graph"}

// unknown are rooms that a room may not reach by any way: it works on something more general, and
// would be of use without them.
var unknown = []struct {
	room  string
	never []string
	why   string
}{
	{"layout", []string{"entities", "network", "wording", "words", "edits", "places", "render"}, "a layout knows sizes, edges and no case"},
	{"layout/graphviz", []string{"entities", "network", "wording", "words", "edits"}, "Graphviz is given no text"},
	{"cachedir", []string{"*"}, "it is initialised before go-graphviz only as long as it imports the standard library alone"},
	{"quotes", []string{"entities", "network"}, "it looks for words in texts and knows no case"},
	{"hedges", []string{"entities", "network"}, "it reads sentences and knows no case"},
	{"dotfile", []string{"entities", "network"}, "it reads anybody's DOT"},
	{"merge", []string{"capture", "render", "layout"}, "what was edited is compared: no claim is made and nothing drawn"},
	{"report", []string{"render", "layout"}, "the report gathers words, and draws nothing"},
	{"check", []string{"render", "layout"}, "rules are held to a case before it is drawn"},
	{"entities", []string{"network"}, "how a line stands follows from the case file alone"},
	{"jsontree", []string{"entities"}, "it knows where a value stands, and not what it means"},
	{"formats", []string{"formats/csv", "formats/dot", "formats/ftm", "formats/graphml"}, "what all forms share knows none of them"},
}

func TestRoomsStayApart(t *testing.T) {
	rooms := readRooms(t)
	for _, module := range alone {
		var importers []string
		for _, name := range slices.Sorted(maps.Keys(rooms)) {
			if slices.ContainsFunc(rooms[name].others, func(path string) bool { return path == module || strings.HasPrefix(path, module+"/") }) {
				importers = append(importers, name)
			}
		}
		if len(importers) > 1 {
			t.Errorf("%s is imported by %s: one room alone may", module, strings.Join(importers, " and "))
		}
	}
	for _, u := range unknown {
		r, exists := rooms[u.room]
		if !exists {
			t.Errorf("there is no room %s to be kept apart from %v: mend the table in this test", u.room, u.never)
			continue
		}
		if slices.Contains(u.never, "*") && len(r.imports)+len(r.others) > 0 {
			t.Errorf("%s imports %v: %s", u.room, slices.Concat(r.imports, r.others), u.why)
		}
		for _, name := range u.never {
			if way := wayTo(rooms, u.room, name, map[string]bool{}); way != nil {
				t.Errorf("%s: %s", strings.Join(way, " imports "), u.why)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(rooms)) {
		for _, other := range rooms[name].imports {
			if rooms[other].forTests && !rooms[name].forTests {
				t.Errorf("%s imports %s, which is for tests", name, other)
			}
		}
	}
}

// wayTo returns the rooms by which one imports another, or nothing.
func wayTo(rooms map[string]*room, from, to string, seen map[string]bool) []string {
	if from == to {
		return []string{to}
	}
	if seen[from] || rooms[from] == nil {
		return nil
	}
	seen[from] = true
	for _, next := range rooms[from].imports {
		if way := wayTo(rooms, next, to, seen); way != nil {
			return append([]string{from}, way...)
		}
	}
	return nil
}

// The sizes up to which a package and a file are read with ease, in lines.
const (
	mostLines   = 3500 // of a package, tests aside
	mostCommand = 3300 // of cmd/graphgen: flags, help, exit codes and words, and the way to the rooms below
	mostFile    = 400
)

// long are files that are longer than others may be, each with its reason.
var long = map[string]string{}

func TestRoomsAreSmall(t *testing.T) {
	rooms := readRooms(t)
	for _, name := range slices.Sorted(maps.Keys(rooms)) {
		r := rooms[name]
		most := mostLines
		if strings.HasPrefix(name, "cmd/") {
			most = mostCommand
		}
		if r.lines > most {
			t.Errorf("%s has %d lines, and %d at most is read with ease: split it at a seam that the calls between its files show", name, r.lines, most)
		}
		for _, path := range slices.Sorted(maps.Keys(r.files)) {
			if n := r.files[path]; n > mostFile && long[path] == "" {
				t.Errorf("%s has %d lines: it is two files (or give the reason in the table of this test)", path, n)
			}
		}
		if r.purpose == "" {
			t.Errorf("%s has no doc comment that says what it is for, and what it must never know", name)
		}
	}
}

// line is the line of the picture that tells of the room.
func (r *room) line() string {
	return fmt.Sprintf("| `%s` | %s | %s |", r.name, strings.ReplaceAll(r.purpose, "|", `\|`), cmp.Or(strings.Join(r.imports, ", "), "nothing"))
}

// path is a file or a folder that the page names, from the top folder or from internal/.
var path = regexp.MustCompile("`([a-z][a-zA-Z0-9_.-]*(?:/[a-zA-Z0-9_.-]*)+)`")

// TestPathsExist holds what the page names, such as where a change belongs, to the files.
func TestPathsExist(t *testing.T) {
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	named := 0
	for i, line := range strings.Split(string(data), "\n") {
		for _, found := range path.FindAllStringSubmatch(line, -1) {
			named++
			_, top := os.Stat(found[1])
			_, inside := os.Stat("internal/" + found[1])
			if top != nil && inside != nil {
				t.Errorf("%s:%d: there is no %s, nor internal/%[3]s", page, i+1, found[1])
			}
		}
	}
	if named < 60 {
		t.Errorf("only %d paths are named", named)
	}
}
