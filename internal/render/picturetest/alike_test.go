package picturetest

import (
	_ "embed"
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
)

//go:embed looks.js
var looksScript string

// look is a type or a standing as it is drawn without colour, and the words that a line of
// the standing bears.
type look struct{ Name, Words string }

// The size of a look, and the scale at which it is taken.
const (
	lookWidth, lookHeight = 168, 60
	lookScale             = 2
)

// The share of a look's pixels, in thousandths, that must differ clearly, by more than a
// quarter of the way from black to white, for two looks to be told apart. Two boxes differ in
// their outlines and in the symbols within; two lines have less to differ in.
const (
	boxDifference  = 20.0
	lineDifference = 8.0
)

// looks shows the looks of a picture, after a script has changed it, and takes them.
func (b *browser) looks(picture []byte, script, show string) ([]look, image.Image) {
	b.t.Helper()
	b.show(picture, 600)
	looks := measure[[]look](b, "(() => {"+looksScript+"\n{"+script+"}\nreturn "+show+"()})()")
	return looks, b.shot(lookWidth, int64(lookHeight*len(looks)), lookScale)
}

// difference is the share of pixels, in thousandths, that clearly differ in two looks.
func difference(taken image.Image, i, j int) float64 {
	const width, height = lookWidth * lookScale, lookHeight * lookScale
	differ := 0
	for y := range height {
		for x := range width {
			a, _, _, _ := taken.At(x, i*height+y).RGBA()
			b, _, _, _ := taken.At(x, j*height+y).RGBA()
			if max(a, b)-min(a, b) > 0x4000 {
				differ++
			}
		}
	}
	return 1000 * float64(differ) / float64(width*height)
}

// alike tells which looks cannot be told apart: less than the share differs in them, and they
// say the same.
func alike(looks []look, taken image.Image, share float64) []string {
	var pairs []string
	for i, a := range looks {
		for j, b := range looks[:i] {
			if d := difference(taken, i, j); d < share && a.Words == b.Words {
				pairs = append(pairs, fmt.Sprintf("%s and %s: %.1f thousandths differ", b.Name, a.Name, d))
			}
		}
	}
	return pairs
}

// everyLook is a case with an entity of every type, all of one name, and a line of every
// standing, all of one relation.
func everyLook() *entities.Case {
	m := &maker{Case: &entities.Case{Version: 1, Language: "en", Title: entities.Text{"": "Every look"}}}
	for _, kind := range entities.EntityTypes() {
		m.entity(kind, "One name")
	}
	m.Sources = []entities.Source{{ID: "register", Type: entities.RecordSource, Title: entities.Text{"": "Register"}, Publisher: "e2"}}
	for i, standing := range []entities.Standing{entities.Record, entities.Stated, entities.Alleged, entities.Rumoured, entities.Contested} {
		id := fmt.Sprintf("c%d", i)
		claim := entities.Claim{ID: id, Source: "register", Speaker: "e2", Quote: fmt.Sprintf("words%d", i), Standing: standing}
		if standing == entities.Contested {
			claim.Standing = entities.Alleged
			m.Claims = append(m.Claims, entities.Claim{ID: "denial", Source: "register", Speaker: "e3", Quote: "never", Standing: entities.Stated, Answers: entities.Answer{Claim: id, As: entities.Denies}})
		}
		m.Claims = append(m.Claims, claim)
		m.Relations = append(m.Relations, entities.Relation{ID: "r" + id, Type: "met-with", From: "e0", To: fmt.Sprintf("e%d", i+1), Claims: []string{id}})
	}
	m.Views = []entities.View{m.viewOfAll("every-look")}
	return m.Case
}

// No two types, and no two standings, look alike with colour removed.
func TestLooksWithoutColour(t *testing.T) {
	b := newBrowser(t)
	picture := drawOne(t, everyLook())
	for _, scheme := range []string{"light", "dark"} {
		b.prefer(scheme)
		types, taken := b.looks(picture, "", "showTypes")
		if len(types) != len(entities.EntityTypes()) {
			t.Errorf("%d types are drawn: %v", len(types), types)
		}
		for _, pair := range alike(types, taken, boxDifference) {
			t.Errorf("alike in %s: %s", scheme, pair)
		}
		standings, taken := b.looks(picture, "", "showStandings")
		if len(standings) != 5 {
			t.Errorf("%d standings are drawn: %v", len(standings), standings)
		}
		for _, pair := range alike(standings, taken, lineDifference) {
			t.Errorf("alike in %s: %s", scheme, pair)
		}
	}
}

// Two types or standings with one look are reported, also where colours alone tell them apart.
func TestSeededLikeness(t *testing.T) {
	b := newBrowser(t)
	b.prefer("light")
	picture := drawOne(t, everyLook())
	const copyMinistry = `const [ministry, agency] = ["ministry", "agency"].map(type => svg.querySelector(".type-" + type)); agency.innerHTML = ministry.innerHTML;`
	for _, seed := range []struct{ name, script, show, want string }{
		{"one look for two types", copyMinistry, "showTypes", "type-ministry and type-agency"},
		{"one look in two colours", copyMinistry + `agency.querySelectorAll("path").forEach(path => { path.style.stroke = "#7c4a00" })`, "showTypes", "type-ministry and type-agency"},
		{"one look for two standings", `const [stated, rumoured] = ["stated", "rumoured"].map(name => svg.querySelector("g.edge.standing-" + name)); rumoured.innerHTML = stated.innerHTML;`, "showStandings", "standing-stated and standing-rumoured"},
	} {
		looks, taken := b.looks(picture, seed.script, seed.show)
		share := boxDifference
		if seed.show == "showStandings" {
			share = lineDifference
		}
		if pairs := alike(looks, taken, share); !slices.ContainsFunc(pairs, func(pair string) bool {
			return strings.HasPrefix(pair, seed.want) || strings.HasPrefix(pair, reversed(seed.want))
		}) {
			t.Errorf("%s: %q is not reported, but %q", seed.name, seed.want, pairs)
		}
	}
}

func reversed(pair string) string {
	a, b, _ := strings.Cut(pair, " and ")
	return b + " and " + a
}

func drawOne(t testing.TB, c *entities.Case) []byte {
	t.Helper()
	d := draw(map[string]*entities.Case{"one": c}, []string{"one"})[0]
	if d.err != nil {
		t.Fatal(d.err)
	}
	return d.wide
}
