package merge

import (
	"cmp"
	"slices"
	"strconv"

	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/viewdot"
)

// Snapshot is the content of a DOT file of a view, with an id for each node and edge.
type Snapshot struct {
	Lang  string
	Items map[edits.Thing]*Item
	Order []edits.Thing // as in the file, nodes first
	Ranks [][]string    // groups of nodes of one rank, by ids, each sorted

	dot     *viewdot.File
	file    string
	numbers map[edits.Thing]int // the next to try behind an id that is taken
	joined  map[[2]string]int   // how many lines lead from one node to another
}

// Item is one node or edge of a snapshot. Its texts are on one line, but for the tooltip.
type Item struct {
	edits.Thing
	viewdot.Item
	From, To string
	Arrows   viewdot.Arrows
	Shape    string
	Place    *edits.Place
	Pinned   bool

	small string // what of the label stands small, or below its first line
}

// split parts a label into what may be edited (the name, and what stands below it) and what follows
// from claims. Missing lists what of the latter the label lacks.
func split(item, ref *Item) (label, below string, missing []string) {
	return item.Split(&ref.Item, item.small)
}

// ReadPublished returns the snapshot of a file as it was published.
func ReadPublished(file string, g *dotfile.Graph) *Snapshot {
	s, _ := read(file, g, nil)
	return s
}

// ReadEdited returns the snapshot of an edited file. A node whose name is not a valid id, and an edge
// without an id, get new ids; published things keep theirs.
func ReadEdited(file string, g *dotfile.Graph, published map[edits.Thing]bool) (*Snapshot, problem.List) {
	return read(file, g, published)
}

// read makes a snapshot, given what was published; nil for everything in the file.
func read(file string, g *dotfile.Graph, published map[edits.Thing]bool) (*Snapshot, problem.List) {
	dot := viewdot.Read(g)
	s := &Snapshot{Lang: dot.Lang, Items: map[edits.Thing]*Item{}, dot: dot, file: file, numbers: map[edits.Thing]int{}, joined: map[[2]string]int{}}
	var problems problem.List
	ids := map[string]string{}
	for i := range dot.Nodes {
		n := &dot.Nodes[i]
		item := &Item{Thing: edits.Thing{ID: s.nodeID(n.ID, published)}, Item: onOneLine(n.Item), Shape: n.Shape, Place: n.Place, Pinned: n.Pinned}
		item.small = cmp.Or(edits.Plain(n.Small), n.BelowFirst())
		if n.Source.WrongPlace != "" {
			problems = append(problems, refusal(n.Source.At, item.String()+": "+n.Source.WrongPlace, "write it as \"x,y\", in points"))
		}
		ids[n.ID] = item.ID
		s.add(item)
	}
	for i := range dot.Edges {
		e := &dot.Edges[i]
		item := &Item{Thing: edits.Thing{Line: true}, Item: onOneLine(e.Item), From: ids[e.From], To: ids[e.To], Arrows: e.Arrows}
		if published != nil && !published[edits.Thing{Line: true, ID: e.ID}] && item.Arrows == viewdot.ToTail {
			item.From, item.To = item.To, item.From // it was added so
		}
		item.ID = s.lineID(e.ID, item, published)
		s.add(item)
	}
	s.readRanks(ids)
	return s, problems
}

// onOneLine returns an item with each text on one line, except the tooltip.
func onOneLine(i viewdot.Item) viewdot.Item {
	for _, text := range []*string{&i.Type, &i.Text, &i.Caveat, &i.Hedge, &i.Quantity, &i.Office, &i.Standing, &i.Claims} {
		*text = edits.Plain(*text)
	}
	return i
}

// readRanks translates groups of one rank from names to ids.
func (s *Snapshot) readRanks(ids map[string]string) {
	for _, group := range s.dot.Ranks {
		var members []string
		for _, name := range group {
			members = append(members, ids[name])
		}
		slices.Sort(members)
		if members = slices.Compact(members); len(members) > 1 && !slices.ContainsFunc(s.Ranks, func(r []string) bool { return slices.Equal(r, members) }) {
			s.Ranks = append(s.Ranks, members)
		}
	}
}

func (s *Snapshot) add(item *Item) {
	s.Items[item.Thing] = item
	s.Order = append(s.Order, item.Thing)
	if item.Line {
		s.joined[[2]string{item.From, item.To}]++
	}
}

// Things are those that the snapshot has.
func (s *Snapshot) Things() map[edits.Thing]bool {
	things := map[edits.Thing]bool{}
	for t := range s.Items {
		things[t] = true
	}
	return things
}

// nodeID is a node's name if that is published or a valid id, else an id made of the name.
func (s *Snapshot) nodeID(name string, published map[edits.Thing]bool) string {
	if published == nil || published[edits.Thing{ID: name}] || entities.IsID(name) {
		return name
	}
	return s.free(edits.Thing{ID: entities.IDFor(name, "node")}, published)
}

// lineID is an edge's id if that is published or valid and no earlier edge has it, else an id made of
// its ends.
func (s *Snapshot) lineID(id string, item *Item, published map[edits.Thing]bool) string {
	t := edits.Thing{Line: true, ID: id}
	if s.Items[t] == nil && (published == nil || published[t] || entities.IsID(t.ID)) {
		return t.ID
	}
	return s.free(edits.Thing{Line: true, ID: entities.IDFor(item.From+" to "+item.To, "line")}, published)
}

// free returns an id like the one given that is not taken here or in what was published.
func (s *Snapshot) free(t edits.Thing, published map[edits.Thing]bool) string {
	made := t
	for s.Items[made] != nil || published[made] {
		// The search goes on where the last one for the same id ended: nothing is given back.
		n := max(2, s.numbers[t])
		made.ID, s.numbers[t] = t.ID+"-"+strconv.Itoa(n), n+1
	}
	return made.ID
}

// republished is what the file would be, were it published now with what was edited before: what
// is compared with where the file does not say what it was. It has no places and no groups of
// ranks, which follow from a layout.
func (m *merger) republished() (*Snapshot, error) {
	drawn := m.Overrides.Without(m.Overrides.Conflicts(m.Baseline, m.Edited.Lang))
	v := m.Network.Edited(map[string]*edits.Overrides{m.View.Spec.ID: drawn}).View(m.View.Spec)
	g, err := dotfile.Read(m.Edited.file, m.Publish(v))
	if err != nil {
		return nil, err
	}
	s := ReadPublished(m.Edited.file, g)
	m.asWritten(s)
	return s, nil
}

// asWritten adapts caveats to the edited file, in which a speaker may still have the name of the case
// where the overrides have another by now.
func (m *merger) asWritten(s *Snapshot) {
	for t, ref := range s.Items {
		item, own := m.Edited.Items[t], m.Baseline[t].Caveat
		if item == nil || own == "" || edits.Same(own, ref.Caveat) {
			continue
		}
		if _, says := viewdot.Cut(item.Text, own); !says {
			continue
		}
		rest, _ := viewdot.Cut(ref.Text, ref.Caveat)
		ref.Text, ref.Caveat = edits.Plain(rest+" "+own), own
	}
}

// Publisher writes VIEW.dot of a view, but for what follows from a layout.
type Publisher func(v *network.View) []byte
