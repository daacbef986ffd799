package entities

import (
	"reflect"
	"regexp"
	"slices"
)

// Limits in code points.
const (
	maxID        = 200
	maxViewID    = 100
	maxDrawn     = 500 // a text that is drawn
	maxCaption   = 2000
	maxParagraph = 5000
	maxQuote     = 1000
	maxURL       = 2000
	maxLiteral   = 40 // characters of a number
	maxHops      = 100
	maxStops     = 50     // of a flow, on either side: each is joined with each
	maxAmounts   = 50     // of a relation or a flow: each is printed on its line
	maxViews     = 10_000 // of a case
	maxMagnitude = 1e30
	maxExponent  = 30
)

// form is what a string must look like beyond its length.
type form struct {
	slug    string
	pattern *regexp.Regexp
	want    string // after "want ", in a hint
}

// The patterns mean the same in ECMAScript, and stand in the published schema.
var (
	idForm = &form{BadID, regexp.MustCompile(`^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.:@-]*$`),
		"letters, digits and _ . : @ -, beginning with a letter, a digit or _"}
	viewIDForm = &form{BadID, regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]*$`),
		"unaccented letters, digits, _ and -, beginning with a letter or a digit: it names the view's files"}
	languageForm = &form{BadLanguage, regexp.MustCompile(`^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*$`),
		"a BCP 47 tag such as en, th or zh-Hant"}
	currencyForm = &form{BadText, regexp.MustCompile(`^[A-Z]{3}$`), "a currency's three capitals by ISO 4217, such as EUR or THB"}
	hashForm     = &form{BadText, regexp.MustCompile(`^[0-9a-f]{64}$`),
		"64 digits 0-9 a-f: what sha256sum prints"}
	deviceName = regexp.MustCompile(`^([Cc][Oo][Nn]|[Pp][Rr][Nn]|[Aa][Uu][Xx]|[Nn][Uu][Ll]|[Cc][Oo][Mm][0-9]|[Ll][Pp][Tt][0-9])$`)
)

// shape is what the type of a field does not say. For a list it is the shape of its items,
// for an object by keys that of its keys.
type shape struct {
	required bool
	max      int  // code points; 0 means maxID for a string and maxDrawn for a Text
	lines    bool // takes line breaks and tabs
	form     *form
	words    []string // a closed list beside those by type
	noun     string   // what one of the words is called; the field's name where empty
	least    int      // of a whole number
	most     int
	items    int // of a list; 0 means any number
}

// shapes tells the shape of the fields that their types leave open, by type and field.
var shapes = map[string]shape{
	"Case.$schema":       {max: maxURL},
	"Case.version":       {required: true, least: 1, most: 1},
	"Case.language":      {form: languageForm},
	"Case.relationTypes": {form: idForm, noun: "relation type"},
	"Case.rules":         {form: idForm, noun: "rule"},
	"Case.views":         {items: maxViews},

	"Source.id":        {required: true, form: idForm},
	"Source.type":      {required: true},
	"Source.title":     {required: true},
	"Source.url":       {max: maxURL},
	"Source.archived":  {max: maxURL},
	"LocalText.path":   {required: true, max: maxQuote},
	"LocalText.sha256": {form: hashForm},

	"Entity.id":          {required: true, form: idForm},
	"Entity.type":        {required: true},
	"Entity.name":        {required: true},
	"Entity.aliases":     {max: maxDrawn},
	"Entity.description": {max: maxParagraph, lines: true},
	"Entity.links":       {max: maxURL},

	"Claim.id":       {required: true, form: idForm},
	"Claim.quote":    {max: maxQuote},
	"Claim.prefix":   {max: maxQuote},
	"Claim.suffix":   {max: maxQuote},
	"Claim.standing": {required: true},
	"Claim.hedge":    {max: maxQuote},
	"Answer.claim":   {required: true},
	"Answer.as":      {required: true, noun: "kind of answer"},
	"Reply.asked":    {required: true},

	"Relation.id":      {required: true, form: idForm},
	"Relation.type":    {required: true},
	"Relation.from":    {required: true},
	"Relation.to":      {required: true},
	"Relation.amounts": {items: maxAmounts},
	"Flow.amounts":     {items: maxAmounts},
	"Relation.state":   {noun: "state of an act"},

	"Amount.value":    {required: true},
	"Amount.currency": {form: currencyForm},

	"Flow.id":   {required: true, form: idForm},
	"Flow.what": {required: true},
	"Flow.from": {items: maxStops},
	"Flow.via":  {items: maxStops},
	"Flow.to":   {items: maxStops},

	"Figure.id":       {required: true, form: idForm},
	"Figure.question": {required: true},
	"Figure.values":   {required: true},
	"Value.value":     {required: true},
	"Value.measure":   {required: true},

	"RelationType.label": {required: true},
	// An accusation must not pass for a fact because nobody said that it is one.
	"RelationType.wrongdoing": {required: true},

	"View.id":         {required: true, form: viewIDForm, max: maxViewID},
	"View.caption":    {max: maxCaption, lines: true},
	"Selection.types": {words: selectionTypes, noun: "type"},
	"Around.entity":   {required: true},
	"Around.hops":     {least: 1, most: maxHops},
	"Path.from":       {required: true},
	"Path.to":         {required: true},

	"Correction.date": {required: true},
	"Correction.text": {required: true, max: maxParagraph, lines: true},

	"RuleChange.severity": {required: true, words: []string{"error", "warning", "note", "off"}},
	"RuleChange.reason":   {required: true, max: maxDrawn},
}

var selectionTypes = append(plain(entityTypes), "flow", "figure")

// closedLists are the words that a field may hold, by its type.
var closedLists = map[reflect.Type][]string{
	reflect.TypeFor[SourceType](): plain(sourceTypes),
	reflect.TypeFor[EntityType](): plain(entityTypes),
	reflect.TypeFor[PublicBody](): plain(publicBodies),
	reflect.TypeFor[Standing]():   plain(standings),
	reflect.TypeFor[FlowKind]():   plain(flowKinds),
	reflect.TypeFor[ActState]():   plain(actStates),
	reflect.TypeFor[Basis]():      plain(bases),
	reflect.TypeFor[AnswerKind](): plain(answerKinds),
	reflect.TypeFor[Outcome]():    plain(outcomes),
	reflect.TypeFor[Cluster]():    plain(clusters),
	reflect.TypeFor[Layout]():     plain(layouts),
	reflect.TypeFor[Direction]():  plain(directions),
}

func plain[T ~string](words []T) []string {
	list := make([]string, 0, len(words))
	for _, w := range words {
		list = append(list, string(w))
	}
	return slices.Clip(list)
}

// field is one field of an object of the case file.
type field struct {
	name  string
	index int // in the Go struct
	shape shape
}

// Required tells whether a case file must have a field of one of its objects, given by its
// name in the Go struct.
func Required(object reflect.Type, field string) bool {
	f, ok := object.FieldByName(field)
	return ok && shapes[object.Name()+"."+f.Tag.Get("json")].required
}

// fieldsOf lists an object's fields in the order of the model.
func fieldsOf(object reflect.Type) []field {
	var fields []field
	for i := range object.NumField() {
		f := object.Field(i)
		if object == answerType && f.Name == "Also" {
			continue // it is how a list of answers is held
		}
		fields = append(fields, field{f.Tag.Get("json"), i, shapeOf(object, f)})
	}
	return fields
}

func shapeOf(object reflect.Type, f reflect.StructField) shape {
	s := shapes[object.Name()+"."+f.Tag.Get("json")]
	if s.words == nil {
		s.words = closedLists[f.Type]
	}
	if s.max == 0 {
		s.max = maxID
		if f.Type == textType {
			s.max = maxDrawn
		}
	}
	return s
}

var (
	textType   = reflect.TypeFor[Text]()
	answerType = reflect.TypeFor[Answer]()
	wordsType  = reflect.TypeFor[Words]()
	numberType = reflect.TypeFor[Number]()
)
