package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestWalk holds README's way into a case to the script that tries it, and to its promise:
// fewer than ten commands.
func TestWalk(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "docs", "tutorial.md"))
	if err != nil {
		t.Fatal(err)
	}
	script, err := os.ReadFile(filepath.Join("testdata", "script", "walk.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	section := string(readme)
	told, first := commandsIn(strings.ReplaceAll(section, `"`, "'"), "graphgen ")
	tried, _ := commandsIn(string(script), "exits 0 graphgen ")
	tried = slices.DeleteFunc(tried, func(c string) bool { return strings.HasPrefix(c, "coverage") })
	if !slices.Equal(told, tried) {
		t.Errorf("README tells\n%s\nwalk.txtar tries\n%s", strings.Join(told, "\n"), strings.Join(tried, "\n"))
	}
	if first == 0 || first >= 10 {
		t.Errorf("the first way takes %d commands", first)
	}
}

// commandsIn returns the lines that begin in this way, without it, and how many of them
// stand before the first gap.
func commandsIn(text, beginning string) (commands []string, first int) {
	for line := range strings.Lines(text) {
		command, isCommand := strings.CutPrefix(strings.TrimSpace(line), beginning)
		switch {
		case isCommand:
			commands = append(commands, command)
		case strings.HasPrefix(line, "```") && first == 0:
			first = len(commands)
		}
	}
	return commands, first
}
