package registry

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/csv"
	"example.org/graphgen/internal/formats/drafts"
	"example.org/graphgen/internal/formats/formatstest"
	"example.org/graphgen/internal/formats/ftm"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/soak"
)

// mutant makes of a file another, as copying, cutting and bad programs do.
func mutant(r *rand.Rand, data []byte) []byte {
	data = slices.Clone(data)
	for range 1 + r.IntN(4) {
		at := r.IntN(len(data) + 1)
		to := min(len(data), at+r.IntN(1+len(data)/4))
		switch r.IntN(7) {
		case 0:
			data = slices.Delete(data, at, to)
		case 1:
			data = slices.Insert(data, at, slices.Clone(data[at:to])...)
		case 2:
			pieces := []string{"\"", ",", ";", "\n", "\r", "{", "}", "[", "]", ":", "\\u0000", "\x00", "\xff", "\u202e", "=1", "null", "1e9", `"id"`, "{}", "\ufeff"}
			data = slices.Insert(data, at, []byte(pieces[r.IntN(len(pieces))])...)
		case 3:
			data = slices.Insert(data, at, bytes.Repeat([]byte{"\",;{[:\n a"[r.IntN(9)]}, 1<<r.IntN(18))...)
		case 4:
			for i := range data[at:to] {
				data[at+i] = byte(r.IntN(256))
			}
		case 5:
			data = bytes.ReplaceAll(data, []byte{byte(32 + r.IntN(95))}, []byte{byte(32 + r.IntN(95))})
		case 6:
			lines := bytes.SplitAfter(data, []byte("\n"))
			r.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
			data = bytes.Join(lines, nil)
		}
		data = data[:min(len(data), 1<<20)]
	}
	return data
}

// A thousand sheets and a thousand files of FollowTheMoney that were broken at random are taken in
// or refused, each in its bounds.
func TestMutatedImports(t *testing.T) {
	const longest, room = 20 * time.Second, 512 << 20
	mutants := soak.Cases(1000, 200)
	c := formatstest.Cases(t)["harbour"]
	sheets, err := csv.Export(formatstest.Subject(t, c), formats.ExportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	lines, err := ftm.Export(formatstest.Subject(t, c), formats.ExportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	foreign := []output.File{formatstest.Text("people.csv", "Title of it\nName;Kind;Also known as;Country\nAda Berg;politician;A. Berg;de\nACME;company;;gb\n"),
		formatstest.Text("payments.csv", "Source,Target,Type,Id,Label,Since\n1,2,Directed,1,heads,2019-00-00\n2,1,Undirected,2,paid,07-SEP-1990\n")}
	for _, kind := range []struct {
		name string
		read formatstest.Reading
		of   []output.File
	}{{"csv", csv.Import, slices.Concat(sheets.Files, foreign)}, {"ftm", ftm.Import, []output.File{{Name: "f.ftm", Data: lines.Files[0].Data}}}} {
		t.Run(kind.name, func(t *testing.T) {
			taken, most := 0, uint64(0)
			for seed := range uint64(mutants) {
				r := rand.New(rand.NewPCG(seed, 3))
				f := kind.of[r.IntN(len(kind.of))]
				f.Data = mutant(r, f.Data)
				var before, after runtime.MemStats // what is allocated in all is more than is held at once
				runtime.ReadMemStats(&before)
				start := time.Now()
				made, err := kind.read(context.Background(), formatstest.Inputs(f), formats.ImportOptions{})
				took := time.Since(start)
				runtime.ReadMemStats(&after)
				allocated := after.TotalAlloc - before.TotalAlloc
				if most = max(most, allocated); took > longest || allocated > room {
					t.Fatalf("seed %d takes %v and %d MiB", seed, took, allocated>>20)
				}
				var refusal *formats.Refusal
				if err != nil {
					if !errors.As(err, &refusal) {
						t.Fatalf("seed %d: %v", seed, err)
					}
					continue
				}
				taken++
				var b bytes.Buffer
				if _, err := made.WriteTo(&b); err != nil {
					t.Fatal(err)
				}
				made.Close()
				if _, found := entities.Load("taken.json", b.Bytes()); found.HasErrors() {
					t.Fatalf("seed %d: %v", seed, found[0])
				}
			}
			if taken == 0 || taken == mutants {
				t.Errorf("%d of %d are taken", taken, mutants)
			}
			t.Logf("%d of %d are taken, with %d MiB at most", taken, mutants, most>>20)
		})
	}
}

// Of many entities the views show the best tied, and around whom they are: few enough to be read.
func TestViewsOfMany(t *testing.T) {
	var links, lines strings.Builder
	links.WriteString("from,to,type\n")
	for i := range 400 {
		fmt.Fprintf(&links, "Hub %d,P %d,owns\n", i%7, i)
		fmt.Fprintf(&lines, `{"id": "p%d", "schema": "Person", "properties": {"name": ["P %d"]}}`+"\n", i, i)
		fmt.Fprintf(&lines, `{"id": "e%d", "schema": "Ownership", "properties": {"owner": ["p%d"], "asset": ["c%d"]}}`+"\n", i, i, i%7)
	}
	for i := range 7 {
		fmt.Fprintf(&lines, `{"id": "c%d", "schema": "Company", "properties": {"name": ["Hub %d"]}}`+"\n", i, i)
	}
	for name, c := range map[string]struct {
		read formatstest.Reading
		file output.File
	}{"csv": {csv.Import, formatstest.Text("x.csv", links.String())}, "ftm": {ftm.Import, formatstest.Text("f.ftm", lines.String())}} {
		got, _ := formatstest.Taken(t, c.read, formats.ImportOptions{}, c.file)
		if len(got.Views) != 1+drafts.ViewsAround || got.Views[0].ID != "overview" {
			t.Errorf("%s: %d views", name, len(got.Views))
		}
		x := entities.NewIndex(got)
		for i, v := range got.Views {
			if n := len(v.Include.IDs); n < 50 || n > drafts.MostTied {
				t.Errorf("%s: view %q shows %d entities", name, v.ID, n)
			}
			if title, _ := v.Title.In("", ""); i > 0 && !strings.HasPrefix(title, "Hub ") {
				t.Errorf("%s: view %q is of %q", name, v.ID, title)
			}
			for _, id := range v.Include.IDs {
				if x.Entity(id) == nil {
					t.Errorf("%s: view %q shows nobody as %q", name, v.ID, id)
				}
			}
		}
		again, _ := formatstest.Taken(t, c.read, formats.ImportOptions{}, c.file)
		formatstest.Same(t, name, got, again)
	}
	var loose strings.Builder
	for i := range 300 {
		fmt.Fprintf(&loose, `{"id": "p%d", "schema": "Person", "properties": {"name": ["P %d"]}}`+"\n", i, i)
	}
	got, _ := formatstest.Taken(t, ftm.Import, formats.ImportOptions{}, formatstest.Text("f.ftm", loose.String()))
	if len(got.Views) != 1 || len(got.Views[0].Include.IDs) != drafts.MostTied {
		t.Errorf("without lines: %v", got.Views)
	}
}
