package render

import (
	"example.org/graphgen/internal/colours"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render/scene"
)

// override applies what was edited of one thing to how it is drawn. What an edit cannot say, it
// cannot change: how a line is broken and the words for that come from elsewhere.
type override struct {
	*Renderer
	edit     *edits.Edit // nil for nothing
	shifting bool        // whether colours change with other things of the view
}

func (r *Renderer) override(d *diagram, t edits.Thing) override {
	return override{Renderer: r, edit: d.edits.Of(t)}
}

// settle returns what a property comes to that is now so by the case.
func (o override) settle(p edits.Property, now string) string {
	return o.edit.Settle(p, now, o.shifting)
}

// words are those of a property that are drawn, given those of the case.
func (o override) words(name, now string) string {
	if is := o.settle(edits.Property{Name: name, Lang: o.describer.Lang}, now); !edits.Same(is, now) {
		return is
	}
	return now
}

// colour is what a colour comes to; the other result tells whether an editor gave it.
func (o override) colour(name string, now scene.Colour) (colours.RGB, bool) {
	is := o.settle(edits.Property{Name: name}, now.Light)
	c, err := colours.Parse(is)
	return c, is != now.Light && err == nil
}

// look gives a node the colours and the outline that were edited.
func (o override) look(n *node) {
	if o.edit == nil {
		return
	}
	if shape := o.settle(edits.Property{Name: edits.Shape}, n.look.shape); shape != n.look.shape {
		if as, drawn := outlines[shape]; drawn {
			n.look.outline, n.look.detail, n.look.side, n.look.round, n.look.shape = as.outline, as.detail, as.side, as.round, shape
		}
	}
	if c, edited := o.colour(edits.Color, n.look.stroke); edited {
		if n.Kind == network.ValueNode {
			c = colours.Readable(c, rgb(paper.Light), colours.LeastOfLine)
		}
		n.look.stroke = onPaper(c, colours.LeastOfLine, "")
	}
	if n.Kind == network.ValueNode {
		return // how it stands is written on it in colours that can be told from its ground
	}
	ground, filled := o.colour(edits.FillColor, n.look.fill)
	if filled {
		n.look.fill = scene.Colour{
			Name: "hand-" + ground.String()[1:] + "-fill", Light: ground.String(),
			Dark: colours.Mix(ground, rgb(paper.Dark), 0.75).String(),
		}
	}
	font, inked := o.colour(edits.FontColor, ink)
	for i := range n.words.lines {
		l := &n.words.lines[i]
		if inked {
			l.ink = scene.Colour{Name: "hand-" + font.String()[1:], Light: font.String(), Dark: font.String()}
		}
		if inked || filled {
			l.ink = readableOn(l.ink, n.look.fill, colours.LeastOfText)
		}
	}
	if filled {
		n.symbolInk = readableOn(n.look.stroke, n.look.fill, colours.LeastOfLine)
	}
}

// line gives a line the colours that were edited.
func (o override) edge(e *edge) {
	if o.edit == nil {
		return
	}
	now := e.pen.ink
	o.shifting = e.Kind == network.FlowEdge
	if c, edited := o.colour(edits.Color, now); edited {
		e.pen.ink = onPaper(c, colours.LeastOfLine, "")
	}
	if c, edited := o.colour(edits.FontColor, now); edited {
		e.ink = onPaper(c, colours.LeastOfText, "-text")
	}
}

// onPaper is a colour that was chosen for a light ground, with what it is on a dark one. On
// either it can be seen.
func onPaper(c colours.RGB, least float64, kind string) scene.Colour {
	return scene.Colour{
		Name:  "hand-" + c.String()[1:] + kind,
		Light: colours.Readable(c, rgb(clusterFill.Light), least).String(),
		Dark:  colours.Readable(c, rgb(clusterFill.Dark), least).String(),
	}
}

// readableOn is a colour as it must be to be seen on a ground.
func readableOn(c, ground scene.Colour, least float64) scene.Colour {
	return scene.Colour{
		Name:  c.Name + "-on-" + ground.Name,
		Light: colours.Readable(rgb(c.Light), rgb(ground.Light), least).String(),
		Dark:  colours.Readable(rgb(c.Dark), rgb(ground.Dark), least).String(),
	}
}

// rgb reads a colour of the program's own.
func rgb(text string) colours.RGB {
	c, err := colours.Parse(text)
	if err != nil {
		panic("render: " + err.Error())
	}
	return c
}
