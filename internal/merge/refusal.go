package merge

import (
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/problem"
)

// notKeptRule is the slug of such a problem.
const notKeptRule = "edit-not-kept"

// refusal is the problem of an edit that is refused.
func refusal(at problem.Place, message, hint string) problem.Problem {
	return problem.Problem{Slug: edits.Refused, Severity: problem.Error, Place: at, Message: message, Hint: hint}
}

// notKept is the problem of a change that no override can hold.
func notKept(at problem.Place, message, hint string) problem.Problem {
	return problem.Problem{Slug: notKeptRule, Severity: problem.Warning, Place: at, Message: message, Hint: hint}
}
