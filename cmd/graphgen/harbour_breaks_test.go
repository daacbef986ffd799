package main

import (
	"fmt"
	"strings"
)

// harbourBreak is a small edit of the example that breaks one check.
type harbourBreak struct {
	slug  string
	edits []harbourEdit
	args  []string // of check, with the edit and without
	file  string   // another case file than the example's
}

// harbourEdit puts one text in the place of another, which stands once in its file, or, in the
// place of none, makes a file of it.
type harbourEdit struct {
	old, new string
	in       string // a text of the example; the case file where empty
}

// breaking is a break by one edit of the case file.
func breaking(slug, old, new string) harbourBreak {
	return harbourBreak{slug: slug, edits: []harbourEdit{{old: old, new: new}}}
}

// editing is a break by a hand edit of a view.
func editing(slug, edit string) harbourBreak {
	layer := `{"version": 1, "view": "quay", "edits": [` + edit + `]}`
	return harbourBreak{slug: slug, edits: []harbourEdit{{in: "edits/quay.json", new: layer}}}
}

// and adds another edit of the case file.
func (b harbourBreak) and(old, new string) harbourBreak {
	b.edits = append(b.edits, harbourEdit{old: old, new: new})
	return b
}

const storyText = "texts/estuary-gazette.txt"

// acquittals are one more than go along with what they ended.
func acquittals() string {
	all := ""
	for i := range 101 {
		all += fmt.Sprintf(`{"id": "acquitted-%d", "type": "acquitted-by", "from": "malee", "to": "commission", "draft": true}, `, i)
	}
	return all
}

// harbourBreaks has a break for every check.
var harbourBreaks = []harbourBreak{
	breaking("accusation-on-record", `["c-no-pay", "c-keeps-wages"]`, `["c-no-pay", "c-keeps-wages", "c-forty-one"]`),
	breaking("accused-affirms", `"speaker": "anong", "relayedBy": "gazette", "quote": "Their man`, `"speaker": "malee", "relayedBy": "gazette", "quote": "Their man`),
	breaking("accused-not-asked", `"speaker": "malee", "relayedBy": "gazette", "quote": "I never`, `"speaker": "harbour-office", "relayedBy": "gazette", "quote": "I never`),
	breaking("accusing-label", `"hired": {"label": "hired"`, `"hired": {"label": "robs the dockers through"`),
	breaking("accusing-name", `"en": "Malee Thongdee"`, `"en": "Malee Thongdee (convicted)"`),
	breaking("accusing-words", `"title": "Work on the quay"`, `"title": "Slavery on the quay"`),
	breaking("act-authority", `"type": "investigated", "from": "commission"`, `"type": "arrested", "from": "commission"`),
	breaking("alleged-elsewhere", `"type": "bribed"`, `"type": "met-with"`),
	breaking("amount-of-what", `"start": "2019"`, `"start": "2019", "amounts": [{"value": 3}]`),
	breaking("answer-before-claim", `"quote": "I never took one baht"`, `"date": "2024-01", "quote": "I never took one baht"`),
	breaking("answers-cycle", `"quote": "Blue Lantern paid her for berths", "standing": "alleged"`, `"quote": "Blue Lantern paid her for berths", "standing": "alleged", "answers": {"claim": "c-malee-denies", "as": "disputes"}`),
	breaking("answers-own-claim", `"speaker": "malee", "relayedBy": "gazette", "quote": "I never`, `"speaker": "pilots", "relayedBy": "gazette", "quote": "I never`),
	breaking("bad-date", `"start": "2019"`, `"start": "in May 2019"`),
	editing("bad-edits", `{"node": "anong", "color": {"was": "#1b1f24", "is": "brown"}}`),
	breaking("bad-id", `"id": "quay", "title"`, `"id": "work on the quay", "title"`),
	breaking("bad-language", `"language": "en"`, `"language": "English"`),
	breaking("bad-number", `"value": 38`, `"value": 38e99`),
	{slug: "bad-places", edits: []harbourEdit{{in: "places/quay.json", new: `{"version": 1, "view": "quay", "direction": "LR", "ranks": [["malee"], ["malee"]]}`}}},
	breaking("bad-reply", `"as": "confirms"}, "reply": {"asked": true`, `"as": "confirms"}, "reply": {"asked": false`),
	breaking("bad-rule-change", `"version": 1,`, `"version": 1, "rules": {"denial-dropped": {"severity": "off", "reason": "It is in the way."}},`),
	breaking("bad-text", `"title": "The berths of Pla Thong"`, `"title": ""`),
	breaking("bad-version", `"version": 1`, `"version": 2`),
	{slug: "cannot-read", file: "data/entitites.json"},
	breaking("capped-accusation", `"quote": "Blue Lantern paid her for berths", "standing": "alleged"`, `"quote": "Blue Lantern paid her for berths", "standing": "stated"`),
	{slug: "correction-missing", args: []string{"--since", harbourPublished}, edits: []harbourEdit{{old: `"value": 38`, new: `"value": 83`}}},
	breaking("country-without-code", `"name": "Singapore", "code": "SG"`, `"name": "Singapore"`),
	breaking("cut-short", `"quote": "did not pay Ms Malee or anyone else for a berth"`, `"quote": "pay Ms Malee or anyone else for a berth"`),
	breaking("date-form", `"start": "2019"`, `"start": "May 2019"`),
	breaking("dates-reversed", `"start": "2019"`, `"start": "2019", "end": "2018"`),
	breaking("denial-dropped", `"id": "berths", "title"`, `"id": "berths", "exclude": {"ids": ["c-malee-denies"]}, "title"`),
	breaking("dropped-hedge", `, "hedge": ["I think"]`, ``),
	breaking("duplicate-id", `"id": "skippers", "type"`, `"id": "clerks", "type"`),
	breaking("duplicate-key", `"language": "en"`, `"language": "en", "language": "th"`),
	editing("edit-conflict", `{"node": "anong", "label": {"en": {"was": "Ms Anong", "is": "A. Prasert"}}}`),
	editing("edit-gone", `{"node": "skippers", "fillcolor": {"was": "#f1f2f4", "is": "#ffffff"}}`),
	editing("edit-refused", `{"line": "company-hired-quay-nine", "label": {"en": {"was": "hired", "is": "bribed"}}}`),
	editing("edit-unsourced", `{"line": "by-hand", "added": {"from": "niran", "to": "dockers", "type": "met-with"}}`),
	editing("edit-words", `{"node": "anong", "label": {"en": {"was": "Anong Prasert", "is": "Anong P."}}}`),
	breaking("empty-view", `"include": {"types": ["figure"]}`, `"include": {"types": ["law"]}`),
	breaking("encoding", `The berths of Pla Thong`, "The berths of Pla Th\xf4ng"),
	breaking("figure-differs", `{"value": 38, "measure": "sand barges berthed"`, `{"value": 38, "measure": "full sand barges berthed"`),
	breaking("guilt-by-association", `"quote": "It belongs to Niran Chaiyo", "standing": "stated"`, `"quote": "It belongs to Niran Chaiyo", "standing": "rumoured"`),
	breaking("hedge-near-quote", `"quote": "I think sixty sand barges came in"`, `"quote": "barges came in from January"`).and(`, "hedge": ["I think"]`, ``),
	breaking("hedge-not-in-quote", `"hedge": ["I think"]`, `"hedge": ["I think", "perhaps"]`),
	breaking("hedges-unread", `"quote": "Our director, Dara Voeun"`, `"quote": "នាយករបស់យើង"`),
	{slug: "kept-unused", edits: []harbourEdit{{in: "places/wharf.json", new: `{"version": 1, "view": "wharf", "direction": "LR", "ranks": []}`}}},
	breaking("language-script", `"language": "en"`, `"language": "km"`),
	breaking("long-quote", `"quote": "Blue Lantern paid her for berths"`, `"quote": "Blue Lantern paid her for berths, and the whole river knows it,” said one"`),
	breaking("many-acquittals", `{"id": "commission-looks", "type": "investigated"`, acquittals()+`{"id": "commission-looks", "type": "investigated"`),
	breaking("ministry-beside-flow", `["flow-of-sand", "company-buys-sand"`, `["flow-of-sand", "ministry-of-ports", "company-buys-sand"`),
	breaking("ministry-in-flow", `"via": ["thailand"]`, `"via": ["ministry-of-ports"]`),
	breaking("misplaced-act", `"start": "2019"`, `"start": "2019", "state": "final"`),
	breaking("misplaced-code", `"name": "Skippers"`, `"name": "Skippers", "code": "TH"`),
	breaking("misplaced-public-body", `"id": "gazette", "type": "media"`, `"id": "gazette", "type": "media", "publicBody": "court"`),
	breaking("missing-field", `"type": "place", `, ``),
	breaking("negated-line", `"quote": "Malee Thongdee has headed since 2019"`, `"quote": "Malee Thongdee has not headed since 2019"`),
	breaking("negated-quote", `"quote": "Malee Thongdee has headed since 2019"`, `"quote": "has headed since 2019, not since 2018"`),
	breaking("no-claim", `"claims": ["c-file"]`, `"claims": []`),
	breaking("no-font", `"name": "Skippers"`, `"name": "Skippers (船长)"`),
	breaking("no-quote", `"quote": "It belongs to Niran Chaiyo", `, ``),
	breaking("no-source", `"id": "c-niran-owns", "source": "story"`, `"id": "c-niran-owns"`),
	breaking("no-speaker", `"source": "story", "speaker": "gazette", "quote": "It belongs`, `"source": "story", "quote": "It belongs`),
	{slug: "no-view", file: "data/people.json", edits: []harbourEdit{{in: "people.json", new: `{"version": 1, "entities": [{"id": "dara", "type": "person", "name": "Dara"}]}`}}},
	breaking("not-archived", `, "archived": "https://archive.example/gazette/berths"`, ``),
	breaking("nothing-affirms", `["c-pilots-paid", "c-anong-paid"]`, `["c-malee-denies", "c-company-denies"]`),
	breaking("number-not-in-quote", `{"value": 60`, `{"value": 600`),
	breaking("old-as-of", `"asOf": "2024-05-10"`, `"asOf": "2024-04"`),
	breaking("one-report", `["c-pilots-paid", "c-anong-paid"]`, `["c-pilots-paid", "c-anong-paid", "c-no-pay"]`),
	breaking("part-of-cycle", `"type": "investigated", "from": "commission", "to": "harbour-office"`, `"type": "part-of", "from": "ministry-of-ports", "to": "harbour-office"`),
	breaking("partys-record", `["c-pilots-paid", "c-anong-paid"]`, `["c-pilots-paid", "c-anong-paid", "c-forty-one"]`),
	breaking("quote-ambiguous", `"quote": "It belongs to Niran Chaiyo"`, `"quote": "Niran"`),
	breaking("quote-missing", `"quote": "It belongs to Niran Chaiyo"`, `"quote": "It belongs to Dara Voeun"`),
	breaking("quotes-not-checked", `"path": "texts/berth-ledger.txt"`, `"path": "texts/ledger.txt"`),
	breaking("raised-rumour", `"id": "skippers-meet-clerks", "type": "met-with"`, `"id": "skippers-meet-clerks", "type": "colludes-with"`).and(`"standing": "rumoured"`, `"standing": "alleged"`),
	breaking("rumoured-wrongdoing", `["c-pilots-paid", "c-anong-paid"]`, `["c-night-talk"]`),
	breaking("same-amount", `"start": "2019"`, `"start": "2019", "amounts": [{"value": 3, "currency": "THB"}, {"value": 3, "currency": "THB"}]`),
	breaking("same-name", `"name": "Skippers"`, `"name": "Clerks of the Harbour Office"`),
	breaking("same-number", `{"value": 38, "measure": "sand barges berthed"`, `{"value": 41, "measure": "full sand barges berthed"`),
	breaking("same-voice", `"speaker": "anong", "relayedBy": "gazette", "quote": "Their man`, `"speaker": "pilots", "relayedBy": "gazette", "quote": "Their man`),
	breaking("same-words", `"quote": "It belongs to Niran Chaiyo"`, `"quote": "which Blue Lantern hired last year"`),
	breaking("second-hand-record", `"quote": "It belongs to Niran Chaiyo", "standing": "stated"`, `"quote": "It belongs to Niran Chaiyo", "standing": "record"`),
	breaking("self-relation", `"from": "niran", "to": "quay-nine"`, `"from": "quay-nine", "to": "quay-nine"`),
	breaking("short-flow", `"from": ["brokers"], "to": ["clerks"]`, `"from": ["brokers"]`),
	breaking("single-voice", `["c-no-pay", "c-keeps-wages"]`, `["c-no-pay"]`),
	breaking("surer-words", `"title": "Who gets the berths"`, `"title": "Who gets the berths: it is proven"`),
	breaking("syntax", `"language": "en",`, `"language": "en"`),
	{slug: "text-changed", edits: []harbourEdit{{in: storyText, old: "six berths", new: "five berths"}}},
	{slug: "text-missing-language", args: []string{"--lang", "en"}, edits: []harbourEdit{{old: `"en": "Dara Voeun", `, new: ``}}},
	breaking("text-path", `"path": "texts/berth-ledger.txt"`, `"path": "/home/desk/berth-ledger.txt"`),
	{slug: "text-unreadable", edits: []harbourEdit{{in: storyText, old: "six berths", new: "six berths \xff"}}},
	breaking("too-many-items", `"via": ["thailand"]`, `"via": ["thailand"`+strings.Repeat(`, "thailand"`, 50)+`]`),
	breaking("too-many-problems", `"version": 1`, `"version": 1`+strings.Repeat(`, "x": 1`, 1001)),
	breaking("unconnected-entity", `"id": "pla-thong", "type": "place"`, `"id": "bar", "type": "place", "name": "The bar"}, {"id": "pla-thong", "type": "place"`),
	breaking("undrawn-answer", `"claims": ["c-cash"]`, `"claims": ["c-night-talk"]`),
	breaking("unknown-country", `"name": "Singapore", "code": "SG"`, `"name": "Singapore", "code": "SP"`),
	breaking("unknown-currency", `"start": "2019"`, `"start": "2019", "amounts": [{"value": 3, "currency": "BHT"}]`),
	breaking("unknown-field", `"asOf"`, `"asof"`),
	breaking("unknown-id", `"from": "niran"`, `"from": "nirun"`),
	breaking("unknown-relation-type", `"type": "bribed"`, `"type": "bribes"`),
	breaking("unknown-tag", `"include": {"tags": ["quay"]`, `"include": {"tags": ["quays"]`),
	breaking("unknown-word", `"standing": "rumoured"`, `"standing": "rumored"`),
	breaking("unsafe-url", `"url": "https://gazette.example/berths"`, `"url": "gazette.example/berths"`),
	breaking("unsourced-draft", `"claims": ["c-file"]`, `"draft": true`),
	breaking("unsourced-wrongdoing", `"type": "bribed", "from": "blue-lantern", "to": "malee", "claims": ["c-pilots-paid", "c-anong-paid"]`, `"type": "bribed", "from": "blue-lantern", "to": "malee", "draft": true`),
	breaking("unused-claim", `["c-way-of-sand", "c-sand-carried"]`, `["c-way-of-sand"]`),
	breaking("whole-sentence", `"quote": "Quay Nine keeps their wages"`, `"quote": "It belongs to Niran Chaiyo, who used to be a customs broker"`),
	breaking("words-raised", `"quote": "which Blue Lantern hired last year"`, `"quote": "Blue Lantern paid her for berths"`),
	breaking("wrong-type", `"value": 60`, `"value": "sixty"`),
}
