package csv

import (
	"cmp"
	"maps"
	"slices"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/problem"
)

// result holds the case to the shape of a case file. What is wrong is told by the cell that it
// comes from.
func (r *reader) result(sheets []*mappedSheet, title string) (formats.Import, error) {
	var loss formats.Loss
	if !slices.ContainsFunc(sheets, func(s *mappedSheet) bool { return s.table.name == "case" }) {
		r.Entitle(r.options.Title)
		r.Entitle(title)
		r.Finish(&loss)
	}
	r.tellLeft(&loss)
	for _, s := range sheets {
		s.tell(&loss)
	}
	for _, what := range slices.Sorted(maps.Keys(r.unread)) {
		loss.Add("values", r.unread[what], what, "")
	}
	return r.Builder.Import(loss, func(f *entities.File, found problem.List) problem.List {
		all := placedIn(f, r.places)
		for i, p := range found {
			from, known := nearest(all, p.Place)
			if !known {
				from.from = problem.Place{File: sheets[0].Name}
			}
			found[i].Place, found[i].Text = from.from, ""
			if r.unplaced = r.unplaced || !known || !r.leavable(from.row); !r.unplaced {
				r.badRows = append(r.badRows, from.row)
				r.left[from.row] = problem.Problem{Place: from.from, Message: p.Message}
			}
		}
		return found
	})
}

// placed is an origin with where the part of the case stands that comes from it.
type placed struct {
	part, from problem.Place
	row        origin // zero where it comes from no sheet
}

// placedIn finds the parts of the case in its file, in the order of the file.
func placedIn(f *entities.File, parts []part) []placed {
	var all []placed
	for _, o := range parts {
		if o.sheet == nil {
			all = append(all, placed{part: f.PlaceOfName(o.pointer)})
			continue
		}
		all = append(all, placed{f.PlaceOfName(o.pointer), o.sheet.Place(o.row, 0), o.origin})
		for i, field := range o.sheet.fields {
			if !field.known || field.key != "" || o.sheet.cell(o.row, i) == "" {
				continue
			}
			at := o.pointer + field.column.pointer()
			all = append(all, placed{f.PlaceOfName(at), o.sheet.Place(o.row, i), o.origin})
			if field.lang != "" {
				all = append(all, placed{f.PlaceOfName(at + "/" + field.lang), o.sheet.Place(o.row, i), o.origin})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int { return comparePlaces(a.part, b.part) })
	return all
}

func comparePlaces(a, b problem.Place) int {
	return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}

// nearest returns where the part of the case comes from that stands at a place of its file, or
// right before it.
func nearest(all []placed, at problem.Place) (placed, bool) {
	n, _ := slices.BinarySearchFunc(all, at, func(p placed, at problem.Place) int {
		if comparePlaces(p.part, at) <= 0 {
			return -1
		}
		return 1
	})
	if n == 0 {
		return placed{}, false
	}
	return all[n-1], true
}
