package render_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/words"
)

// loadQuay reads a case in five languages, two of which are read from right to left.
func loadQuay(t *testing.T) *entities.Case {
	t.Helper()
	data, err := os.ReadFile("testdata/quay.json")
	if err != nil {
		t.Fatal(err)
	}
	file, problems := entities.Load("quay.json", data)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return file.Case
}

// setText is one text of a picture, as it is written.
type setText struct{ anchor, direction, lang, value string }

// setTexts returns the texts of a picture, and its root's attributes.
func setTexts(t *testing.T, picture []byte) (root map[string]string, texts []setText) {
	t.Helper()
	decoder := xml.NewDecoder(bytes.NewReader(picture))
	var now *setText
	for {
		token, err := decoder.Token()
		if err != nil {
			return root, texts
		}
		switch token := token.(type) {
		case xml.StartElement:
			attributes := map[string]string{}
			for _, a := range token.Attr {
				attributes[a.Name.Local] = a.Value
			}
			if root == nil {
				root = attributes
			}
			if token.Name.Local == "text" {
				texts = append(texts, setText{attributes["text-anchor"], attributes["direction"], attributes["lang"], ""})
				now = &texts[len(texts)-1]
			}
		case xml.CharData:
			if now != nil {
				now.value += string(token)
			}
		case xml.EndElement:
			now = nil
		}
	}
}

// Each text says what language it is in where that is not the picture's, and reads its own way.
func TestTextsSayTheirLanguage(t *testing.T) {
	c := loadQuay(t)
	x := entities.NewIndex(c)
	v := network.New(x).View(&c.Views[0])
	r := render.New(x, newEngine(t), "")
	for lang, want := range map[string]struct {
		direction string
		texts     []setText
	}{
		"en": {"ltr", []setText{{"", "", "", "Who runs the quay"}, {"middle", "", "", "Ada Berg"}, {"middle", "", "", "part of [4]"}}},
		"km": {"ltr", []setText{{"", "", "", "នរណាគ្រប់គ្រងផែ"}, {"middle", "", "en", "UN Trade and"}, {"middle", "", "en", "defrauded [2]"}, {"", "", "en", "Drawn by the Gazette"}}},
		"ar": {"rtl", []setText{{"", "", "", "من يدير الرصيف"}, {"middle", "", "", "هيئة الميناء (HM)"}, {"middle", "", "", "جزء من \u2067[4]\u2069"}, {"", "", "", "رسم الجريدة"}}},
		// Which the program has no words of its own in.
		"he": {"rtl", []setText{{"", "", "", "מי מנהל את הרציף"}, {"middle", "ltr", "en", "High Court"}, {"middle", "ltr", "en", "part of [4]"},
			{"end", "ltr", "en", "Who says so"}, {"end", "ltr", "en", "Drawn by the Gazette"}}},
	} {
		drawing, err := r.In(lang).Draw(context.Background(), v)
		if err != nil {
			t.Fatal(err)
		}
		root, texts := setTexts(t, drawing.SVG)
		if root["lang"] != lang || root["direction"] != want.direction {
			t.Errorf("%s: the picture is in %q, %s", lang, root["lang"], root["direction"])
		}
		for _, wanted := range want.texts {
			found := false
			var near []setText
			for _, text := range texts {
				found = found || text == wanted
				if strings.Contains(text.value, wanted.value) {
					near = append(near, text)
				}
			}
			if !found {
				t.Errorf("%s: no text is %+v, only %+v", lang, wanted, near)
			}
		}
	}
}

// A safety word stands where its catalog puts it, whichever way the names in it read: they are
// set apart in every line of a text.
func TestNamesAreSetApart(t *testing.T) {
	c := loadQuay(t)
	x := entities.NewIndex(c)
	v := network.New(x).View(&c.Views[0])
	r := render.New(x, newEngine(t), "")
	for _, lang := range []string{"ar", "he"} {
		drawing, err := r.In(lang).Draw(context.Background(), v)
		if err != nil {
			t.Fatal(err)
		}
		catalog := words.For(lang)
		for _, picture := range [][]byte{drawing.SVG, drawing.Narrow} {
			_, texts := setTexts(t, picture)
			said := 0
			for _, text := range texts {
				if open, closed := strings.Count(text.value, "\u2066")+strings.Count(text.value, "\u2067"), strings.Count(text.value, "\u2069"); open != closed {
					t.Errorf("%s: %+q sets apart what it does not end", lang, text.value)
				}
				if text.lang == "en" && words.Turns(text.value) {
					t.Errorf("%s: %+q has a name that is not set apart", lang, text.value)
				}
				if strings.Contains(text.value, catalog.Standing(entities.Contested)) {
					said++
				}
			}
			if said == 0 {
				t.Errorf("%s: nothing is disputed", lang)
			}
		}
	}
}

var firstPlace = regexp.MustCompile(`d="M([0-9.]+) `)

// xOf returns where the drawing of a part begins.
func xOf(t *testing.T, picture []byte, id string) float64 {
	t.Helper()
	_, after, found := strings.Cut(string(picture), `<g id="`+id+`"`)
	if !found {
		t.Fatalf("there is no %s", id)
	}
	x, err := strconv.ParseFloat(firstPlace.FindStringSubmatch(after)[1], 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// Ranks that may run anywhere run the way that the language is read. Where a view asks for a
// direction it gets that, whatever the language.
func TestRanksRunTheWayOfTheLanguage(t *testing.T) {
	for _, test := range []struct {
		lang        string
		asked       entities.Direction
		rankdir     string
		leftToRight bool
	}{
		{"en", "", "LR", true},
		{"en", entities.RightLeft, "RL", false},
		{"ar", "", "RL", false},
		{"ar", entities.LeftRight, "LR", true},
		{"ar", entities.RightLeft, "RL", false},
	} {
		c := loadQuay(t)
		spec := &entities.View{ID: "v", Title: entities.Text{"": "A fan"}, Include: entities.Selection{IDs: []string{"grain"}}, Direction: test.asked}
		c.Figures, c.Views = nil, []entities.View{*spec}
		c.Flows[0].Via, c.Flows[0].To = nil, []string{"arland", "ministry", "port", "ada", "court", "unctad", "traders", "gazette"}
		x := entities.NewIndex(c)
		drawing, err := render.New(x, newEngine(t), "").In(test.lang).Draw(context.Background(), network.New(x).View(spec))
		if err != nil {
			t.Fatal(err)
		}
		id := "v"
		if test.lang != "en" {
			id += ".." + test.lang
		}
		if !bytes.Contains(drawing.DOT, []byte("rankdir="+test.rankdir)) && !bytes.Contains(drawing.DOT, []byte(`rankdir="`+test.rankdir+`"`)) {
			t.Errorf("%+v: the DOT has another rankdir:\n%s", test, drawing.DOT)
		}
		if from, to := xOf(t, drawing.SVG, id+".east"), xOf(t, drawing.SVG, id+".arland"); (from < to) != test.leftToRight {
			t.Errorf("%+v: from %v to %v", test, from, to)
		}
	}
}
