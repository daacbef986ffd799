package edits

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/viewfile"
)

// file is Overrides as they are written, with the place of what problems may be about.
type file struct {
	viewfile.Head
	Edits *[]viewfile.At[edit]    `json:"edits"`
	Ranks []viewfile.At[[]string] `json:"ranks"`
}

type edit struct {
	Node    *string           `json:"node"`
	Line    *string           `json:"line"`
	Added   *added            `json:"added"`
	Removed map[string]string `json:"removed"`
	Label   inTongues         `json:"label"`
	Below   inTongues         `json:"below"`
	Color   *change           `json:"color"`
	Fill    *change           `json:"fillcolor"`
	Font    *change           `json:"fontcolor"`
	Shape   *change           `json:"shape"`
	Pos     []float64         `json:"pos"`
}

type added struct {
	From string `json:"from"`
	To   string `json:"to"`
	Type string `json:"type"`
}

type change struct {
	Was *string `json:"was"`
	Is  *string `json:"is"`
}

// inTongues are changes of words, by language.
type inTongues map[string]change

// again is the hint for a file that is hard to mend.
const again = "mend it, or remove it: the view is then drawn as the case has it"

// Read reads the edits that a file holds for a view. It reports what is wrong with the file,
// all of severity Error, and then returns no overrides.
func Read(name string, data []byte, view string) (*Overrides, problem.List) {
	r := &reader{seen: map[Thing]bool{}, Reader: viewfile.Reader{
		File: name, Text: data, Slug: BadFile, Again: again,
		Names: "fields here are version, view, edits and ranks; of an edit node or line, added, removed, " + strings.Join(Names(), ", ") + " and pos",
	}}
	var f file
	if !r.Decode(&f) {
		return nil, r.Found
	}
	r.Check(f.Head, Version, view)
	overrides := &Overrides{View: view}
	if f.Edits == nil {
		r.Missing("edits")
	} else {
		for _, e := range *f.Edits {
			overrides.Edits = append(overrides.Edits, r.edit(e))
		}
	}
	for _, group := range f.Ranks {
		if len(group.Value) < 2 {
			r.Report(group.Offset, "a rank of fewer than two nodes says nothing", "name the nodes that are to stand in one rank, or take it out")
		}
		overrides.Ranks = append(overrides.Ranks, group.Value)
	}
	if len(r.Found) > 0 {
		r.Found.Sort()
		return nil, r.Found
	}
	overrides.Tidy()
	return overrides, nil
}

type reader struct {
	viewfile.Reader
	seen map[Thing]bool
}

// edit turns one edit of a file into what it means, and reports what it cannot.
func (r *reader) edit(written viewfile.At[edit]) Edit {
	w := written.Value
	e := Edit{Offset: written.Offset}
	faults := len(r.Found)
	wrong := func(format string, args ...any) { r.Report(e.Offset, fmt.Sprintf(format, args...), again) }
	switch {
	case (w.Node == nil) == (w.Line == nil):
		wrong("an edit is of a node or of a line, one of the two")
	case w.Node != nil:
		e.ID = *w.Node
	default:
		e.Thing = Thing{true, *w.Line}
	}
	if e.ID == "" {
		wrong("an edit names nothing")
	}
	if r.seen[e.Thing] {
		wrong("%v is edited twice", e.Thing)
	}
	r.seen[e.Thing] = true
	if w.Added != nil {
		e.Added = &Added{Type: w.Added.Type, From: w.Added.From, To: w.Added.To}
		if e.Line == (w.Added.From == "" || w.Added.To == "") {
			wrong("%v: a line that is added has from and to, and a node neither", e.Thing)
		}
	}
	r.changes(&e, &w, wrong)
	if w.Removed != nil {
		for lang, was := range w.Removed {
			e.Removed = &Removal{lang, was}
		}
		if len(w.Removed) != 1 || e.Added != nil || len(e.Changes) > 0 || w.Pos != nil {
			wrong("%v: what is removed says what it was, and nothing else of it is edited", e.Thing)
		}
	}
	if w.Pos != nil {
		if e.Line || len(w.Pos) != 2 || math.Abs(w.Pos[0]) > Farthest || math.Abs(w.Pos[1]) > Farthest {
			wrong("%v: pos is of a node, and two numbers that are not too large", e.Thing)
		} else {
			e.Place = &Place{w.Pos[0], w.Pos[1]}
		}
	}
	if e.empty() && len(r.Found) == faults {
		wrong("%v: nothing of it is edited", e.Thing)
	}
	return e
}

// Farthest is how far from the corner something may stand, in points.
const Farthest = 1e5

// Longest is how long a text may be, in bytes.
const Longest = 2000

// hexColor is the only form of colours in files.
var hexColor = regexp.MustCompile(`^#[0-9a-f]{6}$`)

// nodesOnly are properties that lines do not have.
var nodesOnly = []string{Below, FillColor, Shape}

func (r *reader) changes(e *Edit, w *edit, wrong func(string, ...any)) {
	set := func(p Property, c change) {
		switch {
		case e.Line && slices.Contains(nodesOnly, p.Name):
			wrong("%v: a line has no %s", e.Thing, p.Name)
		case c.Is == nil || (c.Was == nil) != (e.Added != nil):
			wrong("%v: a change of %v says what it was and what it is; of what was added, only what it is", e.Thing, p)
		case inWords(p.Name) != (p.Lang != ""):
			wrong("%v: words are changed in a language", e.Thing)
		case !inWords(p.Name) && p.Name != Shape && !hexColor.MatchString(*c.Is):
			wrong("%v: %v is no colour; write it as #rrggbb", e.Thing, p)
		case len(*c.Is) > Longest || strings.ContainsFunc(*c.Is, unicode.IsControl):
			wrong("%v: %v is too long, or has control characters", e.Thing, p)
		case c.Was == nil:
			e.Set(p, Change{Is: *c.Is})
		case *c.Was == *c.Is:
			wrong("%v: %v is changed to what it was", e.Thing, p)
		default:
			e.Set(p, Change{*c.Was, *c.Is})
		}
	}
	for name, tongues := range map[string]inTongues{Label: w.Label, Below: w.Below} {
		for lang, c := range tongues {
			set(Property{name, lang}, c)
		}
	}
	for name, c := range map[string]*change{Color: w.Color, FillColor: w.Fill, FontColor: w.Font, Shape: w.Shape} {
		if c != nil {
			set(Property{Name: name}, *c)
		}
	}
}
