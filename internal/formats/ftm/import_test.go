package ftm

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/formatstest"
	"example.org/graphgen/internal/output"
)

// FollowTheMoney of others: what comes of it in the case file, and what is told.
func TestFTMImport(t *testing.T) {
	for _, c := range []struct {
		name, lines string
		want, loss  []string
	}{
		{"things and edges as OpenSanctions writes them", `{"id": "Q1", "schema": "Person", "caption": "Ada", "properties": {"name": ["Ada Berg", "A. Berg"], "alias": ["Ada"], "nationality": ["gb", "suhh"], "topics": ["crime"], "birthDate": ["1970"], "sourceUrl": ["https://example.org/1", "ftp://x"], "notes": ["One", "Two"]}, "datasets": ["x"]}

{"id": "NK-1", "schema": "Company", "properties": {"name": ["ACME"], "jurisdiction": ["kh"], "parent": ["NK-2"], "addressEntity": ["addr-1"]}}
{"id": "NK-2", "schema": "LegalEntity", "properties": {"name": ["Holding"]}}
{"id": "addr-1", "schema": "Address", "properties": {"full": ["Street 1, Phnom Penh"], "country": ["kh"]}}
{"id": "own", "schema": "Ownership", "properties": {"owner": ["Q1"], "asset": ["NK-1"], "role": ["shareholder"], "percentage": ["50"], "startDate": ["2019-01-02T10:00:00"], "endDate": ["soon"], "proof": ["doc"]}}
{"id": "link", "schema": "UnknownLink", "properties": {"subject": ["Q1"], "object": ["NK-2"], "role": ["friend of"]}}
{"id": "pay", "schema": "Payment", "properties": {"payer": ["NK-1"], "beneficiary": ["Q1", "NK-2", "Q1"]}}
{"id": "gone", "schema": "Directorship", "properties": {"director": ["Q1"], "organization": ["nobody"]}}
{"id": "doc", "schema": "Email", "properties": {"fileName": ["a.eml"], "title": ["Re: berths"], "publishedAt": ["2020-02-30"]}}
{"id": "san", "schema": "Sanction", "properties": {"entity": ["Q1"], "program": ["X"]}}`,
			[]string{`{ "id": "Q1", "type": "person", "name": "Ada Berg", "aliases": ["A. Berg", "Ada"], "country": "GB", "description": "One\n\nTwo", "links": ["https://example.org/1"] }`,
				`{ "id": "NK-1", "type": "organization", "name": "ACME", "country": "KH" }`, `{ "id": "NK-2", "type": "organization", "name": "Holding" }`,
				`{ "id": "addr-1", "type": "place", "name": "Street 1, Phnom Penh", "country": "KH" }`,
				`{ "id": "own", "type": "owns", "from": "Q1", "to": "NK-1", "label": "shareholder", "start": "2019-01-02", "draft": true }`,
				`{ "id": "link", "type": "linked-with", "from": "Q1", "to": "NK-2", "label": "friend of", "draft": true }`,
				`"type": "paid", "from": "NK-1", "to": "NK-2", "draft": true`,
				`"type": "part-of", "from": "NK-1", "to": "NK-2", "draft": true`, `"type": "located-in", "from": "NK-1", "to": "addr-1", "draft": true`,
				`{ "id": "doc", "type": "other", "title": "Re: berths" }`},
			[]string{"evidence: 6", "topics: 1", "edges: 1", `schemata: 1 (things that a case has no place for, of schema "Sanction")`, `properties: 1 (values of property "birthDate")`, "countries: 1", "dates: 2", "links: 1", "evidence-links: 1"}},
		{"what is no list, and what is nested", `{"id": "a", "schema": "Person", "properties": {"name": "Ada", "height": [1.7], "alias": [null, {"id": "x", "deep": {"y": [1]}}, ["z"]]}}`,
			[]string{`{ "id": "a", "type": "person", "name": "Ada", "aliases": ["x"] }`}, []string{`properties: 1 (values of property "height")`}},
		{"ids and texts that a case may not have", `{"id": "a b\nc", "schema": "Person", "properties": {"name": ["x\u202ey\u0000\nz"], "description": ["` + strings.Repeat("w", 6000) + `"]}}
{"id": "e", "schema": "UnknownLink", "properties": {"subject": ["a b\nc"], "object": ["b"]}}
{"id": "b", "schema": "Person", "properties": {}}`,
			[]string{`"name": "xy z"`, `{ "id": "b", "type": "person", "name": "b" }`, `"to": "b", "draft": true`, `"from": "ftm:a_0020b_000ac"`}, []string{"texts: 2", "ids: 1 (ids that a case may not have)"}},
		{"a Directorship without a role, and with ones", `{"id": "a", "schema": "Person", "properties": {"name": ["Ada"]}}
{"id": "b", "schema": "Company", "properties": {"name": ["ACME"]}}
{"id": "d0", "schema": "Directorship", "properties": {"director": ["a"], "organization": ["b"]}}
{"id": "d1", "schema": "Directorship", "properties": {"director": ["a"], "organization": ["b"], "role": ["secretary"]}}
{"id": "d2", "schema": "Directorship", "properties": {"director": ["a"], "organization": ["b"], "role": ["heads"]}}
{"id": "d3", "schema": "Directorship", "properties": {"director": ["a"], "organization": ["b"], "role": ["convicted of bribing", "owner"]}}`,
			[]string{`{ "id": "d0", "type": "director-of", "from": "a", "to": "b", "draft": true }`, `{ "id": "d1", "type": "director-of", "from": "a", "to": "b", "label": "secretary", "draft": true }`,
				`{ "id": "d2", "type": "heads", "from": "a", "to": "b", "draft": true }`, `"label": "convicted of bribing; owner"`}, nil},
		{"kinship, whose words are about the relative", `{"id": "f", "schema": "Family", "properties": {"person": ["a"], "relative": ["b"], "relationship": ["mother"]}}
{"id": "a", "schema": "Person", "properties": {"name": ["Ada"]}}
{"id": "b", "schema": "Person", "properties": {"name": ["Bo Berg"]}}
{"id": "s", "schema": "Associate", "properties": {"person": ["a"], "associate": ["b"]}}
{"id": "u", "schema": "UnknownLink", "properties": {"subject": ["a"], "object": ["b"]}}`,
			[]string{`{ "id": "f", "type": "related-to", "from": "a", "to": "b", "label": "mother: Bo Berg", "draft": true }`, `{ "id": "s", "type": "related-to", "from": "a", "to": "b", "label": "associated with", "draft": true }`,
				`{ "id": "u", "type": "linked-with", "from": "a", "to": "b", "draft": true }`, `"linked-with": { "label": {"en": "linked with"}, "inverse": {"en": "linked with"}, "wrongdoing": true, "symmetric": true }`},
			[]string{"directions: 3 (relations that have no direction in FollowTheMoney)"}},
		{"what is owned, and who owns it", `{"id": "p", "schema": "Person", "properties": {"name": ["Ada"]}}
{"id": "v", "schema": "Vessel", "properties": {"name": ["Sea Star"], "imoNumber": ["123"], "owner": ["p"]}}
{"id": "r", "schema": "RealEstate", "properties": {"address": ["1 Quay"]}}
{"id": "k", "schema": "BankAccount", "properties": {"iban": ["DE1"], "bank": ["b"]}}
{"id": "w", "schema": "CryptoWallet", "properties": {"publicKey": ["0xab"], "holder": ["p"]}}
{"id": "b", "schema": "Company", "properties": {"name": ["Bank"]}}
{"id": "c", "schema": "Contract", "properties": {"title": ["Berths"], "authority": ["b"]}}
{"id": "o1", "schema": "Ownership", "properties": {"owner": ["p"], "asset": ["r"]}}
{"id": "o2", "schema": "Ownership", "properties": {"owner": ["p"], "asset": ["k"]}}
{"id": "aw", "schema": "ContractAward", "properties": {"supplier": ["p"], "contract": ["c"]}}`,
			[]string{`{ "id": "v", "type": "asset", "name": "Sea Star", "tags": ["Vessel"] }`, `{ "id": "r", "type": "place", "name": "1 Quay", "tags": ["RealEstate"] }`,
				`{ "id": "k", "type": "asset", "name": "DE1", "tags": ["BankAccount"] }`, `{ "id": "w", "type": "asset", "name": "0xab", "tags": ["CryptoWallet"] }`, `{ "id": "c", "type": "document", "name": "Berths", "tags": ["Contract"] }`,
				`"type": "owns", "from": "p", "to": "v"`, `{ "id": "o1", "type": "owns", "from": "p", "to": "r"`, `"type": "linked-to", "from": "k", "to": "b", "label": "account at"`, `"type": "linked-to", "from": "p", "to": "w", "label": "holder of"`,
				`"type": "linked-to", "from": "b", "to": "c", "label": "authority of"`, `"label": "was awarded"`}, nil},
		{"parents that name one another", `{"id": "a", "schema": "Company", "properties": {"name": ["A"], "parent": ["b"]}}
{"id": "b", "schema": "Company", "properties": {"name": ["B"], "parent": ["c"]}}
{"id": "c", "schema": "Company", "properties": {"name": ["C"], "parent": ["a"]}}`,
			[]string{`"type": "part-of", "from": "a", "to": "b"`, `"type": "part-of", "from": "b", "to": "c"`}, []string{"circles: 1"}},
		{"keys given twice, and values without end", `{"id": "t", "id": "x", "schema": "Table", "properties": {"title": ["Rows"], "title": ["More"], "indexText": ["` + strings.Repeat(`a","`, 5001) + `"]}, "properties": {"fileName": ["f"]}}`,
			[]string{`{ "id": "t", "type": "other", "title": "Rows" }`}, []string{"repeated: 1", `properties: 5002 (values of property "indexText")`}},
		{"nothing", "\n\n", []string{`{ "version": 1, "title": "f" }`}, []string{"nothing is lost"}},
	} {
		formatstest.ExpectTaken(t, c.name, Import, formats.ImportOptions{}, formatstest.Text("f.ftm", c.lines), c.want, c.loss)
	}
}

func TestFTMRefuses(t *testing.T) {
	const good = `{"id": "a", "schema": "Person", "properties": {"name": ["A"]}}` + "\n"
	for _, c := range []struct{ name, lines, want string }{
		{"cut off", good + `{"id": "b", "schema": "Per`, "f.ftm:2:27: the line ends too early"},
		{"no JSON", good + "b;c\n", "f.ftm:2:1: not JSON"},
		{"a list", "[" + good + "]", "f.ftm:1:"},
		{"a list on one line", "[" + strings.TrimSpace(good) + "]", "f.ftm:1:1: the line: a JSON list does not belong here"},
		{"UTF-16", "\xff\xfe{\x00", "f.ftm:1:1: the file is in UTF-16"},
		{"an object over lines", "{\n\"id\": \"a\"}", "f.ftm:1:2: the line ends too early"},
		{"more behind it", strings.TrimSpace(good) + " x\n", "f.ftm:1:"},
		{"no object", "\"ក\"\n", "f.ftm:1:"},
		{"no id", `{"schema": "Person"}`, `f.ftm:1:1: an entity has no "id"`},
		{"no schema", `{"id": "a"}`, `f.ftm:1:1: entity "a" has no "schema"`},
		{"an id that is a number", `{"id": 1, "schema": "Person"}`, "f.ftm:1:8: /id: a JSON number does not belong here"},
		{"an id given twice", good + "\n" + good, `f.ftm:3:1: the id "a" is given twice, first at f.ftm:1:1`},
		{"no UTF-8", good + "{\"id\": \"\xff\"}", "f.ftm:2:"},
		{"NUL", "\x00\x00", "f.ftm:1:1: not JSON"},
		{"deep", `{"id": "a", "schema": "Person", "properties": ` + strings.Repeat("[", 100_000), "f.ftm:1:"},
		{"a long line", `{"id": "` + strings.Repeat("a", longestLine), "f.ftm:1:1: the line is longer than 16 MB"},
		{"an edge of many ends", `{"id": "e", "schema": "UnknownLink", "properties": {"subject": ["` + strings.ReplaceAll(formatstest.Numbered(200), " ", `","`) + `"], "object": ["b"]}}`, `f.ftm:1:1: edge "e" joins more than 100 pairs`},
	} {
		i, err := Import(context.Background(), formatstest.Inputs(formatstest.Text("f.ftm", c.lines)), formats.ImportOptions{})
		formatstest.ExpectRefusal(t, c.name, i, err, c.want)
	}
}

// Two files are one case; what is in both is given twice.
func TestFTMOfSeveralFiles(t *testing.T) {
	a := formatstest.Text("a.ftm", `{"id": "a", "schema": "Person", "properties": {"name": ["A"]}}`)
	e := formatstest.Text("e.ftm", `{"id": "e", "schema": "Family", "properties": {"person": ["a"], "relative": ["b"], "relationship": ["brother"]}}`+"\n"+`{"id": "b", "schema": "Person", "properties": {"name": ["B"]}}`)
	got, _ := formatstest.Taken(t, Import, formats.ImportOptions{}, e, a)
	if len(got.Relations) != 1 || got.Relations[0].Type != "related-to" || got.Relations[0].Label[""] != "brother: B" {
		t.Errorf("%v", got.Relations)
	}
	i, err := Import(context.Background(), formatstest.Inputs(a, e, output.File{Name: "b.ftm", Data: a.Data}), formats.ImportOptions{})
	formatstest.ExpectRefusal(t, "twice", i, err, `b.ftm:1:1: the id "a" is given twice, first at a.ftm:1:1`)
}

// endless gives lines without end, and stops the import after some.
type endless struct {
	n    int
	stop func()
}

func (e *endless) Read(p []byte) (int, error) {
	e.n++
	if e.n == 1000 {
		e.stop()
	}
	return copy(p, fmt.Sprintf(`{"id": "n%d", "schema": "Person", "properties": {}}`+"\n", e.n)), nil
}

func (e *endless) Close() error { return nil }

// An import that is stopped ends at once, and leaves nothing behind.
func TestFTMIsStopped(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	ctx, cancel := context.WithCancel(context.Background())
	read := 0
	in := []formats.Input{{Name: "endless", Open: func() (io.ReadCloser, error) { return &endless{stop: cancel}, nil }}}
	i, err := Import(ctx, in, formats.ImportOptions{Read: func(n int) { read += n }})
	if !errors.Is(err, context.Canceled) || i.Write != nil {
		t.Errorf("%v, %v", i, err)
	}
	if read < 40_000 || read > 10<<20 {
		t.Errorf("%d bytes were read", read)
	}
	if left, err := os.ReadDir(os.Getenv("TMPDIR")); err != nil || len(left) > 0 {
		t.Errorf("%v is left, %v", left, err)
	}
}
