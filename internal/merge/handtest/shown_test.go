package handtest

import (
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"example.org/graphgen/internal/colours"
	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/merge"
	"example.org/graphgen/internal/render"
)

// unspaced is a text without what only breaks or directs its lines.
func unspaced(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u200b' || r == '\u200e' || r == '\u200f' || r >= '\u2066' && r <= '\u2069' {
			return -1
		}
		return r
	}, s)
}

// group is a <g> of a picture that has an id.
type group struct{ class, title, text, dashes string }

// groupsOf are the groups of a picture, by id.
func (d *desk) groupsOf(picture []byte) map[string]*group {
	d.Helper()
	groups := map[string]*group{}
	var open []*group
	decoder := xml.NewDecoder(bytes.NewReader(picture))
	inside := ""
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return groups
		}
		if err != nil {
			d.Fatalf("the picture is no XML: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inside = token.Name.Local
			attrs := map[string]string{}
			for _, a := range token.Attr {
				attrs[a.Name.Local] = a.Value
			}
			var g *group
			if len(open) > 0 {
				g = open[len(open)-1]
			}
			if id := attrs["id"]; inside == "g" && id != "" {
				g = &group{class: attrs["class"]}
				_, id, _ = strings.Cut(id, ".")
				groups[id] = g
			}
			if inside == "path" && g != nil && attrs["stroke"] != "" {
				g.dashes += attrs["stroke-dasharray"] + ";"
			}
			open = append(open, g)
		case xml.EndElement:
			open, inside = open[:len(open)-1], ""
		case xml.CharData:
			if len(open) == 0 || open[len(open)-1] == nil {
				continue
			}
			switch g := open[len(open)-1]; inside {
			case "title":
				g.title += string(token)
			case "text":
				g.text += unspaced(string(token))
			}
		}
	}
}

// snapshotOf is what a drawing's DOT says, thing by thing.
func (d *desk) snapshotOf(drawing *render.Drawing) *merge.Snapshot {
	d.Helper()
	return merge.ReadPublished("built.dot", read(d, drawing.DOT))
}

// toldOfRoom tells whether a drawing says that a node does not stand where it was put, since it
// would hide how a line stands there.
func toldOfRoom(drawing *render.Drawing, node string) bool {
	return slices.ContainsFunc(drawing.Warnings.Overrides, func(message string) bool {
		return strings.HasPrefix(message, "node "+node+" would hide how line ") || strings.HasPrefix(message, "nodes would hide how lines stand ")
	})
}

// toldOfAnyRoom tells whether it says so of any node.
func toldOfAnyRoom(drawing *render.Drawing) bool {
	return slices.ContainsFunc(drawing.Warnings.Overrides, func(message string) bool { return strings.Contains(message, " would hide how line") })
}

// shows wants a drawing to show each edit of overrides, in DOT, and words in the pictures.
func (d *desk) shows(drawing *render.Drawing, overrides *edits.Overrides) {
	d.Helper()
	snapshot, wide, narrow := d.snapshotOf(drawing), d.groupsOf(drawing.SVG), d.groupsOf(drawing.Narrow)
	for i := range overrides.Edits {
		e := &overrides.Edits[i]
		item := snapshot.Items[e.Thing]
		if e.Removed != nil {
			if item != nil || wide[e.ID] != nil || narrow[e.ID] != nil {
				d.Errorf("%v was taken out, and is drawn", e.Thing)
			}
			continue
		}
		if narrow[e.ID] == nil && !e.Line {
			narrow[e.ID] = d.rowTo(drawing.Narrow) // the narrow form has nodes that lines only lead to in rows
		}
		if item == nil || wide[e.ID] == nil || narrow[e.ID] == nil {
			d.Errorf("%v is not drawn: in DOT %t, in the picture %t, in the narrow one %t", e.Thing, item != nil, wide[e.ID] != nil, narrow[e.ID] != nil)
			continue
		}
		if e.Added != nil && (item.From != e.Added.From || item.To != e.Added.To) {
			d.Errorf("%v joins %s and %s, and was drawn between %s and %s", e.Thing, item.From, item.To, e.Added.From, e.Added.To)
		}
		if e.Added != nil && d.network.Index().Relation(e.ID) == nil && (!strings.Contains(item.Text, "unsourced") || !strings.Contains(wide[e.ID].text, "unsourced") || !strings.Contains(narrow[e.ID].text, "unsourced") && narrow[e.ID].class != "row") {
			d.Errorf("%v was added by hand, and does not say that it is unsourced: %s", e.Thing, item.Text)
		}
		for p, c := range e.Changes {
			if p.Name == edits.Below && narrow[e.ID].class == "row" {
				continue
			}
			d.showsChange(item, p, c.Is, wide[e.ID], narrow[e.ID])
		}
		if e.Place != nil && (item.Place == nil || *item.Place != *e.Place || !item.Pinned) && !toldOfRoom(drawing, e.ID) {
			d.Errorf("%v stands at %v, and was put at %v", e.Thing, item.Place, *e.Place)
		}
	}
	for _, group := range overrides.Ranks {
		if !slices.ContainsFunc(snapshot.Ranks, func(g []string) bool { return slices.Equal(g, group) }) {
			d.Errorf("%v are no longer in one rank: %v", group, snapshot.Ranks)
		}
	}
}

// rowTo is what the narrow form says of a node that lines lead to, which name it.
func (d *desk) rowTo(picture []byte) *group {
	d.Helper()
	row := &group{class: "row"}
	for _, g := range d.groupsOf(picture) {
		row.text += g.text + ";"
	}
	return row
}

func (d *desk) showsChange(item *merge.Item, p edits.Property, is string, pictures ...*group) {
	d.Helper()
	if p.Lang != "" {
		if !strings.Contains(unspaced(item.Text), unspaced(is)) {
			d.Errorf("%v: its %v is to be %q; DOT has %q", item.Thing, p, is, item.Text)
		}
		for _, g := range pictures {
			if !strings.Contains(unmarked(g.text), unmarked(unspaced(is))) {
				d.Errorf("%v: its %v is to be %q; the picture has %q", item.Thing, p, is, g.text)
			}
		}
		return
	}
	if got := item.Source.Attrs[p.Name].Text; got != is && !(p.Name == edits.FontColor && readable(item, got)) {
		d.Errorf("%v: its %v is to be %s, and is %s", item.Thing, p, is, got)
	}
}

// unmarked is a text without the numbers of notes that stand in it.
func unmarked(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '[' || r == ']' || unicode.IsDigit(r) {
			return -1
		}
		return r
	}, s)
}

// readable tells whether words are in another colour than was chosen so that they can be read on
// what was chosen for behind them.
func readable(item *merge.Item, font string) bool {
	ink, err := colours.Parse(font)
	behind, err2 := colours.Parse(item.Source.Attrs[edits.FillColor].Text)
	return err == nil && err2 == nil && !item.Line && colours.Contrast(ink, behind) >= colours.LeastOfText
}

// elsewhereAlike wants what no edit is of to be as it was before.
func (d *desk) elsewhereAlike(before, after *render.Drawing, overrides *edits.Overrides) {
	d.Helper()
	was, is := d.snapshotOf(before), d.snapshotOf(after)
	edited := func(t edits.Thing, p edits.Property) bool {
		e := overrides.Of(t)
		if e == nil {
			return false
		}
		_, changed := e.Changes[p]
		return changed
	}
	gone := func(item *merge.Item) bool {
		return overrides.Removes(item.Thing) || item.Line && (overrides.Removes(edits.Thing{ID: item.From}) || overrides.Removes(edits.Thing{ID: item.To}))
	}
	renamed := d.renamed(overrides)
	for _, t := range was.Order {
		old, now := was.Items[t], is.Items[t]
		if gone(old) {
			continue
		}
		if now == nil {
			d.Errorf("%v was not taken out, and is not drawn", t)
			continue
		}
		if old.From != now.From || old.To != now.To {
			d.Errorf("%v joins other things", t)
		}
		words := edited(t, edits.Property{Name: edits.Label, Lang: d.lang()}) || edited(t, edits.Property{Name: edits.Below, Lang: d.lang()})
		for _, name := range []string{"style", "standing", "caveat", "hedge", "claims", "value", "type", "penwidth", "tooltip"} {
			before, after := renamed(old.Source.Attrs[name].Plain(nil)), unspaced(now.Source.Attrs[name].Plain(nil))
			if name == "tooltip" && (words || edited(firstLeg(t), edits.Property{Name: edits.Label, Lang: d.lang()})) { // whose first line is what it says
				before, after = renamed(evidence(old.Source.Attrs[name])), unspaced(evidence(now.Source.Attrs[name]))
			}
			if before != after {
				d.Errorf("%v: its %s was %q, and is %q", t, name, before, after)
			}
		}
		for _, name := range []string{edits.Color, edits.FillColor, edits.FontColor, edits.Shape} {
			if old.Source.Attrs[name] != now.Source.Attrs[name] && !edited(t, edits.Property{Name: name}) && !d.shifts(t) && !(name == edits.FontColor && edited(t, edits.Property{Name: edits.FillColor})) {
				d.Errorf("%v: its %s was %s, and is %s", t, name, old.Source.Attrs[name].Text, now.Source.Attrs[name].Text)
			}
		}
		if renamed(old.Text) != unspaced(now.Text) && !words {
			d.Errorf("%v: its words were %q, and are %q", t, old.Text, now.Text)
		}
	}
	for _, t := range is.Order {
		if e := overrides.Of(t); was.Items[t] == nil && (e == nil || e.Added == nil) {
			d.Errorf("%v was not added, and is drawn", t)
		}
	}
}

// firstLeg is the line on which a flow says what it is, given any of its lines.
func firstLeg(t edits.Thing) edits.Thing {
	if at := strings.LastIndexByte(t.ID, '/'); t.Line && at >= 0 {
		t.ID = t.ID[:at] + "/1"
	}
	return t
}

// evidence is what a tooltip says of claims: all but its first line.
func evidence(tooltip dotfile.Value) string {
	_, after, _ := strings.Cut(tooltip.Plain(nil), "\n")
	return after
}

var quotation = regexp.MustCompile(`“[^”]*”`)

// renamed has a text call entities as they were edited to be called, and leaves out what only
// breaks its lines: who says something is called so wherever the view tells of it.
func (d *desk) renamed(overrides *edits.Overrides) func(string) string {
	label := edits.Property{Name: edits.Label, Lang: d.lang()}
	baseline := d.baseline()
	var pairs [][2]string
	for i := range overrides.Edits {
		if e := &overrides.Edits[i]; !e.Line && e.Changes[label].Was != "" {
			pairs = append(pairs, [2]string{unspaced(baseline[e.Thing].Values[label]), unspaced(e.Changes[label].Is)})
		}
	}
	slices.SortFunc(pairs, func(a, b [2]string) int { return len(b[0]) - len(a[0]) })
	var list []string
	for _, pair := range pairs {
		list = append(list, pair[0], pair[1])
	}
	replacer := strings.NewReplacer(list...)
	return func(text string) string {
		var b strings.Builder
		text = unspaced(text)
		from := 0
		for _, at := range quotation.FindAllStringIndex(text, -1) { // what is quoted reads as it does in its source
			b.WriteString(replacer.Replace(text[from:at[0]]) + text[at[0]:at[1]])
			from = at[1]
		}
		return b.String() + replacer.Replace(text[from:])
	}
}

// shifts tells whether a thing's colour follows from which flows are drawn.
func (d *desk) shifts(t edits.Thing) bool { return len(d.baseline()[t].Shifting) > 0 }
