package network

import (
	"slices"

	"example.org/graphgen/internal/entities"
)

// selector holds a view's include and exclude, by the rules that View gives, as questions
// about one thing at a time. So a view looks only at what it names and what lies beside
// that, however large the case.
type selector struct {
	network *Network
	include choice
	exclude exclusion
	anyEnds bool                    // include names no entities, so relation types bring their ends
	flows   map[*entities.Flow]bool // answers given: a flow is met at each of its entities
}

func (n *Network) selectorOf(spec *entities.View) *selector {
	include := choiceOf(spec.Include)
	return &selector{
		network: n,
		include: include,
		exclude: n.exclusionOf(spec.Exclude),
		anyEnds: !include.namesEntities(n),
		flows:   map[*entities.Flow]bool{},
	}
}

// chooses tells whether include itself names the entity and exclude leaves it. An entity
// that only a line brings along is not chosen: it draws no further lines.
func (s *selector) chooses(id string) bool {
	e := s.network.index.Entity(id)
	if e == nil {
		return false
	}
	_, named := s.include.entity(e)
	_, dropped := s.exclude.entity(e)
	return (named || s.include.empty()) && !dropped
}

func (s *selector) hasEntity(id string) bool {
	return s.network.index.Entity(id) != nil && (s.chooses(id) || s.network.touching[id].joins(s))
}

func (s *selector) hasRelation(r *entities.Relation) bool {
	endsChosen := s.chooses(r.From) && s.chooses(r.To)
	comes := endsChosen
	if len(s.include.relations) > 0 {
		comes = s.include.relations[r.Type] && (endsChosen || s.anyEnds)
	}
	if !comes && !s.include.ids[r.ID] || !s.network.drawable(r) {
		return false
	}
	_, dropped := s.exclude.relation(r)
	return !dropped
}

func (s *selector) hasFlow(f *entities.Flow) bool {
	has, asked := s.flows[f]
	if !asked {
		has = s.letsIn(f)
		s.flows[f] = has
	}
	return has
}

// letsIn is hasFlow asked for the first time.
func (s *selector) letsIn(f *entities.Flow) bool {
	comes := s.include.ids[f.ID] || s.include.types[flowType] ||
		!slices.ContainsFunc(entitiesOf(f), func(id string) bool { return !s.chooses(id) })
	if !comes || !s.network.drawableFlow(f) {
		return false
	}
	_, dropped := s.exclude.flow(f)
	return !dropped
}

// shown returns what the view of the spec shows, after all that narrows it.
func (s *selector) shown(spec *entities.View) selection {
	n, around, path := s.network, spec.Around.Entity != "", spec.Path != entities.Path{}
	var shown selection
	figures := s.figures(s.whole(spec))
	switch {
	case around && path:
		shown = n.shortestPaths(n.neighbourhood(s, spec.Around), spec.Path)
	case around:
		shown = n.neighbourhood(s, spec.Around)
	case path:
		shown = n.shortestPaths(s, spec.Path)
	default:
		shown = s.everything()
		if len(shown.entities)+len(figures) == 0 {
			s.addSpeakers(shown)
		}
	}
	shown.figures = figures
	return shown
}

// everything returns all the entities and lines that are let in.
func (s *selector) everything() selection {
	n, all := s.network, newSelection()
	for _, e := range s.named() {
		if s.chooses(e.ID) && !s.onlySpeaks(e.ID) {
			all.entities[e.ID] = true
		}
		all.addLines(n.touching[e.ID], s)
	}
	if s.anyEnds {
		for t := range s.include.relations {
			all.addLines(&lines{relations: n.relationsOf[t]}, s)
		}
	}
	if s.include.types[flowType] {
		all.addLines(&lines{flows: n.flows}, s)
	}
	for id := range s.include.ids {
		if r := n.index.Relation(id); r != nil && s.hasRelation(r) {
			all.addRelation(r)
		}
		if f := n.index.Flow(id); f != nil && s.hasFlow(f) {
			all.addFlow(f)
		}
	}
	return all
}

// whole tells whether a view selects the whole case, but for what it excludes.
func (s *selector) whole(spec *entities.View) bool {
	return s.include.empty() && spec.Around.Entity == "" && spec.Path == (entities.Path{})
}

// onlySpeaks tells whether a view that names nothing leaves the entity out: it says or publishes
// something, which the notes tell, and no line of the view touches it.
func (s *selector) onlySpeaks(id string) bool {
	return s.include.empty() && s.network.speaking[id] && !s.network.touching[id].joins(s)
}

// addSpeakers adds whoever only speaks: where there is nothing else, they are the picture.
func (s *selector) addSpeakers(shown selection) {
	for _, e := range s.named() {
		if s.chooses(e.ID) {
			shown.entities[e.ID] = true
		}
	}
}

// named returns the entities that include names, some of them perhaps more than once.
func (s *selector) named() []*entities.Entity {
	n := s.network
	if s.include.empty() {
		return n.entities
	}
	var named []*entities.Entity
	for t := range s.include.types {
		named = append(named, n.ofType[t]...)
	}
	for tag := range s.include.tags {
		named = append(named, n.tagged[tag]...)
	}
	for id := range s.include.ids {
		if e := n.index.Entity(id); e != nil {
			named = append(named, e)
		}
	}
	return named
}

// figures returns the figures that are let in: those that include names, or all of the whole case.
// One without values has nothing to show.
func (s *selector) figures(whole bool) set {
	n, figures := s.network, set{}
	add := func(f *entities.Figure) {
		if _, dropped := s.exclude.figure(f); !dropped && len(f.Values) > 0 {
			figures[f.ID] = true
		}
	}
	if s.include.types[figureType] || whole {
		for _, f := range n.figures {
			add(f)
		}
	}
	for id := range s.include.ids {
		if f := n.index.Figure(id); f != nil {
			add(f)
		}
	}
	return figures
}
