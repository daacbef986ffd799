package render

import (
	"strings"
	"testing"

	"example.org/graphgen/internal/casetest"
	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/viewdot"
)

// What a view says, by which edits are judged, is what its published file reads as.
func TestPublishedReadsBack(t *testing.T) {
	read := func(v *network.View, f *viewdot.File) edits.Baseline {
		g, err := dotfile.Read("v.dot", viewdot.Write(f))
		if err != nil {
			t.Fatalf("view %s: %v", v.Spec.ID, err)
		}
		return viewdot.Read(g).Baseline()
	}
	for seed := range uint64(20) {
		index := entities.NewIndex(casetest.Random(seed))
		n := network.New(index)
		r := New(index, nil, "")
		for i := range index.Case.Views {
			v := n.View(&index.Case.Views[i])
			f := r.Published(v)
			want, got := f.Baseline(), read(v, f)
			if len(want) != len(got) {
				t.Errorf("seed %d: %d things were written, and %d read", seed, len(want), len(got))
			}
			for thing, is := range want {
				if fault := differs(is, got[thing]); fault != "" {
					t.Errorf("seed %d: %v: %s", seed, thing, fault)
				}
			}
		}
	}
}

// differs tells in what two states of a thing read otherwise, however their lines are broken.
func differs(want, got edits.State) string {
	for _, texts := range [][2]string{{want.Text, got.Text}, {want.Caveat, got.Caveat}, {want.Hedge, got.Hedge}, {want.Quantity, got.Quantity}, {want.Dash, got.Dash}} {
		if !edits.Same(texts[0], texts[1]) {
			return "“" + texts[0] + "” is read as “" + texts[1] + "”"
		}
	}
	for p, value := range want.Values {
		if read := got.Values[p]; !edits.Same(value, read) {
			return p.String() + " “" + value + "” is read as “" + read + "”"
		}
	}
	if strings.Join(want.Shifting, " ") != strings.Join(got.Shifting, " ") {
		return "it shifts otherwise"
	}
	return ""
}
