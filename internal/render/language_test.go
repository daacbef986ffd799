package render_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/wording"
	"example.org/graphgen/internal/words"
)

// tokens replaces every text of a case by a word of its own, and returns how many there are.
func tokens(part reflect.Value, n int) int {
	switch {
	case part.Type() == reflect.TypeFor[entities.Text]():
		if part.Len() > 0 {
			n++
			part.Set(reflect.ValueOf(entities.Text{"": fmt.Sprintf("T%dT", n)}))
		}
	case part.Kind() == reflect.Struct:
		for i := range part.NumField() {
			n = tokens(part.Field(i), n)
		}
	case part.Kind() == reflect.Slice:
		for i := range part.Len() {
			n = tokens(part.Index(i), n)
		}
	}
	return n
}

var token = regexp.MustCompile(`T\d+T`)

// What a drawing shows in another language than was asked for is what is listed as missing,
// neither more nor less.
func TestEveryUntranslatedTextIsListed(t *testing.T) {
	c := loadMill(t)
	if n := tokens(reflect.ValueOf(c).Elem(), 0); n < 20 {
		t.Fatalf("the case has only %d texts", n)
	}
	x := entities.NewIndex(c)
	engine := newEngine(t)
	shown := map[string]bool{}
	for i := range c.Views {
		drawing, err := render.New(x, engine, "").In("km").Draw(context.Background(), network.New(x).View(&c.Views[i]))
		if err != nil {
			t.Fatal(err)
		}
		for _, picture := range [][]byte{drawing.SVG, drawing.Narrow} {
			for _, found := range token.FindAll(picture, -1) {
				shown[string(found)] = true
			}
		}
	}
	listed := map[string]bool{}
	for _, text := range check.UntranslatedTexts(network.New(x), "km") {
		if text.In != "en" {
			t.Errorf("%s is listed as shown in %q", text.Pointer, text.In)
		}
		at := valueAt(reflect.ValueOf(c).Elem(), strings.Split(text.Pointer, "/")[1:])
		for _, word := range at.Interface().(entities.Text) {
			listed[word] = true
		}
	}
	for word := range shown {
		if !listed[word] {
			t.Errorf("%s is shown and not listed", word)
		}
	}
	for word := range listed {
		if !shown[word] {
			t.Errorf("%s is listed and not shown", word)
		}
	}
}

// valueAt follows a JSON pointer through the model.
func valueAt(v reflect.Value, way []string) reflect.Value {
	for _, step := range way {
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				if v.Type().Field(i).Tag.Get("json") == step {
					v = v.Field(i)
					break
				}
			}
		case reflect.Slice:
			var n int
			fmt.Sscan(step, &n)
			v = v.Index(n)
		case reflect.Map:
			v = v.MapIndex(reflect.ValueOf(step))
		}
	}
	return v
}

// One page can hold a view in all its languages and forms.
func TestLanguagesShareNoIDs(t *testing.T) {
	c := loadMill(t)
	x := entities.NewIndex(c)
	v := network.New(x).View(&c.Views[0])
	r := render.New(x, newEngine(t), "")
	var ids []string
	for _, lang := range []string{"en", "km", "th", "zh-Hant"} {
		drawing, err := r.In(lang).Draw(context.Background(), v)
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, idsOf(t, drawing.SVG)...)
		ids = append(ids, idsOf(t, drawing.Narrow)...)
	}
	slices.Sort(ids)
	for i := 1; i < len(ids); i++ {
		if ids[i] == ids[i-1] {
			t.Errorf("two parts have the id %q", ids[i])
		}
	}
}

func idsOf(t *testing.T, picture []byte) []string {
	t.Helper()
	var ids []string
	for decoder := xml.NewDecoder(bytes.NewReader(picture)); ; {
		next, err := decoder.Token()
		if err != nil {
			break
		}
		if start, ok := next.(xml.StartElement); ok {
			for _, a := range start.Attr {
				if a.Name.Local == "id" {
					ids = append(ids, a.Value)
				}
			}
		}
	}
	if len(ids) < 10 {
		t.Fatalf("only these ids found: %q", ids)
	}
	return ids
}

// In whatever language, a line that is no fact is not drawn solid, and says how it stands and
// who says so, in every form.
func TestDoubtIsWordedInEveryLanguage(t *testing.T) {
	engine := newEngine(t)
	for _, c := range []*entities.Case{loadQuay(t), loadMill(t)} {
		x := entities.NewIndex(c)
		for i := range c.Views {
			v := network.New(x).View(&c.Views[i])
			for _, lang := range []string{"en", "km", "th", "ar", "he"} {
				drawing, err := render.New(x, engine, "").In(lang).Draw(context.Background(), v)
				if err != nil {
					t.Fatal(err)
				}
				doubted := 0
				describer := &wording.Describer{Index: x, Words: words.For(lang), Lang: lang}
				for form, picture := range map[string][]byte{"wide": drawing.SVG, "narrow": drawing.Narrow} {
					groups := readSVG(t, picture)
					for j := range v.Edges {
						e := &v.Edges[j]
						caveat := describer.LineCaveat(e)
						if caveat == "" {
							continue
						}
						doubted++
						at := slices.IndexFunc(groups, func(g *group) bool { return strings.HasSuffix(g.id, "."+e.ID) })
						if at < 0 {
							t.Fatalf("%s, %s: %s is not drawn", lang, form, e.ID)
						}
						if g := groups[at]; !strings.Contains(g.words(), unspaced(caveat)) || slices.Contains(g.strokes, "") {
							t.Errorf("%s, %s: %s is drawn with %q, and says %q, not %q", lang, form, e.ID, g.strokes, g.words(), caveat)
						}
						escaped := strings.ContainsAny(caveat, `\&`)
						if !escaped && !strings.Contains(unspaced(string(drawing.DOT)), unspaced(caveat)) {
							t.Errorf("%s: the DOT does not say %q", lang, caveat)
						}
					}
				}
				if doubted < 2 {
					t.Errorf("%s: %d lines of view %s are no facts", lang, doubted, v.Spec.ID)
				}
			}
		}
	}
}
