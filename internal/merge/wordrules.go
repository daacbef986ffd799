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

// wordRules tells which words nobody may put on something by hand, at a merge and in what is kept.
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

// nodeKind is what a node stands for by the case; an entity for any that it does not show.
func (w wordRules) nodeKind(t edits.Thing) network.NodeKind {
	if n := w.view.Node(t.ID); n != nil && !t.Line {
		return n.Kind
	}
	return network.EntityNode
}

// byHand tells whether an editor added a thing that the case does not have.
func (w wordRules) byHand(t edits.Thing) bool {
	e := w.kept.Of(t)
	return e != nil && e.Added != nil && !w.network.Has(e)
}

// broughtIn tells whether an editor added a thing of the case that its view does not select. Its
// words are the case's: they are held to what the view says by itself, which has none of it.
func (w wordRules) broughtIn(t edits.Thing) bool {
	e := w.kept.Of(t)
	return e != nil && e.Added != nil && w.network.Has(e)
}

// taken is what the case has of an id that something of another kind is to be added by; nothing
// where the id is free.
func (w wordRules) taken(t edits.Thing) string {
	for p := range w.network.Index().Case.Parts() {
		if p.ID == t.ID && p.Kind != entities.AView && (t.Line || p.Kind != entities.AnEntity) {
			return p.Kind.String()
		}
	}
	return ""
}

// wordsOfCase is what to do about words of something that was brought in.
const wordsOfCase = "its words are the case's: have the view include it to edit them"

// accusation is what to do about a label that accuses.
const accusation = "an accusation needs a claim: choose other words, or add what the source says to the case"

// accuses tells what is wrong with new words in the place of others, or is empty. Of what an
// editor added, and nobody says, anything may be said: it is drawn as unsourced.
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

// seen is a word as a reader sees it.
func seen(word string) string {
	if skeleton, looks := confusable.Skeleton(word); looks {
		return skeleton
	}
	return confusable.Plain(word)
}

// unsaid is what to do about a line that accuses a person and that nobody says.
const unsaid = "find who says so: graphgen quote makes a claim of it for a relation of the case; or choose words that do not accuse"

// accused returns the person whom a line accuses that was added by hand, by its type or its
// words, or nothing. Drawn as unsourced it would still publish what nobody says.
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

// accusingName tells that a person who was added by hand is called by what no claim says of them.
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

// wrongs tells whether a line that was added by hand accuses anybody.
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
