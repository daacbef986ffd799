package dotfile

import (
	"cmp"
	"fmt"
	"maps"
	"strings"

	"gonum.org/v1/gonum/graph/formats/dot/ast"

	"example.org/graphgen/internal/problem"
)

// reader turns the grammar's tree into a graph, as Graphviz understands it: a default holds
// for what comes into being after it, in its subgraph and those within.
type reader struct {
	file   string
	tokens []token // those that are still to come
	graph  *Graph
	root   *scope
	nodes  map[string]int  // in the graph, by id
	keyed  map[edgeKey]int // in the graph: edges that a later statement may mean as well
	named  map[groupKey]*scope
	inside []map[string]bool // of each group, its nodes
}

type edgeKey struct{ from, to, key string }

type groupKey struct {
	parent int
	id     string
}

// scope is the graph or a subgraph while it is read.
type scope struct {
	group      int // in the graph's groups; -1 for the graph itself
	parent     *scope
	node, edge Attrs // defaults that are given here
}

func newReader(name string, tokens []token) *reader {
	return &reader{
		file: name, tokens: tokens, graph: &Graph{Attrs: Attrs{}},
		root:  &scope{group: -1, node: Attrs{}, edge: Attrs{}},
		nodes: map[string]int{}, keyed: map[edgeKey]int{}, named: map[groupKey]*scope{},
	}
}

// name takes a name, and returns where it stands.
func (r *reader) name(raw string) (string, problem.Place) {
	return valueOf(raw).Text, r.pass(raw)
}

// pass moves on behind the next token that reads so, which is the next one but where the
// scanner and the grammar differ.
func (r *reader) pass(raw string) problem.Place {
	for i, t := range r.tokens {
		if string(t.raw) == raw || i == 0 && unfolded.Replace(string(t.raw)) == raw {
			r.tokens = r.tokens[i+1:]
			return problem.Place{File: r.file, Line: t.line, Column: t.column}
		}
		if i == searched {
			break
		}
	}
	return problem.Place{File: r.file}
}

// unfolded is a string without the breaks that continue it in the next line.
var unfolded = strings.NewReplacer("\\\r\n", "", "\\\n", "")

// searched is how many tokens pass looks at: enough for the keywords between two names.
const searched = 32

// valueOf undoes how DOT quotes.
func valueOf(raw string) Value {
	switch {
	case len(raw) >= 2 && raw[0] == '"':
		return Value{Text: strings.ReplaceAll(raw[1:len(raw)-1], `\"`, `"`)}
	case len(raw) >= 2 && raw[0] == '<':
		return Value{Text: raw[1 : len(raw)-1], HTML: true}
	}
	return Value{Text: raw}
}

func (r *reader) statements(s *scope, list []ast.Stmt) error {
	for _, stmt := range list {
		var err error
		switch stmt := stmt.(type) {
		case *ast.NodeStmt:
			err = r.nodeStatement(s, stmt)
		case *ast.EdgeStmt:
			err = r.edgeStatement(s, stmt)
		case *ast.AttrStmt:
			r.attrStatement(s, stmt)
		case *ast.Attr:
			r.attrs(r.attrsOf(s), []*ast.Attr{stmt})
		case *ast.Subgraph:
			_, err = r.subgraph(s, stmt)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// attrsOf are the attributes of the graph or subgraph itself.
func (r *reader) attrsOf(s *scope) Attrs {
	if s.group < 0 {
		return r.graph.Attrs
	}
	return r.graph.Groups[s.group].Attrs
}

func (r *reader) attrStatement(s *scope, stmt *ast.AttrStmt) {
	switch stmt.Kind {
	case ast.NodeKind:
		r.attrs(s.node, stmt.Attrs)
	case ast.EdgeKind:
		r.attrs(s.edge, stmt.Attrs)
	default:
		r.attrs(r.attrsOf(s), stmt.Attrs)
	}
}

func (r *reader) attrs(into Attrs, list []*ast.Attr) {
	for _, a := range list {
		key, _ := r.name(a.Key)
		into[key] = valueOf(a.Val)
		r.pass(a.Val)
	}
}

// defaults returns what holds in a scope, one of its two kinds of defaults.
func (s *scope) defaults(kind func(*scope) Attrs) Attrs {
	held := Attrs{}
	if s.parent != nil {
		held = s.parent.defaults(kind)
	}
	for key, v := range kind(s) {
		held[key] = v
	}
	return held
}

func (r *reader) nodeStatement(s *scope, stmt *ast.NodeStmt) error {
	id, _, place, err := r.node(s, stmt.Node)
	if err != nil {
		return err
	}
	n := &r.graph.Nodes[r.nodes[id]]
	if !n.Stated {
		n.Stated, n.Place = true, place
	}
	own := Attrs{}
	r.attrs(own, stmt.Attrs)
	for name, v := range own {
		n.Attrs[name], n.Own[name] = v, v
	}
	return nil
}

// node returns the id and port of a node that is named, which comes into being where it is new.
func (r *reader) node(s *scope, n *ast.Node) (id, port string, place problem.Place, err error) {
	id, place = r.name(n.ID)
	if n.Port != nil {
		port = r.port(n.Port)
	}
	if _, known := r.nodes[id]; !known {
		if len(r.graph.Nodes) == maxNodes {
			return "", "", place, &Error{place, fmt.Sprintf("more than %d nodes", maxNodes), forPeople}
		}
		r.nodes[id] = len(r.graph.Nodes)
		r.graph.Nodes = append(r.graph.Nodes, Node{ID: id, Attrs: s.defaults(func(s *scope) Attrs { return s.node }), Own: Attrs{}, Place: place})
	}
	for ; s.group >= 0; s = s.parent {
		if r.inside[s.group][id] {
			break
		}
		r.inside[s.group][id] = true
		r.graph.Groups[s.group].Nodes = append(r.graph.Groups[s.group].Nodes, id)
	}
	return id, port, place, nil
}

// port returns a port without its first colon.
func (r *reader) port(p *ast.Port) string {
	compass := ""
	if p.CompassPoint != ast.CompassPointNone {
		compass = p.CompassPoint.String()
	}
	if p.ID == "" {
		r.pass(compass)
		return compass
	}
	name, _ := r.name(p.ID)
	if compass == "" {
		return name
	}
	r.pass(compass)
	return name + ":" + compass
}

// subgraph reads a subgraph and returns where it stands in the graph's groups. What is named
// like an earlier one in the same surroundings is that one.
func (r *reader) subgraph(s *scope, stmt *ast.Subgraph) (int, error) {
	id, place := "", problem.Place{File: r.file}
	if stmt.ID != "" {
		r.pass("subgraph")
		id, place = r.name(stmt.ID)
	}
	key := groupKey{s.group, id}
	inner := r.named[key]
	if id == "" || inner == nil {
		inner = &scope{group: len(r.graph.Groups), parent: s, node: Attrs{}, edge: Attrs{}}
		r.graph.Groups = append(r.graph.Groups, Group{ID: id, Parent: s.group, Attrs: Attrs{}, Place: place})
		r.inside = append(r.inside, map[string]bool{})
		if id != "" {
			r.named[key] = inner
		}
	}
	return inner.group, r.statements(inner, stmt.Stmts)
}

// ending is one end of an edge statement: a node, or all that a subgraph holds.
type ending struct {
	id, port string
	place    problem.Place
}

func (r *reader) edgeStatement(s *scope, stmt *ast.EdgeStmt) error {
	var ends [][]ending
	from, err := r.vertex(s, stmt.From)
	if err != nil {
		return err
	}
	ends = append(ends, from)
	for e := stmt.To; e != nil; e = e.To {
		to, err := r.vertex(s, e.Vertex)
		if err != nil {
			return err
		}
		ends = append(ends, to)
	}
	own := Attrs{}
	r.attrs(own, stmt.Attrs)
	for i := range len(ends) - 1 {
		for _, from := range ends[i] {
			for _, to := range ends[i+1] {
				if err := r.edge(s, from, to, own); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (r *reader) vertex(s *scope, v ast.Vertex) ([]ending, error) {
	switch v := v.(type) {
	case *ast.Node:
		id, port, place, err := r.node(s, v)
		return []ending{{id, port, place}}, err
	case *ast.Subgraph:
		group, err := r.subgraph(s, v)
		if err != nil {
			return nil, err
		}
		var all []ending
		for _, id := range r.graph.Groups[group].Nodes {
			all = append(all, ending{id: id, place: r.graph.Nodes[r.nodes[id]].Place})
		}
		return all, nil
	}
	return nil, nil
}

// edge adds an edge, or, where the graph holds but one such, its attributes.
func (r *reader) edge(s *scope, from, to ending, own Attrs) error {
	key := edgeKey{from.id, to.id, own["key"].Text}
	if !r.graph.Directed && key.from > key.to {
		key.from, key.to = key.to, key.from
	}
	if at, known := r.keyed[key]; known && (r.graph.Strict || key.key != "") {
		e := &r.graph.Edges[at]
		e.Own = maps.Clone(e.Own)
		for name, v := range own {
			e.Attrs[name], e.Own[name] = v, v
		}
		return nil
	}
	if len(r.graph.Edges) == 2*maxNodes {
		return &Error{from.place, fmt.Sprintf("more than %d edges", 2*maxNodes), forPeople}
	}
	attrs := s.defaults(func(s *scope) Attrs { return s.edge })
	for name, v := range own {
		attrs[name] = v
	}
	r.keyed[key] = len(r.graph.Edges)
	r.graph.Edges = append(r.graph.Edges, Edge{From: from.id, To: to.id, FromPort: from.port, ToPort: to.port, Attrs: attrs, Own: own, Place: cmp.Or(from.place, to.place)})
	return nil
}
