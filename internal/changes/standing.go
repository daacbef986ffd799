package changes

import (
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
)

// standing tells whether a line stands otherwise than it did, and by which claims.
func (s *state) standing(after *state, was, is entities.Verdict) []Change {
	a, b := standingWords(was), standingWords(is)
	if was.Standing == is.Standing && (was.Strength != is.Strength || was.Unsubstantiated != is.Unsubstantiated) {
		a, b = strengthWords(was), strengthWords(is)
	}
	var found []Change
	if a != b {
		found = append(found, Change{Fact: Standing, Was: a, Is: b, Published: true, Why: s.why(after, was, is)})
	}
	if x, y := s.describer.Hedges(was), after.describer.Hedges(is); x != y {
		found = append(found, Change{Fact: "hedge on the line", Was: x, Is: y, Published: true})
	}
	return found
}

// standingWords is the word of the table, as a case's writer knows it.
func standingWords(v entities.Verdict) string {
	if v.Standing == "" {
		return "affirmed by nobody"
	}
	return string(v.Standing)
}

func strengthWords(v entities.Verdict) string {
	s := standingWords(v)
	if v.Standing == entities.Contested {
		s = fmt.Sprintf("%s, said as %s", s, v.Strength)
	}
	if v.Standing == entities.Lapsed {
		s = fmt.Sprintf("%s, once %s", s, v.Strength)
	}
	if v.Unsubstantiated && v.Strength != entities.Rumoured {
		s += ", in part unsubstantiated"
	}
	return s
}

// why names the claims that came, went or count otherwise, and a type that accuses now.
func (s *state) why(after *state, was, is entities.Verdict) string {
	var reasons []string
	add := func(reason string) {
		if !slices.Contains(reasons, reason) {
			reasons = append(reasons, reason)
		}
	}
	for _, list := range []struct {
		word    string
		was, is []*entities.Claim
	}{{"denial", was.Denials, is.Denials}, {"claim", was.Affirming, is.Affirming}} {
		for _, c := range list.is {
			if claimWithID(list.was, c.ID) == nil {
				add(fmt.Sprintf("%s by %s added", list.word, after.who(c)))
			}
		}
		for _, c := range list.was {
			if claimWithID(list.is, c.ID) == nil {
				add(fmt.Sprintf("%s by %s removed", list.word, s.who(c)))
			}
		}
	}
	for _, c := range is.Affirming {
		if old := claimWithID(was.Affirming, c.ID); old != nil && s.index.CountsAs(old, was) != after.index.CountsAs(c, is) {
			add(fmt.Sprintf("claim by %s: %s, now %s", after.who(c), s.index.CountsAs(old, was), after.index.CountsAs(c, is)))
		}
	}
	if is.Accuses != was.Accuses {
		if is.Accuses {
			add("it accuses now")
		} else {
			add("it accuses no more")
		}
	}
	return strings.Join(reasons, "; ")
}

func (s *state) who(c *entities.Claim) string {
	if c.Speaker == "" {
		return "someone not named"
	}
	return s.describer.Name(c.Speaker)
}

func claimWithID(claims []*entities.Claim, id string) *entities.Claim {
	for _, c := range claims {
		if c.ID == id {
			return c
		}
	}
	return nil
}
