// Package words holds the words that the program itself puts into a picture: how a line
// stands, what a shape means, how a date reads. One catalog a language; it must never hold
// anything that a case says.
//
// Numbers and dates are in digits 0 to 9 and years of the Gregorian calendar in every
// language, as they stand in the quotes beside them.
//
// Spans keeps of each part of a text the language that it is in.
package words

import (
	"fmt"
	"strings"

	"example.org/graphgen/internal/entities"
)

// Catalog is the program's words in one language.
type Catalog struct {
	Lang string // BCP 47

	rightToLeft bool // how its words read

	types     map[entities.EntityType]string
	standing  map[entities.Standing]string
	relations map[string]string // by built-in relation type; none in English, which entities has

	// How built-in relation types read in a sentence after one and after several, where their
	// label does not do. English alone has words that agree.
	predicates map[string][2]string
	phrases    map[Phrase]string
	months     [12]string
	seasons    [4]string // spring first

	comma, and string // between the texts of a list, with the space around them

	// How a day stands with its month and year, a month or season with its year, and a year
	// by itself.
	dayOfMonth, monthOfYear, yearOnly string
}

// Phrase names a sentence or part of one; %s stands for what is put in.
type Phrase string

// The phrases, each shown as it is in English.
const (
	AllegedBy         Phrase = "alleged by %s"
	UnsubstantiatedBy Phrase = "unsubstantiated, raised by %s"
	DisputedSaid      Phrase = "disputed: said by %s, %s"
	DisputedAlleged   Phrase = "disputed: alleged by %s, %s"
	DisputedRumour    Phrase = "disputed: unsubstantiated, raised by %s, %s"
	WhoDenies         Phrase = "denied by %s"
	WhoDisputes       Phrase = "disputed by %s"
	AccordingTo       Phrase = "according to %s"
	AllegedLead       Phrase = "Alleged by"
	RumourLead        Phrase = "Raised, as unsubstantiated, by"
	AlsoRumour        Phrase = "in part unsubstantiated"
	Unsourced         Phrase = "unsourced"
	Unnamed           Phrase = "someone not named"
	SaysSo            Phrase = "gives"
	DeniesIt          Phrase = "denies"
	DisputesIt        Phrase = "disputes"
	DeniesOther       Phrase = "denies, in other words"
	RejectsIt         Phrase = "rejects the premise of"
	AnswersIt         Phrase = "answers"
	OriginOpen        Phrase = "origin not named"
	RelayedBy         Phrase = "%s, as told by %s"
	DeniedBy          Phrase = "Denied by"
	DisputedBy        Phrase = "Disputed by"
	OtherWordsBy      Phrase = "Denied in other words by"
	PremiseBy         Phrase = "Premise rejected by"
	AnsweredBy        Phrase = "Answered by"
	ConfirmedBy       Phrase = "Confirmed by"
	RepeatedBy        Phrase = "Repeated by"
	AnswerConfirmed   Phrase = "Answer confirmed by"
	AnswerRepeated    Phrase = "Answer repeated by"
	SaidBy            Phrase = "Said by"
	AskedNoReply      Phrase = "Asked for a reply; none came"
	AskedDeclined     Phrase = "Asked for a reply; declined"
	OnPage            Phrase = "p. %s"
	DatedBefore       Phrase = "Dated %s, before the claim of %s"
	ActFor            Phrase = "for %s" // what an official act is about
	ActPending        Phrase = "pending"
	ActFinal          Phrase = "final"
	ActAppealed       Phrase = "under appeal"
	ActOverturned     Phrase = "overturned"
	AcquittedBy       Phrase = "acquitted by %s"
	Unconvicted       Phrase = "charged, not convicted"
	AloneTitle        Phrase = "Without a line in this view"
	NotesTitle        Phrase = "Who says so"
	PlainTitle        Phrase = "Stated or on record, and by whom"
	DescribedTitle    Phrase = "The diagram in words"
	TablesTitle       Phrase = "The diagram as tables"
	OpenPage          Phrase = "Open the diagram on a page of its own"
	LegendTitle       Phrase = "How to read it"
	OneSourceTitle    Phrase = "Source of every quote"
	HubLegend         Phrase = "hub: a flow goes through it"
	SourcesTitle      Phrase = "Sources"
	CorrectionsTitle  Phrase = "Corrections"
	AsOf              Phrase = "As of %s"
	Shown             Phrase = "Shown: %s."
	TakenOut          Phrase = "Taken out by an editor: %s."
	OutOf             Phrase = "%s of %s %s"
	Entities          Phrase = "entities"
	Relations         Phrase = "relations"
	Flows             Phrase = "flows"
	Figures           Phrase = "figures"
	About             Phrase = "about %s"
	Perhaps           Phrase = "%s (uncertain)"
	Until             Phrase = "until %s"
	Since             Phrase = "since %s"
	FromTo            Phrase = "%s to %s"
	UnknownDate       Phrase = "a date not known"
	Decade            Phrase = "the %ss"
	Between           Phrase = "between %s and %s"
	BeforeChrist      Phrase = "%s BC"
	AmountLegend      Phrase = "width of a line: its amount; the widest is %s"
	FlowLegend        Phrase = "flow: %s"
	CountedApart      Phrase = "Different measures or periods: the figures do not contradict one another directly."

	// What stands for a picture where it is not seen.
	Finished       Phrase = "%s."
	AtIssue        Phrase = "%s. At issue: %s"
	WithReserve    Phrase = "%s (said with reserve: %s)"
	InAnswer       Phrase = "%s, in answer to %s"
	OfReply        Phrase = "%s, as to the reply asked for"
	AnOriginOpen   Phrase = "an origin not named"
	WayTo          Phrase = "from %s to %s"
	WayThrough     Phrase = "from %s through %s to %s"
	DiagramOf      Phrase = "Diagram: %s."
	AmongThem      Phrase = "Among them, %s."
	LongBelow      Phrase = "The long description follows below the picture."
	NameTitle      Phrase = "Name"
	TypeTitle      Phrase = "Type"
	GroupTitle     Phrase = "Drawn within"
	OfficeTitle    Phrase = "Office"
	FromTitle      Phrase = "From"
	JoinsTitle     Phrase = "What joins them"
	ThroughTitle   Phrase = "Through"
	ToTitle        Phrase = "To"
	StandsTitle    Phrase = "How it stands"
	MovesTitle     Phrase = "What moves"
	QuestionTitle  Phrase = "Question"
	ValueTitle     Phrase = "Value"
	PeriodTitle    Phrase = "Period"
	HeadlineTitle  Phrase = "Title"
	PublisherTitle Phrase = "Publisher"
	PublishedTitle Phrase = "Published"
	AddressTitle   Phrase = "Address"

	// On what a page of a diagram adds to look at it with.
	Search      Phrase = "Search names and lines"
	Found       Phrase = "Found: %s"
	Filter      Phrase = "Filter"
	FilterTypes Phrase = "Who and what"
	Hidden      Phrase = "Hidden: %s."
	ShowAll     Phrase = "Show everything"
	ZoomIn      Phrase = "Zoom in"
	ZoomOut     Phrase = "Zoom out"
	ZoomFit     Phrase = "Show it whole"
	Close       Phrase = "Close"
	WalkHelp    Phrase = "Arrow keys lead along lines, Page Up and Page Down through all, Enter tells who says so."

	// How words are put together.
	Semicolon  Phrase = "%s; %s"
	Quoted     Phrase = "“%s”"
	Bracketed  Phrase = "%s (%s)"
	Explained  Phrase = "%s: %s"
	NamedAs    Phrase = "%s — %s"
	NumberOf   Phrase = "%s %s"
	ClaimLine  Phrase = "%s %s: %s (%s)" // what the claim does, who, the quote, the source
	ClaimWords Phrase = "%s %s: %s"      // the same without its source
	AndReply   Phrase = "%s %s."         // a claim line, and what became of a request for a reply
	EdgeLine   Phrase = "%s — %s — %s"   // an end, what the line says, the other end
	FlowLine   Phrase = "%s: %s → %s"    // what moves, from where, to where
	JoinLine   Phrase = "%s %s %s"       // an end, what the relation says, the other end, as a sentence
)

// Say puts the words into the phrase.
func (c *Catalog) Say(p Phrase, words ...string) string {
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = c.apart(w)
	}
	return fill(c.Pattern(p), parts...)
}

// Pattern returns the phrase with %s, or %[2]s and the like, where Say would put words in: for
// what is put together only where it is read.
func (c *Catalog) Pattern(p Phrase) string {
	if s, ok := c.phrases[p]; ok {
		return s
	}
	return string(p)
}

// fill puts words in where a pattern has %s.
func fill(pattern string, words ...string) string {
	args := make([]any, len(words))
	for i, w := range words {
		args[i] = w
	}
	return fmt.Sprintf(pattern, args...)
}

// Type returns the word for an entity type, or for the pseudo-types "flow" and "figure".
func (c *Catalog) Type(t entities.EntityType) string {
	if s, ok := c.types[t]; ok {
		return s
	}
	return string(t)
}

// Standing returns the word for a standing, with what it means.
func (c *Catalog) Standing(s entities.Standing) string {
	if word, ok := c.standing[s]; ok {
		return word
	}
	return c.Say(Unsourced)
}

// Relation returns the label of a built-in relation type, read from its first end to its
// second. It is empty for English, and for a type that is not built in.
func (c *Catalog) Relation(kind string) string { return c.relations[kind] }

// Predicate is what a built-in relation type says in a sentence between its two ends, of
// which the first is one or many. It is empty where its label says it.
func (c *Catalog) Predicate(kind string, many bool) string {
	forms := c.predicates[kind]
	if many {
		return forms[1]
	}
	return forms[0]
}

// List joins names: "A", "A and B", "A, B and C".
func (c *Catalog) List(names []string) string {
	if len(names) < 2 {
		return c.Series(names)
	}
	last := len(names) - 1
	return c.Series(names[:last]) + c.and + c.apart(names[last])
}

// Series joins texts by commas alone.
func (c *Catalog) Series(texts []string) string {
	parts := make([]string, len(texts))
	for i, text := range texts {
		parts[i] = c.apart(text)
	}
	return strings.Join(parts, c.comma)
}
