// Package entities is the case: what sources say about people, ministries, countries and
// flows. It loads a case file with the place of whatever is wrong with its shape, and
// derives how a relation stands from its claims. It must never know how anything is drawn.
//
// A file is read into a tree that knows where each value stands (package jsontree) and decoded onto
// the model by its json tags (decode.go), with the closed lists of shapes.go.
// schema/entities.schema.json says the same shape to editors, and a test holds the two together. Of
// the tree an outline stays, by which File.Place finds the line and the column of a JSON pointer
// when a rule needs one.
//
// Index.Stand is design and law: which claims affirm a line, which of them counts, what contests it
// and what travels with it. Index.Because says by which of its rules a line stands as it does. Whose
// record counts as one, and on which lines, is in record.go; which claims rest on the same words of
// a source, and so share the weaker standing and what denies either, in samewords.go. A Statement is
// whatever rests on claims: a relation, a flow, a value of a figure; NewIndex derives how each stands,
// once. Parts walks all that has an id.
package entities

// Case is one case file, version 1.
type Case struct {
	Schema        string                  `json:"$schema"`
	Version       int                     `json:"version"`
	Title         Text                    `json:"title"`
	Language      string                  `json:"language"` // BCP 47; the language of texts given as plain strings
	AsOf          string                  `json:"asOf"`     // EDTF
	Credit        Text                    `json:"credit"`   // who made the diagrams, as it is printed below each
	Sources       []Source                `json:"sources"`
	Entities      []Entity                `json:"entities"`
	Claims        []Claim                 `json:"claims"`
	Relations     []Relation              `json:"relations"`
	Flows         []Flow                  `json:"flows"`
	Figures       []Figure                `json:"figures"`
	RelationTypes map[string]RelationType `json:"relationTypes"` // beside BuiltinRelationTypes
	Views         []View                  `json:"views"`
	Corrections   []Correction            `json:"corrections"`
	Rules         map[string]RuleChange   `json:"rules"` // by slug
}

// Source is something published or recorded that claims are taken from.
type Source struct {
	ID        string     `json:"id"`
	Type      SourceType `json:"type"`
	Title     Text       `json:"title"`
	Publisher string     `json:"publisher"` // an entity's id
	URL       string     `json:"url"`
	Published string     `json:"published"` // EDTF
	Archived  string     `json:"archived"`  // URL of an archived copy
	Text      LocalText  `json:"text"`
}

// LocalText names a local copy of a source that quotes are checked against. It need not be there.
type LocalText struct {
	Path   string `json:"path"`   // relative to the case file
	SHA256 string `json:"sha256"` // lower-case hex of the copy's bytes
}

// Entity is a person, body, country, place, thing or event that claims speak of.
type Entity struct {
	ID          string     `json:"id"`
	Type        EntityType `json:"type"`
	Name        Text       `json:"name"`
	Aliases     []string   `json:"aliases"`
	Country     string     `json:"country"` // ISO 3166-1 alpha-2 of the country it belongs to
	Code        string     `json:"code"`    // ISO 3166-1 alpha-2, for a country itself
	Description Text       `json:"description"`
	Links       []string   `json:"links"`      // URLs
	PublicBody  PublicBody `json:"publicBody"` // what makes an organization or a committee a body whose papers are records
	Tags        []string   `json:"tags"`
}

// Claim is one thing that someone says in one source, with the very words.
type Claim struct {
	ID        string   `json:"id"`
	Source    string   `json:"source"`    // a source's id
	Date      string   `json:"date"`      // EDTF: when it was said
	Speaker   string   `json:"speaker"`   // the entity that says it
	RelayedBy string   `json:"relayedBy"` // the entity that passes it on, where the source has it at second hand
	Page      string   `json:"page"`      // where in the source's pages, as these are numbered: 12, xii, 12-13
	Quote     string   `json:"quote"`     // with Prefix and Suffix a W3C TextQuoteSelector: twelve words at most
	Prefix    string   `json:"prefix"`
	Suffix    string   `json:"suffix"`
	Standing  Standing `json:"standing"` // how the source puts it: record, stated, alleged or rumoured
	Basis     Basis    `json:"basis"`
	Hedge     Words    `json:"hedge"` // words of the quote that weaken it
	Answers   Answer   `json:"answers"`
	Reply     Reply    `json:"reply"`
}

// Answer ties a claim to what it confirms, repeats or denies. One that denies or otherwise answers
// several claims in the same way is a list of answers in the case file.
type Answer struct {
	Claim string     `json:"claim"`
	As    AnswerKind `json:"as"`
	Also  []string   `json:"also"` // the claims of the other answers
}

// Claims returns the ids of the claims answered.
func (a Answer) Claims() []string {
	if a.Claim == "" {
		return a.Also
	}
	return append([]string{a.Claim}, a.Also...)
}

// None tells that nothing is answered.
func (a Answer) None() bool { return a.Claim == "" && a.As == "" && len(a.Also) == 0 }

// Reply says whether the one accused was asked, and what came back.
type Reply struct {
	Asked   bool    `json:"asked"`
	Outcome Outcome `json:"outcome"`
	Claim   string  `json:"claim"` // the claim that holds the answer
}

// Relation is a line from one entity to another, resting on claims.
type Relation struct {
	ID      string   `json:"id"`
	Type    string   `json:"type"` // a key of BuiltinRelationTypes or of the case's RelationTypes
	From    string   `json:"from"`
	To      string   `json:"to"`
	Label   Text     `json:"label"`   // instead of the type's label
	Start   string   `json:"start"`   // EDTF
	End     string   `json:"end"`     // EDTF
	During  string   `json:"during"`  // an event's id
	Amounts []Amount `json:"amounts"` // how much it is about, each as one source gives it
	For     Text     `json:"for"`     // of an official act: what it is about, as in "convicted for ..."
	State   ActState `json:"state"`   // of an official act
	Draft   bool     `json:"draft"`   // it may be without claims, and is then drawn as unsourced
	Claims  []string `json:"claims"`
}

// Flow is a movement of someone or something through entities.
type Flow struct {
	ID      string   `json:"id"`
	What    Text     `json:"what"` // who or what moves
	Kind    FlowKind `json:"kind"`
	Label   Text     `json:"label"`
	From    []string `json:"from"`    // may be empty: an open origin
	Via     []string `json:"via"`     // hubs, in order
	To      []string `json:"to"`      // alternatives
	Amounts []Amount `json:"amounts"` // how much moves, each as one source gives it
	Claims  []string `json:"claims"`
}

// Amount is how much money or how many goods a relation or a flow is about. Amounts stand side by
// side and are never summed.
type Amount struct {
	Value     Number   `json:"value"`
	Currency  string   `json:"currency"`  // ISO 4217: EUR, THB
	Unit      Text     `json:"unit"`      // of what is no money
	Qualifier Text     `json:"qualifier"` // "at least", "about", ...
	Period    string   `json:"period"`    // EDTF
	Claims    []string `json:"claims"`    // none where those of its line give it
}

// Figure is a question of how much, with the values that sources give side by side.
type Figure struct {
	ID       string   `json:"id"`
	Question Text     `json:"question"`
	About    []string `json:"about"` // entity ids
	Values   []Value  `json:"values"`
}

// Value is one answer to a figure's question. Values are never merged or averaged.
type Value struct {
	Value      Number   `json:"value"`
	Measure    Text     `json:"measure"`   // what is counted
	Qualifier  Text     `json:"qualifier"` // "at least", "about", ...
	Unit       Text     `json:"unit"`
	Period     string   `json:"period"` // EDTF
	PeriodText Text     `json:"periodText"`
	Claims     []string `json:"claims"`
}

// View is one diagram: what of the case is drawn, and how it is laid out.
type View struct {
	ID        string    `json:"id"` // also a file name and the prefix of ids in the SVG
	Title     Text      `json:"title"`
	Caption   Text      `json:"caption"`
	Include   Selection `json:"include"`
	Exclude   Selection `json:"exclude"`
	Around    Around    `json:"around"`
	Path      Path      `json:"path"`
	Cluster   Cluster   `json:"cluster"`
	Layout    Layout    `json:"layout"`
	Direction Direction `json:"direction"`
	Legend    *bool     `json:"legend"` // nil means shown
}

// Selection names parts of the case. In Types, "flow" and "figure" stand for all flows and
// all figures beside the entity types; IDs may name entities, relations, flows, figures
// and, to exclude, claims.
type Selection struct {
	Types     []string `json:"types"`
	Relations []string `json:"relations"` // relation types
	Tags      []string `json:"tags"`      // of entities
	IDs       []string `json:"ids"`
}

// Around keeps what lies within Hops lines of an entity.
type Around struct {
	Entity string `json:"entity"`
	Hops   int    `json:"hops"` // 0 means 1
}

// Path keeps the shortest paths between two entities, whatever way the lines point.
type Path struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// Correction is a dated note on what a published diagram had wrong.
type Correction struct {
	Date  string   `json:"date"` // EDTF
	Text  Text     `json:"text"`
	About []string `json:"about"` // ids of what was corrected
}

// RuleChange gives a check another severity, with the reason that the report prints.
type RuleChange struct {
	Severity string   `json:"severity"` // error, warning, note or off
	Only     []string `json:"only"`     // the ids that it is changed for; none means the whole case
	Reason   string   `json:"reason"`
}
