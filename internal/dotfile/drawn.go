package dotfile

import (
	"strconv"
	"strings"
)

// Arrows tells at which ends Graphviz draws an arrow: at the head, as edges of a digraph have it
// where nothing else is said, and at the tail.
func (g *Graph) Arrows(e *Edge) (head, tail bool) {
	switch e.Attrs.Text("dir") {
	case "forward":
		head = true
	case "back":
		tail = true
	case "both":
		head, tail = true, true
	case "none":
	default:
		head = g.Directed
	}
	if size, err := strconv.ParseFloat(e.Attrs.Text("arrowsize"), 64); err == nil && size <= 0 {
		return false, false
	}
	return head && isArrow(e.Attrs.Text("arrowhead")), tail && isArrow(e.Attrs.Text("arrowtail"))
}

// isArrow tells whether Graphviz draws an arrow for a form. What it does not know it leaves out.
func isArrow(form string) bool {
	if form == "" {
		return true
	}
	for _, known := range []string{"ediamond", "open", "empty", "halfopen"} {
		if strings.HasPrefix(form, known) {
			return true
		}
	}
	form = strings.TrimPrefix(form, "o")
	if form != "" && (form[0] == 'l' || form[0] == 'r') {
		form = form[1:]
	}
	for _, known := range []string{"normal", "crow", "tee", "box", "diamond", "dot", "inv", "vee", "curve", "icurve"} {
		if strings.HasPrefix(form, known) {
			return true
		}
	}
	return strings.HasPrefix(form, "none") && form != "none"
}

// Invisible tells whether a style has Graphviz draw nothing.
func Invisible(style string) bool {
	for word := range strings.SplitSeq(style, ",") {
		if strings.TrimSpace(word) == "invis" {
			return true
		}
	}
	return false
}

// Hidden tells whether nothing of an edge is seen: a guide for the layout alone.
func (e *Edge) Hidden() bool {
	if Invisible(e.Attrs.Text("style")) {
		return true
	}
	return clear(e.Attrs.Text("color")) && len(e.Labels()) == 0
}

// Hidden tells whether nothing of a node is seen.
func (n *Node) Hidden() bool {
	style := n.Attrs.Text("style")
	switch {
	case Invisible(style):
		return true
	case strings.TrimSpace(n.Label()) != "" && !clear(n.Attrs.Text("fontcolor")) || n.Attrs.Text("image") != "":
		return false
	}
	switch n.Attrs.Text("shape") {
	case "none", "plaintext", "plain":
		return !strings.Contains(style, "filled")
	}
	return clear(n.Attrs.Text("color")) && (!strings.Contains(style, "filled") || clear(n.Attrs.Text("fillcolor")))
}

// clear tells whether a colour is none.
func clear(color string) bool {
	color = strings.TrimSpace(color)
	return color == "transparent" || len(color) == 9 && color[0] == '#' && strings.HasSuffix(color, "00")
}

// Labels are the texts that Graphviz sets beside an edge, but for those that are blank: its label,
// that outside the layout, and those at its tail and its head.
func (e *Edge) Labels() []string {
	var labels []string
	names := Names{'T': e.From, 'H': e.To, 'E': e.From + "->" + e.To, 'L': e.Label()}
	for _, name := range []string{"label", "xlabel", "taillabel", "headlabel"} {
		if text := strings.Join(strings.Fields(e.Attrs.Get(name).Plain(names)), " "); text != "" {
			labels = append(labels, text)
		}
	}
	return labels
}
