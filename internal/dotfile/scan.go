package dotfile

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"example.org/graphgen/internal/problem"
)

// Limits on a file. Graphs for people to look at come nowhere near them.
const (
	MaxBytes = 16 << 20
	maxNames = 1_000_000
	maxDepth = 200     // of nested subgraphs
	maxChain = 10_000  // edges of one statement
	maxNodes = 200_000 // and twice as many edges
)

// forPeople is what to do about a file beyond the limits.
const forPeople = "graphgen reads graphs that people can look at"

// token is a name, number or string of the file, as the grammar will have it.
type token struct {
	raw          []byte
	line, column int
}

// scanner goes over a file before the grammar does. The grammar's tree has no places, so it
// collects the names in their order, which is that of the tree; and it holds the file to the
// limits, since the grammar knows none. It judges nothing else: what it takes for one name and
// the grammar for two is lost for places alone.
type scanner struct {
	file   string
	data   []byte
	at     int // the next byte
	line   int // of the next byte, and its column, from 1
	column int
	chains []int // edges of the statement so far: of the one in the graph, in its subgraph, and so on
	named  bool  // whether the last thing was a name
	tokens []token
	graphs []problem.Place // where the body of each graph begins
}

// scan goes over a file to its end.
func scan(file string, data []byte) (*scanner, *Error) {
	s := &scanner{file: file, data: data, line: 1, column: 1, chains: []int{0}}
	for s.at < len(s.data) {
		if err := s.step(); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func (s *scanner) step() *Error {
	rest := s.data[s.at:]
	switch c := rest[0]; {
	case c == 0:
		return s.failed("there is a NUL byte", "the file is not text; write it in UTF-8")
	case bytes.HasPrefix(rest, []byte("//")), c == '#':
		s.skip(through(rest, "\n"))
	case bytes.HasPrefix(rest, []byte("/*")):
		s.skip(through(rest, "*/"))
	case c == '"':
		return s.take(quotedLength(rest))
	case c == '<':
		return s.take(htmlLength(rest))
	case isNameByte(c) || c == '-' && len(rest) > 1 && (isNameByte(rest[1])):
		return s.take(1 + nameLength(rest[1:]))
	default:
		return s.punctuation(rest)
	}
	return nil
}

// punctuation counts what nests and what is chained.
func (s *scanner) punctuation(rest []byte) *Error {
	last := len(s.chains) - 1
	switch rest[0] {
	case ' ', '\t', '\r', '\n':
		s.skip(1)
		return nil
	case '{':
		if last == 0 {
			s.graphs = append(s.graphs, s.place())
		}
		if s.chains = append(s.chains, 0); len(s.chains) > maxDepth {
			return s.failed(fmt.Sprintf("subgraphs are nested more than %d deep", maxDepth), forPeople)
		}
	case '}':
		s.chains = s.chains[:max(1, last)]
	case ';', '[':
		s.chains[last] = 0
	case '-':
		if s.chains[last]++; s.chains[last] > maxChain {
			return s.failed(fmt.Sprintf("one statement chains more than %d edges", maxChain), "write one edge a line")
		}
		s.skip(1) // of two
	}
	s.named = false
	s.skip(1)
	return nil
}

// take notes the next bytes as a name. A name behind another begins a statement.
func (s *scanner) take(length int) *Error {
	if len(s.tokens) == maxNames {
		return s.failed(fmt.Sprintf("more than %d names and values", maxNames), forPeople)
	}
	if s.named {
		s.chains[len(s.chains)-1] = 0
	}
	s.named = true
	s.tokens = append(s.tokens, token{s.data[s.at : s.at+length], s.line, s.column})
	s.skip(length)
	return nil
}

func (s *scanner) skip(length int) {
	length = min(length, len(s.data)-s.at)
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

func isNameByte(c byte) bool {
	return c == '_' || c == '.' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf
}

func nameLength(rest []byte) int {
	for i, c := range rest {
		if !isNameByte(c) {
			return i
		}
	}
	return len(rest)
}

// through is how many bytes there are to the end of what ends a comment, which two begin.
func through(rest []byte, end string) int {
	begin := min(2, len(rest))
	if rest[0] == '#' {
		begin = 1
	}
	if i := bytes.Index(rest[begin:], []byte(end)); i >= 0 {
		return begin + i + len(end)
	}
	return len(rest)
}

func quotedLength(rest []byte) int {
	for i := 1; i < len(rest); i++ {
		switch rest[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(rest)
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
	return len(rest)
}
