package formats

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// ftmEntity is one line of FollowTheMoney: a thing, or an edge between two. All properties are
// lists of strings.
type ftmEntity struct {
	ID         string        `json:"id"`
	Schema     string        `json:"schema"`
	Properties ftmProperties `json:"properties"`
}

type ftmProperties map[string][]string

// set gives a property values. Empty ones are none.
func (p ftmProperties) set(name string, values ...string) {
	for _, value := range values {
		if value = strings.TrimSpace(value); value != "" && !slices.Contains(p[name], value) {
			p[name] = append(p[name], value)
		}
	}
}

// The lengths up to which FollowTheMoney takes values.
const (
	ftmName   = 384
	ftmString = 1024
	ftmText   = 65000
)

// cutTo cuts a text to a length in characters, and tells whether that took anything.
func cutTo(most int, text string) (string, bool) {
	if utf8.RuneCountInString(text) <= most {
		return text, false
	}
	return string([]rune(text)[:most-1]) + "…", true
}

// write writes the entity as a line.
func (e ftmEntity) write(b *bytes.Buffer) error {
	line, err := json.Marshal(e, json.Deterministic(true), jsontext.EscapeForHTML(false))
	if err != nil {
		return err
	}
	b.Write(line)
	b.WriteByte('\n')
	return nil
}

// Marks in the property keywords tell what the schema does not: which of several types that
// share it, and that a document is a source.
const (
	typeMark   = "type: "
	sourceMark = "source: "
)

// ftmDate tells whether FollowTheMoney has a form for a date: a year, a month or a day, known
// and certain.
func ftmDate(date string) bool {
	for i, r := range date {
		want := rune('0')
		if i == 4 || i == 7 {
			want = '-'
		}
		if want == '-' && r != '-' || want == '0' && (r < '0' || r > '9') {
			return false
		}
	}
	return len(date) == 4 || len(date) == 7 || len(date) == 10
}
