package entities

import (
	"cmp"

	"example.org/graphgen/internal/edtf"
)

// AnswersBefore tells of a claim that denies, disputes or otherwise answers another whether it was
// said before that was, and both dates (EDTF). A claim without a date has that of its
// source; of dates that are uncertain or approximate nothing is told.
func (x *Index) AnswersBefore(c *Claim) (said, answered string, before bool) {
	other := x.Claim(c.Answers.Claim)
	if other == nil || c.seconds() {
		return "", "", false
	}
	said, answered = x.saidOn(c), x.saidOn(other)
	first, err := edtf.Parse(said)
	second, wrong := edtf.Parse(answered)
	return said, answered, err == nil && wrong == nil && !vague(first) && !vague(second) && second.StartsAfter(first)
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
