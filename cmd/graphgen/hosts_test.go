package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/golden"
)

// The pages that show the example in articles, as seen from this package.
var hosts = filepath.Join("..", "..", "examples", "hosts")

// TestHostsAreMadeAsTold runs what the README of the host pages tells to run, in a copy, and
// holds the pages to what comes of it.
func TestHostsAreMadeAsTold(t *testing.T) {
	if testing.Short() {
		t.Skip("draws pixels four times")
	}
	here, err := filepath.Abs(hosts)
	if err != nil {
		t.Fatal(err)
	}
	made := t.TempDir()
	if err := os.CopyFS(made, os.DirFS(filepath.Dir(here))); err != nil {
		t.Fatal(err)
	}
	made = filepath.Join(made, "hosts")
	t.Chdir(made)
	for _, name := range keptOf(t, made) { // or it would be somebody's work where it is another
		if err := os.Remove(filepath.FromSlash(name)); err != nil {
			t.Fatal(err)
		}
	}
	commands := hostCommands(t, filepath.Join(here, "README.md"))
	if len(commands) < 4 {
		t.Fatalf("the README has the commands %q", commands)
	}
	for _, command := range commands {
		follow(t, command)
	}
	kept := keptOf(t, made)
	if !slices.Equal(keptOf(t, here), kept) {
		t.Errorf("the project keeps %q\nof what is made: %q", keptOf(t, here), kept)
	}
	for _, name := range append(kept, "plain/index.html", "wordpress/index.html", "hugo/layouts/shortcodes/graphgen.html") {
		data, err := os.ReadFile(filepath.FromSlash(name))
		if err != nil {
			t.Fatal(err)
		}
		golden.Same(t, filepath.Join(here, filepath.FromSlash(name)), data)
	}
}

// hostCommands are the lines of the blocks of code in a file of Markdown.
func hostCommands(t *testing.T, path string) (commands []string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i, part := range strings.Split(string(data), "\n```\n") {
		if i%2 == 1 {
			commands = append(commands, strings.Split(part, "\n")...)
		}
	}
	return commands
}

// follow does what a line tells a shell to do.
func follow(t *testing.T, command string) {
	t.Helper()
	switch words := strings.Fields(command); {
	case words[0] == "graphgen":
		if code, _, stderr := graphgen(t, nil, words[1:]...); code != exitDone || stderr != "" {
			t.Fatalf("%s: exit code %d: %s", command, code, stderr)
		}
	case words[0] == "cp" && len(words) == 3:
		data, err := os.ReadFile(filepath.FromSlash(words[1]))
		if err == nil {
			err = os.WriteFile(filepath.FromSlash(words[2]), data, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	default:
		t.Fatalf("%s: this test does not know how", command)
	}
}

// keptOf lists the files that .gitignore keeps of what is written for the pages in a folder.
func keptOf(t *testing.T, folder string) (kept []string) {
	t.Helper()
	rules, err := os.ReadFile(filepath.Join(folder, ".gitignore"))
	if err != nil {
		t.Fatal(err)
	}
	for rule := range strings.Lines(string(rules)) {
		pattern, keeps := strings.CutPrefix(strings.TrimSpace(rule), "!/")
		if !keeps {
			continue
		}
		paths, err := filepath.Glob(filepath.Join(folder, filepath.FromSlash(pattern)))
		if err != nil || len(paths) == 0 {
			t.Fatalf("%s keeps %q, %v", pattern, paths, err)
		}
		for _, path := range paths {
			name, err := filepath.Rel(folder, path)
			if err != nil {
				t.Fatal(err)
			}
			kept = append(kept, filepath.ToSlash(name))
		}
	}
	return kept
}
