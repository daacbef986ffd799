package handtest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/colours"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/merge"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/soak"
)

// No edit makes a line seem surer than it is by its claims, hides it, or parts a denial from its
// allegation: it is refused, with its place, or told and not kept, or it changes nothing of that.
func TestEditsRaiseNothing(t *testing.T) {
	t.Parallel()
	cases := []func() (*entities.Case, string){
		func() (*entities.Case, string) { return roomy(0), "v" },
		func() (*entities.Case, string) { return harbour(t), "quay" },
		func() (*entities.Case, string) { return seedCase(t), "complicity" },
		func() (*entities.Case, string) { return harbour(t), "berths" },
		func() (*entities.Case, string) { return seedCase(t), "responses" },
	}
	if testing.Short() || !soak.On() {
		cases = cases[:1]
	}
	kinds, tried := slices.Concat(raises, disguised), 0
	engine := newEngine(t)
	fates := map[string]map[string]int{}
	for seed, next := range cases {
		c, view := next()
		d := newDesk(t, engine, c, view)
		v, drawing, _ := d.build(nil)
		for i, k := range kinds {
			r := rand.New(rand.NewPCG(uint64(seed), uint64(i)))
			for range 3 {
				tried += d.raise(k, r, v, drawing, fates)
			}
			if t.Failed() {
				t.Fatalf("seed %d, view %s: %s", seed, view, k.name)
			}
		}
	}
	if least := 500; tried < least && soak.On() {
		t.Errorf("%d edits were tried, want %d", tried, least)
	}
	for _, k := range kinds {
		if len(fates[k.name]) == 0 && soak.On() {
			t.Errorf("%s was never tried", k.name)
		}
		t.Logf("%-40s %v", k.name, fates[k.name])
	}
}

// raise does one edit that would raise something, half of the time among others, and merges the
// file: as it is, as one that does not say what it was, and for either side of conflicts.
func (d *desk) raise(k kind, r *rand.Rand, v *network.View, before *render.Drawing, fates map[string]map[string]int) int {
	d.Helper()
	e := newEditor(d, r, before.DOT, v, nil, true)
	e.denies = d.denies(v)
	if r.IntN(2) == 0 {
		e.edit(4, kinds[:8])
	}
	e.kind = k.name
	if !k.edit(e) {
		return 0
	}
	of := e.done[len(e.done)-1].of
	text := e.paper.text()
	if e.tampered {
		text = repack(text)
	}
	for i, file := range [][]byte{text, unpacked(text)} {
		for _, choice := range [][]merge.Choice{{merge.Unsettled, merge.Theirs, merge.Ours}, {merge.Theirs}}[i] { // what the case gives takes long to compare with
			outcome := d.merge(file, nil, choice)
			fate := d.fate(&outcome, of)
			if fates[k.name] == nil {
				fates[k.name] = map[string]int{}
			}
			fates[k.name][fate]++
			if neverKept[k.name] && strings.HasPrefix(fate, "kept") && outcome.Overrides.Of(of) != nil {
				d.Errorf("it is kept: %s\n%s", outcome.Overrides.Bytes(), e.paper.text())
			}
			if len(outcome.Refusals) == 0 && !outcome.Overrides.Empty() { // also where conflicts are left
				d.keptHonestly(k.name, before, d.kept(outcome.Overrides))
			}
			if d.Failed() {
				d.Fatalf("%s of %v, settled %d: %s; %v\n%s", k.name, of, choice, fate, outcome.Told, outcome.Overrides.Bytes())
			}
		}
	}
	return 1
}

// fate is what came of an edit of a thing.
func (d *desk) fate(outcome *merge.Outcome, of edits.Thing) string {
	d.Helper()
	for _, p := range outcome.Refusals {
		if p.Severity != problem.Error || p.Place.File == "" || p.Place.Line == 0 || p.Place.Column == 0 {
			d.Errorf("refused without a place: %+v", p)
		}
	}
	switch {
	case len(outcome.Refusals) > 0:
		return "refused"
	case !outcome.Settled():
		return "in conflict"
	case len(outcome.Notes) > 0:
		return "not kept, and told"
	case !outcome.Overrides.Empty():
		return "kept, and harmless"
	}
	return "changes nothing"
}

// keptHonestly holds what was kept of an edit to the rules of a check, and draws the first two of a kind.
func (d *desk) keptHonestly(kind string, before *render.Drawing, overrides *edits.Overrides) {
	d.Helper()
	const most = 2 // drawing takes longest
	if d.honest[string(overrides.Bytes())] {
		return
	}
	if d.drawnOf[kind] < most {
		d.drawnOf[kind]++
		d.drawnHonestly(before, overrides)
		return
	}
	if _, found := d.judge(overrides); found.HasErrors() {
		d.Errorf("a merge keeps what a build refuses: %v", found)
	}
}

// drawnHonestly builds with what was kept of an edit, and holds the drawing to the one without edits.
func (d *desk) drawnHonestly(before *render.Drawing, overrides *edits.Overrides) {
	d.Helper()
	if d.honest[string(overrides.Bytes())] {
		return
	}
	v, after, found := d.build(overrides)
	for _, p := range found {
		if p.Severity == problem.Error {
			d.Errorf("a merge keeps what a build refuses: %v", p)
		}
	}
	d.asSure(before, after, overrides)
	d.keepsDenials(v)
	d.toldEverywhere(v, after, overrides)
	for _, deed := range deeds {
		for i := range overrides.Edits {
			e := &overrides.Edits[i]
			if e.Added == nil && strings.Contains(fmt.Sprint(e.Changes), deed) {
				d.Errorf("%v accuses: %v", e.Thing, e.Changes)
			}
		}
	}
	d.honest[string(overrides.Bytes())] = true
}

// asSure wants each line and value to stand in DOT and in the pictures as it does without edits,
// to be seen, and what was added to be drawn as unsourced.
func (d *desk) asSure(before, after *render.Drawing, overrides *edits.Overrides) {
	d.Helper()
	renamed := d.renamed(overrides)
	was, is := d.snapshotOf(before), d.snapshotOf(after)
	for _, pictures := range [][2][]byte{{before.SVG, after.SVG}, {before.Narrow, after.Narrow}} {
		old, now := d.groupsOf(pictures[0]), d.groupsOf(pictures[1])
		for _, t := range is.Order {
			item, ref := is.Items[t], was.Items[t]
			if ref != nil && !t.Line && ref.Source.Attrs["standing"].Text == "" {
				continue // an entity stands no way
			}
			if ref == nil {
				if e := overrides.Of(t); e == nil || e.Added == nil || d.network.Index().Entity(t.ID) == nil && !strings.Contains(item.Text, "unsourced") {
					d.Errorf("%v came without a claim, and says %q", t, item.Text)
				}
				continue
			}
			g, h := old[t.ID], now[t.ID]
			if g == nil || h == nil {
				d.Errorf("%v is not in both pictures", t)
				continue
			}
			if g.class != h.class || broken(g.dashes) != broken(h.dashes) {
				d.Errorf("%v is drawn as %s %s, and was as %s %s", t, h.class, h.dashes, g.class, g.dashes)
			}
			for _, name := range []string{"caveat", "hedge", "value"} {
				phrase := renamed(ref.Source.Attrs[name].Plain(nil))
				if unspaced(item.Source.Attrs[name].Plain(nil)) != phrase || !strings.Contains(unspaced(item.Text), phrase) || !strings.Contains(unmarked(h.text), unmarked(phrase)) {
					d.Errorf("%v no longer says its %s %q: DOT has %q, the picture %q", t, name, phrase, item.Text, h.text)
				}
			}
			for _, name := range []string{"style", "standing", "claims", "penwidth"} {
				if item.Source.Attrs[name] != ref.Source.Attrs[name] {
					d.Errorf("%v: its %s was %q, and is %q", t, name, ref.Source.Attrs[name].Text, item.Source.Attrs[name].Text)
				}
			}
			if renamed(evidence(ref.Source.Attrs["tooltip"])) != unspaced(evidence(item.Source.Attrs["tooltip"])) {
				d.Errorf("%v no longer tells who says and denies it: %s", t, item.Source.Attrs["tooltip"].Text)
			}
			if item.From != ref.From || item.To != ref.To {
				d.Errorf("%v joins other things", t)
			}
			d.seen(item)
		}
	}
}

// broken is how the strokes of a line are broken, without how long they are.
func broken(dashes string) string {
	var kinds []string
	for list := range strings.SplitSeq(dashes, ";") {
		switch {
		case list == "":
		case strings.HasPrefix(list, "0 "):
			kinds = append(kinds, "dotted")
		default:
			kinds = append(kinds, "dashed")
		}
	}
	slices.Sort(kinds)
	return strings.Join(slices.Compact(kinds), " ")
}

// seen wants a line, and its words, to be told from what is behind them.
func (d *desk) seen(item *merge.Item) {
	d.Helper()
	behind := colours.RGB{R: 0xf4, G: 0xf6, B: 0xf8}
	for _, name := range []string{edits.Color, edits.FontColor} {
		least := colours.LeastOfLine
		if name == edits.FontColor {
			least = colours.LeastOfText
		}
		c, err := colours.Parse(item.Source.Attrs[name].Text)
		if err != nil || item.Line && colours.Contrast(c, behind) < least {
			d.Errorf("%v cannot be seen: its %s is %s", item.Thing, name, item.Source.Attrs[name].Text)
		}
	}
}

// denies tells of each line and node of a view which other lines and values it is part of a denial
// of: it draws a claim, or is who speaks one, that answers a claim of theirs.
func (d *desk) denies(v *network.View) map[edits.Thing][]string {
	x := d.network.Index()
	claimsOf := map[string][]string{}
	listed := map[edits.Thing][]string{}
	for i := range v.Edges {
		switch e := &v.Edges[i]; e.Kind {
		case network.RelationEdge:
			if e.ByHand {
				continue
			}
			claimsOf[e.ID] = e.Relation.Claims
			listed[edits.Thing{Line: true, ID: e.ID}] = e.Relation.Claims
		case network.DisputesEdge:
			listed[edits.Thing{Line: true, ID: e.ID}] = []string{e.Claim.ID}
		}
	}
	for i := range v.Nodes {
		if n := &v.Nodes[i]; n.Kind == network.ValueNode {
			claimsOf[n.ID] = n.Value.Claims
		}
	}
	denied := map[edits.Thing][]string{}
	for line, claims := range claimsOf {
		for i := range x.Case.Claims {
			c := &x.Case.Claims[i]
			denial := c.Answers.As == entities.Denies || c.Answers.As == entities.Disputes
			if !denial || !slices.Contains(claims, c.Answers.Claim) || slices.Contains(claims, c.ID) {
				continue
			}
			if v.Node(c.Speaker) != nil {
				denied[edits.Thing{ID: c.Speaker}] = append(denied[edits.Thing{ID: c.Speaker}], line)
			}
			for t, has := range listed {
				if t.ID != line && slices.Contains(has, c.ID) && !slices.Contains(has, c.Answers.Claim) {
					denied[t] = append(denied[t], line)
				}
			}
		}
	}
	return denied
}

// keepsDenials wants what draws a denial to be there where what it denies is.
func (d *desk) keepsDenials(after *network.View) {
	d.Helper()
	before := d.network.View(d.spec)
	for t, lines := range d.denies(before) {
		still := after.Node(t.ID) != nil
		if t.Line {
			still = after.Edge(t.ID) != nil
		}
		for _, line := range lines {
			if !still && (after.Edge(line) != nil || after.Node(line) != nil) {
				d.Errorf("%v is gone, by which %s is denied, and that stays", t, line)
			}
		}
	}
}
