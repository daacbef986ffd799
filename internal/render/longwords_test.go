package render

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/render/typeset"
)

// sayEverywhere puts a word into every text of a case that is drawn.
func sayEverywhere(v reflect.Value, word string) {
	switch {
	case v.Type() == reflect.TypeFor[entities.Text]():
		v.Set(reflect.ValueOf(entities.Text{"": word}))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			switch name := v.Type().Field(i).Name; {
			case name == "Quote":
				v.Field(i).SetString(word)
			case v.Field(i).CanSet():
				sayEverywhere(v.Field(i), word)
			}
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			sayEverywhere(v.Index(i), word)
		}
	}
}

// No word is so long that it leaves the picture: in the wide form, the narrow one, those for a
// page, and the card.
func TestLongWordsStayInside(t *testing.T) {
	engine := graphviz.New(graphviz.Options{})
	defer engine.Close()
	words := map[string]string{
		"200 letters":      strings.Repeat("Vermögensverwaltungs", 10),
		"300 pixels":       "Donaudampfschifffahrtselektrizitätenhaupt",
		"beside hyphens":   "Anti-" + strings.Repeat("W", 24) + "-" + strings.Repeat("w", 21) + "-" + strings.Repeat("m", 90),
		"a file name":      "2023_11_15_" + strings.Repeat("SCAN0001_", 14) + ".tar.gz",
		"joined letters":   strings.Repeat("بيت", 70),
		"without any room": strings.Repeat("W", 200),
	}
	for name, word := range words {
		c := disputedCase()
		c.Flows = []entities.Flow{{ID: "f", Via: []string{"port"}, To: []string{"ada"}, Claims: []string{"fact"}}}
		c.Figures = []entities.Figure{{ID: "g", About: []string{"port"}, Values: []entities.Value{{Value: "12", Claims: []string{"paid"}}, {Value: "9", Claims: []string{"fact"}}}}}
		c.Corrections = []entities.Correction{{Date: "2024-01-02", About: []string{"r0"}}}
		c.Entities[0].Type, c.Entities[1].Type = entities.Country, entities.Person
		c.Relations = append(c.Relations, entities.Relation{ID: "office", Type: "holds-office", From: "ada", To: "ministry", Claims: []string{"fact"}})
		sayEverywhere(reflect.ValueOf(c).Elem(), word)
		c.Views[0].Include.Types = []string{"flow", "figure", "person", "organization", "country"}
		x := entities.NewIndex(c)
		r := New(x, engine, "")
		r.Prefix = "gg-"
		v := network.New(x).View(&c.Views[0])
		r = r.of(v)
		d := r.compose(v)
		placed, err := r.layOut(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		card, err := r.card(t.Context(), v)
		if err != nil {
			t.Fatal(err)
		}
		inline := r.inPage(d, "in", narrowWidth)
		inline.frame.items = append(inline.frame.items, inline.frame.column(placed))
		for form, s := range map[string]*scene.Scene{"wide": r.picture(d, placed), "narrow": r.narrow(d, placed), "card": card, "in a page": inline.finished(r)} {
			for _, out := range r.outside(s, s.Items) {
				t.Errorf("%s, %s: %s", name, form, out)
			}
		}
	}
}

// outside lists the texts that reach beyond the picture.
func (r *Renderer) outside(s *scene.Scene, items []scene.Item) (out []string) {
	for _, item := range items {
		switch it := item.(type) {
		case *scene.Group:
			out = append(out, r.outside(s, it.Items)...)
		case scene.Text:
			width := r.measure.Width(it.Value, typeset.Style{Size: it.Size, Bold: it.Bold})
			left := it.X
			switch it.Anchor {
			case scene.Middle:
				left -= width / 2
			case scene.Right:
				left -= width
			}
			if left < 0 || left+width > s.Width || it.Y > s.Height {
				out = append(out, fmt.Sprintf("%.40q from %.0f to %.0f of %.0f, at %.0f of %.0f", it.Value, left, left+width, s.Width, it.Y, s.Height))
			}
		}
	}
	return out
}
