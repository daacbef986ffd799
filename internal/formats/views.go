package formats

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/go-json-experiment/json"

	"example.org/graphgen/internal/entities"
)

// Of more entities than can be looked at on one picture, the views of an import show the best tied
// with the lines among them, and of some of those whom they are tied to.
const (
	mostDrawn   = 200 // up to here one view shows everything
	mostTied    = 60  // entities of a view of the best tied, or around one of them
	viewsAround = 5
)

// ties count the lines of each entity that has one. What is counted with is the importer's own, as
// there may be very many.
type ties[K comparable] struct {
	add   func(K)
	of    func(K) int
	all   iter.Seq[K]
	order func(K) int // who comes first where two are tied alike
}

// best returns who of some is tied best, at most so many.
func (t ties[K]) best(some iter.Seq[K], most int) []K {
	byTies := func(a, b K) int { return cmp.Or(cmp.Compare(t.of(b), t.of(a)), cmp.Compare(t.order(a), t.order(b))) }
	var best []K
	for k := range some {
		if len(best) == most && byTies(best[most-1], k) <= 0 {
			continue
		}
		at, _ := slices.BinarySearchFunc(best, k, byTies)
		best = slices.Insert(best, at, k)
		best = best[:min(most, len(best))]
	}
	return best
}

// tiedOf returns who is tied best, by the number of lines, and whom the first of them are tied to.
func tiedOf[K comparable](lines iter.Seq2[K, K], t ties[K]) (best []K, near map[K][]K) {
	for a, b := range lines {
		t.add(a)
		t.add(b)
	}
	best = t.best(t.all, mostTied)
	met := map[K]map[K]bool{}
	for _, k := range best[:min(viewsAround, len(best))] {
		met[k] = map[K]bool{}
	}
	for a, b := range lines {
		if met[a] != nil {
			met[a][b] = true
		}
		if met[b] != nil {
			met[b][a] = true
		}
	}
	near = map[K][]K{}
	for k, others := range met {
		near[k] = t.best(maps.Keys(others), mostTied-1)
	}
	return best, near
}

// shownEntity is what a view wants of an entity.
type shownEntity struct {
	ID      string        `json:"id"`
	Name    entities.Text `json:"name"`
	Country string        `json:"country"`
}

// viewsOf makes views of the best tied. Of gives what is known of each.
func viewsOf[K comparable](title entities.Text, best []K, near map[K][]K, of func(K) shownEntity) []entities.View {
	ids := func(keys []K) []string {
		var all []string
		for _, k := range keys {
			all = append(all, of(k).ID)
		}
		return all
	}
	overview := overview(title)
	overview.Include.IDs = ids(best)
	countries := 0
	for _, k := range best {
		if of(k).Country != "" {
			countries++
		}
	}
	if 2*countries > len(best) {
		overview.Cluster = entities.ByCountry
	}
	views := []entities.View{overview}
	for _, k := range best {
		if others, is := near[k]; is {
			views = append(views, entities.View{ID: fmt.Sprintf("around-%d", len(views)), Title: of(k).Name,
				Include: entities.Selection{IDs: append([]string{of(k).ID}, ids(others)...)}})
		}
	}
	return views
}

// addViews gives a case views that can be read, where it has none.
func (d *drafts) addViews() {
	c := &d.Case
	switch {
	case len(c.Views) > 0 || len(c.Entities) == 0:
		return
	case len(c.Entities) <= mostDrawn:
		c.Views = []entities.View{overview(c.Title)}
		return
	}
	at := map[string]int{}
	for i := range c.Entities {
		at[c.Entities[i].ID] = i
	}
	degree := make([]int, len(c.Entities))
	best, near := tiedOf(func(yield func(a, b int) bool) {
		for i := range c.Relations {
			from, known := at[c.Relations[i].From]
			to, knownTo := at[c.Relations[i].To]
			if known && knownTo && !yield(from, to) {
				return
			}
		}
	}, ties[int]{
		add: func(i int) { degree[i]++ },
		of:  func(i int) int { return degree[i] },
		all: func(yield func(int) bool) {
			for i, n := range degree {
				if n > 0 && !yield(i) {
					return
				}
			}
		},
		order: func(i int) int { return i },
	})
	if len(best) == 0 {
		for i := range mostTied {
			best = append(best, i)
		}
	}
	c.Views = viewsOf(c.Title, best, near, func(i int) shownEntity {
		e := &c.Entities[i]
		return shownEntity{e.ID, e.Name, e.Country}
	})
}

// views makes the views of what was read.
func (r *ftmReader) views(title entities.Text) ([]entities.View, error) {
	switch {
	case r.entities.count == 0:
		return nil, nil
	case r.entities.count <= mostDrawn:
		return []entities.View{overview(title)}, nil
	}
	var failed error
	best, near := tiedOf(func(yield func(a, b digest) bool) {
		var ends spooled
		for _, err := range r.relations.chosen(func(s spooled) bool {
			ends = s
			return r.joins(s)
		}) {
			if failed = cmp.Or(failed, err); err != nil || !yield(ends.From, ends.To) {
				return
			}
		}
	}, ties[digest]{
		add: func(d digest) {
			m := r.met[d]
			m.ties++
			r.met[d] = m
		},
		of: func(d digest) int { return int(r.met[d].ties) },
		all: func(yield func(digest) bool) {
			for d, m := range r.met {
				if m.ties > 0 && !yield(d) {
					return
				}
			}
		},
		order: func(d digest) int { return int(r.met[d].file)<<32 | int(r.met[d].line) },
	})
	wanted := map[digest]shownEntity{}
	for _, k := range slices.Concat(append(slices.Collect(maps.Values(near)), best)...) {
		wanted[k] = shownEntity{}
	}
	var last digest
	anyone := len(best) == 0
	for item, err := range r.entities.chosen(func(s spooled) bool {
		last = s.From
		_, is := wanted[last]
		return is || anyone && len(best) < mostTied
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
		wanted[last] = shownEntity{e.ID, entities.Text{"": e.Name}, e.Country}
		if anyone {
			best = append(best, last)
		}
	}
	return viewsOf(title, best, near, func(k digest) shownEntity { return wanted[k] }), failed
}
