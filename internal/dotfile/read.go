package dotfile

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gonum.org/v1/gonum/graph/formats/dot"

	"example.org/graphgen/internal/problem"
)

// Read reads a file that holds one graph. The name is for places alone. An error is an *Error.
func Read(name string, data []byte) (*Graph, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if err := expectText(name, data); err != nil {
		return nil, err
	}
	scanned, failed := scan(name, data)
	if failed != nil {
		return nil, failed
	}
	// The grammar wants a line break after a comment, at the end of the file too.
	file, err := dot.ParseBytes(append(bytes.Clone(data), '\n'))
	if err != nil {
		return nil, explain(name, scanned.place(), err)
	}
	if n := len(file.Graphs); n != 1 {
		at := problem.Place{File: name}
		if len(scanned.graphs) > 1 {
			at = scanned.graphs[1]
		}
		return nil, &Error{at, fmt.Sprintf("the file holds %d graphs", n), "leave one of them in it"}
	}
	r := newReader(name, scanned.tokens)
	r.graph.Strict, r.graph.Directed = file.Graphs[0].Strict, file.Graphs[0].Directed
	if file.Graphs[0].ID != "" {
		r.graph.ID, _ = r.name(file.Graphs[0].ID)
	}
	if err := r.statements(r.root, file.Graphs[0].Stmts); err != nil {
		return nil, err
	}
	return r.graph, nil
}

// expectText refuses what no graph is, so that no time goes into it.
func expectText(name string, data []byte) error {
	switch {
	case len(data) > MaxBytes:
		return &Error{problem.Place{File: name}, fmt.Sprintf("the file is larger than %d MB", MaxBytes>>20), forPeople}
	case len(bytes.TrimSpace(data)) == 0:
		return &Error{problem.Place{File: name}, "the file is empty", "it should begin with digraph"}
	case !utf8.Valid(data):
		s := &scanner{file: name, data: data, line: 1, column: 1}
		s.skip(validLength(data))
		return s.failed("this is not UTF-8 text", "save the file in UTF-8")
	}
	return nil
}

func validLength(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(data)
}

// grammarError is what the grammar says: line:col: error: message.
var grammarError = regexp.MustCompile(`(?s)^(\d+):(\d+): error: (.*)$`)

func explain(name string, end problem.Place, err error) error {
	parts := grammarError.FindStringSubmatch(err.Error())
	if parts == nil {
		return &Error{problem.Place{File: name}, err.Error(), ""}
	}
	line, _ := strconv.Atoi(parts[1])
	column, _ := strconv.Atoi(parts[2])
	e := &Error{problem.Place{File: name, Line: line, Column: column}, problem.Printable(shortened(parts[3])), ""}
	switch {
	case strings.HasSuffix(e.Message, `token "+"`):
		e.Hint = "write strings that are joined with + as one"
	case strings.HasSuffix(e.Message, `got: end-of-file`):
		e.Place, e.Hint = end, "the file breaks off; is it whole?"
	case strings.Contains(e.Message, `invalid token "\"`):
		e.Hint = "a quotation mark is missing"
	case strings.Contains(e.Message, `invalid token "/*`):
		e.Hint = "a comment does not end"
	case strings.HasPrefix(e.Message, `expected "="`):
		e.Hint = "give the attribute a value, as in bold=true"
	case strings.HasSuffix(e.Message, `got: ";"`):
		e.Hint = "leave out one of two semicolons"
	}
	return e
}

// shortened cuts the text of a file that a message quotes.
func shortened(message string) string {
	message = strings.ReplaceAll(message, "graphx", "graph")
	const most = 200
	if utf8.RuneCountInString(message) <= most {
		return message
	}
	return string([]rune(message)[:most]) + "…"
}
