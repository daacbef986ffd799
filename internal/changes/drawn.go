package changes

import (
	"maps"
	"slices"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
)

// mention is a thing by its kind and id.
type mention struct {
	kind Kind
	id   string
}

// drawn is what the views of a case show, and what lines rest on.
type drawn struct {
	views map[mention][]string        // by what is shown, the ids of the views, sorted
	lines map[mention][]string        // by claim, source or relation type, the ids of the lines that rest on it, sorted
	shows map[string]map[mention]bool // by view: the relations, flows, figures and entities that it draws
}

func drawnOf(of State) drawn {
	x := of.Index
	d := drawn{views: map[mention][]string{}, lines: map[mention][]string{}, shows: map[string]map[mention]bool{}}
	n := network.New(x).Edited(of.Edits)
	for i := range x.Case.Views {
		v := n.View(&x.Case.Views[i])
		r := reader{index: x, view: v.Spec.ID, drawn: &d, shown: map[mention]bool{}}
		r.read(v)
		d.shows[r.view] = r.shown
		d.views[mention{View, r.view}] = []string{r.view}
	}
	for _, lists := range []map[mention][]string{d.views, d.lines} {
		for at, ids := range lists {
			lists[at] = union(ids, nil)
		}
	}
	return d
}

// reader notes what one view shows.
type reader struct {
	index *entities.Index
	view  string
	drawn *drawn
	shown map[mention]bool
}

func (r *reader) read(v *network.View) {
	for i := range v.Nodes {
		n := &v.Nodes[i]
		if n.Entity != nil {
			r.draws(Entity, n.Entity.ID)
		}
		for _, office := range n.Offices {
			r.draws(Entity, office.Entity.ID)
			r.relation(office.Relation, office.Verdict)
		}
		if n.Figure != nil {
			r.draws(Figure, n.Figure.ID)
			r.rests(n.Figure.ID, n.Verdict)
		}
	}
	for i := range v.Edges {
		switch e := &v.Edges[i]; {
		case e.Relation != nil:
			r.relation(e.Relation, e.Verdict)
		case e.Flow != nil:
			r.draws(Flow, e.Flow.ID)
			r.rests(e.Flow.ID, e.Verdict)
		}
	}
	for _, c := range v.Clusters {
		if c.Entity != nil {
			r.draws(Entity, c.Entity.ID)
		}
	}
}

func (r *reader) relation(relation *entities.Relation, v entities.Verdict) {
	r.draws(Relation, relation.ID)
	r.prints(mention{RelationType, relation.Type}, relation.ID)
	r.rests(relation.ID, v)
}

// rests notes that a line prints its claims, who makes them and where.
func (r *reader) rests(line string, v entities.Verdict) {
	for _, c := range v.Claims() {
		r.prints(mention{Claim, c.ID}, line)
		r.prints(mention{Entity, c.Speaker}, line)
		r.prints(mention{Entity, c.RelayedBy}, line)
		r.prints(mention{Source, c.Source}, line)
		if s := r.index.Source(c.Source); s != nil {
			r.prints(mention{Entity, s.Publisher}, line)
		}
	}
}

func (r *reader) draws(kind Kind, id string) {
	at := mention{kind, id}
	r.shown[at] = true
	r.drawn.views[at] = append(r.drawn.views[at], r.view)
}

func (r *reader) prints(at mention, line string) {
	if at.id == "" {
		return
	}
	if views := r.drawn.views[at]; !slices.Contains(views, r.view) {
		r.drawn.views[at] = append(views, r.view)
	}
	if lines := r.drawn.lines[at]; !slices.Contains(lines, line) {
		r.drawn.lines[at] = append(lines, line)
	}
}

// selection returns what a view that is there before and after drew and draws no more, or
// draws now. What the case itself gained or lost is told of that thing.
func (s *state) selection(after *state, view *thing) []Change {
	var found []Change
	was, is := s.drawn.shows[view.id], after.drawn.shows[view.id]
	for _, kind := range []Kind{Relation, Flow, Figure, Entity} {
		for _, id := range slices.Sorted(maps.Keys(s.things[kind])) {
			at := mention{kind, id}
			if was[at] == is[at] || after.things[kind][id] == nil {
				continue
			}
			c := Change{Kind: View, ID: view.id, Name: view.name, What: Changed, Fact: Shows, Views: []string{view.id}}
			words := string(kind) + " " + quoted(id)
			if was[at] {
				c.Was, c.Published, c.Names = words, true, union([]string{view.id}, []string{id})
			} else {
				c.Is = words
			}
			found = append(found, c)
		}
	}
	return found
}
