package quotes

// A text that repeats itself, such as a log, may stand at each of its places for much of many
// patterns. It is read by the automaton of Aho and Corasick (1975), whose time does not depend
// on how much of a pattern a place has.

// automaton is a trie of patterns in which each node knows where to go on when it does not.
type automaton struct {
	sorted []pattern
	root   [256]int32
	nodes  []node // the first is the root
}

// node is a beginning of some patterns.
type node struct {
	first, sibling int32 // its longer beginnings, and the next one of the same length
	fail           int32 // the longest end of it that begins a pattern, too
	pattern        int32 // that it is, or -1
	found          int32 // the longest end of it that is a pattern; 0 for none
	letter         byte
}

// mostNodes is how large an automaton may get: the patterns of a large case are looked for
// in several readings.
const mostNodes = 4 << 20

// searchRepeats looks for the patterns in time that grows with the text alone.
func (p *patterns) searchRepeats(m *meeting) {
	for i := range p {
		sorted := p[i].sorted
		for len(sorted) > 0 {
			n, size := 0, 0
			for n < len(sorted) && (n == 0 || size+len(sorted[n].text) <= mostNodes) {
				size += len(sorted[n].text)
				n++
			}
			newAutomaton(sorted[:n]).search(m)
			sorted = sorted[n:]
		}
	}
}

func newAutomaton(sorted []pattern) *automaton {
	a := &automaton{sorted: sorted, nodes: []node{{pattern: -1}}}
	for i := range sorted {
		at := int32(0)
		for _, b := range []byte(sorted[i].text) {
			next := a.child(at, b)
			if next == 0 {
				next = int32(len(a.nodes))
				a.nodes = append(a.nodes, node{sibling: a.nodes[at].first, pattern: -1, letter: b})
				a.nodes[at].first = next
				if at == 0 {
					a.root[b] = next
				}
			}
			at = next
		}
		a.nodes[at].pattern = int32(i)
	}
	a.link()
	return a
}

// link finds where each node goes on, those of short beginnings first.
func (a *automaton) link() {
	queue := make([]int32, 0, len(a.nodes))
	for n := a.nodes[0].first; n != 0; n = a.nodes[n].sibling {
		queue = append(queue, n)
	}
	for i := 0; i < len(queue); i++ {
		at := queue[i]
		fail := a.nodes[at].fail
		if a.nodes[fail].pattern >= 0 {
			a.nodes[at].found = fail
		} else {
			a.nodes[at].found = a.nodes[fail].found
		}
		for n := a.nodes[at].first; n != 0; n = a.nodes[n].sibling {
			a.nodes[n].fail = a.next(fail, a.nodes[n].letter)
			queue = append(queue, n)
		}
	}
}

// child returns the node that is a letter longer, or the root where there is none.
func (a *automaton) child(at int32, letter byte) int32 {
	if at == 0 {
		return a.root[letter]
	}
	n := a.nodes[at].first
	for n != 0 && a.nodes[n].letter != letter {
		n = a.nodes[n].sibling
	}
	return n
}

// next returns the longest beginning of a pattern that the text ends with after a letter.
func (a *automaton) next(at int32, letter byte) int32 {
	for {
		if n := a.child(at, letter); n != 0 || at == 0 {
			return n
		}
		at = a.nodes[at].fail
	}
}

func (a *automaton) search(m *meeting) {
	state := int32(0)
	for at, letter := range m.text.text {
		state = a.next(state, letter)
		n := state
		if a.nodes[n].pattern < 0 {
			n = a.nodes[n].found
		}
		for n != 0 {
			pat := &a.sorted[a.nodes[n].pattern]
			m.report(pat, at+1-len(pat.text))
			n = a.live(n)
		}
	}
}

// live returns the next shorter pattern at a node that is still looked for; whatever is done
// with is not passed again.
func (a *automaton) live(at int32) int32 {
	n := a.nodes[at].found
	for n != 0 && len(a.sorted[a.nodes[n].pattern].uses) == 0 {
		n = a.nodes[n].found
	}
	a.nodes[at].found = n
	return n
}
