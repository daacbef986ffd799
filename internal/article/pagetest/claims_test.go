package pagetest

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"example.org/graphgen/internal/judges/chromium"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/wording"
)

// claimsOpened is what a press on a part opens.
type claimsOpened struct {
	Text  string
	Links []string
	Fault string
}

// opening presses each part, reads what it opens, and closes it by a key.
const opening = `(() => {
	const opened = {};
	for (const pressed of parts(".node, .edge")) {
		const id = idOf(pressed), box = pressed.getBoundingClientRect();
		pressed.dispatchEvent(new MouseEvent("click", {bubbles: true, detail: 1, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2}));
		let fault = "";
		if (!seen(claims) || document.activeElement !== claims) fault = "it opens nothing that has the focus";
		const around = claims.getBoundingClientRect(), page = document.documentElement.getBoundingClientRect();
		if (around.left < page.left || around.right > page.right || around.top < page.top || around.bottom > page.bottom) fault = "what it opens leaves the page";
		opened[id] = {text: claims.textContent, links: [...claims.querySelectorAll("a")].map((a) => a.getAttribute("href")), fault};
		press("Escape");
		if (seen(claims) || document.activeElement !== pressed) opened[id].fault ||= "closing it leaves the focus elsewhere";
		if (claims.querySelector("[id]:not(#claims-title)")) opened[id].fault ||= "what it opens has ids of other parts";
	}
	return opened;
})()`

// A press on a line or an entity opens all that its notes say: who says so, in which words and
// where, and who denies it.
func opensClaims(t *testing.T, r *visitor) {
	for _, name := range used {
		b := named(t, name)
		view, describer := b.article.View, b.article.Describer
		notes, numbers := describer.Notes(view)
		for _, width := range []int64{1280, 320} {
			if width == 320 && name == "seed/institutions" {
				continue // which takes long and has nothing that others do not
			}
			r.open(t, b, width)
			got := ask[map[string]claimsOpened](t, r, nil, opening)
			if len(got) < len(view.Edges) {
				t.Errorf("%s at %d: %d parts open anything, of %d lines", name, width, len(got), len(view.Edges))
			}
			for id, o := range got {
				if o.Fault != "" {
					t.Errorf("%s at %d: %s: %s", name, width, id, o.Fault)
				}
				for _, of := range accountedAt(view, id) {
					if n := numbers[of]; n > 0 {
						o.holds(t, name+" "+id, &notes[n-1])
					}
				}
			}
			r.unharmed(t, name, r.Rest(t))
		}
	}
}

// accountedAt are the IDs of all that must be accounted for where a line or a node is pressed:
// of a value with all that is said of it, of a flow with all its legs.
func accountedAt(v *network.View, id string) []string {
	var ids []string
	for i := range v.Edges {
		e := &v.Edges[i]
		if e.ID != id && e.From != id && e.To != id {
			continue
		}
		ids = append(ids, e.ID)
		for j := range v.Edges {
			if o := &v.Edges[j]; o.Flow != nil && o.Flow == e.Flow || o.To == e.To && (e.Kind == network.GivesEdge || e.Kind == network.DisputesEdge) {
				ids = append(ids, o.ID, o.To)
			}
		}
	}
	if n := v.Node(id); n != nil {
		ids = append(ids, id)
		for _, office := range n.Offices {
			ids = append(ids, office.Relation.ID)
		}
	}
	return ids
}

func (o *claimsOpened) holds(t *testing.T, what string, n *wording.Note) {
	t.Helper()
	for _, said := range append([]string{"[" + strconv.Itoa(n.Number) + "] " + n.Heading}, wordsOf(n)...) {
		if !strings.Contains(oneSpaced(o.Text), oneSpaced(said)) {
			t.Errorf("%s opens no %q, but %q", what, said, o.Text)
		}
	}
	for _, e := range n.Entries {
		if e.Link != "" && !slices.Contains(o.Links, e.Link) {
			t.Errorf("%s opens no link to %q, but %q", what, e.Link, o.Links)
		}
	}
}

func wordsOf(n *wording.Note) (said []string) {
	for _, e := range n.Entries {
		said = append(said, e.Words(), e.Source)
	}
	return said
}

// What is pressed with a mouse and with keys is opened and closed as by scripts.
func opensClaimsByHand(t *testing.T, r *visitor) {
	b := named(t, "harbour/berths")
	r.open(t, b, 1280)
	state := func() string {
		return ask[string](t, r, nil, `(seen(claims) ? claims.querySelector("h2").textContent : "closed") + "; " + (document.activeElement.getAttribute("aria-label") ?? document.activeElement.className)`)
	}
	do := func(what string, action chromedp.Action[chromedp.Void], holds func(state string) bool) {
		t.Helper()
		if err := chromedp.Do(r.tab.Context, action); err != nil {
			t.Fatal(err)
		}
		if s := state(); !holds(s) {
			t.Errorf("after %s: %s", what, s)
		}
	}
	at := ask[[]float64](t, r, nil, `(() => { const box = parts(".edge text")[0].getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2] })()`)
	isOpen := func(s string) bool { return !strings.HasPrefix(s, "closed") && strings.HasSuffix(s, "; claims") }
	isClosed := func(s string) bool { return strings.HasPrefix(s, "closed; ") && strings.Contains(s, " — ") }
	do("a press on a line", chromedp.MouseClickXY(at[0], at[1]), isOpen)
	do("Tab", chromedp.KeyEvent("\t"), func(s string) bool { return strings.HasSuffix(s, "; close") || strings.Contains(s, "; Close") })
	do("Enter on the button that closes it", chromedp.KeyEvent("\r"), isClosed)
	chromium.Evaluate[any](t, r.tab, `document.querySelector(".wide [tabindex='0']").focus()`)
	do("an arrow key", chromedp.KeyEvent("\u0303"), func(s string) bool { return strings.HasPrefix(s, "closed") })
	do("Enter on an entity", chromedp.KeyEvent("\r"), isOpen)
	do("Escape", chromedp.KeyEvent("\u001b"), func(s string) bool { return strings.HasPrefix(s, "closed; ") })
	do("Space on it", chromedp.KeyEvent(" "), isOpen)
	do("a press beside it", chromedp.MouseClickXY(4, 4), func(s string) bool { return strings.HasPrefix(s, "closed; ") })
	r.unharmed(t, b.name, r.Rest(t))
}
