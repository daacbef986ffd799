package handtest

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/merge"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/soak"
)

// A thousand hand edits, of every kind and in several programs' writing, come through merges,
// builds, a change of the case and one more build: each is drawn, nothing else is, and where the
// case has changed the same the conflict is told with all its three sides.
func TestEditsSurvive(t *testing.T) {
	t.Parallel()
	least, rounds := soak.Cases(1000, 200), soak.Cases(20, 5)
	if testing.Short() {
		least, rounds = 30, 1
	}
	engine := newEngine(t)
	counts := map[string]int{}
	ways := writers(t)
	for i := range rounds {
		seed := uint64(i)
		c, view := roomy(seed), "v"
		if i%4 == 1 {
			c = harbour(t)
			view = c.Views[i/4%len(c.Views)].ID
		}
		trial := &trial{
			desk: newDesk(t, engine, c, view), rand: rand.New(rand.NewPCG(seed, 11)), counts: counts,
			first: ways[i%len(ways)], second: ways[(i+i/len(ways)+1)%len(ways)],
		}
		trial.run()
		if t.Failed() {
			t.Fatalf("round %d: view %s, written %s, then %s", i, view, trial.first.name, trial.second.name)
		}
	}
	total := 0
	for _, k := range slices.Concat(kinds, again) {
		if total += counts[k.name]; counts[k.name] == 0 && soak.On() {
			t.Errorf("no edit of kind %q was kept: %v", k.name, counts)
		}
	}
	if total < least {
		t.Errorf("%d edits were kept, and that is too few to show anything: want %d", total, least)
	}
	for _, by := range ways {
		if counts["written: "+by.name] == 0 && soak.On() {
			t.Errorf("no edit was written by %s", by.name)
		}
	}
	t.Logf("%d edits kept in %d rounds: %v", total, rounds, counts)
}

// trial is one round: two files edited after each other, then a case that changes.
type trial struct {
	*desk
	rand          *rand.Rand
	counts        map[string]int // edits that came through, by kind
	first, second writer
}

func (tr *trial) run() {
	tr.Helper()
	bareView, bareDrawing, _ := tr.build(nil)
	one := tr.editing(bareView, bareDrawing, nil, tr.first, kinds, 38)
	firstView, firstDrawing := tr.rebuilt(bareDrawing, one.want)
	two := tr.editing(firstView, firstDrawing, one.want, tr.second, slices.Concat(kinds, again, again), 26)
	_, secondDrawing := tr.rebuilt(bareDrawing, two.want)
	tr.stillClean(secondDrawing, two.want)
	tr.changed(two, bareDrawing)
	if _, again, _ := tr.build(nil); !bytes.Equal(again.DOT, bareDrawing.DOT) || !bytes.Equal(again.SVG, bareDrawing.SVG) || !bytes.Equal(again.Narrow, bareDrawing.Narrow) {
		tr.Errorf("without the edits, the view is drawn otherwise than before them")
	}
	if tr.Failed() {
		return
	}
	for _, d := range slices.Concat(one.done, two.done) {
		tr.counts[d.kind]++
	}
}

// editing edits a published file, has a program write it, and merges it.
func (tr *trial) editing(v *network.View, published *render.Drawing, overrides *edits.Overrides, by writer, kinds []kind, n int) *editor {
	tr.Helper()
	e := newEditor(tr.desk, tr.rand, published.DOT, v, overrides, !by.moves)
	e.edit(n, kinds)
	e.want.Tidy()
	text := by.write(tr, tr.rand, e.paper.text())
	if text == nil {
		text = e.paper.text()
	} else {
		tr.counts["written: "+by.name] += len(e.done)
	}
	outcome := tr.merge(text, overrides, merge.Unsettled)
	if !outcome.Settled() {
		tr.Fatalf("refused: %v, in conflict: %v %v, of %v", outcome.Refusals, outcome.Conflicts, outcome.Outstanding, e.done)
	}
	if got := tr.kept(outcome.Overrides); !bytes.Equal(got.Bytes(), e.want.Bytes()) {
		tr.Fatalf("what is kept is not what was edited: %s\ntold: %v\nnoted: %v", difference(e.want.Bytes(), got.Bytes()), outcome.Told, outcome.Notes)
	}
	if again := tr.merge(text, outcome.Overrides, merge.Unsettled); !again.Settled() || !bytes.Equal(again.Overrides.Bytes(), outcome.Overrides.Bytes()) {
		tr.Fatalf("merged again, the file gives something else: %v %v %s", again.Refusals, again.Conflicts, difference(outcome.Overrides.Bytes(), again.Overrides.Bytes()))
	}
	return e
}

// difference are the lines in which two files differ.
func difference(want, got []byte) string {
	var b strings.Builder
	w, g := slices.Collect(strings.Lines(string(want))), slices.Collect(strings.Lines(string(got)))
	for _, line := range w {
		if !slices.Contains(g, line) {
			b.WriteString("\n  lacks " + strings.TrimSpace(line))
		}
	}
	for _, line := range g {
		if !slices.Contains(w, line) {
			b.WriteString("\n  has   " + strings.TrimSpace(line))
		}
	}
	return b.String()
}

// listed wants all words that were written by hand, and what was taken out, to be told for reading.
func (tr *trial) listed(found problem.List, overrides *edits.Overrides) {
	tr.Helper()
	for _, told := range overrides.Told() {
		if told.What != edits.Brought && !slices.ContainsFunc(found, func(p problem.Problem) bool {
			return p.Slug == edits.Worded && p.Severity == problem.Note && strings.Contains(p.Message, problem.Printable(told.String()))
		}) {
			tr.Errorf("nothing tells that %v", told)
		}
	}
}

// rebuilt builds with overrides, and wants each of the edits, and nothing else, to be drawn.
func (tr *trial) rebuilt(before *render.Drawing, overrides *edits.Overrides) (*network.View, *render.Drawing) {
	tr.Helper()
	v, drawing, found := tr.build(overrides)
	tr.listed(found, overrides)
	for _, p := range found {
		if p.Severity == problem.Error || p.Slug != edits.Unsourced && p.Slug != edits.Worded {
			tr.Errorf("a check complains of what a merge kept: %v", p)
		}
	}
	tr.shows(drawing, overrides)
	tr.elsewhereAlike(before, drawing, overrides)
	if tr.Failed() {
		tr.Fatalf("what is kept: %s", overrides.Bytes())
	}
	return v, drawing
}

// stillClean merges a file that nobody edited since it was published.
func (tr *trial) stillClean(drawing *render.Drawing, overrides *edits.Overrides) {
	tr.Helper()
	bare := writer{"saying not what it was", false, func(_ testing.TB, _ *rand.Rand, text []byte) []byte { return unpacked(text) }}
	for _, by := range append(writers(tr), bare) {
		text := by.write(tr, tr.rand, drawing.DOT)
		// What says not what it was says where a node stands, not where it made room from.
		if text == nil || by.name == bare.name && toldOfAnyRoom(drawing) {
			continue
		}
		outcome := tr.merge(text, overrides, merge.Unsettled)
		if !outcome.Settled() || len(outcome.Told) > 0 || !bytes.Equal(outcome.Overrides.Bytes(), overrides.Bytes()) {
			tr.Errorf("nobody edited it, and merged as %s it has edits: %v %v %v %s", by.name, outcome.Refusals, outcome.Conflicts, outcome.Told, difference(overrides.Bytes(), outcome.Overrides.Bytes()))
		}
	}
}

// changed changes the case under the edits, in the same things and in others.
func (tr *trial) changed(e *editor, before *render.Drawing) {
	tr.Helper()
	c := copied(tr, tr.network.Index().Case)
	change := changeCase(tr.rand, c, tr.desk, e)
	after := newDesk(tr.TB, tr.engine, c, tr.spec.ID)
	bareView, bareDrawing, _ := after.build(nil)
	_, drawing, found := after.build(e.want)
	told := map[string]problem.Problem{}
	for _, p := range found {
		switch {
		case p.Slug == edits.Conflicts:
			told[strings.SplitN(p.Message, " was “", 2)[0]] = p
		case p.Severity == problem.Error || p.Slug != edits.Unsourced && p.Slug != edits.Worded:
			tr.Errorf("after the change of the case, a check complains: %v", p)
		}
	}
	drawn := e.want.Clone()
	for _, k := range change.conflicts {
		p, is := told[k.What()]
		if !is {
			tr.Errorf("the case changed what was edited, and nobody tells: %+v", k)
		}
		for _, side := range []string{k.Was, k.Now, k.Is} {
			if !strings.Contains(p.Message, problem.Printable(side)) {
				tr.Errorf("a conflict is not told with all its sides: %s: %+v", p.Message, k)
			}
		}
		delete(told, k.What())
		if k.Property == (edits.Property{}) {
			drawn.Edit(k.Thing).Removed = nil
		} else {
			delete(drawn.Edit(k.Thing).Changes, k.Property)
		}
	}
	if len(told) > 0 {
		tr.Errorf("conflicts are told where there are none: %v", told)
	}
	drawn.Tidy()
	after.shows(drawing, drawn)
	after.elsewhereAlike(bareDrawing, drawing, drawn)
	for _, id := range change.added {
		if bareView.Node(id) != nil && !bytes.Contains(drawing.DOT, []byte(`"`+id+`" [`)) {
			tr.Errorf("what the case has since is not drawn: %s", id)
		}
	}
	if tr.Failed() {
		tr.Fatalf("after the change of the case: %v; what is kept: %s", change, e.want.Bytes())
	}
	after.settled(e.want, change.conflicts, drawing, before)
}

// settled merges files in the face of conflicts, for either side.
func (d *desk) settled(overrides *edits.Overrides, conflicts []edits.Conflict, drawing, before *render.Drawing) {
	d.Helper()
	if len(conflicts) == 0 {
		return
	}
	outcome := d.merge(drawing.DOT, overrides, merge.Unsettled)
	if len(outcome.Outstanding) != len(conflicts) {
		d.Errorf("a merge tells the conflicts %v, and there are %v", outcome.Outstanding, conflicts)
	}
	if !bytes.Equal(outcome.Overrides.Bytes(), overrides.Bytes()) {
		d.Errorf("conflicts that nobody settled change the edits: %s, want %s", outcome.Overrides.Bytes(), overrides.Bytes())
	}
	for _, choice := range []merge.Choice{merge.Ours, merge.Theirs} {
		outcome := d.merge(drawing.DOT, overrides, choice)
		if !outcome.Settled() {
			d.Errorf("settled %d, it is refused: %v %v %v", choice, outcome.Refusals, outcome.Conflicts, outcome.Outstanding)
			continue
		}
		_, found := d.judge(d.kept(outcome.Overrides))
		for _, p := range found {
			if p.Slug != edits.Unsourced && p.Slug != edits.Worded {
				d.Errorf("settled %d, a check complains: %v", choice, p)
			}
		}
		for _, k := range conflicts {
			e := outcome.Overrides.Of(k.Thing)
			still := e != nil && (k.Property == (edits.Property{}) && e.Removed != nil || e.Changes[k.Property] == edits.Change{Was: k.Now, Is: k.Is})
			if still != (choice == merge.Theirs) {
				d.Errorf("settled %d, the edit %+v is there: %t\n%s", choice, k, still, outcome.Overrides.Bytes())
			}
		}
	}
}

func (c change) String() string { return fmt.Sprint(c.said) }

// change is what changed in a case.
type change struct {
	said      []string
	conflicts []edits.Conflict
	added     []string // entities
}

// changeCase changes names and labels, edited and not, has a line denied that an editor gave other
// words, and adds something.
func changeCase(r *rand.Rand, c *entities.Case, d *desk, e *editor) change {
	var made change
	label := edits.Property{Name: edits.Label, Lang: d.lang()}
	speaks := map[string]bool{}
	for i := range c.Claims {
		speaks[c.Claims[i].Speaker], speaks[c.Claims[i].RelayedBy] = true, true
	}
	for i := range c.Entities {
		of := &c.Entities[i]
		t := edits.Thing{ID: of.ID}
		edit := e.want.Of(t)
		if said, shown := e.baseline[t]; speaks[of.ID] || !shown || said.Values[label] == "" || r.IntN(3) == 0 {
			continue // whoever speaks is named with lines
		}
		name := "Renamed " + of.ID
		was := of.Name
		of.Name = entities.Text{"": name}
		made.said = append(made.said, fmt.Sprintf("%s is %s, was %v", of.ID, name, was))
		switch {
		case edit == nil:
		case edit.Removed != nil:
			text := strings.Replace(e.baseline[t].Text, e.baseline[t].Values[label], name, 1)
			made.conflicts = append(made.conflicts, edits.Conflict{Thing: t, Was: edit.Removed.Was, Now: text, Is: "taken out"})
		case edit.Added == nil && edit.Changes[label].Is != "":
			made.conflicts = append(made.conflicts, edits.Conflict{Thing: t, Property: label, Was: edit.Changes[label].Was, Now: name, Is: edit.Changes[label].Is})
		}
	}
	for i := range c.Relations {
		of := &c.Relations[i]
		t := edits.Thing{Line: true, ID: of.ID}
		edit := e.want.Of(t)
		if _, shown := e.baseline[t]; !shown || edit != nil && edit.Removed != nil || r.IntN(2) == 0 {
			continue
		}
		of.Label = entities.Text{"": "has new words " + of.ID}
		made.said = append(made.said, of.ID+" has another label")
		if edit != nil && edit.Added == nil && edit.Changes[label].Is != "" {
			made.conflicts = append(made.conflicts, edits.Conflict{Thing: t, Property: label, Was: edit.Changes[label].Was, Now: "has new words " + of.ID, Is: edit.Changes[label].Is})
		}
	}
	made.said = append(made.said, deny(c, e)...)
	c.Entities = append(c.Entities, entities.Entity{ID: "come-since", Type: entities.Person, Name: entities.Text{"": "Come since"}})
	c.Claims = append(c.Claims, entities.Claim{ID: "said-since", Source: c.Sources[0].ID, Speaker: c.Entities[0].ID, Quote: "since then", Standing: entities.Stated})
	c.Relations = append(c.Relations, entities.Relation{ID: "tie-since", Type: "met-with", From: "come-since", To: c.Entities[1].ID, Claims: []string{"said-since"}})
	made.added = append(made.added, "come-since")
	return made
}

// deny has somebody deny what a line rests on that an editor gave other words: the words stay the
// editor's, and how it stands is the case's to say.
func deny(c *entities.Case, e *editor) []string {
	for i := range c.Relations {
		of := &c.Relations[i]
		edit := e.want.Of(edits.Thing{Line: true, ID: of.ID})
		if edit == nil || edit.Removed != nil || len(of.Claims) == 0 {
			continue
		}
		c.Claims = append(c.Claims, entities.Claim{ID: "denied-since", Source: c.Sources[0].ID, Speaker: c.Entities[0].ID, Quote: "not so",
			Standing: entities.Stated, Answers: entities.Answer{Claim: of.Claims[0], As: entities.Denies}})
		return []string{"claim " + of.Claims[0] + " is denied"}
	}
	return nil
}
