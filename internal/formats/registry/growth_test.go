package registry

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"example.org/graphgen/internal/growthtest"

	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/csv"
	"example.org/graphgen/internal/formats/formatstest"
	"example.org/graphgen/internal/formats/ftm"
	"example.org/graphgen/internal/output"
)

// worstImport makes files that are slow to take in, of a size.
type worstImport struct {
	name string
	read formatstest.Reading
	size int // of the smallest
	make func(size int) []output.File
}

func ofRows(name, header string, row func(i int) string) func(int) []output.File {
	return func(size int) []output.File {
		var b strings.Builder
		b.WriteString(header)
		for i := 0; b.Len() < size; i++ {
			b.WriteString(row(i))
		}
		return []output.File{formatstest.Text(name, b.String())}
	}
}

func always(line string) func(int) string { return func(int) string { return line } }

func worstImports() []worstImport {
	const ftmPerson = `{"id": "%d", "schema": "Person", "properties": {"name": ["P %d"]}}` + "\n"
	return []worstImport{
		{"payments of one pair", csv.Import, 1 << 17, ofRows("x.csv", "from,to,type,label\n", always("Ada,Bo,,paid\n"))},
		{"names that are all new", csv.Import, 1 << 16, ofRows("x.csv", "from,to,type\n", func(i int) string { return fmt.Sprintf("A %d,B %d,owns\n", i, i) })},
		{"ids that are alike", csv.Import, 1 << 16, ofRows("people.csv", "id,name\n", func(i int) string { return fmt.Sprintf("a %d!,Ada\n", i) })},
		{"rows that are left out", csv.Import, 1 << 16, ofRows("x.csv", "from,to,type,start\n", always("Ada,,owns,never\n"))},
		{"rows that a case file cannot hold", csv.Import, 1 << 16, ofRows("entities.csv", "id,type,name,aliases,country,code,description,links,tags\n",
			func(i int) string {
				return fmt.Sprintf("a%d,%s,P,,,,,,\n", i, map[bool]string{true: "pirate", false: "person"}[i%200 == 0])
			})},
		{"dates that are none", csv.Import, 1 << 16, ofRows("x.csv", "from,to,type,start,end\n", always("Ada,Bo,owns,07-SEP-1990,x\n"))},
		{"lists", csv.Import, 1 << 16, ofRows("people.csv", "name,type,tags\n", func(i int) string { return fmt.Sprintf("P %d,person,\"%s\"\n", i, strings.Repeat("a; ", 50)) })},
		{"quotation marks", csv.Import, 1 << 16, ofRows("people.csv", "name,type,tags\n", always("\"a\"\"b\n\",person,\"\"\n"))},
		{"blank lines", csv.Import, 1 << 17, ofRows("people.csv", "name,type\nAda,person\n", always("\n"))},
		{"delimiters", csv.Import, 1 << 17, ofRows("people.csv", "name,type\nAda,person\n", always(strings.Repeat(",", 1000)+"\n"))},
		{"persons", ftm.Import, 1 << 18, ofRows("f.ftm", "", func(i int) string { return fmt.Sprintf(ftmPerson, i, i) })},
		{"edges of one pair", ftm.Import, 1 << 18, ofRows("f.ftm", fmt.Sprintf(ftmPerson+ftmPerson, -1, 1, -2, 2), func(i int) string {
			return fmt.Sprintf(`{"id": "e%d", "schema": "Family", "properties": {"person": ["-1"], "relative": ["-2"], "relationship": ["mother"]}}`+"\n", i)
		})},
		{"schemata and properties of any name", ftm.Import, 1 << 17, ofRows("f.ftm", "", func(i int) string {
			return fmt.Sprintf(`{"id": "s%d", "schema": "S%d", "properties": {}}`+"\n"+`{"id": "q%d", "schema": "Person", "properties": {"p%d": ["x"]}}`+"\n", i, i, i, i)
		})},
		{"empty objects in a list", ftm.Import, 1 << 18, func(size int) []output.File {
			return []output.File{formatstest.Text("f.ftm", `{"id": "a", "schema": "Person", "properties": {"alias": [`+strings.Repeat("{},", size/3)+`{}]}}`)}
		}},
		{"values that are held", ftm.Import, 1 << 18, ofRows("f.ftm", "", func(i int) string {
			return fmt.Sprintf(`{"id": "v%d", "schema": "Person", "properties": {"alias": ["%s"]}}`+"\n", i, strings.ReplaceAll(formatstest.Numbered(300), " ", `","`))
		})},
	}
}

// TestImportsGrow holds that what it takes to read sheets and FollowTheMoney grows with them and
// no faster, in the worst of them.
func TestImportsGrow(t *testing.T) {
	for _, w := range worstImports() {
		t.Run(w.name, func(t *testing.T) {
			growthtest.Linear(t, w.size, func(size int) func() {
				files := w.make(size)
				return func() {
					made, err := w.read(context.Background(), formatstest.Inputs(files...), formats.ImportOptions{})
					if err != nil {
						return
					}
					if _, err := made.WriteTo(io.Discard); err != nil {
						t.Fatal(err)
					}
					made.Close()
				}
			})
		})
	}
}

// What is told of a sheet stays as short as it can be read, however much of it is left out.
func TestLossIsReadable(t *testing.T) {
	_, i := formatstest.Taken(t, csv.Import, formats.ImportOptions{}, formatstest.Text("x.csv", "from,to,type\n"+strings.Repeat("Ada,,owns\n", 5000)+"Ada,Bo,owns\n"))
	if len(i.Loss) > 40 || i.Loss.Count("rows") != 5000 {
		t.Errorf("%d lines tell of %d rows", len(i.Loss), i.Loss.Count("rows"))
	}
}
