package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/hedges"
	"example.org/graphgen/internal/network"
)

// ministryInFlow finds flows that stop at a body of the state which no claim of theirs names:
// most often a country's ministry put in the country's place.
func ministryInFlow(s *subject, report report) {
	for i := range s.file.Case.Flows {
		f := &s.file.Case.Flows[i]
		affirming := s.index.StandFlow(f).Affirming
		look := func(ids []string, side string) {
			for j, id := range ids {
				if e := s.index.Entity(id); e != nil && ofTheState(e) && !named(e, affirming) {
					report(pointer("flows", i, side, j), fmt.Sprintf("flow %q passes %s %q, which no quote of its claims names", f.ID, e.Type, id),
						"a country is not its ministries: name the country, or a claim whose quote names the body; an alias of it counts")
				}
			}
		}
		look(f.From, "from")
		look(f.Via, "via")
		look(f.To, "to")
	}
}

// ofTheState tells whether an entity is a body of a country's state.
func ofTheState(e *entities.Entity) bool {
	switch e.Type {
	case entities.Ministry, entities.Agency, entities.Committee, entities.Government:
		return true
	}
	return false
}

// named tells whether one of the claims is the entity's own word, or its quote, prefix or
// suffix has a name of the entity's.
func named(e *entities.Entity, claims []*entities.Claim) bool {
	names := slices.Clone(e.Aliases)
	for _, tag := range e.Name.Tags() {
		names = append(names, e.Name[tag])
	}
	return slices.ContainsFunc(claims, func(c *entities.Claim) bool {
		text := c.Prefix + " " + c.Quote + " " + c.Suffix
		return c.Speaker == e.ID || slices.ContainsFunc(names, func(name string) bool { return hedges.Names(text, name) })
	})
}

// ministryBesideFlow finds views in which a flow goes via a country and bodies of that
// country's state stand by that nothing ties to it. What ties one is being a stop of such a
// flow, the speaker of one of its claims or of what answers them, or the end of a line of
// the view that rests on one of them.
func ministryBesideFlow(s *subject, report report) {
	if !slices.ContainsFunc(s.file.Case.Flows, func(f entities.Flow) bool { return len(f.Via) > 0 }) {
		return
	}
	for i := range s.file.Case.Views {
		v := s.network.View(&s.file.Case.Views[i])
		through := s.flowsThrough(v)
		bodies := map[string][]string{}
		for _, n := range v.Nodes {
			if n.Kind == network.EntityNode && ofTheState(n.Entity) && through[n.Entity.Country] != nil {
				bodies[n.Entity.Country] = append(bodies[n.Entity.Country], n.ID)
			}
		}
		for _, code := range slices.Sorted(maps.Keys(bodies)) {
			flows := through[code]
			tied := s.tiedTo(flows.ids, v)
			bystanders := slices.DeleteFunc(bodies[code], func(id string) bool { return tied[id] })
			if len(bystanders) == 0 {
				continue
			}
			at := "beside"
			if box := v.Node(flows.hub).Cluster; box != "" && slices.ContainsFunc(bystanders, func(id string) bool { return v.Node(id).Cluster == box }) {
				at = "in one box with"
			}
			report(pointer("views", i), fmt.Sprintf("view %q draws flow %q through %q %s %s, and no claim ties them to it",
				v.Spec.ID, flows.ids[0], flows.hub, at, listed(bystanders)), "readers will think that they have a part in it: move them to another view, or name the claim that ties them to the flow")
		}
	}
}

// hubFlows are the flows of a view that go via one country.
type hubFlows struct {
	hub string // its id
	ids []string
}

// flowsThrough returns them by the country's code.
func (s *subject) flowsThrough(v *network.View) map[string]*hubFlows {
	through := map[string]*hubFlows{}
	for _, e := range v.Edges {
		if e.Kind != network.FlowEdge || e.Leg != 1 {
			continue
		}
		for _, id := range e.Flow.Via {
			hub := s.index.Entity(id)
			if hub == nil || hub.Type != entities.Country || hub.Code == "" {
				continue
			}
			if through[hub.Code] == nil {
				through[hub.Code] = &hubFlows{hub: id}
			}
			flows := through[hub.Code]
			if last := len(flows.ids) - 1; last < 0 || flows.ids[last] != e.Flow.ID {
				flows.ids = append(flows.ids, e.Flow.ID)
			}
		}
	}
	return through
}

// tiedTo returns the ids of the entities that a claim ties to one of the flows in the view.
func (s *subject) tiedTo(flows []string, v *network.View) map[string]bool {
	tied, claims := map[string]bool{}, map[string]bool{}
	for _, id := range flows {
		f := s.index.Flow(id)
		for _, ids := range [][]string{f.From, f.Via, f.To} {
			for _, stop := range ids {
				tied[stop] = true
			}
		}
		for _, c := range s.index.StandFlow(f).Claims() {
			claims[c.ID] = true
			tied[c.Speaker], tied[c.RelayedBy] = true, true
		}
	}
	for _, e := range v.Edges {
		if e.Kind == network.RelationEdge && slices.ContainsFunc(e.Relation.Claims, func(id string) bool { return claims[id] }) {
			tied[e.From], tied[e.To] = true, true
		}
	}
	return tied
}

// listed quotes ids, a few of them.
func listed(ids []string) string {
	const most = 4
	var quoted []string
	for _, id := range ids[:min(most, len(ids))] {
		quoted = append(quoted, fmt.Sprintf("%q", id))
	}
	if more := len(ids) - most; more > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(quoted, ", "), more)
	}
	return strings.Join(quoted, ", ")
}
