// Package merge takes edits out of DOT that somebody edited: it compares the file with what it was
// when it was published and with what the case says by now, and puts the difference into
// overrides, or says what there can be no such edit of. An edit may change how something is called
// and looks; whatever would make a line seem surer than its claims is refused. The package must
// never know how anything is laid out or drawn, nor files.
//
// It compares a Snapshot of the file as it is with one of the file as it was published; where the
// file does not say that, the view is published again and read (snapshot.go). What there can be no
// edit of is in honesty.go and wordrules.go, and Problems holds what is kept to the same rules at
// every check, leaving out what the case has changed since. handtest edits views by a thousand
// hands, changes the data, and wants each edit still there and nothing surer than before.
package merge

import (
	"cmp"
	"fmt"
	"slices"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/problem"
)

// Choice settles conflicts.
type Choice int

const (
	// Unsettled leaves conflicts to be told.
	Unsettled Choice = iota
	// Ours keeps what is in the project: what the case says, or what was edited before.
	Ours
	// Theirs takes what the edited file says.
	Theirs
)

// Merging is what goes into a merge. View and Network are without edits.
type Merging struct {
	Network   *network.Network
	View      *network.View
	Baseline  edits.Baseline   // of the view, in the language of the edited file
	Overrides *edits.Overrides // what was edited before; nil for nothing
	Original  *Snapshot        // the file as it was published; nil where it does not say
	Edited    *Snapshot        // the file as it is
	Choice    Choice
	Publish   Publisher // in the language of the edited file; called where there is no original
}

// Outcome is the result of a merge. With a refusal, nothing is to be written. With a conflict,
// everything else is.
type Outcome struct {
	Overrides   *edits.Overrides
	Refusals    problem.List
	Conflicts   []edits.Conflict // of what the file has, with what the project has by now
	Outstanding []edits.Conflict // of what was edited before, with what the case says by now
	Notes       problem.List     // what of the file is not kept, and why
	Told        []string         // what is edited now and was not before
}

// Settled tells whether all that the file says is in the overrides.
func (o *Outcome) Settled() bool {
	return len(o.Refusals)+len(o.Conflicts)+len(o.Outstanding) == 0
}

type merger struct {
	Merging
	wordRules
	outcome   Outcome
	result    *edits.Overrides // as they come out
	reference *Snapshot        // Original, or where that is not known what it would be now
}

// Merge takes the edits out of a file. The overrides that it is given stay as they are.
func Merge(in Merging) Outcome {
	m := &merger{Merging: in, reference: in.Original}
	if m.Overrides == nil {
		m.Overrides = &edits.Overrides{View: in.View.Spec.ID}
	}
	m.wordRules = wordRulesOf(in.Network, in.View, m.Overrides)
	if m.reference == nil {
		var err error
		if m.reference, err = m.republished(); err != nil {
			m.refuse(problem.Place{File: m.Edited.file}, "it does not say what it was when it was published, and what it would be now cannot be read: "+err.Error(), "edit a file as graphgen published it")
			m.outcome.Overrides = m.Overrides
			return m.outcome
		}
	}
	m.result = m.Overrides.Clone()
	m.outstanding()
	for _, t := range m.Edited.Order {
		m.item(m.Edited.Items[t])
	}
	for _, t := range m.reference.Order {
		if m.Edited.Items[t] == nil {
			m.removed(m.reference.Items[t])
		}
	}
	m.restore()
	m.ranks()
	m.notes()
	m.result.Tidy()
	m.refuseAccusations()
	m.refuseRemovals()
	slices.SortFunc(m.outcome.Conflicts, func(a, b edits.Conflict) int {
		return cmp.Or(a.Compare(b.Thing), a.Property.Compare(b.Property))
	})
	m.outcome.Refusals.Sort()
	m.outcome.Notes.Sort()
	m.outcome.Overrides = m.result
	return m.outcome
}

func (m *merger) refuse(at problem.Place, message, hint string) {
	m.outcome.Refusals = append(m.outcome.Refusals, refusal(at, message, hint))
}

func (m *merger) note(at problem.Place, message, hint string) {
	m.outcome.Notes = append(m.outcome.Notes, notKept(at, message, hint))
}

// outstanding settles or reports conflicts between earlier overrides and the case as it is now,
// except those that the edited file changes itself.
func (m *merger) outstanding() {
	for _, c := range m.Overrides.Conflicts(m.Baseline, m.Edited.Lang) {
		if m.touches(c) {
			continue
		}
		switch e := m.result.Edit(c.Thing); m.Choice {
		case Ours:
			m.drop(e, c.Property)
		case Theirs:
			m.rebase(e, c)
		default:
			m.outcome.Outstanding = append(m.outcome.Outstanding, c)
		}
	}
}

// touches tells whether the edited file changes the property that is in conflict.
func (m *merger) touches(c edits.Conflict) bool {
	item, ref := m.Edited.Items[c.Thing], m.reference.Items[c.Thing]
	if c.Property == (edits.Property{}) {
		return (item == nil) != (ref == nil)
	}
	if item == nil || ref == nil {
		return item != ref
	}
	return !edits.Same(m.values(item, ref)[c.Property], m.values(ref, ref)[c.Property])
}

// restore puts back the earlier overrides of a thing whose removal is in conflict, and of a node's
// lines, which were removed with it.
func (m *merger) restore() {
	before := m.Overrides.Clone()
	again := func(t edits.Thing) {
		if was := before.Of(t); was != nil {
			*m.result.Edit(t) = *was
		}
	}
	for _, c := range m.outcome.Conflicts {
		if c.Property != (edits.Property{}) {
			continue
		}
		again(c.Thing)
		for _, t := range m.reference.Order {
			if item := m.reference.Items[t]; t.Line && !c.Line && (item.From == c.ID || item.To == c.ID) {
				again(t)
			}
		}
	}
}

func (m *merger) drop(e *edits.Edit, p edits.Property) {
	if p == (edits.Property{}) {
		e.Removed = nil
		return
	}
	delete(e.Changes, p)
}

// rebase makes what the case says now the baseline of an edit.
func (m *merger) rebase(e *edits.Edit, c edits.Conflict) {
	if c.Property == (edits.Property{}) {
		e.Removed = &edits.Removal{Lang: m.Edited.Lang, Was: c.Now}
		return
	}
	e.Set(c.Property, edits.Change{Was: c.Now, Is: c.Is})
}

// item takes the edits of one node or edge of the file.
func (m *merger) item(item *Item) {
	ref := m.reference.Items[item.Thing]
	if ref == nil || m.Original == nil && m.byHand(item.Thing) && !edits.Same(item.Caveat, ref.Caveat) { // not as it is published
		m.added(item)
		return
	}
	if !item.Line && len(item.Source.Own) == 0 && len(ref.Source.Own) > 0 {
		m.refuse(item.Source.At, fmt.Sprintf("%v: its own line is gone, and edges or ranks still name it", item.Thing), "take it out of those as well, or put it back")
		return
	}
	before := len(m.outcome.Refusals)
	m.checkHonesty(item, ref)
	m.checkLooks(item, ref)
	if len(m.outcome.Refusals) > before {
		return
	}
	now, was := m.values(item, ref), m.values(ref, ref)
	for _, p := range properties(now) {
		if edits.Same(now[p], was[p]) || !m.takes(item, p) {
			continue
		}
		m.change(item, p, was[p], now[p])
	}
	m.place(item, ref)
	m.retype(item, ref)
}

// retype changes the type of something that an editor added.
func (m *merger) retype(item, ref *Item) {
	if !m.byHand(item.Thing) || item.Type == ref.Type {
		return
	}
	if kind := m.addedType(item); kind != "" {
		m.result.Edit(item.Thing).Added.Type = kind
		m.tell("%v: is of type %s", item.Thing, kind)
	}
}

func properties(values map[edits.Property]string) []edits.Property {
	var list []edits.Property
	for p := range values {
		list = append(list, p)
	}
	slices.SortFunc(list, edits.Property.Compare)
	return list
}

// takes tells whether a property can be edited, and adds a note where it cannot.
func (m *merger) takes(item *Item, p edits.Property) bool {
	kind := m.nodeKind(item.Thing)
	if p.Lang != "" && m.broughtIn(item.Thing) {
		m.note(item.Source.At, fmt.Sprintf("%v: its %s is not kept", item.Thing, p.Name), wordsOfCase)
		return false
	}
	if item.Line || kind == network.EntityNode || kind == network.ValueNode && p.Name == edits.Color {
		return true
	}
	hint := "values and open origins are drawn alike everywhere, so that how they stand can be read"
	if p.Name == edits.Label {
		hint = "change what it counts in the case"
	}
	m.note(item.Source.At, fmt.Sprintf("%v: its %s is not kept", item.Thing, p.Name), hint)
	return false
}

// change sets a property. Where its present value is neither what the editor saw nor what the
// editor wants, there is a conflict.
func (m *merger) change(item *Item, p edits.Property, was, is string) {
	t := item.Thing
	state, there := m.Baseline[t]
	before := m.Overrides.Of(t)
	mine := before != nil && before.Added != nil
	if !there && !mine {
		m.conflict(edits.Conflict{Thing: t, Property: p, Was: was, Is: is}, func() {})
		return
	}
	byCase := state.Values[p]
	now := before.Settle(p, byCase, slices.Contains(state.Shifting, p.Name))
	if mine && before.Changes[p] == (edits.Change{}) {
		now = was // it is as such things are drawn, and nobody chose otherwise
	}
	set := func() {
		if mine {
			m.result.Edit(t).Set(p, edits.Change{Is: is})
		} else {
			m.result.Edit(t).Set(p, edits.Change{Was: byCase, Is: is})
		}
		m.tell("%v: %v is “%s”, was “%s”", t, p, is, now)
	}
	switch {
	case edits.Same(is, now):
	case edits.Same(was, now):
		set()
	default:
		m.conflict(edits.Conflict{Thing: t, Property: p, Was: was, Now: now, Is: is}, set)
	}
}

// conflict reports a conflict, or settles it by the choice; take applies the file's side.
func (m *merger) conflict(c edits.Conflict, take func()) {
	switch m.Choice {
	case Theirs:
		take()
	case Unsettled:
		m.outcome.Conflicts = append(m.outcome.Conflicts, c)
	}
}

func (m *merger) tell(format string, args ...any) {
	m.outcome.Told = append(m.outcome.Told, problem.Printable(fmt.Sprintf(format, args...)))
}

// place takes a node's position.
func (m *merger) place(item, ref *Item) {
	if item.Line {
		return
	}
	moved := item.Place != nil && ref.Place != nil && *item.Place != *ref.Place
	switch {
	case moved && m.Edited.dot.LaidOut && item.Pinned && ref.Pinned:
		// dot heeds no pin, and it cannot be told apart from a hand that moved the node
		m.note(item.Source.At, fmt.Sprintf("%v: its pos is not kept: a layout program wrote the file, and the node was pinned before", item.Thing), "to move it, edit pos in a file without bb, or in "+m.View.Spec.ID+".dot as it was published")
	case item.Place != nil && (item.Pinned && !ref.Pinned || moved && !m.Edited.dot.LaidOut):
		e := m.result.Edit(item.Thing)
		if e.Place == nil || *e.Place != *item.Place {
			e.Place = &edits.Place{X: item.Place.X, Y: item.Place.Y}
			m.tell("%v: stands at %.1f, %.1f", item.Thing, e.Place.X, e.Place.Y)
		}
	case ref.Pinned && !item.Pinned && (!moved || m.Edited.dot.LaidOut):
		if e := m.result.Edit(item.Thing); e.Place != nil {
			e.Place = nil
			m.tell("%v: stands wherever the layout puts it", item.Thing)
		}
	}
}
