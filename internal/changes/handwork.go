package changes

import (
	"strings"

	"example.org/graphgen/internal/edits"
)

// ByHand is what the facts of a view begin with that an editor changed in it.
const ByHand = "by hand"

// handwork returns how the edits of a view differ: words that it showed and that are others now, and
// what was added to it and is no longer, or was not. What was taken out is told as no longer shown.
func (s *state) handwork(after *state, view *thing) []Change {
	was, is := s.edits[view.id], after.edits[view.id]
	if s.things[View][view.id] == nil {
		return nil
	}
	var found []Change
	add := func(t edits.Thing, fact, old, now string, published bool) {
		if old == now {
			return
		}
		of, _, _ := strings.Cut(t.ID, "/") // a flow, of one of its legs
		c := Change{Kind: View, ID: view.id, Name: view.name, What: Changed, Fact: ByHand + ", " + fact + " of " + t.String(), Was: old, Is: now, Views: []string{view.id}}
		if published && old != "" {
			c.Published, c.Names = true, union([]string{view.id}, []string{of})
		}
		found = append(found, c)
	}
	for _, t := range thingsOf(was, is) {
		a, b := was.Of(t), is.Of(t)
		add(t, "what was added", addedOf(a), addedOf(b), true)
		for _, p := range propertiesOf(a, b) {
			old, now := settled(a, b, p), settled(b, a, p)
			add(t, p.String(), old, now, p.Lang != "")
		}
	}
	return found
}

// settled is what a property is by an edit or, where it edits nothing, by the case, as far as the
// other edit says what that was.
func settled(e, other *edits.Edit, p edits.Property) string {
	if e != nil {
		if c, edited := e.Changes[p]; edited {
			return c.Is
		}
		if e.Removed != nil {
			return "" // told as no longer shown
		}
	}
	if other != nil && other.Added == nil {
		return other.Changes[p].Was
	}
	return ""
}

func addedOf(e *edits.Edit) string {
	if e == nil || e.Added == nil {
		return ""
	}
	if e.Line {
		return strings.TrimSpace(e.Added.Type + " from " + e.Added.From + " to " + e.Added.To)
	}
	return strings.TrimSpace("node " + e.Added.Type)
}

// thingsOf are the things that either of two overrides edit, in order.
func thingsOf(a, b *edits.Overrides) []edits.Thing {
	var all []edits.Thing
	for _, l := range []*edits.Overrides{a, b} {
		if l == nil {
			continue
		}
		for i := range l.Edits {
			if t := l.Edits[i].Thing; l == a || a.Of(t) == nil {
				all = append(all, t)
			}
		}
	}
	return all
}

// propertiesOf are the properties that either edit changes, in order.
func propertiesOf(a, b *edits.Edit) []edits.Property {
	var all []edits.Property
	for _, e := range []*edits.Edit{a, b} {
		if e == nil {
			continue
		}
		for _, p := range e.Properties() {
			if e == a || a == nil {
				all = append(all, p)
			} else if _, too := a.Changes[p]; !too {
				all = append(all, p)
			}
		}
	}
	return all
}
