package drafts

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"

	"example.org/graphgen/internal/entities"
)

// Of more entities than can be looked at on one picture, the views of an import show the best tied
// with the lines among them, and of some of those whom they are tied to.
const (
	MostDrawn   = 200 // up to here one view shows everything
	MostTied    = 60  // entities of a view of the best tied, or around one of them
	ViewsAround = 5
)

// Ties count the lines of each entity that has one. What is counted with is the importer's own, as
// there may be very many.
type Ties[K comparable] struct {
	Add   func(K)
	Of    func(K) int
	All   iter.Seq[K]
	Order func(K) int // who comes first where two are tied alike
}

// best returns who of some is tied best, at most so many.
func (t Ties[K]) best(some iter.Seq[K], most int) []K {
	byTies := func(a, b K) int { return cmp.Or(cmp.Compare(t.Of(b), t.Of(a)), cmp.Compare(t.Order(a), t.Order(b))) }
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

// BestTied returns who is tied best, by the number of lines, and whom the first of them are tied to.
func BestTied[K comparable](lines iter.Seq2[K, K], t Ties[K]) (best []K, near map[K][]K) {
	for a, b := range lines {
		t.Add(a)
		t.Add(b)
	}
	best = t.best(t.All, MostTied)
	met := map[K]map[K]bool{}
	for _, k := range best[:min(ViewsAround, len(best))] {
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
		near[k] = t.best(maps.Keys(others), MostTied-1)
	}
	return best, near
}

// Shown is what a view wants of an entity.
type Shown struct {
	ID      string        `json:"id"`
	Name    entities.Text `json:"name"`
	Country string        `json:"country"`
}

// ViewsOf makes views of the best tied. Of gives what is known of each.
func ViewsOf[K comparable](title entities.Text, best []K, near map[K][]K, of func(K) Shown) []entities.View {
	ids := func(keys []K) []string {
		var all []string
		for _, k := range keys {
			all = append(all, of(k).ID)
		}
		return all
	}
	overview := Overview(title)
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
func (d *Builder) addViews() {
	c := &d.Case
	switch {
	case len(c.Views) > 0 || len(c.Entities) == 0:
		return
	case len(c.Entities) <= MostDrawn:
		c.Views = []entities.View{Overview(c.Title)}
		return
	}
	at := map[string]int{}
	for i := range c.Entities {
		at[c.Entities[i].ID] = i
	}
	degree := make([]int, len(c.Entities))
	best, near := BestTied(func(yield func(a, b int) bool) {
		for i := range c.Relations {
			from, known := at[c.Relations[i].From]
			to, knownTo := at[c.Relations[i].To]
			if known && knownTo && !yield(from, to) {
				return
			}
		}
	}, Ties[int]{
		Add: func(i int) { degree[i]++ },
		Of:  func(i int) int { return degree[i] },
		All: func(yield func(int) bool) {
			for i, n := range degree {
				if n > 0 && !yield(i) {
					return
				}
			}
		},
		Order: func(i int) int { return i },
	})
	if len(best) == 0 {
		for i := range MostTied {
			best = append(best, i)
		}
	}
	c.Views = ViewsOf(c.Title, best, near, func(i int) Shown {
		e := &c.Entities[i]
		return Shown{e.ID, e.Name, e.Country}
	})
}
