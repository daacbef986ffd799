package check

import (
	"fmt"
	"slices"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/hedges"
)

func denialDropped(s *subject, report report) {
	for i := range s.file.Case.Views {
		v := &s.file.Case.Views[i]
		for _, d := range s.network.DroppedDenials(v) {
			report(excluding(i, v.Exclude, d.Dropped),
				fmt.Sprintf("view %q keeps %q and drops %q, in which %q answers it", v.ID, d.Line, d.Denial.ID, d.Denial.Speaker),
				"a denial goes where the allegation goes: show both, or neither")
		}
	}
}

// excluding returns the place of the word in a view's exclude that drops something.
func excluding(view int, exclude entities.Selection, word string) string {
	lists := []struct {
		name  string
		words []string
	}{{"ids", exclude.IDs}, {"types", exclude.Types}, {"relations", exclude.Relations}, {"tags", exclude.Tags}}
	for _, list := range lists {
		if at := slices.Index(list.words, word); at >= 0 {
			return pointer("views", view, "exclude", list.name, at)
		}
	}
	return pointer("views", view, "exclude")
}

func rumouredWrongdoing(s *subject, report report) {
	for _, st := range s.statements {
		if !st.wrongdoing || st.Verdict.Strength != entities.Rumoured {
			continue
		}
		if person, names := s.personOf(st.Relation); names {
			report(st.pointer(), fmt.Sprintf("%s ties %q to wrongdoing by rumour alone", st, person), "leave it out, or find someone who stands by it")
		}
	}
}

// personOf returns the id of a named person at an end of a relation.
func (s *subject) personOf(r *entities.Relation) (string, bool) {
	for _, end := range []string{r.From, r.To} {
		if e := s.index.Entity(end); e != nil && e.Type == entities.Person {
			return e.ID, true
		}
	}
	return "", false
}

// raisedRumour looks at what accuses. Elsewhere a quote may speak of rumours and be none
// itself: "denied the rumours".
func raisedRumour(s *subject, report report) {
	accusing := map[string]bool{}
	for st := range s.resting() {
		for _, c := range st.Verdict.Affirming {
			accusing[c.ID] = accusing[c.ID] || st.wrongdoing || st.Relation == nil
		}
	}
	for i, c := range s.file.Case.Claims {
		if found := hedges.Rumours(c.Quote); accusing[c.ID] && c.Standing != entities.Rumoured && len(found) > 0 {
			report(pointer("claims", i, "standing"), fmt.Sprintf("claim %q is typed %s, and its quote says %q", c.ID, c.Standing, found[0]),
				"what calls itself a rumour has the standing rumoured")
		}
	}
}

func nothingAffirms(s *subject, report report) {
	for st := range s.resting() {
		known := slices.ContainsFunc(st.Claims(), func(id string) bool { return s.index.Claim(id) != nil })
		if known && len(st.Verdict.Affirming) == 0 {
			report(st.pointer("claims"), "no claim says that "+st.String()+" is so: its claims only answer others", "name the claim that affirms it, or leave it out")
		}
	}
}

func allegedElsewhere(s *subject, report report) {
	for _, st := range s.statements {
		if st.Relation == nil || st.wrongdoing {
			continue
		}
		if _, known := s.index.RelationType(st.Relation.Type); !known {
			continue
		}
		for _, c := range st.Verdict.Affirming {
			if c.Standing == entities.Alleged {
				report(st.pointer("type"), fmt.Sprintf("claim %q is alleged, and %q is no wrongdoing", c.ID, st.Relation.Type),
					"if the line accuses someone, its type should say so; if not, the claim is stated")
				break
			}
		}
	}
}

func cappedAccusation(s *subject, report report) {
	for _, st := range s.statements {
		if !st.wrongdoing || st.Verdict.Strength == entities.Record {
			continue
		}
		for _, c := range st.Verdict.Affirming {
			if c.Standing == entities.Stated || c.Standing == entities.Record {
				report(st.pointer("type"), fmt.Sprintf("%q is wrongdoing: the line is drawn as alleged, though claim %q is typed %s", st.Relation.Type, c.ID, c.Standing), "")
				break
			}
		}
	}
}

func sameVoice(s *subject, report report) {
	for i, c := range s.file.Case.Claims {
		other := s.index.Claim(c.Answers.Claim)
		if c.Answers.As == entities.Confirms && other != nil && c.Speaker != "" && c.Speaker == other.Speaker {
			report(pointer("claims", i, "answers", "as"), fmt.Sprintf("%q confirms its own claim %q", c.Speaker, other.ID), `use "repeats"`)
		}
	}
}

func undrawnAnswer(s *subject, report report) {
	for i, c := range s.file.Case.Claims {
		if !s.shown[c.ID] && s.index.Claim(c.Answers.Claim) != nil {
			report(pointer("claims", i, "answers"), fmt.Sprintf("claim %q answers %q, which no line shows", c.ID, c.Answers.Claim), "")
		}
	}
}

func badReply(s *subject, report report) {
	for i, c := range s.file.Case.Claims {
		if wrong := replyFault(c); wrong != "" {
			report(pointer("claims", i, "reply"), wrong, "")
		}
	}
}

// replyFault says what is wrong with what a claim says about a reply, or nothing.
func replyFault(c entities.Claim) string {
	r := c.Reply
	switch {
	case !r.Asked && (r.Outcome != "" || r.Claim != ""):
		return "nobody was asked, and yet there is an outcome"
	case r.Asked && r.Outcome == "":
		return "someone was asked, and the outcome is missing"
	case r.Outcome == entities.Answered && r.Claim == "":
		return "the answer is not named: which claim holds it?"
	case r.Claim != "" && r.Outcome != entities.Answered:
		return fmt.Sprintf("claim %q is named as the answer, and the outcome is %q", r.Claim, r.Outcome)
	case r.Claim != "" && r.Claim == c.ID:
		return "a claim is not the reply to itself"
	}
	return ""
}
