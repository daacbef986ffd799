package pagetest

import (
	"maps"
	"strings"
	"testing"

	"example.org/graphgen/internal/judges/chromium"
)

// A phone's column, in CSS pixels.
const phone = 320

// misfits asks for what can be scrolled sideways and is no focusable box with a name, and for
// words that are cut off or leave the page.
const misfits = `(() => {
	const seen = (e) => e.checkVisibility({visibilityProperty: true}) && !e.closest("svg");
	const scrolls = (e) => e === document.documentElement || /auto|scroll/.test(getComputedStyle(e).overflowX);
	const isBox = (e) => e.tabIndex === 0 && document.getElementById(e.getAttribute("aria-labelledby"))?.textContent.trim();
	const all = [document.documentElement, ...document.querySelectorAll("body *")].filter(seen);
	const begin = (e) => e.outerHTML.slice(0, 80);
	const faults = all.filter((e) => scrolls(e) && !isBox(e) && e.scrollWidth > e.clientWidth + 1).map((e) => begin(e) + " is scrolled sideways");
	const cuts = (e) => /hidden|clip/.test(getComputedStyle(e).overflow) && getComputedStyle(e).clipPath === "none";
	faults.push(...all.filter((e) => e !== document.documentElement && e.localName !== "input" && cuts(e) && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)).map((e) => begin(e) + " is cut off"));
	const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (const range = new Range(); texts.nextNode();) {
		const e = texts.currentNode.parentElement;
		if (!texts.currentNode.data.trim() || !seen(e) || e.closest("thead") || all.some((box) => box.contains(e) && isBox(box))) continue;
		range.selectNodeContents(texts.currentNode);
		if ([...range.getClientRects()].some(({left, right}) => left < -1 || right > innerWidth + 1)) faults.push(begin(e) + " leaves the page");
	}
	for (const text of document.querySelectorAll("svg text")) {
		const [inside, around] = [text, text.ownerSVGElement].map((e) => e.getBoundingClientRect());
		if (inside.width > 0 && (inside.left < around.left - 1 || inside.right > around.right + 1)) faults.push(begin(text) + " leaves its picture");
	}
	for (const target of document.querySelectorAll("main button, main fieldset label, main [type=search]")) {
		if (!seen(target)) continue;
		if (target.getBoundingClientRect().height < 24) faults.push(begin(target) + " is too small");
		if (target.localName !== "input" && target.scrollWidth > target.clientWidth + 1) faults.push(begin(target) + " is cut off");
	}
	return faults;
})()`

// spaced gives all text of a page the spacing that a reader may want (WCAG 1.4.12).
const spaced = `(() => {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
	document.adoptedStyleSheets = [sheet];
})()`

// inColumn are pages with all forms of a bundle in HTML, to be judged at a phone's width. How
// wide the tables of Markdown are is up to the system that makes HTML of it.
func (b *bundle) inColumn(t testing.TB) map[string]string {
	t.Helper()
	files := maps.Clone(b.files)
	files["page.html"] = opened(b.files["page.html"])
	files["figure-and-frame.html"] = opened(inHost(b.files["figure.html"], b.files["embed.html"]))
	files["image.html"] = opened(inHost(b.files["figure.img.html"]))
	return files
}

// misfitting are the faults of a page at a phone's width, as it is and with a reader's spacing;
// the page by itself with all its tools in use.
func (r *visitor) misfitting(t *testing.T, files map[string]string, name string) (faults []string) {
	t.Helper()
	r.Visit(t, files, name, phone)
	for _, state := range []string{"0", spaced} {
		chromium.Evaluate[any](t, r.tab, state)
		if name == "page.html" && state == spaced {
			ask[int](t, r, nil, states[1].expression)
		}
		if name == "figure-and-frame.html" {
			chromium.Evaluate[any](t, r.tab, frameIsThere)
		}
		faults = append(faults, chromium.Evaluate[[]string](t, r.tab, misfits)...)
	}
	return faults
}

// In a phone's column nothing must be scrolled sideways but a diagram's box, which has a name and
// the focus for that, and nothing is cut off, also where a reader spaces text more widely.
func TestFormsFit(t *testing.T) {
	t.Parallel()
	r := newVisitor(t)
	for _, b := range some(t) {
		files := b.inColumn(t)
		for _, name := range inColumns {
			for _, fault := range r.misfitting(t, files, name) {
				t.Errorf("%s: %s: %s", b.name, name, fault)
			}
			r.unharmed(t, b.name, r.Rest(t))
		}
	}
}

var inColumns = []string{"figure-and-frame.html", "image.html", "page.html"}

// What is too wide or cut off is seen, in each of them.
func TestFormsFitFaults(t *testing.T) {
	t.Parallel()
	r := newVisitor(t)
	good := named(t, "harbour/count").inColumn(t)
	for _, name := range inColumns {
		for planted, want := range map[string]string{
			`<p style="width:400px">x</p>`:                                                                         "is scrolled sideways",
			`<p style="height:1.6em;line-height:1.2;overflow:hidden">x<br>y</p>`:                                   "is cut off",
			`<p style="white-space:nowrap;width:max-content;overflow:hidden">` + strings.Repeat("x ", 45) + `</p>`: "is scrolled sideways",
			`<div style="overflow:auto" tabindex="0"><p style="width:400px">x</p></div>`:                           "is scrolled sideways",
			`<svg width="20" height="20"><text y="9">Malee</text></svg>`:                                           "leaves its picture",
			`<p style="position:absolute;left:-99px">x</p>`:                                                        "leaves the page",
		} {
			bad := maps.Clone(good)
			bad[name] = strings.NewReplacer("<figcaption>", "<figcaption>"+planted, "http-equiv", "data-was").Replace(good[name])
			if found := strings.Join(r.misfitting(t, bad, name), "\n"); !strings.Contains(found, want) {
				t.Errorf("%s in %s: found %q, want %q", planted, name, found, want)
			}
		}
	}
	r.wentWrong()
}
