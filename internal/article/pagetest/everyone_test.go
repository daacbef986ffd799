package pagetest

import (
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/judges/axe"
	"example.org/graphgen/internal/judges/chromium"
)

// states are what the page of a diagram is judged in, by the expressions that bring them about.
var states = []struct{ name, expression string }{
	{"as it opens", `0`},
	{"in use", `(() => {
		document.querySelector(".opens").click();
		document.querySelector(".filters input").click();
		const query = document.querySelector("#query");
		query.value = "a";
		query.dispatchEvent(new Event("input"));
		parts(".edge").at(-1).dispatchEvent(new MouseEvent("click", {bubbles: true}));
		return document.querySelectorAll(".hits li").length;
	})()`},
}

// Nothing keeps anyone from using the page, whatever is open in it, in either colour scheme.
//
// What axe-core cannot decide is put before it again in a way in which it can, or measured
// elsewhere: colours of the diagram by picturetest; of what lies over the diagram without the
// diagram, which does not shine through. Whether names say what is printed, it cannot tell of
// scripts that are shaped, whose letters it takes for icons: see namesWhatIsPrinted.
func TestPageIsForEveryone(t *testing.T) {
	t.Parallel()
	r := newVisitor(t)
	for _, shown := range []struct {
		name, scheme string
		width        int64
	}{
		{"seed/overview", "light", 1280}, {"seed/overview", "dark", 768}, {"seed/figures", "dark", 1280}, {"seed/figures", "light", 320},
		{"harbour/berths", "light", 768}, {"harbour/berths", "dark", 320}, {"quay in ar/quay", "light", 1280}, {"quay in km/quay", "dark", 320},
	} {
		b := named(t, shown.name)
		r.tab.Prefer(t, shown.scheme)
		r.open(t, b, shown.width)
		for _, state := range states {
			did := ask[int](t, r, nil, state.expression)
			if state.name == "in use" && did == 0 {
				t.Errorf("%s: nothing is found", shown.name)
			}
			verdict := axe.Judge(t, r.tab)
			chromium.Evaluate[any](t, r.tab, `document.querySelectorAll(".pictures svg").forEach((svg) => { svg.style.visibility = "hidden" })`)
			bare := axe.Judge(t, r.tab)
			chromium.Evaluate[any](t, r.tab, `document.querySelectorAll(".pictures svg").forEach((svg) => { svg.style.visibility = "" })`)
			for _, f := range slices.Concat(slices.DeleteFunc(verdict.Found, func(f axe.Finding) bool {
				return f.ID == "color-contrast" || f.ID == "label-content-name-mismatch" && !strings.HasPrefix(shown.name, "seed/")
			}), bare.Found) {
				t.Errorf("%+v %s: %v", shown, state.name, f)
			}
			if verdict.Passed < 25 {
				t.Errorf("%+v %s: only %d rules had anything to judge", shown, state.name, verdict.Passed)
			}
			if width := chromium.Evaluate[int64](t, r.tab, `document.documentElement.scrollWidth`); width > shown.width {
				t.Errorf("%+v %s: the page is %d px wide", shown, state.name, width)
			}
		}
		r.unharmed(t, b.name, r.Rest(t))
	}
}

// A part of the diagram is called what is printed on it, and what else it is.
func namesWhatIsPrinted(t *testing.T, r *visitor) {
	for _, name := range append(used, "quay in km/quay") {
		b := named(t, name)
		for _, width := range []int64{1280, 320} {
			r.open(t, b, width)
			for _, fault := range ask[[]string](t, r, nil, `parts(".node, .edge").filter((part) => {
				const printed = [...part.querySelectorAll("text")].map((text) => text.textContent).join(" ");
				const name = part.getAttribute("aria-label");
				return !name.includes(printed) || part.getAttribute("role") !== "button" || name.length < 3;
			}).map((part) => part.id)`) {
				t.Errorf("%s: %s is not called what is printed on it", name, fault)
			}
		}
	}
}
