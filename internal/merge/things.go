package merge

import (
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/colours"
	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/viewdot"
)

// removed records that something published is no longer in the file.
func (m *merger) removed(ref *Item) {
	t := ref.Thing
	if t.Line && (m.Edited.Items[edits.Thing{ID: ref.From}] == nil || m.Edited.Items[edits.Thing{ID: ref.To}] == nil) {
		m.forget(t) // an end of it is taken out, which takes the line along
		return
	}
	if e := m.Overrides.Of(t); e != nil && e.Added != nil {
		m.forget(t)
		m.tell("%v: no longer added", t)
		return
	}
	state, there := m.Baseline[t]
	if !there || m.Overrides.Removes(t) && edits.Same(m.Overrides.Of(t).Removed.Was, state.Text) {
		return
	}
	take := func() {
		e := m.result.Edit(t)
		*e = edits.Edit{Thing: t, Removed: &edits.Removal{Lang: m.Edited.Lang, Was: state.Text}}
		m.tell("%v: taken out", t)
	}
	label := edits.Property{Name: edits.Label, Lang: m.Edited.Lang}
	was, now := m.values(ref, ref)[label], m.Overrides.Of(t).Settle(label, state.Values[label], false)
	if edits.Same(was, now) && edits.Same(ref.Caveat, state.Caveat) && edits.Same(ref.Hedge, state.Hedge) {
		take()
		return
	}
	m.conflict(edits.Conflict{Thing: t, Was: ref.Text, Now: state.Text}, take)
}

// forget drops the overrides of a thing.
func (m *merger) forget(t edits.Thing) {
	if m.result.Of(t) != nil {
		*m.result.Edit(t) = edits.Edit{Thing: t}
	}
}

// added records what the file has and did not have when it was published.
func (m *merger) added(item *Item) {
	t := item.Thing
	if state, there := m.Baseline[t]; there {
		m.back(item, state)
		return
	}
	if dotfile.Invisible(item.Style()) {
		m.note(item.Source.At, fmt.Sprintf("%v: it is invisible, and is not kept", t), "invisible nodes and edges only guide Graphviz's own layout; pos and rank=same guide this one")
		return
	}
	if m.repeats(item) {
		m.note(item.Source.At, fmt.Sprintf("an edge from %q to %q that says nothing is not kept: there is one already, and Graphviz repeats edges so", item.From, item.To), "give it an id or a label to add one beside that")
		return
	}
	if wrong, hint := m.cannotAdd(item); wrong != "" {
		m.refuse(item.Source.At, fmt.Sprintf("%v: %s", t, wrong), hint)
		return
	}
	before := len(m.outcome.Refusals)
	if how := item.Hidden(item.Shape); how != "" {
		m.refuse(item.Source.At, problem.Printable(fmt.Sprintf("%v: %s hides it", item.Thing, how)), "what is added must be seen: give it another "+strings.Fields(how)[0])
	}
	m.checkLooks(item, nil)
	m.tooLong(item, item.Text)
	if fault := m.misnames(t, item.Text); fault != "" {
		m.refuse(item.Source.At, fmt.Sprintf("%v: %s", t, fault), ownName)
	}
	if len(m.outcome.Refusals) > before {
		return
	}
	e := edits.Edit{Thing: t, Added: &edits.Added{From: item.From, To: item.To}}
	e.Added.Type = m.addedType(item)
	m.addedValues(&e, item)
	if item.Place != nil && !t.Line && (item.Pinned || !m.Edited.dot.LaidOut) {
		e.Place = &edits.Place{X: item.Place.X, Y: item.Place.Y}
	}
	if was := m.Overrides.Of(t); was != nil && was.Added != nil {
		m.addedBefore(was, &e)
		return
	}
	kind, _ := m.Network.Index().RelationType(e.Added.Type)
	switch {
	case kind.Symmetric: // it has no arrow, whatever the file says
	case item.Arrows == viewdot.ToBoth:
		m.note(item.Source.At, fmt.Sprintf("%v: its arrow at the tail is not kept: it leads from %q to %q", t, item.From, item.To), "add another edge for the other direction")
	case item.Arrows == viewdot.ToNone:
		m.note(item.Source.At, fmt.Sprintf("%v: that it has no arrow is not kept: it leads from %q to %q", t, item.From, item.To), "give it a type that says the same of both ends")
	}
	m.tell("%v: added%s", t, ends(&e))
	*m.result.Edit(t) = e
}

// repeats tells whether an edge has no attributes of its own beside another between the same nodes.
// Graphviz writes one of an area so, again, in the area's subgraph.
func (m *merger) repeats(item *Item) bool {
	return item.Line && len(item.Source.Own) == 0 && m.Edited.joined[[2]string{item.From, item.To}] > 1
}

// addedBefore keeps the later edits of something that was added before, and reports or settles
// differences as conflicts.
func (m *merger) addedBefore(was, e *edits.Edit) {
	for _, p := range properties(values(e)) {
		is, now := e.Changes[p].Is, was.Changes[p].Is
		if !edits.Same(is, now) {
			m.conflict(edits.Conflict{Thing: e.Thing, Property: p, Now: now, Is: is}, func() { m.result.Edit(e.Thing).Set(p, edits.Change{Is: is}) })
		}
	}
}

func values(e *edits.Edit) map[edits.Property]string {
	values := map[edits.Property]string{}
	for p, c := range e.Changes {
		values[p] = c.Is
	}
	return values
}

func ends(e *edits.Edit) string {
	if !e.Line {
		return ""
	}
	return fmt.Sprintf(", from %q to %q", e.Added.From, e.Added.To)
}

// back undoes a removal. What the case has come to have by itself is no edit.
func (m *merger) back(item *Item, state edits.State) {
	if e := m.View.Edge(item.ID); item.Line && (e == nil || e.From != item.From || e.To != item.To) {
		m.refuse(item.Source.At, fmt.Sprintf("%v: the case has a line of this id, and it joins other things", item.Thing), "leave the id out: the edge then gets one of its own")
		return
	}
	if m.result.Removes(item.Thing) {
		m.forget(item.Thing)
		m.tell("%v: back again", item.Thing)
	}
}

// cannotAdd tells why something cannot be added, with a hint.
func (m *merger) cannotAdd(item *Item) (wrong, hint string) {
	if item.Line && item.From == item.To {
		return "it leads from a node to itself", "join it to another node"
	}
	if item.Line && m.Network.Adds(&edits.Edit{Thing: item.Thing, Added: &edits.Added{From: item.From, To: item.To}}) != nil {
		return "", ""
	}
	if kind := m.taken(item.Thing); kind != "" {
		return fmt.Sprintf("the case has a %s of this id, which the view does not show", kind), "give it another id, or have the view include it"
	}
	return "", ""
}

// addedType is the type that the file gives something new, if it is a known one.
func (m *merger) addedType(item *Item) string {
	given := item.Type
	switch {
	case given == "":
		return ""
	case !item.Line && m.Network.Index().Entity(item.ID) != nil:
		return ""
	case !item.Line && !slices.Contains(entities.EntityTypes(), entities.EntityType(given)):
		m.note(item.Source.At, fmt.Sprintf("%v: type %s is not kept", item.Thing, problem.Printable(given)), "want one of "+join(entities.EntityTypes()))
		return ""
	case item.Line:
		if _, known := m.Network.Index().RelationType(given); !known {
			m.note(item.Source.At, fmt.Sprintf("%v: type %s is not kept: it is no type of relation", item.Thing, problem.Printable(given)), "want a built-in type, or one of the case's relationTypes")
			return ""
		}
	}
	return given
}

func join[T ~string](list []T) string {
	var words []string
	for _, w := range list {
		words = append(words, string(w))
	}
	return strings.Join(words, ", ")
}

// addedValues takes the words and looks of something new. Defaults are no edits.
func (m *merger) addedValues(e *edits.Edit, item *Item) {
	label := item.Text
	if caveat := item.Caveat; caveat != "" {
		label, _ = viewdot.Cut(label, caveat) // it was added before, and stands so since
	}
	if m.Network.Has(e) {
		if label != "" && (item.Line || label != item.Source.Name) {
			m.note(item.Source.At, fmt.Sprintf("%v: its label is not kept", item.Thing), wordsOfCase)
		}
		label = ""
	}
	if label != "" && (item.Line || label != item.Source.Name || item.Source.Name != item.ID) {
		e.Set(edits.Property{Name: edits.Label, Lang: m.Edited.Lang}, edits.Change{Is: label})
	}
	looks := []string{edits.Color, edits.FillColor, edits.FontColor, edits.Shape}
	if item.Line {
		looks = []string{edits.Color, edits.FontColor}
	}
	for _, name := range looks {
		raw, given := item.Source.Attrs[name]
		if _, own := item.Source.Own[name]; !given || !own && m.isDefault(item, name) {
			continue
		}
		value := raw.Text
		if name != edits.Shape {
			c, err := colours.Parse(value)
			if err != nil {
				continue
			}
			value = c.String()
		}
		e.Set(edits.Property{Name: name}, edits.Change{Is: value})
	}
}

// isDefault tells whether something published has the same value: what is added beside it then has
// it by default, and nobody chose it.
func (m *merger) isDefault(item *Item, name string) bool {
	for _, ref := range m.reference.Items {
		if ref.Line == item.Line && ref.Source.Attrs[name] == item.Source.Attrs[name] {
			return true
		}
	}
	if m.Original != nil {
		return false
	}
	for t, state := range m.Baseline { // the file may be older than overrides that took things out
		if t.Line == item.Line && state.Values[edits.Property{Name: name}] == item.Source.Attrs[name].Text {
			return true
		}
	}
	return false
}

// ranks takes groups of nodes that are to stand in one rank.
func (m *merger) ranks() {
	has := func(groups [][]string, group []string) bool {
		return slices.ContainsFunc(groups, func(g []string) bool { return slices.Equal(g, group) })
	}
	unknown := false
	for _, group := range m.Edited.Ranks {
		if has(m.reference.Ranks, group) || has(m.result.Ranks, group) {
			continue
		}
		if m.Original == nil {
			unknown = true
			continue
		}
		m.result.Ranks = append(m.result.Ranks, group)
		m.tell("%s stand in one rank", strings.Join(group, ", "))
	}
	if unknown {
		m.note(problem.Place{File: m.Edited.file}, "groups of rank=same are not kept: the file does not say which of them it had when it was published", "edit a file as graphgen published it")
	}
	for _, group := range m.reference.Ranks {
		if has(m.Edited.Ranks, group) || !has(m.result.Ranks, group) {
			continue
		}
		m.result.Ranks = slices.DeleteFunc(m.result.Ranks, func(g []string) bool { return slices.Equal(g, group) })
		m.tell("%s no longer have to stand in one rank", strings.Join(group, ", "))
	}
}

// refuseAccusations refuses added lines and names that accuse a person.
func (m *merger) refuseAccusations() {
	for i := range m.result.Edits {
		e := &m.result.Edits[i]
		at := problem.Place{File: m.Edited.file}
		if item := m.Edited.Items[e.Thing]; item != nil {
			at = item.Source.At
		}
		if said := m.accusingName(e); said != "" {
			m.refuse(at, fmt.Sprintf("%v: “%s” accuses, and nobody says so", e.Thing, problem.Printable(said)), accusation)
		}
		if person := m.accused(m.result, e); person != "" {
			m.refuse(at, fmt.Sprintf("%v ties %q to wrongdoing, and nobody says so", e.Thing, person), unsaid)
		}
	}
}

// refuseRemovals refuses removals that would part a denial from its allegation or a value from its
// figure, at the place where the thing stood.
func (m *merger) refuseRemovals() {
	for _, r := range m.Network.Refusals(m.View.Spec, m.result) {
		at := m.stood(r.Thing)
		if item := m.Edited.Items[r.Thing]; item != nil {
			at = item.Source.At
		}
		m.refuse(at, r.Message, r.Hint)
	}
}

// stood is about where in the file a removed thing stood: at the nearest thing before it that is still
// there, else at the nearest after it.
func (m *merger) stood(t edits.Thing) problem.Place {
	at, passed := problem.Place{File: m.Edited.file}, false
	for _, other := range m.reference.Order {
		if passed = passed || other == t; passed && at.Line > 0 {
			break
		}
		if item := m.Edited.Items[other]; item != nil && item.Source.At.Line > 0 {
			at = item.Source.At
		}
	}
	return at
}
