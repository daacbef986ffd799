package wording

import (
	"slices"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/words"
)

// Paragraph is a part of a view's long description: what is drawn in one cluster, or outside
// of all.
type Paragraph struct {
	Heading     string // the cluster's name or a figure's question; empty outside of all
	HeadingLang string // BCP 47; empty where it is the describer's
	Sentences   []Sentence
}

// Sentence tells one thing that a view draws, whole: how it stands, who says so, who denies it.
type Sentence struct {
	IDs   []string    // of the nodes and lines that it tells of; an office goes by its relation's
	Note  int         // the number of the note that accounts for them, as Notes gives it; 0 for none
	Spans words.Spans // a language is empty where it is the describer's
}

// String is the whole sentence.
func (s Sentence) String() string { return s.Spans.String() }

func (t *Describer) makeDescription(v *network.View) []Paragraph {
	t.makes(DescriptionPart)
	d := &description{Describer: t, view: v, from: map[string][]*network.Edge{}}
	_, d.notes = t.Notes(v)
	for i := range v.Edges {
		d.from[v.Edges[i].From] = append(d.from[v.Edges[i].From], &v.Edges[i])
	}
	paragraphs := []Paragraph{{Sentences: slices.Concat(d.standing(""), d.flows())}}
	for _, c := range d.nested("") {
		heading := t.clusterName(c)
		p := Paragraph{Heading: heading.String(), Sentences: d.standing(c.ID)}
		if len(heading) > 0 {
			p.HeadingLang = t.marked(heading)[0].Lang
		}
		paragraphs = append(paragraphs, p)
	}
	return slices.DeleteFunc(paragraphs, func(p Paragraph) bool { return len(p.Sentences) == 0 })
}

// description is a view that is being described.
type description struct {
	*Describer
	view  *network.View
	from  map[string][]*network.Edge // by where they begin
	notes map[string]int
}

// nested are the clusters that stand in one, each before those that stand in it.
func (d *description) nested(parent string) []*network.Cluster {
	var within []*network.Cluster
	for i := range d.view.Clusters {
		if c := &d.view.Clusters[i]; c.Parent == parent {
			within = append(append(within, c), d.nested(c.ID)...)
		}
	}
	return within
}

// standing tells the entities and values of one cluster, and what begins at them.
func (d *description) standing(cluster string) []Sentence {
	var lines []Sentence
	byType := map[entities.EntityType][]string{}
	var figure *entities.Figure
	for i := range d.view.Nodes {
		n := &d.view.Nodes[i]
		if n.Cluster != cluster {
			continue
		}
		switch n.Kind {
		case network.ValueNode:
			figure = n.Figure
			lines = append(lines, d.value(n))
		case network.EntityNode:
			byType[n.Entity.Type] = append(byType[n.Entity.Type], n.ID)
			for _, office := range n.Offices {
				lines = append(lines, d.relation(office.Relation, office.Verdict))
			}
			for _, e := range d.from[n.ID] {
				if e.Kind == network.RelationEdge {
					lines = append(lines, d.relation(e.Relation, e.Verdict))
				}
			}
		}
	}
	if figure != nil && d.CountsDiffer(d.view, figure) {
		lines = append(lines, Sentence{Spans: d.marked(d.Words.SaySpans(words.CountedApart))})
	}
	var members []Sentence
	for _, kind := range sortedTypes(byType) {
		members = append(members, d.members(kind, byType[kind]))
	}
	return append(members, lines...)
}

// members tells which entities of a type stand in a cluster.
func (d *description) members(kind entities.EntityType, ids []string) Sentence {
	said := d.Words.SaySpans(words.Explained, d.Words.Own(d.Words.Type(kind)), d.Words.ListSpans(d.namesOf(ids)))
	return Sentence{IDs: ids, Spans: d.finished(said)}
}

func sortedTypes(of map[entities.EntityType][]string) []entities.EntityType {
	var types []entities.EntityType
	for kind := range of {
		types = append(types, kind)
	}
	slices.Sort(types)
	return types
}

func (d *description) relation(r *entities.Relation, v entities.Verdict) Sentence {
	said := d.Words.SaySpans(words.JoinLine, d.name(r.From), d.predicate(r), d.name(r.To))
	return d.sentence(said, v, r.ID)
}

// predicate is what a relation says between its two ends in a sentence.
func (t *Describer) predicate(r *entities.Relation) words.Spans {
	from := t.Index.Entity(r.From)
	many := from != nil && from.Type == entities.Group // which names people, most often several
	if own := t.Words.Predicate(r.Type, many); own != "" && len(r.Label) == 0 && len(t.edited(edits.Thing{Line: true, ID: r.ID})) == 0 {
		return t.Words.Own(own)
	}
	return t.relationLabel(r)
}

// flows tells each flow of the view as a whole.
func (d *description) flows() []Sentence {
	var told []Sentence
	for i := range d.view.Edges {
		if e := &d.view.Edges[i]; e.Kind == network.FlowEdge && e.Leg == 1 {
			said := d.Words.SaySpans(words.Explained, d.moving(e.Flow), d.way(e.Flow))
			told = append(told, d.sentence(said, e.Verdict, flowIDs(d.view, e.Flow)...))
		}
	}
	return told
}

// way is from where, through what and to where a flow goes.
func (t *Describer) way(f *entities.Flow) words.Spans {
	from, through, to := t.stations(f)
	if len(from) == 0 {
		from = t.Words.SaySpans(words.AnOriginOpen)
	}
	if len(through) == 0 {
		return t.Words.SaySpans(words.WayTo, from, to)
	}
	return t.Words.SaySpans(words.WayThrough, from, through, to)
}

// stations names where a flow comes from, what it goes through and where it ends: without
// destinations, that is its last hub. The origin is empty where none is named.
func (t *Describer) stations(f *entities.Flow) (from, through, to words.Spans) {
	via := f.Via
	to = t.alternatives(f.To)
	if last := len(via) - 1; len(f.To) == 0 && last >= 0 {
		via, to = via[:last], t.name(via[last])
	}
	return t.alternatives(f.From), t.Words.SeriesSpans(t.namesOf(via)), to
}

// flowIDs are the IDs of all that is drawn of a flow: its open origin and its legs.
func flowIDs(v *network.View, f *entities.Flow) []string {
	var ids []string
	for i := range v.Edges {
		if v.Edges[i].Flow == f {
			ids = append(ids, v.Edges[i].ID)
		}
	}
	for i := range v.Nodes {
		if v.Nodes[i].Flow == f {
			ids = append(ids, v.Nodes[i].ID)
		}
	}
	return ids
}

func (d *description) value(n *network.Node) Sentence {
	return d.sentence(d.countedFor(n.Value), n.Verdict, valueIDs(d.view, n)...)
}

// valueIDs are the IDs of a value and of the lines from those who give or answer it.
func valueIDs(v *network.View, n *network.Node) []string {
	ids := []string{n.ID}
	for i := range v.Edges {
		if v.Edges[i].To == n.ID {
			ids = append(ids, v.Edges[i].ID)
		}
	}
	return ids
}

// clusterName is what is printed above a cluster.
func (t *Describer) clusterName(c *network.Cluster) words.Spans {
	switch {
	case c.Entity != nil:
		return t.name(c.Entity.ID)
	case c.Figure != nil:
		return t.spans(c.Figure.Question)
	}
	return t.Words.Own(capital(t.Words.Type(c.Type)))
}
