package merge

import (
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/colours"
	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/problem"
)

// values are the editable properties of an item that the file gives.
func (m *merger) values(item, ref *Item) map[edits.Property]string {
	label, below, _ := split(item, ref)
	values := map[edits.Property]string{{Name: edits.Label, Lang: m.Edited.Lang}: label}
	if !item.Line {
		values[edits.Property{Name: edits.Below, Lang: m.Edited.Lang}] = below
	}
	for _, name := range []string{edits.Color, edits.FillColor, edits.FontColor} {
		raw, given := item.Source.Attrs[name]
		if !given || item.Line && name == edits.FillColor {
			continue
		}
		if c, err := colours.Parse(raw.Text); err == nil {
			values[edits.Property{Name: name}] = c.String()
		}
	}
	if shape, given := item.Source.Attrs[edits.Shape]; given && !item.Line {
		values[edits.Property{Name: edits.Shape}] = shape.Text
	}
	return values
}

// firmness orders dashes by how sure a line looks with them.
func firmness(dash string) int { return slices.Index([]string{"dotted", "dashed", "solid"}, dash) }

// colourFault is what is wrong with a colour; empty for nothing.
func colourFault(t edits.Thing, name, raw string, lineLike bool) string {
	c, err := colours.Parse(raw)
	if err != nil {
		return err.Error()
	}
	if lineLike && name == edits.Color {
		return colours.Faint(c, colours.LeastOfLine)
	}
	if t.Line && name == edits.FontColor {
		return colours.Faint(c, colours.LeastOfText)
	}
	return ""
}

// checkLooks refuses colours that cannot be seen and shapes that are not drawn.
func (m *merger) checkLooks(item, ref *Item) {
	for _, name := range []string{edits.Color, edits.FillColor, edits.FontColor} {
		raw, given := item.Source.Attrs[name]
		if !given || raw == ref.attrs()[name] || item.Line && name == edits.FillColor {
			continue
		}
		lineLike := item.Line || m.nodeKind(item.Thing) == network.ValueNode
		if fault := colourFault(item.Thing, name, raw.Text, lineLike); fault != "" {
			m.refuse(item.Source.At, fmt.Sprintf("%v: its %s cannot be %s: %s", item.Thing, name, problem.Printable(raw.Text), fault),
				"give a colour that is seen, such as #a3261d; to take something out of the picture, take its line out of the file")
		}
	}
	if shape, given := item.Source.Attrs[edits.Shape]; given && !item.Line && shape != ref.attrs()[edits.Shape] && !slices.Contains(edits.Shapes(), shape.Text) && item.Hidden(item.Shape) == "" {
		m.refuse(item.Source.At, fmt.Sprintf("%v: graphgen draws no shape %s", item.Thing, problem.Printable(shape.Text)), "want one of "+strings.Join(edits.Shapes(), ", "))
	}
}

// attrs are an item's attributes; the item may be nil.
func (i *Item) attrs() dotfile.Attrs {
	if i == nil {
		return nil
	}
	return i.Source.Attrs
}
