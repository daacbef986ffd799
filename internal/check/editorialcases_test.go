package check

import (
	"strings"
	"testing"
)

// The people and bodies that the cases below are about: two persons, a company, an unnamed
// group, a country on the way with its ministry, and another.
const cast = `"entities": [{"id": "ada", "type": "person", "name": "Ada"}, {"id": "ben", "type": "person", "name": "Ben"}, {"id": "ltd", "type": "organization", "name": "Ltd"}, {"id": "crew", "type": "group", "name": "Crew"},
{"id": "th", "type": "country", "name": "T", "code": "TH"}, {"id": "la", "type": "country", "name": "L", "code": "LA"}, {"id": "moi", "type": "ministry", "name": "Ministry of Ports", "aliases": ["ports ministry"], "country": "TH"}],
"sources": [{"id": "s", "type": "article", "title": "S", "publisher": "gazette"}, {"id": "t", "type": "article", "title": "T", "publisher": "herald"}, {"id": "u", "type": "post", "title": "U"}],
`

// saying gives a claim of the cast.
// The fields of more begin with a comma.
func saying(id, speaker, standing, more string) string {
	return `{"id": "` + id + `", "source": "s", "speaker": "` + speaker + `", "quote": "q of ` + id + `", "standing": "` + standing + `"` + more + `}`
}

// claims, and relations as "TYPE FROM TO CLAIM...", with a mark where one begins with it.
func told(claims string, relations ...string) string {
	var list []string
	for i, r := range relations {
		mark := ""
		if strings.HasPrefix(r, "«") {
			mark, r = "«", strings.TrimPrefix(r, "«")
		}
		parts := strings.Fields(r)
		on := ""
		if strings.HasPrefix(parts[3], "«") {
			on, parts[3] = "«", strings.TrimPrefix(parts[3], "«")
		}
		list = append(list, mark+`{"id": "r`+string(rune('1'+i))+`", "type": "`+parts[0]+`", "from": "`+parts[1]+`", "to": "`+parts[2]+`", "claims": `+on+`["`+strings.Join(parts[3:], `", "`)+`"]}`)
	}
	return cast + `"claims": [` + claims + `],
"relations": [` + strings.Join(list, ",\n") + `]`
}

var (
	alleged = saying("c1", "crew", "alleged", "")
	stated  = saying("c2", "crew", "stated", "")
	both    = alleged + ", " + stated
)

// byHub is a view of a flow through a country, with its ministry in the picture.
func byHub(mark, via, flow, more string) string {
	return told(alleged+", "+saying("c2", "moi", "stated", ""), "part-of moi la c2") + `, "flows": [{"id": "f", "what": "goods", "via": ["` + via + `"], "to": ["la"], "claims": ["` + flow + `"]}],
"views": [` + mark + `{"id": "v"` + more + `}]`
}

var editorialCases = []ruleCase{
	{"guilt-by-association", told(alleged, "«fronts-for ada ltd c1", "exploits ltd crew c1"), nil},
	{"guilt-by-association", told(both+", "+saying("c3", "ada", "stated", `, "answers": {"claim": "c2", "as": "denies"}`), "«owns ada ltd c2", "exploits ltd crew c1"), nil},
	{"guilt-by-association", told(alleged, "«fronts-for ada ltd c1", "funds ltd la c1", "exploits la ben c1", "colludes-with la crew c1"), nil},
	{"guilt-by-association", told(alleged, "«colludes-with ben ltd c1", "«owns ada ltd c1", "exploits ltd crew c1"), nil},
	// A link that is stated, wrongdoing done to the person, the person's own alone.
	{"guilt-by-association", told(both, "owns ada ltd c2", "exploits ltd crew c1"), nil},
	{"guilt-by-association", told(alleged, "exploits ltd ada c1", "exploits ltd crew c1"), nil},
	{"guilt-by-association", told(alleged, "bribed ada ltd c1", "fronts-for ltd ada c1"), nil},
	{"guilt-by-association", told(alleged, "owns ada ltd c1", "harms ltd ada c1"), nil},
	{"guilt-by-association", told(alleged, "exploits ada ltd c1", "exploits ltd crew c1"), nil},
	{"guilt-by-association", told(alleged, "profits-from ltd ada c1", "exploits ltd crew c1"), nil},

	{"accused-not-asked", told(alleged, "«exploits ada crew c1", "«bribed ltd ben c1"), nil},
	{"accused-not-asked", told(saying("c1", "crew", "stated", `, "reply": {"asked": false}`), "«exploits ada crew c1"), nil},
	{"accused-not-asked", told(alleged+", "+saying("c2", "ben", "stated", `, "answers": {"claim": "c1", "as": "denies"}`), "«exploits ada crew c1"), nil},
	{"accused-not-asked", told(saying("c1", "crew", "alleged", `, "reply": {"asked": true, "outcome": "none"}`), "exploits ada crew c1"), nil},
	{"accused-not-asked", told(alleged+", "+saying("c2", "ada", "stated", `, "answers": {"claim": "c1", "as": "denies-other-wording"}`), "exploits ada crew c1"), nil},
	{"accused-not-asked", told(saying("c1", "ada", "stated", ""), "exploits ada crew c1"), nil},
	{"accused-not-asked", told(alleged, "exploits ltd ada c1", "owns ada ltd c1", "exploits crew ltd c1"), nil},

	{"single-voice", told(alleged, "exploits ltd crew «c1", "bribed crew moi «c1"), nil},
	{"single-voice", told(alleged+", "+saying("c2", "ben", "alleged", `, "answers": {"claim": "c1", "as": "repeats"}`), "exploits ltd crew «c1 c2"), nil},
	{"single-voice", told(saying("c1", "crew", "alleged", `, "relayedBy": "ben"`)+", "+saying("c2", "ben", "alleged", ""), "exploits ltd crew «c1 c2"), nil},
	{"single-voice", told(alleged+", "+saying("c2", "ben", "alleged", `, "answers": {"claim": "c1", "as": "confirms"}`), "exploits ltd crew c1 c2"), nil},
	{"single-voice", told(saying("c1", "crew", "alleged", `, "relayedBy": "gazette"`)+", "+saying("c2", "ben", "alleged", `, "relayedBy": "gazette"`), "exploits ltd crew c1 c2"), nil},
	{"single-voice", accusers + source + `"claims": [{"id": "c1", "source": "s", "speaker": "o", "quote": "q", "standing": "alleged"}],
"relations": [{"id": "r1", "type": "bribed", "from": "p", "to": "q", "claims": «["c1"]}, {"id": "r2", "type": "harms", "from": "p", "to": "q", "claims": ["c1"]}, {"id": "r3", "type": "defrauds", "from": "p", "to": "q", "claims": ["c1"]}]`, nil},
	{"guilt-by-association", told(alleged, "«fronts-for ada ltd c1", "exploits ltd crew c1") + `, "views": [{"id": "v", "title": "V"}, {"id": "w", "title": "W", "include": {"ids": ["r1"]}}]`, nil},
	{"guilt-by-association", told(alleged, "fronts-for ada ltd c1", "exploits ltd crew c1") + `, "views": [{"id": "v", "title": "V", "include": {"ids": ["r2"]}}, {"id": "w", "title": "W", "include": {"ids": ["r1"]}}]`, nil},
	{"single-voice", told(alleged, "exploits crew ada c1", "owns ada ltd c1"), nil},
	{"single-voice", told(saying("c1", "ltd", "stated", ""), "exploits ltd crew c1"), nil},

	{"one-report", told(alleged+", "+saying("c2", "ben", "alleged", "")+", "+saying("c3", "ltd", "alleged", ""), "exploits ada crew «c1 c2 c3"), nil},
	{"one-report", told(stated+`, {"id": "c3", "source": "t", "speaker": "crew", "standing": "stated", "answers": {"claim": "c2", "as": "repeats"}}, {"id": "c4", "source": "u", "speaker": "crew", "standing": "stated", "answers": {"claim": "c3", "as": "repeats"}}`, "owns ada ltd «c2 c3 c4"), nil},
	{"one-report", cast + `"claims": [` + both + `, ` + saying("c3", "ben", "stated", "") + `, ` + saying("c4", "ada", "stated", "") + `],
"figures": [{"id": "f", "question": "Q", "values": [{"value": 1, "measure": "M", "claims": «["c2", "c3", "c4"]}, {"value": 1, "measure": "M", "claims": ["c2", "c3"]}]}]`, nil},
	{"one-report", told(alleged+", "+saying("c2", "ben", "alleged", "")+`, {"id": "c3", "source": "t", "speaker": "ltd", "standing": "alleged"}`, "exploits ada crew c1 c2 c3"), nil},
	{"one-report", told(alleged+", "+saying("c2", "crew", "alleged", "")+", "+saying("c3", "ben", "alleged", ""), "exploits ada crew c1 c2 c3"), nil},

	{"ministry-in-flow", cast + `"claims": [{"id": "c1", "source": "s", "speaker": "crew", "quote": "through the harbour", "standing": "stated"}],
"flows": [{"id": "f", "what": "goods", "from": [«"moi"], "via": ["th", «"moi"], "to": ["la", «"moi"], "claims": ["c1"]}]`, nil},
	{"ministry-in-flow", cast + `"claims": [{"id": "c1", "source": "s", "speaker": "crew", "quote": "through the Ports Ministry’s sheds", "standing": "stated"}, {"id": "c2", "source": "s", "speaker": "moi", "quote": "we sent it", "standing": "stated"}],
"flows": [{"id": "f", "what": "goods", "from": ["th"], "via": ["moi"], "to": ["ltd", "crew"], "claims": ["c1"]}, {"id": "g", "what": "goods", "from": ["moi"], "to": ["la"], "claims": ["c2"]}]`, nil},
	{"ministry-in-flow", cast + `"claims": [` + stated + `], "flows": [{"id": "f", "what": "goods", "from": ["th"], "via": ["ltd"], "to": ["la"], "claims": ["c2"]}]`, nil},

	{"ministry-beside-flow", byHub("«", "th", "c1", ""), nil},
	{"ministry-beside-flow", byHub("«", "th", "c1", `, "cluster": "country"`), nil},
	{"ministry-beside-flow", byHub("", "ltd", "c1", ""), nil},
	{"ministry-beside-flow", byHub("", "th", "c1", `, "include": {"ids": ["f"]}`), nil},
	{"ministry-beside-flow", byHub("", "th", "c1", `, "exclude": {"types": ["flow"]}`), nil},
	{"ministry-beside-flow", byHub("", "th", "c2", ""), nil},
	{"ministry-beside-flow", told(alleged, "harms moi crew c1") + `, "flows": [{"id": "f", "what": "goods", "via": ["th"], "to": ["la"], "claims": ["c1"]}], "views": [{"id": "v"}]`, nil},
	{"ministry-beside-flow", told(alleged+", "+saying("c2", "moi", "stated", `, "answers": {"claim": "c1", "as": "denies"}`), "owns ada ltd c1") +
		`, "flows": [{"id": "f", "what": "goods", "via": ["th"], "to": ["la"], "claims": ["c1"]}], "views": [{"id": "v"}]`, nil},

	{"accusing-label", cast + `"claims": [` + both + `],
"relations": [{"id": "r1", "type": "met-with", "from": "ada", "to": "ben", "label": «"met and bribed", "claims": ["c2"]}, {"id": "r2", "type": "gave-to", "from": "ada", "to": "ben", "claims": ["c2"]}, {"id": "r3", "type": «"had", "from": "ada", "to": "ltd", "claims": ["c2"]}],
"flows": [{"id": "f", "what": "goods", "via": ["th"], "label": «"smuggled over", "claims": ["c2"]}],
"relationTypes": {"had": {"label": "swindled", "wrongdoing": false}, "gave-to": {"label": "paid", "wrongdoing": false}}`, nil},
	{"accusing-label", cast + `"claims": [` + stated + `], "relations": [{"id": "r1", "type": "met-with", "from": "ada", "to": "ben", "label": «{"en": "met", "th": "ข่มขู่เขา"}, "claims": ["c2"]}],
"relationTypes": {"menaces": {"label": {"th": "ข่มขู่"}, "wrongdoing": true}}`, nil},
	{"accusing-label", cast + `"claims": [` + both + `],
"relations": [{"id": "r1", "type": "bribed", "from": "ada", "to": "ben", "label": "bribed", "claims": ["c2"]}, {"id": "r2", "type": "investigated", "from": "ada", "to": "ben", "label": "asked about the crimes of", "claims": ["c2"]}],
"flows": [{"id": "f", "what": "goods", "via": ["th"], "label": "smuggled over", "claims": ["c1"]}]`, nil},

	{"accusing-label", cast + `"claims": [` + both + `],
"relations": [{"id": "r1", "type": "met-with", "from": "ada", "to": "ben", "label": «"met and br\u0456bed", "claims": ["c2"]}, {"id": "r2", "type": «"gave-to", "from": "ada", "to": "ben", "claims": ["c2"]}, {"id": "r3", "type": "met-with", "from": "ada", "to": "ltd", "label": «{"en": "met", "km": "សូក\u200bប៉ាន់"}, "claims": ["c2"]}],
"flows": [{"id": "f", "what": «"laundered cash", "via": ["ltd"], "claims": ["c2"]}],
"figures": [{"id": "g", "question": "How much?", "about": ["ada"], "values": [{"value": 1, "measure": «"bribes taken", "claims": ["c2"]}]}, {"id": "h", "question": «"How much did she steal?", "about": ["ada"], "values": [{"value": 1, "measure": "coins", "claims": ["c2"]}]}],
"relationTypes": {"gave-to": {"label": "paid", "inverse": "was bribed by", "wrongdoing": false}}`, nil},
	{"accusing-label", cast + `"claims": [` + both + `],
"relations": [{"id": "r1", "type": "met-with", "from": "ada", "to": "ben", "label": "met, and was bribed", "claims": ["c2"]}],
"flows": [{"id": "f", "what": "trafficked people", "via": ["th"], "claims": ["c2"]}],
"figures": [{"id": "g", "question": "How much?", "about": ["th"], "values": [{"value": 1, "measure": "murders", "claims": ["c2"]}]}],
"rules": {"accusing-label": {"severity": "off", "only": ["r1"], "reason": "His own words in court, on 3 May 2019, of what was done to him"}}`, nil},

	{"accusing-name", `"entities": [{"id": "a", "type": "person", "name": «"Convicted trafficker Ada Berg", "aliases": ["Ada", «"the thief Ada"]}, {"id": "b", "type": "person", "name": «{"en": "Ben", "th": "โจรเบน คำ"}}]`, nil},
	{"accusing-name", `"entities": [{"id": "a", "type": "person", "name": "Ada Crook", "aliases": ["Ada"]}, {"id": "o", "type": "organization", "name": "Crime Museum"}]`, nil},

	{"surer-words", told(alleged, "harms ada ben c1") + `, "views": [{"id": "v", "title": «"Proven", "caption": «"Proven; the denial is false"}]`, nil},
	{"surer-words", cast + `"claims": [` + alleged + `], "relations": [{"id": "r", "type": "harms", "from": "ada", "to": "ben", "label": «"proved to have harmed", "claims": ["c1"]}]`, nil},
	{"surer-words", told(alleged, "harms ada ben c1") + `, "views": [{"id": "v", "title": "Not proven", "caption": "No court has proved it."}, {"id": "w", "title": "Proven", "include": {"ids": ["la"]}}]`, nil},

	{"accusing-words", `"title": «"The Ports Fraud", "entities": [{"id": "a", "type": "person", "name": "A", "description": «"A smuggler."}], "figures": [{"id": "f", "question": «"How much was stolen?", "values": []}],
"views": [{"id": "v", "title": «{"en": "Who pays", "th": "ใครข่ม` + "\u200b" + `ขู่ใคร"}, "caption": «"Some are tied to others."}],
"relationTypes": {"menaces": {"label": {"th": "ข่มขู่"}, "wrongdoing": true}, "tied-to": {"label": "tied to", "wrongdoing": true}}`, nil},
	{"accusing-words", cast + `"credit": «"Made by those who uncovered the fraud", "claims": [` + stated + `],
"relations": [{"id": "r1", "type": "met-with", "from": "ada", "to": "ben", "label": «"reported on fraud at", "claims": ["c2"]}],
"flows": [{"id": "f", "what": «"stolen sand", "via": ["th"], "claims": ["c2"]}],
"corrections": [{"date": "2024", "text": «"The denial was false."}]`, nil},
	{"accusing-words", `"language": «"zh", "sources": [{"id": "s", "type": "other", "title": «"How the mafia works"}], "entities": [{"id": "g", "type": "group", "name": «"Corrupt officers", "aliases": [«"the thieves"]}, {"id": "l", "type": "law", "name": "Act against Corruption"}]`, nil},
	{"accusing-words", `"title": "The ports", "entities": [{"id": "a", "type": "person", "name": "A", "description": "Robin, who begun graphing."}], "figures": [{"id": "f", "question": "How much?", "values": []}],
"views": [{"id": "v", "title": {"en": "Who pays", "th": "ใคร"}, "caption": "Some, tied elsewhere."}], "relationTypes": {"tied-to": {"label": "tied to", "wrongdoing": true}, "gave-to": {"label": "pays", "wrongdoing": false}}`, nil},

	{"old-as-of", `"asOf": «"2023-12", "sources": [{"id": "s", "type": "post", "title": "S", "published": "2024-01-01"}]`, nil},
	{"old-as-of", `"asOf": «"2023-12", "claims": [{"id": "c1", "standing": "stated", "date": "2024"}]`, nil},
	{"old-as-of", `"asOf": "2023-12", "sources": [{"id": "s", "type": "post", "title": "S", "published": "2023-12-31"}], "claims": [{"id": "c1", "standing": "stated", "date": "2023"}, {"id": "c2", "standing": "stated", "date": "nonsense"}]`, nil},
	{"old-as-of", `"sources": [{"id": "s", "type": "post", "title": "S", "published": "2024-01-01"}]`, nil},

	{"not-archived", `"sources": [«{"id": "s", "type": "article", "title": "S"}, «{"id": "t", "type": "interview", "title": "T", "url": "https://example.org"}]`, nil},
	{"not-archived", `"sources": [{"id": "s", "type": "article", "title": "S", "archived": "https://example.org"}, {"id": "t", "type": "interview", "title": "T"}]`, nil},
}

// TestOn reads one case on several days.
func TestOn(t *testing.T) {
	file := load(t, unmarked(`"asOf": "2023-12"`))
	for on, want := range map[string]bool{"": false, "2023-12-01": false, "2024-12-31": false, "2025-01-01": true, "2025": true} {
		found := false
		for _, p := range checked(file, Options{On: on}) {
			found = found || p.Slug == "old-as-of"
		}
		if found != want {
			t.Errorf("on %q it is reported: %t, want %t", on, found, want)
		}
	}
}

func unmarked(body string) string {
	body, _ = unmark(body)
	return body
}

// TestWayIsTold holds that the links of a way are named, in the direction that they have.
func TestWayIsTold(t *testing.T) {
	body := told(alleged+", "+saying("c2", "ben", "stated", `, "answers": {"claim": "c1", "as": "disputes"}`)+", "+saying("c3", "crew", "alleged", ""),
		"owns ltd ada c3", "funds ltd la c1", "exploits la crew c3")
	want := `only alleged, unsubstantiated or disputed lines tie "ada" to wrongdoing: ada ←owns (alleged)– ltd –funds (contested)→ la –exploits (alleged)→ crew`
	var got []string
	for _, p := range checked(load(t, unmarked(body)), Options{}) {
		if p.Slug == "guilt-by-association" {
			got = append(got, p.Message)
		}
	}
	if len(got) != 1 || got[0] != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
