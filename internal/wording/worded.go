package wording

import (
	"sync"

	"example.org/graphgen/internal/network"
)

// Part is a part of the words of a view.
type Part string

// The parts that a describer of one view words once.
const (
	NotesPart       Part = "notes"
	DescriptionPart Part = "description"
	TablesPart      Part = "tables"
	AltPart         Part = "alt"
)

// worded are the words of one view. Each part is made when it is first asked for, and shared by
// all who ask: none of them writes to it.
type worded struct {
	view        *network.View
	notes       func() ([]Note, map[string]int)
	description func() []Paragraph
	tables      func() []Table
	alt         func() string
}

// Of returns a describer of one view, which calls things as they are called in it: an editor may
// have put other words in the place of the case's. It words each part of the view once.
func (t *Describer) Of(v *network.View) *Describer {
	of := *t
	of.edits, of.worded = v.Edits, nil
	plain := of
	of.worded = &worded{
		view:        v,
		notes:       sync.OnceValues(func() ([]Note, map[string]int) { return plain.makeNotes(v) }),
		description: sync.OnceValue(func() []Paragraph { return of.makeDescription(v) }),
		tables:      sync.OnceValue(func() []Table { return of.makeTables(v) }),
		alt:         sync.OnceValue(func() string { return plain.makeAlt(v) }),
	}
	return &of
}

// tells tells whether the describer is one of this view.
func (t *Describer) tells(v *network.View) bool { return t.worded != nil && t.worded.view == v }

// makes reports that a part of a view is worded.
func (t *Describer) makes(p Part) {
	if t.Trace != nil {
		t.Trace(p)
	}
}

// Notes accounts for every line, every value and every office under a name, numbered in the
// order of the view. It returns the notes and the number of each one's note by ID; an
// office goes by the ID of the relation that says who holds it.
func (t *Describer) Notes(v *network.View) ([]Note, map[string]int) {
	if t.tells(v) {
		return t.worded.notes()
	}
	return t.makeNotes(v)
}

// Describe tells a view in sentences: what stands where, then a sentence for each relation,
// whole flow, figure's value and office under a name. What is not established says so before
// it says what it is, as whoever listens may stop at any word. A relation is told where the
// entity stands that it begins at. Lines to a figure's value are told with the value.
func (t *Describer) Describe(v *network.View) []Paragraph {
	if t.tells(v) {
		return t.worded.description()
	}
	return t.makeDescription(v)
}

// Tables tells a view in tables, of which those without rows are left out: entities;
// relations; flows; figures, by value; sources, whose rows have the ids of sources. Every node
// and every line of the view is in one row: an open origin and all legs in their flow's, the
// lines to a value in the value's, an office under a name in the person's.
func (t *Describer) Tables(v *network.View) []Table {
	if t.tells(v) {
		return t.worded.tables()
	}
	return t.makeTables(v)
}

// Alt is what stands for the picture of a view where it is not seen, in some sentences: what it
// is, how much it shows, how much of that is not established, and where it is told in full.
// It names no line and so accuses nobody. The counts go where a title leaves no room for them.
func (t *Describer) Alt(v *network.View) string {
	if t.tells(v) {
		return t.worded.alt()
	}
	return t.makeAlt(v)
}
