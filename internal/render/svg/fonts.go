package svg

import (
	"encoding/base64"
	"strings"

	"example.org/graphgen/internal/render/scene"
)

// ownFamily is what the picture's own fonts are called: a name that no other picture of a
// page has, since the page would draw both with the one that came last.
func ownFamily(s *scene.Scene) string { return `"` + cssString(s.ID+".font") + `"` }

// family is the font stack of a picture's texts.
func family(s *scene.Scene) string {
	if len(s.Fonts) == 0 {
		return FontFamily
	}
	return ownFamily(s) + ", " + FontFamily
}

// fontFaces are the rules that give the picture its own fonts, as data: nothing is asked for
// anywhere. Where a page allows no such fonts, texts are set as without them.
func fontFaces(s *scene.Scene) string {
	var rules strings.Builder
	for _, f := range s.Fonts {
		weight := "normal"
		if f.Bold {
			weight = "bold"
		}
		rules.WriteString("@font-face{font-family:" + ownFamily(s) + ";font-weight:" + weight +
			";src:url(data:font/woff;base64," + base64.StdEncoding.EncodeToString(f.WOFF) + `) format("woff")}` + "\n")
	}
	return rules.String()
}
