// Package merge takes edits out of DOT that somebody edited: it compares the file with what it was
// when it was published and with what the case says by now, and puts the difference into a layer
// of edits, or says what there can be no such edit of. An edit may change how something is called
// and looks; whatever would make a line seem surer than its claims is refused. The package must
// never know how anything is laid out, nor files.
package merge

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
)

// Sheet is what a DOT file says of a view, thing by thing.
type Sheet struct {
	View  string
	Lang  string
	Items map[edits.Thing]*Item
	Order []edits.Thing // as in the file, nodes first
	Ranks [][]string    // groups of rank=same, each sorted

	// LaidOut tells that a layout program wrote the file, so that every node has a place.
	LaidOut bool

	file    string
	graph   *dotfile.Graph
	numbers map[edits.Thing]int // the next to try behind an id that is taken
	joined  map[[2]string]int   // how many lines lead from one node to another
}

// Item is one node or edge of a sheet.
type Item struct {
	edits.Thing
	From, To string
	Arrows   Arrows
	Text     string // the whole label, on one line
	Name     string // in the file, of a node; its id is made from that where it can be none
	Attrs    dotfile.Attrs
	Own      dotfile.Attrs // those of its own statement
	Place    *edits.Place
	Pinned   bool
	At       problem.Place

	small string // what of an HTML label stands below its first line
}

// Arrows are the ends at which an edge has an arrow.
type Arrows int

// The ends. Published lines have an arrow at the head, but for those that say the same of both ends.
const (
	ToHead Arrows = iota
	ToTail
	ToBoth
	ToNone
)

func arrowsOf(g *dotfile.Graph, e *dotfile.Edge) Arrows {
	switch head, tail := g.Arrows(e); {
	case head && tail:
		return ToBoth
	case tail:
		return ToTail
	case head:
		return ToHead
	}
	return ToNone
}

// attr is a data attribute, as text.
func (i *Item) attr(name string) string {
	if i == nil {
		return ""
	}
	return edits.Plain(i.Attrs[name].Plain(nil))
}

// ReadOriginal reads the sheet of a file as it was published.
func ReadOriginal(file string, g *dotfile.Graph) *Sheet {
	s, _ := readSheet(file, g, nil)
	return s
}

// ReadEdited reads the sheet of a file that was edited. A node's name that can be no id, and an edge
// without one, get ids made from what they are; those of published things are theirs.
func ReadEdited(file string, g *dotfile.Graph, published map[edits.Thing]bool) (*Sheet, problem.List) {
	return readSheet(file, g, published)
}

// readSheet reads a sheet, given what was published; where that is nil, all that there is.
func readSheet(file string, g *dotfile.Graph, published map[edits.Thing]bool) (*Sheet, problem.List) {
	s := &Sheet{View: g.ID, Lang: g.Attrs["lang"].Text, Items: map[edits.Thing]*Item{}, graph: g, file: file, numbers: map[edits.Thing]int{}, joined: map[[2]string]int{}}
	_, s.LaidOut = g.Attrs["bb"]
	var problems problem.List
	ids := map[string]string{}
	frame := frameOf(g)
	for i := range g.Nodes {
		n := &g.Nodes[i]
		item := &Item{Thing: edits.Thing{ID: s.nodeID(n.ID, published)}, Name: n.ID, Attrs: n.Attrs.All(), Own: n.Attrs.Own(), At: n.Place, Text: edits.Plain(n.Label())}
		item.small = smallPart(n.Attrs.Get("label"))
		if wrong := item.readPlace(frame); wrong != "" {
			problems = append(problems, refusal(item.At, wrong, "write it as \"x,y\", in points"))
		}
		ids[n.ID] = item.ID
		s.add(item)
	}
	for i := range g.Edges {
		e := &g.Edges[i]
		item := &Item{Thing: edits.Thing{Line: true}, From: ids[e.From], To: ids[e.To], Arrows: arrowsOf(g, e), Attrs: e.Attrs.All(), Own: e.Attrs.Own(), At: e.Place, Text: edits.Plain(e.Label())}
		if published != nil && !published[edits.Thing{Line: true, ID: item.Attrs["id"].Plain(nil)}] && item.Arrows == ToTail {
			item.From, item.To = item.To, item.From // it was added so
		}
		item.ID = s.lineID(item, published)
		s.add(item)
	}
	for _, group := range g.Groups {
		if group.Attrs.Text("rank") != "same" {
			continue
		}
		var members []string
		for _, name := range group.Nodes {
			members = append(members, ids[name])
		}
		slices.Sort(members)
		if members = slices.Compact(members); len(members) > 1 && !slices.ContainsFunc(s.Ranks, func(r []string) bool { return slices.Equal(r, members) }) {
			s.Ranks = append(s.Ranks, members)
		}
	}
	return s, problems
}

func (s *Sheet) add(item *Item) {
	s.Items[item.Thing] = item
	s.Order = append(s.Order, item.Thing)
	if item.Line {
		s.joined[[2]string{item.From, item.To}]++
	}
}

// Things are those that the sheet has.
func (s *Sheet) Things() map[edits.Thing]bool {
	things := map[edits.Thing]bool{}
	for t := range s.Items {
		things[t] = true
	}
	return things
}

// nodeID is a node's name where that is a published id or can be one; else one made of the name.
func (s *Sheet) nodeID(name string, published map[edits.Thing]bool) string {
	if published == nil || published[edits.Thing{ID: name}] || entities.IsID(name) {
		return name
	}
	return s.free(edits.Thing{ID: entities.IDFor(name, "node")}, published)
}

// lineID is an edge's id where that is a published one or can be one, and no earlier edge has it;
// else one made of its ends.
func (s *Sheet) lineID(item *Item, published map[edits.Thing]bool) string {
	t := edits.Thing{Line: true, ID: item.Attrs["id"].Plain(nil)}
	if s.Items[t] == nil && (published == nil || published[t] || entities.IsID(t.ID)) {
		return t.ID
	}
	return s.free(edits.Thing{Line: true, ID: entities.IDFor(item.From+" to "+item.To, "line")}, published)
}

// free is an id like the one given that nothing has, neither here nor among what was published.
func (s *Sheet) free(t edits.Thing, published map[edits.Thing]bool) string {
	made := t
	for s.Items[made] != nil || published[made] {
		// The search goes on where the last one for the same id ended: nothing is given back.
		n := max(2, s.numbers[t])
		made.ID, s.numbers[t] = t.ID+"-"+strconv.Itoa(n), n+1
	}
	return made.ID
}

// frame is where places in a file are counted from, in the file's own coordinates: the corner at
// which reading begins.
type frame struct {
	x, y        float64
	rightToLeft bool
}

// frameOf is where a published file counts from, or a layout program that wrote the file.
func frameOf(g *dotfile.Graph) frame {
	f := frame{rightToLeft: g.Attrs["reading"].Text == "right to left"}
	fields := strings.Split(g.Attrs["bb"].Text, ",")
	if len(fields) != 4 {
		return f
	}
	x, top := fields[0], fields[3]
	if f.rightToLeft {
		x = fields[2]
	}
	var err1, err2 error
	f.x, err1 = strconv.ParseFloat(x, 64)
	f.y, err2 = strconv.ParseFloat(top, 64)
	if err1 != nil || err2 != nil || !near(f.x, f.y) {
		f.x, f.y = 0, 0
	}
	return f
}

// place is a place of the file as edits count it.
func (f frame) place(x, y float64) *edits.Place {
	tenth := func(f float64) float64 { return math.Round(f*10)/10 + 0 }
	if f.rightToLeft {
		return &edits.Place{X: tenth(f.x - x), Y: tenth(f.y - y)}
	}
	return &edits.Place{X: tenth(x - f.x), Y: tenth(f.y - y)}
}

// readPlace reads where a node is to stand, and says what is wrong with that.
func (i *Item) readPlace(f frame) string {
	pin := i.Attrs["pin"].Text
	i.Pinned = pin == "true" || pin == "1" || pin == "yes"
	pos := strings.TrimSpace(i.Attrs["pos"].Text)
	if strings.HasSuffix(pos, "!") {
		pos, i.Pinned = strings.TrimSpace(strings.TrimSuffix(pos, "!")), true
	}
	if pos == "" {
		return ""
	}
	fields := strings.Split(pos, ",")
	if len(fields) != 2 && len(fields) != 3 {
		return fmt.Sprintf("%v: pos %q is no place", i.Thing, pos)
	}
	x, err1 := strconv.ParseFloat(strings.TrimSpace(fields[0]), 64)
	y, err2 := strconv.ParseFloat(strings.TrimSpace(fields[1]), 64)
	at := f.place(x, y)
	if err1 != nil || err2 != nil || !near(x, y) || !near(at.X, at.Y) {
		return fmt.Sprintf("%v: pos %q is no place, or one too far off", i.Thing, pos)
	}
	i.Place = at
	return ""
}

// near tells whether a place is one, and not too far off.
func near(x, y float64) bool { return math.Abs(x) < farthest && math.Abs(y) < farthest }

// farthest is how far off something may stand, in points.
const farthest = 1e5

// smallPart is what an HTML label has in a font of its own, as published ones have what stands
// below a name; where it has none such, what stands below its first line.
func smallPart(label dotfile.Value) string {
	if !label.HTML {
		return ""
	}
	if at := ownFont.FindStringIndex(label.Text); at != nil {
		return edits.Plain(dotfile.Value{Text: label.Text[at[0]:], HTML: true}.Plain(nil))
	}
	_, below, _ := strings.Cut(label.Plain(nil), "\n")
	return edits.Plain(below)
}

var ownFont = regexp.MustCompile(`(?i)<font\b`)
