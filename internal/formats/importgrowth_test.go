package formats

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"example.org/graphgen/internal/output"
)

// worstImport makes files that are slow to take in, of a size.
type worstImport struct {
	name string
	read reading
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
		return []output.File{text(name, b.String())}
	}
}

func always(line string) func(int) string { return func(int) string { return line } }

func worstImports() []worstImport {
	const ftmPerson = `{"id": "%d", "schema": "Person", "properties": {"name": ["P %d"]}}` + "\n"
	return []worstImport{
		{"payments of one pair", importCSV, 1 << 17, ofRows("x.csv", "from,to,type,label\n", always("Ada,Bo,,paid\n"))},
		{"names that are all new", importCSV, 1 << 16, ofRows("x.csv", "from,to,type\n", func(i int) string { return fmt.Sprintf("A %d,B %d,owns\n", i, i) })},
		{"ids that are alike", importCSV, 1 << 16, ofRows("people.csv", "id,name\n", func(i int) string { return fmt.Sprintf("a %d!,Ada\n", i) })},
		{"rows that are left out", importCSV, 1 << 16, ofRows("x.csv", "from,to,type,start\n", always("Ada,,owns,never\n"))},
		{"rows that a case file cannot hold", importCSV, 1 << 16, ofRows("entities.csv", "id,type,name,aliases,country,code,description,links,tags\n",
			func(i int) string {
				return fmt.Sprintf("a%d,%s,P,,,,,,\n", i, map[bool]string{true: "pirate", false: "person"}[i%200 == 0])
			})},
		{"dates that are none", importCSV, 1 << 16, ofRows("x.csv", "from,to,type,start,end\n", always("Ada,Bo,owns,07-SEP-1990,x\n"))},
		{"lists", importCSV, 1 << 16, ofRows("people.csv", "name,type,tags\n", func(i int) string { return fmt.Sprintf("P %d,person,\"%s\"\n", i, strings.Repeat("a; ", 50)) })},
		{"quotation marks", importCSV, 1 << 16, ofRows("people.csv", "name,type,tags\n", always("\"a\"\"b\n\",person,\"\"\n"))},
		{"blank lines", importCSV, 1 << 17, ofRows("people.csv", "name,type\nAda,person\n", always("\n"))},
		{"delimiters", importCSV, 1 << 17, ofRows("people.csv", "name,type\nAda,person\n", always(strings.Repeat(",", 1000)+"\n"))},
		{"persons", importFTM, 1 << 18, ofRows("f.ftm", "", func(i int) string { return fmt.Sprintf(ftmPerson, i, i) })},
		{"edges of one pair", importFTM, 1 << 18, ofRows("f.ftm", fmt.Sprintf(ftmPerson+ftmPerson, -1, 1, -2, 2), func(i int) string {
			return fmt.Sprintf(`{"id": "e%d", "schema": "Family", "properties": {"person": ["-1"], "relative": ["-2"], "relationship": ["mother"]}}`+"\n", i)
		})},
		{"schemata and properties of any name", importFTM, 1 << 17, ofRows("f.ftm", "", func(i int) string {
			return fmt.Sprintf(`{"id": "s%d", "schema": "S%d", "properties": {}}`+"\n"+`{"id": "q%d", "schema": "Person", "properties": {"p%d": ["x"]}}`+"\n", i, i, i, i)
		})},
		{"empty objects in a list", importFTM, 1 << 18, func(size int) []output.File {
			return []output.File{text("f.ftm", `{"id": "a", "schema": "Person", "properties": {"alias": [`+strings.Repeat("{},", size/3)+`{}]}}`)}
		}},
		{"values that are held", importFTM, 1 << 18, ofRows("f.ftm", "", func(i int) string {
			return fmt.Sprintf(`{"id": "v%d", "schema": "Person", "properties": {"alias": ["%s"]}}`+"\n", i, strings.ReplaceAll(numbered(300), " ", `","`))
		})},
	}
}

// TestImportsGrow holds that what it takes to read sheets and FollowTheMoney grows with them and
// no faster, in the worst of them: time as the least of many, which noise only adds to, and what
// is allocated.
func TestImportsGrow(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	const most = 1.3
	for _, w := range worstImports() {
		t.Run(w.name, func(t *testing.T) {
			sizes := []int{1, 2, 4, 8}
			files, least, room := make([][]output.File, len(sizes)), make([]time.Duration, len(sizes)), make([]uint64, len(sizes))
			for i, n := range sizes {
				files[i], least[i] = w.make(n*w.size), 1<<62
			}
			grew := ""
			for start := time.Now(); time.Since(start) < 15*time.Second; {
				grew = ""
				for i, n := range sizes {
					took, allocated := w.took(t, files[i])
					least[i], room[i] = min(least[i], took), allocated
					if growth := float64(least[i]) / float64(least[0]) / float64(n); growth > most {
						grew = fmt.Sprintf("%d times the size takes %.1f times as long: %v", n, growth*float64(n), least)
					}
					if growth := float64(room[i]) / float64(room[0]) / float64(n); growth > most {
						t.Fatalf("%d times the size takes %.1f times the memory: %v", n, growth*float64(n), room)
					}
				}
				if grew == "" {
					return
				}
			}
			t.Error(grew)
		})
	}
}

// took measures without the collector, whose share depends on what else is in memory.
func (w *worstImport) took(t *testing.T, files []output.File) (time.Duration, uint64) {
	runtime.GC()
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	if made, err := w.read(context.Background(), inputs(files...), ImportOptions{}); err == nil {
		var b bytes.Buffer
		if _, err := made.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		made.Close()
	}
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	return took, after.TotalAlloc - before.TotalAlloc
}

// What is told of a sheet stays as short as it can be read, however much of it is left out.
func TestLossIsReadable(t *testing.T) {
	_, i := taken(t, importCSV, ImportOptions{}, text("x.csv", "from,to,type\n"+strings.Repeat("Ada,,owns\n", 5000)+"Ada,Bo,owns\n"))
	if len(i.Loss) > 40 || i.Loss.Count("rows") != 5000 {
		t.Errorf("%d lines tell of %d rows", len(i.Loss), i.Loss.Count("rows"))
	}
}
