package edits

import "example.org/graphgen/internal/problem"

// The slugs of what can be wrong with edits.
const (
	BadFile   = "bad-edits"
	Conflicts = "edit-conflict"
	Gone      = "edit-gone"
	Refused   = "edit-refused"
	Unmerged  = "edit-unmerged"
	Unsourced = "edit-unsourced"
	Unused    = "kept-unused"
	Worded    = "edit-words"
)

// Rules lists what a check can find wrong with edits, by slug; Unmerged is for a build to tell. None of it can be turned off: it is what
// keeps an edited picture honest.
func Rules() []problem.Rule {
	return []problem.Rule{
		{Slug: BadFile, Severity: problem.Error, Doc: "A file of edits is not JSON, has unknown, missing or wrong fields, is of another view, or edits something twice."},
		{Slug: Conflicts, Severity: problem.Warning, Doc: "The case has changed what a hand edit changes too: it is drawn as the case has it until that is settled."},
		{Slug: Gone, Severity: problem.Warning, Doc: "A hand edit is of something that its view no longer shows, or adds what cannot be there."},
		{Slug: Refused, Severity: problem.Error, Doc: "A hand edit would make something seem surer than its claims, hide it, or part a denial from its allegation."},
		{Slug: Unsourced, Severity: problem.Warning, Doc: "An editor added something to a view, and no claim says it: it is drawn as unsourced."},
		{Slug: Unused, Severity: problem.Warning, Doc: "A file of edits or places is kept of a view that the case does not have, as when the view was given another id: nothing of it is drawn."},
		{Slug: Worded, Severity: problem.Note, Doc: "An editor wrote words of a view by hand, or took something out of it: each is listed for reading, since no claim answers for that."},
	}
}
