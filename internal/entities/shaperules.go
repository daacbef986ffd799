package entities

import "example.org/graphgen/internal/problem"

// The slugs of what can be wrong with the shape of a case file.
const (
	BadID        = "bad-id"
	BadLanguage  = "bad-language"
	BadNumber    = "bad-number"
	BadText      = "bad-text"
	BadVersion   = "bad-version"
	DuplicateKey = "duplicate-key"
	Encoding     = "encoding"
	MissingField = "missing-field"
	Syntax       = "syntax"
	TooMany      = "too-many-problems"
	UnknownField = "unknown-field"
	UnknownWord  = "unknown-word"
	WrongType    = "wrong-type"
)

// ShapeRule is one thing that Load finds wrong.
type ShapeRule struct {
	Slug     string
	Severity problem.Severity
	Doc      string // one sentence for the table of checks
}

// ShapeRules lists what Load finds wrong, by slug. None of it can be turned off: what has
// the wrong shape cannot be read.
func ShapeRules() []ShapeRule {
	return []ShapeRule{
		{BadID, problem.Error, "An id has characters that ids may not have, or is too long; a view's id is no portable file name, or differs from another's by case alone; a relation type has a built-in one's name."},
		{BadLanguage, problem.Error, "A language is not given as a known BCP 47 tag in its usual spelling."},
		{BadNumber, problem.Error, "A number is out of range, or not a whole number where one is wanted."},
		{BadText, problem.Error, "A text is empty, too long, not of the wanted form, or holds control characters, characters that reorder text, or half of a surrogate pair."},
		{BadVersion, problem.Error, "The file's version is not one that this program reads."},
		{DuplicateKey, problem.Error, "An object has the same field twice."},
		{Encoding, problem.Error, "The file is not UTF-8 text."},
		{MissingField, problem.Error, "A field is missing that has no sensible absence."},
		{Syntax, problem.Error, "The file is not JSON: broken off, empty, nested too deep or too big, or with more than one object."},
		{TooMany, problem.Error, "There are more problems than are listed."},
		{UnknownField, problem.Error, "A field has a name that case files do not have."},
		{UnknownWord, problem.Error, "A word is not one of the few that a field takes."},
		{WrongType, problem.Error, "A value is of another type than its field takes, or null."},
	}
}
