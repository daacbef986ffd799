package entities

import (
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/graphgen/internal/problem"
)

// ValidID tells whether a part of a case may have the id.
func ValidID(id string) bool {
	return idForm.pattern.MatchString(id) && utf8.RuneCountInString(id) <= maxID
}

// Fit returns a text as a field of one of the case's objects can hold it, given by its name in
// the Go struct: without characters that no text may hold, and cut where it is too long. It is
// empty where nothing that can be seen is left. Whole tells whether the text is unchanged.
func Fit(object reflect.Type, field, text string) (fitted string, whole bool) {
	f, ok := object.FieldByName(field)
	if !ok {
		panic("no field " + field + " in " + object.Name())
	}
	s := shapeOf(object, f)
	fitted = strings.Map(func(r rune) rune {
		switch {
		case s.lines && (r == '\n' || r == '\t') || !isRefused(r):
			return r
		case r == '\n' || r == '\t' || breaksLine(r):
			return ' '
		}
		return -1
	}, strings.ReplaceAll(strings.ToValidUTF8(text, "\ufffd"), "\r\n", "\n"))
	fitted = strings.TrimSpace(fitted)
	if cut := problem.RunePrefix(fitted, s.max); cut < len(fitted) {
		fitted = fitted[:problem.RunePrefix(fitted, s.max-1)] + "…"
	}
	if strings.IndexFunc(fitted, isInk) < 0 {
		fitted = ""
	}
	return fitted, fitted == text
}

// SourceTypes returns the words that say what kind of thing a source is.
func SourceTypes() []SourceType { return slices.Clone(sourceTypes) }

// PublicBodies returns the words that say what kind of public body an entity is whose type does not.
func PublicBodies() []PublicBody { return slices.Clone(publicBodies) }

// EntityTypes returns the words that say what an entity is.
func EntityTypes() []EntityType { return slices.Clone(entityTypes) }
