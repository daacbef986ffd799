// Package changes tells what differs between two states of a case in the language of claims:
// which line stands otherwise than before and why, which figure has another value, whose
// words are gone. It must never know where the two states were kept, or how anything is drawn.
//
// It describes each thing as facts in words (things.go), with standings as they are derived on
// either side, and tells which views showed it. A test changes every field of a case and wants each
// noticed.
package changes

import (
	"maps"
	"slices"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/wording"
	"example.org/graphgen/internal/words"
)

// Kind is the kind of thing that changed.
type Kind string

// The kinds, in the order in which changes are told: what is drawn first, then what it rests on.
const (
	Case         Kind = "case"
	View         Kind = "view"
	Relation     Kind = "relation"
	Flow         Kind = "flow"
	Figure       Kind = "figure"
	Claim        Kind = "claim"
	Entity       Kind = "entity"
	Source       Kind = "source"
	RelationType Kind = "relation type"
	Correction   Kind = "correction"
	RuleChange   Kind = "rule"
)

var kinds = []Kind{Case, View, Relation, Flow, Figure, Claim, Entity, Source, RelationType, Correction, RuleChange}

// What became of a thing.
type What string

// A thing is new, gone, or has a fact that is another one.
const (
	Added   What = "added"
	Removed What = "removed"
	Changed What = "changed"
)

// The facts whose changes are told in their own way.
const (
	Name     = "name"
	Standing = "standing"
	Value    = "value"
	Shows    = "shows" // of a view: something that it drew, or draws now
)

// Change is one difference.
type Change struct {
	Kind Kind
	ID   string // of the thing; of the case nothing, of a correction its date
	Name string // the thing in words, as it is now or, where it is gone, as it was
	What What
	Fact string // of a Changed thing: which of its facts, such as "standing" or "speaker"

	Was, Is string // of a Changed thing, in words; one may be empty
	Why     string // of a standing: which claims came or went; may be empty

	Views []string // the ids of the views that show the thing before or after, sorted

	// Published tells that a view showed before what is another now or gone. Who saw it is
	// owed a correction.
	Published bool

	// Names are the ids by which a correction may speak of it: the thing's own, those of the
	// lines that rest on it, and those of the views that showed it; sorted.
	Names []string
}

// State is a case with what is edited by hand in its views, by their ids.
type State struct {
	Index *entities.Index
	Edits map[string]*edits.Overrides
}

// Between returns what changed from one case to another, by kind, id and fact. Standings are
// compared as they are derived on either side, so that a denial changes the line it denies.
func Between(old, now State) []Change {
	before, after := newState(old), newState(now)
	var found []Change
	for _, kind := range kinds {
		was, is := before.things[kind], after.things[kind]
		for _, id := range union(slices.Collect(maps.Keys(was)), slices.Collect(maps.Keys(is))) {
			a, b := was[id], is[id]
			switch {
			case a == nil:
				found = append(found, Change{Kind: kind, ID: b.id, Name: b.name, What: Added, Views: after.viewsOf(b)})
			case b == nil:
				found = append(found, Change{Kind: kind, ID: a.id, Name: a.name, What: Removed, Views: before.viewsOf(a),
					Published: a.always || len(before.viewsOf(a)) > 0, Names: before.namesOf(a)})
			default:
				found = append(found, compare(before, after, a, b)...)
			}
		}
	}
	return found
}

// compare returns the facts in which one thing differs.
func compare(before, after *state, a, b *thing) []Change {
	var found []Change
	views := union(before.viewsOf(a), after.viewsOf(b))
	shown := a.always || len(before.viewsOf(a)) > 0
	add := func(c Change) {
		c.Kind, c.ID, c.Name, c.What, c.Views = b.kind, b.id, b.name, Changed, views
		c.Published = c.Published && shown
		if c.Published {
			c.Names = union(before.namesOf(a), after.namesOf(b))
		}
		found = append(found, c)
	}
	if a.verdict != nil && b.verdict != nil {
		for _, c := range before.standing(after, *a.verdict, *b.verdict) {
			add(c)
		}
	}
	for _, c := range facts(a.facts, b.facts) {
		add(c)
	}
	switch b.kind {
	case Figure:
		for _, c := range before.values(after, a.figure, b.figure) {
			add(c)
		}
	case View:
		found = append(found, before.selection(after, b)...)
		found = append(found, before.handwork(after, b)...)
	}
	return found
}

// facts compares what is said of a thing. What was not said before was not published.
func facts(a, b []fact) []Change {
	was, is := map[string]fact{}, map[string]fact{}
	var names []string
	for _, f := range slices.Concat(a, b) {
		if !slices.Contains(names, f.name) {
			names = append(names, f.name)
		}
	}
	for _, f := range a {
		was[f.name] = f
	}
	for _, f := range b {
		is[f.name] = f
	}
	var found []Change
	for _, name := range names {
		if x, y := was[name], is[name]; x.says != y.says {
			found = append(found, Change{Fact: name, Was: x.words, Is: y.words, Published: x.drawn && x.says != ""})
		}
	}
	return found
}

// state is a case before or after.
type state struct {
	index     *entities.Index
	edits     map[string]*edits.Overrides
	describer *wording.Describer
	things    map[Kind]map[string]*thing // by kind and key
	drawn     drawn
}

func newState(of State) *state {
	x := of.Index
	s := &state{
		index:     x,
		edits:     of.Edits,
		describer: &wording.Describer{Index: x, Words: words.For("en"), Lang: x.Case.Language},
		things:    map[Kind]map[string]*thing{},
		drawn:     drawnOf(of),
	}
	s.describe()
	return s
}

// viewsOf returns the ids of the views that show a thing.
func (s *state) viewsOf(t *thing) []string { return s.drawn.views[mention{t.kind, t.id}] }

// namesOf returns the ids by which a correction may speak of a thing.
func (s *state) namesOf(t *thing) []string {
	at := mention{t.kind, t.id}
	names := union(s.drawn.views[at], s.drawn.lines[at])
	if t.kind == Correction {
		names = union(names, t.about)
	} else if t.kind != RelationType {
		names = union(names, []string{t.id})
	}
	return names
}

func union(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}
