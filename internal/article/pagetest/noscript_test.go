package pagetest

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"example.org/graphgen/internal/htmltest"
	"example.org/graphgen/internal/judges/chromium"
)

// silent is a browser that runs no page's script.
func silent(t *testing.T) *chromium.Tab {
	t.Helper()
	tab := chromium.Start(t)
	if _, err := chromedp.Call(tab.Context, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatalf("chromium: %v", err)
	}
	return tab
}

// rendered is what a page says to who sees it, with what can be opened open.
func rendered(t *testing.T, tab *chromium.Tab, page string, width int64) string {
	t.Helper()
	tab.Show(t, opened(page), width)
	return oneSpaced(chromium.Evaluate[string](t, tab, `document.body.innerText`))
}

// Without scripts all of a view is there to be read, at any width, in every form that tells it.
func TestFormsWithoutScript(t *testing.T) {
	t.Parallel()
	tab := silent(t)
	for _, b := range some(t) {
		for _, name := range telling {
			page := b.files[name]
			if name != "page.html" {
				page = inHost(page)
			}
			for _, width := range []int64{phone, 1280} {
				text := rendered(t, tab, page, width)
				for _, fault := range slices.Concat(b.untold(text), b.unworded(text)) {
					t.Errorf("%s: %s at %d: %s", b.name, name, width, fault)
				}
			}
		}
	}
	tab.Show(t, inHost(named(t, "harbour/berths").files["embed.html"]), phone)
	if fault := chromium.Evaluate[string](t, tab, unscrollable); fault != "" {
		t.Error(fault)
	}
}

// unscrollable asks what keeps a page in a frame from being read that cannot say how high it is.
const unscrollable = `(() => {
	const frame = document.querySelector("iframe"), {width, height} = frame.getBoundingClientRect();
	if (frame.scrolling === "no" || getComputedStyle(frame).overflow !== "clip" && getComputedStyle(frame).overflow !== "visible") return "the frame cannot be scrolled";
	return width < 250 || height < 400 ? "the frame is " + width + " px wide and " + height + " high" : "";
})()`

// What needs a script to be seen is seen to be missing.
func TestFormsWithoutScriptFaults(t *testing.T) {
	t.Parallel()
	tab := silent(t)
	b := named(t, "harbour/berths")
	for _, name := range telling {
		for _, planted := range []struct{ from, to string }{
			{`<figcaption>`, `<figcaption style="display:none">`},
			{` class="sentences"`, ` class="sentences" style="visibility:hidden"`},
			{` class="notes"`, ` class="notes" hidden`},
		} {
			if !strings.Contains(b.files[name], planted.from) {
				t.Fatalf("%q is not there", planted.from)
			}
			bad := strings.NewReplacer("http-equiv", "data-was", planted.from, planted.to).Replace(b.files[name])
			if len(b.untold(rendered(t, tab, bad, 1280))) == 0 {
				t.Errorf("%s: %s is not missed", name, planted.from)
			}
		}
	}
	b = named(t, "harbour/count")
	tab.Show(t, strings.Replace(inHost(b.files["embed.html"]), `height="640"`, `height="64"`, 1), phone)
	if chromium.Evaluate[string](t, tab, unscrollable) == "" {
		t.Error("a frame that is too low is not seen")
	}
}

// Without its script, the page shows nothing that does nothing.
func TestPageWithoutScript(t *testing.T) {
	for _, b := range published(t) {
		root := htmltest.Parse(t, b.files["page.html"])
		for _, fault := range b.strangers(root) {
			t.Errorf("%s: %s", b.name, fault)
		}
		for _, dead := range []string{"button", "input", "select", "dialog"} {
			if len(all(root, dead)) > 0 {
				t.Errorf("%s has a %s without its script", b.name, dead)
			}
		}
		for _, svg := range all(root, "svg") {
			if htmltest.Attribute(svg, "class") != "rules" && htmltest.Attribute(svg, "role") != "img" {
				t.Errorf("%s: a picture has the role %q", b.name, htmltest.Attribute(svg, "role"))
			}
		}
	}
}
