package formats

import (
	"example.org/graphgen/internal/problem"
)

// Refusal is why files are not taken in: what is wrong with them, each with its place.
type Refusal struct {
	Problems problem.List

	// Ends are columns of a sheet that may be the two ends of relations, where that is to be asked.
	Ends  *Ends
	Sheet string // by the name of its file
}

func (r *Refusal) Error() string {
	if len(r.Problems) == 0 {
		return "the input has errors"
	}
	return r.Problems[0].Place.String() + ": " + r.Problems[0].Message
}

// badInput is the slug of what is wrong with a file that is taken in, beside those of a case.
const badInput = "bad-input"

// refuse makes a refusal of one thing that is wrong.
func refuse(at problem.Place, message, hint string) *Refusal {
	return &Refusal{Problems: problem.List{{Slug: badInput, Severity: problem.Error, Place: at, Message: problem.Printable(message), Hint: hint}}}
}
