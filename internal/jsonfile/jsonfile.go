// Package jsonfile writes values as JSON that programs take and people read: indented, with
// "<", ">" and "&" as they are. It must never know what is written.
package jsonfile

import (
	"encoding/json"
	"io"
)

// Write writes a value as one JSON text that ends in a line break. An error is the writer's,
// or of a value that JSON has no form for.
func Write(w io.Writer, value any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(value)
}
