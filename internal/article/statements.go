package article

import (
	"slices"
	"strings"

	"example.org/graphgen/internal/distinct"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/words"
)

// statement is what a page's filters show or hide as one: a relation, a whole flow, or a value
// with everyone who gives it, disputes it or answers it. Whoever denies a statement is part of
// it where the view draws them, so that no filter can part an allegation from its denial.
type statement struct {
	Kind     words.Phrase `json:"kind"`     // words.Relations, words.Flows or words.Figures
	Lines    []string     `json:"lines"`    // the IDs of its edges
	Nodes    []string     `json:"nodes"`    // the IDs of those without whom it is not shown
	Switches []string     `json:"switches"` // that show it; it is hidden where one of them is off
}

// The switches of a page's filters are named by what they show.
func standingSwitch(s entities.Standing) string { return "standing=" + string(s) }
func typeSwitch(t entities.EntityType) string   { return "type=" + string(t) }
func flowSwitch(f *entities.Flow) string        { return "flow=" + f.ID }

// nodeSwitch is the switch that shows a node by itself; none for an origin that is not named,
// which its flow brings along.
func nodeSwitch(n *network.Node) string {
	switch n.Kind {
	case network.ValueNode:
		return typeSwitch("figure")
	case network.EntityNode:
		return typeSwitch(n.Entity.Type)
	}
	return ""
}

// statements are all that a view draws lines or values for, in the order of the view.
func statements(v *network.View) []statement {
	all := []statement{}
	at := map[string]int{}
	of := func(kind words.Phrase, id string) *statement {
		key := string(kind) + " " + id
		if _, known := at[key]; !known {
			at[key] = len(all)
			all = append(all, statement{Kind: kind})
		}
		return &all[at[key]]
	}
	for i := range v.Edges {
		switch e := &v.Edges[i]; e.Kind {
		case network.RelationEdge:
			of(words.Relations, e.ID).addLine(v, e)
		case network.FlowEdge:
			s := of(words.Flows, e.Flow.ID)
			s.Switches = distinct.Append(s.Switches, flowSwitch(e.Flow))
			s.addLine(v, e)
		default:
			of(words.Figures, e.To).addLine(v, e)
		}
	}
	for i := range v.Nodes {
		if n := &v.Nodes[i]; n.Kind == network.ValueNode {
			of(words.Figures, n.ID).add(v, n.Verdict, n.ID)
		}
	}
	return all
}

func (s *statement) addLine(v *network.View, e *network.Edge) {
	s.Lines = append(s.Lines, e.ID)
	s.add(v, e.Verdict, e.From, e.To)
}

// add adds how a part of the statement stands, the nodes that it joins, and who denies or
// answers it.
func (s *statement) add(v *network.View, verdict entities.Verdict, ids ...string) {
	s.Switches = distinct.Append(s.Switches, standingSwitch(verdict.Standing))
	for _, c := range verdict.Answers() {
		ids = append(ids, c.Speaker)
	}
	for _, id := range ids {
		if n := v.Node(id); n != nil {
			s.Nodes = distinct.Append(s.Nodes, id)
			if by := nodeSwitch(n); by != "" {
				s.Switches = distinct.Append(s.Switches, by)
			}
		}
	}
}

// filter is a group of switches.
type filter struct {
	Heading  string   `json:"heading"` // a key of told
	Switches []option `json:"switches"`
}

type option struct {
	Name  string `json:"name"`
	Count int    `json:"count"` // of statements or nodes
}

// filters are the switches that a view has a use for: of a kind of which there is but one, a
// switch would hide all or nothing.
func (a *Article) filters(all []statement) []filter {
	v, counts := a.View, map[string]int{}
	for _, s := range all {
		for _, name := range s.Switches {
			if !strings.HasPrefix(name, "type=") {
				counts[name]++
			}
		}
	}
	for i := range v.Nodes {
		if name := nodeSwitch(&v.Nodes[i]); name != "" {
			counts[name]++
		}
	}
	groups := []filter{{Heading: "standing"}, {Heading: "type"}, {Heading: "flow"}}
	add := func(group int, name string) {
		if counts[name] > 0 {
			groups[group].Switches = append(groups[group].Switches, option{name, counts[name]})
		}
	}
	for _, s := range entities.Standings() {
		add(0, standingSwitch(s))
	}
	for _, t := range typesOf(v) {
		add(1, typeSwitch(t))
	}
	for _, f := range v.Flows() {
		add(2, flowSwitch(f))
	}
	return slices.DeleteFunc(groups, func(f filter) bool {
		return len(f.Switches) == 0 || len(f.Switches) == 1 && (f.Heading != "flow" || len(all) == 1)
	})
}

// typesOf are the types of a view's nodes; of values it is "figure", which comes last.
func typesOf(v *network.View) []entities.EntityType {
	var types []entities.EntityType
	figures := false
	for i := range v.Nodes {
		switch n := &v.Nodes[i]; {
		case n.Kind == network.ValueNode:
			figures = true
		case n.Kind == network.EntityNode && !slices.Contains(types, n.Entity.Type):
			types = append(types, n.Entity.Type)
		}
	}
	slices.Sort(types)
	if figures {
		types = append(types, "figure")
	}
	return types
}
