package hosttest

import (
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/htmltest"
	"example.org/graphgen/internal/judges/axe"
	"example.org/graphgen/internal/judges/chromium"
)

// Every host shows its diagrams, and stays as it was, at the widths of a phone, a tablet and a
// desk, by day and by night.
func TestHostsShowTheirDiagrams(t *testing.T) {
	v := newVisitor(t)
	for _, h := range hosts(t) {
		for _, scheme := range []string{"light", "dark"} {
			v.tab.Prefer(t, scheme)
			for _, width := range []int64{320, 768, 1280} {
				for _, fault := range append(v.faults(t, h, width), v.unusable(t)...) {
					t.Errorf("%s at %d, %s: %s", h.name, width, scheme, fault)
				}
			}
		}
	}
}

// visitor is a reader of host pages.
type visitor struct {
	tab  *chromium.Tab
	site *chromium.Site
}

func newVisitor(t *testing.T) *visitor {
	t.Helper()
	tab := chromium.Start(t)
	return &visitor{tab, chromium.Serve(t, tab)}
}

// faults opens a host at a width in CSS pixels, with everything that can be opened open in the
// end, and lists what is wrong with it.
func (v *visitor) faults(t *testing.T, h host, width int64) []string {
	t.Helper()
	v.visit(t, h, width)
	var faults []string
	for _, s := range h.shown {
		faults = append(faults, v.unseen(t, s, width)...)
	}
	did := v.site.Rest(t)
	for what, list := range map[string][]string{"asks for ": did.Asked, "runs ": did.Ran, "says ": did.Said} {
		for _, it := range list {
			faults = append(faults, what+it)
		}
	}
	chromium.Evaluate[any](t, v.tab, `document.querySelectorAll("details").forEach((e) => { e.open = true })`)
	faults = append(faults, chromium.Evaluate[[]string](t, v.tab, sideways)...)
	for _, s := range h.shown {
		if s.as == "figure" { // an image has the style of its page, and a frame its own page
			faults = append(faults, chromium.Evaluate[[]string](t, v.tab, fmt.Sprintf(leaked, s.element))...)
		}
	}
	return slices.Concat(faults, chromium.Evaluate[[]string](t, v.tab, changed), deadLinks(t, h))
}

// visit opens a host and goes through it once, since what is far below is loaded late. Of a
// frame it waits for the height that its page tells.
func (v *visitor) visit(t *testing.T, h host, width int64) {
	t.Helper()
	v.site.Visit(t, h.files, h.page, width)
	chromium.Evaluate[any](t, v.tab, `(async () => {
		const until = Date.now() + 3000;
		for (const e of document.querySelectorAll("img, iframe")) {
			e.scrollIntoView();
			while (!(e.localName === "img" ? e.complete : e.style.height) && Date.now() < until) await new Promise((done) => setTimeout(done, 20));
		}
		scrollTo(0, 0);
	})()`)
}

// unseen lists what a reader does not see of a view.
func (v *visitor) unseen(t *testing.T, s shown, width int64) []string {
	t.Helper()
	known, err := json.Marshal(map[string]any{"as": s.as, "element": s.element, "texts": s.texts, "links": s.links, "width": width})
	if err != nil {
		t.Fatal(err)
	}
	return chromium.Evaluate[[]string](t, v.tab, fmt.Sprintf(unseen, known))
}

const unseen = `((known) => {
	const faults = [];
	const figure = document.querySelector(known.element);
	if (!figure) return [known.element + " is not there"];
	const seen = (e) => {
		const box = e.getBoundingClientRect();
		return e.checkVisibility({opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true}) && box.width >= 8 && box.height >= 8 && box.left >= 0 && box.left < known.width;
	};
	const picture = {
		figure: () => {
			const pictures = [...figure.querySelectorAll(".pictures svg")].filter(seen);
			if (pictures.length !== 1) return pictures.length + " pictures are seen, want one";
			const narrow = pictures[0].closest(".narrow") !== null;
			if (narrow !== known.width < 560) return "the " + (narrow ? "narrow" : "wide") + " picture is seen";
			const names = [...pictures[0].querySelectorAll(".node text")].filter((e) => e.checkVisibility());
			if (names.length < 3) return names.length + " names are seen";
			const box = pictures[0].getBoundingClientRect();
			return box.width >= 250 && box.height >= 100 ? "" : "the picture has " + box.width + " by " + box.height;
		},
		img: () => {
			const image = figure.querySelector("img");
			const box = image.getBoundingClientRect();
			if (!image.complete || image.naturalWidth < 600) return "the image has not come";
			if (!seen(image) || box.width < 250 || box.right > known.width) return "the image has " + box.width + " pixels";
			return Math.abs(box.width / box.height - image.naturalWidth / image.naturalHeight) < .02 ? "" : "the image is stretched";
		},
		iframe: () => {
			const box = figure.getBoundingClientRect();
			return seen(figure) && box.width >= 250 && box.right <= known.width && parseFloat(figure.style.height) >= 300 ? "" : "the frame has " + box.width + " by " + figure.style.height;
		},
	}[known.as]();
	if (picture) faults.push(picture);
	const told = [...figure.querySelectorAll("p, li, strong")].filter((e) => seen(e));
	for (const text of known.texts ?? []) {
		if (!told.some((e) => e.textContent.includes(text))) faults.push("“" + text + "” is not seen");
	}
	const links = [...figure.querySelectorAll("a")].filter(seen);
	for (const href of known.links ?? []) {
		if (!links.some((e) => e.href === href)) faults.push("no link to " + href + " is seen");
	}
	return faults;
})(%s)`

// sideways asks for what is wider than its place and is no box that can be scrolled by keys and
// has a name.
const sideways = `[document.documentElement, ...document.querySelectorAll("body, body *")]
	.filter((e) => e === document.documentElement ? e.scrollWidth > innerWidth : !e.closest("svg") && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== "visible" && getComputedStyle(e).clipPath === "none")
	.filter((e) => !(e.tabIndex === 0 && e.role === "region" && e.hasAttribute("aria-labelledby")))
	.map((e) => e.scrollWidth + " pixels do not fit into " + e.outerHTML.slice(0, 80))`

// changed takes what is shown out of the page, and asks how the rest of it looks otherwise by
// that: each element but those that hold what was shown, in all of its style.
const changed = `(() => {
	const strange = [...document.querySelectorAll(".graphgen, iframe, iframe + script")];
	const own = [...document.querySelectorAll("body *")].filter((e) => !strange.some((s) => s.contains(e) || e.contains(s)));
	const styles = () => own.map((e) => [...getComputedStyle(e)].map((p) => p + ": " + getComputedStyle(e).getPropertyValue(p)));
	const before = styles();
	const places = strange.map((e) => { const place = document.createComment(""); e.replaceWith(place); return place });
	const faults = own.length < 20 ? ["the host has " + own.length + " elements of its own"] : [];
	styles().forEach((style, i) => {
		const other = style.findIndex((declared, j) => declared !== before[i][j]);
		if (other >= 0) faults.push("the diagram makes " + before[i][other] + " of " + style[other] + " in " + own[i].outerHTML.slice(0, 60));
	});
	places.forEach((place, i) => place.replaceWith(strange[i]));
	return faults;
})()`

// leaked takes the style sheets from a host, and asks how the figure looks otherwise by that, in
// a column as wide as before: two elements of each kind that it has, but for the inside of the
// pictures, in all of their style. What a host means for diagrams stays: the colours that it gives
// them by name, and whether it is light or dark.
const leaked = `((element) => {
	const figure = document.querySelector(element);
	const sheets = [...document.querySelectorAll("link[rel=stylesheet]")];
	figure.parentElement.style.cssText = "display: block; margin: 0; padding: 0; width: " + figure.parentElement.getBoundingClientRect().width + "px";
	const computed = getComputedStyle(figure);
	for (const p of [...computed].filter((p) => p === "color-scheme" || p.startsWith("--graphgen-"))) figure.parentElement.style.setProperty(p, computed.getPropertyValue(p));
	const names = [...computed].filter((p) => p !== "color-scheme" && !/^(--|bottom|left|right|top|inset)/.test(p));
	const kinds = {};
	const kind = (e) => e === figure ? "" : kind(e.parentElement) + " " + e.localName + "." + e.className;
	const parts = [figure, ...figure.querySelectorAll(":not(svg *)")].filter((e) => e.checkVisibility() && (kinds[kind(e)] = (kinds[kind(e)] ?? 0) + 1) <= 2);
	const styles = () => parts.map((e) => {
		const style = getComputedStyle(e);
		const around = ["::before", "::after", "::marker"].map((part) => getComputedStyle(e, part)).flatMap((s) => ["content: " + s.content, "color: " + s.color]);
		return names.map((p) => p + ": " + style.getPropertyValue(p)).concat(around);
	});
	const before = styles();
	sheets.forEach((sheet) => { sheet.disabled = true });
	const faults = parts.length < 40 || sheets.length === 0 ? [parts.length + " parts of the figure, " + sheets.length + " style sheets"] : [];
	styles().forEach((style, i) => {
		const other = style.findIndex((declared, j) => declared !== before[i][j]);
		if (other >= 0) faults.push("the host makes " + before[i][other] + " of " + style[other] + " in " + parts[i].outerHTML.slice(0, 60));
	});
	sheets.forEach((sheet) => { sheet.disabled = false });
	figure.parentElement.removeAttribute("style");
	return faults.slice(0, 5);
})(%q)`

// deadLinks lists the links of a host that lead to no file of it.
func deadLinks(t *testing.T, h host) []string {
	t.Helper()
	var dead []string
	for n := range htmltest.Parse(t, h.files[h.page]).Descendants() {
		href := strings.TrimPrefix(htmltest.Attribute(n, "href"), chromium.Origin)
		if n.Data != "a" || strings.Contains(href, ":") || strings.HasPrefix(href, "#") {
			continue
		}
		name := path.Join(path.Dir(h.page), href)
		if strings.HasPrefix(href, "/") {
			name = path.Join(".", href[1:])
		}
		if strings.HasSuffix(href, "/") {
			name = path.Join(name, "index.html")
		}
		if _, there := h.files[name]; !there {
			dead = append(dead, fmt.Sprintf("the link to %q leads to no file", href))
		}
	}
	return dead
}

// unusable is what axe-core finds. It takes long over diagrams, which pagetest and picturetest
// show to judges, as pagetest does with what frames show.
func (v *visitor) unusable(t *testing.T) (faults []string) {
	t.Helper()
	chromium.Evaluate[any](t, v.tab, `document.querySelectorAll(".pictures svg > :not(title, desc, style)").forEach((e) => e.remove())`)
	verdict := axe.Judge(t, v.tab)
	if verdict.Passed < 20 {
		faults = append(faults, fmt.Sprintf("only %d rules of axe-core had anything to judge", verdict.Passed))
	}
	for _, found := range verdict.Found {
		if found.ID != "frame-tested" {
			faults = append(faults, found.String())
		}
	}
	return faults
}
