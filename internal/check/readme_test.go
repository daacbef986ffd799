package check

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write README's table of checks")

// TestReadmeTable holds README's table of checks to the rules.
func TestReadmeTable(t *testing.T) {
	const begin, end = "<!-- checks: written by go test ./internal/check -update -->\n", "<!-- end of checks -->"
	path := filepath.Join("..", "..", "README.md")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(data), begin)
	_, after, closed := strings.Cut(rest, end)
	if !found || !closed {
		t.Fatal("README.md has no place for the table of checks")
	}
	want := before + begin + Table() + end + after
	if want == string(data) {
		return
	}
	if !*update {
		t.Fatal("README's table of checks is stale: go test ./internal/check -update")
	}
	if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}
