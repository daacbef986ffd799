package pagetest

import (
	"strings"
	"testing"

	"example.org/graphgen/internal/judges/chromium"
)

// sideways asks for what can be scrolled sideways and is no focusable box with a name.
const sideways = `[document.documentElement, ...document.querySelectorAll("main *")]
	.filter(e => e.scrollWidth > e.clientWidth + 1 && (e === document.documentElement || /auto|scroll/.test(getComputedStyle(e).overflowX)))
	.filter(e => !(e.tabIndex === 0 && e.hasAttribute("aria-labelledby")))
	.map(e => e.outerHTML.slice(0, 80))`

// In a phone's column nothing of a figure or its image must be scrolled sideways.
func TestFragmentsFit(t *testing.T) {
	tab := chromium.Start(t)
	for _, name := range []string{"seed/overview", "seed/figures", "harbour/berths", "quay in ar/quay", "quay in km/quay"} {
		b := named(t, name)
		for _, form := range []string{"figure.html", "figure.img.html"} {
			tab.Show(t, opened(inHost(b.fragment(t, form))), 320)
			for _, fault := range chromium.Evaluate[[]string](t, tab, sideways) {
				t.Errorf("%s in %s: %s", name, form, fault)
			}
		}
	}
	bad := strings.Replace(inHost(named(t, "harbour/count").files["figure.html"]), "<figcaption>", `<figcaption><p style="width:400px">x</p>`, 1)
	tab.Show(t, bad, 320)
	if len(chromium.Evaluate[[]string](t, tab, sideways)) == 0 {
		t.Error("what is too wide is not seen")
	}
}
