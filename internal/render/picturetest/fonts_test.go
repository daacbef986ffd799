package picturetest

import (
	"context"
	"math"
	"testing"
	"time"

	"github.com/go-fonts/liberation/liberationmonobold"
	"github.com/go-fonts/liberation/liberationmonoregular"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/render/typeset"
)

// widthsInBrowser are the texts of the page with their widths, once its fonts are there.
const widthsInBrowser = `document.fonts.ready.then(() => [...document.querySelectorAll("svg text")].map(text => ({
	Text: text.textContent, Size: parseFloat(text.getAttribute("font-size")), Bold: text.getAttribute("font-weight") === "bold",
	Width: text.getComputedTextLength()})))`

// A browser draws a picture in the font that it carries, letter by letter as it was measured.
func TestBrowserDrawsTheFontThatIsCarried(t *testing.T) {
	b := newBrowser(t)
	c := loadSeed(t)
	index := entities.NewIndex(c)
	engine := graphviz.New(graphviz.Options{Timeout: 2 * time.Minute})
	defer engine.Close()
	fonts, err := render.OwnFonts(liberationmonoregular.TTF, liberationmonobold.TTF)
	if err != nil {
		t.Fatal(err)
	}
	m, err := typeset.NewWith(typeset.Options{Font: liberationmonoregular.TTF, BoldFont: liberationmonobold.TTF})
	if err != nil {
		t.Fatal(err)
	}
	renderer := render.New(index, engine, "")
	renderer.SetIn(fonts)
	drawing, err := renderer.Draw(context.Background(), network.New(index).View(&c.Views[0]))
	if err != nil {
		t.Fatal(err)
	}
	b.show(drawing.SVG, 1280)
	texts := measure[[]struct {
		Text  string
		Size  float64
		Bold  bool
		Width float64
	}](b, widthsInBrowser)
	worst := 0.0
	for _, text := range texts {
		want := m.Width(text.Text, typeset.Style{Size: text.Size, Bold: text.Bold})
		worst = max(worst, math.Abs(text.Width-want))
		if math.Abs(text.Width-want) > 0.1 {
			t.Errorf("%q is %.2f px wide, measured %.2f", text.Text, text.Width, want)
		}
	}
	if len(texts) < 50 {
		t.Errorf("only %d texts", len(texts))
	}
	t.Logf("%d texts, largest difference %.3f px", len(texts), worst)
}
