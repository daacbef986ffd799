package places

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
)

// file is Places as they are written, with the place of each value.
type file struct {
	Version   *at[int]        `json:"version"`
	View      *at[string]     `json:"view"`
	Direction *at[string]     `json:"direction"`
	Ranks     *[][]at[string] `json:"ranks"`
}

// at is a value and the offset where it begins.
type at[T any] struct {
	value  T
	offset int64
}

func (a *at[T]) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	raw, err := dec.ReadValue()
	if err != nil {
		return err
	}
	a.offset = dec.InputOffset() - int64(len(raw))
	if raw.Kind() == 'n' {
		return errors.New("null is no value")
	}
	return json.Unmarshal(raw, &a.value)
}

// Read reads the places that a file holds for a view. It reports what is wrong with the file,
// all of severity Error, and then returns no places.
func Read(name string, data []byte, view string) (*Places, problem.List) {
	r := &reader{name: name, text: bytes.TrimPrefix(data, []byte("\ufeff"))}
	var f file
	if err := json.Unmarshal(r.text, &f, json.RejectUnknownMembers(true)); err != nil {
		r.explain(err)
		return nil, r.found
	}
	r.check(&f, view)
	if len(r.found) > 0 {
		r.found.Sort()
		return nil, r.found
	}
	p := &Places{View: view, Direction: entities.Direction(f.Direction.value)}
	for _, rank := range *f.Ranks {
		ids := make([]string, len(rank))
		for i, id := range rank {
			ids[i] = id.value
		}
		p.Ranks = append(p.Ranks, ids)
	}
	return p, nil
}

type reader struct {
	name  string
	text  []byte
	found problem.List
}

func (r *reader) report(offset int64, message, hint string) {
	before := r.text[:min(max(0, offset), int64(len(r.text)))]
	line := bytes.Count(before, []byte("\n")) + 1
	column := utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	r.found = append(r.found, problem.Problem{
		Slug: entities.BadPlaces, Severity: problem.Error, Place: problem.Place{File: r.name, Line: line, Column: column},
		Message: message, Hint: hint,
	})
}

// again is what to do about a file that cannot be mended by hand.
const again = "mend it, or remove it and build with --keep-places"

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
		r.report(r.begin(meaning.ByteOffset), fmt.Sprintf("unknown field %q", meaning.JSONPointer.LastToken()),
			"fields here are version, view, direction, ranks")
	case meaning != nil:
		r.report(r.begin(meaning.ByteOffset), fmt.Sprintf("%s is not what it should be", meaning.JSONPointer),
			"want a whole number for version, strings for view and direction, and a list of lists of ids for ranks")
	default:
		r.report(0, err.Error(), again)
	}
}

// begin is where the value or name begins that comes at or after an offset.
func (r *reader) begin(offset int64) int64 {
	rest := r.text[min(max(0, offset), int64(len(r.text))):]
	return offset + int64(len(rest)-len(bytes.TrimLeft(rest, " \t\r\n,:")))
}

// check reports what a file says that cannot be.
func (r *reader) check(f *file, view string) {
	for _, field := range []struct {
		name  string
		given bool
	}{{"version", f.Version != nil}, {"view", f.View != nil}, {"direction", f.Direction != nil}, {"ranks", f.Ranks != nil}} {
		if !field.given {
			r.report(0, fmt.Sprintf("missing field %q", field.name), again)
		}
	}
	if f.Version != nil && f.Version.value != Version {
		r.report(f.Version.offset, fmt.Sprintf("version %d; this graphgen reads version %d", f.Version.value, Version), again)
	}
	if f.View != nil && f.View.value != view {
		r.report(f.View.offset, fmt.Sprintf("the file is named for view %q and is of view %q", view, f.View.value),
			"give the file the name of its view")
	}
	directions := []string{string(entities.LeftRight), string(entities.RightLeft), string(entities.TopBottom), string(entities.BottomTop)}
	if f.Direction != nil && !slices.Contains(directions, f.Direction.value) {
		r.report(f.Direction.offset, fmt.Sprintf("unknown direction %q", f.Direction.value), "want one of "+strings.Join(directions, ", "))
	}
	if f.Ranks != nil {
		r.checkRanks(*f.Ranks)
	}
}

// checkRanks reports ids that stand twice: a node in all, what passes in one rank.
func (r *reader) checkRanks(ranks [][]at[string]) {
	nodes := map[string]bool{}
	for _, rank := range ranks {
		passing := map[string]bool{}
		for _, id := range rank {
			seen, where := nodes, "stands in two places"
			if strings.HasPrefix(id.value, Passing) {
				seen, where = passing, "passes a rank twice"
			}
			if seen[id.value] {
				r.report(id.offset, fmt.Sprintf("%q %s", id.value, where), "keep one of the two")
			}
			seen[id.value] = true
		}
	}
}
