package merge

import (
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/problem"
)

// notKeptRule is the slug of what a merge leaves out.
const notKeptRule = "edit-not-kept"

// refusal is an edit that there can be none of.
func refusal(at problem.Place, message, hint string) problem.Problem {
	return problem.Problem{Slug: edits.Refused, Severity: problem.Error, Place: at, Message: message, Hint: hint}
}

// notKept is an edit that is left out, for overrides have no room for it.
func notKept(at problem.Place, message, hint string) problem.Problem {
	return problem.Problem{Slug: notKeptRule, Severity: problem.Warning, Place: at, Message: message, Hint: hint}
}
