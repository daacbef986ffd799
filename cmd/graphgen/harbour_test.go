package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/golden"
)

// The example, as seen from this package, and its case file within it.
var harbour = filepath.Join("..", "..", "examples", "harbour")

const harbourCase = "data/entities.json"

// harbourPublished is the case as it was before an edit, in the copy that is edited.
const harbourPublished = "published.json"

// toldProblem is a problem as check --format json gives it.
type toldProblem struct {
	Slug, Severity, Message string
}

// TestHarbourIsClean holds that nothing at all is to be said of the example, and that its
// texts are here: every quote was found in them.
func TestHarbourIsClean(t *testing.T) {
	for _, p := range checkHarbour(t, filepath.Join(harbour, harbourCase)) {
		t.Errorf("%s: %s [%s]", p.Severity, p.Message, p.Slug)
	}
}

// TestHarbourIsDrawn draws the example, without a word on standard error, and looks for what
// its pictures are there to show.
func TestHarbourIsDrawn(t *testing.T) {
	drawn := pictures(t, buildInto(t, filepath.Join(harbour, harbourCase)))
	for name, texts := range map[string][]string{
		"berths.svg": {"standing-contested", "standing-rumoured", "denied by", "unsubstantiated", "never took one baht"},
		"sand.svg":   {"flow-", "standing-record", "standing-alleged", "hub"},
		"quay.svg":   {"standing-stated", "standing-alleged", "Asked for a reply; none came"},
		"count.svg":  {`class="bar `, "I think", "disputes"},
	} {
		for _, text := range texts {
			if !bytes.Contains(drawn[name], []byte(text)) {
				t.Errorf("%s does not show %q", name, text)
			}
		}
	}
}

// TestHarbourBreaks makes each edit in a copy of the example, and holds that the check is
// silent before and speaks after, at the severity that its rule has. README tells what it says.
func TestHarbourBreaks(t *testing.T) {
	rules := map[string]string{}
	for _, r := range check.Described() {
		rules[r.Slug] = r.Severity.String()
	}
	var table strings.Builder
	table.WriteString("| check | edit | what it says then |\n|---|---|---|\n")
	for _, b := range harbourBreaks {
		t.Run(b.slug, func(t *testing.T) {
			severity, known := rules[b.slug]
			if !known {
				t.Fatal("there is no such check, or it has two breaks")
			}
			delete(rules, b.slug)
			copied := t.TempDir()
			if err := os.CopyFS(copied, os.DirFS(harbour)); err != nil {
				t.Fatal(err)
			}
			t.Chdir(copied)
			published, err := os.ReadFile(harbourCase)
			if err == nil {
				err = os.WriteFile(harbourPublished, published, 0o644)
			}
			if err != nil {
				t.Fatal(err)
			}
			if p := toldOf(checkHarbour(t, harbourCase, b.args...), b.slug); p != nil {
				t.Errorf("it speaks before the edit: %s", p.Message)
			}
			for _, e := range b.edits {
				e.make(t)
			}
			file := harbourCase
			if b.file != "" {
				file = b.file
			}
			p := toldOf(checkHarbour(t, file, b.args...), b.slug)
			if p == nil {
				t.Fatal("it is silent after the edit")
			}
			if p.Severity != severity {
				t.Errorf("it is a %s, want %s", p.Severity, severity)
			}
			fmt.Fprintf(&table, "| `%s` | %s | %s: %s |\n", b.slug, b.words(), p.Severity, inCell(p.Message))
		})
	}
	for slug := range rules {
		t.Errorf("nothing breaks %s: harbourBreaks wants an edit for it", slug)
	}
	if !slices.IsSortedFunc(harbourBreaks, func(a, b harbourBreak) int { return strings.Compare(a.slug, b.slug) }) {
		t.Error("the breaks are not in the order of their checks")
	}
	if !t.Failed() {
		harbourTable(t, table.String())
	}
}

// checkHarbour runs check, as whoever has the example would.
func checkHarbour(t *testing.T, file string, args ...string) []toldProblem {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code := run(append([]string{"check", file, "--format", "json"}, args...), nil, &stdout, &stderr)
	var report struct{ Problems []toldProblem }
	if err := json.Unmarshal(stdout.Bytes(), &report); err != nil {
		t.Fatalf("%v in %q, exit code %d: %s", err, stdout.String(), code, stderr.String())
	}
	errors := slices.ContainsFunc(report.Problems, func(p toldProblem) bool { return p.Severity == "error" })
	if want := map[bool]int{false: exitDone, true: exitData}[errors]; code != want {
		t.Errorf("exit code %d, want %d", code, want)
	}
	return report.Problems
}

func toldOf(problems []toldProblem, slug string) *toldProblem {
	if i := slices.IndexFunc(problems, func(p toldProblem) bool { return p.Slug == slug }); i >= 0 {
		return &problems[i]
	}
	return nil
}

func (e harbourEdit) path() string {
	if e.in == "" {
		return harbourCase
	}
	return "data/" + e.in
}

// make makes the edit in the working folder.
func (e harbourEdit) make(t *testing.T) {
	t.Helper()
	if e.old == "" {
		if err := os.MkdirAll(filepath.Dir(e.path()), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(e.path(), []byte(e.new), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(e.path())
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(e.old+e.new, "\n") {
		t.Fatal("an edit that README tells of stays within a line")
	}
	if n := bytes.Count(data, []byte(e.old)); n != 1 {
		t.Fatalf("%q stands %d times in %s", e.old, n, e.path())
	}
	if err := os.WriteFile(e.path(), bytes.Replace(data, []byte(e.old), []byte(e.new), 1), 0o644); err != nil {
		t.Fatal(err)
	}
}

// words tells in Markdown what the break does.
func (b harbourBreak) words() string {
	var steps []string
	for _, e := range b.edits {
		step := "replace " + inCode(e.old) + " with " + inCode(e.new)
		if e.new == "" {
			step = "leave out " + inCode(e.old)
		}
		if e.old == "" {
			step = "put " + inCode(e.new)
		}
		if e.in != "" {
			step = "in `" + e.path() + "` " + step
		}
		steps = append(steps, step)
	}
	words := strings.Join(steps, ", and ")
	if b.file != "" {
		words = "check " + inCode(b.file)
	}
	if len(b.args) > 0 {
		words += ", and check with " + inCode(strings.Join(b.args, " "))
	}
	return words
}

// inCode shows a text as code in a cell of a table.
func inCode(text string) string {
	const most = 200
	if !utf8.ValidString(text) {
		text = strings.Trim(strconv.Quote(text), `"`)
	}
	if runes := []rune(text); len(runes) > most {
		text = fmt.Sprintf("%s … and so on, %d characters in all", string(runes[:most/4]), len(runes))
	}
	return "`" + inCell(strings.TrimSpace(text)) + "`"
}

func inCell(text string) string { return strings.ReplaceAll(text, "|", `\|`) }

// harbourTable holds the table in the example's README to the breaks.
func harbourTable(t *testing.T, table string) {
	t.Helper()
	golden.Section(t, filepath.Join(harbour, "README.md"),
		"<!-- written by go test ./cmd/graphgen -run TestHarbourBreaks -update -->\n", "<!-- end of the table -->", table)
}
