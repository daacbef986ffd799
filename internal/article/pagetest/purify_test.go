package pagetest

import (
	"strings"
	"testing"

	"example.org/graphgen/internal/judges/chromium"
	"example.org/graphgen/internal/judges/dompurify"
)

// DOMPurify takes nothing out of a figure, nor changes it.
func TestPurify(t *testing.T) {
	tab := chromium.Start(t)
	for _, b := range published(t) {
		verdict := dompurify.Judge(t, tab, b.files["figure.html"])
		if len(verdict.Removed) > 0 || !verdict.Equal {
			t.Errorf("%s: equal is %t, and this is taken out: %.2000s", b.name, verdict.Equal, strings.Join(verdict.Removed, "\n"))
		}
	}
}

// DOMPurify, asked so, takes out what must not be in a figure.
func TestPurifyFaults(t *testing.T) {
	tab := chromium.Start(t)
	figure := named(t, "harbour/berths").files["figure.html"]
	for _, planted := range []string{
		`<script>canary(1)</script>`, `<p onclick="canary(1)">a</p>`, `<a href="javascript:canary(1)">a</a>`,
		`<svg><use href="#a"></use></svg>`, `<svg><foreignObject></foreignObject></svg>`, `<iframe></iframe>`,
	} {
		verdict := dompurify.Judge(t, tab, strings.Replace(figure, "<figcaption>", planted+"<figcaption>", 1))
		if len(verdict.Removed) == 0 || verdict.Equal {
			t.Errorf("%s is left in", planted)
		}
	}
}
