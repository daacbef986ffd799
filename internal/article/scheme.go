package article

import (
	"regexp"

	"example.org/graphgen/internal/render/scene"
)

var (
	lightDark = regexp.MustCompile(`light-dark\(((?:[^(),]|\([^()]*\))+), *((?:[^(),]|\([^()]*\))+)\)`)
	bothWays  = regexp.MustCompile(`color-scheme: light dark`)
)

// inScheme is a style sheet for surroundings of one kind, where the article is made for one: of
// each pair of colours it has that one's alone.
func inScheme(sheet string, scheme scene.Scheme) string {
	switch scheme {
	case scene.LightOnly:
		return bothWays.ReplaceAllString(lightDark.ReplaceAllString(sheet, "$1"), "color-scheme: light")
	case scene.DarkOnly:
		return bothWays.ReplaceAllString(lightDark.ReplaceAllString(sheet, "$2"), "color-scheme: dark")
	}
	return sheet
}

// schemes are what a page says its colour schemes are.
func schemes(scheme scene.Scheme) string {
	switch scheme {
	case scene.LightOnly:
		return "light"
	case scene.DarkOnly:
		return "dark"
	}
	return "light dark"
}
