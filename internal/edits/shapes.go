package edits

// Shapes lists what Shape can be: those of Graphviz's shapes that are drawn, in order.
func Shapes() []string {
	return []string{
		"box", "box3d", "cds", "circle", "component", "cylinder", "doubleoctagon", "ellipse", "folder", "hexagon", "note",
		"octagon", "oval", "rect", "rectangle", "square", "tab", "trapezium", "underline",
	}
}
