// Package formatstest has what the tests of all formats share: cases, and what every import and
// export must keep to.
package formatstest

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/casetest"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/wording"
	"example.org/graphgen/internal/words"
)

// Fuzzed has an import read anything. What it takes is a case of the right shape, in which
// nothing stands but by claims; what it does not take has a place.
func Fuzzed(t *testing.T, read func(context.Context, []formats.Input, formats.ImportOptions) (formats.Import, error), files ...output.File) *entities.Case {
	i, err := read(context.Background(), Inputs(files...), formats.ImportOptions{})
	if err != nil {
		var refusal *formats.Refusal
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

// Subject is a case as exports take it.
func Subject(t testing.TB, c *entities.Case) formats.Subject {
	t.Helper()
	n := network.New(entities.NewIndex(c))
	return formats.Subject{
		View:      n.View(&entities.View{ID: "all"}),
		Describer: &wording.Describer{Index: n.Index(), Words: words.For(c.Language), Lang: c.Language},
	}
}

// Loaded is a case of this repository, or of a file's bytes.
func Loaded(t testing.TB, name string, data []byte) *entities.Case {
	t.Helper()
	f, problems := entities.Load(name, data)
	if problems.HasErrors() {
		t.Fatalf("%v\n%s", problems[0], data)
	}
	return f.Case
}

func CaseIn(t testing.TB, path ...string) *entities.Case {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(append([]string{"..", "..", ".."}, path...)...))
	if err != nil {
		t.Fatal(err)
	}
	return Loaded(t, filepath.Join(path...), data)
}

// Cases are those of this repository.
func Cases(t testing.TB) map[string]*entities.Case {
	return map[string]*entities.Case{
		"seed":    CaseIn(t, "data", "entities.json"),
		"harbour": CaseIn(t, "examples", "harbour", "data", "entities.json"),
		"acts":    casetest.Acts(),
		"money":   casetest.Money(),
		"full":    CaseIn(t, "internal", "entities", "testdata", "full.json"),
	}
}

func Inputs(files ...output.File) []formats.Input {
	var in []formats.Input
	for _, f := range files {
		in = append(in, formats.Input{Name: f.Name, Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(f.Data)), nil }})
	}
	return in
}

func Text(name, data string) output.File { return output.File{Name: name, Data: []byte(data)} }

// Taken is the case that a format makes of files.
func Taken(t testing.TB, read Reading, o formats.ImportOptions, files ...output.File) (*entities.Case, formats.Import) {
	t.Helper()
	i, err := read(context.Background(), Inputs(files...), o)
	if err != nil {
		t.Fatal(err)
	}
	defer i.Close()
	var b bytes.Buffer
	if _, err := i.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return Loaded(t, "taken.json", b.Bytes()), i
}

// Reading is how a format takes files in.
type Reading = func(context.Context, []formats.Input, formats.ImportOptions) (formats.Import, error)

// ExpectTaken takes a file in, and wants these parts of the case file, on one line, and of what
// is told as lost. All that is in it must be a draft.
func ExpectTaken(t *testing.T, name string, read Reading, o formats.ImportOptions, file output.File, want, loss []string) {
	t.Helper()
	got, i := Taken(t, read, o, file)
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
	ExpectDrafts(t, name, got)
}

// Same wants two cases to be one, in the model and as they are written.
func Same(t testing.TB, name string, want, got *entities.Case) {
	t.Helper()
	// Written anew, a list without items is left out, as exports leave it out.
	canonical := Loaded(t, name, capture.Start(*want))
	if !reflect.DeepEqual(canonical, got) || !bytes.Equal(capture.Start(*want), capture.Start(*got)) {
		t.Fatalf("%s: another case comes back:\n%s\nhad\n%s", name, capture.Start(*got), capture.Start(*want))
	}
}

// ExpectDrafts wants nothing to stand but by claims.
func ExpectDrafts(t testing.TB, name string, c *entities.Case) {
	t.Helper()
	x := entities.NewIndex(c)
	for i := range c.Relations {
		r := &c.Relations[i]
		if len(r.Claims) == 0 && (!r.Draft || x.StandRelation(r).Standing != "") {
			t.Errorf("%s: relation %q has no claim, and is no draft", name, r.ID)
		}
	}
}

// ExpectRefusal wants an error with a place, and nothing to write.
func ExpectRefusal(t testing.TB, name string, i formats.Import, err error, want string) {
	t.Helper()
	var refusal *formats.Refusal
	if !errors.As(err, &refusal) {
		t.Errorf("%s: %v; want %s", name, err, want)
		return
	}
	if !strings.HasPrefix(err.Error(), want) {
		t.Errorf("%s: %v; want %s", name, err, want)
	}
	if i.Write != nil {
		t.Errorf("%s: there is something to write", name)
	}
}

// Numbered are so many names, none of them twice.
func Numbered(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(" n" + strings.Repeat("i", i%7) + string(rune('a'+i%26)) + strings.Repeat("x", i/26))
	}
	return b.String()
}

// Small is a case with a line of each standing.
const Small = `{"version": 1, "title": "Harbour", "language": "en",
"sources": [{"id": "story", "type": "article", "title": "The <deal>", "publisher": "gazette", "url": "https://example.org/a?b=1&c=2"}],
"entities": [
  {"id": "gazette", "type": "media", "name": "The Gazette"}, {"id": "ada", "type": "person", "name": {"en": "Ada \"A\" Berg", "km": "អាដា"}, "country": "NO", "tags": ["port"]},
  {"id": "port", "type": "agency", "name": "Port & Sons"}, {"id": "traders", "type": "group", "name": "Traders"}, {"id": "ក", "type": "place", "name": "ភ្នំពេញ"}
],
"claims": [
  {"id": "c1", "source": "story", "speaker": "gazette", "quote": "heads the port", "standing": "stated"},
  {"id": "c2", "source": "story", "speaker": "traders", "relayedBy": "gazette", "quote": "paid her", "standing": "alleged"},
  {"id": "c3", "source": "story", "speaker": "traders", "quote": "may harm", "standing": "alleged", "hedge": "may"},
  {"id": "c4", "source": "story", "speaker": "ada", "quote": "never did", "standing": "stated", "answers": {"claim": "c3", "as": "denies"}},
  {"id": "c5", "source": "story", "speaker": "traders", "quote": "talk at night", "standing": "rumoured"}
],
"relations": [
  {"id": "heads", "type": "heads", "from": "ada", "to": "port", "claims": ["c1"], "start": "2019"},
  {"id": "bribe", "type": "bribed", "from": "traders", "to": "ada", "claims": ["c2"]},
  {"id": "harm", "type": "harms", "from": "ada", "to": "traders", "claims": ["c3"]},
  {"id": "talk", "type": "met-with", "from": "traders", "to": "port", "claims": ["c5"]},
  {"id": "near", "type": "located-in", "from": "port", "to": "ក", "draft": true},
  {"id": "kin", "type": "related-to", "from": "ada", "to": "traders", "claims": ["c1"]}
],
"flows": [{"id": "goods", "what": "Goods", "kind": "spread", "via": ["port"], "to": ["ក"], "claims": ["c2"]}],
"figures": [{"id": "berths", "question": "How many berths?", "about": ["port"], "values": [{"value": 4, "measure": "berths", "claims": ["c1"]}]}]
}`
