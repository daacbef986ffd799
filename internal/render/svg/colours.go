package svg

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"example.org/graphgen/internal/render/scene"
)

// classes adds to a class what ties an element to its colours.
func classes(class string, fill, stroke scene.Colour) string {
	if themed(fill) {
		class += " fill-" + fill.Name
	}
	if themed(stroke) {
		class += " stroke-" + stroke.Name
	}
	return strings.TrimSpace(class)
}

var (
	colourName  = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)
	colourValue = regexp.MustCompile(`^#[0-9a-f]{6}$`)
)

// themed tells whether a colour may stand in a style sheet. What is none, or not written as
// a colour is, stays an attribute, where it can do nothing.
func themed(c scene.Colour) bool {
	return colourName.MatchString(c.Name) && colourValue.MatchString(c.Light) && colourValue.MatchString(c.Dark)
}

// use is one colour as it is used.
type use struct {
	property string // fill or stroke
	colour   scene.Colour
}

// styleSheet gives each colour that the scene uses its value in light and in dark surroundings,
// the latter on screens only, and the reader's own colours where the system forces them.
// Surroundings are what the page says they are by its color-scheme: so a page that is always light
// never has a dark picture. A picture by itself, or as an <img>, is light, since browsers tell it
// what the reader prefers and not what the page is. Browsers without light-dark() show the light
// one. Rules reach no further than the scene. A page may set any
// colour itself, by name: --graphgen-ink and so on.
func styleSheet(s *scene.Scene) string {
	uses := usesOf(s.Items)
	if len(uses) == 0 {
		return ""
	}
	scope := `[id="` + cssString(s.ID) + `"]`
	var light, either, forced strings.Builder
	for _, u := range uses {
		rule := func(value string) string {
			return fmt.Sprintf("%s .%s-%s{%s:%s}\n", scope, u.property, u.colour.Name, u.property, value)
		}
		own := func(value string) string { return rule("var(--graphgen-" + u.colour.Name + "," + value + ")") }
		light.WriteString(own(u.colour.Light))
		if u.colour.Light != u.colour.Dark {
			either.WriteString(own("light-dark(" + u.colour.Light + "," + u.colour.Dark + ")"))
		}
		forced.WriteString(rule(forcedColour(u.colour.Name)))
	}
	sheet := "\n" + light.String()
	if either.Len() > 0 {
		sheet += "@media screen{@supports (color:light-dark(#000,#fff)){\n" + either.String() + "}}\n"
	}
	return sheet + "@media (forced-colors:active){\n" + forced.String() + "}\n"
}

// forcedColour is one of the two system colours that every reader's choice has.
func forcedColour(name string) string {
	if name == "paper" || name == "area" || strings.HasSuffix(name, "-fill") {
		return "Canvas"
	}
	return "CanvasText"
}

// cssString escapes a text for a CSS string in double quotes.
func cssString(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r == '-' || r == '_' || r > 0x7f || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\%x `, r)
		}
	}
	return b.String()
}

// usesOf collects the colours of the items, by name.
func usesOf(items []scene.Item) []use {
	seen := map[use]bool{}
	var collect func(items []scene.Item)
	add := func(property string, c scene.Colour) {
		if themed(c) {
			seen[use{property, c}] = true
		}
	}
	collect = func(items []scene.Item) {
		for _, item := range items {
			switch it := item.(type) {
			case *scene.Group:
				collect(it.Items)
			case scene.Shape:
				add("fill", it.Fill)
				add("stroke", it.Stroke)
			case scene.Text:
				add("fill", it.Fill)
				add("stroke", it.Halo)
			}
		}
	}
	collect(items)
	uses := make([]use, 0, len(seen))
	for u := range seen {
		uses = append(uses, u)
	}
	slices.SortFunc(uses, func(a, b use) int {
		return cmp.Or(cmp.Compare(a.property, b.property), cmp.Compare(a.colour.Name, b.colour.Name))
	})
	return uses
}
