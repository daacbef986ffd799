package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/go-fonts/liberation/liberationmonoregular"
	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the test binary be graphgen itself: for scripts, and for the workers that
// graphgen starts from its own binary.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && workers[os.Args[1]] != nil {
		main()
	}
	testscript.Main(m, map[string]func(){"graphgen": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":     exits,
			"bigcase":   bigCase,
			"bytes":     writeBytes,
			"hugelabel": hugeLabel,
			"font":      writeFont,
			"replace":   replaceOnce,
			"append":    appendLine,
			"damage":    damageOriginal,
		},
		UpdateScripts: os.Getenv("GRAPHGEN_UPDATE") != "",
		Setup:         scriptEnvironment,
	})
}

// scriptEnvironment lets scripts share what the tests themselves are told.
func scriptEnvironment(env *testscript.Env) error {
	// The compiled layout engine is kept where it is kept outside the tests.
	cache, err := os.UserCacheDir()
	if err == nil {
		env.Setenv("XDG_CACHE_HOME", cache)
	}
	for _, name := range []string{"GORACE", "GRAPHGEN_WORKER"} {
		env.Setenv(name, os.Getenv(name))
	}
	env.Setenv("BIN", filepath.SplitList(env.Getenv("PATH"))[0]) // where graphgen is, and nothing else
	return nil
}

// exits runs a command and wants an exit code: exits 3 graphgen build.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// bigCase writes a case whose first view has so many entities and relations, and whose
// second shows two of them: bigcase FILE ENTITIES RELATIONS.
func bigCase(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: bigcase FILE ENTITIES RELATIONS")
	}
	entities, err := strconv.Atoi(args[1])
	ts.Check(err)
	relations, err := strconv.Atoi(args[2])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(makeBigCase(entities, relations)), 0o644))
}

func makeBigCase(entities, relations int) string {
	var es, rs []string
	for i := range entities {
		es = append(es, fmt.Sprintf(`{"id": "e%d", "type": "group", "name": "Group %d"}`, i, i))
	}
	state := uint32(1)
	random := func(n int) int {
		state = state*1664525 + 1013904223
		return int(state>>8) % n
	}
	for i := range relations {
		from := random(entities)
		to := (from + 1 + random(entities-1)) % entities
		if i < entities-1 {
			from, to = i, i+1
		}
		rs = append(rs, fmt.Sprintf(`{"id": "r%d", "type": "met-with", "from": "e%d", "to": "e%d", "claims": ["c"]}`, i, from, to))
	}
	return `{"version": 1, "title": "Many", "language": "en",
  "sources": [{"id": "s", "type": "article", "title": "A source", "publisher": "e0"}],
  "entities": [` + strings.Join(es, ",\n    ") + `],
  "claims": [{"id": "c", "source": "s", "speaker": "e0", "quote": "they met", "standing": "stated"}],
  "relations": [` + strings.Join(rs, ",\n    ") + `],
  "views": [
    {"id": "all", "title": "All of it", "layout": "dot"},
    {"id": "few", "title": "Two of it", "include": {"ids": ["r0"]}}
  ]
}
`
}

// replaceOnce replaces a text that a file has once: replace FILE OLD NEW.
func replaceOnce(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace FILE OLD NEW")
	}
	text, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	if n := bytes.Count(text, []byte(args[1])); n != 1 {
		ts.Fatalf("%s has %q %d times", args[0], args[1], n)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Replace(text, []byte(args[1]), []byte(args[2]), 1), 0o644))
}

// appendLine writes a line at a file's end: append FILE LINE.
func appendLine(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: append FILE LINE")
	}
	text, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), append(text, args[1]+"\n"...), 0o644))
}

// damageOriginal takes the original out of a published DOT file, as a formatter may: damage FILE.
func damageOriginal(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: damage FILE")
	}
	text, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	packed := regexp.MustCompile(`original="[^"]*"`)
	if !packed.Match(text) {
		ts.Fatalf("%s has no original", args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), packed.ReplaceAll(text, []byte(`original="x"`)), 0o644))
}

// writeBytes writes a file from a Go string literal, for what a script cannot hold.
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes FILE LITERAL")
	}
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

// writeFont writes Liberation Mono, as it is or with another fsType in its OS/2 table, which
// says what its maker allows, or with a table without an end or letters without a width:
// font FILE [FSTYPE | endless | widthless].
func writeFont(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 || len(args) > 2 {
		ts.Fatalf("usage: font FILE [FSTYPE | endless | widthless]")
	}
	data := bytes.Clone(liberationmonoregular.TTF)
	entry := func(tag string) []byte { return data[bytes.Index(data, []byte(tag)):] }
	table := func(tag string) []byte { return data[binary.BigEndian.Uint32(entry(tag)[8:]):] }
	switch {
	case len(args) == 1:
	case args[1] == "endless":
		binary.BigEndian.PutUint32(entry("glyf")[12:], math.MaxUint32)
	case args[1] == "widthless":
		binary.BigEndian.PutUint16(table("hhea")[34:], 0)
	default:
		fsType, err := strconv.ParseUint(args[1], 10, 16)
		ts.Check(err)
		binary.BigEndian.PutUint16(table("OS/2")[8:], uint16(fsType))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o644))
}

// hugeLabel writes a case with a name of 10 MB: hugelabel FILE CASE.
func hugeLabel(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: hugelabel FILE CASE")
	}
	text := strings.Replace(ts.ReadFile(args[1]), "Ada Berg\"}", strings.Repeat("A", 10<<20)+"\"}", 1)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}
