package jsontree

import "strconv"

// Outline is where the parts of a text stand that is one object: its fields, and the items of those that
// are lists. Any other value is found by reading the part around it again, since a tree of
// all values takes more memory than what is made of it.
type Outline struct {
	text  string
	from  int32 // where the object begins
	parts []part

	recent   Tree // the part that was read last: a rule may report each of its values
	recentAt span
}

// part is one field of the object.
type part struct {
	name  string
	named int32 // where the name begins
	value span
	items []span // of a list
}

// span is where a value stands: the offsets of its first byte and of the one after its last.
type span struct{ from, past int32 }

// OutlineOf outlines a whole tree. Of one that broke off it knows the beginning alone.
func OutlineOf(d *Tree) Outline {
	o := Outline{text: d.text, from: int32(d.Start(0))}
	if len(d.nodes) == 0 || d.nodes[0].kind != '{' || d.nodes[0].next == 0 {
		return o
	}
	for name, value := range d.Members(0) {
		p := part{named: d.nodes[name].from, value: d.span(value)}
		p.name, _ = d.Unquote(name)
		if d.nodes[value].kind == '[' {
			for item := range d.Items(value) {
				p.items = append(p.items, d.span(item))
			}
		}
		o.parts = append(o.parts, p)
	}
	return o
}

// Find follows a JSON pointer as far as it leads, and returns the offsets of what is found:
// of a member its name and its value, of all else the value twice.
func (o *Outline) Find(pointer string) (name, value int) {
	token, rest := cutPointer(pointer)
	for i := range o.parts {
		p := &o.parts[i]
		if pointer == "" || p.name != token {
			continue
		}
		if rest == "" {
			return int(p.named), int(p.value.from)
		}
		if len(p.items) == 0 {
			return o.findIn(p.value, rest)
		}
		token, rest = cutPointer(rest)
		if n, err := strconv.ParseUint(token, 10, 31); err == nil && n < uint64(len(p.items)) {
			return o.findIn(p.items[n], rest)
		}
		return int(p.value.from), int(p.value.from)
	}
	return int(o.from), int(o.from)
}

// findIn reads one part again and follows the pointer from there.
func (o *Outline) findIn(at span, pointer string) (name, value int) {
	if pointer == "" {
		return int(at.from), int(at.from)
	}
	if o.recentAt != at {
		o.recentAt = at
		o.recent, _ = Parse(o.text[:at.past], int(at.from)) // it was read without an error before
	}
	nameNode, valueNode := o.recent.Find(pointer)
	return o.recent.Start(nameNode), o.recent.Start(valueNode)
}
