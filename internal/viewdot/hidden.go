package viewdot

import (
	"fmt"
	"strings"
)

// Hidden tells by what in the file an item would not be seen, or is empty. The shape is a node's.
func (i *Item) Hidden(shape string) string {
	style := i.Source.Attrs[styleAttr].Text
	for word := range strings.SplitSeq(style, ",") {
		if word = strings.TrimSpace(word); word == "invis" || strings.HasPrefix(word, "setlinewidth") {
			return styleAttr + " " + word
		}
	}
	if width, given := i.Source.number(penWidthAttr); given && width < leastWidth {
		return penWidthAttr + " " + i.Source.Attrs[penWidthAttr].Text
	}
	if size, given := i.Source.number(fontSizeAttr); given && size < leastFont {
		return fontSizeAttr + " " + i.Source.Attrs[fontSizeAttr].Text
	}
	if shape == "point" || shape == "none" {
		return shapeAttr + " " + shape
	}
	return ""
}

// What lines and letters are at the least, in points.
const (
	leastWidth = 0.5
	leastFont  = 6.0
)

// number is an attribute that is a number.
func (s *Source) number(name string) (f float64, given bool) {
	_, err := fmt.Sscanf(s.Attrs[name].Text, "%g", &f)
	return f, err == nil
}

// Style is the style that the file gives an item.
func (i *Item) Style() string { return i.Source.Attrs[styleAttr].Text }
