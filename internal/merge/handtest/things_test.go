package handtest

import (
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/dot"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
)

func (e *editor) addNode() bool {
	e.fresh++
	name := pick(e, fmt.Sprintf("hand-%d", e.fresh), fmt.Sprintf("Mill %d & sons", e.fresh), fmt.Sprintf("ភ្នំ %d", e.fresh))
	of := e.want.Edit(edits.Thing{ID: entities.IDFor(name, "node")})
	of.Added = &edits.Added{}
	attrs := "colorscheme=x11"
	if of.ID != name {
		of.Set(e.inLang(edits.Label), edits.Change{Is: name})
	}
	if e.IntN(2) == 0 {
		is := e.words()
		attrs += ", label=" + string(dot.Text(is))
		of.Set(e.inLang(edits.Label), edits.Change{Is: is})
	}
	if e.IntN(2) == 0 {
		of.Added.Type = pick(e, "person", "ministry", "media")
		attrs += ", type=" + of.Added.Type
	}
	if e.IntN(2) == 0 {
		attrs += `, fillcolor="#fff4d6"`
		of.Set(edits.Property{Name: edits.FillColor}, edits.Change{Is: "#fff4d6"})
	}
	e.paper.add(string(dot.ID(name)) + " [" + attrs + "];")
	e.did(of.Thing)
	if e.IntN(2) == 0 {
		e.kind = "line added"
		e.join(name, of.ID, false)
	}
	return true
}

// addLine joins two nodes that were published.
func (e *editor) addLine(named bool) bool {
	l := e.some(edits.Property{Name: "joined"}, func(t edits.Thing, _ *fileLine) bool { return !t.Line })
	return l != nil && e.join(l.of.ID, l.of.ID, named)
}

func (e *editor) join(name, id string, named bool) bool {
	var others []string
	for _, l := range e.paper.lines {
		if l.of.ID != "" && !l.of.Line && !l.gone && l.of.ID != id {
			others = append(others, l.of.ID)
		}
	}
	if len(others) == 0 {
		return false
	}
	to := others[e.IntN(len(others))]
	t := edits.Thing{Line: true, ID: entities.IDFor(id+" to "+to, "line")}
	attrs := "arrowhead=vee"
	if named {
		e.fresh++
		t.ID = fmt.Sprintf("by-hand-%d", e.fresh)
		attrs += ", id=" + string(dot.ID(t.ID))
	}
	if e.want.Of(t) != nil || e.baseline[t].Values != nil {
		return false
	}
	of := e.want.Edit(t)
	of.Added = &edits.Added{From: id, To: to}
	if e.IntN(3) > 0 {
		is := e.words()
		attrs += ", label=" + string(dot.Text(is))
		of.Set(e.inLang(edits.Label), edits.Change{Is: is})
	}
	if e.IntN(3) > 0 {
		of.Added.Type = pick(e, "met-with", "part-of", "owns")
		attrs += `, type="` + of.Added.Type + `"`
	}
	if e.IntN(3) == 0 {
		attrs += `, color="#7a1f1f"`
		of.Set(edits.Property{Name: edits.Color}, edits.Change{Is: "#7a1f1f"})
	}
	e.paper.add(string(dot.ID(name)) + " -> " + string(dot.ID(to)) + " [" + attrs + "];")
	return e.did(t)
}

// strikeLine takes out a line that nothing else is an answer to.
func (e *editor) strikeLine() bool {
	l := e.some(edits.Property{Name: "struck"}, func(t edits.Thing, _ *fileLine) bool { return t.Line && e.free[t] && e.baseline[t].Values != nil })
	if l == nil {
		return false
	}
	e.paper.strike(l.of)
	e.removed(l.of)
	return e.did(l.of)
}

// strikeNode takes out a node of which that holds as well.
func (e *editor) strikeNode() bool {
	l := e.some(edits.Property{Name: "struck"}, func(t edits.Thing, _ *fileLine) bool {
		return !t.Line && e.free[t] && !slices.ContainsFunc(e.paper.lines, func(l *fileLine) bool {
			return !l.gone && (l.from == t.ID || l.to == t.ID) && !e.free[l.of]
		}) && !e.addedTo(t.ID)
	})
	if l == nil || e.inRank(l.of.ID) {
		return false
	}
	for _, other := range e.paper.lines {
		if other.from == l.of.ID || other.to == l.of.ID { // which a node takes along
			*e.want.Edit(other.of) = edits.Edit{Thing: other.of}
			e.mark(edits.Property{Name: "struck"}, other.of)
			e.undone(other.of)
		}
	}
	e.paper.strike(l.of)
	e.removed(l.of)
	return e.did(l.of)
}

// addedTo tells whether a line was added to a node, in this file or before.
func (e *editor) addedTo(id string) bool {
	return slices.ContainsFunc(e.want.Edits, func(of edits.Edit) bool { return of.Added != nil && (of.Added.From == id || of.Added.To == id) })
}

func (e *editor) inRank(id string) bool {
	return slices.ContainsFunc(e.want.Ranks, func(group []string) bool { return slices.Contains(group, id) })
}

func (e *editor) removed(t edits.Thing) {
	e.undone(t)
	*e.want.Edit(t) = edits.Edit{Thing: t, Removed: &edits.Removal{Lang: e.lang, Was: e.baseline[t].Text}}
}

func (e *editor) renameBack() bool {
	p := e.inLang(edits.Label)
	l := e.some(p, func(t edits.Thing, l *fileLine) bool {
		was := e.was.Of(t)
		return e.nodeOf(network.EntityNode)(t, l) && was != nil && was.Added == nil && was.Changes[p].Is != "" && !withOffices.MatchString(l.get("label"))
	})
	if l == nil {
		return false
	}
	l.set("label", string(dot.Text(e.baseline[l.of].Values[p])))
	e.expect(l.of, p, e.baseline[l.of].Values[p])
	return e.did(l.of)
}

func (e *editor) colourBack() bool {
	p := edits.Property{Name: edits.Color}
	l := e.some(p, func(t edits.Thing, _ *fileLine) bool {
		was := e.was.Of(t)
		return was != nil && was.Added == nil && was.Changes[p].Is != ""
	})
	if l == nil {
		return false
	}
	l.set("color", `"`+e.baseline[l.of].Values[p]+`"`)
	e.expect(l.of, p, e.baseline[l.of].Values[p])
	return e.did(l.of)
}

func (e *editor) unpin() bool {
	l := e.some(edits.Property{Name: "pos"}, func(t edits.Thing, _ *fileLine) bool {
		was := e.was.Of(t)
		return was != nil && was.Place != nil
	})
	if l == nil {
		return false
	}
	l.drop("pin")
	e.want.Edit(l.of).Place = nil
	return e.did(l.of)
}

func (e *editor) dissolve() bool {
	if len(e.was.Ranks) == 0 {
		return false
	}
	group := e.was.Ranks[0]
	for i, l := range e.paper.lines {
		if strings.TrimSpace(l.text) != `rank="same";` || l.gone {
			continue
		}
		var members []string
		for j := i + 1; strings.TrimSpace(e.paper.lines[j].text) != "}"; j++ {
			members = append(members, bare(strings.TrimSuffix(strings.TrimSpace(e.paper.lines[j].text), ";")))
		}
		if slices.Sort(members); slices.Equal(members, group) {
			l.gone = true
			e.want.Ranks = slices.DeleteFunc(e.want.Ranks, func(g []string) bool { return slices.Equal(g, group) })
			return e.did(edits.Thing{})
		}
	}
	return false
}

func (e *editor) strikeAdded() bool {
	l := e.some(edits.Property{Name: "struck"}, func(t edits.Thing, _ *fileLine) bool {
		was := e.was.Of(t)
		return t.Line && was != nil && was.Added != nil
	})
	if l == nil {
		return false
	}
	e.paper.strike(l.of)
	*e.want.Edit(l.of) = edits.Edit{Thing: l.of}
	e.undone(l.of)
	return e.did(l.of)
}
