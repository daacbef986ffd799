package csv

import (
	"context"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/formatstest"
	"example.org/graphgen/internal/output"
)

// Other people's sheets: what comes of them, as the lists of the case file, and what is told.
func TestForeignSheets(t *testing.T) {
	for _, c := range []struct {
		name  string
		files []output.File
		o     formats.ImportOptions
		want  []string // in the case file, with white space as one space
		loss  []string
	}{
		{"nodes and edges as Gephi writes them",
			[]output.File{formatstest.Text("nodes.csv", "Id,Label,Weight\n1,Ada Berg,3\n2,Port Agency,\n"), formatstest.Text("edges.csv", "Source,Target,Type,Id,Label\n1,2,Directed,1,heads\n2,1,Directed,2,paid off\n")},
			formats.ImportOptions{},
			[]string{`{ "id": "1", "type": "organization", "name": "Ada Berg" }`, `{ "id": "1-2", "type": "heads", "from": "1", "to": "2", "draft": true }`,
				`{ "id": "2-2", "type": "linked-to", "from": "2", "to": "1", "label": "paid off", "draft": true }`, `"linked-to": { "label": {"en": "linked to"}, "inverse": {"en": "linked to"}, "wrongdoing": true }`,
				`"views": [ { "id": "overview", "title": "nodes" } ]`},
			[]string{`columns: 1 (cells of column "Weight" of nodes.csv): left out`, "evidence: 2 (relations without a claim)", "relation-types: 1 (links", "entity-types: 2 (entities"}},
		{"headers as people write them, semicolons and windows-1252",
			[]output.File{formatstest.Text("leute.csv", "NAME ;Entity Type; also known as;Country;Web site\nJ\xf6rg M\xfcller;politician;J. M.; de;https://example.org\nACME;NGO;;Atlantis;javascript:x\n")},
			formats.ImportOptions{Title: "People", Language: "de"},
			[]string{`"title": "People", "language": "de"`, `{ "id": "jörg-müller", "type": "person", "name": "Jörg Müller", "aliases": ["J. M."], "country": "DE", "links": ["https://example.org"] }`,
				`{ "id": "acme", "type": "organization", "name": "ACME" }`},
			[]string{"encoding: 1 (leute.csv is not UTF-8): read as windows-1252", "values: 1 (countries that are no ISO 3166-1 code, in leute.csv)", "values: 1 (links that"}},
		{"relations alone name the entities",
			[]output.File{formatstest.Text("payments.csv", "Payer,Payee,When,Relation\nACME,Ada Berg,2020,bribed\nada  berg,ACME,2021,is headed by\n")},
			formats.ImportOptions{Columns: map[string]string{"from": "payer", "relations.to": "Payee", "start": "When"}, EntityType: entities.Person},
			[]string{`{ "id": "acme", "type": "person", "name": "ACME" }`, `{ "id": "ada-berg", "type": "person", "name": "Ada Berg" }`,
				`"type": "bribed", "from": "acme", "to": "ada-berg", "start": "2020", "draft": true`, `"type": "heads", "from": "acme", "to": "ada-berg", "start": "2021", "draft": true`},
			[]string{"entity-types: 2 (entities whose type the files do not say): taken for person"}},
		{"days with a time, as databases write them",
			[]output.File{formatstest.Text("x.csv", "from,to,type,start,end\nAda,Bo,heads,2019-01-02 00:00:00,2020-02-03T10:00:00.5+07:00\n")},
			formats.ImportOptions{},
			[]string{`"start": "2019-01-02", "end": "2020-02-03"`},
			nil},
		{"ids that a case may not have",
			[]output.File{formatstest.Text("entities.csv", "id,name,type\nP 1,Ada,person\nP 2,Olav,spy\n"), formatstest.Text("x.csv", "from,to,type\nP 1,P 2,related to\n")},
			formats.ImportOptions{},
			[]string{`{ "id": "p-1", "type": "person", "name": "Ada" }`, `{ "id": "p-2", "type": "organization", "name": "Olav", "tags": ["spy"] }`, `"id": "p-1-related-to-p-2", "type": "related-to", "from": "p-1", "to": "p-2"`},
			nil},
		{"a table told by hand, texts in languages",
			[]output.File{{Name: "liste.txt", Data: []byte("name\tname@km\tnote\nPhnom Penh\tភ្នំពេញ\tcity\n")}},
			formats.ImportOptions{Language: "en", Columns: map[string]string{"entities.tags": "note"}},
			[]string{`"name": {"en": "Phnom Penh", "km": "ភ្នំពេញ"}`, `"tags": ["city"]`},
			nil},
		{"claims of others, with the sources they name",
			[]output.File{formatstest.Text("sources.csv", "id,title,publisher\ns 1,The deal,The Gazette\n"), formatstest.Text("claims.csv", "id,source,speaker,quote,standing\nc1,s 1,Ada Berg,heads the port,stated\n"),
				formatstest.Text("relations.csv", "id,from,to,type,claims\nr1,Ada Berg,Port,heads,c1\nr2,Port,Ada Berg,advises,\n")},
			formats.ImportOptions{},
			[]string{`{ "id": "s-1", "type": "other", "title": "The deal", "publisher": "the-gazette" }`, `"source": "s-1", "speaker": "ada-berg", "quote": "heads the port", "standing": "stated"`,
				`"id": "r1", "type": "heads", "from": "ada-berg", "to": "port", "claims": ["c1"]`, `"id": "r2", "type": "advises", "from": "port", "to": "ada-berg", "draft": true`},
			nil},
		{"a column more in sheets that were exported",
			[]output.File{formatstest.Text("entities.csv", "id,type,name,checked by\nada,person,Ada,me\nacme,organization,ACME,\n"), formatstest.Text("relations.csv", "id,type,from,to,label,start,end,during,draft,claims,mine\nr,hired,ada,acme,,,,,,c,x\n"),
				formatstest.Text("relation-types.csv", "relation-type,label,wrongdoing\nhired,hired,false\n"), formatstest.Text("claims.csv", "id,source,speaker,quote,standing\nc,s,ada,a b,alleged\n")},
			formats.ImportOptions{},
			[]string{`{ "id": "r", "type": "hired", "from": "ada", "to": "acme", "claims": ["c"] }`, `"hired": {"label": "hired", "wrongdoing": false}`},
			[]string{`columns: 1 (cells of column "checked by" of entities.csv): left out`}},
	} {
		if c.files[0].Name == "liste.txt" {
			c.files[0].Name = "entities.txt"
		}
		got, i := formatstest.Taken(t, Import, c.o, c.files...)
		written := strings.Join(strings.Fields(string(capture.Start(*got))), " ")
		for _, want := range c.want {
			if !strings.Contains(written, want) {
				t.Errorf("%s: no %s in\n%s", c.name, want, written)
			}
		}
		var told strings.Builder
		if err := i.Loss.Write(&told, "lost"); err != nil {
			t.Fatal(err)
		}
		for _, want := range c.loss {
			if !strings.Contains(told.String(), want) {
				t.Errorf("%s: no %s in\n%s", c.name, want, told.String())
			}
		}
		formatstest.ExpectDrafts(t, c.name, got)
	}
}

// TestExportedSheetsRefuse breaks one thing in the sheets of a case.
func TestExportedSheetsRefuse(t *testing.T) {
	exported, err := Export(formatstest.Subject(t, formatstest.Loaded(t, "small.json", []byte(formatstest.Small))), formats.ExportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, file, old, new, want string }{
		{"an unknown type", "entities.csv", "port,agency", "port,agincy", `entities.csv:4:6: unknown type "agincy"; did you mean "agency"?`},
		{"a field that is missing", "entities.csv", "port,agency", "port,", `entities.csv:4:1: missing field "type"`},
		{"an item of a list", "entities.csv", ",port\n", ",\"port; a\tb\"\n", "entities.csv:3:43: tags, item 2: holds U+0009"},
		{"a language that is none", "entities.csv", "name@km", "name@klingon", `entities.csv:3:30: name, language: "klingon" is no language tag`},
		{"an id given twice", "entities.csv", "traders,group", "port,group", `entities.csv:5:1: the id "port" is given twice, first at entities.csv:4:1`},
		{"an id given twice in two tables", "flows.csv", "goods,", "port,", `flows.csv:2:1: the id "port" is given twice, first at entities.csv:4:1`},
		{"an id with a line break", "entities.csv", "port,agency", "\"po\nrt\",agency", "entities.csv:4:1: id: holds U+000A, a line break"},
		{"a huge cell", "entities.csv", "Port & Sons", strings.Repeat("A", 1_000_000), "entities.csv:4:13: name: 1000000 characters; 500 at most"},
		{"neither true nor false", "relations.csv", ",true,,", ",perhaps,,", `relations.csv:7:30: draft: "perhaps" is neither true nor false`},
		{"a text that runs the other way", "entities.csv", "Port & Sons", "Port \u202e Sons", "entities.csv:4:13: name: holds U+202E"},
		{"a value of no figure", "values.csv", "berths,4", "boats,4", `values.csv:2:1: no figure has the id "boats"`},
		{"rows of another length", "entities.csv", "port,agency", "x,port,agency", `entities.csv:4:8: the text "agency" has no language, and others beside it have one`},
		{"a quotation mark left open", "entities.csv", "port,agency", "\"port,agency", "entities.csv:4:1: a quotation mark in this row is not closed"},
		{"two columns of one name", "entities.csv", "aliases", "name", `entities.csv:1:30: two columns are called "name"`},
		{"two cases", "case.csv", "\n,1", "\n,1,A\n,1", "case.csv:3:1: a case has one row"},
		{"more than a number", "values.csv", "berths,4", "berths,\"4, \"\"claims\"\": [\"\"c1\"\"]\"", "values.csv:2:8: value: "},
		{"a date that a spreadsheet wrote anew", "relations.csv", "2019", "1/1/2019", `relations.csv:2:23: start: "1/1/2019" is no date: `},
		{"no number", "values.csv", "berths,4", "berths,four", `values.csv:2:8: value: "four" is no number`},
	} {
		files := slices.Clone(exported.Files)
		at := slices.IndexFunc(files, func(f output.File) bool { return f.Name == c.file })
		broken := strings.Replace(string(files[at].Data), c.old, c.new, 1)
		if broken == string(files[at].Data) {
			t.Fatalf("%s: nothing to break in\n%s", c.name, broken)
		}
		files[at].Data = []byte(broken)
		i, err := Import(context.Background(), formatstest.Inputs(files...), formats.ImportOptions{Strict: true})
		formatstest.ExpectRefusal(t, c.name, i, err, c.want)
	}
}

func TestForeignSheetsRefuse(t *testing.T) {
	for _, c := range []struct {
		name string
		file output.File
		o    formats.ImportOptions
		want string
	}{
		{"no table that is known", formatstest.Text("x.csv", "a,b\n1,2\n"), formats.ImportOptions{}, `x.csv:1:1: no column has a name that graphgen knows: "a", "b"`},
		{"an empty file", formatstest.Text("entities.csv", ""), formats.ImportOptions{}, "entities.csv: the file is empty"},
		{"an id given twice", formatstest.Text("people.csv", "Id,Name\nA 1,Ada\nA 1,Bo\n"), formats.ImportOptions{}, `people.csv:3:1: the id "a-1" is given twice, first at people.csv:2:1`},
		{"no name", formatstest.Text("people.csv", "Name,Type\n,person\n"), formats.ImportOptions{}, `people.csv:2:1: missing field "name"`},
		{"no whole number", formatstest.Text("views.csv", "id,around.entity,around.hops\nv,a,many\n"), formats.ImportOptions{}, `views.csv:2:5: around.hops: "many" is no whole number`},
		{"a rule given twice", formatstest.Text("rules.csv", "rule,severity,reason\nx,note,a\nx,off,b\n"), formats.ImportOptions{}, `rules.csv:3:1: rule "x" is given twice`},
		{"a relation without an end", formatstest.Text("x.csv", "From,To\nAda,\n"), formats.ImportOptions{}, `x.csv:2:5: a relation has no "to"`},
		{"a relation to itself", formatstest.Text("x.csv", "From,To\nAda,ada\n"), formats.ImportOptions{}, `x.csv:2:5: a relation leads from "Ada" to itself`},
		{"a text in no language beside others", formatstest.Text("entities.csv", "id,type,name,name@km\na,person,b,c\n"), formats.ImportOptions{}, `entities.csv:2:10: the text "b" has no language, and others beside it have one`},
		{"a column that is not there", formatstest.Text("entities.csv", "id,name\na,b\n"), formats.ImportOptions{Columns: map[string]string{"entities.type": "Kind"}}, `entities.csv:1:1: there is no column "Kind" for type`},
		{"quotation marks without end", formatstest.Text("people.csv", "Name\n"+strings.Repeat("\"", 100_001)+"\n"), formats.ImportOptions{}, "people.csv:2:1: a quotation mark in this row is not closed"},
		{"a date as a spreadsheet writes it", formatstest.Text("x.csv", "From,To,Since\nAda,Bo,2019\nAda,Cy,11/15/2023\n"), formats.ImportOptions{}, `x.csv:3:8: start: "11/15/2023" is no date: `},
		{"a column for nothing", formatstest.Text("entities.csv", "foo,type\n1,person\n"), formats.ImportOptions{}, `entities.csv:1:1: no column has a name that graphgen knows for the "name" of entities`},
		{"one end alone", formatstest.Text("relations.csv", "From,type\nAda,heads\n"), formats.ImportOptions{}, `relations.csv:1:1: no column has a name that graphgen knows for the "to" of relations`},
		{"many columns", formatstest.Text("people.csv", "Name"+strings.Repeat(",x", 100_000)+"\nAda\n"), formats.ImportOptions{}, "people.csv:1:1: the sheet has 100001 columns"},
	} {
		c.o.Strict = true
		i, err := Import(context.Background(), formatstest.Inputs(c.file), c.o)
		formatstest.ExpectRefusal(t, c.name, i, err, c.want)
	}
	in := formatstest.Inputs(formatstest.Text("x.csv", "name\na\n"))
	in[0].Table = "nobody"
	i, err := Import(context.Background(), in, formats.ImportOptions{})
	formatstest.ExpectRefusal(t, "no such table", i, err, `x.csv: a case has no table "nobody"`)
}

// A row or a cell that cannot be taken is left out and told by its place; the others come in.
func TestSheetsLeaveOut(t *testing.T) {
	for _, c := range []struct {
		name       string
		files      []output.File
		o          formats.ImportOptions
		want, loss []string
		not        string
	}{
		{"relations", []output.File{formatstest.Text("x.csv", `From,To,Type,Since,Until
Ada,Bo,heads,2019-00-00,present
Ada,,heads,,
Bo,bo,advises,,
Cy,Bo,advises,07-SEP-1990,11/12/2023
Bo,Cy,owns,x,1,2
Dan,"Cy","was paid
by",2019-05-00,Sept 2020
#N/A,Bo,owns,,
`)}, formats.ImportOptions{},
			[]string{`"type": "heads", "from": "ada", "to": "bo", "start": "2019", "draft": true`, `"type": "advises", "from": "cy", "to": "bo", "start": "1990-09-07", "draft": true`,
				`"from": "cy", "to": "dan", "start": "2019-05", "end": "2020-09"`},
			[]string{`x.csv:3:5: a relation has no "to"`, `x.csv:4:4: a relation leads from "Bo" to itself`, `x.csv:6:16: cell 6 stands beside the columns`, `x.csv:9:1: a relation has no "from"`,
				`x.csv:2:25: end: "present" names no date`, `x.csv:5:27: end: "11/12/2023" is no date`, "rows: 1", "cells: 1"}, "n-a"},
		{"a title, a doubled row, a column to leave out", []output.File{formatstest.Text("x.csv", "Ships of the bay\n\nid,name,type,secret\na,Ada,person,x\na,Ada,person,x\nb,Bo,person,y\n")}, formats.ImportOptions{Skip: []string{"Secret"}},
			[]string{`"name": "Ada"`, `"name": "Bo"`}, []string{"x.csv:5:1: the row is given twice, first at x.csv:4:1", `titles: 1 (rows above the headers of x.csv, such as "Ships of the bay")`}, "secret"},
		{"what a case file cannot hold", []output.File{formatstest.Text("entities.csv", "id,type,name,aliases,country,code,description,links,tags\na,person,Ada,,,,,,\nb,pirate,Bo,,,,,,\n"+`c,person,"C`+"\n"+`y",,,,,,`+"\n")}, formats.ImportOptions{},
			[]string{`"name": "Ada"`}, []string{`entities.csv:3:3: unknown type "pirate"`, "entities.csv:4:10: name: holds U+000A"}, "pirate"},
		{"names in a sheet that was exported", []output.File{formatstest.Text("entities.csv", "id,type,name,aliases,country,code,description,links,tags\na,organization,Alfa Ltd,,,,,,\nb,organization,Beta Ltd,,,,,,\n"),
			formatstest.Text("relations.csv", "id,type,from,to,label,start,end,during,draft,claims\nr1,owns,a,b,,,,,true,\nr2,owns,Beta Ltd,Alfa Ltd,,,,,,\nr3,owns,a,Alfa Ltd,,,,,,\n")}, formats.ImportOptions{},
			[]string{`{ "id": "r2", "type": "owns", "from": "b", "to": "a", "draft": true }`}, []string{"drafts: 1", `relations.csv:4:11: a relation leads from "a" to itself`}, "r3"},
		{"Gephi's Undirected", []output.File{formatstest.Text("edges.csv", "Source,Target,Type,Label\nada,bo,Undirected,met at the quay\nada,cy,Undirected,related to\nbo,cy,Directed,heads\n")}, formats.ImportOptions{},
			[]string{`"type": "linked-with", "from": "ada", "to": "bo", "label": "met at the quay"`, `"type": "related-to", "from": "ada", "to": "cy"`, `"type": "heads", "from": "bo", "to": "cy"`, `"symmetric": true`},
			[]string{"directions: 2 (relations that have no direction)"}, ""},
		{"offshore leaks", []output.File{formatstest.Text("relationships.csv", "node_id_start,node_id_end,rel_type,link,status,start_date,end_date,sourceID\n10,20,officer_of,shareholder of,,12-FEB-1999,,Panama Papers\n")}, formats.ImportOptions{RelationType: "owns"},
			[]string{`"type": "linked-to", "from": "10", "to": "20", "label": "officer_of", "start": "1999-02-12"`}, nil, ""},
		{"what relations say, by hand", []output.File{formatstest.Text("x.csv", "Shareholder,Company,Percentage\nAda,ACME,50\n")}, formats.ImportOptions{RelationType: "owns", Columns: map[string]string{"from": "Shareholder", "to": "Company"}},
			[]string{`"type": "owns", "from": "ada", "to": "acme"`}, []string{`columns: 1 (cells of column "Percentage"`}, ""},
	} {
		got, i := formatstest.Taken(t, Import, c.o, c.files...)
		written := strings.Join(strings.Fields(string(capture.Start(*got))), " ")
		var told strings.Builder
		if err := i.Loss.Write(&told, "lost"); err != nil {
			t.Fatal(err)
		}
		for _, want := range c.want {
			if !strings.Contains(written, want) {
				t.Errorf("%s: no %s in\n%s", c.name, want, written)
			}
		}
		for _, want := range c.loss {
			if !strings.Contains(told.String(), want) {
				t.Errorf("%s: no %s in\n%s", c.name, want, told.String())
			}
		}
		if c.not != "" && strings.Contains(written, c.not) {
			t.Errorf("%s: there is %q in\n%s", c.name, c.not, written)
		}
		formatstest.ExpectDrafts(t, c.name, got)
		c.o.Strict = true
		if i, err := Import(context.Background(), formatstest.Inputs(c.files...), c.o); err == nil && strings.Contains(told.String(), "rows: ") {
			t.Errorf("%s: strictly, too, it is taken: %v", c.name, i.Loss)
		}
	}
}

// What is not known for sure is refused, with both places or with what to say.
func TestSheetsAsk(t *testing.T) {
	people := formatstest.Text("people.csv", "Id,Name,Type\np1,Ada Berg,person\np2,Ada Berg,person\np3,Bo,person\n")
	for _, c := range []struct {
		name  string
		files []output.File
		want  string
	}{
		{"a namesake", []output.File{people, formatstest.Text("x.csv", "From,To,Type\nBo,p1,advises\nBo,Ada Berg,advises\n")}, `x.csv:3:4: two are called "Ada Berg": "p1" at people.csv:2:1 and "p2" at people.csv:3:1`},
		{"a namesake by an alias", []output.File{formatstest.Text("people.csv", "Name,Aliases\nAda,A. B.\nBo,A B\n"), formatstest.Text("x.csv", "From,To\nBo,AB\n")}, `x.csv:2:4: two are called "AB"`},
		{"shareholders", []output.File{formatstest.Text("x.csv", "Shareholder,Company,Percentage\nAda,ACME,50\n")}, `x.csv:1:1: the column "Shareholder" may be the other end of a relation with "Company"`},
		{"people and where they work", []output.File{formatstest.Text("x.csv", "Name,Employer,Country\nAda,ACME,GB\n")}, `x.csv:1:6: the column "Employer" may be the other end`},
		{"a column of names that are in the list", []output.File{formatstest.Text("x.csv", "Name,Answers to\nAda,Cy\nBo,Cy\nCy,\n")}, `x.csv:1:6: the column "Answers to" may be the other end`},
		{"an id for two", []output.File{formatstest.Text("x.csv", "Id,Name\na,Ada\na,Bo\n")}, `x.csv:3:1: the id "a" is given twice, first at x.csv:2:1`},
	} {
		i, err := Import(context.Background(), formatstest.Inputs(c.files...), formats.ImportOptions{})
		formatstest.ExpectRefusal(t, c.name, i, err, c.want)
	}
	// An id says which one, and the very words do where others only look alike.
	got, _ := formatstest.Taken(t, Import, formats.ImportOptions{}, people, formatstest.Text("x.csv", "From,To,Type\nBo,p2,advises\n"))
	if r := got.Relations[0]; r.To != "p2" {
		t.Errorf("%v", r)
	}
	got, _ = formatstest.Taken(t, Import, formats.ImportOptions{}, formatstest.Text("people.csv", "Id,Name\na,AB\nb,A. B.\n"), formatstest.Text("x.csv", "From,To,Type\nAB,A. B.,advises\n"))
	if r := got.Relations[0]; r.From != "a" || r.To != "b" {
		t.Errorf("%v", r)
	}
	// A list may be told to be one.
	in := formatstest.Inputs(formatstest.Text("x.csv", "Name,Employer\nAda,ACME\n"))
	in[0].Table = "entities"
	if _, err := Import(context.Background(), in, formats.ImportOptions{}); err != nil {
		t.Error(err)
	}
}
