package edits

import (
	"fmt"
	"slices"
)

// Baseline is what a view says and looks like by the case alone, in one language: what edits are
// made on.
type Baseline map[Thing]State

// State is what one thing says and looks like.
type State struct {
	Text   string // all that it says, with how it stands
	Values map[Property]string

	// What of its words follows from its claims and stays: the words for how it stands, those
	// that weaken it, a value's quantity.
	Caveat, Hedge, Quantity string
	Dash                    string // how it is broken, in Graphviz's words

	// Shifting are the names of properties that change with other things of the view, so that a
	// change of them is no news of this one: a flow's colour tells it from the other flows.
	Shifting []string
}

// Conflict is an edit whose baseline the case has changed since: what the edit was made on, what
// the case says now, and what the edit says. Only people can tell which of these is to be.
type Conflict struct {
	Thing
	Property Property // the zero property: whether it is there at all
	Was, Now string
	Is       string // empty where the edit takes it out
}

// What names what is in conflict.
func (c Conflict) What() string {
	if c.Property == (Property{}) {
		return c.Thing.String()
	}
	return fmt.Sprintf("%v: its %v", c.Thing, c.Property)
}

// Settle returns what a property comes to that is now so by the case. An edit that was made on
// something else is in conflict, and then it is what the case says. The edit may be nil.
func (e *Edit) Settle(p Property, now string, shifting bool) string {
	if e == nil {
		return now
	}
	c, edited := e.Changes[p]
	if !edited || Same(c.Is, now) || e.Added == nil && !shifting && !Same(c.Was, now) {
		return now
	}
	return c.Is
}

// Conflicts returns the edits that are in conflict with their baseline, as far as it goes: it is in
// one language. They are ordered by thing and property.
func (l *Overrides) Conflicts(baseline Baseline, lang string) []Conflict {
	var conflicts []Conflict
	if l == nil {
		return nil
	}
	for i := range l.Edits {
		e := &l.Edits[i]
		state, there := baseline[e.Thing]
		if !there || e.Added != nil {
			continue
		}
		if e.Removed != nil && e.Removed.Lang == lang && !Same(e.Removed.Was, state.Text) {
			conflicts = append(conflicts, Conflict{Thing: e.Thing, Was: e.Removed.Was, Now: state.Text})
		}
		for _, p := range e.Properties() {
			c, now := e.Changes[p], state.Values[p]
			if p.Lang != "" && p.Lang != lang || slices.Contains(state.Shifting, p.Name) || Same(c.Was, now) || Same(c.Is, now) {
				continue
			}
			conflicts = append(conflicts, Conflict{e.Thing, p, c.Was, now, c.Is})
		}
	}
	return conflicts
}

// Properties are those that are changed, in their order.
func (e *Edit) Properties() []Property {
	var properties []Property
	for p := range e.Changes {
		properties = append(properties, p)
	}
	slices.SortFunc(properties, Property.Compare)
	return properties
}

// Without returns the overrides without those that are in conflict.
func (l *Overrides) Without(conflicts []Conflict) *Overrides {
	if l == nil || len(conflicts) == 0 {
		return l
	}
	other := l.Clone()
	for _, c := range conflicts {
		e := other.Edit(c.Thing)
		if c.Property == (Property{}) {
			e.Removed = nil
		} else {
			delete(e.Changes, c.Property)
		}
	}
	other.Tidy()
	return other
}
