package ftm

import (
	"cmp"
	"maps"
	"slices"

	"github.com/go-json-experiment/json"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats/drafts"
)

// views makes the views of what was read.
func (r *reader) views(title entities.Text) ([]entities.View, error) {
	switch {
	case r.entities.count == 0:
		return nil, nil
	case r.entities.count <= drafts.MostDrawn:
		return []entities.View{drafts.Overview(title)}, nil
	}
	var failed error
	best, near := drafts.BestTied(func(yield func(a, b digest) bool) {
		var ends spooled
		for _, err := range r.relations.chosen(func(s spooled) bool {
			ends = s
			return r.joins(s)
		}) {
			if failed = cmp.Or(failed, err); err != nil || !yield(ends.From, ends.To) {
				return
			}
		}
	}, drafts.Ties[digest]{
		Add: func(d digest) {
			m := r.met[d]
			m.ties++
			r.met[d] = m
		},
		Of: func(d digest) int { return int(r.met[d].ties) },
		All: func(yield func(digest) bool) {
			for d, m := range r.met {
				if m.ties > 0 && !yield(d) {
					return
				}
			}
		},
		Order: func(d digest) int { return int(r.met[d].file)<<32 | int(r.met[d].line) },
	})
	wanted := map[digest]drafts.Shown{}
	for _, k := range slices.Concat(append(slices.Collect(maps.Values(near)), best)...) {
		wanted[k] = drafts.Shown{}
	}
	var last digest
	anyone := len(best) == 0
	for item, err := range r.entities.chosen(func(s spooled) bool {
		last = s.From
		_, is := wanted[last]
		return is || anyone && len(best) < drafts.MostTied
	}) {
		if failed = cmp.Or(failed, err); failed != nil {
			return nil, failed
		}
		var e struct {
			ID, Name, Country string
		}
		if failed = json.Unmarshal(item, &e, json.MatchCaseInsensitiveNames(true)); failed != nil {
			return nil, failed
		}
		wanted[last] = drafts.Shown{ID: e.ID, Name: entities.Text{"": e.Name}, Country: e.Country}
		if anyone {
			best = append(best, last)
		}
	}
	return drafts.ViewsOf(title, best, near, func(k digest) drafts.Shown { return wanted[k] }), failed
}
