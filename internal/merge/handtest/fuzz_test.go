package handtest

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/graphgen/internal/colours"
	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/merge"
	"example.org/graphgen/internal/original"
	"example.org/graphgen/internal/problem"
)

// FuzzMerge merges any DOT with a small case: there is an outcome, what is kept can be read again,
// a check has nothing against it, merging again changes nothing, and nothing stands surer.
func FuzzMerge(f *testing.F) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.dot"))
	if err != nil || len(files) == 0 {
		f.Fatalf("no files to begin with: %v", err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	c := harbour(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		graph, err := dotfile.Read("edited.dot", text)
		var broken *dotfile.Error
		if errors.As(err, &broken) {
			return
		}
		if packed, err := original.Unpack(text); err != nil {
			return
		} else if _, err := dotfile.Read("edited.dot", packed); packed != nil && err != nil {
			return
		}
		view := "quay"
		for _, v := range c.Views {
			if v.ID == graph.ID {
				view = v.ID
			}
		}
		d := newDesk(t, nil, c, view)
		for _, choice := range []merge.Choice{merge.Unsettled, merge.Theirs, merge.Ours} {
			outcome := d.merge(text, nil, choice)
			for _, p := range outcome.Refusals {
				if p.Message == "" || p.Place.File == "" {
					t.Fatalf("refused without a word: %+v", p)
				}
			}
			if !outcome.Settled() {
				continue
			}
			overrides := d.kept(outcome.Overrides)
			again := d.merge(text, overrides, merge.Unsettled)
			if !again.Settled() || !bytes.Equal(again.Overrides.Bytes(), overrides.Bytes()) {
				t.Fatalf("merged again, it is another: %v %v %v\n%s\n%s", again.Refusals, again.Conflicts, again.Outstanding, overrides.Bytes(), again.Overrides.Bytes())
			}
			d.composedHonestly(overrides)
		}
	})
}

// composedHonestly holds the words and looks that overrides lead to, before anything has a place, to
// those without edits.
func (d *desk) composedHonestly(overrides *edits.Overrides) {
	d.Helper()
	drawn, found := d.judge(overrides)
	for _, p := range found {
		if p.Severity == problem.Error {
			d.Errorf("a merge keeps what a build refuses: %v", p)
		}
	}
	d.composesAsSure(drawn)
	if d.Failed() {
		d.Fatalf("what is kept: %s", overrides.Bytes())
	}
}

// composesAsSure wants what is drawn with edits to say how it stands as it does without.
func (d *desk) composesAsSure(drawn *edits.Overrides) {
	d.Helper()
	v := d.network.Edited(map[string]*edits.Overrides{d.spec.ID: drawn}).View(d.spec)
	d.keepsDenials(v)
	renamed := d.renamed(drawn)
	behind := colours.RGB{R: 0xf4, G: 0xf6, B: 0xf8}
	for t, is := range d.renderer(d.lang()).Published(v).Baseline() {
		was, before := d.baseline()[t]
		if !before {
			e := drawn.Of(t)
			if e == nil || e.Added == nil || !d.network.Has(e) && (!strings.Contains(is.Text, "unsourced") || is.Dash == "solid") {
				d.Errorf("%v came without a claim, and says %q", t, is.Text)
			}
			continue
		}
		if was.Dash != is.Dash || renamed(was.Caveat) != unspaced(is.Caveat) || !samewords(was.Hedge, is.Hedge) || was.Quantity != is.Quantity {
			d.Errorf("%v stands otherwise: %+v, was %+v", t, is, was)
		}
		for _, phrase := range []string{is.Caveat, is.Hedge, is.Quantity} {
			if !strings.Contains(unspaced(is.Text), unspaced(phrase)) {
				d.Errorf("%v does not say %q: %q", t, phrase, is.Text)
			}
		}
		for _, name := range []string{edits.Color, edits.FontColor} {
			c, err := colours.Parse(is.Values[edits.Property{Name: name}])
			if err != nil || t.Line && colours.Contrast(c, behind) < colours.LeastOfLine {
				d.Errorf("%v cannot be seen: its %s is %s", t, name, is.Values[edits.Property{Name: name}])
			}
		}
	}
}

// samewords tells whether two hedges are of the same words, whatever sets them off.
func samewords(a, b string) bool { return strings.Trim(a, "() ") == strings.Trim(b, "() ") }
