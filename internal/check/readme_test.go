package check

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"example.org/graphgen/internal/golden"
)

// TestReadmeTable holds README's table of checks to the rules.
func TestReadmeTable(t *testing.T) {
	golden.Section(t, filepath.Join("..", "..", "docs", "checks.md"),
		"<!-- checks: written by go test ./internal/check -update -->\n", "<!-- end of checks -->", table())
}

// table is the table of checks in Markdown, by slug.
func table() string {
	changeable := map[string]string{}
	for _, r := range Rules() {
		changeable[r.Slug] = map[Change]string{fixed: "no", open: "yes", byID: "by id"}[r.Change]
	}
	var b strings.Builder
	b.WriteString("| check | severity | can be changed | reports |\n|---|---|---|---|\n")
	for _, r := range Described() {
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", r.Slug, r.Severity, cmp.Or(changeable[r.Slug], "no"), strings.ReplaceAll(r.Doc, "|", `\|`))
	}
	return b.String()
}
