package handtest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"example.org/graphgen/internal/casetest"
	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/merge"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/original"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/viewdot"
)

// desk is where a view of a case is drawn, and edits of it are merged.
type desk struct {
	testing.TB
	engine  *graphviz.Engine
	network *network.Network // without edits
	spec    *entities.View

	renderers map[string]*render.Renderer // by language
	cached    edits.Baseline
	honest    map[string]bool // overrides that were drawn, and found to raise nothing
	drawnOf   map[string]int  // how many overrides were drawn, by the kind of edit
}

func newEngine(t testing.TB) *graphviz.Engine {
	engine := graphviz.New(graphviz.Options{Timeout: 2 * time.Minute})
	t.Cleanup(func() { engine.Close() })
	return engine
}

func newDesk(t testing.TB, engine *graphviz.Engine, c *entities.Case, view string) *desk {
	d := &desk{TB: t, engine: engine, network: network.New(entities.NewIndex(c)), honest: map[string]bool{}, drawnOf: map[string]int{}, renderers: map[string]*render.Renderer{}}
	for i := range c.Views {
		if c.Views[i].ID == view {
			d.spec = &c.Views[i]
		}
	}
	if d.spec == nil {
		t.Fatalf("the case has no view %s", view)
	}
	return d
}

// harbour is the case of the example.
func harbour(t testing.TB) *entities.Case {
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "examples", "harbour", "data", "entities.json"))
	if err != nil {
		t.Fatal(err)
	}
	file, problems := entities.Load("harbour.json", data)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return file.Case
}

// seedCase is the case that the pictures of the project are of.
func seedCase(t testing.TB) *entities.Case {
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "data", "entities.json"))
	if err != nil {
		t.Fatal(err)
	}
	file, problems := entities.Load("entities.json", data)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return file.Case
}

// roomy is a random case with some things in it that no other thing is an answer to, so that they
// may be taken out.
func roomy(seed uint64) *entities.Case {
	c := casetest.Random(seed)
	c.Relations = slices.DeleteFunc(c.Relations, func(r entities.Relation) bool { return r.From == r.To }) // which a check refuses
	for i := range c.Flows {
		f := &c.Flows[i]
		for _, list := range []*[]string{&f.To, &f.Via, &f.From} {
			*list = slices.DeleteFunc(*list, func(id string) bool {
				return list != &f.Via && slices.Contains(f.Via, id) || list == &f.To && slices.Contains(f.From, id)
			})
		}
	}
	for i, name := range []string{"Harbour office", "Old mill", "ตลาดเก่า", "River & sons", "Quay 7", "Station"} {
		id := string(rune('p' + i))
		c.Entities = append(c.Entities, entities.Entity{ID: "free-" + id, Type: entities.Organization, Name: entities.Text{"": name}})
		c.Claims = append(c.Claims, entities.Claim{ID: "said-" + id, Source: "s0", Speaker: "e0", Quote: "words of " + id, Standing: entities.Stated})
		to := "e1"
		if i > 0 {
			to = "free-p"
		}
		c.Relations = append(c.Relations, entities.Relation{ID: "tie-" + id, Type: "met-with", From: "free-" + id, To: to, Claims: []string{"said-" + id}})
	}
	for i, who := range []string{"Nan Tide", "Ben Quay"} { // who hold posts that the view does not show
		person, post, said := fmt.Sprintf("holder-%d", i), fmt.Sprintf("post-%d", i), fmt.Sprintf("said-post-%d", i)
		c.Entities = append(c.Entities,
			entities.Entity{ID: person, Type: entities.Person, Name: entities.Text{"": who}},
			entities.Entity{ID: post, Type: entities.Office, Name: entities.Text{"": "Keeper of <lights> & buoys"}})
		c.Claims = append(c.Claims, entities.Claim{ID: said, Source: "s0", Speaker: "e0", Quote: "keeper", Standing: entities.Stated})
		c.Relations = append(c.Relations, entities.Relation{ID: "holds-" + post, Type: "holds-office", From: person, To: post, Claims: []string{said}})
	}
	return c
}

// copied is a case that shares nothing with another.
func copied(t testing.TB, c *entities.Case) *entities.Case {
	data, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	var other entities.Case
	if err := json.Unmarshal(data, &other); err != nil {
		t.Fatal(err)
	}
	return &other
}

func (d *desk) lang() string { return d.network.Index().Case.Language }

// renderer words the case in a language, without drawing it.
func (d *desk) renderer(lang string) *render.Renderer {
	if d.renderers[lang] == nil {
		d.renderers[lang] = render.New(d.network.Index(), nil, lang)
	}
	return d.renderers[lang]
}

// baseline is what the view says and looks like by the case alone.
func (d *desk) baseline() edits.Baseline {
	if d.cached == nil {
		d.cached = d.renderer(d.lang()).Published(d.network.View(d.spec)).Baseline()
	}
	return d.cached
}

// judge is what a check says of overrides, and what of it is drawn.
func (d *desk) judge(overrides *edits.Overrides) (*edits.Overrides, problem.List) {
	if overrides == nil {
		return nil, nil
	}
	kept := merge.Kept{Overrides: overrides, File: "edits.json", Text: overrides.Bytes()}
	baselines := map[string]edits.Baseline{d.lang(): d.baseline()}
	for _, lang := range overrides.Languages() {
		if baselines[lang] == nil {
			baselines[lang] = d.renderer(lang).Published(d.network.View(d.spec)).Baseline()
		}
	}
	return merge.Problems(d.network, d.network.View(d.spec), kept, baselines)
}

// build draws the view with overrides, as a build does.
func (d *desk) build(overrides *edits.Overrides) (*network.View, *render.Drawing, problem.List) {
	d.Helper()
	drawn, found := d.judge(overrides)
	v := d.network.Edited(map[string]*edits.Overrides{d.spec.ID: drawn}).View(d.spec)
	drawing, err := render.New(d.network.Index(), d.engine, "").Draw(context.Background(), v)
	if err != nil {
		d.Fatalf("%v\n%s", err, overrides.Bytes())
	}
	return v, drawing, found
}

// read reads DOT.
func read(t testing.TB, text []byte) *dotfile.Graph {
	t.Helper()
	g, err := dotfile.Read("edited.dot", text)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return g
}

// merge merges an edited file with overrides, as graphgen merge does.
func (d *desk) merge(text []byte, overrides *edits.Overrides, choice merge.Choice) merge.Outcome {
	d.Helper()
	graph := read(d, text)
	packed, err := original.Unpack(text)
	if err != nil {
		d.Fatal(err)
	}
	var base *merge.Snapshot
	published := map[edits.Thing]bool{}
	if packed != nil {
		base = merge.ReadPublished("edited.dot", read(d, packed))
		published = base.Things()
	} else {
		for t := range d.baseline() {
			published[t] = true
		}
	}
	edited, wrong := merge.ReadEdited("edited.dot", graph, published)
	if edited.Lang == "" {
		edited.Lang = d.lang()
	}
	outcome := merge.Merge(merge.Merging{
		Network: d.network, View: d.network.View(d.spec), Baseline: d.baseline(),
		Overrides: overrides, Original: base, Edited: edited, Choice: choice,
		Publish: func(v *network.View) []byte {
			return viewdot.Write(d.renderer(edited.Lang).Published(v))
		},
	})
	outcome.Refusals = slices.Concat(wrong, outcome.Refusals)
	return outcome
}

// kept are overrides as their file brings them back.
func (d *desk) kept(overrides *edits.Overrides) *edits.Overrides {
	d.Helper()
	again, wrong := edits.Read("edits.json", overrides.Bytes(), d.spec.ID)
	if len(wrong) > 0 {
		d.Fatalf("what is kept cannot be read again: %v\n%s", wrong, overrides.Bytes())
	}
	if !bytes.Equal(again.Bytes(), overrides.Bytes()) {
		d.Fatalf("what is kept is another when it is read again:\n%s\n%s", overrides.Bytes(), again.Bytes())
	}
	return again
}
