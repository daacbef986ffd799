package formats

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/words"
)

// entityForm is what other forms make of an entity type.
type entityForm struct {
	Type   entities.EntityType
	Schema string   // in FollowTheMoney
	Usual  bool     // what the schema is read as, where the file says no more
	Also   []string // schemata that are read as the same
	Kinds  []string // schemata that are read and stay as a tag, which tells a ship from an account
	Shape  string   // of a node in yEd
	Said   []string // other words for it in people's tables, as plainWord writes them
}

// entityForms is the table of entity types. A new type, or a form that names types in words of
// its own, changes nothing else.
var entityForms = []entityForm{
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

func formOf(t entities.EntityType) entityForm {
	if i := slices.IndexFunc(entityForms, func(f entityForm) bool { return f.Type == t }); i >= 0 {
		return entityForms[i]
	}
	return entityForm{Type: t, Schema: "LegalEntity", Shape: "rectangle"}
}

// typeOfSchema returns what an entity of a FollowTheMoney schema is in a case.
func typeOfSchema(schema string) (entities.EntityType, bool) {
	for _, f := range entityForms {
		if f.Usual && f.Schema == schema || slices.Contains(f.Also, schema) || slices.Contains(f.Kinds, schema) {
			return f.Type, true
		}
	}
	return "", false
}

// kindOfSchema is the tag that tells a schema from others that are the same type.
func kindOfSchema(schema string) string {
	for _, f := range entityForms {
		if slices.Contains(f.Kinds, schema) {
			return schema
		}
	}
	return ""
}

// typeSaid returns the entity type that a word of somebody's table or graph means.
func typeSaid(word string) (entities.EntityType, bool) {
	plain := plainWord(word)
	if plain == "" {
		return "", false
	}
	for _, f := range entityForms {
		if plain == plainWord(string(f.Type)) || slices.Contains(f.Said, plain) {
			return f.Type, true
		}
	}
	return typeOfSchema(strings.TrimSpace(word))
}

// linkForm is what FollowTheMoney makes of a relation type: an edge between two properties.
// A type that has none is an UnknownLink, whose role says what it is.
type linkForm struct {
	Type     string // of the relation; entities.LinkedTo where the schema does not say
	Schema   string
	From, To string // properties
	ReadOnly bool
	Label    string // of a relation that is read and whose role says nothing
}

const unknownLink = "UnknownLink"

// linkForms is the table of relation types.
var linkForms = []linkForm{
	{Type: "owns", Schema: "Ownership", From: "owner", To: "asset"},
	{Type: DirectorOf, Schema: "Directorship", From: "director", To: "organization"},
	{Type: "heads", Schema: "Directorship", From: "director", To: "organization"},
	{Type: "member-of", Schema: "Membership", From: "member", To: "organization"},
	{Type: "works-for", Schema: "Employment", From: "employee", To: "employer"},
	{Type: "holds-office", Schema: "Occupancy", From: "holder", To: "post"},
	{Type: "represents", Schema: "Representation", From: "agent", To: "client"},
	{Type: "succeeded", Schema: "Succession", From: "successor", To: "predecessor"},
	{Type: entities.LinkedWith, Schema: unknownLink, From: "subject", To: "object"},

	// A related-to of a case may be no family, and is not written as one.
	{Type: entities.RelatedTo, Schema: "Family", From: "person", To: "relative", ReadOnly: true},
	{Type: entities.RelatedTo, Schema: "Associate", From: "person", To: "associate", ReadOnly: true, Label: "associated with"},
	{Type: "took-part-in", Schema: "ProjectParticipant", From: "participant", To: "project", ReadOnly: true},
	{Type: entities.LinkedTo, Schema: "Payment", From: "payer", To: "beneficiary", ReadOnly: true, Label: "paid"},
	{Type: entities.LinkedTo, Schema: "Debt", From: "debtor", To: "creditor", ReadOnly: true, Label: "owes"},
	{Type: entities.LinkedTo, Schema: "ContractAward", From: "supplier", To: "contract", ReadOnly: true, Label: "was awarded"},
	{Type: entities.LinkedTo, Schema: "CourtCaseParty", From: "party", To: "case", ReadOnly: true, Label: "party to"},
	{Type: entities.LinkedWith, Schema: "Documentation", From: "document", To: "entity", ReadOnly: true, Label: "documents"},
}

// linkOfSchema returns the form of an edge that is read.
func linkOfSchema(schema string) (linkForm, bool) {
	i := slices.IndexFunc(linkForms, func(f linkForm) bool { return f.Schema == schema })
	if i < 0 {
		return linkForm{}, false
	}
	return linkForms[i], true
}

// linkOfType returns the form of a relation that is written.
func linkOfType(relationType string) (linkForm, bool) {
	i := slices.IndexFunc(linkForms, func(f linkForm) bool { return f.Type == relationType && !f.ReadOnly })
	if i < 0 || entities.Unread(relationType) {
		return linkForm{}, false
	}
	return linkForms[i], true
}

// DirectorOf is the type of Directorships: one of a board need not head it.
const DirectorOf = "director-of"

// ownTypes are the relation types that an import gives a case beside those that every case has.
func ownTypes() map[string]entities.RelationType {
	link := entities.RelationType{Label: entities.Text{"en": "linked to"}, Inverse: entities.Text{"en": "linked to"}, Wrongdoing: true}
	with := entities.Text{"en": "linked with"}
	return map[string]entities.RelationType{
		entities.LinkedTo:   link,
		entities.LinkedWith: {Label: with, Inverse: with, Wrongdoing: true, Symmetric: true},
		DirectorOf:          {Label: entities.Text{"en": "director of"}, Inverse: entities.Text{"en": "has as director"}},
	}
}

// addOwnTypes gives a case those of them that it uses and does not have.
func addOwnTypes(c *entities.Case, used map[string]bool) {
	for id, t := range ownTypes() {
		if _, has := c.RelationTypes[id]; has || !used[id] {
			continue
		}
		if c.RelationTypes == nil {
			c.RelationTypes = map[string]entities.RelationType{}
		}
		c.RelationTypes[id] = t
	}
}

// meaning is what a word says of two ends: a relation type, read from the second to the first
// where it is swapped.
type meaning struct {
	Type    string
	Swapped bool
}

// vocabulary is the relation types by their ids and by their labels in every language that
// the program has, as plainWord writes them.
type vocabulary map[string]meaning

func newVocabulary() vocabulary {
	v := vocabulary{}
	learn := func(word string, m meaning) {
		if _, known := v[plainWord(word)]; !known && plainWord(word) != "" {
			v[plainWord(word)] = m
		}
	}
	types := entities.BuiltinRelationTypes()
	ids := slices.Sorted(maps.Keys(types))
	for _, id := range ids {
		learn(id, meaning{Type: id})
		learn(types[id].Label["en"], meaning{Type: id})
	}
	for _, id := range ids {
		for _, lang := range words.Languages() {
			learn(words.For(lang).Relation(id), meaning{Type: id})
		}
	}
	for _, id := range ids {
		learn(types[id].Inverse["en"], meaning{id, true})
	}
	return v
}

// says returns what a word means, if it is a label as it stands.
func (v vocabulary) says(word string) (meaning, bool) {
	m, known := v[plainWord(word)]
	return m, known
}

// plainWord is a word without what people write differently: case, spaces, hyphens.
func plainWord(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.L, unicode.M, unicode.N) {
			return unicode.ToLower(r)
		}
		return -1
	}, word)
}

// rangeOf tells which schemata the properties of edges may lead to, of those that are written.
var rangeOf = map[string][]string{
	"Ownership.owner": legalSchemata, "Ownership.asset": {"Company", "Asset", "Vessel", "Vehicle", "Airplane", "BankAccount", "Security", "RealEstate", "Contract", "License"},
	"Directorship.director": legalSchemata, "Directorship.organization": bodySchemata,
	"Membership.member": legalSchemata, "Membership.organization": bodySchemata,
	"Employment.employee": {"Person"}, "Employment.employer": bodySchemata,
	"Occupancy.holder": {"Person"}, "Occupancy.post": {"Position"},
	"Representation.agent": legalSchemata, "Representation.client": legalSchemata,
	"Succession.successor": legalSchemata, "Succession.predecessor": legalSchemata,
}

var (
	bodySchemata  = []string{"Organization", "PublicBody", "Company"}
	legalSchemata = append([]string{"Person", "LegalEntity"}, bodySchemata...)
)

// documentSchemata are those that are sources of a case.
var documentSchemata = []string{"Document", "Article", "Audio", "Email", "Folder", "HyperText", "Image", "Message", "Package", "Pages",
	"PlainText", "Table", "Video", "Workbook"}
