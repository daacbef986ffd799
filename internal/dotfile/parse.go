package dotfile

import (
	"fmt"

	"example.org/graphgen/internal/problem"
)

// parser goes through a file by the grammar, a method a rule of it, and builds its graphs.
type parser struct {
	scanner
	now    token // the next one that no rule has taken
	depth  int
	graphs []*Graph
	*builder
}

// advance moves on to the next token.
func (p *parser) advance() *Error {
	var err *Error
	p.now, err = p.next()
	return err
}

// accept moves on behind a token of a class, if it is the next.
func (p *parser) accept(c class) (bool, *Error) {
	if p.now.class != c {
		return false, nil
	}
	return true, p.advance()
}

func (p *parser) isKeyword(word string) bool { return p.now.class == keyword && p.now.text == word }

// expected is the error of a token that no rule wants.
func (p *parser) expected(what string) *Error {
	found, hint := fmt.Sprintf("%q", cutToken(p.now.text)), ""
	switch {
	case p.now.class == ending:
		found, hint = "end-of-file", "the file breaks off; is it whole?"
	case p.now.class == keyword:
		hint = "to name something " + p.now.text + ", write it in quotation marks"
	}
	return &Error{p.now.place, problem.Printable("expected " + what + ", got " + found), hint}
}

// cutToken is a token as a message quotes it.
func cutToken(text string) string {
	const most = 60
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// graph: ["strict"] ("graph" | "digraph") [ID] body
func (p *parser) graph() *Error {
	g := &Graph{Attrs: Attrs{}, Strict: p.isKeyword("strict")}
	if g.Strict {
		if err := p.advance(); err != nil {
			return err
		}
	}
	if g.Directed = p.isKeyword("digraph"); !g.Directed && !p.isKeyword("graph") {
		return p.expected("one of strict, graph or digraph")
	}
	if err := p.advance(); err != nil {
		return err
	}
	if p.isName() {
		id, _, err := p.name()
		if err != nil {
			return err
		}
		g.ID = id.Text
	}
	g.Place = p.now.place
	p.builder = newBuilder(g)
	p.graphs = append(p.graphs, g)
	return p.body(p.root)
}

// body: "{" { statement [";"] } "}"
func (p *parser) body(s *scope) *Error {
	if p.now.class != '{' {
		return p.expected(`"{"`)
	}
	if p.depth++; p.depth > maxDepth {
		return &Error{p.now.place, fmt.Sprintf("subgraphs are nested more than %d deep", maxDepth), forPeople}
	}
	if err := p.advance(); err != nil {
		return err
	}
	for p.now.class != '}' {
		if err := p.statement(s); err != nil {
			return err
		}
	}
	p.depth--
	return p.advance()
}

func (p *parser) statement(s *scope) *Error {
	p.clock++
	switch {
	case p.now.class == ';':
		return p.advance()
	case p.isKeyword("graph"):
		return p.defaults(s, OfGraph)
	case p.isKeyword("node"):
		return p.defaults(s, OfNode)
	case p.isKeyword("edge"):
		return p.defaults(s, OfEdge)
	}
	return p.compound(s)
}

// defaults: ("graph" | "node" | "edge") [ID "="] lists
func (p *parser) defaults(s *scope, kind Kind) *Error {
	if err := p.advance(); err != nil {
		return err
	}
	if p.isName() { // a macro, which Graphviz reads past
		if _, _, err := p.name(); err != nil {
			return err
		}
		if equals, err := p.accept('='); err != nil {
			return err
		} else if !equals {
			return p.expected(`"="`)
		}
	}
	if p.now.class != '[' {
		return p.expected(`"["`)
	}
	attrs, err := p.lists()
	if err != nil {
		return err
	}
	p.setDefaults(s, kind, attrs)
	return nil
}

// compound: simple { edge-op simple } lists, or an attribute of the graph or subgraph.
func (p *parser) compound(s *scope) *Error {
	var ends []endpoint
	var ops []token
	for {
		end, attribute, err := p.simple(s, len(ends) == 0)
		if err != nil || attribute {
			return err
		}
		ends = append(ends, end)
		if p.now.class != edgeOp {
			break
		}
		if err := p.expectOp(); err != nil {
			return err
		}
		ops = append(ops, p.now)
		if err := p.advance(); err != nil {
			return err
		}
	}
	attrs, err := p.lists()
	if err != nil {
		return err
	}
	if len(ops) > 0 {
		return p.edges(s, ends, attrs)
	}
	p.nodes(ends[0], attrs)
	return nil
}

// expectOp holds an edge to the direction of the graph.
func (p *parser) expectOp() *Error {
	switch directed := p.g.Directed; {
	case directed && p.now.text == "--":
		return &Error{p.now.place, `"--" in a directed graph`, "write ->, or begin the file with graph"}
	case !directed && p.now.text == "->":
		return &Error{p.now.place, `"->" in an undirected graph`, "write --, or begin the file with digraph"}
	}
	return nil
}

// simple: node { "," node } | subgraph. The first of a statement may turn out to be an attribute.
func (p *parser) simple(s *scope, first bool) (end endpoint, attribute bool, err *Error) {
	if p.now.class == '{' || p.isKeyword("subgraph") {
		end.group, err = p.subgraph(s)
		return end, false, err
	}
	end.group = noGroup
	for {
		if !p.isName() {
			return end, false, p.expected("a node, an edge, a subgraph or an attribute")
		}
		id, place, err := p.name()
		if err != nil {
			return end, false, err
		}
		if first && len(end.nodes) == 0 && p.now.class == '=' {
			return end, true, p.graphAttribute(s, id.Text)
		}
		port, err := p.port()
		if err != nil {
			return end, false, err
		}
		at, err := p.node(s, id.Text, place)
		if err != nil {
			return end, false, err
		}
		end.nodes = append(end.nodes, named{at, port, place})
		if more, err := p.accept(','); err != nil || !more {
			return end, false, err
		}
	}
}

// graphAttribute: ID "=" ID
func (p *parser) graphAttribute(s *scope, name string) *Error {
	if err := p.advance(); err != nil {
		return err
	}
	if !p.isName() {
		return p.expected("a value")
	}
	v, _, err := p.name()
	if err != nil {
		return err
	}
	p.setDefaults(s, OfGraph, Attrs{name: v})
	return nil
}

// port: [":" ID [":" ID]]
func (p *parser) port() (string, *Error) {
	port := ""
	for range 2 {
		colon, err := p.accept(':')
		if err != nil || !colon {
			return port, err
		}
		if !p.isName() {
			return "", p.expected("a port")
		}
		v, _, err := p.name()
		if err != nil {
			return "", err
		}
		if port != "" {
			port += ":"
		}
		port += v.Text
	}
	return port, nil
}

// subgraph: ["subgraph" [ID]] body
func (p *parser) subgraph(s *scope) (group int, err *Error) {
	id, place := "", problem.Place{File: p.file}
	if p.isKeyword("subgraph") {
		if err := p.advance(); err != nil {
			return 0, err
		}
		if p.isName() {
			v, at, err := p.name()
			if err != nil {
				return 0, err
			}
			id, place = v.Text, at
		}
	}
	inner, err := p.open(s, id, place, p.now.place)
	if err != nil {
		return 0, err
	}
	return inner.group, p.body(inner)
}

// lists: { "[" { ID ["=" ID] [";" | ","] } "]" }
func (p *parser) lists() (Attrs, *Error) {
	var attrs Attrs
	for p.now.class == '[' {
		if err := p.advance(); err != nil {
			return nil, err
		}
		for p.now.class != ']' {
			if attrs == nil {
				attrs = Attrs{}
			}
			if err := p.attribute(attrs); err != nil {
				return nil, err
			}
		}
		if err := p.advance(); err != nil {
			return nil, err
		}
	}
	return attrs, nil
}

func (p *parser) attribute(into Attrs) *Error {
	if !p.isName() {
		return p.expected("an attribute")
	}
	key, _, err := p.name()
	if err != nil {
		return err
	}
	equals, err := p.accept('=')
	if err != nil {
		return err
	}
	v := Value{Text: "true"}
	if equals {
		if !p.isName() {
			return p.expected("a value")
		}
		if v, _, err = p.name(); err != nil {
			return err
		}
	}
	into[key.Text] = v
	if p.now.class == ',' || p.now.class == ';' {
		return p.advance()
	}
	return nil
}

func (p *parser) isName() bool { return p.now.class == atom || p.now.class == quoted }

// name takes a name or value: strings that + joins are one.
func (p *parser) name() (Value, problem.Place, *Error) {
	first := p.now
	if err := p.advance(); err != nil {
		return Value{}, first.place, err
	}
	if first.class != quoted || p.now.class != '+' {
		return Value{Text: first.text, HTML: first.html}, first.place, nil
	}
	joined := []byte(first.text)
	for p.now.class == '+' {
		if err := p.advance(); err != nil {
			return Value{}, first.place, err
		}
		if p.now.class != quoted {
			return Value{}, first.place, p.expected("a string in quotation marks")
		}
		joined = append(joined, p.now.text...)
		if err := p.advance(); err != nil {
			return Value{}, first.place, err
		}
	}
	return Value{Text: string(joined)}, first.place, nil
}
