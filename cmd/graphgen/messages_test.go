package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// TestHostileArguments gives each verb file names, ids and flags that would act on a terminal
// or pass for another message. They are echoed, and act on nothing.
func TestHostileArguments(t *testing.T) {
	const (
		acts   = "\x1b]0;owned\a\x1b[2J\r\u009b31m\u202e"
		forged = "x\ngraphgen: no problems\n::set-output name=x"
	)
	folder := t.TempDir()
	seed, err := os.ReadFile(filepath.Join("..", "..", "data", "entities.json"))
	if err != nil {
		t.Fatal(err)
	}
	good := filepath.Join(folder, "case.json")
	odd := filepath.Join(folder, acts+forged+".json")
	for _, path := range []string{good, odd} {
		if err := os.WriteFile(path, seed, 0o600); err != nil {
			t.Skip(err) // no such names here
		}
	}
	for _, said := range []string{acts, forged} {
		for _, args := range [][]string{
			{said}, {"--" + said}, {"build", said}, {"build", "--lang", said, good}, {"build", "--text", said, good},
			{"build", "--text", said + "=" + said, good}, {"build", "--on=" + said}, {"build", "--timeout", said},
			{"build", "--font", said, good}, {"build", "--format", said, good}, {"build", good, said},
			{"check", said}, {"check", "--since", said, good}, {"check", "--format", said}, {"check", "--on", said, good},
			{"diff", said, said}, {"diff", said}, {"why", said, "--case", good}, {"why", said}, {"coverage", said}, {"coverage", said, good},
			{"quote", said}, {"quote", said, said}, {"merge", said}, {"merge", said, good}, {"embed", said}, {"embed", said, "--into", said},
			{"export", said}, {"export", "csv", "-o", said, good}, {"import", said}, {"import", "dot", said}, {"import", "csv", said},
			{"import", "ftm", said}, {"report", said}, {"report", "-o", said + "/" + said, good}, {"init", said}, {"help", said}, {"schema", said},
		} {
			tellsHarmlessly(t, args)
		}
	}
	for _, args := range [][]string{{"check", odd}, {"check", odd, "--format", "sarif"}, {"why", "nobody", odd}, {"diff", odd, odd}, {"diff", good, odd}, {"coverage", "nothing", odd}} {
		tellsHarmlessly(t, args)
	}
}

func tellsHarmlessly(t *testing.T, args []string) {
	t.Helper()
	t.Chdir(t.TempDir())
	var out, messages bytes.Buffer
	run(args, strings.NewReader(""), &out, &messages)
	for _, text := range []string{out.String(), messages.String()} {
		if i := strings.IndexFunc(text, func(r rune) bool {
			return r != '\n' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r))
		}); i >= 0 {
			t.Errorf("%q: %q acts on a terminal", args, text[max(0, i-40):min(i+40, len(text))])
		}
		for line := range strings.Lines(text) {
			if strings.HasPrefix(line, "graphgen: no problems") || strings.HasPrefix(line, "::") {
				t.Errorf("%q: the message %q is forged", args, line)
			}
		}
	}
}
