package check

import (
	"path/filepath"
	"testing"

	"example.org/graphgen/internal/golden"
)

// TestReadmeTable holds README's table of checks to the rules.
func TestReadmeTable(t *testing.T) {
	golden.Section(t, filepath.Join("..", "..", "docs", "checks.md"),
		"<!-- checks: written by go test ./internal/check -update -->\n", "<!-- end of checks -->", Table())
}
