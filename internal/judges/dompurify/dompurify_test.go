package dompurify

import (
	"slices"
	"testing"

	"example.org/graphgen/internal/judges"
	"example.org/graphgen/internal/judges/chromium"
)

func TestJudge(t *testing.T) {
	judges.File(t, "GRAPHGEN_DOMPURIFY")
	tab := chromium.Start(t)
	for _, test := range []struct {
		html    string
		removed []string
	}{
		{`<p><style>p { color: red }</style></p><p lang="km">ប &amp; b</p><svg viewBox="0 0 1 1"><title>a</title><path d="M0 0"/></svg>`, nil},
		{`<p onclick="x()">a</p>`, []string{`onclick="x()"`}},
		{`<a href="javascript:x()">a</a><script>x()</script>`, []string{`href="javascript:x()"`, `<script>x()</script>`}},
		{`<svg><foreignObject>a</foreignObject></svg>`, []string{`<foreignObject>a</foreignObject>`}},
	} {
		v := Judge(t, tab, test.html)
		slices.Sort(v.Removed)
		slices.Sort(test.removed)
		if !slices.Equal(v.Removed, test.removed) || v.Equal != (len(test.removed) == 0) {
			t.Errorf("of %s: %+v, want %q removed", test.html, v, test.removed)
		}
	}
}
