package merge

import (
	"cmp"
	"fmt"
	"strings"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/viewdot"
)

// follows is the hint for an edit of what follows from claims.
const follows = "it follows from the claims: put it back, and correct the claims where they are wrong"

// checkHonesty refuses edits of something published that would make it seem surer than its claims, or
// hide it.
func (m *merger) checkHonesty(item, ref *Item) {
	refuse := func(hint, format string, args ...any) {
		m.refuse(item.Source.At, problem.Printable(fmt.Sprintf("%v: ", item.Thing)+fmt.Sprintf(format, args...)), hint)
	}
	label, _, missing := split(item, ref)
	for _, phrase := range missing {
		refuse(follows, "its label lacks “%s”, which says how it stands", phrase)
	}
	if how := item.Hidden(item.Shape); how != "" && how != ref.Hidden(ref.Shape) {
		refuse("to take it out of the picture, take its line out of the file", "%s hides it", how)
	}
	if item.Text == "" && ref.Text != "" {
		refuse("give it words; to take it out of the picture, take its line out of the file", "it says nothing any more")
	}
	if item.From != ref.From || item.To != ref.To {
		refuse("put the line back, and add one without an id", "it joins %q and %q, and by the case %q and %q", item.From, item.To, ref.From, ref.To)
	}
	if m.breaksFirmer(item, ref) {
		refuse(follows, "it would be drawn %s, and stands as what is drawn %s", dashOf(item), dashOf(ref))
	}
	for _, name := range viewdot.Derived() {
		if name == viewdot.TypeAttr && m.byHand(item.Thing) {
			continue // which follows from nothing
		}
		if item.Source.Gives(name) && !edits.Same(item.Derived(name), ref.Derived(name)) {
			refuse(follows, "its %s was changed", name)
		}
	}
	for i, evidence := range m.lostEvidence(item, ref) {
		switch {
		case ref.Caveat != "":
			refuse(follows, "its tooltip lacks “%s”", evidence)
		case i == 0:
			m.note(item.Source.At, fmt.Sprintf("%v: its tooltip is not kept", item.Thing), "it tells what the claims say")
		}
	}
	m.checkWords(item, ref, label)
}

// dashOf is an item's dash; solid by default.
func dashOf(i *Item) string { return cmp.Or(i.Dash, "solid") }

// breaksFirmer tells whether an item would look surer by its dash.
func (m *merger) breaksFirmer(item, ref *Item) bool {
	was, now := dashOf(ref), dashOf(item)
	if !item.Line && m.nodeKind(item.Thing) != network.ValueNode && !m.byHand(item.Thing) {
		return false
	}
	if was == now || firmness(now) > firmness(was) {
		return was != now
	}
	m.note(item.Source.At, fmt.Sprintf("%v: style %s is not kept", item.Thing, problem.Printable(item.Style())), "how a line is broken follows from how it stands")
	return false
}

// lostEvidence lists the lines of the published tooltip, denials among them, that are missing now.
func (m *merger) lostEvidence(item, ref *Item) []string {
	if m.Original == nil {
		return nil
	}
	was := strings.Split(ref.Tooltip, "\n")
	now := edits.Plain(item.Tooltip)
	var lost []string
	for _, line := range was[min(1, len(was)):] {
		if _, still := viewdot.Cut(now, edits.Plain(line)); !still && strings.TrimSpace(line) != "" {
			lost = append(lost, edits.Plain(line))
		}
	}
	return lost
}

// tooLong refuses words that are too long for a picture.
func (m *merger) tooLong(item *Item, words string) bool {
	if len(words) <= edits.Longest {
		return false
	}
	m.refuse(item.Source.At, fmt.Sprintf("%v: its label is longer than %d bytes", item.Thing, edits.Longest), "say it in fewer words")
	return true
}

// checkWords refuses words that say more than the case does.
func (m *merger) checkWords(item, ref *Item, label string) {
	was, below, _ := split(ref, ref)
	newLabel, newBelow, _ := split(item, ref)
	if edits.Same(newLabel, was) && edits.Same(newBelow, below) {
		return
	}
	if m.tooLong(item, newLabel) || m.tooLong(item, newBelow) {
		return
	}
	if m.nodeKind(item.Thing) == network.OriginNode {
		m.refuse(item.Source.At, fmt.Sprintf("%v: no source names the origin, and a label cannot", item.Thing), "put the label back; name an origin in the case, in from of the flow")
		return
	}
	if fault := m.misnames(item.Thing, newLabel); fault != "" && !edits.Same(newLabel, was) {
		m.refuse(item.Source.At, fmt.Sprintf("%v: %s", item.Thing, fault), ownName)
	}
	if fault := m.accuses(item.Thing, newLabel+" "+newBelow, was+" "+below, ref.Caveat != ""); fault != "" {
		m.refuse(item.Source.At, fmt.Sprintf("%v: %s", item.Thing, fault), accusation)
	}
}
