package handtest

import (
	"fmt"
	"strings"
	"testing"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/problem"
)

// A file of edits that somebody wrote by hand can raise nothing either: there is no field for how
// something stands, and what the fields that there are would hide or accuse is refused.
func TestLayersRaiseNothing(t *testing.T) {
	d := newDesk(t, nil, harbour(t), "quay")
	const doubtful, owner = "quay-nine-keeps-pay", "niran-owns-quay-nine"
	was := func(line bool, id, name, lang string) string {
		return d.baseline()[edits.Thing{Line: line, ID: id}].Values[edits.Property{Name: name, Lang: lang}]
	}
	words := func(line bool, id, is string) string {
		kind := map[bool]string{true: "line", false: "node"}[line]
		return fmt.Sprintf(`{%q: %q, "label": {"en": {"was": %q, "is": %q}}}`, kind, id, was(line, id, edits.Label, "en"), is)
	}
	look := func(line bool, id, name, is string) string {
		kind := map[bool]string{true: "line", false: "node"}[line]
		return fmt.Sprintf(`{%q: %q, %q: {"was": %q, "is": %q}}`, kind, id, name, was(line, id, name, ""), is)
	}
	for _, c := range []struct {
		name, edit string
		refused    bool // else it is drawn, and as sure as before
	}{
		{"no field for standing", `{"line": "` + doubtful + `", "standing": {"was": "alleged", "is": "record"}}`, true},
		{"no field for a style", `{"line": "` + doubtful + `", "style": {"was": "dashed", "is": "solid"}}`, true},
		{"no field for a caveat", `{"line": "` + doubtful + `", "caveat": {"was": "alleged", "is": ""}}`, true},
		{"no words", words(true, doubtful, ""), false},
		{"words that turn the caveat", words(true, doubtful, "is not"), true},
		{"words that firm it up", words(true, doubtful, "has proven to keep the pay of"), true},
		{"an accusing line", words(true, owner, "launders money through"), true},
		{"an accusing name", words(false, "niran", "The trafficker"), true},
		{"the name of somebody else", words(false, "niran", "Anong Prasert"), true},
		{"a colour that hides", look(true, doubtful, edits.Color, "#ffffff"), true},
		{"words that cannot be seen", look(true, doubtful, edits.FontColor, "#f4f6f8"), true},
		{"a shape that is none", look(false, "niran", edits.Shape, "none"), true},
		{"a name that cannot be read", `{"node": "niran", "fillcolor": {"was": "#ffffff", "is": "#111111"}, "fontcolor": {"was": "#1b1f24", "is": "#111111"}}`, false},
		{"a line added as if it stood", `{"line": "h", "added": {"from": "niran", "to": "anong", "type": "met-with"}, "label": {"en": {"is": "met"}}}`, false},
		{"an edit of nothing that is shown", `{"line": "no-such", "color": {"was": "#000000", "is": "#111111"}}`, false},
		{"made on what the case never said", `{"line": "` + doubtful + `", "label": {"en": {"was": "never said", "is": "x"}}}`, false},
		{"in another language", `{"line": "` + owner + `", "label": {"th": {"was": "` + was(true, owner, edits.Label, "en") + `", "is": "bribed"}}}`, true},
		{"the accuser taken out", `{"node": "anong", "removed": {"en": ` + fmt.Sprintf("%q", d.baseline()[edits.Thing{ID: "anong"}].Text) + `}}`, false},
		{"something placed upon another", `{"node": "dockers", "pos": [0, 0]}, {"node": "niran", "pos": [0, 0]}`, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t, nil, harbour(t), "quay")
			text := `{"version": 1, "view": "quay", "edits": [` + c.edit + `], "ranks": [["niran", "no-such"]]}`
			overrides, wrong := edits.Read("edits.json", []byte(text), "quay")
			if overrides == nil {
				if !c.refused || len(wrong) == 0 {
					t.Fatalf("not read: %v", wrong)
				}
				return
			}
			drawn, found := d.judge(overrides)
			refused := false
			for _, p := range found {
				if refused = refused || p.Severity == problem.Error; p.Severity == problem.Error && (p.Place.Line == 0 || p.Slug != edits.Refused) {
					t.Errorf("refused without its place: %+v", p)
				}
			}
			if refused != c.refused {
				t.Fatalf("refused: %t, want %t: %v", refused, c.refused, found)
			}
			if !refused {
				d.composesAsSure(drawn)
			}
			if strings.Contains(c.name, "never said") && len(found) == 0 {
				t.Error("nobody tells that it was made on something else")
			}
		})
	}
}
