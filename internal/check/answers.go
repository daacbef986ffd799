package check

import (
	"fmt"
	"slices"

	"example.org/graphgen/internal/entities"
)

// answerBeforeClaim finds answers that were said before what they answer.
func answerBeforeClaim(s *subject, report report) {
	for i := range s.file.Case.Claims {
		c := &s.file.Case.Claims[i]
		if other, said, answered := s.index.AnswersBefore(c); other != nil {
			report(pointer("claims", i, "answers"), fmt.Sprintf("claim %q (%s) answers %q, which was said later (%s)", c.ID, said, other.ID, answered),
				"nobody can deny what was not said yet: correct a date, or name the claim that it answers; the line's note has both dates")
		}
	}
}

// answersOwnClaim finds speakers who deny what they said themselves. Some do take back their word.
func answersOwnClaim(s *subject, report report) {
	for i := range s.file.Case.Claims {
		c := &s.file.Case.Claims[i]
		for _, id := range c.Answers.Claims() {
			other := s.index.Claim(id)
			if other == nil || other == c || c.Speaker == "" || c.Speaker != other.Speaker || c.Answers.As == entities.Confirms || c.Answers.As == entities.Repeats {
				continue
			}
			report(pointer("claims", i, "answers"), fmt.Sprintf("%q %s their own claim %q, by %q", c.Speaker, c.Answers.As, other.ID, c.ID),
				"where they took back their word, say so to readers; else one of the two has another speaker")
			break
		}
	}
}

// accusedAffirms finds what the accused, or who speaks for them, says on the side of the accusation.
func accusedAffirms(s *subject, report report) {
	told := map[string]bool{}
	places := map[*entities.Claim]int{}
	for i := range s.file.Case.Claims {
		places[&s.file.Case.Claims[i]] = i
	}
	for st := range s.resting() {
		if !st.wrongdoing || st.Relation == nil {
			continue
		}
		accused := s.index.Accused(st.Relation)
		for _, c := range st.Verdict.Affirming {
			if c.Answers.Claim == "" || told[c.ID] || !slices.Contains(accused, c.Speaker) && !s.index.SpeaksFor(c.Speaker, accused) {
				continue
			}
			told[c.ID] = true
			if at, ok := places[c]; ok {
				report(pointer("claims", at, "answers", "as"), fmt.Sprintf("claim %q %s the accusation of %s, and its speaker %q is accused there, or speaks for who is", c.ID, c.Answers.As, st, c.Speaker),
					"an admission is rare, and makes the line no surer; if it is a denial, let it answer as denies")
			}
		}
	}
}
