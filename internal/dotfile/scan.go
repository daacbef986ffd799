package dotfile

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"example.org/graphgen/internal/problem"
)

// class is what a token is to the grammar: a sign stands for itself.
type class byte

const (
	ending  class = 0   // of the file
	atom    class = 'a' // a name or a number
	quoted  class = 'q' // a string in quotes or angle brackets, which + may join
	keyword class = 'k'
	edgeOp  class = '-'
)

// token is a piece of the file.
type token struct {
	class class
	text  string // of a keyword in lower case, of an edge as it stands
	html  bool
	place problem.Place
}

// scanner takes a file apart.
type scanner struct {
	file   string
	data   []byte
	at     int // the next byte
	line   int // of the next byte, and its column, from 1
	column int
	names  int
}

// next returns the next token, behind white space and comments.
func (s *scanner) next() (token, *Error) {
	if err := s.pass(); err != nil {
		return token{}, err
	}
	t := token{place: s.place()}
	rest := s.data[s.at:]
	if len(rest) == 0 {
		return t, nil
	}
	switch c := rest[0]; {
	case c == 0:
		return t, s.failed("there is a NUL byte", "the file is not text; write it in UTF-8")
	case c == '"' || c == '<':
		return s.enclosed(t, rest)
	case isLetter(c):
		length := nameLength(rest)
		t.class, t.text = atom, string(rest[:length])
		if lower := strings.ToLower(t.text); isKeyword(lower) {
			t.class, t.text = keyword, lower
		}
		s.skip(length)
	case numberLength(rest) > 0:
		length := numberLength(rest)
		t.class, t.text = atom, string(rest[:length])
		s.skip(length)
	case bytes.HasPrefix(rest, []byte("->")) || bytes.HasPrefix(rest, []byte("--")):
		t.class, t.text = edgeOp, string(rest[:2])
		s.skip(2)
		return t, nil
	case strings.IndexByte("{}[];,:=+", c) >= 0:
		t.class, t.text = class(c), string(c)
		s.skip(1)
		return t, nil
	default:
		return t, s.failed(fmt.Sprintf("invalid token %q", c), "names with other than letters, digits and _ need quotation marks")
	}
	return t, s.count()
}

// count counts names and values.
func (s *scanner) count() *Error {
	if s.names++; s.names > maxNames {
		return s.failed(fmt.Sprintf("more than %d names and values", maxNames), forPeople)
	}
	return nil
}

// pass moves on behind white space and comments.
func (s *scanner) pass() *Error {
	for s.at < len(s.data) {
		rest := s.data[s.at:]
		switch c := rest[0]; {
		case c == ' ' || c == '\t' || c == '\r' || c == '\n':
			s.skip(1)
		case c == '#' || bytes.HasPrefix(rest, []byte("//")):
			if end := bytes.IndexByte(rest, '\n'); end >= 0 {
				s.skip(end)
			} else {
				s.skip(len(rest))
			}
		case bytes.HasPrefix(rest, []byte("/*")):
			end := bytes.Index(rest[2:], []byte("*/"))
			if end < 0 {
				return s.failed(`invalid token "/*"`, "a comment does not end")
			}
			s.skip(2 + end + 2)
		case bytes.HasPrefix(rest, []byte("\ufeff")):
			s.skip(3)
		default:
			return nil
		}
	}
	return nil
}

// enclosed takes a string in quotes or angle brackets.
func (s *scanner) enclosed(t token, rest []byte) (token, *Error) {
	length, hint := quotedLength(rest), "a quotation mark is missing"
	if rest[0] == '<' {
		length, hint = htmlLength(rest), "an angle bracket is missing"
	}
	if length == 0 {
		return t, s.failed(fmt.Sprintf("invalid token %q", rest[0]), hint)
	}
	t.class, t.html, t.text = quoted, rest[0] == '<', string(rest[1:length-1])
	if !t.html && strings.IndexByte(t.text, '\\') >= 0 {
		t.text = unquoted(t.text)
	}
	if i := bytes.IndexByte(rest[:length], 0); i >= 0 {
		s.skip(i)
		return t, s.failed("there is a NUL byte", "the file is not text; write it in UTF-8")
	}
	s.skip(length)
	return t, s.count()
}

// unquoted undoes \" and the breaks that continue a string in the next line.
func unquoted(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		rest := text[i:]
		switch {
		case strings.HasPrefix(rest, `\"`):
			b.WriteByte('"')
			i++
		case strings.HasPrefix(rest, `\\`):
			b.WriteString(`\\`)
			i++
		case strings.HasPrefix(rest, "\\\n"):
			i++
		case strings.HasPrefix(rest, "\\\r\n"):
			i += 2
		default:
			b.WriteByte(text[i])
		}
	}
	return b.String()
}

func (s *scanner) skip(length int) {
	passed := s.data[s.at : s.at+length]
	if n := bytes.Count(passed, []byte("\n")); n > 0 {
		s.line, s.column = s.line+n, 1
		passed = passed[bytes.LastIndexByte(passed, '\n')+1:]
	}
	s.column += utf8.RuneCount(passed)
	s.at += length
}

func (s *scanner) place() problem.Place {
	return problem.Place{File: s.file, Line: s.line, Column: s.column}
}

func (s *scanner) failed(message, hint string) *Error { return &Error{s.place(), message, hint} }

func isKeyword(lower string) bool {
	switch lower {
	case "node", "edge", "graph", "digraph", "subgraph", "strict":
		return true
	}
	return false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool {
	return c == '_' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf
}

func nameLength(rest []byte) int {
	for i, c := range rest {
		if !isLetter(c) && !isDigit(c) {
			return i
		}
	}
	return len(rest)
}

// numberLength is how many bytes a number takes; what stands behind it at once is another token.
func numberLength(rest []byte) int {
	i, digits := 0, 0
	if rest[0] == '-' {
		i++
	}
	for dot := false; i < len(rest); i++ {
		if rest[i] == '.' && !dot {
			dot = true
			continue
		}
		if !isDigit(rest[i]) {
			break
		}
		digits++
	}
	if digits == 0 {
		return 0
	}
	return i
}

// quotedLength is how many bytes a string takes with its quotes; 0 where it does not end.
func quotedLength(rest []byte) int {
	for i := 1; i < len(rest); i++ {
		switch rest[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return 0
}

func htmlLength(rest []byte) int {
	depth := 0
	for i, c := range rest {
		switch c {
		case '<':
			depth++
		case '>':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}
