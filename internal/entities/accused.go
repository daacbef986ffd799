package entities

import "maps"

// otherPart is what a wrongdoing makes of the entity that its line leads to.
type otherPart int

const (
	unclear otherPart = iota // a case's own type does not say
	wronged                  // it is done to them
	sharing                  // they have a part in it
)

// partsOf tells it of the built-in wrongdoings.
var partsOf = map[string]otherPart{
	"recruits":        wronged,
	"deceives":        wronged,
	"traffics":        wronged,
	"holds-captive":   wronged,
	"exploits":        wronged,
	"harms":           wronged,
	"threatens":       wronged,
	"intimidates":     wronged,
	"defrauds":        wronged,
	"profits-from":    unclear, // a business, or the people who are made use of
	"complicit-in":    sharing,
	"fronts-for":      sharing,
	"colludes-with":   sharing,
	"bribed":          sharing,
	"fails-to-act-on": unclear, // the wrong itself, or those who asked for help
}

// partOf tells it of any type. One that reads the same from both ends says the same of both.
func (x *Index) partOf(relationType string) otherPart {
	if p, builtin := partsOf[relationType]; builtin {
		return p
	}
	if t, _ := x.RelationType(relationType); t.Symmetric || len(t.Inverse) > 0 && maps.Equal(t.Label, t.Inverse) {
		return sharing
	}
	return unclear
}

// Accused returns the ids of whom a relation accuses, nobody where its type is no wrongdoing:
// the one that the line begins at, and the other where both have a part in it, as in a bribe.
// A type that nobody knows is taken for a wrongdoing, as Stand takes it.
func (x *Index) Accused(r *Relation) []string {
	switch t, known := x.RelationType(r.Type); {
	case known && !t.Wrongdoing:
		return nil
	case x.partOf(r.Type) == sharing:
		return []string{r.From, r.To}
	}
	return []string{r.From}
}

// Wronged returns the id of the entity that the relation says was wronged, or nothing: its
// type is no wrongdoing, or does not say.
func (x *Index) Wronged(r *Relation) string {
	if t, _ := x.RelationType(r.Type); t.Wrongdoing && x.partOf(r.Type) == wronged {
		return r.To
	}
	return ""
}

// Voice follows repeats from a claim to the claim whose word it is in the end: three outlets
// that cite one report lead to that report's. It is nil where repeats lead in a circle or to
// nothing.
func (x *Index) Voice(c *Claim) *Claim { return x.tellings[c].voice }

// Answerable tells whether entities of the type can be named and accused. Groups are people
// whom a source does not name; places, events, laws and documents do nothing.
func (t EntityType) Answerable() bool {
	switch t {
	case Person, Ministry, Agency, Committee, Government, Organization, Media, Country, Office:
		return true
	}
	return false
}
