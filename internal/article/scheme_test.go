package article

import (
	"strings"
	"testing"

	"example.org/graphgen/internal/render/scene"
)

// Made for one kind of surroundings, no rule of an article knows another.
func TestRulesInAScheme(t *testing.T) {
	for _, sheet := range []string{figureRules, pageRules} {
		if got := inScheme(sheet, scene.Either); got != sheet {
			t.Error("made for either, rules are others")
		}
		for scheme, colours := range map[scene.Scheme][2]string{scene.LightOnly: {"#c9d0d8", "#48515b"}, scene.DarkOnly: {"#48515b", "#c9d0d8"}} {
			got := inScheme(sheet, scheme)
			if strings.Contains(got, "light-dark(") || strings.Contains(got, "light dark") {
				t.Errorf("%s: both are there:\n%s", scheme, got)
			}
			if strings.Contains(sheet, "hairline") && !strings.Contains(got, "--graphgen-hairline, "+colours[0]+")") {
				t.Errorf("%s: no %s", scheme, colours[0])
			}
		}
	}
	const shade = "light-dark(rgb(20 28 38 / .22), rgb(0 0 0 / .6))"
	if got := inScheme(shade, scene.DarkOnly); got != "rgb(0 0 0 / .6)" {
		t.Errorf("a colour by a function becomes %q", got)
	}
}
