package problem

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
)

// Colours of a terminal (ECMA-48, select graphic rendition).
const (
	plain  = "\x1b[0m"
	bold   = "\x1b[1m"
	faint  = "\x1b[2m"
	red    = "\x1b[1;31m"
	yellow = "\x1b[1;33m"
	blue   = "\x1b[1;34m"
)

// WriteText writes a problem a line as compilers do, for people and editors:
//
//	file:line:col: severity: message [slug]
//	    hint
//
// Colour is added only where asked for, and never carries meaning of its own. Characters
// that could act on a terminal are written as escapes.
func WriteText(w io.Writer, l List, colour bool) error {
	paint := func(code, s string) string {
		if !colour {
			return s
		}
		return code + s + plain
	}
	out := bufio.NewWriter(w)
	for i, p := range l {
		fmt.Fprintf(out, "%s: %s: %s %s\n", paint(bold, Printable(p.Place.String())),
			paint(severityColour(p.Severity), p.Severity.String()), Printable(p.Message), paint(faint, "["+Printable(p.Slug)+"]"))
		if p.Hint != "" && !(i > 0 && l[i-1].Slug == p.Slug && l[i-1].Hint == p.Hint) {
			fmt.Fprintf(out, "    %s\n", Printable(p.Hint))
		}
	}
	return out.Flush()
}

func severityColour(s Severity) string {
	switch s {
	case Error:
		return red
	case Warning:
		return yellow
	}
	return blue
}

// Grouped returns the problems by kind: what is worse before the rest, then each rule's together, in
// the order of the first place of each, so that people read each hint once.
func (l List) Grouped() List {
	first := map[string]int{}
	for i, p := range l {
		if _, met := first[p.Slug]; !met {
			first[p.Slug] = i
		}
	}
	grouped := slices.Clone(l)
	slices.SortStableFunc(grouped, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(b.Severity, a.Severity), cmp.Compare(first[a.Slug], first[b.Slug]))
	})
	return grouped
}

// Kinds returns every error, and of other problems the first of each rule, with how many more there
// are like it.
func (l List) Kinds() List {
	var kinds List
	more := map[string]int{}
	at := map[string]int{}
	for _, p := range l.Grouped() {
		if _, met := at[p.Slug]; met && p.Severity < Error {
			more[p.Slug]++
			continue
		}
		at[p.Slug] = len(kinds)
		kinds = append(kinds, p)
	}
	for slug, n := range more {
		kinds[at[slug]].Message += fmt.Sprintf("; and %d more like it", n)
	}
	return kinds
}

// Summary counts the problems in words: "2 errors, 1 warning". It is "no problems" for an
// empty list.
func (l List) Summary() string {
	var parts []string
	for s := Error; s >= Note; s-- {
		if n := l.Count(s); n > 0 {
			parts = append(parts, Counted(n, s.String()))
		}
	}
	if len(parts) == 0 {
		return "no problems"
	}
	return strings.Join(parts, ", ")
}

// Counted puts a number before an English noun: "1 quote", "2 quotes"; an odd plural is given.
func Counted(n int, noun string, plural ...string) string {
	switch {
	case n == 1:
		return "1 " + noun
	case len(plural) > 0:
		return fmt.Sprintf("%d %s", n, plural[0])
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// Printable returns the text with control characters, line breaks and characters that turn
// the direction of text written as escapes such as \u{1b}: a case file may hold anything,
// and what is printed must not act on the terminal or show another order than it has.
func Printable(text string) string {
	if strings.IndexFunc(text, acts) < 0 {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if acts(r) {
			fmt.Fprintf(&b, `\u{%x}`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func acts(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
}
