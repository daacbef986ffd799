// Package dompurify asks DOMPurify (https://github.com/cure53/DOMPurify), for tests, what it
// would take out of HTML before it shows it.
package dompurify

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"example.org/graphgen/internal/judges"
	"example.org/graphgen/internal/judges/chromium"
)

// Verdict is what DOMPurify says of a fragment, by its profiles html and svg.
type Verdict struct {
	Removed []string // elements and attributes, as in markup
	Equal   bool     // what is left is the fragment as a browser reads it
	HTML    string   // what is left
}

// Judge asks it in a browser's tab, whose page is replaced by an empty one. GRAPHGEN_DOMPURIFY
// names the script.
func Judge(t testing.TB, tab *chromium.Tab, html string) Verdict {
	t.Helper()
	source, err := os.ReadFile(judges.File(t, "GRAPHGEN_DOMPURIFY"))
	if err != nil {
		t.Fatal(err)
	}
	literal, err := json.Marshal(html)
	if err != nil {
		t.Fatal(err)
	}
	tab.Show(t, "<!doctype html><title>DOMPurify</title>", 800)
	chromium.Evaluate[any](t, tab, string(source)+";0")
	return chromium.Evaluate[Verdict](t, tab, fmt.Sprintf(question, literal))
}

// question is asked of a JavaScript literal. A parser of documents stands for the browser that
// shows the fragment in a body; DOMPurify, as most call it, loses a style that comes first.
const question = `(html => {
	const left = DOMPurify.sanitize(html, {USE_PROFILES: {html: true, svg: true}, RETURN_DOM: true});
	const removed = DOMPurify.removed.map(r => r.attribute
		? r.attribute.name + '="' + r.attribute.value + '"'
		: r.element.outerHTML || r.element.nodeName);
	const read = new DOMParser().parseFromString("<!doctype html><body>" + html, "text/html").body;
	return {Removed: removed, Equal: left.isEqualNode(read), HTML: left.innerHTML};
})(%s)`
