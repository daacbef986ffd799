package pagetest

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/network"
)

// walked is what was met on a walk by keys.
type walked struct {
	Paged  []string            // the nodes that page keys lead to
	Ways   map[string][]string // to where arrow keys lead from each
	Stops  int                 // of the Tab key
	Astray []string            // steps off the lines where lines lead that way
	Heard  map[string]string
}

// beyond are the nodes that arrow keys do not lead to from one, by whatever way.
func (w *walked) beyond(from string) []string {
	reached := map[string]bool{from: true}
	for todo := []string{from}; len(todo) > 0; {
		at := todo[0]
		todo = todo[1:]
		for _, to := range w.Ways[at] {
			if !reached[to] {
				reached[to] = true
				todo = append(todo, to)
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(w.Paged), func(id string) bool { return reached[id] })
}

// The walk by keys reaches every entity, one at a time, along lines where there are any that
// way, and tells of each where it leads and how that stands.
func walksAlongLines(t *testing.T, r *visitor) {
	for _, b := range some(t) {
		name, view := b.name, b.article.View
		r.open(t, b, 1280)
		near, sentences := map[string][]string{}, map[string][]string{}
		for i := range view.Edges {
			e := &view.Edges[i]
			for _, end := range []string{e.From, e.To} {
				near[end] = append(near[end], e.From, e.To)
				sentences[end] = append(sentences[end], b.article.Describer.Sentence(view, e))
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
		for _, from := range want {
			if beyond := walk.beyond(from); len(beyond) > 0 {
				t.Errorf("%s: from %s no arrows lead to %q", name, from, beyond)
			}
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
	const walk = {paged: [], ways: {}, stops: svg.querySelectorAll("[tabindex='0']").length, astray: [], heard: {}};
	const here = () => idOf(document.activeElement);
	const middle = (id) => { const box = part(id).getBBox(); return [box.x + box.width / 2, box.y + box.height / 2] };
	svg.querySelector("[tabindex='0']").focus();
	for (press("Home"); !walk.paged.includes(here()); press("PageDown")) {
		walk.paged.push(here());
		walk.heard[here()] = document.getElementById(document.activeElement.getAttribute("aria-describedby")).textContent;
	}
	const ways = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
	for (const from of walk.paged) {
		walk.ways[from] = [];
		for (const [key, [dx, dy]] of Object.entries(ways)) {
			part(from).focus();
			press(key);
			walk.ways[from].push(here());
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

// The judge of walks finds an entity that all arrows pass by.
func TestWalkFaults(t *testing.T) {
	t.Parallel()
	r := newVisitor(t)
	for name, missed := range map[string]string{"seed/institutions": "people-in-cambodia", "quay in ar/quay": "court"} {
		bad := maps.Clone(named(t, name).files)
		bad["page.html"] = strings.NewReplacer("http-equiv", "data-was", "const missed = order.find(", "const missed = [].find(").Replace(bad["page.html"])
		r.Visit(t, bad, "page.html", 1280)
		walk := ask[walked](t, r, map[string][]string{}, walking)
		if beyond := walk.beyond(walk.Paged[0]); !slices.Equal(beyond, []string{missed}) {
			t.Errorf("%s: arrows that lead along lines alone pass by %q, want %s", name, beyond, missed)
		}
	}
}

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
		name := b.article.Describer.NodeName(view, n.ID)
		if n.Kind == network.ValueNode {
			name = b.article.Describer.Quantity(n.Value)
		}
		if !slices.ContainsFunc(labels, func(label string) bool { return strings.Contains(label, name) }) {
			t.Errorf("%s is at no stop: %q", name, labels)
		}
	}
}
