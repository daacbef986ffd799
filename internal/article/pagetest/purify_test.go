package pagetest

import (
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/judges/chromium"
	"example.org/graphgen/internal/judges/dompurify"
)

// DOMPurify takes nothing out of the figure of any view, nor changes it; of a case whose texts are
// all made to break out of it neither.
func TestPurify(t *testing.T) {
	t.Parallel()
	tab := chromium.Start(t)
	hostile, err := draw("hostile", hostileCase(vectors(), 0), "en", prefix)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range slices.Concat(some(t), hostile) {
		verdict := dompurify.Judge(t, tab, b.files["figure.html"])
		if len(verdict.Removed) > 0 {
			t.Errorf("%s: of its figure this is taken out: %.2000s", b.name, strings.Join(verdict.Removed, "\n"))
		}
		if !verdict.Equal {
			t.Errorf("%s: its figure does not come out as it was", b.name)
		}
	}
}

// DOMPurify, asked so, takes out what must not be in a figure.
func TestPurifyFaults(t *testing.T) {
	t.Parallel()
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
