package formats

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
)

// Loss is what a form does not hold, in the order in which it is told: how things stand, and
// who denies them, comes first.
type Loss []Lost

// Lost is one kind of thing that is lost.
type Lost struct {
	Kind  string // a slug, such as "claims"
	Count int
	What  string // what there are so many of
	Where string // where it is instead; empty is nowhere
}

// Add tells of a loss, where there is any.
func (l *Loss) Add(kind string, count int, what, where string) {
	if count > 0 {
		*l = append(*l, Lost{kind, count, what, where})
	}
}

// AddEach tells of losses that files name themselves, such as properties: the most frequent by
// name, and the others as one.
func (l *Loss) AddEach(kind string, counts map[string]int, what string) {
	const most = 20
	names := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	others := 0
	for i, name := range names {
		if i < most {
			l.Add(kind, counts[name], what+" "+strconv.Quote(CutName(name)), "")
		} else {
			others += counts[name]
		}
	}
	l.Add(kind, others, fmt.Sprintf("the same of %d others", max(0, len(names)-most)), "")
}

// CutName is a name out of a file, of a length that can be read.
func CutName(name string) string {
	const most = 40
	if runes := []rune(name); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return name
}

// Count returns how many things of a kind are lost.
func (l Loss) Count(kind string) int {
	n := 0
	for _, lost := range l {
		if lost.Kind == kind {
			n += lost.Count
		}
	}
	return n
}

// Write writes the loss as text, a line for each kind. The heading says what it is a loss of.
func (l Loss) Write(w io.Writer, heading string) error {
	var b strings.Builder
	if len(l) == 0 {
		b.WriteString(heading + ": nothing is lost\n")
	} else {
		b.WriteString(heading + ":\n")
	}
	for _, lost := range l {
		where := lost.Where
		if where == "" {
			where = "left out"
		}
		fmt.Fprintf(&b, "  %s: %d (%s): %s\n", lost.Kind, lost.Count, problem.Printable(lost.What), where)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// SeveralLanguages counts the texts of a case that are given in more than one language.
func SeveralLanguages(c *entities.Case) int {
	n := 0
	c.EachText(func(t entities.Text) {
		if len(t) > 1 {
			n++
		}
	})
	return n
}

func SortedTags(t entities.Text) []string { return slices.Sorted(maps.Keys(t)) }
