package report

import (
	"io"

	"example.org/graphgen/internal/jsonfile"
)

// WriteJSON writes the report as one JSON object, for machines. Its fields are those of
// Report by their json names; lists that hold nothing are empty and never null.
func (r *Report) WriteJSON(w io.Writer) error { return jsonfile.Write(w, r) }
