package edits_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/edits"
)

func node(id string) edits.Thing { return edits.Thing{ID: id} }
func line(id string) edits.Thing { return edits.Thing{Line: true, ID: id} }

var english = edits.Property{Name: edits.Label, Lang: "en"}

// whole are overrides with an edit of each kind.
func whole() *edits.Overrides {
	l := &edits.Overrides{View: "flows", Ranks: [][]string{{"thailand", "laos"}, {"ada", "laos", "ada"}, {"laos", "thailand"}, {"alone"}}}
	l.Edit(line("met")).Removed = &edits.Removal{Lang: "en", Was: "met with\nalleged by Ada"}
	laos := l.Edit(node("laos"))
	laos.Place = &edits.Place{X: 120, Y: 45.54}
	laos.Set(english, edits.Change{Was: "Laos", Is: "Lao “PDR” <b>"})
	laos.Set(edits.Property{Name: edits.Label, Lang: "th"}, edits.Change{Was: "ลาว", Is: "สปป. ลาว"})
	laos.Set(edits.Property{Name: edits.Below, Lang: "en"}, edits.Change{Was: "", Is: "a country"})
	for _, name := range []string{edits.Color, edits.FillColor, edits.FontColor} {
		laos.Set(edits.Property{Name: name}, edits.Change{Was: "#000000", Is: "#123456"})
	}
	laos.Set(edits.Property{Name: edits.Shape}, edits.Change{Was: "hexagon", Is: "box"})
	l.Edit(node("hand")).Added = &edits.Added{Type: "person"}
	tie := l.Edit(line("hand-1"))
	tie.Added = &edits.Added{Type: "met-with", From: "hand", To: "laos"}
	tie.Set(english, edits.Change{Is: "met"})
	l.Edit(node("nothing"))
	l.Tidy()
	return l
}

func TestBytesAndReadAreEachOthersReverse(t *testing.T) {
	want := `{
  "version": 1,
  "view": "flows",
  "edits": [
    {"node": "hand", "added": {"type": "person"}},
    {"node": "laos", "label": {"en": {"was": "Laos", "is": "Lao “PDR” <b>"}, "th": {"was": "ลาว", "is": "สปป. ลาว"}}, "below": {"en": {"was": "", "is": "a country"}}, "color": {"was": "#000000", "is": "#123456"}, "fillcolor": {"was": "#000000", "is": "#123456"}, "fontcolor": {"was": "#000000", "is": "#123456"}, "shape": {"was": "hexagon", "is": "box"}, "pos": [120.0, 45.5]},
    {"line": "hand-1", "added": {"from": "hand", "to": "laos", "type": "met-with"}, "label": {"en": {"is": "met"}}},
    {"line": "met", "removed": {"en": "met with\nalleged by Ada"}}
  ],
  "ranks": [
    ["ada", "laos"],
    ["laos", "thailand"]
  ]
}
`
	text := whole().Bytes()
	if string(text) != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
	again, wrong := edits.Read("flows.json", text, "flows")
	if len(wrong) > 0 || !bytes.Equal(again.Bytes(), text) {
		t.Errorf("read again: %v\n%s", wrong, again.Bytes())
	}
	if again, wrong = edits.Read("flows.json", append([]byte("\ufeff"), text...), "flows"); len(wrong) > 0 || !bytes.Equal(again.Bytes(), text) {
		t.Errorf("with a byte order mark: %v", wrong)
	}
	if got := again.Languages(); !slices.Equal(got, []string{"en", "th"}) {
		t.Errorf("languages: %v", got)
	}
}

func TestALayerOfNothing(t *testing.T) {
	var none *edits.Overrides
	if !none.Empty() || none.Of(node("ada")) != nil || none.Removes(node("ada")) || none.Languages() != nil || none.Conflicts(edits.Baseline{}, "en") != nil {
		t.Error("no overrides have edits")
	}
	overrides := &edits.Overrides{View: "flows"}
	overrides.Edit(node("ada"))
	if overrides.Tidy(); !overrides.Empty() || string(overrides.Bytes()) != "{\n  \"version\": 1,\n  \"view\": \"flows\",\n  \"edits\": [],\n  \"ranks\": []\n}\n" {
		t.Errorf("an edit of nothing stays: %s", overrides.Bytes())
	}
}

func TestSetForgetsWhatChangesNothing(t *testing.T) {
	overrides := &edits.Overrides{}
	overrides.Edit(node("ada")).Set(english, edits.Change{Was: "Ada", Is: "Ada B."})
	overrides.Edit(node("ada")).Set(english, edits.Change{Was: "Ada", Is: "Ada"})
	if overrides.Tidy(); !overrides.Empty() {
		t.Errorf("%s", overrides.Bytes())
	}
}

func TestACopySharesNothing(t *testing.T) {
	overrides := whole()
	before := overrides.Bytes()
	other := overrides.Clone()
	other.Edit(node("laos")).Place.X = 7
	other.Edit(node("laos")).Set(english, edits.Change{Was: "Laos", Is: "other"})
	other.Edit(node("hand")).Added.Type = "media"
	other.Edit(line("met")).Removed.Was = "other"
	other.Ranks[0][0] = "other"
	if !bytes.Equal(overrides.Bytes(), before) {
		t.Errorf("the copy's changes are in\n%s", overrides.Bytes())
	}
}

// settled is a property that was edited, with what the case says by now.
type settled struct {
	name             string
	change           edits.Change
	added, shifting  bool
	now, want        string
	conflict, edited bool
}

var settling = []settled{
	{name: "not edited", now: "Laos", want: "Laos"},
	{name: "as when it was edited", change: edits.Change{Was: "Laos", Is: "Lao PDR"}, edited: true, now: "Laos", want: "Lao PDR"},
	{name: "lines broken otherwise", change: edits.Change{Was: "Lao People", Is: "Lao PDR"}, edited: true, now: "Lao\nPeople", want: "Lao PDR"},
	{name: "the case changed", change: edits.Change{Was: "Laos", Is: "Lao PDR"}, edited: true, now: "Laos, PDR", want: "Laos, PDR", conflict: true},
	{name: "the case says it by now", change: edits.Change{Was: "Laos", Is: "Lao PDR"}, edited: true, now: "Lao PDR", want: "Lao PDR"},
	{name: "it was nothing", change: edits.Change{Is: "Lao PDR"}, edited: true, now: "Laos", want: "Laos", conflict: true},
	{name: "it is nothing by now", change: edits.Change{Was: "Laos", Is: "Lao PDR"}, edited: true, now: "", want: "", conflict: true},
	{name: "it shifts with others", change: edits.Change{Was: "Laos", Is: "Lao PDR"}, edited: true, shifting: true, now: "Laos, PDR", want: "Lao PDR"},
	{name: "added by hand", change: edits.Change{Is: "Lao PDR"}, edited: true, added: true, now: "whatever", want: "Lao PDR"},
}

func TestSettleAndConflicts(t *testing.T) {
	for _, c := range settling {
		t.Run(c.name, func(t *testing.T) {
			overrides := &edits.Overrides{}
			if c.edited {
				overrides.Edit(node("laos")).Set(english, c.change)
			}
			state := edits.State{Values: map[edits.Property]string{english: c.now}}
			if c.added {
				overrides.Edit(node("laos")).Added = &edits.Added{}
			}
			if c.shifting {
				state.Shifting = []string{edits.Label}
			}
			if got := overrides.Of(node("laos")).Settle(english, c.now, c.shifting); got != c.want {
				t.Errorf("it comes to %q, want %q", got, c.want)
			}
			conflicts := overrides.Conflicts(edits.Baseline{node("laos"): state}, "en")
			want := []edits.Conflict{{Thing: node("laos"), Property: english, Was: c.change.Was, Now: c.now, Is: c.change.Is}}
			if !c.conflict {
				want = nil
			}
			if !slices.Equal(conflicts, want) {
				t.Errorf("conflicts %+v, want %+v", conflicts, want)
			}
			if left := overrides.Without(conflicts); c.conflict && !left.Empty() || !c.conflict && !bytes.Equal(left.Bytes(), overrides.Bytes()) {
				t.Errorf("without them is left %s", left.Bytes())
			}
			if other := overrides.Conflicts(edits.Baseline{node("laos"): state}, "km"); len(other) > 0 {
				t.Errorf("in a language in which nothing was edited: %+v", other)
			}
		})
	}
}

func TestWhatIsTakenOutIsInConflictWhenItSaysSomethingElse(t *testing.T) {
	overrides := &edits.Overrides{}
	overrides.Edit(line("met")).Removed = &edits.Removal{Lang: "en", Was: "met with, alleged by Ada"}
	state := func(text string) edits.Baseline { return edits.Baseline{line("met"): edits.State{Text: text}} }
	if got := overrides.Conflicts(state("met with,\nalleged by Ada"), "en"); len(got) > 0 {
		t.Errorf("as it was: %+v", got)
	}
	conflicts := overrides.Conflicts(state("met with"), "en")
	if len(conflicts) != 1 || conflicts[0] != (edits.Conflict{Thing: line("met"), Was: "met with, alleged by Ada", Now: "met with"}) {
		t.Errorf("conflicts %+v", conflicts)
	}
	if overrides.Without(conflicts).Removes(line("met")) || !overrides.Removes(line("met")) {
		t.Error("what is in conflict is not to be taken out, and the overrides are to stay as they are")
	}
	if got := overrides.Conflicts(edits.Baseline{}, "en"); len(got) > 0 {
		t.Errorf("of what is gone there is no conflict: %+v", got)
	}
}

// file is a file with one edit.
func file(edit string) string {
	return "{\"version\": 1, \"view\": \"flows\",\n \"edits\": [\n  " + edit + "\n]}"
}

var badFiles = []struct{ text, want string }{
	{"", "1:1: this is not JSON"},
	{"[]", "1:1: the file is not what it should be"},
	{"{}", `1:1: missing field "edits"`},
	{"{\"version\": 1,\n \"view\": \"flows\"", "2:17: this is not JSON"},
	{`{"version": 2, "view": "flows", "edits": []}`, "1:13: version 2; this graphgen reads version 1"},
	{`{"version": 1, "view": "other", "edits": []}`, `1:24: the file is named for view "flows" and is of view "other"`},
	{`{"version": 1, "view": "flows", "edits": [], "edits": []}`, `1:46: field "edits" is given twice`},
	{`{"version": 1, "view": "flows", "edits": [], "colour": 1}`, "1:46: unknown field \"colour\""},
	{`{"version": "1", "view": "flows", "edits": []}`, "1:13: /version is not what it should be"},
	{`{"version": null, "view": "flows", "edits": []}`, `1:1: missing field "version"`},
	{`{"version": 1, "view": "flows", "edits": [null]}`, "1:43: /edits/0 is not what it should be"},
	{file(`{"node": "a", "pos": [1, "2"]}`), "3:28: /edits/0/pos/1 is not what it should be"},
	{`{"version": 1, "view": "flows", "edits": [], "ranks": [["a"]]}`, "1:56: a rank of fewer than two nodes says nothing"},
	{file(`{}`), "3:3: an edit is of a node or of a line, one of the two"},
	{file(`{"node": "a", "line": "b", "pos": [1, 2]}`), "3:3: an edit is of a node or of a line, one of the two"},
	{file(`{"node": "", "pos": [1, 2]}`), "3:3: an edit names nothing"},
	{file(`{"node": "a"}`), "3:3: node a: nothing of it is edited"},
	{file("{\"node\": \"a\", \"pos\": [1, 2]},\n  {\"node\": \"a\", \"pos\": [1, 2]}"), "4:3: node a is edited twice"},
	{file(`{"node": "a", "standing": "record"}`), "3:17: unknown field \"standing\""},
	{file(`{"node": "a", "pos": [1]}`), "3:3: node a: pos is of a node, and two numbers"},
	{file(`{"node": "a", "pos": [1e9, 2]}`), "3:3: node a: pos is of a node, and two numbers"},
	{file(`{"line": "a", "pos": [1, 2]}`), "3:3: line a: pos is of a node"},
	{file(`{"line": "a", "shape": {"was": "a", "is": "b"}}`), "3:3: line a: a line has no shape"},
	{file(`{"line": "a", "fillcolor": {"was": "#000000", "is": "#000001"}}`), "3:3: line a: a line has no fillcolor"},
	{file(`{"line": "a", "below": {"en": {"was": "a", "is": "b"}}}`), "3:3: line a: a line has no below"},
	{file(`{"node": "a", "color": {"is": "#000001"}}`), "3:3: node a: a change of color says what it was and what it is"},
	{file(`{"node": "a", "color": {"was": "#000001"}}`), "3:3: node a: a change of color says what it was and what it is"},
	{file(`{"node": "a", "added": {}, "color": {"was": "#000000", "is": "#000001"}}`), "3:3: node a: a change of color says what it was and what it is"},
	{file(`{"node": "a", "color": {"was": "#000000", "is": "red"}}`), "3:3: node a: color is no colour; write it as #rrggbb"},
	{file(`{"node": "a", "color": {"was": "#000000", "is": "#00000000"}}`), "3:3: node a: color is no colour; write it as #rrggbb"},
	{file(`{"node": "a", "color": {"was": "#000000", "is": "#000000"}}`), "3:3: node a: color is changed to what it was"},
	{file(`{"node": "a", "label": {"": {"was": "a", "is": "b"}}}`), "3:3: node a: words are changed in a language"},
	{file(`{"node": "a", "label": {"en": {"was": "a", "is": "b\u0000"}}}`), "3:3: node a: label (en) is too long, or has control characters"},
	{file(`{"node": "a", "label": {"en": {"was": "a", "is": "` + strings.Repeat("b", 2001) + `"}}}`), "3:3: node a: label (en) is too long"},
	{file(`{"line": "a", "added": {}}`), "3:3: line a: a line that is added has from and to"},
	{file(`{"node": "a", "added": {"from": "b", "to": "c"}}`), "3:3: node a: a line that is added has from and to, and a node neither"},
	{file(`{"line": "a", "removed": {}}`), "3:3: line a: what is removed says what it was"},
	{file(`{"line": "a", "removed": {"en": "a", "th": "b"}}`), "3:3: line a: what is removed says what it was"},
	{file(`{"node": "a", "removed": {"en": "a"}, "pos": [1, 2]}`), "3:3: node a: what is removed says what it was, and nothing else of it is edited"},
	{file(`{"node": "a", "removed": {"en": "a"}, "added": {}}`), "3:3: node a: what is removed says what it was, and nothing else of it is edited"},
}

func TestBadFilesAreRefusedWithPlaces(t *testing.T) {
	for _, c := range badFiles {
		overrides, wrong := edits.Read("flows.json", []byte(c.text), "flows")
		if overrides != nil || len(wrong) == 0 {
			t.Errorf("read: %s", c.text)
			continue
		}
		if got := fmt.Sprintf("%d:%d: %s", wrong[0].Place.Line, wrong[0].Place.Column, wrong[0].Message); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
		}
		for _, p := range wrong {
			if p.Hint == "" || p.Slug != edits.BadFile {
				t.Errorf("%s: nothing says what to do: %+v", c.text, p)
			}
		}
	}
}

func TestPlain(t *testing.T) {
	for _, c := range [][2]string{
		{"", ""}, {" a \n b ", "a b"}, {"a\n\nb", "a b"}, {"\u2067שלום\u2069", "שלום"}, {"ប៉ូលិស\nកម្ពុជា", "ប៉ូលិស\u200bកម្ពុជា"}, {"a\t b", "a b"}, {"a\x01b\u0085", "ab"}, {"\xff", "\ufffd"},
	} {
		if got := edits.Plain(c[0]); got != c[1] {
			t.Errorf("Plain(%q) is %q, want %q", c[0], got, c[1])
		}
		if again := edits.Plain(edits.Plain(c[0])); again != c[1] {
			t.Errorf("Plain of Plain(%q) is %q", c[0], again)
		}
	}
	if !edits.Same("Lao\nPDR", "Lao PDR") || !edits.Same("ប៉ូលិស\u200bកម្ពុជា", "ប៉ូលិសកម្ពុជា") || edits.Same("Lao", "Laos") {
		t.Error("two texts are the same that read the same")
	}
}

func ExampleOverrides_Bytes() {
	overrides := &edits.Overrides{View: "flows"}
	overrides.Edit(edits.Thing{ID: "laos"}).Set(edits.Property{Name: edits.Label, Lang: "en"}, edits.Change{Was: "Laos", Is: "Lao PDR"})
	fmt.Printf("%s", overrides.Bytes())
	// Output:
	// {
	//   "version": 1,
	//   "view": "flows",
	//   "edits": [
	//     {"node": "laos", "label": {"en": {"was": "Laos", "is": "Lao PDR"}}}
	//   ],
	//   "ranks": []
	// }
}
