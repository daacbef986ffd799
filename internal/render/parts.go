package render

import (
	"slices"

	"example.org/graphgen/internal/wording"
)

// Part names something that stands around a diagram and that a page may have of its own.
// Corrections are none: a correction that was promised is printed wherever the diagram is.
type Part string

const (
	titlePart   Part = "title"
	captionPart Part = "caption"
	datePart    Part = "date" // as of when
	legendPart  Part = "legend"
	notesPart   Part = "notes" // those that say no more than who states a fact; see wording.Note.Plain
	sourcesPart Part = "sources"
	creditPart  Part = "credit" // who made the diagram
	countsPart  Part = "counts" // how much of the case is shown
)

// Parts lists what a picture may be drawn without.
func Parts() []Part {
	return []Part{titlePart, captionPart, datePart, legendPart, notesPart, sourcesPart, creditPart, countsPart}
}

// draws tells whether a picture has a part.
func (r *Renderer) draws(p Part) bool { return !slices.Contains(r.Without, p) }

// printed returns the notes that are printed below a picture, numbered anew where some are
// left out, and the number of each one's note by what it is for. Whatever is left out has no
// number: a mark always leads to a note.
func printed(all []wording.Note, keep func(wording.Note) bool) ([]wording.Note, map[string]int) {
	var notes []wording.Note
	numbers := map[string]int{}
	for _, n := range all {
		if !keep(n) {
			continue
		}
		n.Number = len(notes) + 1
		notes = append(notes, n)
		for _, id := range n.Lines {
			numbers[id] = n.Number
		}
	}
	return notes, numbers
}

// prints tells whether a note is printed in the pictures of this renderer.
func (r *Renderer) prints(n wording.Note) bool { return !n.Plain || r.draws(notesPart) }
