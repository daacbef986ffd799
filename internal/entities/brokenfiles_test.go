package entities

import (
	"fmt"
	"strings"
	"testing"

	"example.org/graphgen/internal/problem"
)

// brokenFiles are case files that are wrong in one way each, with what is said of them.
var brokenFiles = []struct{ name, data, want string }{
	{"empty file", ``, `
1:1: the file is empty; want a JSON object [syntax]
	begin with {"version": 1}
`},
	{"white space alone", " \n\t\n", `
1:1: the file is empty; want a JSON object [syntax]
	begin with {"version": 1}
`},
	{"a flow of very many stops", `{"version": 1, "flows": [{"id": "f", "what": "x", "to": ["a"` + strings.Repeat(`,"a"`, 50) + `]}]}`, `
1:57: to: 51 items; 50 at most [too-many-items]
	split it
`},
	{"truncated after a brace", `{`, `
1:2: the file ends too early [syntax]
	"}" is missing for the object that begins in line 1; is this the whole file?
`},
	{"truncated in a list", `{
  "version": 1,
  "entities": [
    {"id": "a", "type": "person", "name": "A"},
`, `
5:1: the file ends too early [syntax]
	"]" is missing for the list that begins in line 3; is this the whole file?
`},
	{"truncated in a string", `{"version": 1, "title": "The bri`, `
1:33: the file ends too early [syntax]
	"}" is missing for the object that begins in line 1; is this the whole file?
`},
	{"truncated literal", `tru`, `
1:4: the file ends too early [syntax]
`},
	{"comma after the last field", `{
  "version": 1,
}`, `
2:15: not JSON: invalid character ',' at start of value [syntax]
	remove this comma
`},
	{"comma after the last item", `{"version": 1, "entities": [{"id": "a", "type": "person", "name": "A"}, ]}`, `
1:71: not JSON: invalid character ',' at start of value [syntax]
	remove this comma
`},
	{"two commas", `{"version": 1,, "title": "a"}`, `
1:15: not JSON: invalid character ',' at start of value [syntax]
	remove one of the two commas
`},
	{"missing comma", `{
  "version": 1
  "title": "a"
}`, `
3:3: not JSON: invalid character '"' after object value (expecting ',' or '}') [syntax]
	is a comma missing before it?
`},
	{"missing colon", `{"version" 1}`, `
1:12: not JSON: invalid character '1' after object name (expecting ':') [syntax]
`},
	{"missing closing quotation mark", `{
  "title": "The bridge,
  "version": 1
}`, `
2:24: not JSON: invalid character '\n' in string (expecting non-control character) [syntax]
	is the closing quotation mark missing? A line break in a string is written \n
`},
	{"single quotes", `{'version': 1}`, `
1:2: not JSON: invalid character '\'' at start of value [syntax]
	use straight double quotes: "
`},
	{"printed quotation marks", "{\"version\": 1, \"title\": “The bridge”}", `
1:25: not JSON: invalid character '“' at start of value [syntax]
	use straight double quotes: "
`},
	{"name without quotes", `{version: 1}`, `
1:2: not JSON: invalid character 'v' at start of value [syntax]
	names and texts go in double quotes
`},
	{"number as a name", `{1: 1}`, `
1:2: not JSON: want the name of a field in double quotes [syntax]
`},
	{"comment", `{
  "version": 1 // the first
}`, `
2:16: not JSON: invalid character '/' after object value (expecting ',' or '}') [syntax]
	JSON has no comments; a description field can hold the remark
`},
	{"backslash", `{"version": 1, "title": "C:\Users"}`, "\n1:28: not JSON: invalid escape sequence `\\U` in string [syntax]\n\tin a string a backslash is written \\\\\n"},
	{"raw control character", "{\"version\": 1, \"title\": \"a\x1b[31mb\"}", `
1:27: not JSON: invalid character '\x1b' in string (expecting non-control character) [syntax]
	in a string this character is written \u001b; is it wanted?
`},
	{"wrong bracket", `{"version": 1, "entities": [}`, `
1:29: not JSON: invalid character '}' at start of value [syntax]
`},
	{"leading zero", `{"version": 01}`, `
1:14: not JSON: invalid character '1' after object value (expecting ',' or '}') [syntax]
`},
	{"not JSON at all", `<html></html>`, `
1:1: not JSON: invalid character '<' at start of value [syntax]
`},
	{"more after the end", `{"version": 1}
{"version": 1}`, `
2:1: there is more after the end of the case [syntax]
	a file holds one JSON object; remove what follows it
`},
	{"invalid UTF-8", "{\n  \"version\": 1,\n  \"title\": \"caf\xe9\"\n}", `
3:16: the byte 0xe9 is not UTF-8 [encoding]
	save the file again with the encoding UTF-8
`},
	{"UTF-16, little-endian", "\xff\xfe{\x00}\x00", `
1:1: the file is UTF-16 or UTF-32 text, not UTF-8 [encoding]
	save it again with the encoding UTF-8
`},
	{"UTF-16, no mark", "{\x00}\x00", `
1:1: the file is UTF-16 or UTF-32 text, not UTF-8 [encoding]
	save it again with the encoding UTF-8
`},
	{"byte order mark and a later problem", "\ufeff{\"version\": 1, \"clams\": []}", `
1:16: unknown field "clams"; did you mean "claims"? [unknown-field]
`},
	{"list instead of the case", `[]`, `
1:1: the case file: want an object, have a list [wrong-type]
`},
	{"string instead of the case", `"case"`, `
1:1: the case file: want an object, have a string [wrong-type]
`},
	{"null instead of the case", `null`, `
1:1: the case file: want an object, have null [wrong-type]
`},
	{"no version", `{"title": "The bridge"}`, `
1:1: missing field "version" [missing-field]
	want the number 1
`},
	{"another version", `{"version": 2, "titel": "The bridge"}`, `
1:13: this case file has version 2; this program reads version 1 [bad-version]
	a newer graphgen may read it
`},
	{"version as a string", `{"version": "1"}`, `
1:13: version: want a whole number, have a string [wrong-type]
`},
	{"unknown field, near", `{
  "version": 1,
  "clams": []
}`, `
3:3: unknown field "clams"; did you mean "claims"? [unknown-field]
`},
	{"unknown field, far", `{"version": 1, "sources": [{"id": "s", "type": "report", "title": "t", "colour": "red"}]}`, `
1:72: unknown field "colour" [unknown-field]
	fields here are id, type, title, publisher, url, published, archived, text
`},
	{"unknown field, hostile", "{\"version\": 1, \"a\\u001b[31m\\u202e\": 1}", `
1:16: unknown field "a\x1b[31m\u202e" [unknown-field]
	fields here are $schema, version, title, language, asOf, credit, sources, entities, claims, relations, flows, figures, relationTypes, views, corrections, rules
`},
	{"duplicate key", `{
  "version": 1,
  "title": "a",
  "title": "b",
  "title": "c"
}`, `
4:3: field "title" is given twice, first in line 3 [duplicate-key]
	keep one of the two
5:3: field "title" is given twice, first in line 3 [duplicate-key]
	keep one of the two
`},
	{"duplicate language", `{"version": 1, "title": {"en": "a", "en": "b"}}`, `
1:37: field "en" is given twice, first in line 1 [duplicate-key]
	keep one of the two
`},
	{"duplicate relation type", `{"version": 1, "relationTypes": {"x": {"label": "x", "wrongdoing": false}, "x": {"label": "y", "wrongdoing": true}}}`, `
1:76: field "x" is given twice, first in line 1 [duplicate-key]
	keep one of the two
`},
	{"wrong types", `{
  "version": 1,
  "title": 5,
  "asOf": null,
  "sources": {},
  "entities": [7, {"id": 1, "type": true, "name": ["A"], "aliases": 3, "tags": ["a", 2]}],
  "claims": [{"id": "c", "standing": "stated", "hedge": {}, "answers": "d", "reply": {"asked": "no"}}],
  "rules": []
}`, `
3:12: title: want a string or an object by language, have a number [wrong-type]
4:11: asOf: want a string, have null [wrong-type]
	leave out what is not known
5:14: sources: want a list of objects, have an object [wrong-type]
6:16: entities, item 1: want an object, have a number [wrong-type]
6:26: id: want a string, have a number [wrong-type]
6:37: type: want a string, have true [wrong-type]
6:51: name: want a string or an object by language, have a list [wrong-type]
6:69: aliases: want a list of strings, have a number [wrong-type]
6:86: tags, item 2: want a string, have a number [wrong-type]
7:57: hedge: want a string or a list of strings, have an object [wrong-type]
7:72: answers: want an object or a list of objects, have a string [wrong-type]
7:96: asked: want true or false, have a string [wrong-type]
8:12: rules: want an object, have a list [wrong-type]
`},
	{"numbers", `{
  "version": 1,
  "figures": [{"id": "f", "question": "q", "values": [
    {"measure": "m", "value": "12"},
    {"measure": "m", "value": 1e31},
    {"measure": "m", "value": 1e-999999999},
    {"measure": "m", "value": 0.00000000000000000000000000000000000000001}
  ]}],
  "views": [{"id": "v", "around": {"entity": "a", "hops": 0}}, {"id": "w", "around": {"entity": "a", "hops": 1.5}}]
}`, `
4:31: value: want a number, have a string [wrong-type]
5:31: value: 1e31 is out of range [bad-number]
	want 40 characters at most, and nothing beyond 1e+30
6:31: value: 1e-999999999 is out of range [bad-number]
	want 40 characters at most, and nothing beyond 1e+30
7:31: value: 0.00000000000000000000000000000000000000001 is out of range [bad-number]
	want 40 characters at most, and nothing beyond 1e+30
9:59: hops: 0 is out of range [bad-number]
	want a whole number from 1 to 100
9:110: hops: 1.5 is out of range [bad-number]
	want a whole number from 1 to 100
`},
	{"closed lists", `{
  "version": 1,
  "entities": [
    {"id": "a", "type": "persn", "name": "A"},
    {"id": "b", "type": "Person", "name": "B"},
    {"id": "c", "type": "starship", "name": "C"}
  ],
  "claims": [{"id": "c", "standing": "contested", "answers": {"claim": "d", "as": "denys"}}],
  "views": [{"id": "v", "direction": "lr", "include": {"types": ["person", "flows"]}}],
  "rules": {"x": {"severity": "ignore", "reason": "r"}}
}`, `
4:25: unknown type "persn"; did you mean "person"? [unknown-word]
5:25: unknown type "Person"; did you mean "person"? [unknown-word]
6:25: unknown type "starship" [unknown-word]
	one of person, ministry, agency, committee, government, organization, media, country, region, group, law, document, event, office, place, asset
8:38: unknown standing "contested" [unknown-word]
	one of record, stated, alleged, rumoured
8:83: unknown kind of answer "denys"; did you mean "denies"? [unknown-word]
9:38: unknown direction "lr"; did you mean "LR"? [unknown-word]
9:76: unknown type "flows"; did you mean "flow"? [unknown-word]
10:31: unknown severity "ignore" [unknown-word]
	one of error, warning, note, off
`},
	{"missing fields", `{
  "version": 1,
  "entities": [{}],
  "relationTypes": {"x": {"label": "x"}}
}`, `
3:16: missing field "id" [missing-field]
	want a string
3:16: missing field "name" [missing-field]
	want a string or an object by language
3:16: missing field "type" [missing-field]
	want one of person, ministry, agency, committee, government, organization, media, country, region, group, law, document, event, office, place, asset
4:26: missing field "wrongdoing" [missing-field]
	want true or false
`},
	{"ids", `{
  "version": 1,
  "entities": [
    {"id": "phnom penh", "type": "place", "name": "A"},
    {"id": "-a", "type": "place", "name": "A"},
    {"id": "", "type": "place", "name": "A"}
  ],
  "views": [{"id": "a/b"}, {"id": "flows"}, {"id": "Flows"}, {"id": "flows"}, {"id": "Con"}]
}`, `
4:12: id: "phnom penh" is not in the form wanted [bad-id]
	want letters, digits and _ . : @ -, beginning with a letter, a digit or _
5:12: id: "-a" is not in the form wanted [bad-id]
	want letters, digits and _ . : @ -, beginning with a letter, a digit or _
6:12: id: is empty [bad-text]
	want letters, digits and _ . : @ -, beginning with a letter, a digit or _
8:20: id: "a/b" is not in the form wanted [bad-id]
	want unaccented letters, digits, _ and -, beginning with a letter or a digit: it names the view's files
8:52: view "Flows" differs from "flows" by letter case alone [bad-id]
	both name files, and many systems would keep only one of them
8:86: id: "Con" is no file name on Windows [bad-id]
	add a word to it
`},
	{"built-in relation type redefined", `{"version": 1, "relationTypes": {"bribed": {"label": "paid", "wrongdoing": false}, "a b": {"label": "x", "wrongdoing": false}}}`, `
1:34: relation type "bribed" is built in [bad-id]
	use it as it is, or give your own another name
1:84: relation type: "a b" is not in the form wanted [bad-id]
	want letters, digits and _ . : @ -, beginning with a letter, a digit or _
`},
	{"languages", `{
  "version": 1,
  "title": {"EN": "a", "en_US": "b", "xx": "c", "english": "d", "": "e"},
  "language": "zh-hant"
}`, `
3:13: title, language: "EN" is written "en" [bad-language]
3:24: title, language: "en_US" is written "en-US" [bad-language]
3:38: title, language: "xx" is no language tag that is known [bad-language]
	want a BCP 47 tag such as en, th or zh-Hant
3:49: title, language: "english" is no language tag that is known [bad-language]
	want a BCP 47 tag such as en, th or zh-Hant
3:65: title, language: is empty [bad-text]
	want a BCP 47 tag such as en, th or zh-Hant
4:15: language: "zh-hant" is written "zh-Hant" [bad-language]
`},
	{"texts", "{\n  \"version\": 1,\n  \"entities\": [\n    {\"id\": \"a\", \"type\": \"place\", \"name\": \"\"},\n    {\"id\": \"b\", \"type\": \"place\", \"name\": \" \"},\n    {\"id\": \"c\", \"type\": \"place\", \"name\": {}},\n    {\"id\": \"d\", \"type\": \"place\", \"name\": {\"en\": \"\"}},\n    {\"id\": \"e\", \"type\": \"place\", \"name\": \"a\\nb\"},\n    {\"id\": \"f\", \"type\": \"place\", \"name\": \"a\\u0000b\"},\n    {\"id\": \"g\", \"type\": \"place\", \"name\": \"a\u202eb\"},\n    {\"id\": \"h\", \"type\": \"place\", \"name\": \"a\\ud800b\"},\n    {\"id\": \"i\", \"type\": \"place\", \"name\": \"ok\", \"description\": \"two\\nlines, a\\ttab\"},\n    {\"id\": \"j\", \"type\": \"place\", \"name\": \"a\\rb\"}\n  ],\n  \"sources\": [{\"id\": \"s\", \"type\": \"report\", \"title\": \"t\", \"text\": {\"path\": \"p\", \"sha256\": \"9F\"}}]\n}", `
4:42: name: is empty [bad-text]
	this field must say something
5:42: name: is empty [bad-text]
	this field must say something
6:42: name: the object has no language [bad-text]
	want a string or an object such as {"en": "..."}
7:49: name in "en": is empty [bad-text]
	this field must say something
8:42: name: holds U+000A, a line break [bad-text]
	write a space instead
9:42: name: holds U+0000, a control character [bad-text]
	remove it
10:44: name: holds U+202E, which makes text read in another order than it is stored [bad-text]
	remove it
11:42: name: half of a surrogate pair (\ud800 to \udfff) stands alone [bad-text]
	write the character itself instead of its escape
13:42: name: holds U+000D, a line break [bad-text]
	write a space instead
15:91: sha256: "9F" is not in the form wanted [bad-text]
	want 64 digits 0-9 a-f: what sha256sum prints
`},
}

func TestBrokenFiles(t *testing.T) {
	for _, tt := range brokenFiles {
		t.Run(tt.name, func(t *testing.T) {
			_, problems := Load("case.json", []byte(tt.data))
			checkProblems(t, tt.data, problems)
			if got := problemLines(problems); got != tt.want {
				t.Errorf("got:%s\nwant:%s", got, tt.want)
			}
		})
	}
}

// problemLines writes problems as a reader sees them, one line each and hints below.
func problemLines(problems problem.List) string {
	var b strings.Builder
	b.WriteString("\n")
	for _, p := range problems {
		at := strings.TrimPrefix(p.Place.String(), p.Place.File+":")
		fmt.Fprintf(&b, "%s: %s [%s]\n", at, p.Message, p.Slug)
		if p.Hint != "" {
			fmt.Fprintf(&b, "\t%s\n", p.Hint)
		}
	}
	return b.String()
}
