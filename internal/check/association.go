package check

import (
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
)

// guiltByAssociation looks for a chain from a person to a wrongdoing of somebody else, all of
// whose links are alleged, rumoured or contested. A link is a relation that tells nobody that
// they were wronged: from the one whom it accuses to the other where only the first is
// accused, and both ways elsewhere. The wrongdoing itself may stand as it will. It names one
// of the shortest chains from each person.
//
// It looks at what readers see: at the lines of one view at a time, and of a case without views at
// all of them.
func guiltByAssociation(s *subject, report report) {
	all := make([]int, len(s.file.Case.Relations))
	places := map[*entities.Relation]int{}
	for i := range all {
		all[i] = i
		places[&s.file.Case.Relations[i]] = i
	}
	told := map[string]bool{}
	tell := func(ties []tie, where string) {
		for _, t := range ties {
			if !told[t.person] {
				told[t.person] = true
				report(pointer("relations", t.chain.link),
					fmt.Sprintf("only alleged, unsubstantiated or disputed lines tie %q to wrongdoing%s: %s", t.person, where, s.chainInWords(t.chain, t.wrongdoing)),
					"readers will think that the person did it: leave out a line, or find a claim that states one")
			}
		}
	}
	everywhere := s.ties(all)
	if len(s.file.Case.Views) == 0 {
		tell(everywhere, "")
	}
	for i := range s.file.Case.Views {
		if len(everywhere) == 0 {
			break // none is in a view either
		}
		spec := &s.file.Case.Views[i]
		var drawn []int
		for _, e := range s.network.View(spec).Edges {
			if at, known := places[e.Relation]; known {
				drawn = append(drawn, at)
			}
		}
		slices.Sort(drawn)
		tell(s.ties(drawn), fmt.Sprintf(" in view %q", spec.ID))
	}
}

// tie is a chain from a person to a wrongdoing of somebody else.
type tie struct {
	person     string
	chain      *chain
	wrongdoing int
}

// ties finds one for each person whom these relations lead to a wrongdoing.
func (s *subject) ties(relations []int) []tie {
	a := s.associations(relations)
	var ties []tie
	for _, e := range s.file.Case.Entities {
		chains := a.chains[e.ID]
		at := slices.IndexFunc(chains, func(c *chain) bool { return c.next != nil && a.wrongdoing(c) >= 0 })
		if e.Type == entities.Person && at >= 0 {
			ties = append(ties, tie{e.ID, chains[at], a.wrongdoing(chains[at])})
		}
	}
	return ties
}

// associations are the weak links of a case, and from where they lead to wrongdoing.
type associations struct {
	wrongdoings map[string][]wrongdoing // by whom they accuse: up to three, with different other ends
	chains      map[string][]*chain     // by where they begin: up to two, to different culprits
}

type wrongdoing struct {
	relation int
	other    string
}

// chain is links one after the other from an entity to one that a wrongdoing accuses.
type chain struct {
	entity  string
	link    int    // the relation that leads to the next
	next    *chain // nil at the end
	culprit string
	last    string // the entity before the culprit
}

// weakLink is a weak link, followed backwards: from the one nearer to the wrongdoing.
type weakLink struct {
	link int
	from string
}

// associations walks back along these relations from all that are accused at once, breadth first. Two chains are
// kept for each entity, since one may be to its own wrongdoing; being shortest, none of
// them comes through an entity twice.
func (s *subject) associations(relations []int) associations {
	a := associations{map[string][]wrongdoing{}, map[string][]*chain{}}
	back := map[string][]weakLink{}
	for _, i := range relations {
		st := s.statements[i] // relations are the first of them
		if st.Verdict.Standing == "" {
			continue
		}
		r, accused := st.Relation, s.index.Accused(st.Relation)
		for _, id := range accused {
			a.accuse(id, wrongdoing{i, otherEnd(r, id)})
		}
		if st.Verdict.Standing == entities.Record || st.Verdict.Standing == entities.Stated || s.index.Wronged(r) != "" {
			continue
		}
		back[r.To] = append(back[r.To], weakLink{i, r.From})
		if len(accused) != 1 {
			back[r.From] = append(back[r.From], weakLink{i, r.To})
		}
	}
	var queue []*chain
	for _, e := range s.file.Case.Entities {
		if len(a.wrongdoings[e.ID]) > 0 && len(a.chains[e.ID]) == 0 {
			end := &chain{entity: e.ID, culprit: e.ID}
			a.chains[e.ID] = []*chain{end}
			queue = append(queue, end)
		}
	}
	for ; len(queue) > 0; queue = queue[1:] {
		here := queue[0]
		for _, st := range back[here.entity] {
			longer := &chain{entity: st.from, link: st.link, next: here, culprit: here.culprit, last: here.last}
			if here.next == nil {
				longer.last = st.from
			}
			if known := a.chains[st.from]; len(known) == 2 || len(known) == 1 && known[0].culprit == here.culprit || a.wrongdoing(longer) < 0 {
				continue
			}
			a.chains[st.from] = append(a.chains[st.from], longer)
			queue = append(queue, longer)
		}
	}
	return a
}

// accuse keeps no more than wrongdoing needs to choose from.
func (a associations) accuse(id string, w wrongdoing) {
	known := a.wrongdoings[id]
	for _, k := range known {
		if len(known) == 3 || k.other == w.other {
			return
		}
	}
	a.wrongdoings[id] = append(known, w)
}

// wrongdoing returns a relation that accuses the culprit at the end of a chain and is none with
// those at its two other ends: neither the last link itself, nor done to whoever the chain
// begins at. It is -1 where there is none.
func (a associations) wrongdoing(w *chain) int {
	for _, known := range a.wrongdoings[w.culprit] {
		if known.other != w.last && known.other != w.entity {
			return known.relation
		}
	}
	return -1
}

func otherEnd(r *entities.Relation, id string) string {
	if r.From == id {
		return r.To
	}
	return r.From
}

// chainInWords writes a chain with the wrongdoing at its end: ada –fronts-for (alleged)→ ltd
// –exploits (alleged)→ workers.
func (s *subject) chainInWords(w *chain, wrongdoing int) string {
	var b strings.Builder
	tell := func(from string, link int) {
		r := &s.file.Case.Relations[link]
		before, after := "–", "→"
		if r.From != from {
			before, after = "←", "–"
		}
		fmt.Fprintf(&b, "%s %s%s (%s)%s ", from, before, r.Type, s.statements[link].Verdict.Standing, after)
	}
	const most = 6 // links that are written
	for n := 0; w.next != nil; w, n = w.next, n+1 {
		if n < most {
			tell(w.entity, w.link)
		} else if n == most {
			b.WriteString("… ")
		}
	}
	tell(w.culprit, wrongdoing)
	b.WriteString(otherEnd(&s.file.Case.Relations[wrongdoing], w.culprit))
	return b.String()
}
