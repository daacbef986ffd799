package entities

import (
	"slices"
	"strings"
)

// Act is what a court or another authority did about somebody, or the end of a suit: no
// wrongdoing by itself, since that it was done says nothing of what it is about.
type Act string

// The official acts.
const (
	Investigation Act = "investigation"
	Arrest        Act = "arrest"
	Charge        Act = "charge"
	Suit          Act = "suit"
	Sanction      Act = "sanction"
	Conviction    Act = "conviction"
	Acquittal     Act = "acquittal"
	Settlement    Act = "settlement"
)

// acts are the built-in relation types that are official acts.
var acts = map[string]struct {
	act     Act
	subject bool // whom it is about stands at the far end, as "to"
}{
	"investigated-by": {Investigation, false}, "investigated": {Investigation, true},
	"arrested-by": {Arrest, false}, "arrested": {Arrest, true},
	"sanctioned-by": {Sanction, false}, "sanctioned": {Sanction, true},
	"charged-by":   {Charge, false},
	"sued-by":      {Suit, false},
	"convicted-by": {Conviction, false},
	"acquitted-by": {Acquittal, false},
	"settled-with": {Settlement, false},
}

// ActOf returns the official act that a relation type is, or nothing.
func ActOf(relationType string) Act { return acts[relationType].act }

// Subject returns the id of whom an official act is about.
func (r *Relation) Subject() string {
	if acts[r.Type].subject {
		return r.To
	}
	return r.From
}

// Authority returns the id of who did an official act, or of the other side of a suit.
func (r *Relation) Authority() string {
	if acts[r.Type].subject {
		return r.From
	}
	return r.To
}

// OfState tells whether an act is a state's or a court's, whose own record of it is first-hand
// and no party's claim. The other side of a suit is a party.
func (a Act) OfState() bool { return a != "" && a != Suit && a != Settlement }

// endsIn tells whether an acquittal may be the end of an act.
func (a Act) endsIn() bool {
	return a == Investigation || a == Arrest || a == Charge || a == Conviction
}

// MaxAcquittals is how many acquittals of one subject are looked at; check refuses more.
const MaxAcquittals = 100

// Proceeding is what is known of an official act beside its two ends.
type Proceeding struct {
	Act   Act
	For   Text
	Date  string // EDTF, an interval where it has an end; empty where none is given
	State ActState

	// Acquittals are those of the same subject that may be the end of this act, ordered by id: what
	// both are for is the same or not given, and no acquittal is surely the earlier. Each goes
	// wherever this act goes.
	Acquittals []*Relation

	// Unconvicted tells of a charge that the case has no conviction for that stands.
	Unconvicted bool
}

// Undone tells whether the act no longer holds: it was overturned, or ended in an acquittal that
// was not overturned itself.
func (p *Proceeding) Undone() bool {
	return p.State == Overturned || slices.ContainsFunc(p.Acquittals, func(r *Relation) bool { return r.State != Overturned })
}

// proceedings are the judgments of a case by whom they are about, each list ordered by id.
type proceedings struct{ acquittals, convictions map[string][]*Relation }

func (x *Index) readProceedings() {
	x.proceedings = proceedings{map[string][]*Relation{}, map[string][]*Relation{}}
	for _, r := range x.Relations() {
		switch ActOf(r.Type) {
		case Acquittal:
			x.proceedings.acquittals[r.Subject()] = append(x.proceedings.acquittals[r.Subject()], r)
		case Conviction:
			x.proceedings.convictions[r.Subject()] = append(x.proceedings.convictions[r.Subject()], r)
		}
	}
}

// Acquittals returns the acquittals of an entity, ordered by id.
func (x *Index) Acquittals(id string) []*Relation { return x.proceedings.acquittals[id] }

// proceeding returns what is known of a relation's official act, and what of other matters the
// subject was acquitted of; nil where the relation is no act.
func (x *Index) proceeding(r *Relation) (p *Proceeding, elsewhere []*Relation) {
	if ActOf(r.Type) == "" {
		return nil, nil
	}
	p = &Proceeding{Act: ActOf(r.Type), For: r.For, Date: dated(r), State: r.State}
	if !p.Act.endsIn() {
		return p, nil
	}
	acquittals := x.Acquittals(r.Subject())
	for _, a := range acquittals[:min(len(acquittals), MaxAcquittals)] {
		switch {
		case before(a.Start, r.Start):
		case sameMatter(a, r):
			p.Acquittals = append(p.Acquittals, a)
		default:
			elsewhere = append(elsewhere, a)
		}
	}
	return p, elsewhere
}

// convict settles of a charge whether a conviction for it stands, once convictions are derived.
func (x *Index) convict(s *Statement) {
	p := s.Verdict.Act
	if p == nil || p.Act != Charge {
		return
	}
	p.Unconvicted = !slices.ContainsFunc(x.proceedings.convictions[s.Relation.Subject()], func(c *Relation) bool {
		standing := x.StandRelation(c).Standing
		return (standing == Record || standing == Stated) && sameMatter(c, s.Relation) && !before(c.Start, s.Relation.Start)
	})
}

func dated(r *Relation) string {
	switch {
	case r.Start != "" && r.End != "":
		return r.Start + "/" + r.End
	case r.End != "":
		return "../" + r.End
	}
	return r.Start
}

// sameMatter tells whether two acts may be about one thing: what they are for is alike, or is not
// given of both in one language.
func sameMatter(a, b *Relation) bool {
	compared := false
	for tag, text := range a.For {
		if other, ok := b.For[tag]; ok {
			if strings.EqualFold(strings.Join(strings.Fields(text), " "), strings.Join(strings.Fields(other), " ")) {
				return true
			}
			compared = true
		}
	}
	return !compared
}
