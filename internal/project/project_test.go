package project

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
)

// harbour copies the example and returns the path of its case file.
func harbour(t *testing.T) (path string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../examples/harbour")); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, filepath.FromSlash(DefaultFile))
}

func open(t *testing.T, path string, texts ...LocalCopy) *Project {
	t.Helper()
	p, err := Open(path, Options{Texts: texts})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// What lies beside a case is read with it, and what is wrong with it is among the problems.
func TestOpenReadsWhatLiesBeside(t *testing.T) {
	path := harbour(t)
	p := open(t, path)
	if len(p.Problems) > 0 || len(p.Texts) != len(p.File.Case.Sources) || p.Size() < len(p.File.Text()) {
		t.Errorf("of %d sources there are %d texts; %v", len(p.File.Case.Sources), len(p.Texts), p.Problems)
	}
	if c := p.Check(check.Options{}); c.Network == nil || c.Problems.HasErrors() {
		t.Fatalf("the example has errors: %v", c.Problems)
	}
	beside := filepath.Dir(path)
	write(t, filepath.Join(beside, "edits", "quay.json"), "{")
	write(t, filepath.Join(beside, "places", "quay.json"), "[")
	write(t, filepath.Join(beside, "places", "none.json"), "{}")
	c := open(t, path).Check(check.Options{})
	var told []string
	for _, problem := range c.Problems {
		told = append(told, filepath.ToSlash(problem.Place.File))
	}
	for _, file := range []string{"edits/quay.json", "places/quay.json", "places/none.json"} {
		if !strings.Contains(strings.Join(told, " "), file) {
			t.Errorf("nothing is told of %s, but of %v", file, told)
		}
	}
}

// A case that cannot be read, or loaded, is a problem, and nothing beside it is read.
func TestOpenWithoutCase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none.json")
	p := open(t, path)
	if p.File != nil || !p.Problems.HasErrors() || p.Check(check.Options{}).Network != nil {
		t.Errorf("of no file there is %v, %v", p.File, p.Problems)
	}
	write(t, path, `{"version": 2}`)
	if p = open(t, path); !p.Problems.HasErrors() || p.Texts != nil || p.Check(check.Options{}).Network != nil {
		t.Errorf("a file with errors has %v, %v", p.Problems, p.Texts)
	}
}

func TestLocalCopies(t *testing.T) {
	path := harbour(t)
	own := filepath.Join(t.TempDir(), "story.txt")
	write(t, own, "Something else.\n")
	if p := open(t, path, LocalCopy{"story", own}); p.Texts["story"].Name != own {
		t.Errorf("the text is that of %s", p.Texts["story"].Name)
	}
	for _, test := range []struct {
		local LocalCopy
		want  string
	}{
		{LocalCopy{"nobody", own}, `the case has no source "nobody"`},
		{LocalCopy{"story", own + "x"}, own + "x: there is no such file"},
	} {
		_, err := Open(path, Options{Texts: []LocalCopy{test.local}})
		var wrong *TextError
		if !errors.As(err, &wrong) || err.Error() != test.want {
			t.Errorf("%v: %v", test.local, err)
		}
	}
	_, err := open(t, path, LocalCopy{"story", own}).SourceText("story")
	if err == nil || !strings.Contains(err.Error(), "is not the text of source \"story\" that was read") {
		t.Errorf("another text is read: %v", err)
	}
	var wrong *SourceError
	if _, err := open(t, path).SourceText("nobody"); !errors.As(err, &wrong) || wrong.Err != ErrNoSource {
		t.Errorf("a text of nobody: %v", err)
	}
}

// The digest is another after a change of any file that the project is made of.
func TestDigest(t *testing.T) {
	path := harbour(t)
	last := open(t, path).Digest()
	if open(t, path).Digest() != last {
		t.Error("the same project has two digests")
	}
	beside := filepath.Dir(path)
	text := filepath.Join(beside, filepath.FromSlash(open(t, path).File.Case.Sources[0].Text.Path))
	for _, change := range []struct{ file, text string }{
		{path, open(t, path).File.Text() + "\n"}, {text, "Other words."},
		{filepath.Join(beside, "edits", "quay.json"), `{"version": 1, "view": "quay", "edits": []}`},
		{filepath.Join(beside, "places", "quay.json"), `{`}, {filepath.Join(beside, "places", "quay.json"), `{}`},
		{filepath.Join(beside, "edits", "none.json"), `{}`}, {path, `{`},
	} {
		write(t, change.file, change.text)
		now := open(t, path).Digest()
		if now == last {
			t.Errorf("after a change of %s the digest is the same", change.file)
		}
		last = now
	}
}

// A file that another program changed since it was read stays as that left it.
func TestAddToAChangedFile(t *testing.T) {
	path := harbour(t)
	p := open(t, path)
	theirs := strings.Replace(p.File.Text(), "Dara Voeun", "Dara Vorn", 1)
	write(t, path, theirs)
	_, err := p.Add(capture.Addition{Entities: []entities.Entity{{ID: "sok", Type: entities.Person, Name: entities.Text{"": "Sok"}}}})
	var unwritten *WriteError
	if now, _ := os.ReadFile(path); !errors.As(err, &unwritten) || string(now) != theirs {
		t.Errorf("%v; the file is theirs: %v", err, string(now) == theirs)
	}
}

// What the case would get an error by is not added, and told.
func TestAddNoErrors(t *testing.T) {
	path := harbour(t)
	p := open(t, path)
	_, err := p.Add(capture.Addition{Claim: entities.Claim{ID: "c", Source: "story", Speaker: "nobody", Quote: "it", Standing: entities.Stated}})
	var wrong *ProblemsError
	if now, _ := os.ReadFile(path); !errors.As(err, &wrong) || !wrong.Problems.HasErrors() || string(now) != p.File.Text() {
		t.Errorf("added all the same: %v", err)
	}
}

func TestReadState(t *testing.T) {
	path := harbour(t)
	s, err := ReadState(context.Background(), path, "", nil)
	if err != nil || len(s.File.Case.Relations) == 0 || s.Index == nil {
		t.Fatalf("%v, %v", s, err)
	}
	broken := filepath.Join(t.TempDir(), "broken.json")
	write(t, broken, "{")
	var wrong *ProblemsError
	if _, err := ReadState(context.Background(), broken, "", nil); !errors.As(err, &wrong) || err.Error() != broken+" has errors" {
		t.Errorf("a broken state: %v", err)
	}
	if _, err := ReadState(context.Background(), ":x", path, nil); err == nil || !strings.Contains(err.Error(), "no git revision begins like that") {
		t.Errorf("a state of no name: %v", err)
	}
}

// A save of any file that the case names is seen, the first one too.
func TestWatchSeesTexts(t *testing.T) {
	path := harbour(t)
	w, err := Watch(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	seen, text := 0, open(t, path).textPaths()[0]
	for p, err := range w.Changes(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		switch seen++; seen {
		case 1:
			write(t, text, "First.")
		case 2:
			if got := string(p.Texts[p.File.Case.Sources[0].ID].Data); got != "First." {
				t.Errorf("the text is %q", got)
			}
			write(t, path, "{")
		case 3:
			if !p.Problems.HasErrors() {
				t.Error("a broken case has no errors")
			}
			cancel()
		}
	}
	if seen != 3 {
		t.Errorf("%d changes were seen", seen)
	}
}

// All of a case leaves nothing out, figures and who gives them among it.
func TestViewOfEverything(t *testing.T) {
	c := open(t, "../../data/entities.json").Check(check.Options{})
	of := c.Network.Index().Case
	v, err := c.View("")
	if err != nil || v.LeftOut != (network.LeftOut{}) || len(of.Figures) == 0 || len(v.Edges) < len(of.Relations) {
		t.Errorf("%d edges for %d relations and %d figures; left out: %+v, %v", len(v.Edges), len(of.Relations), len(of.Figures), v.LeftOut, err)
	}
	var unknown *UnknownViewError
	if _, err := c.View("none"); !errors.As(err, &unknown) || len(unknown.Views) != len(of.Views) {
		t.Errorf("a view that there is not: %v", err)
	}
}
