package edits

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"example.org/graphgen/internal/problem"
)

// file is a Layer as it is written, with the place of what problems may be about.
type file struct {
	Version *at[int]       `json:"version"`
	View    *at[string]    `json:"view"`
	Edits   *[]at[edit]    `json:"edits"`
	Ranks   []at[[]string] `json:"ranks"`
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

// inTongues are changes of words by the language.
type inTongues map[string]change

// at is a value and an offset from which on it is the next.
type at[T any] struct {
	value  T
	offset int64
}

func (a *at[T]) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	a.offset = dec.InputOffset()
	if dec.PeekKind() == 'n' {
		return errors.New("null is no value")
	}
	return json.UnmarshalDecode(dec, &a.value)
}

// Read reads the edits that a file holds for a view. It reports what is wrong with the file,
// all of severity Error, and then returns no layer.
func Read(name string, data []byte, view string) (*Layer, problem.List) {
	r := &reader{name: name, text: bytes.TrimPrefix(data, []byte("\ufeff")), seen: map[Thing]bool{}}
	var f file
	if err := json.Unmarshal(r.text, &f, json.RejectUnknownMembers(true)); err != nil {
		r.explain(err)
		return nil, r.found
	}
	r.check(&f, view)
	layer := &Layer{View: view}
	if f.Edits != nil {
		for _, e := range *f.Edits {
			layer.Edits = append(layer.Edits, r.edit(e))
		}
	}
	for _, group := range f.Ranks {
		if len(group.value) < 2 {
			r.report(r.begin(group.offset), "a rank of fewer than two nodes says nothing", "name the nodes that are to stand in one rank, or take it out")
		}
		layer.Ranks = append(layer.Ranks, group.value)
	}
	if len(r.found) > 0 {
		r.found.Sort()
		return nil, r.found
	}
	layer.Tidy()
	return layer, nil
}

type reader struct {
	name  string
	text  []byte
	seen  map[Thing]bool
	found problem.List
}

func (r *reader) report(offset int64, message, hint string) {
	r.found = append(r.found, problem.Problem{
		Slug: BadFile, Severity: problem.Error, Place: PlaceIn(r.name, r.text, offset), Message: message, Hint: hint,
	})
}

// PlaceIn is where the byte at an offset of a file stands.
func PlaceIn(name string, text []byte, offset int64) problem.Place {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	before := text[:min(max(0, offset), int64(len(text)))]
	return problem.Place{
		File: name, Line: bytes.Count(before, []byte("\n")) + 1,
		Column: utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1,
	}
}

// again is what to do about a file that cannot be mended by hand.
const again = "mend it, or remove it: the view is then drawn as the case has it"

// explain reports why the file could not be read.
func (r *reader) explain(err error) {
	var syntax *jsontext.SyntacticError
	var meaning *json.SemanticError
	switch {
	case errors.As(err, &syntax):
		message := "this is not JSON: " + syntax.Err.Error()
		if errors.Is(err, jsontext.ErrDuplicateName) {
			message = fmt.Sprintf("field %q is given twice", syntax.JSONPointer.LastToken())
		}
		r.report(r.begin(syntax.ByteOffset), message, again)
	case errors.As(err, &meaning) && errors.Is(err, json.ErrUnknownName):
		r.report(r.begin(meaning.ByteOffset), fmt.Sprintf("unknown field in %s", pointed(meaning)),
			"fields here are version, view, edits and ranks; of an edit node or line, added, removed, "+strings.Join(Names(), ", ")+" and pos")
	case meaning != nil:
		r.report(r.begin(meaning.ByteOffset), fmt.Sprintf("%s is not what it should be", pointed(meaning)), again)
	default:
		r.report(0, err.Error(), again)
	}
}

func pointed(err *json.SemanticError) string {
	if err.JSONPointer == "" {
		return "the file"
	}
	return string(err.JSONPointer)
}

// begin is where the value or name begins that comes at or after an offset.
func (r *reader) begin(offset int64) int64 {
	rest := r.text[min(max(0, offset), int64(len(r.text))):]
	return offset + int64(len(rest)-len(bytes.TrimLeft(rest, " \t\r\n,:")))
}

// check reports what a file says of itself that cannot be.
func (r *reader) check(f *file, view string) {
	for _, field := range []struct {
		name  string
		given bool
	}{{"version", f.Version != nil}, {"view", f.View != nil}, {"edits", f.Edits != nil}} {
		if !field.given {
			r.report(0, fmt.Sprintf("missing field %q", field.name), again)
		}
	}
	if f.Version != nil && f.Version.value != Version {
		r.report(r.begin(f.Version.offset), fmt.Sprintf("version %d; this graphgen reads version %d", f.Version.value, Version), again)
	}
	if f.View != nil && f.View.value != view {
		r.report(r.begin(f.View.offset), fmt.Sprintf("the file is named for view %q and is of view %q", view, f.View.value),
			"give the file the name of its view")
	}
}

// edit turns one edit of a file into what it means, and reports what it cannot.
func (r *reader) edit(written at[edit]) Edit {
	w := written.value
	e := Edit{Offset: r.begin(written.offset)}
	faults := len(r.found)
	wrong := func(format string, args ...any) { r.report(e.Offset, fmt.Sprintf(format, args...), again) }
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
		if e.Line || len(w.Pos) != 2 || math.Abs(w.Pos[0]) > farthest || math.Abs(w.Pos[1]) > farthest {
			wrong("%v: pos is of a node, and two numbers that are not too large", e.Thing)
		} else {
			e.Place = &Place{w.Pos[0], w.Pos[1]}
		}
	}
	if e.empty() && len(r.found) == faults {
		wrong("%v: nothing of it is edited", e.Thing)
	}
	return e
}

// farthest is how far from the corner something may stand, in points.
const farthest = 1e5

// Longest is how long a text may be, in bytes.
const Longest = 2000

// hexColor is the one way in which files have colours.
var hexColor = regexp.MustCompile(`^#[0-9a-f]{6}$`)

// nodesOnly are what a line has not.
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
