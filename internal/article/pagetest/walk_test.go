package pagetest

import (
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/network"
)

// walked is what was met on a walk by keys.
type walked struct {
	Paged, Arrowed []string // the nodes that page keys and arrow keys lead to
	Stops          int      // of the Tab key
	Astray         []string // steps off the lines where lines lead that way
	Heard          map[string]string
}

// The walk by keys reaches every entity, one at a time, along lines where there are any that
// way, and tells of each where it leads and how that stands.
func walksAlongLines(t *testing.T, r *visitor) {
	for _, name := range used {
		b := named(t, name)
		r.open(t, b, 1280)
		view := b.article.View
		near, sentences := map[string][]string{}, map[string][]string{}
		for i := range view.Edges {
			e := &view.Edges[i]
			for _, end := range []string{e.From, e.To} {
				near[end] = append(near[end], e.From, e.To)
				sentences[end] = append(sentences[end], b.article.Teller.Sentence(view, e))
			}
		}
		walk := ask[walked](t, r, near, walking)
		var want []string
		for i := range view.Nodes {
			want = append(want, view.Nodes[i].ID)
		}
		slices.Sort(want)
		if slices.Sort(walk.Paged); !slices.Equal(walk.Paged, want) {
			t.Errorf("%s: the walk leads to %q, want %q", name, walk.Paged, want)
		}
		if len(walk.Arrowed) < len(want)-1 {
			t.Errorf("%s: arrows lead to %q alone", name, walk.Arrowed)
		}
		for _, astray := range walk.Astray {
			t.Errorf("%s: an arrow leads off the lines: %s", name, astray)
		}
		if walk.Stops != 1 {
			t.Errorf("%s: the Tab key stops at %d parts", name, walk.Stops)
		}
		for id, all := range sentences {
			for _, sentence := range all {
				if !strings.Contains(walk.Heard[id], sentence) {
					t.Errorf("%s: at %s nobody hears %q", name, id, sentence)
				}
			}
		}
		r.unharmed(t, name, r.Rest(t))
	}
}

// walking goes through all nodes by page keys, and then from each by every arrow key.
const walking = `(() => {
	const walk = {paged: [], arrowed: [], stops: svg.querySelectorAll("[tabindex='0']").length, astray: [], heard: {}};
	const here = () => idOf(document.activeElement);
	const middle = (id) => { const box = part(id).getBBox(); return [box.x + box.width / 2, box.y + box.height / 2] };
	svg.querySelector("[tabindex='0']").focus();
	for (press("Home"); !walk.paged.includes(here()); press("PageDown")) {
		walk.paged.push(here());
		walk.heard[here()] = document.getElementById(document.activeElement.getAttribute("aria-describedby")).textContent;
	}
	press("Home");
	const ways = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
	for (const todo = [here()]; todo.length;) {
		const from = todo.pop();
		if (walk.arrowed.includes(from)) continue;
		walk.arrowed.push(from);
		for (const [key, [dx, dy]] of Object.entries(ways)) {
			part(from).focus();
			press(key);
			todo.push(here());
			const straight = (known[from] ?? []).some((id) => {
				const [x, y] = middle(id), [fromX, fromY] = middle(from);
				const along = (x - fromX) * dx + (y - fromY) * dy, aside = Math.abs((x - fromX) * dy) + Math.abs((y - fromY) * dx);
				return id !== from && along > aside;
			});
			if (straight && (here() === from || !known[from].includes(here()))) walk.astray.push(from + " " + key + " " + here());
		}
	}
	return walk;
})()`

// In the narrow picture the walk goes through all its rows, which name every entity.
func walksDownTheColumn(t *testing.T, r *visitor) {
	b := named(t, "seed/figures")
	r.open(t, b, 320)
	labels := ask[[]string](t, r, nil, `(() => {
		const labels = [];
		const here = () => document.activeElement.getAttribute("aria-label");
		svg.querySelector("[tabindex='0']").focus();
		for (press("Home"); !labels.includes(here()); press("ArrowDown")) labels.push(here());
		return labels;
	})()`)
	view := b.article.View
	if len(labels) <= len(view.Edges) {
		t.Errorf("%d stops for %d lines and their entities: %q", len(labels), len(view.Edges), labels)
	}
	for i := range view.Nodes {
		n := &view.Nodes[i]
		name := b.article.Teller.NodeName(view, n.ID)
		if n.Kind == network.ValueNode {
			name = b.article.Teller.Quantity(n.Value)
		}
		if !slices.ContainsFunc(labels, func(label string) bool { return strings.Contains(label, name) }) {
			t.Errorf("%s is at no stop: %q", name, labels)
		}
	}
}
