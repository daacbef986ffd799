// Package problem holds what is wrong with a case file as values: a rule's slug, a
// severity, a place and advice. It knows how problems are ordered and written (text,
// JSON, SARIF), and must never know what a case holds.
package problem

import (
	"cmp"
	"fmt"
	"slices"
)

// Severity says how much a problem weighs. The zero value is no severity.
type Severity int

const (
	// Note tells something worth knowing; it asks for nothing.
	Note Severity = iota + 1
	// Warning asks for a look; the case may still be drawn.
	Warning
	// Error forbids drawing the case.
	Error
)

// String returns the word used in messages and in a case's rules: "note", "warning", "error".
func (s Severity) String() string {
	switch s {
	case Note:
		return "note"
	case Warning:
		return "warning"
	case Error:
		return "error"
	}
	return "none"
}

// ParseSeverity reads the words that String writes.
func ParseSeverity(word string) (Severity, bool) {
	for s := Note; s <= Error; s++ {
		if s.String() == word {
			return s, true
		}
	}
	return 0, false
}

// Place is where in a file something stands. Line and Column count from 1; Column counts
// Unicode code points. The zero Line means the file as a whole.
type Place struct {
	File   string
	Line   int
	Column int
}

// String returns file:line:col, as compilers and editors write it.
func (p Place) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Problem is one thing that is wrong, and what to do about it.
type Problem struct {
	Slug     string // the rule, in kebab case: "unknown-id"
	Severity Severity
	Place    Place
	Message  string // one line, no full stop
	Hint     string // what to do; may be empty
	Text     string // the line of the file at Place, cut to a readable length; may be empty
}

// List is a collection of problems.
type List []Problem

// Sort orders by file, line, column, slug and message, so that the same case gives the same list.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.Place.File, b.Place.File),
			cmp.Compare(a.Place.Line, b.Place.Line),
			cmp.Compare(a.Place.Column, b.Place.Column),
			cmp.Compare(a.Slug, b.Slug),
			cmp.Compare(a.Message, b.Message),
		)
	})
}

// Count returns how many problems have the severity.
func (l List) Count(s Severity) int {
	n := 0
	for _, p := range l {
		if p.Severity == s {
			n++
		}
	}
	return n
}

// AtLeast returns the problems of that severity or a graver one, in their order.
func (l List) AtLeast(s Severity) List {
	var grave List
	for _, p := range l {
		if p.Severity >= s {
			grave = append(grave, p)
		}
	}
	return grave
}

// HasErrors tells whether any problem forbids drawing.
func (l List) HasErrors() bool { return l.Count(Error) > 0 }
