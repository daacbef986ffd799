package check

import (
	"fmt"
	"slices"

	"example.org/graphgen/internal/entities"
)

func secondHandRecord(s *subject, report report) {
	for i := range s.file.Case.Claims {
		c := &s.file.Case.Claims[i]
		if c.Standing != entities.Record || s.index.FirstHand(c) {
			continue
		}
		source := s.index.Source(c.Source)
		if s.index.Entity(c.Speaker) == nil || source == nil || source.Publisher != c.Speaker || s.index.PublicBody(c.Speaker) {
			report(pointer("claims", i, "standing"), fmt.Sprintf("claim %q counts as stated: its source is not its speaker's own record", c.ID),
				"a record is published by its own speaker, is not relayed, and is no article, interview or post")
			continue
		}
		report(pointer("claims", i, "standing"), fmt.Sprintf("claim %q counts as stated: its speaker %q is no public body", c.ID, c.Speaker),
			"ministries, agencies and governments keep records, and bodies with publicBody: court, register, parliament or international")
	}
}

// partysRecord finds records that count for less on a line, since who keeps them is a party to it.
func partysRecord(s *subject, report report) {
	for st := range s.resting() {
		for _, c := range st.Verdict.Affirming {
			if s.index.FirstHand(c) && s.index.CountsAs(c, st.Verdict) != entities.Record {
				report(st.pointer("claims"), fmt.Sprintf("%s rests on the record of %q in claim %q, and %[2]q is a party to it or has ties to one: it counts as stated", st, c.Speaker, c.ID),
					"what a party calls its record is its claim: find the record of somebody else")
				break
			}
		}
	}
}

// accusationOnRecord lists every line that accuses and is drawn as a fact.
func accusationOnRecord(s *subject, report report) {
	for _, st := range s.statements {
		if !st.Verdict.Accuses || st.Verdict.Strength != entities.Record {
			continue
		}
		var keepers []string
		for _, c := range st.Verdict.Affirming {
			if s.index.CountsAs(c, st.Verdict) == entities.Record && !slices.Contains(keepers, c.Speaker) {
				keepers = append(keepers, c.Speaker)
			}
		}
		report(st.pointer("claims"), fmt.Sprintf("%s accuses, and is drawn as a fact on the record of %s", st, listed(keepers)),
			"read it: is that a finding, such as a judgment, and final?")
	}
}

// misplacedPublicBody finds entities of a type that no public body is of.
func misplacedPublicBody(s *subject, report report) {
	for i := range s.file.Case.Entities {
		if e := &s.file.Case.Entities[i]; e.PublicBody != "" && !e.CanBePublic() {
			report(pointer("entities", i, "publicBody"), fmt.Sprintf("%s %q cannot be a public body", e.Type, e.ID),
				"its papers are its own claims; a court or a register is an organization")
		}
	}
}
