package formats

import (
	"maps"
	"slices"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
)

// result holds the case to the shape of a case file. What is wrong is told by the cell that it
// comes from.
func (r *csvReader) result(sheets []*csvSheet, title string) (Import, error) {
	var loss Loss
	if !slices.ContainsFunc(sheets, func(s *csvSheet) bool { return s.table.name == "case" }) {
		r.entitle(r.options.Title)
		r.entitle(title)
		r.finish(&loss)
	}
	for _, s := range sheets {
		s.tell(&loss)
	}
	for _, what := range slices.Sorted(maps.Keys(r.unread)) {
		loss.add("values", r.unread[what], what, "")
	}
	return r.drafts.imported(loss, func(f *entities.File, found problem.List) problem.List {
		for i, p := range found {
			if at, known := nearest(f, r.places, p.Place); known {
				found[i].Place, found[i].Text = at, ""
			}
		}
		return found
	})
}

// nearest returns where the part of the case comes from that stands at a place of its file, or
// right before it.
func nearest(f *entities.File, origins []origin, at problem.Place) (problem.Place, bool) {
	var best, found problem.Place
	for _, o := range origins {
		p := f.Place(o.pointer)
		before := p.Line < at.Line || p.Line == at.Line && p.Column <= at.Column
		later := p.Line > best.Line || p.Line == best.Line && p.Column >= best.Column
		if before && later {
			best, found = p, o.place
		}
	}
	return found, found.Line > 0
}
