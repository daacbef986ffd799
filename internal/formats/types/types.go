// Package types is the table of what entity types are called in other forms, and of what their words
// mean in a case: schemata of FollowTheMoney, shapes of yEd, and the words that people write into
// columns and attributes. A new type is a row. It must never know how a form is read or written.
package types

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/words"
)

// EntityForm is what other forms make of an entity type.
type EntityForm struct {
	Type   entities.EntityType
	Schema string   // in FollowTheMoney
	Usual  bool     // what the schema is read as, where the file says no more
	Also   []string // schemata that are read as the same
	Kinds  []string // schemata that are read and stay as a tag, which tells a ship from an account
	Shape  string   // of a node in yEd
	Said   []string // other words for it in people's tables, as PlainWord writes them
}

// Entities is the table of entity types. A new type, or a form that names types in words of
// its own, changes nothing else.
var Entities = []EntityForm{
	{entities.Person, "Person", true, nil, nil, "roundrectangle", []string{"people", "individual", "human", "man", "woman", "politician", "official"}},
	{entities.Ministry, "PublicBody", false, nil, nil, "rectangle3d", []string{"ministries", "department", "govministry"}},
	{entities.Agency, "PublicBody", true, nil, nil, "octagon", []string{"publicbody", "agencies", "authority", "police", "court"}},
	{entities.Committee, "PublicBody", false, nil, nil, "trapezoid2", []string{"commission", "council", "board", "taskforce", "parliament"}},
	{entities.Government, "PublicBody", false, nil, nil, "triangle", []string{"govt", "gov"}},
	{entities.Organization, "Organization", true, []string{"Company", "LegalEntity"}, nil, "rectangle", []string{"organisation", "org", "company", "companies", "business", "firm", "corporation", "ngo", "bank", "legalentity", "party"}},
	{entities.Media, "Organization", false, nil, nil, "parallelogram", []string{"newspaper", "outlet", "broadcaster", "newssite", "mediaoutlet"}},
	{entities.Country, "Address", false, nil, nil, "hexagon", []string{"countries", "state", "nation"}},
	{entities.Region, "Address", false, nil, nil, "ellipse", []string{"province", "area"}},
	{entities.Group, "LegalEntity", false, nil, nil, "diamond", []string{"gang", "network", "crowd", "unnamed"}},
	{entities.Law, "Document", false, nil, nil, "parallelogram2", []string{"act", "decree", "regulation", "legislation"}},
	{entities.Document, "Document", true, nil, []string{"Contract", "License", "CallForTenders", "Assessment"}, "parallelogram2", []string{"file", "contract", "letter"}},
	{entities.Event, "Event", true, []string{"Trip"}, []string{"Project", "CourtCase"}, "star5", []string{"meeting", "incident", "conference"}},
	{entities.Office, "Position", true, nil, nil, "trapezoid", []string{"position", "post", "role"}},
	{entities.Locality, "Address", true, nil, []string{"RealEstate"}, "ellipse", []string{"location", "city", "town", "village", "address", "site", "locality"}},
	{entities.Asset, "Asset", true, nil, []string{"Vessel", "Vehicle", "Airplane", "BankAccount", "CryptoWallet", "Security", "UserAccount"}, "octagon",
		[]string{"property", "ship", "vessel", "boat", "yacht", "aircraft", "airplane", "vehicle", "account", "bankaccount", "wallet", "cryptowallet", "security"}},
}

func Of(t entities.EntityType) EntityForm {
	if i := slices.IndexFunc(Entities, func(f EntityForm) bool { return f.Type == t }); i >= 0 {
		return Entities[i]
	}
	return EntityForm{Type: t, Schema: "LegalEntity", Shape: "rectangle"}
}

// OfSchema returns what an entity of a FollowTheMoney schema is in a case.
func OfSchema(schema string) (entities.EntityType, bool) {
	for _, f := range Entities {
		if f.Usual && f.Schema == schema || slices.Contains(f.Also, schema) || slices.Contains(f.Kinds, schema) {
			return f.Type, true
		}
	}
	return "", false
}

// KindOfSchema is the tag that tells a schema from others that are the same type.
func KindOfSchema(schema string) string {
	for _, f := range Entities {
		if slices.Contains(f.Kinds, schema) {
			return schema
		}
	}
	return ""
}

// Said returns the entity type that a word of somebody's table or graph means.
func Said(word string) (entities.EntityType, bool) {
	plain := PlainWord(word)
	if plain == "" {
		return "", false
	}
	for _, f := range Entities {
		if plain == PlainWord(string(f.Type)) || slices.Contains(f.Said, plain) {
			return f.Type, true
		}
	}
	return OfSchema(strings.TrimSpace(word))
}

// Own are the relation types that an import gives a case beside those that every case has.
func Own() map[string]entities.RelationType {
	link := entities.RelationType{Label: entities.Text{"en": "linked to"}, Inverse: entities.Text{"en": "linked to"}, Wrongdoing: true}
	with := entities.Text{"en": "linked with"}
	return map[string]entities.RelationType{
		entities.LinkedTo:   link,
		entities.LinkedWith: {Label: with, Inverse: with, Wrongdoing: true, Symmetric: true},
	}
}

// AddOwn gives a case those of them that it uses and does not have.
func AddOwn(c *entities.Case, used map[string]bool) {
	for id, t := range Own() {
		if _, has := c.RelationTypes[id]; has || !used[id] {
			continue
		}
		if c.RelationTypes == nil {
			c.RelationTypes = map[string]entities.RelationType{}
		}
		c.RelationTypes[id] = t
	}
}

// Meaning is what a word says of two ends: a relation type, read from the second to the first
// where it is swapped.
type Meaning struct {
	Type    string
	Swapped bool
}

// Vocabulary is the relation types by their ids and by their labels in every language that
// the program has, as PlainWord writes them.
type Vocabulary map[string]Meaning

func NewVocabulary() Vocabulary {
	v := Vocabulary{}
	learn := func(word string, m Meaning) {
		if _, known := v[PlainWord(word)]; !known && PlainWord(word) != "" {
			v[PlainWord(word)] = m
		}
	}
	types := entities.BuiltinRelationTypes()
	ids := slices.Sorted(maps.Keys(types))
	for _, id := range ids {
		learn(id, Meaning{Type: id})
		learn(types[id].Label["en"], Meaning{Type: id})
	}
	for _, id := range ids {
		for _, lang := range words.Languages() {
			learn(words.For(lang).Relation(id), Meaning{Type: id})
		}
	}
	for _, id := range ids {
		learn(types[id].Inverse["en"], Meaning{id, true})
	}
	return v
}

// Says returns what a word means, if it is a label as it stands.
func (v Vocabulary) Says(word string) (Meaning, bool) {
	m, known := v[PlainWord(word)]
	return m, known
}

// PlainWord is a word without what people write differently: case, spaces, hyphens.
func PlainWord(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.L, unicode.M, unicode.N) {
			return unicode.ToLower(r)
		}
		return -1
	}, word)
}
