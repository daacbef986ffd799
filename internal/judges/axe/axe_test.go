package axe

import (
	"testing"

	"example.org/graphgen/internal/judges"
	"example.org/graphgen/internal/judges/chromium"
)

// It sees a page in the colours that its reader prefers.
func TestJudge(t *testing.T) {
	judges.File(t, "GRAPHGEN_AXE")
	tab := chromium.Start(t)
	const faint = `<!doctype html><html lang="en"><head><title>Faint</title><style>:root { color-scheme: light dark }
		@media (prefers-color-scheme: dark) { p { color: #444; background: #222 } }</style></head><body><main><h1>Faint</h1><p>by night</p></main></body></html>`
	tab.Prefer(t, "light")
	tab.Show(t, faint, 1280)
	if v := Judge(t, tab); len(v.Found) > 0 || v.Passed == 0 {
		t.Errorf("by day: %+v", v)
	}
	tab.Prefer(t, "dark")
	tab.Show(t, faint, 1280)
	if v := Judge(t, tab); len(v.Found) == 0 || v.Found[0].ID != "color-contrast" {
		t.Errorf("by night: %+v", v)
	}
}
