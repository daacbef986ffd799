package report

import (
	"cmp"
	"fmt"
	"slices"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
)

// Remark is a sentence of a report; a grave one asks to be looked into.
type Remark struct {
	Words string
	Grave bool
}

// Short says what the report comes to, what weighs most first.
func (r *Report) Short() []Remark {
	s := r.Summary
	var list []Remark
	say := func(grave bool, format string, args ...any) {
		list = append(list, Remark{fmt.Sprintf(format, args...), grave})
	}
	if s.Errors > 0 {
		say(true, "The case has %s, and is not drawn: see what check found.", problem.Counted(s.Errors, "error"))
	}
	r.shortOfAccusations(say)
	r.shortOfQuotes(say)
	if s.Warnings+s.Notes > 0 {
		say(false, "Check has %s and %s.", problem.Counted(s.Warnings, "warning"), problem.Counted(s.Notes, "note"))
	}
	r.shortOfEdits(say)
	if s.RuleChanges > 0 {
		say(true, "The case changes how much %s, with reasons.", problem.Counted(s.RuleChanges, "check weighs", "checks weigh"))
	}
	if s.Corrections > 0 {
		say(false, "%s printed.", problem.Counted(s.Corrections, "correction is", "corrections are"))
	}
	if s.NeverDrawn > 0 {
		say(false, "No diagram has %s of the case.", problem.Counted(s.NeverDrawn, "line"))
	}
	return list
}

func (r *Report) shortOfAccusations(say func(bool, string, ...any)) {
	s := r.Summary
	switch {
	case len(s.Persons) > 0:
		say(true, "%s: %s, by %s.", problem.Counted(len(s.Persons), "named person is accused", "named persons are accused"), list(names(s.Persons)), problem.Counted(s.OfPersons, "line"))
	case len(r.Persons) > 0:
		say(false, "%s, and no line accuses any of them.", problem.Counted(len(r.Persons), "person is named", "persons are named"))
	}
	if len(s.Bodies) > 0 {
		say(true, "%s: %s, by %s.", problem.Counted(len(s.Bodies), "body is accused", "bodies are accused"), list(names(s.Bodies)), problem.Counted(s.OfBodies, "line"))
	}
	if len(s.Bound) > 0 {
		say(true, "%s: %s.", problem.Counted(len(s.Bound), "person heads, belongs to or works for someone accused", "persons head, belong to or work for someone accused"), list(names(s.Bound)))
	}
	if s.OfOthers > 0 {
		say(false, "%s no person and no body by name: groups, what moves, or numbers.", problem.Counted(s.OfOthers, "line accuses", "lines accuse"))
	}
	if s.Accusing > 0 {
		say(false, "Of %s the claims say that someone was asked for a reply, of %d they do not.", problem.Counted(s.Asked, "line that accuses", "lines that accuse"), s.Accusing-s.Asked)
	}
	if s.Denied > 0 {
		say(false, "%s, and printed with who denies or disputes it.", problem.Counted(s.Denied, "line is disputed", "lines are disputed"))
	}
	if s.Answered > 0 {
		say(false, "%s and not disputed, and printed with the answer.", problem.Counted(s.Answered, "line is answered", "lines are answered"))
	}
}

func (r *Report) shortOfQuotes(say func(bool, string, ...any)) {
	q := r.Summary.Quotes
	switch {
	case q.All == 0:
	case q.Unchecked == q.All:
		say(true, "%s not checked: no source’s text is here.", problem.Counted(q.All, "quote was", "quotes were"))
	case q.Found == q.All:
		say(false, "%s in the sources’ texts, word for word; none is missing.", problem.Counted(q.All, "quote stands", "quotes stand"))
	default:
		say(true, "Of %s, %d stand in their sources’ texts word for word, %d are missing there, %d are there more than once, and %d were not checked.",
			problem.Counted(q.All, "quote"), q.Found, q.Missing, q.Ambiguous, q.Unchecked)
	}
	read := slices.DeleteFunc(slices.Clone(r.Sources), func(s Source) bool { return s.Quoted == 0 })
	if len(read) == 0 {
		return
	}
	most := slices.MaxFunc(read, func(a, b Source) int { return cmp.Compare(a.Quoted*b.Words, b.Quoted*a.Words) })
	others := ""
	if len(read) > 1 {
		others = ", more than of any other source"
	}
	say(false, "The quotes have %s of the words of %s%s.", share(most.Quoted, most.Words), most.Name, others)
}

// isBody tells whether an entity is one that acts and has a name, and is no person.
func isBody(n Named) bool {
	return n.Type != string(entities.Person) && entities.EntityType(n.Type).Answerable()
}

func names(list []Named) []string {
	all := make([]string, len(list))
	for i, n := range list {
		all[i] = n.Name
	}
	return all
}

// Coverage says how far the claims go into the source's text.
func (s Source) Coverage() []Remark {
	taken := Remark{Words: problem.Counted(s.Claims, "claim is", "claims are") + " taken from it."}
	switch s.Text {
	case textNotHere:
		return []Remark{taken, {fmt.Sprintf("Its text is not here, so that %s checked.", problem.Counted(s.Unchecked, "quote was not", "quotes were not")), s.Unchecked > 0}}
	case textUnreadable:
		return []Remark{taken, {"Its text cannot be read.", true}}
	}
	list := []Remark{taken, {fmt.Sprintf("Of their quotes %d were found, %d are missing, %d are in several places.", s.Found, s.Missing, s.Ambiguous), s.Missing+s.Ambiguous > 0},
		{Words: fmt.Sprintf("Claims rest on %d of its %s; the quotes have %d of its %s (%s).", s.Covered, problem.Counted(s.Sentences, "sentence"), s.Quoted, problem.Counted(s.Words, "word"), share(s.Quoted, s.Words))}}
	if s.Text == textChanged {
		list = append(list, Remark{"The text that is here is not the one that was read: its sha256 is another.", true})
	}
	return list
}

func share(part, whole int) string {
	if whole == 0 {
		return "nothing"
	}
	return fmt.Sprintf("%d%%", (200*part+whole)/(2*whole))
}
