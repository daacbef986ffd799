// Package viewfile reads JSON files that are kept beside a case of one of its views, and says where
// in them something is wrong. It must never know what they keep.
package viewfile

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"example.org/graphgen/internal/problem"
)

// At is a value of a file and an offset from which on it is the next. Null is no such value.
type At[T any] struct {
	Value  T
	Offset int64
}

// UnmarshalJSONFrom reads the value and where it stands.
func (a *At[T]) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	a.Offset = dec.InputOffset()
	if dec.PeekKind() == 'n' {
		return errors.New("null is no value")
	}
	return json.UnmarshalDecode(dec, &a.Value)
}

// Head is how a file begins that is kept of one view of a case.
type Head struct {
	Version *At[int]    `json:"version"`
	View    *At[string] `json:"view"`
}

// Reader reads one file and collects what is wrong with it, all of severity Error.
type Reader struct {
	File  string
	Text  []byte // with or without a byte order mark
	Slug  string // of what is wrong with such files
	Again string // what to do about one that cannot be mended by hand
	Form  string // what values such files want, for those that are otherwise; Again where empty
	Names string // what fields they have

	Found problem.List
}

// Decode reads the file, which has no fields but those of the value. It tells whether it could.
func (r *Reader) Decode(into any) bool {
	r.Text = bytes.TrimPrefix(r.Text, []byte("\ufeff"))
	err := json.Unmarshal(r.Text, into, json.RejectUnknownMembers(true))
	if err != nil {
		r.explain(err)
	}
	return err == nil
}

// mostFound is how many faults of a file are told: to place each, the file is gone through.
const mostFound = 100

// Report adds what is wrong with the value or name that comes at or after an offset. Beyond very
// many it says only that there are more.
func (r *Reader) Report(offset int64, message, hint string) {
	switch {
	case len(r.Found) > mostFound:
		return
	case len(r.Found) == mostFound:
		message, hint = "and more is wrong from here on", "mend those above and check again"
	}
	r.Found = append(r.Found, problem.Problem{
		Slug: r.Slug, Severity: problem.Error, Place: PlaceIn(r.File, r.Text, offset), Message: message, Hint: hint,
	})
}

// Missing reports a field that the file lacks.
func (r *Reader) Missing(name string) {
	r.Found = append(r.Found, problem.Problem{
		Slug: r.Slug, Severity: problem.Error, Place: problem.Place{File: r.File, Line: 1, Column: 1},
		Message: fmt.Sprintf("missing field %q", name), Hint: r.Again,
	})
}

// Check reports a head that lacks something, or is of another version or view.
func (r *Reader) Check(h Head, version int, view string) {
	switch {
	case h.Version == nil:
		r.Missing("version")
	case h.Version.Value != version:
		r.Report(h.Version.Offset, fmt.Sprintf("version %d; this graphgen reads version %d", h.Version.Value, version), r.Again)
	}
	switch {
	case h.View == nil:
		r.Missing("view")
	case h.View.Value != view:
		r.Report(h.View.Offset, fmt.Sprintf("the file is named for view %q and is of view %q", view, h.View.Value), "give the file the name of its view")
	}
}

// PlaceIn is where in a file the value or name begins that comes at or after an offset of it.
func PlaceIn(file string, text []byte, offset int64) problem.Place {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	offset = min(max(0, offset), int64(len(text)))
	rest := text[offset:]
	before := text[:offset+int64(len(rest)-len(bytes.TrimLeft(rest, " \t\r\n,:")))]
	return problem.Place{
		File: file, Line: bytes.Count(before, []byte("\n")) + 1,
		Column: utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1,
	}
}

// explain reports why the file could not be read.
func (r *Reader) explain(err error) {
	var syntax *jsontext.SyntacticError
	var meaning *json.SemanticError
	switch {
	case errors.As(err, &syntax):
		message := "this is not JSON: " + syntax.Err.Error()
		if errors.Is(err, jsontext.ErrDuplicateName) {
			message = fmt.Sprintf("field %q is given twice", syntax.JSONPointer.LastToken())
		}
		r.Report(syntax.ByteOffset, message, r.Again)
	case errors.As(err, &meaning) && errors.Is(err, json.ErrUnknownName):
		r.Report(meaning.ByteOffset, fmt.Sprintf("unknown field %q", meaning.JSONPointer.LastToken()), r.Names)
	case meaning != nil:
		where := cmp.Or(string(meaning.JSONPointer), "the file")
		r.Report(meaning.ByteOffset, where+" is not what it should be", cmp.Or(r.Form, r.Again))
	default:
		r.Report(0, err.Error(), r.Again)
	}
}
