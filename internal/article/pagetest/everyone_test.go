package pagetest

import (
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/judges/axe"
	"example.org/graphgen/internal/judges/chromium"
	"example.org/graphgen/internal/soak"
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
	inUse := []viewing{
		{"seed/figures", "dark", 1280}, {"harbour/berths", "dark", 320}, {"quay in ar/quay", "light", 1280}, {"quay in km/quay", "dark", 320},
		{"seed/overview", "light", 1280}, {"seed/overview", "dark", 768}, {"seed/figures", "light", 320}, {"harbour/berths", "light", 768},
	}
	for _, shown := range inUse[:soak.Cases(len(inUse), 3)] {
		r.tab.Prefer(t, shown.scheme)
		r.open(t, named(t, shown.name), shown.width)
		for _, state := range states {
			if did := ask[int](t, r, nil, state.expression); state.name == "in use" && did == 0 {
				t.Errorf("%s: nothing is found", shown.name)
			}
			r.judge(t, shown, state.name)
		}
		r.unharmed(t, shown.name, r.Rest(t))
	}
	for i, b := range some(t) {
		if !soak.On() {
			break // they are seen above
		}
		for k, scheme := range []string{"light", "dark"} {
			shown := viewing{b.name, scheme, []int64{1280, 320, 768}[(i+k)%3]}
			if slices.ContainsFunc(inUse, func(o viewing) bool { return o.name == b.name && o.scheme == scheme }) || strings.HasPrefix(b.name, "quay again/") {
				continue // seen, or the same in another prefix
			}
			r.tab.Prefer(t, scheme)
			r.open(t, b, shown.width)
			r.judge(t, shown, "as it opens")
		}
	}
}

// viewing is how a page is opened.
type viewing struct {
	name, scheme string
	width        int64
}

// beside are the rules that axe-core judges what lies beside and over the diagram by, without it.
var beside = []string{"color-contrast", "label-content-name-mismatch"}

// judge has axe-core look at the page as it is.
func (r *visitor) judge(t *testing.T, shown viewing, state string) {
	t.Helper()
	verdict := axe.JudgeBut(t, r.tab, "color-contrast")
	chromium.Evaluate[any](t, r.tab, `document.querySelectorAll(".pictures svg").forEach((svg) => { svg.style.visibility = "hidden" })`)
	bare := axe.JudgeBy(t, r.tab, beside...)
	chromium.Evaluate[any](t, r.tab, `document.querySelectorAll(".pictures svg").forEach((svg) => { svg.style.visibility = "" })`)
	for _, f := range slices.Concat(slices.DeleteFunc(verdict.Found, func(f axe.Finding) bool {
		return f.ID == "label-content-name-mismatch" && !strings.HasPrefix(shown.name, "seed/")
	}), bare.Found) {
		t.Errorf("%+v %s: %v", shown, state, f)
	}
	if verdict.Passed < 24 {
		t.Errorf("%+v %s: only %d rules had anything to judge", shown, state, verdict.Passed)
	}
	if width := chromium.Evaluate[int64](t, r.tab, `document.documentElement.scrollWidth`); width > shown.width {
		t.Errorf("%+v %s: the page is %d px wide", shown, state, width)
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
