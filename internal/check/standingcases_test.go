package check

import (
	"fmt"
	"strings"

	"example.org/graphgen/internal/entities"
)

// A body that keeps records, a company, a person who heads it, and a state.
const keepers = `"entities": [{"id": "court", "type": "organization", "name": "Court", "publicBody": "court"}, {"id": "ltd", "type": "organization", "name": "Ltd"},
{"id": "ada", "type": "person", "name": "Ada"}, {"id": "ben", "type": "person", "name": "Ben"}, {"id": "police", "type": "agency", "name": "Police", "country": "NO"}, {"id": "no", "type": "country", "name": "N", "code": "NO"}],
"sources": [{"id": "judgment", "type": "record", "title": "J", "publisher": "court", "published": "2024-05-01"}, {"id": "books", "type": "record", "title": "B", "publisher": "ltd"},
{"id": "files", "type": "record", "title": "F", "publisher": "police"}, {"id": "s", "type": "article", "title": "S", "published": "2024-03"}],
`

// standingCase gives claims and relations of the keepers.
func standingCase(claims string, relations ...string) string {
	return keepers + told(claims, relations...)[len(cast):]
}

func entry(id, source, speaker, more string) string {
	return `{"id": "` + id + `", "source": "` + source + `", "speaker": "` + speaker + `", "quote": "q ` + id + `"` + more + `}`
}

func quoting(id, quote, standing, more string) string {
	return `{"id": "` + id + `", "source": "s", "speaker": "ben", "quote": "` + quote + `", "standing": "` + standing + `"` + more + `}`
}

// acquittals are so many acquittals of one entity.
func acquittals(id string, n int) string {
	var all []string
	for i := range n {
		all = append(all, fmt.Sprintf(`{"id": "r%d", "type": "acquitted-by", "from": %q, "to": "ben"}`, i, id))
	}
	return strings.Join(all, ", ")
}

const onRecord = `, "standing": "record"`

var standingCases = []ruleCase{
	{"second-hand-record", standingCase(entry("c1", "books", "ltd", `, "standing": «"record"`), "defrauds ada ltd c1"), nil},
	{"second-hand-record", standingCase(entry("c1", "judgment", "court", onRecord), "defrauds ada ltd c1"), nil},
	{"accusation-on-record", standingCase(entry("c1", "judgment", "court", onRecord), "defrauds ada ltd «c1"), nil},
	{"accusation-on-record", standingCase(entry("c1", "books", "ltd", onRecord), "defrauds ada ltd c1"), nil},
	{"accusation-on-record", standingCase(entry("c1", "judgment", "court", onRecord), "owns ada ltd c1"), nil},
	{"single-voice", standingCase(entry("c1", "judgment", "court", onRecord), "defrauds ada ltd «c1"), nil},
	{"accused-not-asked", standingCase(entry("c1", "judgment", "court", onRecord), "«defrauds ada ltd c1"), nil},
	{"partys-record", standingCase(entry("c1", "files", "police", onRecord), "harms ada police «c1"), nil},
	{"partys-record", standingCase(entry("c1", "files", "police", onRecord), "harms ada no «c1"), nil},
	{"partys-record", standingCase(entry("c1", "files", "police", onRecord)+", "+entry("c2", "s", "ben", `, "standing": "stated"`), "harms ben ltd «c1", "heads ben police c2"), nil},
	{"partys-record", standingCase(entry("c1", "files", "police", onRecord), "harms ada ltd c1"), nil},
	{"misplaced-act", keepers + `"relations": [{"id": "r", "type": "met-with", "from": "ada", "to": "ben", "for": «"fraud", "state": «"final"}]`, nil},
	{"misplaced-act", keepers + `"relations": [{"id": "r", "type": "sued-by", "from": "ada", "to": "ben", "for": "fraud", "state": "final"}]`, nil},
	{"unknown-currency", keepers + `"relations": [{"id": "r", "type": "paid", "from": "ada", "to": "ben", "amounts": [{"value": 1, "currency": «"EUO"}]}]`, nil},
	{"unknown-currency", keepers + `"relations": [{"id": "r", "type": "paid", "from": "ada", "to": "ben", "amounts": [{"value": 1, "currency": "EUR"}]}]`, nil},
	{"amount-of-what", keepers + `"relations": [{"id": "r", "type": "paid", "from": "ada", "to": "ben", "amounts": [«{"value": 1}, {"value": 1, "currency": "EUR", "unit": «"t"}]}], "flows": [{"id": "f", "what": "sand", "from": ["no"], "to": ["ltd"], "amounts": [«{"value": 3}]}]`, nil},
	{"amount-of-what", keepers + `"relations": [{"id": "r", "type": "paid", "from": "ada", "to": "ben", "amounts": [{"value": 1, "unit": "bars"}, {"value": 1, "currency": "EUR"}]}]`, nil},
	{"same-amount", keepers + `"relations": [{"id": "r", "type": "paid", "from": "ada", "to": "ben", "amounts": [{"value": 1, "currency": "EUR"}, «{"value": 1.0, "currency": "EUR"}]}]`, nil},
	{"same-amount", keepers + `"relations": [{"id": "r", "type": "paid", "from": "ada", "to": "ben", "amounts": [{"value": 1, "currency": "EUR"}, {"value": 1, "currency": "USD"}, {"value": 1, "currency": "EUR", "period": "2021"}, {"value": 2, "currency": "EUR"}]}]`, nil},
	{"number-not-in-quote", keepers + `"claims": [` + quoting("c1", "paid him 2.4 million euros", "stated", "") + `], "relations": [{"id": "r", "type": "paid", "from": "ada", "to": "ben", "claims": ["c1"], "amounts": [{"value": «240000, "currency": "EUR"}]}]`, nil},
	{"number-not-in-quote", keepers + `"claims": [` + quoting("c1", "paid him 2.4 million euros", "stated", "") + `], "relations": [{"id": "r", "type": "paid", "from": "ada", "to": "ben", "claims": ["c1"], "amounts": [{"value": 2400000, "currency": "EUR"}]}]`, nil},
	{"act-authority", keepers + `"relations": [{"id": "r", "type": "convicted-by", "from": "ada", "to": «"ltd"}, {"id": "q", "type": "arrested", "from": «"ben", "to": "ada"}]`, nil},
	{"act-authority", keepers + `"relations": [{"id": "r", "type": "convicted-by", "from": "ada", "to": "court"}, {"id": "q", "type": "sanctioned-by", "from": "ada", "to": "no"}, {"id": "p", "type": "sued-by", "from": "ada", "to": "ltd"}, {"id": "o", "type": "arrested", "from": "police", "to": "ada"}, {"id": "n", "type": "investigated", "from": "ltd", "to": "ada"}]`, nil},
	{"many-acquittals", `"entities": [«{"id": "ada", "type": "person", "name": "Ada"}, {"id": "ben", "type": "person", "name": "Ben"}], "relations": [` + acquittals("ada", entities.MaxAcquittals+1) + `]`, nil},
	{"many-acquittals", `"entities": [{"id": "ada", "type": "person", "name": "Ada"}], "relations": [` + acquittals("ada", entities.MaxAcquittals) + `]`, nil},
	{"accusing-label", keepers + `"claims": [` + entry("c1", "s", "ben", `, "standing": "stated"`) + `], "relations": [{"id": "r", "type": "charged-by", "from": "ada", "to": "police", "for": «"the fraud she is guilty of", "claims": ["c1"]}]`, nil},
	{"accusing-label", keepers + `"claims": [` + entry("c1", "s", "ben", `, "standing": "stated"`) + `], "relations": [{"id": "r", "type": "charged-by", "from": "ada", "to": "police", "for": "bribing an officer", "claims": ["c1"]}]`, nil},
	{"accusing-label", keepers + `"claims": [` + entry("c1", "s", "ben", `, "standing": "stated"`) + `], "relations": [{"id": "r", "type": "paid", "from": "ada", "to": "ben", "claims": ["c1"], "amounts": [{"value": 1, "currency": "EUR"}, {"value": 2, "currency": "EUR", "qualifier": «"a bribe of"}]}], "flows": [{"id": "f", "what": "money", "from": ["ada"], "to": ["ben"], "claims": ["c1"], "amounts": [{"value": 3, "unit": «"stolen bars"}]}]`, nil},
	{"accusing-label", keepers + `"claims": [` + entry("c1", "s", "ben", `, "standing": "alleged"`) + `], "relations": [{"id": "r", "type": "bribed", "from": "ada", "to": "ben", "claims": ["c1"], "amounts": [{"value": 2, "currency": "EUR", "qualifier": "a bribe of"}]}]`, nil},
	{"surer-words", keepers + `"claims": [` + entry("c1", "s", "ben", `, "standing": "alleged"`) + `], "relations": [{"id": "r", "type": "bribed", "from": "ada", "to": "ben", "label": «"bribed", "claims": ["c1"], "amounts": [{"value": 2, "currency": "EUR", "qualifier": "a proven"}]}]`, nil},
	{"misplaced-public-body", `"entities": [{"id": "a", "type": "person", "name": "A", "publicBody": «"court"}]`, nil},
	{"misplaced-public-body", keepers[:len(keepers)-2], nil},

	{"words-raised", standingCase(quoting("c1", "paid her for the berths", "alleged", "")+", "+
		`{"id": "c2", "source": "s", "speaker": "ben", "quote": "paid her for the Berths", "standing": «"stated"}`, "bribed ltd ada c1", "met-with ltd ada c2"), nil},
	{"words-raised", standingCase(quoting("c1", "he says it paid her for the", "alleged", "")+", "+
		`{"id": "c2", "source": "s", "speaker": "ben", "quote": "her for the berths", "prefix": "it paid", "standing": «"stated"}`, "bribed ltd ada c1", "met-with ltd ada c2"), nil},
	{"words-raised", standingCase(quoting("c1", "the Ministry of Ports", "alleged", "")+", "+quoting("c2", "the Ministry of Labour", "stated", ""), "bribed ltd ada c1", "met-with ltd ada c2"), nil},
	{"words-raised", standingCase(quoting("c1", "they met", "alleged", `, "prefix": "in May"`)+", "+quoting("c2", "they met", "stated", `, "prefix": "in June"`), "bribed ltd ada c1", "met-with ltd ada c2"), nil},
	{"same-words", standingCase(quoting("c1", "paid her for the berths", "stated", "")+", "+
		`{"id": "c2", "source": "s", "speaker": "ada", "quote": «"for the berths", "standing": "stated"}`, "owns ada ltd c1", "owns ben ltd c2"), nil},
	{"same-words", standingCase(quoting("c1", "paid her", "stated", "")+", "+quoting("c2", "for the berths", "stated", ""), "owns ada ltd c1", "owns ben ltd c2"), nil},
	{"same-words", standingCase(quoting("c1", "denied it all at once", "alleged", `, "answers": {"claim": "c3", "as": "denies"}`)+", "+quoting("c2", "denied it all at once", "stated", `, "answers": {"claim": "c3", "as": "denies"}`)+", "+
		quoting("c3", "owns it", "stated", ""), "owns ada ltd c3"), nil},

	{"answer-before-claim", standingCase(quoting("c1", "a", "alleged", `, "date": "2024-03-05"`)+", "+quoting("c2", "b", "stated", `, "date": "2024-02", "answers": «{"claim": "c1", "as": "denies"}`), "bribed ltd ada c1"), nil},
	{"answer-before-claim", standingCase(entry("c1", "judgment", "court", onRecord)+", "+quoting("c2", "b", "stated", `, "answers": «{"claim": "c1", "as": "disputes"}`), "defrauds ada ltd c1"), nil},
	{"answer-before-claim", standingCase(quoting("c1", "a", "alleged", `, "date": "2024-03-05"`)+", "+quoting("c2", "b", "stated", `, "answers": {"claim": "c1", "as": "denies"}`), "bribed ltd ada c1"), nil},
	{"answer-before-claim", standingCase(quoting("c1", "a", "alleged", `, "date": "2024-03-05"`)+", "+quoting("c2", "b", "stated", `, "date": "2024-02~", "answers": {"claim": "c1", "as": "denies"}`), "bribed ltd ada c1"), nil},
	{"answers-own-claim", standingCase(quoting("c1", "a", "alleged", "")+", "+quoting("c2", "b", "stated", `, "answers": «{"claim": "c1", "as": "denies"}`), "bribed ltd ada c1"), nil},
	{"answers-own-claim", standingCase(quoting("c1", "a", "alleged", "")+", "+quoting("c2", "b", "stated", `, "answers": {"claim": "c1", "as": "repeats"}`), "bribed ltd ada c1"), nil},
	{"accused-affirms", standingCase(quoting("c1", "a", "alleged", "")+`, {"id": "c2", "source": "s", "speaker": "ada", "quote": "never", "standing": "stated", "answers": {"claim": "c1", "as": «"confirms"}}`, "bribed ltd ada c1 c2"), nil},
	{"accused-affirms", standingCase(quoting("c1", "a", "alleged", "")+`, {"id": "c2", "source": "s", "speaker": "police", "quote": "never", "standing": "stated", "answers": {"claim": "c1", "as": «"repeats"}}, `+quoting("c3", "c", "stated", ""), "defrauds ada ltd c1 c2", "works-for police ada c3"), nil},
	{"accused-affirms", standingCase(quoting("c1", "a", "alleged", "")+`, {"id": "c2", "source": "s", "speaker": "ada", "quote": "never", "standing": "stated", "answers": {"claim": "c1", "as": "denies"}}`, "bribed ltd ada c1"), nil},

	{"same-name", `"entities": [{"id": "a", "type": "person", "name": "Ada Berg"}, {"id": "b", "type": "organization", "name": "ADA  B\u0435rg"}],
"relations": [«{"id": "r", "type": "met-with", "from": "a", "to": "b", "draft": true}]`, nil},
	{"same-name", `"entities": [{"id": "a", "type": "person", "name": "Ada Berg"}, «{"id": "b", "type": "person", "name": {"en": "Ada Berg\u200b"}}, {"id": "c", "type": "person", "name": "C"}],
"language": "en", "views": [{"id": "v"}], "relations": [{"id": "r", "type": "met-with", "from": "a", "to": "c", "draft": true}, {"id": "q", "type": "met-with", "from": "b", "to": "c", "draft": true}]`, nil},
	{"same-name", `"entities": [{"id": "a", "type": "person", "name": "Li Wei", "country": "SG"}, «{"id": "b", "type": "person", "name": "Li Wei", "country": "MY"}, «{"id": "c", "type": "person", "name": "Li Wei"}]`, nil},
	{"same-name", `"entities": [{"id": "a", "type": "person", "name": "Li Wei"}, {"id": "b", "type": "person", "name": "Wei Li", "aliases": ["Li Wei"]}]`, nil},
	{"same-name", `"entities": [{"id": "a", "type": "person", "name": {"en": "Li Wei"}}, {"id": "b", "type": "person", "name": {"fr": "Li Wei"}}]`, nil},
	{"same-name", `"entities": [{"id": "a", "type": "country", "name": "Georgia"}, {"id": "b", "type": "region", "name": "Georgia"}], "views": [{"id": "v"}]`, nil},
	{"language-script", `"language": "km", "entities": [{"id": "a", "type": "person", "name": «"Ada"}, {"id": "c", "type": "person", "name": "Carl"}, {"id": "b", "type": "person", "name": {"km": "អាដា"}}]`, nil},
	{"language-script", `"language": "km", "title": "កំពង់ផែ", "entities": [{"id": "a", "type": "person", "name": "Ada"}, {"id": "b", "type": "person", "name": {"km": "អាដា", "en": "Ada"}}]`, nil},
	{"language-script", `"title": "កំពង់ផែ"`, nil},
}
