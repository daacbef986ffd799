// Package edits is what editors changed by hand in the drawing of a view: other words, colours,
// shapes and places, what they added and what they took out. It is data, kept in a file beside
// the case, and each change in it records what it was made on, so that nothing of the case is
// ever covered silently: where the case says something else by now, there is a conflict.
//
// How a line stands is no part of it: there is no field by which an edit could say so. The
// package must never know DOT, or how anything is drawn.
package edits

import (
	"cmp"
	"slices"
	"strings"
)

// Version is the one version of such files so far.
const Version = 1

// Overrides are the content of one file: all that was edited in one view.
type Overrides struct {
	View  string     // its id, as the file's name has it
	Edits []Edit     // one for each thing, in the order of Compare
	Ranks [][]string // nodes that are to stand in one rank, each group sorted, and so are the groups
}

// Edit is what was changed of one node or line.
type Edit struct {
	Thing
	Added   *Added   // an editor added it; else nil
	Removed *Removal // an editor took it out; else nil
	Changes map[Property]Change
	Place   *Place // where a node is to stand; nil for wherever the layout puts it

	Offset int64 // where it begins in the file that it was read from
}

// Thing is a node or a line of a view.
type Thing struct {
	Line bool // whether it is a line; else it is a node
	ID   string
}

func (t Thing) String() string {
	if t.Line {
		return "line " + t.ID
	}
	return "node " + t.ID
}

// Compare orders nodes before lines, and each by id.
func (t Thing) Compare(other Thing) int {
	switch {
	case t.Line == other.Line:
		return strings.Compare(t.ID, other.ID)
	case t.Line:
		return 1
	}
	return -1
}

// Added says what a thing is that an editor added. No claim stands behind it.
type Added struct {
	Type     string // of the entity or relation that it would be; may be empty
	From, To string // of a line: ids of nodes
}

// Removal is what a thing said when it was taken out, with the words for how it stood.
type Removal struct {
	Lang string // BCP 47
	Was  string
}

// Change is what one property was when it was changed, and what it is to be. Of something that
// was added it was nothing.
type Change struct{ Was, Is string }

// Place is a node's middle, in points to the right of and below the diagram's upper left corner;
// to the left of its upper right corner where the picture reads from right to left.
type Place struct{ X, Y float64 }

// Property is what can be edited of a thing. Words are edited in one language.
type Property struct {
	Name string
	Lang string // BCP 47; of words alone
}

// The names of properties.
const (
	Label     = "label"     // words: a name, or what a line says; never how it stands
	Below     = "below"     // words: what stands below a name
	Color     = "color"     // of the outline or line, as #rrggbb, like the others
	FillColor = "fillcolor" // of a node
	FontColor = "fontcolor" // of the words
	Shape     = "shape"     // of a node, in Graphviz's words
)

// inWords are the properties that are words, and so have a language.
func inWords(name string) bool { return name == Label || name == Below }

// Names lists the properties that there are.
func Names() []string { return []string{Label, Below, Color, FillColor, FontColor, Shape} }

// Compare orders properties as Names does, and by language.
func (p Property) Compare(other Property) int {
	return cmp.Or(cmp.Compare(slices.Index(Names(), p.Name), slices.Index(Names(), other.Name)), cmp.Compare(p.Lang, other.Lang))
}

func (p Property) String() string {
	if p.Lang != "" {
		return p.Name + " (" + p.Lang + ")"
	}
	return p.Name
}

// Of returns what was edited of a thing, or nil. Overrides of nil have no edits.
func (l *Overrides) Of(t Thing) *Edit {
	if l == nil {
		return nil
	}
	if at, found := l.find(t); found {
		return &l.Edits[at]
	}
	return nil
}

// Words are what a node or line was edited to be called or to say in a language; empty for nothing.
func (l *Overrides) Words(t Thing, lang string) string {
	if e := l.Of(t); e != nil {
		return e.Changes[Property{Label, lang}].Is
	}
	return ""
}

func (l *Overrides) find(t Thing) (at int, found bool) {
	return slices.BinarySearchFunc(l.Edits, t, func(e Edit, t Thing) int { return e.Compare(t) })
}

// Edit returns what is edited of a thing, made where nothing is yet.
func (l *Overrides) Edit(t Thing) *Edit {
	at, found := l.find(t)
	if !found {
		l.Edits = slices.Insert(l.Edits, at, Edit{Thing: t})
	}
	return &l.Edits[at]
}

// Set records a change of a property, or, where it changes nothing, forgets it.
func (e *Edit) Set(p Property, c Change) {
	if c.Was == c.Is {
		delete(e.Changes, p)
		return
	}
	if e.Changes == nil {
		e.Changes = map[Property]Change{}
	}
	e.Changes[p] = c
}

// empty tells whether nothing is edited of the thing.
func (e *Edit) empty() bool {
	return e.Added == nil && e.Removed == nil && len(e.Changes) == 0 && e.Place == nil
}

// Tidy puts the overrides into their order and drops what edits nothing.
func (l *Overrides) Tidy() {
	l.Edits = slices.DeleteFunc(l.Edits, func(e Edit) bool { return e.empty() })
	slices.SortFunc(l.Edits, func(a, b Edit) int { return a.Compare(b.Thing) })
	for i := range l.Ranks {
		slices.Sort(l.Ranks[i])
		l.Ranks[i] = slices.Compact(l.Ranks[i])
	}
	l.Ranks = slices.DeleteFunc(l.Ranks, func(group []string) bool { return len(group) < 2 })
	slices.SortFunc(l.Ranks, slices.Compare)
	l.Ranks = slices.CompactFunc(l.Ranks, slices.Equal)
}

// Empty tells whether the overrides edit nothing.
func (l *Overrides) Empty() bool { return l == nil || len(l.Edits)+len(l.Ranks) == 0 }

// Clone is a copy that shares nothing with the overrides.
func (l *Overrides) Clone() *Overrides {
	other := &Overrides{View: l.View}
	for _, e := range l.Edits {
		if e.Added != nil {
			added := *e.Added
			e.Added = &added
		}
		if e.Removed != nil {
			removal := *e.Removed
			e.Removed = &removal
		}
		if e.Place != nil {
			place := *e.Place
			e.Place = &place
		}
		changes := e.Changes
		e.Changes = nil
		for p, c := range changes {
			e.Set(p, c)
		}
		other.Edits = append(other.Edits, e)
	}
	for _, group := range l.Ranks {
		other.Ranks = append(other.Ranks, slices.Clone(group))
	}
	return other
}

// Removes tells whether the overrides take a thing out.
func (l *Overrides) Removes(t Thing) bool {
	e := l.Of(t)
	return e != nil && e.Removed != nil
}

// Languages are those that the overrides have edits of words in, in order.
func (l *Overrides) Languages() []string {
	if l == nil {
		return nil
	}
	var languages []string
	for i := range l.Edits {
		for p := range l.Edits[i].Changes {
			if p.Lang != "" {
				languages = append(languages, p.Lang)
			}
		}
		if r := l.Edits[i].Removed; r != nil {
			languages = append(languages, r.Lang)
		}
	}
	slices.Sort(languages)
	return slices.Compact(languages)
}
