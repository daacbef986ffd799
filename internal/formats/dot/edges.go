package dot

import (
	"slices"
	"strings"

	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats/types"
)

// edge makes a relation of an edge, in the direction in which it points; of one that points both
// ways two, unless its type says the same of both ends.
func (d *reader) edge(g *dotfile.Graph, e *dotfile.Edge) {
	if isPart(e.FromPort) || isPart(e.ToPort) {
		d.parts++
	}
	said := d.edgeWordsOf(e)
	switch head, tail := g.Arrows(e); {
	case head && tail && !said.known:
		d.mutual++
		d.relation(e, said, e.From, e.To)
		d.relation(e, said, e.To, e.From)
	case head && tail && !d.sameBothWays(said.meaning.Type):
		d.mutual++
		d.relation(e, said, e.From, e.To)
		d.relation(e, said, e.To, e.From)
	case head || tail && d.sameBothWays(said.meaning.Type):
		d.relation(e, said, e.From, e.To)
	case tail:
		d.relation(e, said, e.To, e.From)
	default:
		d.undirected++
		d.link(e, said)
	}
}

// edgeWords are what the words of an edge mean.
type edgeWords struct {
	known   bool // whether a type says it
	meaning types.Meaning
	label   string // what the type does not say
	word    string // what stands for the type where no label does
}

// edgeWordsOf reads the words of an edge: its type, and the labels at it.
func (d *reader) edgeWordsOf(e *dotfile.Edge) edgeWords {
	labels := e.Labels()
	if v := e.Attrs.Get("label"); v.HTML && len(labels) > 0 && wordsOf(v, nil) != "" {
		labels[0] = wordsOf(v, dotfile.Names{'T': e.From, 'H': e.To})
	}
	if len(labels) > 0 {
		labels[0] = ownCaveat(labels[0], e.Attrs.Text("caveat"))
	}
	s := edgeWords{label: d.Fit(entities.Relation{}, "Label", strings.Join(labels, "; ")), word: e.Attrs.Text("type")}
	if s.word == "" {
		s.word = classOf(e.Attrs.Text("class"), "relation-")
	}
	byLabel, plain := d.Words.Says(s.label)
	if s.meaning, s.known = d.Words.Says(s.word); s.known {
		if plain && byLabel == s.meaning {
			s.label = ""
		}
		return s
	}
	if s.meaning, s.known = byLabel, plain; plain {
		s.label = ""
	} else if s.label == "" {
		s.label = d.Fit(entities.Relation{}, "Label", s.word)
	}
	return s
}

// relation adds a relation from one node to another.
func (d *reader) relation(e *dotfile.Edge, s edgeWords, from, to string) {
	r := entities.Relation{From: d.ids[from], To: d.ids[to], Draft: true}
	if s.known {
		if r.Type = s.meaning.Type; s.meaning.Swapped {
			r.From, r.To = r.To, r.From
		}
	} else {
		r.Type = entities.LinkedTo
		d.Unclear++
	}
	d.put(e, s, r)
}

// link adds a relation that has no direction.
func (d *reader) link(e *dotfile.Edge, s edgeWords) {
	r := entities.Relation{From: d.ids[e.From], To: d.ids[e.To], Draft: true, Type: s.meaning.Type}
	if !s.known || !d.sameBothWays(r.Type) {
		r.Type = entities.LinkedWith
		d.Unclear++
		if s.label == "" {
			s.label = d.Fit(r, "Label", e.Label())
		}
		if s.label == "" {
			s.label = d.Fit(r, "Label", s.word)
		}
	}
	d.put(e, s, r)
}

func (d *reader) put(e *dotfile.Edge, s edgeWords, r entities.Relation) {
	if s.label != "" && types.PlainWord(s.label) != types.PlainWord(r.Type) {
		r.Label = entities.Text{"": s.label}
	}
	r.ID = d.RelationID(e.Attrs.Text("id"), r)
	d.Case.Relations = append(d.Case.Relations, r)
}

// sameBothWays tells whether a type says the same of both ends.
func (d *reader) sameBothWays(relationType string) bool {
	t := d.types[relationType]
	return t.Symmetric || t.Label["en"] != "" && t.Label["en"] == t.Inverse["en"]
}

// isPart tells whether a port is a part of its node, and not the side of it that a line meets.
func isPart(port string) bool {
	name, _, _ := strings.Cut(port, ":")
	return !slices.Contains([]string{"", "n", "ne", "e", "se", "s", "sw", "w", "nw", "c", "_"}, name)
}
