package ftm

import (
	"bytes"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// proxy is one line of FollowTheMoney: a thing, or an edge between two. All properties are
// lists of strings.
type proxy struct {
	ID         string     `json:"id"`
	Schema     string     `json:"schema"`
	Properties properties `json:"properties"`
}

type properties map[string][]string

// set gives a property values. Empty ones are none.
func (p properties) set(name string, values ...string) {
	for _, value := range values {
		if value = strings.TrimSpace(value); value != "" && !slices.Contains(p[name], value) {
			p[name] = append(p[name], value)
		}
	}
}

// The lengths up to which FollowTheMoney takes values.
const (
	mostName   = 384
	mostString = 1024
	mostText   = 65000
)

// write writes the entity as a line.
func (e proxy) write(b *bytes.Buffer) error {
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

// isExactDate tells whether FollowTheMoney has a form for a date: a year, a month or a day, known
// and certain.
func isExactDate(date string) bool {
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
