package render_test

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/casetest"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/render/svg"
	"example.org/graphgen/internal/render/typeset"
)

func cardOf(t *testing.T, engine *graphviz.Engine, x *entities.Index, v *network.View) *scene.Scene {
	t.Helper()
	s, err := render.CardScene(render.New(x, engine, ""), context.Background(), v)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// textsOf returns the texts of items, and of those in groups.
func textsOf(items []scene.Item) []scene.Text {
	var texts []scene.Text
	for _, item := range items {
		switch it := item.(type) {
		case *scene.Group:
			texts = append(texts, textsOf(it.Items)...)
		case scene.Text:
			texts = append(texts, it)
		}
	}
	return texts
}

// diagramOn returns what a card draws of the diagram, or nil.
func diagramOn(s *scene.Scene) *scene.Group {
	for _, item := range s.Items {
		if g, ok := item.(*scene.Group); ok && g.Class == "diagram" {
			return g
		}
	}
	return nil
}

// holdCard holds a card to what every card promises: letters that can be read, all of them on
// it, and nobody accused without a speaker. It tells whether the card has the diagram's words.
func holdCard(t *testing.T, x *entities.Index, v *network.View, s *scene.Scene) bool {
	t.Helper()
	m := typeset.New()
	if s.Width != 1200 || s.Height != 630 {
		t.Errorf("the card has %v by %v pixels", s.Width, s.Height)
	}
	var words strings.Builder
	for _, text := range textsOf(s.Items) {
		words.WriteString(text.Value + " ")
		style := typeset.Style{Size: text.Size, Bold: text.Bold}
		left, width := text.X, m.Width(text.Value, style)
		if text.Anchor == scene.Middle {
			left -= width / 2
		}
		up, down := m.Reach(text.Value, style)
		if left < 0 || left+width > 1200 || text.Y-up < 0 || text.Y+down > 630 {
			t.Errorf("%q runs from %.0f to %.0f at %.0f, off the card", text.Value, left, left+width, text.Y)
		}
		if text.Size < 10.999 {
			t.Errorf("%q has letters of %.2f pixels", text.Value, text.Size)
		}
	}
	d := drawnView{t: t, index: x, view: v}
	for _, title := range []entities.Text{x.Case.Title, v.Spec.Title} {
		told, _ := title.In("en", "en")
		d.says("the card", unspaced(words.String()), told)
	}
	diagram := diagramOn(s)
	if diagram == nil || len(textsOf(diagram.Items)) == 0 {
		d.holdSummary(unspaced(words.String()), diagram)
		return false
	}
	picture, err := svg.Write(s)
	if err != nil {
		t.Fatal(err)
	}
	if nodes := d.read(v.Spec.ID+"-card.", picture); nodes != len(v.Nodes) {
		t.Errorf("the card has %d nodes, the view %d", nodes, len(v.Nodes))
	}
	d.goesWithout = func(v entities.Verdict) bool { return !answered(v) }
	d.holdPicture()
	return true
}

func answered(v entities.Verdict) bool {
	return len(v.Denials)+len(v.Remarks) > 0 || slices.ContainsFunc(v.Affirming, func(c *entities.Claim) bool { return c.Reply.Asked })
}

// holdSummary holds the words of a card without the diagram's: whose lines it counts, it
// names, and all who deny them.
func (d *drawnView) holdSummary(words string, diagram *scene.Group) {
	d.t.Helper()
	if diagram == nil {
		return
	}
	verdicts := map[string]entities.Verdict{}
	for i := range d.view.Edges {
		if e := &d.view.Edges[i]; e.Kind == network.RelationEdge || e.Kind == network.FlowEdge {
			verdicts[e.ID] = e.Verdict
		}
	}
	for i := range d.view.Nodes {
		if n := &d.view.Nodes[i]; n.Kind == network.ValueNode {
			verdicts[n.ID] = n.Verdict
		}
	}
	for id, v := range verdicts {
		d.namesAll("the card, which counts "+id+",", words, v)
		for _, c := range v.Remarks {
			if c.Answers.As == entities.DeniesOtherWording || c.Answers.As == entities.RejectsPremise {
				d.says("the card, which counts "+id+",", words, d.name(c.Speaker))
			}
		}
	}
}

func TestCards(t *testing.T) {
	engine := newEngine(t)
	whole, summed := 0, 0
	hold := func(c *entities.Case, spec *entities.View) {
		t.Helper()
		x, v := viewOf(c, spec)
		if holdCard(t, x, v, cardOf(t, engine, x, v)) {
			whole++
		} else {
			summed++
		}
	}
	c := loadMill(t)
	for i := range c.Views {
		hold(c, &c.Views[i])
	}
	for i, ids := range [][]string{{"r-paid", "r-owns", "r-met"}, {"r-fronts"}, {"ada"}, {"f-grain"}} {
		hold(c, &entities.View{ID: fmt.Sprintf("v%d", i), Title: entities.Text{"": "A part"}, Include: entities.Selection{IDs: ids}})
	}
	for seed := range uint64(8) {
		c := casetest.Random(seed)
		hold(c, &c.Views[0])
		hold(c, &entities.View{ID: "few", Title: entities.Text{"": "Few"}, Include: entities.Selection{IDs: []string{"r0", "r1", "r2"}}})
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	if whole < 5 || summed < 5 {
		t.Errorf("%d cards have the diagram and %d a summary", whole, summed)
	}
	t.Logf("%d cards have the diagram and %d a summary", whole, summed)
}

// The cards of the seed case are those that are published.
func TestSeedCards(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "data", "entities.json"))
	if err != nil {
		t.Fatal(err)
	}
	file, _ := entities.Load("entities.json", data)
	engine := newEngine(t)
	for i := range file.Case.Views {
		x, v := viewOf(file.Case, &file.Case.Views[i])
		s := cardOf(t, engine, x, v)
		holdCard(t, x, v, s)
		if diagramOn(s) == nil {
			t.Errorf("the card of %s draws nothing", v.Spec.ID)
		}
	}
}

// However much there is to say, it stands on the card; and where those who say something are
// too many to be named, nothing is drawn.
func TestCardsOfTooMuch(t *testing.T) {
	engine := newEngine(t)
	c := &entities.Case{Language: "en", Title: entities.Text{"": strings.Repeat("A long title of a case ", 20)}}
	c.Entities = []entities.Entity{{ID: "a", Type: entities.Person, Name: entities.Text{"": "Ann"}}, {ID: "b", Type: entities.Group, Name: entities.Text{"": "Them"}}}
	for i := range 300 {
		id := fmt.Sprintf("speaker-%d", i)
		c.Entities = append(c.Entities, entities.Entity{ID: id, Type: entities.Media, Name: entities.Text{"": "The Daily Speaker Number " + id}})
		c.Sources = append(c.Sources, entities.Source{ID: "s" + id, Type: entities.Article, Title: entities.Text{"": id}, Publisher: id})
		c.Claims = append(c.Claims, entities.Claim{ID: "c" + id, Source: "s" + id, Speaker: id, Quote: id, Standing: entities.Alleged})
		c.Relations = append(c.Relations, entities.Relation{ID: "r" + id, Type: "bribed", From: "a", To: "b", Claims: []string{"c" + id}})
	}
	c.Views = []entities.View{{ID: "v", Title: entities.Text{"": strings.Repeat("Unbreakable", 40)}, Caption: entities.Text{"": strings.Repeat("words and ", 200)},
		Include: entities.Selection{IDs: []string{"a", "b"}}}}
	x, v := viewOf(c, &c.Views[0])
	s := cardOf(t, engine, x, v)
	if diagramOn(s) != nil {
		t.Error("lines are drawn whose speakers are not named")
	}
	var words strings.Builder
	for _, text := range textsOf(s.Items) {
		words.WriteString(text.Value + "\n")
	}
	for _, want := range []string{"Sources: 300", "300\nalleged\n", "person × 1"} {
		if !strings.Contains(words.String(), want) {
			t.Errorf("the card does not say %q:\n%s", want, words.String())
		}
	}
	if strings.Contains(words.String(), "words and") || strings.Contains(words.String(), "A long title of a case") {
		t.Errorf("what has no room is there in part:\n%s", words.String())
	}
	c.Title = entities.Text{"": "Short"}
	c.Relations = c.Relations[:3]
	x, v = viewOf(c, &c.Views[0])
	holdCard(t, x, v, cardOf(t, engine, x, v))
}

func TestCardFile(t *testing.T) {
	c := loadMill(t)
	engine := newEngine(t)
	var first []byte
	for seed := range uint64(2) {
		shuffle(c, rand.New(rand.NewPCG(seed, 5)))
		at := slices.IndexFunc(c.Views, func(v entities.View) bool { return v.ID == "all" })
		x, v := viewOf(c, &c.Views[at])
		r := render.New(x, engine, "")
		r.Card = true
		drawing, err := r.Draw(context.Background(), v)
		if err != nil {
			t.Fatal(err)
		}
		file, err := png.DecodeConfig(bytes.NewReader(drawing.Card))
		if err != nil || file.Width != 1200 || file.Height != 630 {
			t.Errorf("the file is of %d by %d pixels: %v", file.Width, file.Height, err)
		}
		if first != nil && !bytes.Equal(first, drawing.Card) {
			t.Error("another order of the case file gives another card")
		}
		first = drawing.Card
	}
}
