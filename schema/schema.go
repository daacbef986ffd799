// Package schema holds the published JSON Schema of the case file, which gives editors
// completion and checks. It must never know how a case file is read: a test beside the
// loader shows that the two agree.
package schema

import _ "embed"

//go:embed entities.schema.json
var entities string

// Entities returns the JSON Schema (draft 2020-12) of data/entities.json.
func Entities() string { return entities }
