// Package svg writes a scene as SVG that can stand in any page: no script, no foreign
// element, no request to anywhere, every id and every style rule under the scene's prefix.
// It escapes in one place, and must never know what the picture is of.
package svg

import (
	"bytes"
	"fmt"
	"math"
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/graphgen/internal/render/scene"
)

// FontFamily is the font stack of every text: those with which texts are measured, and
// Arial, which has Liberation Sans's metrics.
const FontFamily = "'Liberation Sans', Arial, Helvetica, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Khmer', 'Noto Sans Thai', 'Noto Sans Lao', 'Noto Sans Myanmar', sans-serif"

// Write returns the scene as a whole SVG document in UTF-8. How a line is broken is an
// attribute of the line itself, never of a style sheet that a page could drop; so are the
// colours for light surroundings. A style sheet adds those for dark ones (see colours.go).
//
// The id of a part is the scene's, a point, and the part's own; the scene's has no point, so
// that no two pictures of a page share one. A scene with a length or place that is not a
// finite number is refused: wherever it were put, the picture would be a wrong one.
//
// Fonts of the scene's own are part of the style sheet (see fonts.go).
func Write(s *scene.Scene) ([]byte, error) {
	w := &writer{scene: s, prefix: s.ID + "."}
	shrinks := "max-width:100%;height:auto"
	if s.Inline {
		shrinks = "" // its page says it; and may forbid style attributes
	}
	w.open("svg",
		"xmlns", "http://www.w3.org/2000/svg",
		"id", s.ID,
		"viewBox", "0 0 "+w.number(s.Width)+" "+w.number(s.Height),
		"width", w.number(s.Width), "height", w.number(s.Height),
		"style", shrinks,
		"role", "img",
		"aria-labelledby", w.prefix+scene.Own+"title "+w.prefix+scene.Own+"desc",
		"lang", s.Lang,
		"direction", direction(s.RightToLeft), // or a page's own would turn the texts around
		"font-family", family(s))
	w.element("title", s.Title, "id", w.prefix+scene.Own+"title")
	w.element("desc", s.Description, "id", w.prefix+scene.Own+"desc")
	if rules := fontFaces(s) + styleSheet(s); rules != "" {
		w.element("style", rules)
	}
	w.items(s.Items)
	w.close("svg")
	if w.endless != nil {
		return nil, fmt.Errorf("svg: %v is no length or place", *w.endless)
	}
	return w.buf.Bytes(), nil
}

type writer struct {
	buf     bytes.Buffer
	scene   *scene.Scene
	prefix  string
	depth   int
	endless *float64 // the first number that was not finite
}

func (w *writer) items(items []scene.Item) {
	for _, item := range items {
		switch it := item.(type) {
		case *scene.Group:
			w.group(it)
		case scene.Shape:
			w.shape(it)
		case scene.Text:
			w.text(it)
		}
	}
}

func (w *writer) group(g *scene.Group) {
	id := ""
	if g.ID != "" {
		id = w.prefix + g.ID
	}
	w.open("g", "id", id, "class", g.Class)
	if g.Title != "" {
		w.element("title", g.Title)
	}
	if safe(g.Link) {
		w.open("a", "href", g.Link)
		w.items(g.Items)
		w.close("a")
	} else {
		w.items(g.Items)
	}
	w.close("g")
}

func (w *writer) shape(s scene.Shape) {
	fill := s.Fill.Light
	if s.Fill == (scene.Colour{}) {
		fill = "none"
	}
	attrs := []string{"class", classes(s.Class, s.Fill, s.Stroke), "d", w.pathData(s.Path), "fill", fill}
	if s.Stroke != (scene.Colour{}) {
		attrs = append(attrs, "stroke", s.Stroke.Light, "stroke-width", w.number(s.Width))
		if pattern := s.Dash.Pattern(s.Width); pattern != nil {
			lengths := make([]string, len(pattern))
			for i, length := range pattern {
				lengths[i] = w.number(length)
			}
			attrs = append(attrs, "stroke-dasharray", strings.Join(lengths, " "))
		}
		if s.Dash.RoundEnds() {
			attrs = append(attrs, "stroke-linecap", "round")
		}
	}
	w.empty("path", attrs...)
}

func (w *writer) text(t scene.Text) {
	attrs := []string{"class", classes(t.Class, t.Fill, t.Halo), "x", w.number(t.X), "y", w.number(t.Y), "font-size", w.number(t.Size), "fill", t.Fill.Light}
	if t.Bold {
		attrs = append(attrs, "font-weight", "bold")
	}
	switch {
	case t.Anchor == scene.Middle:
		attrs = append(attrs, "text-anchor", "middle")
	case (t.Anchor == scene.Right) != t.RightToLeft:
		attrs = append(attrs, "text-anchor", "end")
	}
	if t.RightToLeft != w.scene.RightToLeft {
		attrs = append(attrs, "direction", direction(t.RightToLeft))
	}
	if t.Lang != w.scene.Lang {
		attrs = append(attrs, "lang", t.Lang)
	}
	if t.Halo != (scene.Colour{}) {
		attrs = append(attrs, "stroke", t.Halo.Light, "stroke-width", w.number(scene.HaloWidth), "stroke-linejoin", "round", "paint-order", "stroke")
	}
	w.element("text", t.Value, attrs...)
}

func direction(rightToLeft bool) string {
	if rightToLeft {
		return "rtl"
	}
	return "ltr"
}

func (w *writer) pathData(p scene.Path) string {
	var b strings.Builder
	for _, s := range p {
		b.WriteByte(s.Op)
		n := map[byte]int{'M': 1, 'L': 1, 'C': 3}[s.Op]
		for i, at := range s.Points[:n] {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(w.number(at.X) + " " + w.number(at.Y))
		}
	}
	return b.String()
}

// number writes a length with one decimal, so that the last bits of a processor's
// arithmetic never reach a file.
func (w *writer) number(f float64) string {
	if (math.IsNaN(f) || math.IsInf(f, 0)) && w.endless == nil {
		w.endless = &f
	}
	s := strconv.FormatFloat(f, 'f', 1, 64)
	s = strings.TrimSuffix(s, ".0")
	if s == "-0" {
		return "0"
	}
	return s
}

func (w *writer) open(name string, attrs ...string) {
	w.start(name, attrs)
	w.buf.WriteString(">\n")
	w.depth++
}

func (w *writer) close(name string) {
	w.depth--
	w.indent()
	w.buf.WriteString("</" + name + ">\n")
}

func (w *writer) empty(name string, attrs ...string) {
	w.start(name, attrs)
	w.buf.WriteString("/>\n")
}

func (w *writer) element(name, text string, attrs ...string) {
	w.start(name, attrs)
	w.buf.WriteString(">" + Escape(text) + "</" + name + ">\n")
}

// start writes a tag up to its attributes, leaving out those without a value.
func (w *writer) start(name string, attrs []string) {
	w.indent()
	w.buf.WriteString("<" + name)
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i+1] != "" {
			w.buf.WriteString(" " + attrs[i] + `="` + Escape(attrs[i+1]) + `"`)
		}
	}
}

func (w *writer) indent() { w.buf.WriteString(strings.Repeat(" ", w.depth)) }

// Escape makes a text safe inside an element and inside a double-quoted attribute. What XML
// 1.0 cannot hold at all becomes U+FFFD.
func Escape(s string) string {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	s = strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' {
			return ' '
		}
		if unicode.IsControl(r) || r == '\uFFFE' || r == '\uFFFF' {
			return '\uFFFD'
		}
		return r
	}, s)
	return xmlEscaper.Replace(s)
}

var xmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

// safe tells whether a link leads to where a reader's browser may be sent.
func safe(link string) bool {
	u, err := url.Parse(link)
	if err != nil {
		return false
	}
	return u.Scheme == "mailto" || u.Host != "" && (u.Scheme == "http" || u.Scheme == "https")
}
