package check

import "strings"

// Parts that many cases share.
const (
	pair = `"entities": [{"id": "a", "type": "person", "name": "A"}, {"id": "b", "type": "organization", "name": "B"}],
`
	source = `"sources": [{"id": "s", "type": "article", "title": "S"}],
`
	accusers = `"entities": [{"id": "p", "type": "person", "name": "P"}, {"id": "o", "type": "organization", "name": "O"}, {"id": "q", "type": "organization", "name": "Q"}],
"relationTypes": {"linked-to": {"label": {"en": "linked to"}, "wrongdoing": true}, "groomed": {"label": {"en": "groomed"}, "wrongdoing": true}},
`
	said = `{"id": "c1", "source": "s", "speaker": "a", "quote": "she said so", "standing": "stated"}`
)

func text(data string) map[string]SourceText {
	return map[string]SourceText{"s": {Name: "s.txt", Data: []byte(data)}}
}

// claim gives one claim with these fields beside its id.
func claim(fields string) string { return `"claims": [{"id": "c1", ` + fields + `}]` }

// related gives claims and one relation that rests on c1.
func related(relationType, claims string) string {
	return pair + source + `"claims": [` + claims + `],
"relations": [«0{"id": "r", «1"type": «2"` + relationType + `", "from": "a", "to": "b", "claims": «3["c1"]}]`
}

// at keeps the numbered marks that are asked for.
func at(marks, body string) string {
	for _, n := range "0123" {
		mark := "«" + string(n)
		if strings.ContainsRune(marks, n) {
			body = strings.ReplaceAll(body, mark, "«")
		} else {
			body = strings.ReplaceAll(body, mark, "")
		}
	}
	return body
}

var ruleCases = []ruleCase{
	{"duplicate-id", `"entities": [{"id": "a", "type": "person", "name": "A"}], "claims": [{"id": «"a", "standing": "stated"}]`, nil},
	{"duplicate-id", `"views": [{"id": "v"}, {"id": «"v"}]`, nil},
	{"duplicate-id", `"entities": [{"id": "a", "type": "person", "name": "A"}], "views": [{"id": "a"}]`, nil},

	{"unknown-id", pair + `"relations": [{"id": "r", "type": "heads", "from": «"aa", "to": "b", "during": «"a", "claims": [«"x"]}]`, nil},
	{"unknown-id", `"sources": [{"id": "s", "type": "post", "title": "S", "publisher": «"p"}]`, nil},
	{"unknown-id", claim(`"standing": "stated", "source": «"s", "speaker": «"a", "relayedBy": «"b", "answers": {"claim": «"x", "as": "denies"}, "reply": {"asked": true, "claim": «"y"}`), nil},
	{"unknown-id", `"flows": [{"id": "f", "what": "people", "from": [«"a"], "via": [«"b"], "to": [«"c"], "claims": [«"x"]}]`, nil},
	{"unknown-id", `"figures": [{"id": "f", "question": "How many?", "about": [«"a"], "values": [{"value": 1, "measure": "m", "claims": [«"x"]}]}]`, nil},
	{"unknown-id", pair + claim(`"standing": "stated"`) + `, "views": [{"id": "v", "include": {"ids": ["a", «"c1", «"x"]}, "exclude": {"ids": ["c1", «"v"]}, "around": {"entity": «"c1"}, "path": {"from": "a", "to": «"c"}}]`, nil},
	{"unknown-id", `"corrections": [{"date": "2024", "text": "T", "about": [«"a"]}]`, nil},
	{"unknown-id", pair + `"views": [{"id": "v"}], "corrections": [{"date": "2024", "text": "T", "about": ["a", "v"]}]`, nil},

	{"unknown-relation-type", pair + `"relations": [{"id": "r", "type": «"headz", "from": "a", "to": "b"}], "views": [{"id": "v", "include": {"relations": [«"x"]}, "exclude": {"relations": [«"y"]}}]`, nil},
	{"unknown-relation-type", pair + `"relations": [{"id": "r", "type": "own", "from": "a", "to": "b"}], "relationTypes": {"own": {"label": "own", "wrongdoing": false}}`, nil},

	{"unknown-tag", pair + `"views": [{"id": "v", "include": {"tags": [«"t"]}}]`, nil},
	{"unknown-tag", `"entities": [{"id": "a", "type": "person", "name": "A", "tags": ["t"]}], "views": [{"id": "v", "exclude": {"tags": ["t"]}}]`, nil},

	{"self-relation", pair + `"relations": [{"id": "r", "type": "heads", "from": "a", "to": «"a"}], "flows": [«{"id": "f", "what": "w", "from": ["a", "b"], "via": ["b"]}]`, nil},
	{"self-relation", pair + `"relations": [{"id": "r", "type": "heads", "from": "a", "to": "b"}], "flows": [{"id": "f", "what": "w", "from": ["a"], "via": ["b"], "to": ["a"]}]`, nil},

	{"short-flow", pair + `"flows": [«{"id": "f", "what": "w", "from": ["a"]}]`, nil},
	{"short-flow", pair + `"flows": [{"id": "f", "what": "w", "to": ["a"]}, {"id": "g", "what": "w", "via": ["a"]}]`, nil},

	{"part-of-cycle", pair + `"relations": [{"id": "r1", "type": "part-of", "from": "a", "to": "b"}, «{"id": "r2", "type": "part-of", "from": "b", "to": "a"}]`, nil},
	{"part-of-cycle", `"entities": [{"id": "a", "type": "agency", "name": "A"}, {"id": "b", "type": "agency", "name": "B"}, {"id": "c", "type": "agency", "name": "C"}, {"id": "d", "type": "agency", "name": "D"}],
"relations": [{"id": "r1", "type": "part-of", "from": "a", "to": "b"}, {"id": "r2", "type": "part-of", "from": "a", "to": "c"}, {"id": "r3", "type": "part-of", "from": "b", "to": "d"}, {"id": "r4", "type": "part-of", "from": "c", "to": "d"}, {"id": "r5", "type": "heads", "from": "d", "to": "a"}]`, nil},

	{"answers-cycle", `"claims": [{"id": "c1", "standing": "stated", "answers": «{"claim": "c2", "as": "denies"}}, {"id": "c2", "standing": "stated", "answers": {"claim": "c1", "as": "denies"}}, {"id": "c3", "standing": "stated", "answers": {"claim": "c1", "as": "denies"}}]`, nil},
	{"answers-cycle", claim(`"standing": "stated", "answers": «{"claim": "c1", "as": "confirms"}`), nil},
	{"answers-cycle", `"claims": [{"id": "c1", "standing": "stated"}, {"id": "c2", "standing": "stated", "answers": {"claim": "c1", "as": "denies"}}, {"id": "c3", "standing": "stated", "answers": {"claim": "c1", "as": "denies"}}]`, nil},

	{"unconnected-entity", `"entities": [«{"id": "a", "type": "person", "name": "A"}], "views": [{"id": "v", "include": {"ids": ["a"]}}]`, nil},
	{"unconnected-entity", `"entities": [{"id": "a", "type": "person", "name": "A", "country": "TH"}, {"id": "th", "type": "country", "name": "T", "code": "TH"}], ` + claim(`"speaker": "a", "standing": "stated"`), nil},

	{"unused-claim", `"claims": [«` + said + `]`, nil},
	{"unused-claim", at("", related("heads", said+`, {"id": "c2", "standing": "stated", "answers": {"claim": "c1", "as": "denies"}, "reply": {"asked": true, "outcome": "answered", "claim": "c3"}}, {"id": "c3", "standing": "stated"}`)), nil},

	{"empty-view", pair + `"views": [«{"id": "v", "include": {"types": ["country"]}}]`, nil},
	{"empty-view", pair + `"views": [{"id": "v", "include": {"types": ["person"]}}]`, nil},

	{"no-view", `"entities": «[{"id": "a", "type": "person", "name": "A"}]`, nil},
	{"no-view", `"figures": «[{"id": "f", "question": "Q", "values": []}]`, nil},
	{"no-view", pair + `"views": [{"id": "v"}]`, nil},
	{"no-view", `"views": []`, nil},

	{"bad-rule-change", `"rules": {"denial-dropped": «{"severity": "off", "reason": "R"}}`, nil},
	{"bad-rule-change", `"rules": {"unconected-entity": «{"severity": "off", "reason": "R"}, "syntax": «{"severity": "off", "reason": "R"}}`, nil},
	// Roles as lists of sanctions have them, which an import makes drafts of.
	{"unsourced-wrongdoing", `"entities": [{"id": "p", "type": "person", "name": "P"}, {"id": "o", "type": "organization", "name": "O"}],
"relations": [«{"id": "r1", "type": "linked-to", "from": "p", "to": "o", "label": "convicted of bribing", "draft": true}, «{"id": "r2", "type": "linked-to", "from": "p", "to": "o", "label": "laundering money for", "draft": true},
{"id": "r3", "type": "linked-to", "from": "p", "to": "o", "label": "Anti-corruption officer", "draft": true}],
"relationTypes": {"linked-to": {"label": "linked to", "wrongdoing": true}}`, nil},
	{"bad-rule-change", `"rules": {"accusing-label": «{"severity": "off", "reason": "These are the very words of the court"}, "accusing-name": «{"severity": "off", "only": ["a"], "reason": "."}, "unused-claim": «{"severity": "off", "reason": "..... aaaaaaaa"}},
"entities": [{"id": "a", "type": "person", "name": "A"}]`, nil},
	{"bad-rule-change", `"rules": {"surer-words": {"severity": "off", "only": [«"nobody"], "reason": "These are the very words of the court"}}`, nil},
	{"bad-rule-change", `"rules": {"unused-claim": {"severity": "off", "reason": "Kept for the next story"}}`, nil},

	{"text-missing-language", `"language": "en", "credit": «"Desk", "relationTypes": {"own": {"label": «"owes", "wrongdoing": false}, "other": {"label": "other", "wrongdoing": false}},
"sources": [{"id": "s", "type": "post", "title": «"S", "publisher": "p"}, {"id": "t", "type": "post", "title": "T"}],
"entities": [{"id": "a", "type": "person", "name": «"A"}, {"id": "b", "type": "person", "name": {"en": "B", "km": "ខ"}}, {"id": "p", "type": "media", "name": «"P"}, {"id": "q", "type": "person", "name": «{"en": "Q", "th": "ก"}}, {"id": "z", "type": "office", "name": "Z"}],
"claims": [{"id": "c1", "source": "s", "speaker": "q", "standing": "stated"}],
"relations": [{"id": "r1", "type": "own", "from": "a", "to": "b", "claims": ["c1"]}, {"id": "r2", "type": "heads", "from": "a", "to": "b", "label": «"leads", "claims": ["c1"]}, {"id": "r3", "type": "other", "from": "a", "to": "z", "claims": ["c1"]}],
"views": [{"id": "v", "title": «"V", "caption": {"km": "គ"}, "include": {"ids": ["a", "b", "r1", "r2"]}}]`, nil},
	{"text-missing-language", `"language": "km", "entities": [{"id": "a", "type": "person", "name": "ក"}], "views": [{"id": "v", "include": {"ids": ["a"]}}]`, nil},

	{"no-font", `"language": "en", "credit": «"画", "relationTypes": {"own": {"label": «{"en": "owes", "km": "欠"}, "wrongdoing": false}},
"sources": [{"id": "s", "type": "post", "title": «"中国 S", "publisher": "p"}, {"id": "t", "type": "post", "title": "國"}],
"entities": [{"id": "a", "type": "person", "name": {"en": "A", "zh": "甲"}}, {"id": "b", "type": "person", "name": «{"en": "乙", "km": "ខ"}}, {"id": "p", "type": "media", "name": «"报"}, {"id": "z", "type": "office", "name": "部"}],
"claims": [{"id": "c1", "source": "s", "speaker": "a", "quote": «"他欠钱", "standing": "stated"}, {"id": "c2", "source": "t", "speaker": "a", "quote": "他不", "standing": "stated"}],
"relations": [{"id": "r1", "type": "own", "from": "a", "to": "b", "claims": ["c1"]}],
"views": [{"id": "v", "title": «"图", "include": {"ids": ["r1"]}}]`, nil},
	{"no-font", `"language": "en", "entities": [{"id": "a", "type": "person", "name": "A"}, {"id": "b", "type": "person", "name": "乙"}], "views": [{"id": "v", "include": {"ids": ["a"]}}]`, nil},

	{"no-claim", pair + `"relations": [«{"id": "r", "type": "heads", "from": "a", "to": "b"}], "flows": [«{"id": "f", "what": "w", "to": ["a"], "claims": []}],
"figures": [{"id": "g", "question": "Q", "values": [«{"value": 1, "measure": "M"}]}]`, nil},
	{"no-claim", at("", related("heads", said)), nil},
	{"no-claim", pair + `"relations": [{"id": "r", "type": "heads", "from": "a", "to": "b", "draft": true}, «{"id": "q", "type": "heads", "from": "a", "to": "b", "draft": false}]`, nil},
	{"unsourced-draft", accusers + `"relations": [{"id": "r", "type": "heads", "from": "p", "to": "o", "draft": «true}, {"id": "r2", "type": "harms", "from": "o", "to": "q", "claims": [], "draft": «true}, {"id": "r3", "type": "harms", "from": "o", "to": "p", "draft": true}]`, nil},
	{"unsourced-draft", accusers + `"rules": {"unsourced-wrongdoing": {"severity": "off", "reason": "For the desk."}}, "relations": [{"id": "r", "type": "harms", "from": "o", "to": "p", "draft": «true}]`, nil},
	{"unsourced-draft", pair + `"claims": [{"id": "c", "standing": "stated"}], "relations": [{"id": "r", "type": "heads", "from": "a", "to": "b", "claims": ["c"], "draft": «true}]`, nil},
	{"unsourced-draft", pair + `"relations": [{"id": "r", "type": "heads", "from": "a", "to": "b", "draft": false}]`, nil},
	{"unsourced-wrongdoing", accusers + `"relations": [«{"id": "r1", "type": "bribed", "from": "o", "to": "p", "draft": true}, «{"id": "r2", "type": "linked-to", "label": "defrauded", "from": "p", "to": "o", "draft": true},
{"id": "r3", "type": "linked-to", "label": "runs", "from": "p", "to": "o", "draft": true}, {"id": "r4", "type": "bribed", "from": "o", "to": "q", "draft": true}, «{"id": "r5", "type": "works-for", "label": {"en": "launders for"}, "from": "p", "to": "o", "draft": true},
{"id": "r6", "type": "linked-to", "label": "linked to", "from": "p", "to": "o", "draft": true}, «{"id": "r7", "type": "groomed", "from": "p", "to": "o", "draft": true}]`, nil},
	{"unsourced-wrongdoing", accusers + `"claims": [{"id": "c", "standing": "alleged"}], "relations": [{"id": "r1", "type": "bribed", "from": "o", "to": "p", "claims": ["c"], "draft": true}, {"id": "r2", "type": "heads", "from": "p", "to": "o", "draft": true}]`, nil},
	{"no-source", `"claims": [«{"id": "c1", "speaker": "a", "quote": "q", "standing": "stated"}]`, nil},
	{"no-source", `"claims": [` + said + `]`, nil},
	{"no-speaker", `"claims": [«{"id": "c1", "source": "s", "quote": "q", "standing": "stated"}]`, nil},
	{"no-speaker", `"claims": [` + said + `]`, nil},
	{"no-quote", `"claims": [«{"id": "c1", "source": "s", "standing": "stated"}, {"id": "c2", "quote": «"…", "standing": "stated"}]`, nil},
	{"no-quote", `"claims": [` + said + `]`, nil},

	{"long-quote", claim(`"standing": "stated", "quote": «"one two three four five six seven eight nine ten eleven twelve thirteen"`), nil},
	{"long-quote", claim(`"standing": "stated", "quote": «"one two three four five six seven eight nine ten eleven twelve—thirteen"`), nil},
	{"long-quote", claim(`"standing": "stated", "quote": «"` + strings.Repeat("ก", 61) + `"`), nil},
	{"long-quote", claim(`"standing": "stated", "quote": "` + strings.Repeat("กำ", 30) + `"`), nil},
	{"long-quote", claim(`"standing": "stated", "quote": "one two three four five six seven's eight nine ten eleven-and-a-half - twelve"`), nil},

	{"hedge-not-in-quote", claim(`"standing": "stated", "quote": "he may go", "hedge": «"may have"`), nil},
	{"hedge-not-in-quote", claim(`"standing": "stated", "quote": "dismay", "hedge": «["may"]`), nil},
	{"hedge-not-in-quote", claim(`"standing": "stated", "quote": "May he  go, I wonder’s", "hedge": ["may", "I wonder's"]`), nil},
	{"hedge-not-in-quote", claim(`"standing": "stated", "quote": "เขาอาจจะไป", "hedge": "อาจ"`), nil},

	{"dropped-hedge", claim(`"standing": "stated", "quote": «"they may have known"`), nil},
	{"dropped-hedge", claim(`"standing": "stated", "quote": «"they may, or might, have known", "hedge": "may"`), nil},
	{"dropped-hedge", claim(`"standing": "alleged", "quote": «"I WONDER if it is so"`), nil},
	{"dropped-hedge", claim(`"standing": "stated", "quote": «"an unsubstantiated case"`), nil},
	{"dropped-hedge", claim(`"standing": "stated", "quote": «"May be so"`), nil},
	{"dropped-hedge", claim(`"standing": "stated", "quote": "they may have known, or could", "hedge": ["may have", "could"]`), nil},
	{"dropped-hedge", claim(`"standing": "stated", "quote": "dismayed in May 2023, or 12 may, or the May visit"`), nil},
	{"dropped-hedge", claim(`"standing": "rumoured", "quote": "an unsubstantiated rumor"`), nil},

	{"dropped-hedge", claim(`"standing": "stated", "quote": «"some of them went"`), nil},
	{"dropped-hedge", claim(`"standing": "stated", "quote": "some of them often went", "hedge": ["some of", "often"]`), nil},
	{"dropped-hedge", claim(`"standing": "alleged", "quote": "the allegations of many"`), nil},

	{"cut-short", source + claim(`"source": "s", "standing": "stated", "quote": «"be a front"`), text("It may be a front.")},
	{"cut-short", source + claim(`"source": "s", "standing": "stated", "quote": «"take the money"`), text("She didn’t take the money.")},
	{"cut-short", source + claim(`"source": "s", "standing": "stated", "quote": «"take the money"`), text("She would never take the money.")},
	{"cut-short", source + claim(`"source": "s", "standing": "stated", "quote": «"them went"`), text("More often than not some of them went.")},
	{"cut-short", source + claim(`"source": "s", "standing": "stated", "quote": "may be a front"`), text("It may be a front.")},
	{"cut-short", source + claim(`"source": "s", "standing": "stated", "quote": "she took it"`), text("No, she took it.")},
	{"cut-short", source + claim(`"source": "s", "standing": "stated", "quote": "She took it"`), text("He did not. She took it.")},
	{"cut-short", source + claim(`"source": "s", "standing": "stated", "quote": "took it"`), text("Perhaps she took it.")},

	{"quote-missing", source + claim(`"source": "s", "standing": "stated", "quote": «"she said no"`), text("Yes, she said so.")},
	{"quote-missing", source + claim(`"source": "s", "standing": "stated", "quote": «"she said so", "prefix": "No,"`), text("Yes, she said so.")},
	{"quote-missing", source + claim(`"source": "s", "standing": "stated", "quote": "she said so"`), text("Yes, she\nsaid so.")},
	{"quote-ambiguous", source + claim(`"source": "s", "standing": "stated", "quote": «"said so"`), text("She said so. He said so.")},
	{"quote-ambiguous", source + claim(`"source": "s", "standing": "stated", "quote": "said so", "prefix": "He"`), text("She said so. He said so.")},

	{"text-changed", `"sources": [{"id": "s", "type": "post", "title": "S", "text": {"path": "s.txt", "sha256": «"` + strings.Repeat("0", 64) + `"}}]`, text("x")},
	{"text-changed", `"sources": [{"id": "s", "type": "post", "title": "S", "text": {"path": "s.txt", "sha256": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"}}]`, text("x")},
	{"text-unreadable", `"sources": [«{"id": "s", "type": "post", "title": "S"}]`, text("\xff")},
	{"text-unreadable", strings.TrimSuffix(source, ",\n"), text("x")},
	{"text-path", `"sources": [{"id": "s", "type": "post", "title": "S", "text": {"path": «"/s.txt"}}, {"id": "t", "type": "post", "title": "T", "text": {"path": «"C:\\s.txt"}}]`, nil},
	{"text-path", `"sources": [{"id": "s", "type": "post", "title": "S", "text": {"path": «"../s.txt"}}, {"id": "t", "type": "post", "title": "T", "text": {"path": «"a/../../s.txt"}}]`, nil},
	{"text-path", `"sources": [{"id": "s", "type": "post", "title": "S", "text": {"path": "texts/../s.txt"}}]`, nil},
	{"whole-sentence", source + claim(`"source": "s", "standing": "stated", "quote": «"She said so"`), text("Yes. She said so. He left.")},
	{"whole-sentence", source + claim(`"source": "s", "standing": "stated", "quote": "said so"`), text("Yes. She said so. He left.")},
	{"hedge-near-quote", source + claim(`"source": "s", "standing": "stated", "quote": «"took the money"`), text("He may have gone. Perhaps she took the money.")},
	{"hedge-near-quote", source + claim(`"source": "s", "standing": "stated", "quote": "took the money"`), text("He may have gone. She took the money. Perhaps.")},
	{"quotes-not-checked", `"sources": [«{"id": "s", "type": "article", "title": "S"}], ` + claim(`"source": "s", "standing": "stated", "quote": "q"`), nil},
	{"quotes-not-checked", source + claim(`"source": "s", "standing": "stated", "quote": "q"`), text("q")},
	{"quotes-not-checked", source + claim(`"source": "s", "standing": "stated"`), nil},

	{"denial-dropped", at("", related("harms", said+`, {"id": "c2", "source": "s", "speaker": "b", "quote": "no", "standing": "stated", "answers": {"claim": "c1", "as": "denies"}}`)) +
		`, "views": [{"id": "v", "exclude": {"ids": [«"c2"]}}]`, nil},
	{"denial-dropped", at("", related("harms", said+`, {"id": "c2", "source": "s", "speaker": "b", "quote": "no", "standing": "stated", "answers": {"claim": "c1", "as": "denies"}}`)) +
		`, "views": [{"id": "v", "exclude": {"ids": ["c2", "r"]}}]`, nil},

	{"rumoured-wrongdoing", at("0", related("harms", `{"id": "c1", "source": "s", "speaker": "a", "quote": "q", "standing": "rumoured"}`)), nil},
	{"rumoured-wrongdoing", at("", related("harms", `{"id": "c1", "source": "s", "speaker": "a", "quote": "q", "standing": "alleged"}`)), nil},
	{"rumoured-wrongdoing", at("", related("met-with", `{"id": "c1", "source": "s", "speaker": "a", "quote": "q", "standing": "rumoured"}`)), nil},

	{"raised-rumour", at("", related("harms", `{"id": "c1", "source": "s", "speaker": "a", "quote": "unconfirmed reports", "hedge": "unconfirmed", "standing": «"alleged"}`)), nil},
	{"raised-rumour", at("", related("harms", `{"id": "c1", "source": "s", "speaker": "a", "quote": "unconfirmed reports", "standing": "rumoured"}`)), nil},
	{"raised-rumour", at("", related("met-with", `{"id": "c1", "source": "s", "speaker": "a", "quote": "spoke of the rumours", "hedge": "rumours", "standing": "stated"}`)), nil},

	{"nothing-affirms", at("3", related("harms", `{"id": "c1", "standing": "stated", "answers": {"claim": "c2", "as": "denies"}}, {"id": "c2", "standing": "stated"}`)), nil},
	{"nothing-affirms", at("", related("harms", `{"id": "c1", "standing": "stated", "answers": {"claim": "c2", "as": "repeats"}}, {"id": "c2", "standing": "stated"}`)), nil},

	{"second-hand-record", source + claim(`"source": "s", "speaker": "a", "standing": «"record"`), nil},
	{"second-hand-record", pair + `"sources": [{"id": "s", "type": "record", "title": "S", "publisher": "a"}], ` + claim(`"source": "s", "speaker": "a", "standing": «"record"`), nil},

	{"alleged-elsewhere", at("2", related("heads", `{"id": "c1", "standing": "alleged"}`)), nil},
	{"alleged-elsewhere", at("", related("harms", `{"id": "c1", "standing": "alleged"}`)), nil},
	{"capped-accusation", at("2", related("harms", said)), nil},
	{"capped-accusation", at("", related("heads", said)), nil},

	{"same-voice", `"claims": [{"id": "c1", "speaker": "a", "standing": "stated"}, {"id": "c2", "speaker": "a", "standing": "stated", "answers": {"claim": "c1", "as": «"confirms"}}]`, nil},
	{"same-voice", `"claims": [{"id": "c1", "speaker": "a", "standing": "stated"}, {"id": "c2", "speaker": "b", "standing": "stated", "answers": {"claim": "c1", "as": "confirms"}}, {"id": "c3", "speaker": "a", "standing": "stated", "answers": {"claim": "c1", "as": "repeats"}}]`, nil},

	{"undrawn-answer", `"claims": [{"id": "c1", "standing": "stated"}, {"id": "c2", "standing": "stated", "answers": «{"claim": "c1", "as": "denies"}}]`, nil},
	{"undrawn-answer", at("", related("harms", said+`, {"id": "c2", "standing": "stated", "answers": {"claim": "c1", "as": "denies"}}, {"id": "c3", "standing": "stated", "answers": {"claim": "c2", "as": "denies"}}`)), nil},

	{"bad-reply", claim(`"standing": "stated", "reply": «{"asked": false, "outcome": "declined"}`), nil},
	{"bad-reply", claim(`"standing": "stated", "reply": «{"asked": true, "outcome": "answered"}`), nil},
	{"bad-reply", claim(`"standing": "stated", "reply": «{"asked": true, "outcome": "none", "claim": "c2"}`), nil},
	{"bad-reply", claim(`"standing": "stated", "reply": «{"asked": true}`), nil},
	{"bad-reply", claim(`"standing": "stated", "reply": «{"asked": true, "outcome": "answered", "claim": "c1"}`), nil},
	{"bad-reply", claim(`"standing": "stated", "reply": {"asked": true, "outcome": "answered", "claim": "c2"}`), nil},
	{"bad-reply", claim(`"standing": "stated", "reply": {"asked": false}`), nil},

	{"figure-differs", `"figures": [{"id": "f", "question": "Q", "values": «[{"value": 1, "measure": "dead"}, {"value": 2, "measure": "hurt"}]}]`, nil},
	{"figure-differs", `"figures": [{"id": "f", "question": "Q", "values": «[{"value": 1, "measure": "dead", "period": "2023"}, {"value": 2, "measure": "dead", "period": "2024"}]}]`, nil},
	{"figure-differs", `"figures": [{"id": "f", "question": "Q", "values": [{"value": 1, "measure": "dead", "period": "2023"}, {"value": 2, "measure": "dead", "period": "2023-01/2023-12"}]}, {"id": "g", "question": "Q", "values": []}]`, nil},

	{"same-number", `"figures": [{"id": "f", "question": "Q", "values": [{"value": 259, "measure": "dead"}, {"value": «259.0, "measure": "hurt"}]}]`, nil},
	{"same-number", `"figures": [{"id": "f", "question": "Q", "values": [{"value": 259, "measure": "dead"}, {"value": 259, "measure": "dead"}, {"value": 260, "measure": "hurt"}]}]`, nil},

	{"number-not-in-quote", source + `"entities": [{"id": "a", "type": "person", "name": "A"}], "figures": [{"id": "f", "question": "Q", "values": [{"value": «2500, "measure": "dead", "claims": ["c1"]}, {"value": «250000, "measure": "hurt", "claims": ["c1"]}]}],
` + claim(`"source": "s", "speaker": "a", "standing": "stated", "quote": "some 25,000 people"`), nil},
	{"number-not-in-quote", source + `"entities": [{"id": "a", "type": "person", "name": "A"}], "figures": [{"id": "f", "question": "Q", "values": [{"value": 25000, "measure": "dead", "claims": ["c1", "c2"]}, {"value": 2.4e9, "measure": "baht", "claims": ["c2"]}, {"value": 1, "measure": "none"}]}],
"claims": [{"id": "c1", "source": "s", "speaker": "a", "standing": "stated", "quote": "twenty-five thousand people"}, {"id": "c2", "source": "s", "speaker": "a", "standing": "stated", "quote": "๒.๔ พันล้านบาท"}]`, nil},

	{"bad-date", `"asOf": «"2023-02-30", "sources": [{"id": "s", "type": "post", "title": "S", "published": «"in May"}], "corrections": [{"date": «"x", "text": "T"}],
"claims": [{"id": "c1", "standing": "stated", "date": «"2023-13"}], "relations": [{"id": "r", "type": "heads", "from": "a", "to": "b", "start": «"2023/13/15", "end": «"[2023]"}],
"figures": [{"id": "f", "question": "Q", "values": [{"value": 1, "measure": "M", "period": «"2024/2023"}]}]`, nil},
	{"bad-date", `"asOf": "2024-02-29", "sources": [{"id": "s", "type": "post", "title": "S", "published": "2023-05~"}]`, nil},
	{"date-form", `"asOf": «"15 November 2023", "sources": [{"id": "s", "type": "post", "title": "S", "published": «"May 2023"}],
"relations": [{"id": "r", "type": "heads", "from": "a", "to": "b", "start": «"15/11/2023", "end": «"2023/11/15"}]`, nil},
	{"date-form", `"asOf": "31/02/2024", "sources": [{"id": "s", "type": "post", "title": "S", "published": "2023-05~"}]`, nil},
	{"dates-reversed", `"relations": [{"id": "r", "type": "heads", "from": "a", "to": "b", "start": «"2024", "end": "2023-12"}]`, nil},
	{"dates-reversed", `"relations": [{"id": "r", "type": "heads", "from": "a", "to": "b", "start": "2024-05", "end": "2024"}, {"id": "q", "type": "heads", "from": "a", "to": "b", "start": "2024"}]`, nil},

	{"unsafe-url", `"sources": [{"id": "s", "type": "post", "title": "S", "url": «"javascript:alert(1)", "archived": «"example.org"}], "entities": [{"id": "a", "type": "person", "name": "A", "links": [«"https://a b", "https://a", «"//a"]}]`, nil},
	{"unsafe-url", `"sources": [{"id": "s", "type": "post", "title": "S", "url": "https://example.org/ก?q=1#x", "archived": "mailto:desk@example.org"}]`, nil},

	{"unknown-country", `"entities": [{"id": "a", "type": "country", "name": "A", "country": «"UK", "code": «"th"}]`, nil},
	{"unknown-country", `"entities": [{"id": "a", "type": "country", "name": "A", "country": "GB", "code": "TH"}]`, nil},
	{"misplaced-code", `"entities": [{"id": "a", "type": "region", "name": "A", "code": «"TH"}]`, nil},
	{"misplaced-code", `"entities": [{"id": "a", "type": "country", "name": "A", "code": "TH"}]`, nil},
	{"country-without-code", `"entities": [«{"id": "a", "type": "country", "name": "A"}]`, nil},
	{"country-without-code", `"entities": [{"id": "a", "type": "region", "name": "A"}]`, nil},

	{"correction-missing", strings.Replace(sinceThen, `{"id": "r", "type": "heads"`, `«{"id": "r", "type": "met-with"`, 1), nil},
	{"correction-missing", strings.Replace(strings.Replace(sinceThen, `{"id": "a"`, `«{"id": "a"`, 1), `"name": "A"`, `"name": "Ada"`, 1), nil},
	{"correction-missing", strings.Replace(strings.Replace(sinceThen, `{"id": "c1"`, `«{"id": "c1"`, 1), "she said so", "he said so", 1) + `, "corrections": [{"date": "2024", "text": "T", "about": ["b"]}]`, nil},
	{"correction-missing", strings.Replace(sinceThen, `"views": [{"id": "v"}, `, `"views": «[`, 1), nil},
	{"correction-missing", sinceThen, nil},
	{"correction-missing", strings.Replace(sinceThen, `{"id": "w"`, `{"id": "x", "title": "New"}, {"id": "w"`, 1), nil},
	{"correction-missing", strings.Replace(sinceThen, "she said so", "he said so", 1) + `, "corrections": [{"date": "2024", "text": "T", "about": ["r"]}]`, nil},
	{"correction-missing", strings.Replace(sinceThen, `"views": [{"id": "v"}, `, `"views": [`, 1) + `, "corrections": [{"date": "2024", "text": "T"}]`, nil},
	{"correction-missing", strings.Replace(sinceThen, `"name": "A"`, `"name": "Ada"`, 1) + `, "corrections": [{"date": "2024", "text": "T", "about": ["w"]}]`, nil},
}
