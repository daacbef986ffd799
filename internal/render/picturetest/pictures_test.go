package picturetest

import (
	"context"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/places"
	"example.org/graphgen/internal/render"
)

// drawing is a view as it is published, and what must hold for it.
type drawing struct {
	name         string
	wide, narrow []byte
	entities     int
	err          error
}

// inLanguage stands in a case's name before the language that it is drawn in, and kept before
// one that is drawn with the places that it has without.
const inLanguage, kept = " in ", "kept "

// draw draws every view of the cases, some at a time, in the order given.
func draw(cases map[string]*entities.Case, order []string) []*drawing {
	engine := graphviz.New(graphviz.Options{Timeout: 2 * time.Minute})
	defer engine.Close()
	var drawings []*drawing
	var group sync.WaitGroup
	room := make(chan struct{}, runtime.GOMAXPROCS(0))
	for _, name := range order {
		index := entities.NewIndex(cases[name])
		_, lang, _ := strings.Cut(name, inLanguage)
		renderer, views := render.New(index, engine, lang), network.New(index)
		for i := range index.Case.Views {
			d := &drawing{name: name + "/" + index.Case.Views[i].ID}
			drawings = append(drawings, d)
			group.Go(func() {
				room <- struct{}{}
				defer func() { <-room }()
				v := views.View(&index.Case.Views[i])
				drawn, err := drawView(renderer, v, strings.HasPrefix(name, kept))
				if err != nil {
					d.err = err
					return
				}
				d.wide, d.narrow, d.entities = drawn.SVG, drawn.Narrow, entitiesOf(v)
			})
		}
	}
	group.Wait()
	return drawings
}

func drawView(r *render.Renderer, v *network.View, asKept bool) (*render.Drawing, error) {
	if asKept {
		p, err := r.Places(context.Background(), v)
		if err != nil {
			return nil, err
		}
		keeping := *r
		keeping.Kept = map[string]*places.Places{v.Spec.ID: p}
		r = &keeping
	}
	return r.Draw(context.Background(), v)
}

func entitiesOf(v *network.View) int {
	n := 0
	for i := range v.Nodes {
		if v.Nodes[i].Kind == network.EntityNode {
			n++
		}
	}
	return n
}

// loadSeed reads the case that the project is drawn from.
func loadSeed(t testing.TB) *entities.Case {
	t.Helper()
	return load(t, "../../../data/entities.json")
}

func load(t testing.TB, path string) *entities.Case {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, problems := entities.Load(path, data)
	if problems.HasErrors() {
		t.Fatalf("%s: %v", path, problems)
	}
	return file.Case
}

// mostUncrossed is the number of entities up to which no line may run through another's label.
const mostUncrossed = 30

// TestPictures measures every view of the seed case and of the made-up ones in both forms.
func TestPictures(t *testing.T) {
	b := newBrowser(t)
	b.requireFonts()
	cases, order := map[string]*entities.Case{"seed": loadSeed(t)}, []string{"seed"}
	for _, n := range []int{5, 10, 15, 20, 25, 30, 45, 60} {
		name := strconv.Itoa(n)
		cases[name] = madeUp(n)
		order = append(order, name)
	}
	for _, s := range scripts {
		cases[s.name] = in(s)
		order = append(order, s.name)
	}
	for _, lang := range []string{"en", "km", "th", "ar", "he"} {
		name := "quay" + inLanguage + lang
		cases[name] = load(t, "../testdata/quay.json")
		order = append(order, name)
	}
	cases[kept+"20"], cases[kept+"30"], cases[kept+"quay"+inLanguage+"ar"] = madeUp(20), madeUp(30), load(t, "../testdata/quay.json")
	order = append(order, kept+"20", kept+"30", kept+"quay"+inLanguage+"ar")
	for _, d := range draw(cases, order) {
		t.Run(d.name, func(t *testing.T) {
			if d.err != nil {
				t.Fatal(d.err)
			}
			b := b.within(t)
			b.show(d.wide, widthOf(t, d.wide))
			d.judge(t, "wide", b.faults())
			b.show(d.narrow, narrowColumn)
			d.judge(t, "narrow", b.faults())
		})
	}
}

// judge fails a form for its faults. In larger views than are promised to be clear, lines may
// run through labels.
func (d *drawing) judge(t *testing.T, form string, faults []fault) {
	t.Helper()
	for _, f := range faults {
		if f.Kind == crossed && d.entities > mostUncrossed {
			continue
		}
		t.Errorf("%s: %v", form, f)
	}
}
