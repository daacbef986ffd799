package check

import (
	"fmt"
	"strings"

	"example.org/graphgen/internal/entities"
)

func selfRelation(s *subject, report report) {
	for i, r := range s.file.Case.Relations {
		if r.From == r.To {
			report(pointer("relations", i, "to"), fmt.Sprintf("relation %q leads from %q to itself", r.ID, r.From), "")
		}
	}
	for i, f := range s.file.Case.Flows {
		for _, leg := range stepsOf(f) {
			if leg[0] == leg[1] {
				report(pointer("flows", i), fmt.Sprintf("flow %q passes from %q to itself", f.ID, leg[0]), "")
			}
		}
	}
}

// stepsOf returns the pairs of entities between which a flow passes.
func stepsOf(f entities.Flow) [][2]string {
	stations := [][]string{f.From}
	for _, hub := range f.Via {
		stations = append(stations, []string{hub})
	}
	stations = append(stations, f.To)
	var steps [][2]string
	for i := range stations[1:] {
		for _, from := range stations[i] {
			for _, to := range stations[i+1] {
				steps = append(steps, [2]string{from, to})
			}
		}
	}
	return steps
}

// shortFlow finds flows without a single leg. An open origin counts as a place.
func shortFlow(s *subject, report report) {
	for i, f := range s.file.Case.Flows {
		if len(f.Via) == 0 && len(f.To) == 0 {
			report(pointer("flows", i), fmt.Sprintf("flow %q leads nowhere: it has neither via nor to", f.ID), "name where it goes, or what it goes via")
		}
	}
}

// partOfCycle walks up from each entity, depth first and without recursion: a chain may be
// as long as the case.
func partOfCycle(s *subject, report report) {
	up := map[string][]int{} // the part-of relations from an entity
	for i, r := range s.file.Case.Relations {
		if r.Type == "part-of" && r.From != r.To {
			up[r.From] = append(up[r.From], i)
		}
	}
	const onThePath, done = 1, 2
	state := map[string]int{}
	for i := range s.file.Case.Entities {
		path := []string{s.file.Case.Entities[i].ID}
		for len(path) > 0 {
			here := path[len(path)-1]
			if state[here] == 0 {
				state[here] = onThePath
			}
			if len(up[here]) == 0 || state[here] == done {
				state[here] = done
				path = path[:len(path)-1]
				continue
			}
			next := up[here][0]
			up[here] = up[here][1:]
			switch to := s.file.Case.Relations[next].To; state[to] {
			case 0:
				path = append(path, to)
			case onThePath:
				report(pointer("relations", next), fmt.Sprintf("%s: entities are part of one another in a circle", cyclePath(path, to)), "one of these part-of relations is wrong")
			}
		}
	}
}

// cyclePath shows the end of a path that came back to an id, shortened where it is long.
func cyclePath(path []string, back string) string {
	from := 0
	for path[from] != back {
		from++
	}
	names := append(append([]string{}, path[from:]...), back)
	if len(names) > 8 {
		names = append(append(names[:4:4], "…"), names[len(names)-3:]...)
	}
	return strings.Join(names, " > ")
}

// answersCycle follows each claim to what it answers, and says of each circle once that it is there.
func answersCycle(s *subject, report report) {
	places := map[string]int{}
	for i := range s.file.Case.Claims {
		if _, twice := places[s.file.Case.Claims[i].ID]; !twice {
			places[s.file.Case.Claims[i].ID] = i
		}
	}
	type step struct {
		claim *entities.Claim
		next  int // of the claims that it answers
	}
	const open, done = 1, 2
	state := map[string]int{}
	for i := range s.file.Case.Claims {
		way := []step{{claim: &s.file.Case.Claims[i]}} // a stack of its own: answers may go very deep
		for len(way) > 0 {
			here := &way[len(way)-1]
			answered := here.claim.Answers.Claims()
			if here.next == len(answered) || here.next == 0 && state[here.claim.ID] != 0 {
				state[here.claim.ID], way = done, way[:len(way)-1]
				continue
			}
			state[here.claim.ID] = open
			other := s.index.Claim(answered[here.next])
			here.next++
			switch {
			case other == nil || state[other.ID] == done:
			case state[other.ID] == open:
				var path []string
				for _, st := range way {
					path = append(path, st.claim.ID)
				}
				report(pointer("claims", places[other.ID], "answers"), fmt.Sprintf("%s: claims answer one another in a circle", cyclePath(path, other.ID)), "one of these answers is wrong")
			default:
				way = append(way, step{claim: other})
			}
		}
	}
}

func unconnectedEntity(s *subject, report report) {
	connected := make(map[string]bool, s.size())
	references(s.file.Case, func(id string, wanted entities.Kind, at ...any) {
		if at[0] != "views" && at[0] != "corrections" {
			connected[id] = true
		}
	})
	for _, e := range s.file.Case.Entities {
		connected[e.Country] = true
	}
	for i, e := range s.file.Case.Entities {
		if !connected[e.ID] && (e.Code == "" || !connected[e.Code]) {
			report(pointer("entities", i), fmt.Sprintf("nothing refers to %s %q", e.Type, e.ID), "relate it to something, or leave it out")
		}
	}
}

func unusedClaim(s *subject, report report) {
	replies := map[string]bool{}
	for _, c := range s.file.Case.Claims {
		replies[c.Reply.Claim] = true
	}
	for i, c := range s.file.Case.Claims {
		if !s.shown[c.ID] && !replies[c.ID] && c.Answers.Claim == "" {
			report(pointer("claims", i), fmt.Sprintf("nothing rests on claim %q", c.ID), "")
		}
	}
}

func emptyView(s *subject, report report) {
	for i := range s.file.Case.Views {
		v := &s.file.Case.Views[i]
		if !s.network.Selects(v) {
			report(pointer("views", i), fmt.Sprintf("view %q selects nothing", v.ID), "widen what it includes, or leave out less")
		}
	}
}

// noView tells of a case that a build makes no picture of.
func noView(s *subject, report report) {
	c := s.file.Case
	at := pointer("entities")
	if len(c.Entities) == 0 {
		at = pointer("figures")
	}
	if len(c.Views) == 0 && len(c.Entities)+len(c.Figures) > 0 {
		report(at, "the case has no view, so that nothing is drawn", `add one: "views": [{"id": "overview"}] shows everything; include, or around with an entity, shows a part`)
	}
}
