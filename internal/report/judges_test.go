package report_test

import (
	"bytes"
	"maps"
	"slices"
	"testing"

	"example.org/graphgen/internal/judges"
	"example.org/graphgen/internal/judges/axe"
	"example.org/graphgen/internal/judges/chromium"
	"example.org/graphgen/internal/judges/vnu"
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

func TestAxeFindsNothing(t *testing.T) {
	judges.File(t, "GRAPHGEN_AXE")
	tab := chromium.Start(t)
	all := pages(t)
	for _, shown := range []struct {
		page, scheme string
		width        int64
	}{
		{"seed", "light", 1280}, {"seed", "dark", 1280}, {"seed", "light", 400},
		{"seed in Khmer", "dark", 1280}, {"port", "light", 1280}, {"port", "dark", 1280}, {"harbour", "dark", 400},
	} {
		tab.Prefer(t, shown.scheme)
		tab.Show(t, all[shown.page], shown.width)
		v := axe.Judge(t, tab)
		for _, found := range v.Found {
			t.Errorf("%+v: %v", shown, found)
		}
		if v.Passed < 20 {
			t.Errorf("%+v: only %d rules had anything to pass", shown, v.Passed)
		}
		if width := chromium.Evaluate[int64](t, tab, "document.documentElement.scrollWidth"); width > shown.width {
			t.Errorf("%+v: the page is %d px wide", shown, width)
		}
	}
}

func TestPagesAreValid(t *testing.T) {
	all := pages(t)
	names := slices.Sorted(maps.Keys(all))
	judged := make([]string, len(names))
	for i, name := range names {
		judged[i] = all[name]
	}
	for _, fault := range vnu.Judge(t, judged) {
		t.Errorf("%s: %s\n%s", names[fault.Page], fault.Message, fault.Extract)
	}
}
