package csv

import (
	"strings"
	"testing"

	"example.org/graphgen/internal/formats/formatstest"
)

func FuzzImport(f *testing.F) {
	f.Add("id,type,name\nada,person,Ada\n", "from,to,type\nada,Bo,bribed\n")
	f.Add("Name;Aliases;Web\nAda;\"a; b\";https://x\n", "source\ttarget\nAda\tada b\n")
	f.Add("name,name@km,tags\na,ក,x\n", "id,type,from,to,label,start,end,during,draft,claims\nr,heads,a,b,,,,,true,\n")
	f.Add("id,type,name,aliases,country,code,description,links,tags\na,person,A,,,,,,\n", "from,to\na,a\n")
	f.Fuzz(func(t *testing.T, people, links string) {
		c := formatstest.Fuzzed(t, Import, formatstest.Text("entities.csv", people), formatstest.Text("relations.csv", links))
		if c == nil || strings.Contains(links, "claims") {
			return // an exported sheet may have lines without a claim, which check then reports
		}
		formatstest.ExpectDrafts(t, "fuzzed", c)
	})
}

func FuzzImportTable(f *testing.F) {
	f.Add("claims", "id,source,speaker,quote,standing\nc,s,Ada,a b,alleged\n")
	f.Add("figures", "id,question\nf,How many?\n")
	f.Add("relation-types", "relation-type,label,wrongdoing\nx,y,true\n")
	f.Add("case", "version,title,language\n1,T,en\n")
	f.Add("views", "id,include.types,around.hops,legend\nv,person; flow,2,false\n")
	f.Fuzz(func(t *testing.T, table, sheet string) {
		if _, known := tableNamed(table); known {
			formatstest.Fuzzed(t, Import, formatstest.Text(table+".csv", sheet))
		}
	})
}
