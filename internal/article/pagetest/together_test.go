package pagetest

import (
	"fmt"
	"strings"
	"testing"

	"example.org/graphgen/internal/judges/chromium"
	"example.org/graphgen/internal/soak"
)

// around is what a page has of its own, with the names that a figure's rules use.
const around = `<div id="host"><h1>A page</h1><p class="title quiet heading">Text, <a href="#x">a link</a> and <strong class="number">bold</strong></p>
<ul class="sources notes"><li class="note">one</li></ul><details class="plain" open><summary>More</summary><p class="claim">Words</p></details>
<div class="pictures"><div class="wide"><svg class="rules" width="40" height="20"><g class="node type-person"><path class="fill-paper stroke-ink" d="M0 0L40 20"/><text class="fill-ink" x="2" y="10">A</text></g></svg></div><div class="narrow">N</div></div>
<figure class="graphgen"><figcaption class="caption">C</figcaption></figure>
<table><caption>T</caption><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><th scope="row">B</th><td>C</td></tr></tbody></table></div>`

// styled is a page of so many figures.
func styled(figures ...*bundle) string {
	var b strings.Builder
	b.WriteString("<!doctype html><html lang=en><meta charset=utf-8><title>Host</title><body>" + around)
	for _, f := range figures {
		b.WriteString(f.files["figure.html"])
	}
	return b.String()
}

// styles asks for the computed style of every element within one of an id.
const styles = `(id => [...document.getElementById(id).querySelectorAll("*")].map(e => {
	const style = getComputedStyle(e);
	return e.tagName + "." + (e.getAttribute("class") || "") + " " + [...style].map(p => p + ":" + style.getPropertyValue(p)).join(";");
}))(%q)`

// idsTwice asks for ids that more than one element has.
const idsTwice = `[...document.querySelectorAll("[id]")].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)`

// firstOther says where two lists of styles differ, if they do.
func firstOther(got, want []string) string {
	if len(got) != len(want) {
		return fmt.Sprintf("%d elements, want %d", len(got), len(want))
	}
	for i := range got {
		if got[i] == want[i] {
			continue
		}
		element, _, _ := strings.Cut(got[i], " ")
		is, was := strings.Split(got[i], ";"), strings.Split(want[i], ";")
		for j := range min(len(is), len(was)) {
			if is[j] != was[j] {
				return fmt.Sprintf("%s has %s, want %s", element, is[j], was[j])
			}
		}
		return element + " has other properties"
	}
	return ""
}

// Figures of different views, and of one view under two prefixes, stand in one page as each
// stands alone, and leave the page as it is without them.
func TestTogether(t *testing.T) {
	t.Parallel()
	tab := chromium.Start(t)
	for _, names := range [][]string{
		{"quay in ar/quay", "quay again/quay", "quay in km/quay"},
		{"harbour/berths", "seed/mandate"},
	}[:soak.Cases(2, 1)] {
		var figures []*bundle
		for _, name := range names {
			figures = append(figures, named(t, name))
		}
		tab.Show(t, styled(), 900)
		host := chromium.Evaluate[[]string](t, tab, fmt.Sprintf(styles, "host"))
		var alone [][]string
		for _, f := range figures {
			tab.Show(t, styled(f), 900)
			alone = append(alone, chromium.Evaluate[[]string](t, tab, fmt.Sprintf(styles, figureID(f))))
		}
		tab.Show(t, styled(figures...), 900)
		if twice := chromium.Evaluate[[]string](t, tab, idsTwice); len(twice) > 0 {
			t.Errorf("%v: ids that are there twice: %.500q", names, twice)
		}
		if other := firstOther(chromium.Evaluate[[]string](t, tab, fmt.Sprintf(styles, "host")), host); other != "" {
			t.Errorf("%v: in the page, %s", names, other)
		}
		for i, f := range figures {
			if len(alone[i]) < 50 {
				t.Errorf("%s has %d elements", names[i], len(alone[i]))
			}
			if other := firstOther(chromium.Evaluate[[]string](t, tab, fmt.Sprintf(styles, figureID(f))), alone[i]); other != "" {
				t.Errorf("%s: %s", names[i], other)
			}
		}
	}
}

func figureID(b *bundle) string { return b.article.Drawing.Inline.ID + "..figure" }

// The judge finds ids that are there twice and rules that reach too far.
func TestTogetherFaults(t *testing.T) {
	t.Parallel()
	tab := chromium.Start(t)
	f := named(t, "harbour/berths")
	tab.Show(t, styled(f, f), 900)
	if twice := chromium.Evaluate[[]string](t, tab, idsTwice); len(twice) == 0 {
		t.Error("the same figure twice has no id twice")
	}
	tab.Show(t, styled(f), 900)
	host := chromium.Evaluate[[]string](t, tab, fmt.Sprintf(styles, "host"))
	own := chromium.Evaluate[[]string](t, tab, fmt.Sprintf(styles, figureID(f)))
	tab.Show(t, styled(f)+`<style>.quiet{letter-spacing:1px !important}</style>`, 900)
	for name, was := range map[string][]string{"host": host, figureID(f): own} {
		if firstOther(chromium.Evaluate[[]string](t, tab, fmt.Sprintf(styles, name)), was) == "" {
			t.Errorf("a rule for everything changes nothing in %s", name)
		}
	}
}
