package entities

import "example.org/graphgen/internal/problem"

// The slugs of what can be wrong with the shape of a case file.
const (
	BadID        = "bad-id"
	BadLanguage  = "bad-language"
	BadNumber    = "bad-number"
	BadPlaces    = "bad-places"
	BadText      = "bad-text"
	BadVersion   = "bad-version"
	CannotRead   = "cannot-read"
	DuplicateKey = "duplicate-key"
	Encoding     = "encoding"
	MissingField = "missing-field"
	Syntax       = "syntax"
	TooMany      = "too-many-problems"
	TooLong      = "too-many-items"
	UnknownField = "unknown-field"
	UnknownWord  = "unknown-word"
	WrongType    = "wrong-type"
)

// ShapeRules lists what Load finds wrong, by slug. None of it can be turned off: what has
// the wrong shape cannot be read. CannotRead is for whoever opens the file, BadPlaces for
// whoever reads what is kept beside it.
func ShapeRules() []problem.Rule {
	return []problem.Rule{
		{Slug: BadID, Severity: problem.Error, Doc: "An id has characters that ids may not have, or is too long; a view's id is no portable file name, or differs from another's by case alone; a relation type has a built-in one's name."},
		{Slug: BadLanguage, Severity: problem.Error, Doc: "A language is not given as a known BCP 47 tag in its usual spelling."},
		{Slug: BadNumber, Severity: problem.Error, Doc: "A number is out of range, or not a whole number where one is wanted."},
		{Slug: BadPlaces, Severity: problem.Error, Doc: "A file of kept places is not JSON, has unknown, missing or wrong fields, is of another view, or names something twice."},
		{Slug: BadText, Severity: problem.Error, Doc: "A text is empty, too long, not of the wanted form, or holds control characters, characters that reorder text, or half of a surrogate pair."},
		{Slug: BadVersion, Severity: problem.Error, Doc: "The file's version is not one that this program reads."},
		{Slug: CannotRead, Severity: problem.Error, Doc: "The case file is not there, is a folder, is too large or may not be read."},
		{Slug: DuplicateKey, Severity: problem.Error, Doc: "An object has the same field twice."},
		{Slug: Encoding, Severity: problem.Error, Doc: "The file is not UTF-8 text."},
		{Slug: MissingField, Severity: problem.Error, Doc: "A field is missing that has no sensible absence."},
		{Slug: Syntax, Severity: problem.Error, Doc: "The file is not JSON: broken off, empty, nested too deep or too big, or with more than one object."},
		{Slug: TooLong, Severity: problem.Error, Doc: "A list has more items than can be drawn."},
		{Slug: TooMany, Severity: problem.Error, Doc: "There are more problems than are listed."},
		{Slug: UnknownField, Severity: problem.Error, Doc: "A field has a name that case files do not have."},
		{Slug: UnknownWord, Severity: problem.Error, Doc: "A word is not one of the few that a field takes."},
		{Slug: WrongType, Severity: problem.Error, Doc: "A value is of another type than its field takes, or null."},
	}
}
