package picturetest

import (
	"testing"

	"example.org/graphgen/internal/entities"
)

// seeds are faults put into a good picture by a script, and what must be reported of each. In
// a script, node, edge, label, line and title are parts of the picture, and other is the label
// of another line.
var seeds = []struct {
	name, script string
	kind, where  string
	narrow       bool
}{
	{name: "a name too long for its box", script: `name.textContent += " and a good deal more"`, kind: outside, where: "and a good deal more"},
	{name: "a name too wide for the point of its box", script: `outline.setAttribute("d", pointed(outline.getBBox()))`, kind: outside, where: "name"},
	{name: "a stroke of the box through its name", script: `add(node, through(name))`, kind: outside, where: "name"},
	{name: "a title wider than the picture", script: `title.textContent = title.textContent.repeat(9)`, kind: outside, where: "dam"},
	{name: "a label on another", script: `label.setAttribute("x", other.getAttribute("x")); label.setAttribute("y", other.getAttribute("y"))`, kind: overlap, where: "label"},
	{name: "a label on a box", script: `label.setAttribute("x", name.getAttribute("x")); label.setAttribute("y", name.getAttribute("y"))`, kind: overlap, where: "label"},
	{name: "a line through another's label", script: `line.setAttribute("d", through(other))`, kind: crossed, where: "other"},
	{name: "an arrowhead on another's label", script: `head.setAttribute("d", "M" + middle(other) + "L" + middle(other, 8) + "L" + middle(other, 0, 3) + "Z")`, kind: crossed, where: "other"},
	{name: "a line under a box", script: `line.setAttribute("d", through(name, 200))`, kind: beneath, where: "edge"},
	{name: "a text of 10 px", script: `name.setAttribute("font-size", "10")`, kind: small, where: "name"},
	{name: "a narrow form that shrinks", script: `svg.setAttribute("viewBox", "0 0 340 900")`, kind: small, where: "", narrow: true},
	{name: "a narrow form that does not fit", script: `svg.style.minWidth = "340px"`, kind: wide, where: "page", narrow: true},
	{name: "grey text", script: `name.style.fill = "#8a9199"`, kind: faintText, where: "name"},
	{name: "grey text in dark surroundings alone", script: `dark("[id='" + node.id + "'] text { fill: #6a6f75 !important }")`, kind: faintText, where: "name"},
	{name: "text of its halo's colour", script: `label.style.fill = "#9aa3ad"`, kind: faintText, where: "label"},
	{name: "a transparent text", script: `node.style.opacity = 0.4`, kind: faintText, where: "name"},
	{name: "a weak line", script: `line.style.stroke = "#c9d0d8"`, kind: faintLine, where: "edge"},
	{name: "a weak arrowhead", script: `head.style.fill = "#c9d0d8"`, kind: faintLine, where: "edge"},
	{name: "a weak outline", script: `outline.style.stroke = "#a9b0b8"`, kind: faintLine, where: "node"},
}

// partsOfSeeds finds the parts that seeds speak of.
const partsOfSeeds = `
	const svg = document.querySelector("svg");
	const labelled = [...svg.querySelectorAll("g.edge")].filter(g => g.querySelector("text"));
	const edge = labelled[0], line = edge.querySelector("path"), head = edge.querySelector("path:not([stroke])");
	const label = edge.querySelector("text"), other = labelled[1].querySelector("text");
	const node = [...svg.querySelectorAll("g.node")].find(g => g.querySelectorAll("text").length === 1);
	const outline = node.querySelector("path"), name = node.querySelector("text"), title = svg.querySelector(":scope > text");
	const middle = (text, x = 0, y = 0) => { const b = text.getBBox(); return (b.x + b.width / 2 + x) + " " + (b.y + b.height / 2 + y) };
	const through = (text, more = 20) => { const b = text.getBBox(), y = b.y + b.height / 2; return "M" + (b.x - more) + " " + y + "L" + (b.x + b.width + more) + " " + y };
	const pointed = b => "M" + b.x + " " + (b.y + b.height / 2) + "L" + (b.x + b.width / 2) + " " + b.y + "L" + (b.x + b.width) + " " + (b.y + b.height / 2) + "L" + (b.x + b.width / 2) + " " + (b.y + b.height) + "Z";
	const add = (group, d) => { const path = line.cloneNode(); path.setAttribute("d", d); group.append(path) };
	const dark = rule => { const style = document.createElement("style"); style.textContent = "@media (prefers-color-scheme: dark) { " + rule + " }"; document.head.append(style) };
	const parts = {name: name.textContent, label: label.textContent, other: other.textContent, edge: edge.id, node: node.id, page: "page", dam: "dam"};
`

// The measure reports each kind of fault, and none where there is none.
func TestSeededFaults(t *testing.T) {
	b := newBrowser(t)
	good := draw(map[string]*entities.Case{"5": madeUp(5)}, []string{"5"})[0]
	if good.err != nil {
		t.Fatal(good.err)
	}
	for _, form := range []struct {
		name    string
		picture []byte
		column  int64
	}{{"wide", good.wide, widthOf(t, good.wide)}, {"narrow", good.narrow, narrowColumn}} {
		b.show(form.picture, form.column)
		for _, f := range b.faults() {
			t.Errorf("the good picture, %s: %v", form.name, f)
		}
	}
	for _, seed := range seeds {
		t.Run(seed.name, func(t *testing.T) {
			b := b.within(t)
			if seed.narrow {
				b.show(good.narrow, narrowColumn)
			} else {
				b.show(good.wide, widthOf(t, good.wide))
			}
			parts := measure[map[string]string](b, "(() => {"+partsOfSeeds+seed.script+"; return parts})()")
			where := seed.where
			if part, ok := parts[where]; ok {
				where = part
			}
			if faults := b.faults(); !has(faults, seed.kind, where) {
				t.Errorf("no %q of %q reported, but %v", seed.kind, where, faults)
			}
		})
	}
}
