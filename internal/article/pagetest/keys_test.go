package pagetest

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"example.org/graphgen/internal/judges/chromium"
)

// stop is an element that the Tab key stops at.
type stop struct {
	Page  string // the address of its page
	At    int    // its place among all elements of that
	What  string // how its markup begins
	Fault string // of how it looks in focus
}

func (s stop) String() string { return fmt.Sprintf("%d in %s, %s", s.At, s.Page, s.What) }

// tellingFocus makes every page tell where its focus is, and how that is seen: by an outline or a
// ring in a colour that differs enough from what is behind it (WCAG 1.4.11: 3 to 1).
const tellingFocus = `addEventListener("focusin", ({target}) => canary("focus", JSON.stringify({page: location.href, ...stopOf(target), fault: faultOf(target)})));
const stopOf = (e) => ({at: [...document.querySelectorAll("*")].indexOf(e), what: e.outerHTML.slice(0, 60)});
const scrolls = (e) => /auto|scroll/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1 && !e.matches("html, body, svg *");
const stopsOf = () => [...document.querySelectorAll("*")].filter((e) => e.checkVisibility({visibilityProperty: true}) && (e.matches("a[href], summary") || e.tabIndex >= 0 && e.localName !== "iframe" || scrolls(e)))
	.map((e) => ({page: location.href, ...stopOf(e)}));
const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
const light = (colour) => channels(colour).slice(0, 3).map((c) => c / 255).map((c) => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
const behind = (e) => {
	for (; e; e = e.parentElement) {
		const colour = getComputedStyle(e).backgroundColor;
		if (channels(colour)[3] !== 0) return colour;
	}
	return "rgb(255, 255, 255)";
};
const faultOf = (e) => {
	const ring = e.querySelector(":scope > .ring");
	const {outlineStyle, outlineWidth, outlineColor, stroke, strokeWidth} = getComputedStyle(ring ?? e);
	const [style, width, colour] = ring ? [stroke, strokeWidth, stroke] : [outlineStyle, outlineWidth, outlineColor];
	if (style === "none" || style !== "auto" && parseFloat(width) < 2) return "its focus is not seen";
	const [darker, lighter] = [light(colour), light(behind(e))].sort((a, b) => a - b);
	return (lighter + .05) / (darker + .05) < 3 ? "its focus is hardly seen: " + colour + " on " + behind(e) : "";
};`

// newDescriber is a visitor to whom pages tell where their focus is.
func newDescriber(t *testing.T) *visitor {
	t.Helper()
	r := newVisitor(t)
	if _, err := chromedp.Call(r.tab.Context, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: tellingFocus}); err != nil {
		t.Fatalf("chromium: %v", err)
	}
	return r
}

// tabbed presses the Tab key so many times, and returns where it stopped.
func (r *visitor) tabbed(t *testing.T, times int) (stops []stop) {
	t.Helper()
	for range times { // without letting it go, which leads nowhere and takes as long
		_, err := chromedp.Call(r.tab.Context, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeRawKeyDown, Key: "Tab", WindowsVirtualKeyCode: 9})
		if err != nil {
			t.Fatalf("chromium: %v", err)
		}
	}
	for _, ran := range r.Rest(t).Ran {
		said, isStop := strings.CutPrefix(ran, "canary(focus,")
		if !isStop {
			t.Errorf("a page did %s", ran)
			continue
		}
		var s stop
		if err := json.Unmarshal([]byte(said[:strings.LastIndex(said, ") in ")]), &s); err != nil {
			t.Fatal(err)
		}
		stops = append(stops, s)
	}
	return stops
}

// strays goes through a page of a site by the Tab key, and returns where it does not stop at each
// link and all else that can be used, in order, each time for all to see. Where the page has a
// frame, what that stops at is wanted before the page's last.
func (r *visitor) strays(t *testing.T, files map[string]string, name string, width int64, inFrame []stop) (faults []string, want []stop) {
	t.Helper()
	r.Visit(t, files, name, width)
	want = chromium.Evaluate[[]stop](t, r.tab, `stopsOf()`)
	if inFrame != nil {
		chromium.Evaluate[any](t, r.tab, frameIsThere)
		last := len(want) - 1
		want = append(append(want[:last:last], inFrame...), want[last])
	}
	got := r.tabbed(t, len(want))
	for i, s := range want {
		switch {
		case i >= len(got):
			faults = append(faults, fmt.Sprintf("Tab does not reach %v", s))
		case got[i].Page != s.Page || got[i].At != s.At:
			return append(faults, fmt.Sprintf("Tab leads to %v, want %v", got[i], s)), want
		case got[i].Fault != "":
			faults = append(faults, fmt.Sprintf("%v: %s", s, got[i].Fault))
		}
	}
	return faults, want
}

// frameIsThere waits for a frame, which is loaded once it is near, until its page has its say.
const frameIsThere = `new Promise((done) => {
	const frame = document.querySelector("iframe");
	frame.scrollIntoView();
	const look = () => frame.style.height ? done() : setTimeout(look, 20);
	look();
})`

// hosts are pages of a publisher with all forms of a bundle in them, and the page by itself, with
// whatever can be opened open.
func (b *bundle) hosts(t testing.TB) map[string]string {
	t.Helper()
	files := maps.Clone(b.files)
	const behind = `<p><a href="#">behind</a></p>`
	files["page.html"] = opened(b.files["page.html"])
	files["figure-and-frame.html"] = opened(inHost(b.files["figure.html"], b.files["embed.html"], behind))
	files["image-and-markdown.html"] = opened(inHost(b.files["figure.img.html"], b.fragment(t, "Markdown"), behind))
	return files
}

// The widths of a publisher's page, and of a frame in it.
const ofHost, ofFrame = 1000, 1000 - 2*20

// The Tab key stops at every link and all else that can be used, in order, in every form and into
// a frame and out of it, and whoever looks sees where.
func TestKeys(t *testing.T) {
	t.Parallel()
	r := newDescriber(t)
	for i, b := range some(t) {
		r.tab.Prefer(t, []string{"light", "dark"}[i%2])
		files := b.hosts(t)
		faults, inFrame := r.strays(t, files, "page.html", ofFrame, nil)
		beside, around := r.strays(t, files, "figure-and-frame.html", ofHost, inFrame)
		image, links := r.strays(t, files, "image-and-markdown.html", ofHost, nil)
		for _, fault := range slices.Concat(faults, beside, image) {
			t.Errorf("%s: %s", b.name, fault)
		}
		if len(inFrame) < 8 || len(around) < len(inFrame)+5 || len(links) < 5 {
			t.Errorf("%s has only %d, %d and %d stops", b.name, len(inFrame), len(around), len(links))
		}
		r.wentWrong() // which is judged elsewhere
	}
}

// The judge of keys finds what they pass by, what comes out of order, and what is not seen.
func TestKeysFaults(t *testing.T) {
	t.Parallel()
	r := newDescriber(t)
	good := named(t, "harbour/berths").hosts(t)
	_, inFrame := r.strays(t, good, "page.html", ofFrame, nil)
	within := map[string][]stop{"figure-and-frame.html": inFrame}
	for _, planted := range []struct{ form, from, to, want string }{
		{"figure-and-frame.html", `<a href="https`, `<a tabindex="-1" href="https`, "want "},
		{"figure-and-frame.html", `<a href="https`, `<a tabindex="1" href="https`, "want "},
		{"figure-and-frame.html", `role="region" tabindex="0"`, `role="region" tabindex="-1" style="width: 200px"`, "want "},
		{"figure-and-frame.html", `outline: 3px solid var(--link)`, `outline: none`, "not seen"},
		{"figure-and-frame.html", `outline: 3px solid var(--link)`, `outline: 3px solid var(--rule)`, "hardly seen"},
		{"figure-and-frame.html", `<iframe`, `<iframe tabindex="-1"`, "want "},
		{"image-and-markdown.html", `<a href="page.html"`, `<a style="outline:none" href="page.html"`, "not seen"},
		{"image-and-markdown.html", `<a href="https`, `<a tabindex="-1" href="https`, "want "},
		{"page.html", `.claims:focus-visible { outline: 3px solid var(--link)`, `.claims:focus-visible { outline: none`, "not seen"},
		{"page.html", `.ring { fill: none; stroke: var(--link)`, `.ring { fill: none; stroke: none`, "not seen"},
		{"page.html", `    part.tabIndex = -1;`, `    part.tabIndex = 1;`, "want "},
		{"page.html", `<a href="https`, `<a tabindex="-1" href="https`, "want "},
	} {
		bad := maps.Clone(good)
		bad[planted.form] = strings.ReplaceAll(good[planted.form], planted.from, planted.to)
		if bad[planted.form] == good[planted.form] {
			t.Fatalf("%q is not there", planted.from)
		}
		if planted.form == "page.html" { // whose policy keeps out what is planted
			bad[planted.form] = strings.Replace(bad[planted.form], "http-equiv", "data-was", 1)
		}
		faults, _ := r.strays(t, bad, planted.form, ofHost, within[planted.form])
		if !strings.Contains(strings.Join(faults, "\n"), planted.want) {
			t.Errorf("%q in %s: found %q", planted.to, planted.form, faults)
		}
		r.wentWrong()
	}
}
