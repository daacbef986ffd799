package dotfile

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"example.org/graphgen/internal/problem"
)

// Read reads a file that holds one graph, small enough to take its attributes node by node. The name is for places alone. An error is an *Error.
func Read(name string, data []byte) (*Graph, error) {
	graphs, err := ReadAll(name, data)
	if err != nil {
		return nil, err
	}
	if len(graphs) > 1 {
		return nil, &Error{graphs[1].Place, fmt.Sprintf("the file holds %d graphs", len(graphs)), "leave one of them in it"}
	}
	held := 0
	for i := range graphs[0].Nodes {
		held += graphs[0].Nodes[i].Attrs.Size()
	}
	for i := range graphs[0].Edges {
		held += graphs[0].Edges[i].Attrs.Size()
	}
	if held > maxHeld {
		return nil, &Error{graphs[0].Place, fmt.Sprintf("more than %d attributes hold for the nodes and edges", maxHeld), forPeople}
	}
	return graphs[0], nil
}

// ReadAll reads a file with one graph or more. An error is an *Error.
func ReadAll(name string, data []byte) ([]*Graph, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch {
	case len(data) > MaxBytes:
		return nil, &Error{problem.Place{File: name}, fmt.Sprintf("the file is larger than %d MB", MaxBytes>>20), forPeople}
	case len(bytes.TrimSpace(data)) == 0:
		return nil, &Error{problem.Place{File: name}, "the file is empty", "a graph begins with graph { or digraph {"}
	}
	latin1 := !utf8.Valid(data)
	if latin1 {
		// Graphviz takes for Latin-1 what is no UTF-8, whether the graph says charset=latin1 or
		// not. What programs of Windows write has letters where Latin-1 has control characters.
		data, _ = charmap.Windows1252.NewDecoder().Bytes(data)
	}
	p := &parser{scanner: scanner{file: name, data: data, line: 1, column: 1}}
	if err := p.advance(); err != nil {
		return nil, err
	}
	for len(p.graphs) == 0 || p.now.class != ending {
		if err := p.graph(); err != nil {
			return nil, err
		}
	}
	for _, g := range p.graphs {
		g.Latin1 = latin1
	}
	return p.graphs, nil
}
