package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// README shows what why answers, up to the numbers of notes.
func TestReadmeAnswersWhy(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "docs", "report.md"))
	if err != nil {
		t.Fatal(err)
	}
	const command = "\n$ go run ./cmd/graphgen why government-slow\n"
	_, shown, found := strings.Cut(string(readme), command)
	shown, _, closed := strings.Cut(shown, "```")
	if !found || !closed {
		t.Fatalf("README does not show %q", command)
	}
	var stdout, stderr bytes.Buffer
	code := run([]string{"why", "government-slow", "--case", filepath.Join("..", "..", "data", "entities.json")}, nil, &stdout, &stderr)
	told, _, _ := strings.Cut(stdout.String(), "In the diagrams\n")
	if code != exitDone || told != shown {
		t.Errorf("exit code %d, %s\nwhy tells\n%s\nREADME shows\n%s", code, &stderr, told, shown)
	}
}
