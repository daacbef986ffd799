package handtest

import (
	"slices"
	"strconv"
	"strings"

	"example.org/graphgen/internal/dot"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/network"
)

func (e *editor) rename() bool {
	p := e.inLang(edits.Label)
	l := e.some(p, func(t edits.Thing, l *fileLine) bool {
		return e.nodeOf(network.EntityNode)(t, l) && !e.view.Node(t.ID).ByHand
	})
	if l == nil {
		return false
	}
	is := e.words()
	if m := withOffices.FindStringSubmatch(l.get("label")); m != nil {
		l.set("label", "<"+inMarkup.Replace(is)+m[2]+m[3]+m[4]+">")
	} else {
		l.set("label", string(dot.Text(is)))
	}
	e.expect(l.of, p, is)
	return e.did(l.of)
}

func (e *editor) rewordOffice() bool {
	p := e.inLang(edits.Below)
	l := e.some(p, func(t edits.Thing, l *fileLine) bool { return withOffices.MatchString(l.get("label")) })
	if l == nil {
		return false
	}
	is := e.words()
	m := withOffices.FindStringSubmatch(l.get("label"))
	l.set("label", "<"+m[1]+m[2]+inMarkup.Replace(is)+m[4]+">")
	e.expect(l.of, p, is)
	return e.did(l.of)
}

// rewordLine leaves the words for how a line stands, in some place of the label.
func (e *editor) rewordLine() bool {
	p := e.inLang(edits.Label)
	l := e.some(p, func(t edits.Thing, l *fileLine) bool { return t.Line })
	if l == nil {
		return false
	}
	is := e.words()
	parts := []string{string(dot.Text(is))}
	for _, key := range []string{"hedge", "caveat"} {
		if raw := l.get(key); raw != "" {
			parts = append(parts, raw)
		}
	}
	if e.IntN(3) == 0 {
		e.Shuffle(len(parts), func(a, b int) { parts[a], parts[b] = parts[b], parts[a] })
	}
	for i := range parts {
		parts[i] = bare(parts[i])
	}
	l.set("label", `"`+strings.Join(parts, pick(e, `\n`, ` `, `\l`))+`"`)
	e.expect(l.of, p, is)
	return e.did(l.of)
}

// colour writes another colour, and expects it as it is known.
func (e *editor) colour(l *fileLine, name string, from []string) bool {
	raw := from[e.IntN(len(from))]
	is := hexOf(raw)
	if is == e.baseline[l.of].Values[edits.Property{Name: name}] {
		return false
	}
	l.set(name, `"`+raw+`"`)
	e.expect(l.of, edits.Property{Name: name}, is)
	return e.did(l.of)
}

func (e *editor) colourNode(name string, from []string) bool {
	l := e.some(edits.Property{Name: name}, e.nodeOf(network.EntityNode))
	return l != nil && e.colour(l, name, from)
}

func (e *editor) colourValue() bool {
	l := e.some(edits.Property{Name: edits.Color}, e.nodeOf(network.ValueNode))
	return l != nil && e.colour(l, edits.Color, inks)
}

func (e *editor) colourLine(name string) bool {
	l := e.some(edits.Property{Name: name}, func(t edits.Thing, _ *fileLine) bool { return t.Line })
	return l != nil && e.colour(l, name, inks)
}

func (e *editor) reshape() bool {
	p := edits.Property{Name: edits.Shape}
	l := e.some(p, e.nodeOf(network.EntityNode))
	if l == nil {
		return false
	}
	is := pick(e, edits.Shapes()...)
	if is == e.baseline[l.of].Values[p] {
		return false
	}
	l.set("shape", is)
	e.expect(l.of, p, is)
	return e.did(l.of)
}

func (e *editor) move(hold func(*fileLine)) bool {
	if !e.places {
		return false
	}
	l := e.some(edits.Property{Name: "pos"}, func(t edits.Thing, _ *fileLine) bool { return !t.Line })
	if l == nil {
		return false
	}
	x, y, any := e.cell()
	if !any {
		return false
	}
	l.set("pos", `"`+strconv.FormatFloat(x, 'f', -1, 64)+`,-`+strconv.FormatFloat(y, 'f', -1, 64)+`"`)
	if hold != nil {
		hold(l)
	}
	e.want.Edit(l.of).Place = &edits.Place{X: x, Y: y}
	return e.did(l.of)
}

// cell is a place in which no box that was placed stands.
func (e *editor) cell() (x, y float64, any bool) {
	const w, h, most = 420.0, 340.0, 8
	taken := func(i, j int) bool {
		return slices.ContainsFunc(e.want.Edits, func(of edits.Edit) bool {
			return of.Place != nil && int(of.Place.X/w) == i && int(of.Place.Y/h) == j
		})
	}
	for range 20 {
		if i, j := e.IntN(most), e.IntN(most); !taken(i, j) {
			return float64(i)*w + float64(e.IntN(400))/10, float64(j)*h + float64(e.IntN(400))/10, true
		}
	}
	return 0, 0, false
}

func (e *editor) rank() bool {
	p := edits.Property{Name: "rank"}
	var group []string
	for range 2 + e.IntN(2) {
		if l := e.some(p, func(t edits.Thing, _ *fileLine) bool { return !t.Line }); l != nil {
			group = append(group, l.of.ID)
		}
	}
	slices.Sort(group)
	if len(group) < 2 || slices.ContainsFunc(e.ranks(), func(g []string) bool { return slices.Equal(g, group) }) {
		return false
	}
	text := "{rank=same; "
	for _, id := range group {
		text += `"` + id + `"; `
	}
	e.paper.add(text + "}")
	e.want.Ranks = append(e.want.Ranks, group)
	return e.did(edits.Thing{})
}

// ranks are the groups that the file has.
func (e *editor) ranks() [][]string {
	var groups [][]string
	var inside bool
	for _, l := range e.paper.lines {
		switch text := strings.TrimSpace(l.text); {
		case text == `rank="same";`:
			inside = true
			groups = append(groups, nil)
		case text == "}":
			inside = false
		case inside && !l.gone:
			groups[len(groups)-1] = append(groups[len(groups)-1], bare(strings.TrimSuffix(text, ";")))
		}
	}
	for _, group := range groups {
		slices.Sort(group)
	}
	return groups
}
