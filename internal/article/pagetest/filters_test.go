package pagetest

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"example.org/graphgen/internal/network"
)

// needs are, of each line and value by ID, the IDs of what must be shown wherever it is: its
// ends, whoever denies or answers it as far as the view draws them, and of a value all lines
// to it.
func needs(v *network.View) map[string][]string {
	of := map[string][]string{}
	for i := range v.Edges {
		e := &v.Edges[i]
		of[e.ID] = append(of[e.ID], e.From, e.To)
		for _, c := range slices.Concat(e.Verdict.Denials, e.Verdict.Remarks) {
			if v.Node(c.Speaker) != nil {
				of[e.ID] = append(of[e.ID], c.Speaker)
			}
		}
		switch {
		case e.Flow != nil:
			for j := range v.Edges {
				if v.Edges[j].Flow == e.Flow {
					of[e.ID] = append(of[e.ID], v.Edges[j].ID)
				}
			}
		case e.Relation == nil:
			of[e.To] = append(of[e.To], e.ID)
		}
	}
	for i := range v.Nodes {
		n := &v.Nodes[i]
		for _, c := range slices.Concat(n.Verdict.Denials, n.Verdict.Remarks) {
			if v.Node(c.Speaker) != nil {
				of[n.ID] = append(of[n.ID], c.Speaker)
			}
		}
	}
	return of
}

// filtered is what was seen of a page at many settings of its filters.
type filtered struct {
	Switches, Settings int
	Hidden             int // lines, over all settings
	Faults             []string
}

// filtering turns the switches, one at each step, through all their settings or, where they are
// many, with every one and every pair of them off, and through some more by chance. At each,
// whatever is shown must be there with what it needs, its note and its row. That no setting can
// part them follows from TestStatementsHoldDenials: this is for the page's script.
const filtering = `(() => {
	const boxes = [...document.querySelectorAll(".filters input")];
	const result = {switches: boxes.length, settings: 0, hidden: 0, faults: []};
	const fault = (text) => { if (result.faults.length < 20) result.faults.push(text + ", with " + boxes.filter((box) => !box.checked).map((box) => box.value) + " off") };
	const isOff = new Map();
	const groups = [...svg.querySelectorAll(".node, .edge")].map((group) => [idOf(group), group]);
	const byId = new Map(groups);
	const rows = [...document.querySelectorAll("figure [data-of]")].map((row) => [row, row.dataset.of.split(" ")]);
	const notes = Object.entries(known.notes).map(([of, note]) => [of, document.getElementById(note)]);
	const status = document.querySelector(".hidden-count [role=status]");
	const check = () => {
		result.settings++;
		isOff.clear();
		let off = 0;
		for (const [id, group] of groups) {
			isOff.set(id, group.classList.contains("off"));
			if (isOff.get(id)) off++;
		}
		result.hidden += off;
		for (const [id, needed] of Object.entries(known.needs)) {
			if (isOff.get(id) !== false) continue;
			for (const need of needed) if (isOff.get(need) !== false) fault(id + " is shown without " + need);
		}
		for (const [of, note] of notes) if (isOff.get(of) === false && note.hidden) fault("the note on " + of + " is hidden");
		for (const [row, ids] of rows) {
			const drawn = ids.filter((id) => isOff.has(id));
			if (drawn.length && row.hidden !== drawn.every((id) => isOff.get(id))) fault("the row of " + ids + " is " + (row.hidden ? "hidden" : "shown"));
		}
		if (result.settings % 50 === 1) {
			for (const [id, group] of groups) if (seen(group) === isOff.get(id)) fault(id + " is hidden without being switched off, or the other way around");
		}
		if ((off > 0) !== (status.textContent !== "")) fault(off + " parts are hidden, and it says " + status.textContent);
		for (const box of boxes) {
			const [group, value] = box.value.split("=");
			if (box.checked) continue;
			const shown = groups.filter(([id, part]) => !isOff.get(id) && part.classList.contains(group + "-" + value));
			if (shown.length) fault(shown[0][0] + " is shown");
		}
	};
	if (boxes.length <= known.most) {
		for (let i = 0; i < 1 << boxes.length; i++) {
			check();
			boxes[Math.min(boxes.length - 1, Math.log2(~i & (i + 1)))].click(); // Gray's order
		}
	} else {
		for (const a of boxes) {
			a.click();
			check();
			for (const b of boxes.slice(boxes.indexOf(a) + 1)) {
				b.click();
				check();
				b.click();
			}
			a.click();
		}
		for (let i = 1, seed = 1; i < known.random; i++) {
			seed = (seed * 48271) % 2147483647; // Park and Miller's
			boxes[seed % boxes.length].click();
			check();
		}
	}
	return result;
})()`

// Whatever is switched off, no allegation is shown without its denial, its note or its row.
func filtersWholeStatements(t *testing.T, r *visitor) {
	for _, b := range some(t) {
		if !strings.HasPrefix(b.name, "seed/") && !strings.HasPrefix(b.name, "harbour/") {
			continue
		}
		view := b.article.View
		notes, _ := b.article.Describer.Notes(view)
		known := struct {
			Needs  map[string][]string `json:"needs"`
			Notes  map[string]string   `json:"notes"`
			Most   int                 `json:"most"`
			Random int                 `json:"random"`
		}{needs(view), map[string]string{}, 9, 300}
		for _, n := range notes {
			for _, id := range n.Lines {
				known.Notes[id] = b.article.Drawing.Inline.ID + "..note-" + strconv.Itoa(n.Number)
			}
		}
		r.open(t, b, 1280)
		got := ask[filtered](t, r, known, filtering)
		for _, fault := range got.Faults {
			t.Errorf("%s: %s", b.name, fault)
		}
		if got.Switches < 2 || got.Settings < 1<<min(got.Switches, 8) || got.Hidden == 0 {
			t.Errorf("%s: %+v", b.name, got)
		}
		r.unharmed(t, b.name, r.Rest(t))
	}
}
