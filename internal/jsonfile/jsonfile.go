// Package jsonfile writes JSON that programs take and people read: indented, with "<", ">" and
// "&" as they are. It must never know what is written.
package jsonfile

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
)

// Write writes a value as one JSON text that ends in a line break. An error is the writer's,
// or of a value that JSON has no form for.
func Write(w io.Writer, value any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(value)
}

// Quote returns a string as JSON has it.
func Quote(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		panic(err) // a string can always be written
	}
	return strings.TrimSuffix(b.String(), "\n")
}
