package report_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"example.org/graphgen/internal/judges"
	"example.org/graphgen/internal/judges/chromium"
	"example.org/graphgen/internal/report"
)

// pages are the reports that judges are shown.
func pages(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	for name, r := range map[string]*report.Report{"seed": seedReport(t, ""), "seed in Khmer": seedReport(t, "km"), "port": portReport(t, ""), "harbour": harbourReport(t, "")} {
		var page bytes.Buffer
		if err := r.WriteHTML(&page); err != nil {
			t.Fatal(err)
		}
		all[name] = page.String()
	}
	return all
}

// axe is axe-core (https://github.com/dequelabs/axe-core) in a browser.
type axe struct {
	source string
	tab    *chromium.Tab
}

// verdict is what axe-core says of a page. What it cannot decide counts as found.
type verdict struct {
	Found []struct {
		ID, Help string
		Nodes    []struct {
			HTML           string `json:"html"`
			FailureSummary string `json:"failureSummary"`
		}
	}
	Passed int // rules
	Width  int64
}

// judge shows a page and asks for a verdict by WCAG 2.2 AA and by what axe-core calls good practice.
func (a axe) judge(t *testing.T, html, scheme string, width int64) verdict {
	t.Helper()
	a.tab.Prefer(t, scheme)
	a.tab.Show(t, html, width)
	chromium.Evaluate[any](t, a.tab, a.source+";0")
	return chromium.Evaluate[verdict](t, a.tab, `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
		.then(r => ({Found: r.violations.concat(r.incomplete), Passed: r.passes.length, Width: document.documentElement.scrollWidth}))`)
}

func TestAxeFindsNothing(t *testing.T) {
	source, err := os.ReadFile(judges.File(t, "GRAPHGEN_AXE"))
	if err != nil {
		t.Fatal(err)
	}
	a := axe{string(source), chromium.Start(t)}
	const faint = `<!doctype html><html lang="en"><head><title>Faint</title><style>:root { color-scheme: light dark }
		@media (prefers-color-scheme: dark) { p { color: #444; background: #222 } }</style></head><body><main><h1>Faint</h1><p>by night</p></main></body></html>`
	if v := a.judge(t, faint, "light", 1280); len(v.Found) > 0 {
		t.Errorf("axe finds by day what is faint by night: %+v", v.Found)
	}
	if v := a.judge(t, faint, "dark", 1280); len(v.Found) == 0 || v.Found[0].ID != "color-contrast" {
		t.Fatalf("axe does not see that a text is faint by night: %+v", v.Found)
	}
	all := pages(t)
	for _, shown := range []struct {
		page, scheme string
		width        int64
	}{
		{"seed", "light", 1280}, {"seed", "dark", 1280}, {"seed", "light", 400},
		{"seed in Khmer", "dark", 1280}, {"port", "light", 1280}, {"port", "dark", 1280}, {"harbour", "dark", 400},
	} {
		v := a.judge(t, all[shown.page], shown.scheme, shown.width)
		for _, found := range v.Found {
			for _, n := range found.Nodes[:min(3, len(found.Nodes))] {
				t.Errorf("%+v: %s: %s\n%s\n%s", shown, found.ID, found.Help, n.HTML, n.FailureSummary)
			}
		}
		if v.Passed < 20 {
			t.Errorf("%+v: only %d rules had anything to pass", shown, v.Passed)
		}
		if v.Width > shown.width {
			t.Errorf("%+v: the page is %d px wide", shown, v.Width)
		}
	}
}

// The checker of the W3C (https://github.com/validator/validator) finds the pages valid.
func TestPagesAreValid(t *testing.T) {
	jar := judges.File(t, "GRAPHGEN_VNU")
	java := judges.Program(t, "java")
	dir := t.TempDir()
	args := []string{"-jar", jar}
	for name, html := range pages(t) {
		path := filepath.Join(dir, strings.ReplaceAll(name, " ", "-")+".html")
		if err := os.WriteFile(path, []byte(html), 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	if out, err := exec.Command(java, args...).CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("%v\n%s", err, out)
	}
}

// The judge of validity sees what is wrong.
func TestCheckerSeesFaults(t *testing.T) {
	jar := judges.File(t, "GRAPHGEN_VNU")
	page := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(page, []byte(`<!doctype html><html lang="en"><title>x</title><p id="a"><p id="a">`), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(judges.Program(t, "java"), "-jar", jar, page).CombinedOutput()
	if err == nil || !bytes.Contains(out, []byte("Duplicate ID")) {
		t.Errorf("%v\n%s", err, out)
	}
}
