package jsontree

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// SyntaxError says where a text stops being JSON, and what to do about it.
type SyntaxError struct {
	Offset        int
	Message, Hint string
}

// explain turns what the JSON reader says into a problem with a place. Open are the nodes of
// the lists and objects that it is inside of.
func (d *Tree) explain(err error, from int, open []int32) *SyntaxError {
	var syntactic *jsontext.SyntacticError
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) || !errors.As(err, &syntactic) {
		return d.truncated(open)
	}
	at := min(from+int(syntactic.ByteOffset), len(d.text))
	message := "not JSON: " + strings.TrimPrefix(syntactic.Err.Error(), "jsontext: ")
	if errors.Is(err, jsontext.ErrNonStringName) {
		message = "not JSON: want the name of a field in double quotes"
	}
	return &SyntaxError{Offset: at, Message: message, Hint: d.advice(at)}
}

// truncated says which list or object, or else which value, has no end.
func (d *Tree) truncated(open []int32) *SyntaxError {
	e := &SyntaxError{Offset: len(d.text), Message: "the file ends too early"}
	if len(open) == 0 {
		return e
	}
	inner := &d.nodes[open[len(open)-1]]
	thing, bracket := "object", "}"
	if inner.kind == '[' {
		thing, bracket = "list", "]"
	}
	line := 1 + strings.Count(d.text[:inner.from], "\n")
	e.Hint = fmt.Sprintf("%q is missing for the %s that begins in line %d; is this the whole file?", bracket, thing, line)
	return e
}

// advice names the slips that people make in JSON.
func (d *Tree) advice(at int) string {
	rest := d.text[at:]
	before := strings.TrimRight(d.text[:at], Space)
	r, _ := utf8.DecodeRuneInString(rest)
	switch {
	case r == ',' && strings.HasSuffix(before, ","):
		return "remove one of the two commas"
	case r == ',':
		return "remove this comma"
	case strings.HasPrefix(rest, "//"), strings.HasPrefix(rest, "/*"), r == '#':
		return "JSON has no comments; a description field can hold the remark"
	case r == '\'', r == '“', r == '”', r == '„':
		return `use straight double quotes: "`
	case r == '\\':
		return `in a string a backslash is written \\`
	case r == '\n', r == '\r':
		return `is the closing quotation mark missing? A line break in a string is written \n`
	case unicode.IsLetter(r):
		return "names and texts go in double quotes"
	case r < ' ':
		return fmt.Sprintf(`in a string this character is written \u%04x; is it wanted?`, r)
	case strings.ContainsRune(`"{[`, r):
		return "is a comma missing before it?"
	}
	return ""
}
