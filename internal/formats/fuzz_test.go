package formats

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/problem"
)

// fuzzed has an import read anything. What it takes is a case of the right shape, in which
// nothing stands but by claims; what it does not take has a place.
func fuzzed(t *testing.T, read func(context.Context, []Input, ImportOptions) (Import, error), files ...output.File) *entities.Case {
	i, err := read(context.Background(), inputs(files...), ImportOptions{})
	if err != nil {
		var refusal *Refusal
		if !errors.As(err, &refusal) || len(refusal.Problems) == 0 {
			t.Fatalf("%v is no refusal", err)
		}
		for _, p := range refusal.Problems {
			if p.Place.File == "" || p.Place.File == "the case" || p.Message == "" || p.Severity != problem.Error {
				t.Fatalf("%v has no place", p)
			}
		}
		return nil
	}
	defer i.Close()
	var b bytes.Buffer
	if _, err := i.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	f, found := entities.Load("taken.json", b.Bytes())
	if len(found) > 0 {
		t.Fatalf("%v: %s", found[0], b.String())
	}
	if len(f.Case.Entities) != i.Tally.Entities || len(f.Case.Relations) != i.Tally.Relations || len(f.Case.Sources) != i.Tally.Sources {
		t.Fatalf("%v is told of %s", i.Tally, b.String())
	}
	if err := i.Loss.Write(&b, "lost"); err != nil {
		t.Fatal(err)
	}
	return f.Case
}

func FuzzImportFTM(f *testing.F) {
	for _, seed := range []string{
		`{"id": "a", "schema": "Person", "properties": {"name": ["A"], "country": ["gb"], "keywords": ["type: ministry", "x"]}}`,
		`{"id": "e", "schema": "UnknownLink", "properties": {"subject": ["a"], "object": ["b"], "role": ["bribed (alleged by X)"], "startDate": ["2019"]}}` + "\n" + `{"id": "a", "schema": "Company"}` + "\n" + `{"id": "b", "schema": "Event", "properties": {"involved": ["a"]}}`,
		`{"id": "g..1780.g", "schema": "Article", "properties": {"title": ["T"], "sourceUrl": ["https://x"], "publishedAt": ["2020-01-01T00:00"]}}`,
		"\n{", `{"id": 1}`, "\ufeff[]",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if c := fuzzed(t, importFTM, output.File{Name: "f.ftm", Data: data}); c != nil {
			expectDrafts(t, "fuzzed", c)
		}
	})
}

func FuzzImportDOT(f *testing.F) {
	for _, seed := range []string{
		`digraph { a [type=person, label="A\nB"]; a -> b [label="bribed", id=e]; subgraph cluster_x { label=L; b } }`,
		`strict graph { a -- b -- a [type=heads] }`, `digraph { a [class="type-origin"] -> "" [URL="https://x"] }`, `digraph { a -> b [label=<<B>x</B>>] }`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if c := fuzzed(t, importDOT, output.File{Name: "f.dot", Data: data}); c != nil {
			expectDrafts(t, "fuzzed", c)
		}
	})
}

func FuzzImportCSV(f *testing.F) {
	f.Add("id,type,name\nada,person,Ada\n", "from,to,type\nada,Bo,bribed\n")
	f.Add("Name;Aliases;Web\nAda;\"a; b\";https://x\n", "source\ttarget\nAda\tada b\n")
	f.Add("name,name@km,tags\na,ក,x\n", "id,type,from,to,label,start,end,during,draft,claims\nr,heads,a,b,,,,,true,\n")
	f.Add("id,type,name,aliases,country,code,description,links,tags\na,person,A,,,,,,\n", "from,to\na,a\n")
	f.Fuzz(func(t *testing.T, people, links string) {
		c := fuzzed(t, importCSV, text("entities.csv", people), text("relations.csv", links))
		if c == nil || strings.Contains(links, "claims") {
			return // an exported sheet may have lines without a claim, which check then reports
		}
		expectDrafts(t, "fuzzed", c)
	})
}

func FuzzImportCSVTable(f *testing.F) {
	f.Add("claims", "id,source,speaker,quote,standing\nc,s,Ada,a b,alleged\n")
	f.Add("figures", "id,question\nf,How many?\n")
	f.Add("relation-types", "relation-type,label,wrongdoing\nx,y,true\n")
	f.Add("case", "version,title,language\n1,T,en\n")
	f.Add("views", "id,include.types,around.hops,legend\nv,person; flow,2,false\n")
	f.Fuzz(func(t *testing.T, table, sheet string) {
		if _, known := tableNamed(table); known {
			fuzzed(t, importCSV, text(table+".csv", sheet))
		}
	})
}
