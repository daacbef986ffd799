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

// BadInput is the slug of what is wrong with a file that is taken in, beside those of a case.
const BadInput = "bad-input"

// Refuse makes a refusal of one thing that is wrong.
func Refuse(at problem.Place, message, hint string) *Refusal {
	return &Refusal{Problems: problem.List{{Slug: BadInput, Severity: problem.Error, Place: at, Message: problem.Printable(message), Hint: hint}}}
}

// Ends are two columns of a sheet that may be the ends of relations.
type Ends struct{ From, To string }
