package report

import (
	"encoding/json"
	"io"
)

// WriteJSON writes the report as one JSON object, for machines. Its fields are those of
// Report by their json names; lists that hold nothing are empty and never null.
func (r *Report) WriteJSON(w io.Writer) error { return encode(w, r) }

func encode(w io.Writer, value any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(value)
}
