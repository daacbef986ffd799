package build

import (
	"context"
	"crypto/sha256"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/project"
	"example.org/graphgen/internal/render"
)

const threeViews = `{
  "version": 1, "title": "Berths", "language": "en",
  "sources": [{"id": "story", "type": "article", "title": "The story", "publisher": "gazette"}],
  "entities": [{"id": "gazette", "type": "media", "name": "The Gazette"}, {"id": "port", "type": "agency", "name": "Port"}],
  "claims": [{"id": "c", "source": "story", "speaker": "gazette", "quote": "looked into it", "standing": "stated"}],
  "relations": [{"id": "r", "type": "met-with", "from": "gazette", "to": "port", "claims": ["c"]}],
  "views": [{"id": "one", "title": "One"}, {"id": "two", "title": "Two"}, {"id": "edits", "title": "Edits"}]
}`

// checked writes a case file into a folder and checks it.
func checked(t *testing.T, dir, text string) *project.Checked {
	t.Helper()
	path := filepath.Join(dir, "entities.json")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	p, err := project.Open(path, project.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := p.Check(check.Options{})
	if c.Problems.HasErrors() {
		t.Fatal(c.Problems)
	}
	return c
}

// builder draws a picture of one word, but for the views that fail.
func builder(out string, failing ...string) *Builder {
	return &Builder{Out: out, Forms: Forms{Pictures: true}, Draw: func(_ context.Context, _ *render.Renderer, v *network.View, _ Job, _ [sha256.Size]byte) (*render.Drawing, error) {
		if slices.Contains(failing, v.Spec.ID) {
			return nil, errors.New("out of time")
		}
		word := []byte(v.Spec.Title["en"])
		return &render.Drawing{SVG: word, Narrow: word, DOT: word, PNG: word, PNG2x: word, Card: word}, nil
	}}
}

func build(t *testing.T, b *Builder, c *project.Checked) *Result {
	t.Helper()
	r, err := b.Build(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func there(t *testing.T, out string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		}
	}
	return names
}

// What was built before is built again until someone asks for nothing else, and what the case no
// longer has goes.
func TestBuildKeepsToTheCase(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	c := checked(t, dir, threeViews)
	b := builder(out)
	b.Forms.Card = true
	if r := build(t, b, c); len(r.Views) != 3 || !r.Published || len(there(t, out)) != 12 {
		t.Fatalf("%+v; there is %v", r, there(t, out))
	}
	fewer := checked(t, dir, strings.Replace(threeViews, `, {"id": "two", "title": "Two"}`, "", 1))
	r := build(t, builder(out), fewer)
	if got := there(t, out); len(got) != 8 || !slices.Contains(got, "one.card.png") {
		t.Errorf("there is %v", got)
	}
	if len(r.Removed) != 4 || r.Removed[0].Why != "the case has no such view now" {
		t.Errorf("removed: %v", r.Removed)
	}
	b = builder(out)
	b.Only = true
	if r = build(t, b, fewer); len(there(t, out)) != 6 || len(r.Removed) != 2 || r.Removed[0].Why != "this build does not draw it" {
		t.Errorf("there is %v; removed: %v", there(t, out), r.Removed)
	}
}

// What cannot be drawn again stays where the case says the same, and else goes.
func TestBuildThatFails(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	build(t, builder(out), checked(t, dir, threeViews))
	r := build(t, builder(out, "one"), checked(t, dir, threeViews))
	if views, lacks := r.Failed(); views != 1 || lacks != 0 || len(r.Old) != 3 || len(there(t, out)) != 9 {
		t.Errorf("%d views failed; old: %v", views, r.Old)
	}
	r = build(t, builder(out, "one"), checked(t, dir, strings.Replace(threeViews, `"Port"`, `"Quay"`, 1)))
	if len(r.Old) != 0 || len(r.Removed) != 3 || !strings.Contains(r.Removed[0].Why, "may show what was corrected") {
		t.Errorf("old: %v; removed: %v", r.Old, r.Removed)
	}
}

// What somebody edited is in the way until it is put aside.
func TestBuildOverEdits(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	c := checked(t, dir, threeViews)
	build(t, builder(out), c)
	if err := os.WriteFile(filepath.Join(out, "one.svg"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := builder(out).Build(context.Background(), c)
	var wrong *project.ProblemsError
	if !errors.As(err, &wrong) || len(wrong.Problems) != 1 || wrong.Problems[0].Slug != notOurs {
		t.Fatalf("it builds over an edit: %v", err)
	}
	b := builder(out)
	b.Aside = true
	r := build(t, b, c)
	if kept, _ := os.ReadFile(filepath.Join(out, "one.svg.kept")); len(r.Aside) != 1 || string(kept) != "mine" {
		t.Errorf("aside: %v", r.Aside)
	}
}

// Nothing is published among what people wrote.
func TestOccupiedFolders(t *testing.T) {
	dir := t.TempDir()
	c := checked(t, dir, threeViews)
	var occupied *OccupiedError
	if _, err := builder(filepath.Join(dir, "edits", "out")).Build(context.Background(), c); !errors.As(err, &occupied) || occupied.View != "" {
		t.Errorf("it publishes among edits: %v", err)
	}
	b := builder(dir)
	b.Forms.Bundle = true
	if _, err := b.Build(context.Background(), c); !errors.As(err, &occupied) || occupied.View != "edits" {
		t.Errorf("it publishes a bundle among edits: %v", err)
	}
}

// A view that shows the same is not drawn again, if that is asked for.
func TestRemember(t *testing.T) {
	dir := t.TempDir()
	b := builder(filepath.Join(dir, "out"))
	b.Remember = true
	for _, v := range build(t, b, checked(t, dir, threeViews)).Views {
		if v.Again {
			t.Errorf("%s is remembered from before anything was drawn", v.Name)
		}
	}
	for _, v := range build(t, b, checked(t, dir, strings.Replace(threeViews, `"title": "One"`, `"title": "First"`, 1))).Views {
		if v.Again != (v.ID != "one") {
			t.Errorf("%s is drawn again: %v", v.Name, !v.Again)
		}
	}
}

func TestInterrupted(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	out := filepath.Join(dir, "out")
	if _, err := builder(out).Build(ctx, checked(t, dir, threeViews)); !errors.Is(err, ErrInterrupted) {
		t.Errorf("interrupted, it ends with %v", err)
	}
	if _, err := os.Stat(filepath.Join(out, "one.svg")); err == nil {
		t.Error("something was written")
	}
}
