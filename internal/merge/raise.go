package merge

import (
	"fmt"
	"strings"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/problem"
)

// follows is what to do instead of editing what follows from claims.
const follows = "it follows from the claims: put it back, and correct the claims where they are wrong"

// checkHonesty reports what an edit of something published would make seem surer than it is, and
// what it would hide.
func (m *merger) checkHonesty(item, ref *Item) {
	refuse := func(hint, format string, args ...any) {
		m.refuse(item.At, problem.Printable(fmt.Sprintf("%v: ", item.Thing)+fmt.Sprintf(format, args...)), hint)
	}
	label, _, missing := split(item, ref)
	for _, phrase := range missing {
		refuse(follows, "its label lacks “%s”, which says how it stands", phrase)
	}
	if how := hidden(item); how != "" && how != hidden(ref) {
		refuse("to take it out of the picture, take its line out of the file", "%s hides it", how)
	}
	if item.Text == "" && ref.Text != "" {
		refuse("give it words; to take it out of the picture, take its line out of the file", "it says nothing any more")
	}
	if item.From != ref.From || item.To != ref.To {
		refuse("put the line back, and add one without an id", "it joins %q and %q, and by the case %q and %q", item.From, item.To, ref.From, ref.To)
	}
	if m.breaksFirmer(item, ref) {
		refuse(follows, "it would be drawn %s, and stands as what is drawn %s", dash(item.Attrs["style"].Text), dash(ref.Attrs["style"].Text))
	}
	for _, name := range []string{"standing", "caveat", "hedge", "claims", "value", "office", "type"} {
		if name == "type" && m.byHand(item.Thing) {
			continue // which follows from nothing
		}
		if _, given := item.Attrs[name]; given && !edits.Same(item.attr(name), ref.attr(name)) {
			refuse(follows, "its %s was changed", name)
		}
	}
	for i, evidence := range lostEvidence(item, ref) {
		switch {
		case ref.attr("caveat") != "":
			refuse(follows, "its tooltip lacks “%s”", evidence)
		case i == 0:
			m.note(item.At, fmt.Sprintf("%v: its tooltip is not kept", item.Thing), "it tells what the claims say")
		}
	}
	m.checkWords(item, ref, label)
}

// breaksFirmer tells whether an item would look surer by how it is broken.
func (m *merger) breaksFirmer(item, ref *Item) bool {
	was, now := dash(ref.Attrs["style"].Text), dash(item.Attrs["style"].Text)
	if !item.Line && m.nodeKind(item.Thing) != network.ValueNode && !m.byHand(item.Thing) {
		return false
	}
	if was == now || firmness(now) > firmness(was) {
		return was != now
	}
	m.note(item.At, fmt.Sprintf("%v: style %s is not kept", item.Thing, problem.Printable(item.Attrs["style"].Text)), "how a line is broken follows from how it stands")
	return false
}

// lostEvidence are the claims, denials among them, that a tooltip accounted for and no longer does.
func lostEvidence(item, ref *Item) []string {
	was := strings.Split(ref.Attrs["tooltip"].Plain(nil), "\n")
	now := edits.Plain(item.Attrs["tooltip"].Plain(nil))
	var lost []string
	for _, line := range was[min(1, len(was)):] {
		if _, still := cut(now, edits.Plain(line)); !still && strings.TrimSpace(line) != "" {
			lost = append(lost, edits.Plain(line))
		}
	}
	return lost
}

// tooLong refuses words that nobody could read in a picture.
func (m *merger) tooLong(item *Item, words string) bool {
	if len(words) <= edits.Longest {
		return false
	}
	m.refuse(item.At, fmt.Sprintf("%v: its label is longer than %d bytes", item.Thing, edits.Longest), "say it in fewer words")
	return true
}

// checkWords holds the words of a label that may be edited to saying no more than the case does.
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
		m.refuse(item.At, fmt.Sprintf("%v: no source names the origin, and a label cannot", item.Thing), "put the label back; name an origin in the case, in from of the flow")
		return
	}
	if fault := m.misnames(item.Thing, newLabel); fault != "" && !edits.Same(newLabel, was) {
		m.refuse(item.At, fmt.Sprintf("%v: %s", item.Thing, fault), ownName)
	}
	if fault := m.accuses(item.Thing, newLabel+" "+newBelow, was+" "+below, ref.attr("caveat") != ""); fault != "" {
		m.refuse(item.At, fmt.Sprintf("%v: %s", item.Thing, fault), accusation)
	}
}
