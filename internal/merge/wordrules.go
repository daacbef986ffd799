package merge

import (
	"fmt"

	"example.org/graphgen/internal/accusing"
	"example.org/graphgen/internal/confusable"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/problem"
)

// wordRules tells which words an editor may not write, at a merge and at a check of overrides.
type wordRules struct {
	network  *network.Network // without edits
	view     *network.View    // without edits
	kept     *edits.Overrides // what was edited before
	accusing func(text string) []string
	names    map[string][]accusing.Name // by entity, once they are read
}

func wordRulesOf(n *network.Network, v *network.View, kept *edits.Overrides) wordRules {
	return wordRules{n, v, kept, accusing.New(n.Index().Case).Accuses, map[string][]accusing.Name{}}
}

// nodeKind is what a node stands for in the view; EntityNode where the view does not show it.
func (w wordRules) nodeKind(t edits.Thing) network.NodeKind {
	if n := w.view.Node(t.ID); n != nil && !t.Line {
		return n.Kind
	}
	return network.EntityNode
}

// byHand tells whether an editor added something that the case does not have.
func (w wordRules) byHand(t edits.Thing) bool {
	e := w.kept.Of(t)
	return e != nil && e.Added != nil && !w.network.Has(e)
}

// broughtIn tells whether an editor added something that the case has and the view does not select.
// Its words are the case's and cannot be edited.
func (w wordRules) broughtIn(t edits.Thing) bool {
	e := w.kept.Of(t)
	return e != nil && e.Added != nil && w.network.Has(e)
}

// taken is the kind of what has an id already, where something new cannot share it; empty where the
// id is free.
func (w wordRules) taken(t edits.Thing) string {
	for p := range w.network.Index().Case.Parts() {
		if p.ID == t.ID && p.Kind != entities.AView && (t.Line || p.Kind != entities.AnEntity) {
			return p.Kind.String()
		}
	}
	return ""
}

// wordsOfCase is the hint for edited words of something that was brought in.
const wordsOfCase = "its words are the case's: have the view include it to edit them"

// accusation is the hint for a label that accuses.
const accusation = "an accusation needs a claim: choose other words, or add what the source says to the case"

// accuses is the fault of new words that accuse, sound firmer or negate the caveat where the old ones
// did not; empty for none. Words of something added have no such fault: it is drawn as unsourced.
func (w wordRules) accuses(t edits.Thing, now, was string, caveat bool) string {
	if w.byHand(t) {
		return ""
	}
	before := map[string]bool{}
	for _, word := range w.accusing(was) {
		before[seen(word)] = true
	}
	for _, word := range w.accusing(now) {
		if !before[seen(word)] {
			return fmt.Sprintf("“%s” accuses, and no claim of the case says that", problem.Printable(word))
		}
	}
	if word := firms(now, was); word != "" && t.Line {
		return fmt.Sprintf("“%s” would have it stand firmer than its claims", problem.Printable(word))
	}
	if fault := w.namesAnother(t, now, was, caveat); fault != "" {
		return fault
	}
	if word, turned := turns(now); turned && caveat {
		return fmt.Sprintf("“%s” would turn the words for how it stands, which come after", problem.Printable(word))
	}
	return ""
}

// seen is a word in the form in which words that look alike are equal.
func seen(word string) string {
	if skeleton, looks := confusable.Skeleton(word); looks {
		return skeleton
	}
	return confusable.Plain(word)
}

// unsaid is the hint for a line that accuses a person without a claim.
const unsaid = "find who says so: graphgen quote makes a claim of it for a relation of the case; or choose words that do not accuse"

// accused returns the person whom an added line accuses by its type or words; empty for none. Drawn as
// unsourced, it would still publish an accusation that nobody made.
func (w wordRules) accused(overrides *edits.Overrides, e *edits.Edit) string {
	if e.Added == nil || !e.Line || w.network.Has(e) || !w.wrongs(e) {
		return ""
	}
	for _, id := range []string{e.Added.From, e.Added.To} {
		known, by := w.network.Index().Entity(id), overrides.Of(edits.Thing{ID: id})
		if known != nil && known.Type == entities.Person || known == nil && by != nil && by.Added != nil && by.Added.Type == string(entities.Person) {
			return id
		}
	}
	return ""
}

// accusingName returns the accusing word in the name of a person whom an editor added; empty for none.
func (w wordRules) accusingName(e *edits.Edit) string {
	if e.Added == nil || e.Line || w.network.Has(e) || e.Added.Type != string(entities.Person) {
		return ""
	}
	for _, p := range e.Properties() {
		if said := w.accusing(e.Changes[p].Is); p.Name == edits.Label && len(said) > 0 {
			return said[0]
		}
	}
	return ""
}

// wrongs tells whether an added line accuses anybody.
func (w wordRules) wrongs(e *edits.Edit) bool {
	if t, known := w.network.Index().RelationType(e.Added.Type); known && t.Wrongdoing && !entities.Unread(e.Added.Type) {
		return true
	}
	for p, c := range e.Changes {
		if p.Name == edits.Label && len(w.accusing(c.Is)) > 0 {
			return true
		}
	}
	return false
}
