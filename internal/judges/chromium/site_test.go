package chromium

import (
	"fmt"
	"strings"
	"testing"
)

// Whatever a page runs or asks for is on record, wherever in it that is done.
func TestSite(t *testing.T) {
	tab := Start(t)
	site := Serve(t, tab)
	const asks = `<img src="https://far.example/a.png">`
	const runs = `<img src="data:," onerror="canary(1)">`
	svg := func(inside string) string {
		return `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">` + inside + `</svg>`
	}
	for _, test := range []struct {
		name, body, other string
		asked, ran, said  string
	}{
		{"nothing", `<p>a</p><img src="other.svg"><iframe src="other.svg"></iframe>`, svg(""), "", "", ""},
		{"a request", asks, "", "https://far.example/a.png", "", ""},
		{"a request of a style", `<style>p { background: url(//far.example/b.png) }</style><p>a`, "", "https://far.example/b.png", "", ""},
		{"a file that is not there", `<img src="c.png">`, "", Origin + "c.png", "", ""},
		{"a script", `<script>canary(1)</script>`, "", "", "canary(1)", ""},
		{"an event", runs, "", "", "canary(1)", ""},
		{"an error", `<script>thing.that.is.not()</script>`, "", "", "", "thing is not defined"},
		{"a warning", `<script>console.warn(1)</script>`, "", "", "", "warning"},
		{"a style that is refused", `<meta http-equiv="Content-Security-Policy" content="style-src 'none'"><p style="color: red">a`, "", "", "", "Content Security Policy"},
		{"a question", `<script>confirm("a")</script>`, "", "", "confirm(a)", ""},
		{"a script in a frame", `<iframe src="other.svg"></iframe>`, svg(`<script>canary(2)</script>`), "", "canary(2)", ""},
		{"a script in a frame that is shut off", `<iframe sandbox="allow-scripts" src="other.html"></iframe>`, `<script>canary(3)</script>`, "", "canary(3)", ""},
		{"a request in a frame that is shut off", `<iframe sandbox src="other.html"></iframe>`, asks, "https://far.example/a.png", "", ""},
		{"an animation", `<svg><animate onbegin="canary(4)" attributeName="x" dur="1s"/></svg>`, "", "", "canary(4)", ""},
	} {
		files := map[string]string{"page.html": "<!doctype html><title>a</title>" + test.body, "other.svg": test.other, "other.html": test.other}
		did := site.Visit(t, files, "page.html", 800)
		if got := fmt.Sprint(did.Asked); !strings.Contains(got, test.asked) || test.asked == "" && len(did.Asked) > 0 {
			t.Errorf("%s: asked for %s, want %q", test.name, got, test.asked)
		}
		if got := fmt.Sprint(did.Ran); !strings.Contains(got, test.ran) || test.ran == "" && len(did.Ran) > 0 {
			t.Errorf("%s: ran %s, want %q", test.name, got, test.ran)
		}
		if got := fmt.Sprint(did.Said); !strings.Contains(got, test.said) || test.said == "" && len(did.Said) > 0 {
			t.Errorf("%s: said %s, want %q", test.name, got, test.said)
		}
	}
}
