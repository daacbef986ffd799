package render

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render/svg"
	"example.org/graphgen/internal/viewdot"
)

func BenchmarkCompose(b *testing.B) {
	index, view := randomView(30, 40, entities.Dot)
	r := New(index, nil, "")
	for b.Loop() {
		r.compose(view)
	}
}

// BenchmarkPicture sets a placed view of 30 nodes into its frame and writes it.
func BenchmarkPicture(b *testing.B) {
	index, view := randomView(30, 40, entities.Dot)
	r := New(index, engineFor(b, graphviz.Options{Workers: 1}), "")
	d := r.compose(view)
	placed, err := r.layOut(context.Background(), d)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		picture, err := svg.Write(r.picture(d, placed))
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(picture)))
	}
}

func BenchmarkPublish(b *testing.B) {
	index, view := randomView(30, 40, entities.Dot)
	r := New(index, engineFor(b, graphviz.Options{Workers: 1}), "")
	d := r.compose(view)
	placed, err := r.layOut(context.Background(), d)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		b.SetBytes(int64(len(viewdot.Write(r.publish(d, placed)))))
	}
}

// BenchmarkSizes is what the limits in layout/program.go rest on: layouts of random graphs with labels
// on their lines. The larger ones take minutes; run it with -benchtime 1x.
func BenchmarkSizes(b *testing.B) {
	for _, size := range []struct {
		layout       entities.Layout
		nodes, lines int
	}{
		{entities.Dot, 30, 40}, {entities.Dot, 60, 90}, {entities.Dot, 40, 180}, {entities.Dot, 60, 180}, {entities.Dot, 100, 200},
		{entities.Dot, 120, 180}, {entities.Dot, 120, 240}, {entities.Dot, 150, 225}, {entities.Dot, 150, 300}, {entities.Dot, 200, 240},
		{entities.Sfdp, 120, 180}, {entities.Sfdp, 200, 400}, {entities.Sfdp, 500, 1000},
		{entities.Sfdp, 1000, 2000}, {entities.Sfdp, 1000, 4000}, {entities.Sfdp, 2000, 4000}, {entities.Sfdp, 1000, 10000}, {entities.Sfdp, 1000, 20000}, {entities.Sfdp, 5000, 5000},
	} {
		b.Run(fmt.Sprintf("%s/%d-%d", size.layout, size.nodes, size.lines), func(b *testing.B) {
			index, view := randomView(size.nodes, size.lines, size.layout)
			r := New(index, engineFor(b, graphviz.Options{Workers: 1, Timeout: 3 * time.Minute}), "")
			d := r.compose(view)
			for b.Loop() {
				if _, err := r.layOut(context.Background(), d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func engineFor(t testing.TB, options graphviz.Options) *graphviz.Engine {
	engine := graphviz.New(options)
	t.Cleanup(func() { engine.Close() })
	return engine
}

// randomView is a view of so many entities and relations between random pairs of them, the
// same each time. Names and labels are of the usual length.
func randomView(nodes, lines int, layout entities.Layout) (*entities.Index, *network.View) {
	random := rand.New(rand.NewPCG(uint64(nodes), uint64(lines)))
	c := &entities.Case{
		Version: 1, Title: entities.Text{"": "Random"}, Language: "en",
		Sources: []entities.Source{{ID: "source", Type: entities.Article, Title: entities.Text{"": "An article"}, Publisher: "e0"}},
		Claims:  []entities.Claim{{ID: "claim", Source: "source", Speaker: "e0", Quote: "they met in November", Standing: entities.Stated}},
		Views:   []entities.View{{ID: "view", Layout: layout}},
	}
	for i := range nodes {
		c.Entities = append(c.Entities, entities.Entity{
			ID: fmt.Sprintf("e%d", i), Type: entities.Ministry, Name: entities.Text{"": fmt.Sprintf("Ministry number %d", i)},
		})
	}
	for i := range lines {
		from := random.IntN(nodes)
		c.Relations = append(c.Relations, entities.Relation{
			ID: fmt.Sprintf("r%d", i), Type: "met-with", Claims: []string{"claim"},
			From: fmt.Sprintf("e%d", from), To: fmt.Sprintf("e%d", (from+1+random.IntN(nodes-1))%nodes),
		})
	}
	index := entities.NewIndex(c)
	return index, network.New(index).View(&c.Views[0])
}
