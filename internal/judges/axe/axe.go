// Package axe asks axe-core (https://github.com/dequelabs/axe-core), for tests, whether a page
// can be used by everyone.
package axe

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"example.org/graphgen/internal/judges"
	"example.org/graphgen/internal/judges/chromium"
)

// Verdict is what axe-core says of a page by WCAG 2.2 AA and by what it calls good practice.
type Verdict struct {
	Found  []Finding // what it cannot decide counts as found
	Passed int       // rules that had anything to judge
}

// Finding is a rule that a page breaks.
type Finding struct {
	ID, Help string
	Nodes    []Node
}

// Node is an element that breaks a rule, and how.
type Node struct {
	HTML           string `json:"html"`
	FailureSummary string `json:"failureSummary"`
}

func (f Finding) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s, in %d places", f.ID, f.Help, len(f.Nodes))
	for _, n := range f.Nodes[:min(3, len(f.Nodes))] {
		fmt.Fprintf(&b, "\n%s\n%s", n.HTML, n.FailureSummary)
	}
	return b.String()
}

// Judge asks it of the page that a tab shows, by all rules. GRAPHGEN_AXE names the script.
func Judge(t testing.TB, tab *chromium.Tab) Verdict {
	t.Helper()
	return JudgeBut(t, tab)
}

// JudgeBut is Judge by all rules but some.
func JudgeBut(t testing.TB, tab *chromium.Tab, rules ...string) Verdict {
	t.Helper()
	off := map[string]any{}
	for _, rule := range rules {
		off[rule] = map[string]bool{"enabled": false}
	}
	return judge(t, tab, map[string]any{"rules": off, "runOnly": []string{"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"}})
}

// JudgeBy is Judge by some rules alone.
func JudgeBy(t testing.TB, tab *chromium.Tab, rules ...string) Verdict {
	t.Helper()
	return judge(t, tab, map[string]any{"runOnly": map[string]any{"type": "rule", "values": rules}})
}

func judge(t testing.TB, tab *chromium.Tab, options map[string]any) Verdict {
	t.Helper()
	asked, err := json.Marshal(options)
	if err != nil {
		t.Fatal(err)
	}
	if !chromium.Evaluate[bool](t, tab, `typeof axe === "object"`) {
		source, err := os.ReadFile(judges.File(t, "GRAPHGEN_AXE"))
		if err != nil {
			t.Fatal(err)
		}
		chromium.Evaluate[any](t, tab, string(source)+";0")
	}
	return chromium.Evaluate[Verdict](t, tab, fmt.Sprintf(question, asked))
}

const question = `axe.run(document, %s)
	.then(r => ({Found: r.violations.concat(r.incomplete), Passed: r.passes.length}))`
