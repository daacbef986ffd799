package formats

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"example.org/graphgen/internal/account"
	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/words"
)

// subject is a case as exports take it.
func subject(t testing.TB, c *entities.Case) Subject {
	t.Helper()
	n := network.New(entities.NewIndex(c))
	return Subject{
		View:   n.View(&entities.View{ID: "all"}),
		Teller: &account.Teller{Index: n.Index(), Words: words.For(c.Language), Lang: c.Language},
	}
}

// loaded is a case of this repository, or of a file's bytes.
func loaded(t testing.TB, name string, data []byte) *entities.Case {
	t.Helper()
	f, problems := entities.Load(name, data)
	if problems.HasErrors() {
		t.Fatalf("%v\n%s", problems[0], data)
	}
	return f.Case
}

func caseIn(t testing.TB, path ...string) *entities.Case {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(append([]string{"..", ".."}, path...)...))
	if err != nil {
		t.Fatal(err)
	}
	return loaded(t, filepath.Join(path...), data)
}

// cases are those of this repository.
func cases(t testing.TB) map[string]*entities.Case {
	return map[string]*entities.Case{
		"seed":    caseIn(t, "data", "entities.json"),
		"harbour": caseIn(t, "examples", "harbour", "data", "entities.json"),
		"full":    caseIn(t, "internal", "entities", "testdata", "full.json"),
	}
}

func inputs(files ...output.File) []Input {
	var in []Input
	for _, f := range files {
		in = append(in, Input{Name: f.Name, Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(f.Data)), nil }})
	}
	return in
}

func text(name, data string) output.File { return output.File{Name: name, Data: []byte(data)} }

// taken is the case that a format makes of files.
func taken(t testing.TB, read reading, o ImportOptions, files ...output.File) (*entities.Case, Import) {
	t.Helper()
	i, err := read(context.Background(), inputs(files...), o)
	if err != nil {
		t.Fatal(err)
	}
	defer i.Close()
	var b bytes.Buffer
	if _, err := i.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return loaded(t, "taken.json", b.Bytes()), i
}

// reading is how a format takes files in.
type reading = func(context.Context, []Input, ImportOptions) (Import, error)

// expectTaken takes a file in, and wants these parts of the case file, on one line, and of what
// is told as lost. All that is in it must be a draft.
func expectTaken(t *testing.T, name string, read reading, o ImportOptions, file output.File, want, loss []string) {
	t.Helper()
	got, i := taken(t, read, o, file)
	written := strings.Join(strings.Fields(string(capture.Start(*got))), " ")
	var told strings.Builder
	if err := i.Loss.Write(&told, "lost"); err != nil {
		t.Fatal(err)
	}
	for _, part := range want {
		if !strings.Contains(written, part) {
			t.Errorf("%s: no %s in\n%s", name, part, written)
		}
	}
	for _, part := range loss {
		if !strings.Contains(told.String(), part) {
			t.Errorf("%s: no %s in\n%s", name, part, told.String())
		}
	}
	expectDrafts(t, name, got)
}

func TestCSVRoundTrip(t *testing.T) {
	for name, c := range cases(t) {
		for _, comma := range []rune{',', ';', '\t'} {
			e, err := exportCSV(subject(t, c), ExportOptions{Comma: comma})
			if err != nil {
				t.Fatal(err)
			}
			got, i := taken(t, importCSV, ImportOptions{}, e.Files...)
			same(t, name, c, got)
			if len(e.Loss)+len(i.Loss) > 0 {
				t.Errorf("%s: tells of losses: %v, %v", name, e.Loss, i.Loss)
			}
		}
	}
}

// same wants two cases to be one, in the model and as they are written.
func same(t testing.TB, name string, want, got *entities.Case) {
	t.Helper()
	// Written anew, a list without items is left out, as exports leave it out.
	canonical := loaded(t, name, capture.Start(*want))
	if !reflect.DeepEqual(canonical, got) || !bytes.Equal(capture.Start(*want), capture.Start(*got)) {
		t.Fatalf("%s: another case comes back:\n%s\nhad\n%s", name, capture.Start(*got), capture.Start(*want))
	}
}
