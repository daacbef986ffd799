package entities

import (
	"maps"
	"slices"
	"unicode/utf8"
)

// Text is a text that readers see, by BCP 47 language tag. A plain string in the case file
// stands under the empty tag and is in the case's language.
type Text map[string]string

// In returns the text in a language, else in the case's own, else in the first language by
// tag, and the language that it is in; own is the case's. It is empty only where no text was
// given.
func (t Text) In(lang, own string) (text, in string) {
	for _, tag := range []string{lang, own} {
		if s, ok := t[tag]; ok && tag != "" {
			return s, tag
		}
	}
	if s, ok := t[""]; ok {
		return s, own
	}
	for tag := range t {
		if in == "" || tag < in {
			in = tag
		}
	}
	return t[in], in
}

// Tags returns the language tags that it is given under, in order.
func (t Text) Tags() []string {
	if len(t) == 0 {
		return nil
	}
	return slices.Sorted(maps.Keys(t))
}

// Words is a string or a list of strings in the case file.
type Words []string

// Number is a JSON number, kept as it was written.
type Number string

// SourceType says what kind of thing a source is.
type SourceType string

// EntityType says what an entity is.
type EntityType string

// PublicBody is the kind of public body that an entity is whose type does not say so.
type PublicBody string

// Standing is how a claim or a line stands. Contested and Lapsed
// are derived only, never typed in a case file.
type Standing string

// Basis is what a speaker's claim rests on.
type Basis string

// AnswerKind is how a claim answers another.
type AnswerKind string

// Outcome is what became of a request for a reply.
type Outcome string

// FlowKind is what kind of movement a flow is; the zero value says nothing of it.
type FlowKind string

// ActState is what became of an official act; the zero value says nothing of it.
type ActState string

// Cluster is what entities are drawn together by; the zero value means not at all.
type Cluster string

// Layout is a Graphviz layout program; the zero value means auto.
type Layout string

// Direction is where the ranks of a dot layout run to; the zero value means chosen.
type Direction string

// The words of the case file's closed lists.
const (
	Article      SourceType = "article"
	Interview    SourceType = "interview"
	Report       SourceType = "report"
	RecordSource SourceType = "record"
	Dataset      SourceType = "dataset"
	Post         SourceType = "post"
	OtherSource  SourceType = "other"

	Person       EntityType = "person"
	Ministry     EntityType = "ministry"
	Agency       EntityType = "agency"
	Committee    EntityType = "committee"
	Government   EntityType = "government"
	Organization EntityType = "organization"
	Media        EntityType = "media"
	Country      EntityType = "country"
	Region       EntityType = "region"
	Group        EntityType = "group" // people or outfits that a source does not name
	Law          EntityType = "law"
	Document     EntityType = "document"
	Event        EntityType = "event"
	Office       EntityType = "office" // a post, whoever holds it
	Locality     EntityType = "place"
	Asset        EntityType = "asset" // what is owned and is no body: a ship, an account, a wallet

	Court             PublicBody = "court"
	Register          PublicBody = "register" // of companies, land, ships and the like, kept by law
	Parliament        PublicBody = "parliament"
	InternationalBody PublicBody = "international" // made by states: of the United Nations, say

	Record    Standing = "record"   // a document or official figure speaking for itself
	Stated    Standing = "stated"   // said as a fact
	Alleged   Standing = "alleged"  // wrongdoing, said by someone
	Rumoured  Standing = "rumoured" // called unsubstantiated by the source itself
	Contested Standing = "contested"
	Lapsed    Standing = "lapsed" // an official act that was overturned or ended in an acquittal

	Witnessed    Basis = "witnessed"
	FromDocument Basis = "document"
	Inference    Basis = "inference"
	Hearsay      Basis = "hearsay"

	Confirms           AnswerKind = "confirms" // another voice
	Repeats            AnswerKind = "repeats"  // no new voice
	Denies             AnswerKind = "denies"
	Disputes           AnswerKind = "disputes"
	DeniesOtherWording AnswerKind = "denies-other-wording"
	RejectsPremise     AnswerKind = "rejects-premise"

	Answered Outcome = "answered"
	Declined Outcome = "declined"
	NoReply  Outcome = "none"

	MovingPeople FlowKind = "people" // persons who go or are taken from place to place
	MovingGoods  FlowKind = "goods"
	MovingMoney  FlowKind = "money"
	Spreading    FlowKind = "spread" // outfits or practices that reach further places and stay where they were

	Pending    ActState = "pending"
	Final      ActState = "final" // no appeal is open
	Appealed   ActState = "appealed"
	Overturned ActState = "overturned"

	ByPartOf  Cluster = "part-of"
	ByCountry Cluster = "country"
	ByType    Cluster = "type"

	Auto  Layout = "auto"
	Dot   Layout = "dot"
	Neato Layout = "neato"
	Fdp   Layout = "fdp"
	Sfdp  Layout = "sfdp"
	Circo Layout = "circo"
	Twopi Layout = "twopi"

	LeftRight Direction = "LR"
	RightLeft Direction = "RL"
	TopBottom Direction = "TB"
	BottomTop Direction = "BT"
)

var (
	sourceTypes = []SourceType{Article, Interview, Report, RecordSource, Dataset, Post, OtherSource}
	entityTypes = []EntityType{Person, Ministry, Agency, Committee, Government, Organization, Media, Country,
		Region, Group, Law, Document, Event, Office, Locality, Asset}
	publicBodies = []PublicBody{Court, Register, Parliament, InternationalBody}
	standings    = []Standing{Record, Stated, Alleged, Rumoured}
	bases        = []Basis{Witnessed, FromDocument, Inference, Hearsay}
	answerKinds  = []AnswerKind{Confirms, Repeats, Denies, Disputes, DeniesOtherWording, RejectsPremise}
	outcomes     = []Outcome{Answered, Declined, NoReply}
	actStates    = []ActState{Pending, Final, Appealed, Overturned}
	flowKinds    = []FlowKind{MovingPeople, MovingGoods, MovingMoney, Spreading}
	clusters     = []Cluster{ByPartOf, ByCountry, ByType}
	layouts      = []Layout{Auto, Dot, Neato, Fdp, Sfdp, Circo, Twopi}
	directions   = []Direction{LeftRight, RightLeft, TopBottom, BottomTop}
)

// IsActState tells whether a word says what became of an official act.
func IsActState(s string) bool { return slices.Contains(actStates, ActState(s)) }

// IsID tells whether a text may be the id of an entity, a relation or the like.
func IsID(s string) bool { return idForm.pattern.MatchString(s) && utf8.RuneCountInString(s) <= maxID }
