package ftm

import (
	"slices"

	"example.org/graphgen/internal/entities"
)

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

// linkForms is the table of relation types. A row that is written needs both its properties in
// rangeOf, or it goes out as an UnknownLink; a schema without role or status is one of roleless or
// stateless.
var linkForms = []linkForm{
	{Type: "owns", Schema: "Ownership", From: "owner", To: "asset"},
	{Type: "shareholder-of", Schema: "Ownership", From: "owner", To: "asset"},
	{Type: "beneficial-owner-of", Schema: "Ownership", From: "owner", To: "asset"},
	{Type: "director-of", Schema: "Directorship", From: "director", To: "organization"},
	{Type: "heads", Schema: "Directorship", From: "director", To: "organization"},
	{Type: "member-of", Schema: "Membership", From: "member", To: "organization"},
	{Type: "works-for", Schema: "Employment", From: "employee", To: "employer"},
	{Type: "holds-office", Schema: "Occupancy", From: "holder", To: "post"},
	{Type: "represents", Schema: "Representation", From: "agent", To: "client"},
	{Type: "succeeded", Schema: "Succession", From: "successor", To: "predecessor"},
	{Type: "paid", Schema: "Payment", From: "payer", To: "beneficiary"},
	{Type: "transferred-to", Schema: "Payment", From: "payer", To: "beneficiary"},
	{Type: "donated-to", Schema: "Payment", From: "payer", To: "beneficiary"},
	{Type: "lent-to", Schema: "Debt", From: "creditor", To: "debtor"},
	{Type: entities.LinkedWith, Schema: unknownLink, From: "subject", To: "object"},

	// A related-to of a case may be no family, and is not written as one.
	{Type: entities.RelatedTo, Schema: "Family", From: "person", To: "relative", ReadOnly: true},
	{Type: entities.RelatedTo, Schema: "Associate", From: "person", To: "associate", ReadOnly: true, Label: "associated with"},
	{Type: "took-part-in", Schema: "ProjectParticipant", From: "participant", To: "project", ReadOnly: true},
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

// rangeOf tells which schemata the properties of edges may lead to, of those that are written.
var rangeOf = map[string][]string{
	"Ownership.owner": legalSchemata, "Ownership.asset": {"Company", "Asset", "Vessel", "Vehicle", "Airplane", "BankAccount", "Security", "RealEstate", "Contract", "License"},
	"Directorship.director": legalSchemata, "Directorship.organization": bodySchemata,
	"Membership.member": legalSchemata, "Membership.organization": bodySchemata,
	"Employment.employee": {"Person"}, "Employment.employer": bodySchemata,
	"Occupancy.holder": {"Person"}, "Occupancy.post": {"Position"},
	"Representation.agent": legalSchemata, "Representation.client": legalSchemata,
	"Payment.payer": legalSchemata, "Payment.beneficiary": legalSchemata,
	"Debt.creditor": legalSchemata, "Debt.debtor": legalSchemata,
	"Succession.successor": legalSchemata, "Succession.predecessor": legalSchemata,
}

// roleless are the schemata of edges that have no role, whose summary says it, and stateless those
// that have no status.
var (
	roleless  = []string{"Occupancy", "Payment", "Debt"}
	stateless = []string{"Payment", "Debt"}
	valued    = []string{"Payment", "Debt"} // have an amount and a currency
)

var (
	bodySchemata  = []string{"Organization", "PublicBody", "Company"}
	legalSchemata = append([]string{"Person", "LegalEntity"}, bodySchemata...)
)

// documentSchemata are those that are sources of a case.
var documentSchemata = []string{"Document", "Article", "Audio", "Email", "Folder", "HyperText", "Image", "Message", "Package", "Pages",
	"PlainText", "Table", "Video", "Workbook"}
