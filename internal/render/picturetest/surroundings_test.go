package picturetest

import (
	"encoding/base64"
	"fmt"
	"image/color"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/judges/chromium"
)

// A picture is as light or dark as the page around it says that it is, whatever the reader
// prefers; as an image it is light. A page that is always light has no black block.
func TestSurroundings(t *testing.T) {
	b := newBrowser(t)
	drawn := draw(map[string]*entities.Case{"5": madeUp(5)}, []string{"5"})[0]
	if drawn.err != nil {
		t.Fatal(drawn.err)
	}
	const white, black = "rgb(255, 255, 255)", "rgb(21, 24, 28)"
	image := `<img style="display:block" width="300" src="data:image/svg+xml;base64,` + base64.StdEncoding.EncodeToString(drawn.wide) + `">`
	for _, test := range []struct{ reader, page, paper string }{
		{"light", "", white}, {"light", "color-scheme: light dark", white}, {"light", "color-scheme: dark", black},
		{"dark", "", white}, {"dark", "color-scheme: light", white}, {"dark", "color-scheme: light dark", black},
		{"dark", "--graphgen-paper: #ffffff; color-scheme: dark", white},
	} {
		name := fmt.Sprintf("a reader who prefers %s, on a page with %q", test.reader, test.page)
		b.prefer(test.reader)
		b.tab.Show(t, `<!doctype html><html style="`+test.page+`"><body style="margin:0">`+image+string(drawn.wide), 1000)
		paper := chromium.Evaluate[string](t, b.tab, `document.querySelector("img").decode().then(() => getComputedStyle(document.querySelector(".paper")).fill)`)
		if paper != test.paper {
			t.Errorf("%s: the picture is on %s, want %s", name, paper, test.paper)
		}
		if r, g, bl, _ := color.RGBAModel.Convert(b.shot(1000, 300, 1).At(3, 3)).RGBA(); r>>8 != 255 || g>>8 != 255 || bl>>8 != 255 {
			t.Errorf("%s: the image is on %d %d %d", name, r>>8, g>>8, bl>>8)
		}
	}
}
