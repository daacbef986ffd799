package csv

import (
	"fmt"
	"slices"

	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/problem"
)

// Of people's sheets a row that cannot be taken is left out and told, as other imports leave out
// what they cannot take. Only a list of entities or relations is read so: a claim that was left
// out might be somebody's denial.

// leavable tells whether a row may be left out.
func (r *reader) leavable(o origin) bool {
	return !r.options.Strict && o.sheet != nil && slices.Contains([]string{"entities", "relations"}, o.sheet.table.name)
}

// report tells what is wrong with the row that is read, which is left out where it may be.
func (r *reader) report(at problem.Place, message, hint string) {
	if !r.leavable(r.row) {
		r.refuse(at, message, hint)
		return
	}
	if _, known := r.left[r.row]; !known {
		r.left[r.row] = problem.Problem{Place: at, Message: message}
	}
}

// refuse tells what is wrong where no row can be left out for it.
func (r *reader) refuse(at problem.Place, message, hint string) {
	r.problems = append(r.problems, problem.Problem{Slug: formats.BadInput, Severity: problem.Error, Place: at, Message: message, Hint: hint})
}

// leaveBadRows leaves out the rows that a case file cannot hold, and tells whether that is all
// that was wrong.
func (r *reader) leaveBadRows() bool {
	return !r.unplaced && len(r.badRows) > 0
}

// tellLeft tells of each row and each cell that was left out.
func (r *reader) tellLeft(loss *formats.Loss) {
	var rows problem.List
	for _, why := range r.left {
		rows = append(rows, why)
	}
	rows.Sort()
	r.cells.Sort()
	tellPlaces(loss, "rows", "rows", rows)
	tellPlaces(loss, "cells", "cells", r.cells)
	loss.Add("directions", r.undrawn, "relations that have no direction", "drawn without an arrow")
	loss.Add("drafts", r.drafted, "relations without a claim that were not marked as drafts", "marked")
}

func tellPlaces(loss *formats.Loss, kind, what string, all problem.List) {
	const most = 20
	for i, p := range all {
		if i == most {
			loss.Add(kind, len(all)-most, "more "+what+" like these", "")
			return
		}
		loss.Add(kind, 1, fmt.Sprintf("%v: %s", p.Place, p.Message), "")
	}
}
