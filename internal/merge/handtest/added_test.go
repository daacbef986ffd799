package handtest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/merge"
)

// withAdded is a published file of the view with something written into it.
func withAdded(t *testing.T, statements string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "published.dot"))
	if err != nil {
		t.Fatal(err)
	}
	end := strings.LastIndex(string(text), "}")
	return []byte(string(text[:end]) + statements + "\n}\n")
}

// What is added either is refused or stops no build.
func TestWhatIsAddedPassesACheck(t *testing.T) {
	d := newDesk(t, nil, harbour(t), "quay")
	took := 0
	for _, shape := range []string{"none", "plaintext", "point", "box", "ellipse", "note", "house", "nosuch", "record", "plain", "egg", ""} {
		for _, more := range []string{"type=document", "type=person", "type=office", "type=nosuch", "style=invis", "style=dashed", "penwidth=0", "fontsize=1", "color=white", "label=\"\"", "fillcolor=nosuch"} {
			outcome := d.merge(withAdded(t, fmt.Sprintf("newcomer [shape=%q, %s]; newcomer -> niran [label=\"met with\", %s]", shape, more, more)), nil, merge.Theirs)
			if !outcome.Settled() {
				continue
			}
			took++
			if _, found := d.judge(outcome.Overrides); found.HasErrors() {
				t.Errorf("shape %q with %s is taken, and a check refuses it: %v", shape, more, found)
			}
		}
	}
	if took < 20 {
		t.Errorf("only %d are taken", took)
	}
}

// A line that is added leads where its arrow does, and what of its arrows is not kept is told.
func TestAddedArrows(t *testing.T) {
	d := newDesk(t, nil, harbour(t), "quay")
	for _, test := range []struct{ edge, from, to, told string }{
		{`newcomer -> niran [label="met with"]`, "newcomer", "niran", ""},
		{`newcomer -> niran [label="met with", dir=back]`, "niran", "newcomer", ""},
		{`edge [dir=back]; newcomer -> niran [label="met with"]`, "niran", "newcomer", ""},
		{`newcomer -> niran [label="met with", dir=both]`, "newcomer", "niran", "its arrow at the tail is not kept"},
		{`newcomer -> niran [label="met with", dir=both, arrowhead=none]`, "niran", "newcomer", ""},
		{`newcomer -> niran [label="met with", dir=none]`, "newcomer", "niran", "that it has no arrow is not kept"},
		{`newcomer -> niran [label="kin", type="related-to", dir=none]`, "newcomer", "niran", ""},
		{`newcomer -> niran [label="met with", arrowhead=none]`, "newcomer", "niran", "that it has no arrow is not kept"},
	} {
		outcome := d.merge(withAdded(t, "newcomer [type=person]; "+test.edge), nil, merge.Theirs)
		if !outcome.Settled() {
			t.Errorf("%s: %v", test.edge, outcome.Refusals)
			continue
		}
		lines := 0
		for _, e := range outcome.Overrides.Edits {
			if e.Added == nil || !e.Line {
				continue
			}
			lines++
			if e.Added.From != test.from || e.Added.To != test.to {
				t.Errorf("%s leads from %s to %s", test.edge, e.Added.From, e.Added.To)
			}
			if want := (edits.Thing{Line: true, ID: test.from + "-to-" + test.to}); e.Thing != want {
				t.Errorf("%s is %v, want %v", test.edge, e.Thing, want)
			}
		}
		if told := fmt.Sprint(outcome.Notes); lines != 1 || test.told == "" && strings.Contains(told, "arrow") || !strings.Contains(told, test.told) {
			t.Errorf("%s makes %d lines, and is told as %s", test.edge, lines, told)
		}
	}
}
