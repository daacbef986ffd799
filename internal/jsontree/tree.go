// Package jsontree reads a JSON text as a tree that knows where each value stands, says what is wrong
// with one that is none, and of a large text keeps an outline by which the place of any value is
// found. It must never know what the values mean.
package jsontree

import (
	"fmt"
	"iter"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// MaxDepth is more than a case nests, and bounds the recursion over a tree.
const MaxDepth = 64

// Space is what JSON takes for white space.
const Space = " \t\r\n"

// Tree is a JSON text as a tree that knows where each value stands, so that problems can name a
// place. A value, and a name of an object's member, is known by its number in the order of the text.
type Tree struct {
	text  string
	nodes []node // in the order of the text: an object's names and values alternate
	lists map[int32][]int32
	named map[int32]map[string]int32 // the nodes of names, of large objects that were looked into
}

// node is one value, or one name of an object's member.
type node struct {
	kind       jsontext.Kind
	next       int32 // the node after this one and everything inside it
	from, past int32 // offsets of the first byte and of the one after the last
}

// longList is the length from which a list's items, and an object's members, are found by a
// table instead of by stepping over those before.
const longList = 16

// MaxValues is far above any case, and what an import of 200 MB comes to: a tree of as many nodes
// takes 256 MB.
const MaxValues = 16 << 20

// Parse reads the JSON text that begins at an offset. Where it is broken the
// tree holds what came before.
func Parse(text string, from int) (Tree, *SyntaxError) {
	d := Tree{text: text, lists: map[int32][]int32{}, named: map[int32]map[string]int32{}}
	most, past := countNodes(text, from, MaxValues)
	if past < len(text) {
		return d, &SyntaxError{Offset: past, Message: fmt.Sprintf("more than %d values and names of fields", MaxValues), Hint: "split the case"}
	}
	d.nodes = make([]node, 0, most)
	dec := jsontext.NewDecoder(strings.NewReader(text[from:]),
		jsontext.AllowDuplicateNames(true), // reported by the decoder, all of them and with both places
		jsontext.AllowInvalidUTF8(true))    // the text is UTF-8; this leaves unpaired \ud800 to the decoder, too
	var open []int32
	for len(d.nodes) == 0 || len(open) > 0 {
		kind := dec.PeekKind()
		past := func() int32 { return int32(from) + int32(dec.InputOffset()) }
		switch kind {
		case '{', '[':
			if len(open) == MaxDepth {
				return d, &SyntaxError{Offset: d.skip(int(past()), Space+",:"), Message: fmt.Sprintf("nested deeper than %d levels", MaxDepth)}
			}
			if _, err := dec.ReadToken(); err != nil {
				return d, d.explain(err, from, open)
			}
			open = append(open, int32(len(d.nodes)))
			d.nodes = append(d.nodes, node{kind: kind, from: past() - 1})
		case '}', ']':
			if _, err := dec.ReadToken(); err != nil {
				return d, d.explain(err, from, open)
			}
			d.close(open[len(open)-1], past())
			open = open[:len(open)-1]
		default:
			raw, err := dec.ReadValue()
			if err != nil {
				return d, d.explain(err, from, open)
			}
			d.nodes = append(d.nodes, node{kind: kind, next: int32(len(d.nodes)) + 1, from: past() - int32(len(raw)), past: past()})
		}
	}
	if rest := d.skip(from+int(dec.InputOffset()), Space); rest < len(text) {
		return d, &SyntaxError{Offset: rest, Message: "there is more after the end of the case", Hint: "a file holds one JSON object; remove what follows it"}
	}
	return d, nil
}

// countNodes tells how many nodes a text can have from an offset on: each but the first follows
// a bracket, a comma or a colon outside of strings. It stops where there are more than enough,
// and tells where.
func countNodes(text string, from, enough int) (n, past int) {
	n = 1
	for i := from; i < len(text); i++ {
		switch text[i] {
		case '"':
			for i++; i < len(text) && text[i] != '"'; i++ {
				if text[i] == '\\' {
					i++
				}
			}
		case '{', '[', ',', ':':
			if n++; n > enough {
				return n, i
			}
		}
	}
	return n, len(text)
}

// close ends a list or an object, and notes the items of a long list.
func (d *Tree) close(at, past int32) {
	n := &d.nodes[at]
	n.next, n.past = int32(len(d.nodes)), past
	if n.kind != '[' {
		return
	}
	length := 0
	for range d.Items(at) {
		length++
	}
	if length < longList {
		return
	}
	items := make([]int32, 0, length)
	for item := range d.Items(at) {
		items = append(items, item)
	}
	d.lists[at] = items
}

// Items yields the nodes of a list's items.
func (d *Tree) Items(list int32) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for at := list + 1; at < d.nodes[list].next; at = d.nodes[at].next {
			if !yield(at) {
				return
			}
		}
	}
}

// Members yields the nodes of an object's names and values.
func (d *Tree) Members(object int32) iter.Seq2[int32, int32] {
	return func(yield func(name, value int32) bool) {
		for at := object + 1; at < d.nodes[object].next; at = d.nodes[at+1].next {
			if !yield(at, at+1) {
				return
			}
		}
	}
}

// Start returns the offset at which a node begins.
func (d *Tree) Start(at int32) int {
	if len(d.nodes) == 0 {
		return 0
	}
	return int(d.nodes[at].from)
}

// End returns the offset behind a node.
func (d *Tree) End(at int32) int { return int(d.nodes[at].past) }

// All yields all values and names, each before what is inside of it.
func (d *Tree) All() iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for at := range d.nodes {
			if !yield(int32(at)) {
				return
			}
		}
	}
}

// Member returns the value of the first member of an object that has the name.
func (d *Tree) Member(object int32, name string) (value int32, found bool) {
	at, found := d.member(object, name)
	return at + 1, found
}

// SpaceBefore returns the white space before an offset.
func (d *Tree) SpaceBefore(offset int) string {
	return d.text[len(strings.TrimRight(d.text[:offset], Space)):offset]
}

// Between returns the text between two nodes.
func (d *Tree) Between(a, b int32) string { return d.text[d.nodes[a].past:d.nodes[b].from] }

// Kind is what kind of value a node is, or 0 where the tree broke off before it.
func (d *Tree) Kind(at int32) jsontext.Kind { return d.nodes[at].kind }

// Empty tells whether a list or an object has nothing in it.
func (d *Tree) Empty(at int32) bool { return d.nodes[at].next == at+1 }

// span returns where a node stands.
func (d *Tree) span(at int32) span { return span{d.nodes[at].from, d.nodes[at].past} }

// Raw returns the bytes of a node as they stand in the file.
func (d *Tree) Raw(at int32) string { return d.text[d.nodes[at].from:d.nodes[at].past] }

// Unquote returns what a string or a name says. It is not whole where half of a surrogate
// pair stands alone.
func (d *Tree) Unquote(at int32) (s string, whole bool) {
	raw := d.Raw(at)
	if !strings.Contains(raw, `\`) {
		return raw[1 : len(raw)-1], true
	}
	b, err := jsontext.AppendUnquote(nil, raw)
	return string(b), err == nil
}

// Find follows a JSON pointer as far as it leads. The name is that of the member found, or
// the value again where that is no member.
func (d *Tree) Find(pointer string) (name, value int32) {
	for pointer != "" && len(d.nodes) > 0 {
		var token string
		token, pointer = cutPointer(pointer)
		step, inside, ok := d.step(value, token)
		if !ok {
			return value, value
		}
		name, value = step, inside
	}
	return name, value
}

// cutPointer returns the first name or number of a pointer, and the rest of the pointer.
func cutPointer(pointer string) (token, rest string) {
	token = strings.TrimPrefix(pointer, "/")
	if i := strings.IndexByte(token, '/'); i >= 0 {
		token, rest = token[:i], token[i:]
	}
	return unescapePointer.Replace(token), rest
}

var unescapePointer = strings.NewReplacer("~1", "/", "~0", "~")

// step goes from a value to one of those directly inside it.
func (d *Tree) step(from int32, token string) (name, value int32, ok bool) {
	if d.nodes[from].next == 0 { // broken off before its end
		return 0, 0, false
	}
	switch d.nodes[from].kind {
	case '{':
		if name, found := d.member(from, token); found {
			return name, name + 1, true
		}
	case '[':
		n, err := strconv.ParseUint(token, 10, 31)
		if err != nil {
			return 0, 0, false
		}
		if items, long := d.lists[from]; long {
			if n < uint64(len(items)) {
				return items[n], items[n], true
			}
			return 0, 0, false
		}
		for item := range d.Items(from) {
			if n == 0 {
				return item, item, true
			}
			n--
		}
	}
	return 0, 0, false
}

// member returns the node of the first name of an object that says so.
func (d *Tree) member(object int32, token string) (name int32, found bool) {
	if names, known := d.named[object]; known {
		name, found = names[token]
		return name, found
	}
	stepped := 0
	for name := range d.Members(object) {
		if s, _ := d.Unquote(name); s == token {
			return name, true
		}
		if stepped++; stepped == longList {
			d.named[object] = d.namesOf(object)
			return d.member(object, token)
		}
	}
	return 0, false
}

func (d *Tree) namesOf(object int32) map[string]int32 {
	names := map[string]int32{}
	for name := range d.Members(object) {
		s, _ := d.Unquote(name)
		if _, twice := names[s]; !twice {
			names[s] = name
		}
	}
	return names
}

// skip returns the offset of the next byte that is not among the characters.
func (d *Tree) skip(at int, characters string) int {
	return len(d.text) - len(strings.TrimLeft(d.text[at:], characters))
}
