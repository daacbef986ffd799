package svg_test

import (
	"strings"
	"testing"

	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/render/svg"
)

// A picture with fonts of its own carries them in itself, under a name that is its own.
func TestOwnFonts(t *testing.T) {
	s := &scene.Scene{ID: "v-km", Width: 10, Height: 10, Fonts: []scene.Font{{WOFF: []byte("regular>?")}, {Bold: true, WOFF: []byte("bold")}},
		Items: []scene.Item{scene.Text{Size: 10, Fill: scene.Colour{Name: "ink", Light: "#000000", Dark: "#ffffff"}, Value: "x"}}}
	picture, err := svg.Write(s)
	if err != nil {
		t.Fatal(err)
	}
	elements := parse(t, picture)
	const family = `"v-km\2e font"`
	if got, want := elements[0].attrs["font-family"], family+", "+svg.FontFamily; got != want {
		t.Errorf("set in %s, want %s", got, want)
	}
	style := elements[3].text
	for _, want := range []string{
		`@font-face{font-family:` + family + `;font-weight:normal;src:url(data:font/woff;base64,cmVndWxhcj4/) format("woff")}`,
		`@font-face{font-family:` + family + `;font-weight:bold;src:url(data:font/woff;base64,Ym9sZA==) format("woff")}`,
	} {
		if !strings.Contains(style, want) {
			t.Errorf("the style sheet has no %s: %s", want, style)
		}
	}
	lint(t, picture)
	s.Items = nil
	if picture, err = svg.Write(s); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(parse(t, picture)[3].text, "@font-face") {
		t.Error("a picture without colours has lost its fonts")
	}
}
