package wording

import (
	"slices"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/weblink"
	"example.org/graphgen/internal/words"
)

// Table is a part of what a view draws, in rows.
type Table struct {
	Kind    string // "entities", "relations", "flows", "figures" or "sources", whatever the language
	Caption string
	Columns []string // their headings; the first column says what a row is of
	Rows    []Row
}

// Row is one thing that is drawn.
type Row struct {
	IDs   []string // of the nodes and lines that it stands for, its own first; an office goes by its relation's
	Cells []Cell   // one a column
}

// Cell is one or more lines of text, or none.
type Cell []CellLine

// CellLine is a text in a cell.
type CellLine struct {
	Spans words.Spans // a language is empty where it is the describer's
	Link  string      // the address of the source that the text is about, as the case gives it; may be empty
	Note  int         // the number of the note that accounts for the text, as Notes gives it; 0 for none
}

// String is the text of a line.
func (l CellLine) String() string { return l.Spans.String() }

func (t *Describer) makeTables(v *network.View) []Table {
	t.makes(TablesPart)
	notes, numbers := t.Notes(v)
	b := &tabling{Describer: t, view: v, notes: numbers}
	tables := []Table{b.entities(), b.relations(), b.flows(), b.figures(), b.sources(t.Sources(notes))}
	return slices.DeleteFunc(tables, func(t Table) bool { return len(t.Rows) == 0 })
}

// tabling is a view that is being told in tables.
type tabling struct {
	*Describer
	view  *network.View
	notes map[string]int
}

// column is what one column says of a thing.
type column[T any] struct {
	title words.Phrase
	cell  func(T) Cell
	spare bool // whether it is left out where it says nothing of any
}

// table makes a table of things that are drawn under ids.
func table[T any](t *Describer, kind string, caption words.Phrase, things []T, ids func(T) []string, columns []column[T]) Table {
	made := Table{Kind: kind, Caption: capital(t.Words.Say(caption)), Rows: make([]Row, len(things))}
	for i, thing := range things {
		made.Rows[i].IDs = ids(thing)
	}
	for _, c := range columns {
		cells := make([]Cell, len(things))
		said := false
		for i, thing := range things {
			cells[i] = c.cell(thing)
			said = said || len(cells[i]) > 0
		}
		if c.spare && !said {
			continue
		}
		made.Columns = append(made.Columns, t.Words.Say(c.title))
		for i := range things {
			made.Rows[i].Cells = append(made.Rows[i].Cells, cells[i])
		}
	}
	return made
}

func (b *tabling) entities() Table {
	var nodes []*network.Node
	for i := range b.view.Nodes {
		if n := &b.view.Nodes[i]; n.Kind == network.EntityNode {
			nodes = append(nodes, n)
		}
	}
	return table(b.Describer, "entities", words.Entities, nodes, entityIDs, []column[*network.Node]{
		{title: words.NameTitle, cell: func(n *network.Node) Cell { return b.cell(b.name(n.ID)) }},
		{title: words.TypeTitle, cell: func(n *network.Node) Cell {
			said := b.cell(b.Words.Own(b.Words.Type(n.Entity.Type)))
			if n.Hub {
				said = append(said, b.cell(b.Words.SaySpans(words.HubLegend))...)
			}
			return said
		}},
		{title: words.GroupTitle, cell: func(n *network.Node) Cell { return b.within(n.Cluster) }, spare: true},
		{title: words.OfficeTitle, cell: b.offices, spare: true},
		{title: words.NotesTitle, cell: func(n *network.Node) (said Cell) {
			for _, office := range n.Offices {
				said = append(said, b.voices(office.Verdict)...)
			}
			return said
		}, spare: true},
	})
}

func entityIDs(n *network.Node) []string {
	ids := []string{n.ID}
	for _, office := range n.Offices {
		ids = append(ids, office.Relation.ID)
	}
	return ids
}

// within names the clusters that a node stands in, the innermost first. One by type says
// nothing that the type does not.
func (b *tabling) within(id string) (said Cell) {
	for id != "" {
		i := slices.IndexFunc(b.view.Clusters, func(c network.Cluster) bool { return c.ID == id })
		c := &b.view.Clusters[i]
		if c.Entity != nil {
			said = append(said, b.cell(b.clusterName(c))...)
		}
		id = c.Parent
	}
	return said
}

// offices names those under an entity's name, which stand as facts, and who says so.
func (b *tabling) offices(n *network.Node) (said Cell) {
	for _, office := range n.Offices {
		line := append([]words.Spans{b.spans(office.Entity.Name)}, b.vouched(office.Verdict)...)
		said = append(said, b.noted(b.Words.SeriesSpans(line), office.Relation.ID))
	}
	return said
}

func (b *tabling) relations() Table {
	var edges []*network.Edge
	for i := range b.view.Edges {
		if e := &b.view.Edges[i]; e.Kind == network.RelationEdge {
			edges = append(edges, e)
		}
	}
	ids := func(e *network.Edge) []string { return []string{e.ID} }
	return table(b.Describer, "relations", words.Relations, edges, ids, []column[*network.Edge]{
		{title: words.FromTitle, cell: func(e *network.Edge) Cell { return b.cell(b.name(e.From)) }},
		{title: words.JoinsTitle, cell: func(e *network.Edge) Cell { return b.cell(b.hedged(b.label(e), e.Verdict)) }},
		{title: words.ToTitle, cell: func(e *network.Edge) Cell { return b.cell(b.name(e.To)) }},
		{title: words.StandsTitle, cell: func(e *network.Edge) Cell { return b.stands(e.Verdict, e.ID) }},
		{title: words.NotesTitle, cell: func(e *network.Edge) Cell { return b.voices(e.Verdict) }},
	})
}

func (b *tabling) flows() Table {
	var legs []*network.Edge // the first of each
	for i := range b.view.Edges {
		if e := &b.view.Edges[i]; e.Kind == network.FlowEdge && e.Leg == 1 {
			legs = append(legs, e)
		}
	}
	ids := func(e *network.Edge) []string { return flowIDs(b.view, e.Flow) }
	return table(b.Describer, "flows", words.Flows, legs, ids, []column[*network.Edge]{
		{title: words.MovesTitle, cell: func(e *network.Edge) Cell { return b.cell(b.hedged(b.moving(e.Flow), e.Verdict)) }},
		{title: words.FromTitle, cell: func(e *network.Edge) Cell {
			from, _, _ := b.stations(e.Flow)
			if len(from) == 0 {
				from = b.Words.SaySpans(words.OriginOpen)
			}
			return b.cell(from)
		}},
		{title: words.ThroughTitle, cell: func(e *network.Edge) Cell { _, through, _ := b.stations(e.Flow); return b.cell(through) }, spare: true},
		{title: words.ToTitle, cell: func(e *network.Edge) Cell { _, _, to := b.stations(e.Flow); return b.cell(to) }},
		{title: words.StandsTitle, cell: func(e *network.Edge) Cell { return b.stands(e.Verdict, e.ID) }},
		{title: words.NotesTitle, cell: func(e *network.Edge) Cell { return b.voices(e.Verdict) }},
	})
}

func (b *tabling) figures() Table {
	var values []*network.Node
	for i := range b.view.Nodes {
		if n := &b.view.Nodes[i]; n.Kind == network.ValueNode {
			values = append(values, n)
		}
	}
	ids := func(n *network.Node) []string { return valueIDs(b.view, n) }
	return table(b.Describer, "figures", words.Figures, values, ids, []column[*network.Node]{
		{title: words.ValueTitle, cell: func(n *network.Node) Cell {
			return b.cell(b.hedged(b.counted(n.Value), n.Verdict))
		}},
		{title: words.QuestionTitle, cell: func(n *network.Node) Cell { return b.cell(b.spans(n.Figure.Question)) }},
		{title: words.PeriodTitle, cell: func(n *network.Node) Cell { return b.cell(b.period(n.Value)) }, spare: true},
		{title: words.StandsTitle, cell: func(n *network.Node) Cell { return b.stands(n.Verdict, n.ID) }},
		{title: words.NotesTitle, cell: func(n *network.Node) Cell {
			said := b.voices(n.Verdict)
			for i, c := range n.Verdict.Claims() {
				said[i].Note = b.notes[n.ID+"/"+c.ID] // of the line that the claim is drawn as, if it is
			}
			return said
		}},
	})
}

func (b *tabling) sources(sources []*entities.Source) Table {
	ids := func(s *entities.Source) []string { return []string{s.ID} }
	return table(b.Describer, "sources", words.SourcesTitle, sources, ids, []column[*entities.Source]{
		{title: words.HeadlineTitle, cell: func(s *entities.Source) Cell {
			return Cell{{Spans: b.marked(b.spans(s.Title)), Link: weblink.Safe(s.URL)}}
		}},
		{title: words.PublisherTitle, cell: func(s *entities.Source) Cell {
			if s.Publisher == "" {
				return nil
			}
			return b.cell(b.name(s.Publisher))
		}, spare: true},
		{title: words.PublishedTitle, cell: func(s *entities.Source) Cell {
			if s.Published == "" {
				return nil
			}
			return b.cell(b.Words.Own(b.Words.Date(s.Published)))
		}, spare: true},
		{title: words.AddressTitle, cell: func(s *entities.Source) Cell {
			if s.URL == "" {
				return nil
			}
			return Cell{{Spans: words.In("", s.URL), Link: s.URL}}
		}, spare: true},
	})
}

// stands is how a line or value stands, keyed to the note that accounts for it.
func (b *tabling) stands(v entities.Verdict, id string) Cell {
	return Cell{b.noted(b.Describer.stands(v), id)}
}

// voices are a line's claims, each with its words and its source. What weakens those that
// affirm the line stands beside what it says.
func (b *tabling) voices(v entities.Verdict) (said Cell) {
	for _, e := range b.Entries(v) {
		spans := b.weak(e.Spans(), e.Claim, e.Lead)
		if !slices.Contains(v.Affirming, e.Claim) {
			spans = b.reserved(spans, e.Claim.Hedge)
		}
		said = append(said, CellLine{Spans: b.marked(spans), Link: e.Link})
	}
	return said
}

func (b *tabling) noted(said words.Spans, id string) CellLine {
	return CellLine{Spans: b.marked(said), Note: b.notes[id]}
}

// cell is a cell of one line, or of none where nothing is said.
func (b *tabling) cell(said words.Spans) Cell {
	if len(said) == 0 {
		return nil
	}
	return Cell{{Spans: b.marked(said)}}
}
