package pagetest

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/judges/axe"
	"example.org/graphgen/internal/judges/chromium"
	"example.org/graphgen/internal/judges/vnu"
	"example.org/graphgen/internal/soak"
)

// fragments are the forms that stand in a page of a publisher's.
var fragments = []string{"figure.html", "figure.img.html", "embed.html", "Markdown"}

// fragment is such a form as HTML.
func (b *bundle) fragment(t testing.TB, form string) string {
	t.Helper()
	if form == "Markdown" {
		return asHTML(t, b.files[b.article.Name+".md"])
	}
	return b.files[form]
}

// inHost is a page of a publisher's with fragments in it.
func inHost(fragments ...string) string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>An article</title>
<style>:root { color-scheme: light dark } body { background: #fff; margin: 0 auto; max-width: 60rem; padding: 0 1rem; font: 17px/1.5 serif } @media (prefers-color-scheme: dark) { body { background: #111 } }</style></head>
<body><main><h1>An article</h1><p>Before it.</p>` + strings.Join(fragments, "<p>Between them.</p>") + `<p>Behind it.</p></main></body></html>`
}

// opened is a page with all that can be opened open.
func opened(page string) string { return strings.ReplaceAll(page, "<details", "<details open") }

// Nothing keeps anyone from reading an article, in either colour scheme. Fragments of a case
// share a page, as axe-core takes seconds to look at one; the image has the figure's ids.
//
// What it cannot decide is judged elsewhere: colours of the diagram by picturetest, what a
// frame shows as a page of its own.
func TestFragmentsAreForEveryone(t *testing.T) {
	t.Parallel()
	tab := chromium.Start(t)
	together := map[string][]string{}
	for _, b := range some(t) {
		group, _, _ := strings.Cut(b.name, "/")
		if group == "quay again" {
			continue // the same in another prefix
		}
		for _, form := range fragments {
			page := group
			if form == "figure.img.html" {
				page += " as images"
			}
			together[page] = append(together[page], b.fragment(t, form))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(together)) {
		for _, scheme := range []string{"light", "dark"} {
			tab.Prefer(t, scheme)
			tab.Show(t, opened(inHost(together[name]...)), 1000)
			if name != "harbour" { // where it has looked at diagrams, too
				chromium.Evaluate[any](t, tab, `document.querySelectorAll(".pictures svg > :not(title, desc, style)").forEach(e => e.remove())`)
			}
			verdict := axe.Judge(t, tab)
			for _, found := range decided(verdict.Found) {
				t.Errorf("%s, %s: %v", name, scheme, found)
			}
			if verdict.Passed < 15 {
				t.Errorf("%s, %s: only %d rules had anything to judge", name, scheme, verdict.Passed)
			}
		}
	}
}

// decided are the findings without what axe-core could not decide of diagrams and frames.
func decided(findings []axe.Finding) []axe.Finding {
	var left []axe.Finding
	for _, f := range findings {
		f.Nodes = slices.DeleteFunc(f.Nodes, func(n axe.Node) bool {
			return f.ID == "frame-tested" || f.ID == "color-contrast" && strings.HasPrefix(n.HTML, "<text ") && !strings.Contains(n.FailureSummary, "insufficient")
		})
		if len(f.Nodes) > 0 {
			left = append(left, f)
		}
	}
	return left
}

// axe-core finds what keeps someone from reading them.
func TestFragmentsAreForEveryoneFaults(t *testing.T) {
	t.Parallel()
	tab := chromium.Start(t)
	b := named(t, "harbour/count")
	for _, planted := range []struct{ form, from, to, want string }{
		{"figure.html", ` lang="en" dir=`, ` lang="x1" dir=`, "valid-lang"},
		{"figure.html", `--quiet: var(--graphgen-quiet, #59626e)`, `--quiet: #a9b0b8`, "color-contrast"},
		{"figure.img.html", ` alt="`, ` data-alt="`, "image-alt"},
		{"embed.html", ` title="`, ` data-title="`, "frame-title"},
		{"Markdown", ` alt="`, ` data-alt="`, "image-alt"},
	} {
		good := b.fragment(t, planted.form)
		bad := strings.ReplaceAll(good, planted.from, planted.to)
		if bad == good {
			t.Fatalf("%q is not there", planted.from)
		}
		tab.Show(t, inHost(bad), 1000)
		if !slices.ContainsFunc(axe.Judge(t, tab).Found, func(f axe.Finding) bool { return f.ID == planted.want }) {
			t.Errorf("it does not see that %q became %q", planted.from, planted.to)
		}
	}
}

// unknowing are complaints of the checker that are let pass, and why.
var unknowing = []struct{ because, complaint string }{
	{"It knows no container queries (CSS Containment 3), by which a figure follows its column where the page knows nothing of it.",
		`^error: (CSS: “container-type”: Property|CSS: Unrecognized at-rule “@container”)`},
	{"It wants a name of XML, as SVG 1.1 did, where HTML and SVG 2 take whatever has no white space. The ids are published: a flow's legs and a figure's values are found by what stands behind its id and a slash.",
		`^error: Bad value “[^ ”]+/[^ ”]+” for attribute “id” on element “g”: Not a valid XML 1\.0 name\.`},
	{"It does not reckon the sums of a policy; that what stands in the page is applied and run, and nothing else, is seen in a browser.",
		`^info: Inline (style|script) violates Content Security Policy`},
}

// The W3C's checker finds every form valid, and is shown that it would not.
func TestFormsAreValid(t *testing.T) {
	t.Parallel()
	var pages, names []string
	for _, b := range some(t) {
		for _, form := range fragments {
			pages, names = append(pages, inHost(b.fragment(t, form))), append(names, b.name+" in "+form)
		}
		pages, names = append(pages, b.files["page.html"]), append(names, b.name+" by itself")
	}
	good := len(pages)
	pages = append(pages, strings.Replace(pages[0], "<figcaption>", "<figcaption><p id='a'><p id='a'>", 1), strings.Replace(pages[0], `role="region"`, `role="a"`, 1))
	found, passed := map[int]bool{}, map[int]bool{}
	for _, fault := range vnu.Judge(t, pages) {
		if at := slices.IndexFunc(unknowing, func(u struct{ because, complaint string }) bool {
			return regexp.MustCompile(u.complaint).MatchString(fault.Message)
		}); at >= 0 {
			passed[at] = true
			continue
		}
		if found[fault.Page] = true; fault.Page < good {
			t.Errorf("%s: %s\n%s", names[fault.Page], fault.Message, fault.Extract)
		}
	}
	if !found[good] || !found[good+1] {
		t.Errorf("planted faults are not seen: %v", found)
	}
	for i, u := range unknowing {
		if !passed[i] && soak.On() {
			t.Errorf("nothing is complained of any more that is let pass because: %s", u.because)
		}
	}
}
