package dotfile

import "sort"

// Held are the attributes that hold for a node, an edge or a subgraph: those that its statements
// give, and what holds by default where and when it came into being. The lists are shared with
// whatever else they hold for.
type Held struct {
	own  []Attrs // one for each statement, the latest last
	made *scope  // where it came into being; nil where there are no defaults
	kind Kind
	at   int // when: the count of statements
}

// Get returns what an attribute is, and nothing where it is not given.
func (h Held) Get(name string) Value {
	v, _ := h.Lookup(name)
	return v
}

// Text is the text of an attribute.
func (h Held) Text(name string) string { return h.Get(name).Text }

// Lookup returns what an attribute is, and whether it is given.
func (h Held) Lookup(name string) (Value, bool) {
	for i := len(h.own) - 1; i >= 0; i-- {
		if v, given := h.own[i][name]; given {
			return v, true
		}
	}
	for s := h.made; s != nil; s = s.parent {
		if v, given := s.defaults[h.kind].lookup(name, h.at); given {
			return v, true
		}
	}
	return Value{}, false
}

// Own are the attributes that its own statements give.
func (h Held) Own() Attrs {
	own := Attrs{}
	for _, list := range h.own {
		for name, v := range list {
			own[name] = v
		}
	}
	return own
}

// All are all attributes that hold. They are made anew each time: of a graph with many nodes
// and many defaults that is far more than the file has.
func (h Held) All() Attrs {
	all := h.Own()
	for s := h.made; s != nil; s = s.parent {
		for name := range s.defaults[h.kind] {
			if _, given := all[name]; given {
				continue
			}
			if v, given := s.defaults[h.kind].lookup(name, h.at); given {
				all[name] = v
			}
		}
	}
	return all
}

// Size is about how many attributes All returns, and at least as many.
func (h Held) Size() int {
	size := 0
	for _, list := range h.own {
		size += len(list)
	}
	for s := h.made; s != nil; s = s.parent {
		size += len(s.defaults[h.kind])
	}
	return size
}

// scope is the graph or a subgraph, with the defaults that are given in it. A default holds for
// what comes into being after it, in its scope and those within.
type scope struct {
	group    int // in the graph's groups; -1 for the graph itself
	parent   *scope
	defaults [OfEdge + 1]history
}

// history has of each attribute what it was by default, and from when on.
type history map[string][]since

type since struct {
	at    int // the count of statements
	value Value
}

func (h history) lookup(name string, at int) (Value, bool) {
	changes := h[name]
	after := sort.Search(len(changes), func(i int) bool { return changes[i].at > at })
	if after == 0 {
		return Value{}, false
	}
	return changes[after-1].value, true
}

// set gives attributes as defaults from a statement on.
func (s *scope) set(kind Kind, at int, attrs Attrs) {
	if s.defaults[kind] == nil {
		s.defaults[kind] = history{}
	}
	for name, v := range attrs {
		s.defaults[kind][name] = append(s.defaults[kind][name], since{at, v})
	}
}
