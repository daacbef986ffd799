package quotes

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What a page hides is not what its readers were told. An element is hidden by its attribute,
// by its own style, or by a style sheet in the page. Other sheets are not there to be read.

// hides tells whether readers are not shown an element. What is struck out is no longer said.
func (s *sheet) hides(n *html.Node) bool {
	if n.DataAtom == atom.Dialog && !hasAttr(n, "open") {
		return true
	}
	says := s.styleOf(n)
	if hasAttr(n, "hidden") && (says["display"] == "" || strings.HasPrefix(says["display"], "none")) {
		return true
	}
	first := func(property string) string { value, _, _ := strings.Cut(says[property]+" ", " "); return value }
	switch {
	case first("display") == "none", first("visibility") == "hidden", first("visibility") == "collapse", first("content-visibility") == "hidden",
		first("color") == "transparent", strings.Contains(says["text-decoration"]+says["text-decoration-line"], "line-through"),
		strings.HasPrefix(says["transform"], "scale(0)"):
		return true
	case isNothing(first("opacity")), isNothing(first("font-size")):
		return true
	case strings.HasPrefix(says["clip"], "rect(0") || strings.HasPrefix(says["clip"], "rect(1px") || strings.HasPrefix(says["clip-path"], "inset(50%") ||
		strings.HasPrefix(says["clip-path"], "inset(100%") || strings.HasPrefix(says["clip-path"], "circle(0"):
		return true
	case isFarOff(first("text-indent")), isFarOff(first("left")), isFarOff(first("top")), isFarOff(first("right")):
		return true
	}
	return (isNothing(first("height")) || isNothing(first("max-height")) || isNothing(first("width")) || isNothing(first("max-width"))) &&
		(strings.Contains(says["overflow"], "hidden") || strings.Contains(says["overflow"], "clip"))
}

// isBlock tells whether an inline element is set as a block or cell of its own.
func (s *sheet) isBlock(n *html.Node) bool {
	display, _, _ := strings.Cut(s.styleOf(n)["display"]+" ", " ")
	return display != "" && !strings.HasPrefix(display, "inline") && display != "contents" && display != "none" && display != "initial" && display != "unset" && display != "revert"
}

// isNothing tells lengths and shares of nothing: "0", "0px", "0.0em", "0%".
func isNothing(value string) bool {
	number := strings.TrimRight(value, "abcdefghijklmnopqrstuvwxyz%!")
	f, err := strconv.ParseFloat(number, 64)
	return err == nil && f == 0
}

// farOff is from how many pixels on something is set beside the page.
const farOff = 999

func isFarOff(value string) bool {
	f, err := strconv.ParseFloat(strings.TrimRight(value, "abcdefghijklmnopqrstuvwxyz%!"), 64)
	return err == nil && f <= -farOff
}
