package entities

// RelationType is what a relation says of its two ends.
type RelationType struct {
	Label      Text `json:"label"`      // read from From to To: "heads"
	Inverse    Text `json:"inverse"`    // read from To to From: "is headed by"
	Wrongdoing bool `json:"wrongdoing"` // such a relation stands no higher than alleged, save on a first-hand record
	Symmetric  bool `json:"symmetric"`  // it says the same of both ends: from and to are in no order, and no arrow is drawn
}

// BuiltinRelationTypes returns the relation types that every case has. A case adds its own
// beside them and may not redefine one: a built-in wrongdoing stays a wrongdoing.
func BuiltinRelationTypes() map[string]RelationType {
	types := make(map[string]RelationType, len(builtinRelationTypes))
	for _, t := range builtinRelationTypes {
		types[t.id] = RelationType{Label: Text{"en": t.label}, Inverse: Text{"en": t.inverse}, Wrongdoing: t.wrongdoing,
			Symmetric: t.id == RelatedTo}
	}
	return types
}

// LinkedTo is the type, of a case's own, of links that an import could not understand. It counts
// as a wrongdoing until someone gives each another type, so that no accusation comes to stand as
// a fact because a program did not know the word for it.
const LinkedTo = "linked-to"

// LinkedWith is the same of links that have no direction where they come from.
const LinkedWith = "linked-with"

// Unread tells whether a relation type is one of those that an import gives to what it could not
// understand. They accuse by what they might say, and not by what they say.
func Unread(relationType string) bool { return relationType == LinkedTo || relationType == LinkedWith }

// RelatedTo is kinship or association: the built-in type that is symmetric.
const RelatedTo = "related-to"

const wrongdoing = true

var builtinRelationTypes = []struct {
	id, label, inverse string
	wrongdoing         bool
}{
	// Structure and offices.
	{"part-of", "part of", "includes", false},
	{"holds-office", "holds office", "is held by", false},
	{"heads", "heads", "is headed by", false},
	{"member-of", "member of", "has member", false},
	{"works-for", "works for", "employs", false},
	{"reports-to", "reports to", "receives reports from", false},
	{"advises", "advises", "is advised by", false},
	{"appointed-by", "appointed by", "appointed", false},
	{"created-by", "created by", "created", false},
	{"owns", "owns", "is owned by", false},
	{"shareholder-of", "shareholder of", "has shareholder", false},
	{"beneficial-owner-of", "beneficial owner of", "has beneficial owner", false},
	{"director-of", "director of", "has as director", false},
	{"registered-in", "registered in", "is where it is registered", false},
	{"account-at", "has an account at", "keeps the account of", false},
	{"funds", "funds", "is funded by", false},
	{"located-in", "located in", "is the place of", false},
	{"represents", "represents", "is represented by", false},
	{"succeeded", "succeeded", "was succeeded by", false},
	{"related-to", "related to", "related to", false},

	// Dealings.
	{"met-with", "met with", "met with", false},
	{"took-part-in", "took part in", "was attended by", false},
	{"spoke-to", "spoke to", "heard from", false},
	{"interviewed", "interviewed", "was interviewed by", false},
	{"cooperates-with", "cooperates with", "cooperates with", false},
	{"coordinates", "coordinates", "is coordinated by", false},
	{"urged", "urged", "was urged by", false},
	{"raised-with", "raised concerns with", "heard concerns from", false},
	{"supports", "supports", "is supported by", false},
	{"protects", "protects", "is protected by", false},
	{"responsible-for", "responsible for", "is the task of", false},
	{"monitors", "monitors", "is monitored by", false},
	{"contracted", "contracted", "was contracted by", false},

	// Money. What was paid is in its amounts.
	{"paid", "paid", "was paid by", false},
	{"transferred-to", "transferred money to", "received money from", false},
	{"lent-to", "lent to", "borrowed from", false},
	{"donated-to", "donated to", "received a donation from", false},
	{"sold-to", "sold to", "bought from", false},

	// Official acts. The first three have two forms, as one is read from either end.
	{"investigated", "investigated", "was investigated by", false},
	{"arrested", "arrested", "was arrested by", false},
	{"sanctioned", "sanctioned", "was sanctioned by", false},
	{"investigated-by", "investigated by", "investigated", false},
	{"arrested-by", "arrested by", "arrested", false},
	{"sanctioned-by", "sanctioned by", "sanctioned", false},
	{"charged-by", "charged by", "charged", false},
	{"sued-by", "sued by", "sued", false},
	{"convicted-by", "convicted by", "convicted", false},
	{"acquitted-by", "acquitted by", "acquitted", false},
	{"settled-with", "settled with", "settled with", false},

	// Words and papers.
	{"published", "published", "was published by", false},
	{"wrote", "wrote", "was written by", false},
	{"reported-on", "reported on", "was reported on by", false},
	{"defines", "defines", "is defined by", false},
	{"disputed", "disputed", "was disputed by", false},
	{"denied", "denied", "was denied by", false},

	// Presence and spread.
	{"operates-in", "operates in", "hosts", false},
	{"originated-in", "originated in", "is the origin of", false},
	{"spread-to", "spread to", "was reached by", false},

	// Wrongdoing.
	{"recruits", "recruits", "recruited by", wrongdoing},
	{"deceives", "deceives", "deceived by", wrongdoing},
	{"traffics", "traffics", "trafficked by", wrongdoing},
	{"holds-captive", "holds captive", "held captive by", wrongdoing},
	{"exploits", "exploits", "exploited by", wrongdoing},
	{"harms", "harms", "harmed by", wrongdoing},
	{"threatens", "threatens", "threatened by", wrongdoing},
	{"intimidates", "intimidates", "intimidated by", wrongdoing},
	{"defrauds", "defrauds", "defrauded by", wrongdoing},
	{"profits-from", "profits from", "is a source of profit for", wrongdoing},
	{"complicit-in", "complicit in", "abetted by", wrongdoing},
	{"fronts-for", "fronts for", "is fronted by", wrongdoing},
	{"colludes-with", "colludes with", "colludes with", wrongdoing},
	{"bribed", "bribed", "was bribed by", wrongdoing},
	{"fails-to-act-on", "fails to act on", "left alone by", wrongdoing},
}
