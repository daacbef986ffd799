package edits

import (
	"fmt"
	"strings"
)

// Told is an edit of what a view says, as it is listed for a person to read: words that an editor
// wrote, or something that was taken out or added.
type Told struct {
	Thing
	What Kind
	Lang string // BCP 47; of words
	Was  string // empty where nothing stood there
	Is   string // empty where it was taken out
}

// Kind is what was done to a thing.
type Kind string

// The kinds of Told.
const (
	Words   Kind = "words"
	Brought Kind = "added"
	Removed Kind = "removed"
)

// Told lists all words of the overrides that were written by hand, and what was added and taken out,
// in the order of the overrides. No list of words can tell which of them say more than the claims do.
func (l *Overrides) Told() []Told {
	if l == nil {
		return nil
	}
	var told []Told
	for i := range l.Edits {
		e := &l.Edits[i]
		if e.Removed != nil {
			told = append(told, Told{Thing: e.Thing, What: Removed, Lang: e.Removed.Lang, Was: e.Removed.Was})
		}
		if e.Added != nil {
			told = append(told, Told{Thing: e.Thing, What: Brought, Is: e.Added.says(e.Thing)})
		}
		for _, p := range e.Properties() {
			if inWords(p.Name) {
				told = append(told, Told{Thing: e.Thing, What: Words, Lang: p.Lang, Was: e.Changes[p].Was, Is: e.Changes[p].Is})
			}
		}
	}
	return told
}

func (a *Added) says(t Thing) string {
	if t.Line {
		return fmt.Sprintf("a line from %s to %s", a.From, a.To)
	}
	return "a node"
}

// String says it in a sentence, of a view.
func (t Told) String() string {
	in := ""
	if t.Lang != "" {
		in = " (" + t.Lang + ")"
	}
	switch {
	case t.What == Removed:
		return fmt.Sprintf("%v was taken out by hand; it said “%s”", t.Thing, t.Was)
	case t.What == Brought:
		return fmt.Sprintf("%v was added by hand: %s", t.Thing, t.Is)
	case t.Was == "":
		return fmt.Sprintf("%v says “%s” by hand%s", t.Thing, t.Is, in)
	}
	return fmt.Sprintf("%v says “%s” by hand%s; by the case it says “%s”", t.Thing, t.Is, in, t.Was)
}

// LegOf tells whether a line is a leg of a flow, which has its id and the leg's number.
func (t Thing) LegOf(flow string) bool {
	id, leg, _ := strings.Cut(t.ID, "/")
	return t.Line && id == flow && leg != ""
}
