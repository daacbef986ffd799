package handtest

import (
	"bytes"
	"slices"
	"testing"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/merge"
)

// A conflict of one word blocks no other edit of the file, and loses none that was kept before.
func TestAConflictBlocksNoOtherEdit(t *testing.T) {
	t.Parallel()
	engine := newEngine(t)
	c := harbour(t)
	d := newDesk(t, engine, c, "quay")
	_, drawing, _ := d.build(nil)
	text := bytes.Replace(drawing.DOT, []byte(`label="Dockers on the quay"`), []byte(`label="The dockers"`), 1)
	text = bytes.Replace(text, []byte(`label="Anong Prasert"`), []byte(`label="A. Prasert"`), 1)
	if bytes.Equal(text, drawing.DOT) {
		t.Fatal("nothing was edited")
	}
	dockers, anong := edits.Thing{ID: "dockers"}, edits.Thing{ID: "anong"}
	label := edits.Property{Name: edits.Label, Lang: "en"}

	changed := copied(t, c)
	i := slices.IndexFunc(changed.Entities, func(e entities.Entity) bool { return e.ID == "anong" })
	changed.Entities[i].Name["en"] = "Anong Prasert-Lee"
	after := newDesk(t, engine, changed, "quay")
	outcome := after.merge(text, nil, merge.Unsettled)
	if len(outcome.Refusals) > 0 || len(outcome.Conflicts) != 1 || outcome.Conflicts[0].Thing != anong {
		t.Fatalf("%+v", outcome)
	}
	if got := outcome.Overrides.Of(dockers); got == nil || got.Changes[label].Is != "The dockers" {
		t.Errorf("the other edit is not kept: %s", outcome.Overrides.Bytes())
	}
	if outcome.Overrides.Of(anong) != nil {
		t.Errorf("what is in conflict is kept: %s", outcome.Overrides.Bytes())
	}
	settled := after.merge(text, outcome.Overrides, merge.Theirs)
	if !settled.Settled() || settled.Overrides.Of(dockers) == nil || settled.Overrides.Words(anong, "en") != "A. Prasert" {
		t.Errorf("settled later: %s, %+v", settled.Overrides.Bytes(), settled.Refusals)
	}

	// A node whose removal is in conflict stays, and so do the edits of its lines.
	was := &edits.Overrides{View: "quay"}
	line := edits.Thing{Line: true}
	for i := range d.network.View(d.spec).Edges {
		if e := d.network.View(d.spec).Edges[i]; e.From == "anong" || e.To == "anong" {
			line.ID = e.ID
		}
	}
	was.Edit(line).Set(edits.Property{Name: edits.Color}, edits.Change{Was: d.baseline()[line].Values[edits.Property{Name: edits.Color}], Is: "#5b1d6e"})
	_, withColour, _ := d.build(was)
	p := open(t, withColour.DOT)
	p.strike(anong)
	outcome = after.merge(p.text(), was, merge.Unsettled)
	if len(outcome.Conflicts) == 0 && len(outcome.Refusals) == 0 {
		t.Fatalf("it is no conflict: %+v", outcome)
	}
	if len(outcome.Refusals) == 0 && !bytes.Equal(outcome.Overrides.Bytes(), was.Bytes()) {
		t.Errorf("edits of lines are lost: %s, want %s", outcome.Overrides.Bytes(), was.Bytes())
	}
}
