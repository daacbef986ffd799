// Package printed tells which texts of a case its views print: names, labels, titles and what else
// a reader may see, each with its place. Rules that read texts go by it. It must never know what is
// looked for in them, nor how anything is drawn.
package printed

import (
	"fmt"
	"maps"
	"slices"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
)

// Texts are the texts of a case that are printed.
type Texts struct {
	index *entities.Index
	views []*network.View
	ids   map[string]bool // of entities, relations, flows, figures, sources and claims
	all   bool            // whether everything of the case counts as printed
}

// All are the texts of the whole case, as if some view printed each.
func All(x *entities.Index) *Texts { return &Texts{index: x, all: true} }

// ByViews are the texts that the views of a case print.
func ByViews(n *network.Network) *Texts {
	p := &Texts{index: n.Index(), ids: map[string]bool{}}
	p.read(n)
	return p
}

// Has tells whether something of the id is printed: an entity, a relation, a claim and so on.
func (p *Texts) Has(id string) bool { return p.all || p.ids[id] }

// Visit is told of a text, what it is in words ("the name of entity ...") and the path to it.
type Visit func(text entities.Text, what string, at ...any)

// read selects every view.
func (p *Texts) read(n *network.Network) {
	for i := range p.index.Case.Views {
		v := n.View(&p.index.Case.Views[i])
		p.views = append(p.views, v)
		for j := range v.Nodes {
			p.node(&v.Nodes[j])
		}
		for j := range v.Edges {
			p.edge(&v.Edges[j])
		}
		for _, c := range v.Clusters {
			if c.Entity != nil {
				p.ids[c.Entity.ID] = true
			}
		}
	}
}

func (p *Texts) node(n *network.Node) {
	switch n.Kind {
	case network.EntityNode:
		p.ids[n.Entity.ID] = true
	case network.ValueNode:
		p.ids[n.Figure.ID] = true
	}
	p.verdict(n.Verdict)
	for _, office := range n.Offices {
		p.ids[office.Entity.ID] = true
		p.verdict(office.Verdict)
	}
}

func (p *Texts) edge(e *network.Edge) {
	switch e.Kind {
	case network.RelationEdge:
		p.ids[e.Relation.ID] = true
	case network.FlowEdge:
		p.ids[e.Flow.ID] = true
	}
	p.verdict(e.Verdict)
}

// verdict adds who is named in a line's note, and where it was said.
func (p *Texts) verdict(v entities.Verdict) {
	if v.Act != nil {
		for _, acquittal := range v.Act.Acquittals { // which the line names
			p.ids[acquittal.ID], p.ids[acquittal.Authority()] = true, true
		}
	}
	for _, c := range v.Claims() {
		p.ids[c.ID], p.ids[c.Speaker], p.ids[c.RelayedBy], p.ids[c.Source] = true, true, true, true
		if s := p.index.Source(c.Source); s != nil {
			p.ids[s.Publisher] = true
		}
	}
}

// Each visits every text that is printed, in the order of the file.
func (p *Texts) Each(visit Visit) {
	c := p.index.Case
	visit(c.Credit, "the credit", "credit")
	for i := range c.Sources {
		if s := &c.Sources[i]; p.Has(s.ID) {
			visit(s.Title, fmt.Sprintf("the title of source %q", s.ID), "sources", i, "title")
		}
	}
	for i := range c.Entities {
		if e := &c.Entities[i]; p.Has(e.ID) {
			visit(e.Name, fmt.Sprintf("the name of entity %q", e.ID), "entities", i, "name")
		}
	}
	own := p.relations(visit)
	for i := range c.Flows {
		if f := &c.Flows[i]; p.Has(f.ID) {
			visit(f.What, fmt.Sprintf("what flow %q moves", f.ID), "flows", i, "what")
			visit(f.Label, fmt.Sprintf("the label of flow %q", f.ID), "flows", i, "label")
			p.amounts(f.Amounts, visit, fmt.Sprintf("flow %q", f.ID), "flows", i)
		}
	}
	for i := range c.Figures {
		if f := &c.Figures[i]; p.Has(f.ID) {
			visit(f.Question, fmt.Sprintf("the question of figure %q", f.ID), "figures", i, "question")
			for j := range f.Values {
				p.value(&f.Values[j], visit, fmt.Sprintf("value %d of figure %q", j+1, f.ID), "figures", i, "values", j)
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(own)) {
		visit(c.RelationTypes[id].Label, fmt.Sprintf("the label of relation type %q", id), "relationTypes", id, "label")
	}
	for i := range c.Views {
		v := &c.Views[i]
		visit(v.Title, fmt.Sprintf("the title of view %q", v.ID), "views", i, "title")
		visit(v.Caption, fmt.Sprintf("the caption of view %q", v.ID), "views", i, "caption")
	}
	for i := range c.Corrections {
		if p.corrects(c.Corrections[i].About) {
			visit(c.Corrections[i].Text, fmt.Sprintf("correction %d", i+1), "corrections", i, "text")
		}
	}
}

// corrects tells whether a correction about these parts is printed with some view.
func (p *Texts) corrects(about []string) bool {
	return p.all || len(about) == 0 || slices.ContainsFunc(p.views, func(v *network.View) bool {
		return slices.Contains(about, v.Spec.ID) || slices.ContainsFunc(about, v.Shows)
	})
}

// relations visits the labels of relations, and returns which of the case's own relation
// types label the others.
func (p *Texts) relations(visit Visit) map[string]bool {
	c, own := p.index.Case, map[string]bool{}
	for i := range c.Relations {
		r := &c.Relations[i]
		if !p.Has(r.ID) {
			continue
		}
		visit(r.Label, fmt.Sprintf("the label of relation %q", r.ID), "relations", i, "label")
		visit(r.For, fmt.Sprintf("what relation %q is for", r.ID), "relations", i, "for")
		p.amounts(r.Amounts, visit, fmt.Sprintf("relation %q", r.ID), "relations", i)
		if _, ok := c.RelationTypes[r.Type]; ok && len(r.Label) == 0 {
			own[r.Type] = true
		}
	}
	return own
}

func (p *Texts) amounts(all []entities.Amount, visit Visit, line string, at ...any) {
	for i, a := range all {
		named := fmt.Sprintf("amount %d of %s", i+1, line)
		at := append(at[:len(at):len(at)], "amounts", i)
		visit(a.Qualifier, "the qualifier of "+named, append(at[:len(at):len(at)], "qualifier")...)
		visit(a.Unit, "the unit of "+named, append(at[:len(at):len(at)], "unit")...)
	}
}

func (p *Texts) value(v *entities.Value, visit Visit, name string, at ...any) {
	for _, part := range []struct {
		key  string
		text entities.Text
	}{{"measure", v.Measure}, {"qualifier", v.Qualifier}, {"unit", v.Unit}, {"periodText", v.PeriodText}} {
		visit(part.text, "the "+part.key+" of "+name, append(at[:len(at):len(at)], part.key)...)
	}
}
