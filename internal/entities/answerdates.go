package entities

import (
	"cmp"

	"example.org/graphgen/internal/edtf"
)

// AnswersBefore tells of a claim that denies, disputes or otherwise answers others whether it was
// said before one of these was, which is returned with both dates (EDTF). A claim without a date has
// that of its source; of dates that are uncertain or approximate nothing is told.
func (x *Index) AnswersBefore(c *Claim) (other *Claim, said, answered string) {
	for _, id := range c.Answers.Claims() {
		if other := x.Claim(id); other != nil && !c.seconds() && before(x.saidOn(c), x.saidOn(other)) {
			return other, x.saidOn(c), x.saidOn(other)
		}
	}
	return nil, "", ""
}

// before tells whether one date is before another and neither leaves a doubt.
func before(said, answered string) bool {
	first, err := edtf.Parse(said)
	second, wrong := edtf.Parse(answered)
	return err == nil && wrong == nil && !vague(first) && !vague(second) && second.StartsAfter(first)
}

func vague(v edtf.Value) bool {
	return v.Start.Uncertain || v.Start.Approximate || v.End.Uncertain || v.End.Approximate
}

func (x *Index) saidOn(c *Claim) string {
	if s := x.Source(c.Source); s != nil {
		return cmp.Or(c.Date, s.Published)
	}
	return c.Date
}
