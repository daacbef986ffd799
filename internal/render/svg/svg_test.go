package svg_test

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/golden"
	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/render/svg"
)

var (
	line  = scene.Colour{Name: "line", Light: "#3d4650", Dark: "#b9c2cc"}
	black = scene.Colour{Name: "ink", Light: "#000000", Dark: "#ffffff"}
	white = scene.Colour{Name: "paper", Light: "#ffffff", Dark: "#000000"}
)

func sampleScene() *scene.Scene {
	at := func(x, y float64) scene.Point { return scene.Point{X: x, Y: y} }
	course := scene.Path{}.Move(at(10, 20)).Curve(at(15, 20.04), at(20.05, 22.25), at(-0.04, 1234.56))
	return &scene.Scene{
		ID: "met", Lang: "en", Title: "Who met <whom>", Description: "A & B", Width: 200, Height: 100.25,
		Items: []scene.Item{
			&scene.Group{ID: "r1", Class: "edge standing-alleged", Title: "A — met with — B", Items: []scene.Item{
				scene.Shape{Path: course, Stroke: line, Width: 1.5, Dash: scene.Dashed},
				scene.Shape{Path: course, Stroke: line, Width: 1.5, Dash: scene.Dotted},
				scene.Shape{Path: course, Stroke: line, Width: 4},
				scene.Shape{Path: scene.Polygon(at(0, 0), at(4, 0), at(2, 3)), Fill: line, Class: "tip"},
			}},
			&scene.Group{ID: scene.Own + "note-1", Class: "note", Link: "https://sun.example/?a=1&b='2'", Items: []scene.Item{
				scene.Text{X: 5, Y: 10, Size: 11, Fill: black, Value: `[1] "disputed"`},
				scene.Text{X: 5, Y: 20, Size: 11, Fill: black, Anchor: scene.Middle, Bold: true, Halo: white, Value: "middle"},
				scene.Text{X: 5, Y: 30, Size: 11, Fill: black, Anchor: scene.Right, Class: "last", Value: "end"},
				scene.Text{X: 5, Y: 40, Size: 11, Fill: black, Lang: "ar", RightToLeft: true, Value: "وزارة"},
				scene.Text{X: 5, Y: 50, Size: 11, Fill: black, Anchor: scene.Middle, Lang: "he", RightToLeft: true, Value: "משרד"},
				scene.Text{X: 5, Y: 60, Size: 11, Fill: black, Anchor: scene.Right, Lang: "en", RightToLeft: true, Value: "he"},
			}},
			&scene.Group{},
		},
	}
}

func write(t testing.TB, s *scene.Scene) []byte {
	t.Helper()
	written, err := svg.Write(s)
	if err != nil {
		t.Fatal(err)
	}
	return written
}

func TestWrite(t *testing.T) {
	got := write(t, sampleScene())
	golden.Same(t, "testdata/sample.svg", got)
	parse(t, got)
	lint(t, got)
}

// hostile are texts that try to become more than text.
var hostile = []string{
	"", " ", `<script>alert(1)</script>`, `</text><script>`, `]]>`, `<![CDATA[x]]>`, `<!-- x -->`, `<?xml version="1.0"?>`, `<!DOCTYPE svg [<!ENTITY x "y">]>`,
	`" onload="alert(1)`, `' onload='alert(1)`, `"><foreignObject/>`, `&lt;b&gt;`, `&amp;amp;`, `&#60;script&#62;`, `&nosuch;`, `&`, `<`, `url(https://evil.example/x)`,
	"\x00\x01\b\x1b[31m", "\r\n\t", "\x7f\u0080\u009f", "\ufffe\uffff\ufdd0", "\xff\xc0\xaf\xed\xa0\x80", "\u2028\u2029", "\u202eabc\u2066", "\ufeff", "😀\U0010ffff", "ហ៊ុន ម៉ាណែត", "%00", `\u003cscript\u003e`,
	`javascript:alert(1)`, strings.Repeat("<", 1000),
}

func TestHostileTextStaysText(t *testing.T) {
	for _, text := range hostile {
		s := &scene.Scene{
			ID: "v" + text, Lang: text, Title: text, Description: text, Width: 10, Height: 10,
			Items: []scene.Item{&scene.Group{ID: text, Class: text, Title: text, Link: text, Items: []scene.Item{
				scene.Shape{Path: scene.Ellipse(0, 0, 5, 5), Fill: scene.Colour{Name: text, Light: text, Dark: text}, Stroke: scene.Colour{Name: text, Light: text, Dark: text}, Width: 1, Class: text},
				scene.Text{Size: 10, Fill: scene.Colour{Name: text, Light: text, Dark: text}, Halo: scene.Colour{Name: text, Light: text, Dark: text}, Class: text, Value: text},
			}}},
		}
		written := write(t, s)
		elements := parse(t, written)
		if t.Failed() {
			t.Fatalf("written for %q:\n%s", text, written)
		}
		if got := elements[len(elements)-1]; got.name != "text" || got.text != legible(text) {
			t.Errorf("%q is written as the text %q", text, got.text)
		}
	}
}

func TestOneHostileSceneForXmllint(t *testing.T) {
	s := &scene.Scene{ID: "v", Title: "t", Width: 10, Height: 10}
	for i, text := range hostile {
		s.Items = append(s.Items, &scene.Group{ID: fmt.Sprintf("g%d", i), Title: text, Class: text, Link: "https://x.example/?" + text, Items: []scene.Item{
			scene.Text{Size: 10, Fill: scene.Colour{Name: text, Light: text, Dark: text}, Value: text},
		}})
	}
	lint(t, write(t, s))
}

func TestLinks(t *testing.T) {
	for link, safe := range map[string]bool{
		"http://a.example/":                     true,
		"https://a.example/x?y=1&z=%20#f":       true,
		"HTTPS://a.example":                     true,
		"mailto:desk@a.example?subject=A%20B":   true,
		"":                                      false,
		"a.example":                             false,
		"//a.example/":                          false,
		"/etc/passwd":                           false,
		"#other":                                false,
		"javascript:alert(1)":                   false,
		"JavaScript:alert(1)":                   false,
		" javascript:alert(1)":                  false,
		"\x01javascript:alert(1)":               false,
		"java\tscript:alert(1)":                 false,
		"java\nscript:alert(1)":                 false,
		"javascript&colon;alert(1)":             false,
		"&#106;avascript:alert(1)":              false,
		"java%73cript:alert(1)":                 false,
		"javascript://a.example/%0aalert(1)":    false,
		"vbscript:x":                            false,
		"data:text/html,<script>":               false,
		"DATA:image/svg+xml;base64,PHN2Zz4=":    false,
		"file:///etc/passwd":                    false,
		"ftp://a.example/":                      false,
		"blob:https://a.example/1":              false,
		"https://":                              false,
		"https:a.example":                       false,
		"https://a.example/\" onclick=\"x":      true, // escaped: one attribute, whatever it holds
		"https://a.example/\njavascript:alert":  false,
		"view-source:https://a.example/":        false,
		"\u00a0https://a.example/":              false,
		"https\u200b://a.example/":              false,
		"http" + strings.Repeat("s", 100) + ":": false,
	} {
		written := write(t, &scene.Scene{ID: "v", Items: []scene.Item{&scene.Group{Link: link}}})
		i := slices.IndexFunc(parse(t, written), func(e element) bool { return e.name == "a" })
		if linked := i >= 0; linked != safe {
			t.Errorf("%q is linked: %v", link, linked)
		}
	}
}

// oneDecimal is how every length in a picture is written.
var oneDecimal = regexp.MustCompile(`^-?[0-9]+(\.[1-9])?$`)

func TestNumbers(t *testing.T) {
	for f, want := range map[float64]string{
		0: "0", math.Copysign(0, -1): "0", -0.04: "0", 0.04: "0", -0.06: "-0.1", 0.05: "0.1", 0.25: "0.2", 1: "1", 10: "10", 1.5: "1.5",
		99.96: "100", -3.14159: "-3.1", 1e9: "1000000000", 1e-300: "0", 0.1 + 0.2: "0.3",
	} {
		s := &scene.Scene{ID: "v", Items: []scene.Item{scene.Text{X: f, Value: "x"}}}
		elements := parse(t, write(t, s))
		if got := elements[len(elements)-1].attrs["x"]; got != want || !oneDecimal.MatchString(got) {
			t.Errorf("%v is written %q, want %q", f, got, want)
		}
	}
}

func TestNoPlaceIsNoNumber(t *testing.T) {
	for _, f := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		for name, s := range map[string]*scene.Scene{
			"width":  {Width: f},
			"height": {Height: f},
			"text":   {Items: []scene.Item{scene.Text{Y: f}}},
			"size":   {Items: []scene.Item{scene.Text{Size: f}}},
			"pen":    {Items: []scene.Item{scene.Shape{Stroke: line, Width: f}}},
			"path":   {Items: []scene.Item{&scene.Group{Items: []scene.Item{scene.Shape{Path: scene.Ellipse(0, f, 1, 1)}}}}},
		} {
			if written, err := svg.Write(s); err == nil || written != nil {
				t.Errorf("a %s of %v is written:\n%s", name, f, written)
			}
		}
	}
}

// Two pictures in one page share no id, whatever their views and parts are called.
func TestIDsOfTwoPicturesAreApart(t *testing.T) {
	seen := map[string]string{}
	for _, view := range []string{"a", "a-b", "a-title", "title", "desc"} {
		s := &scene.Scene{ID: view, Title: "t", Description: "d"}
		for _, part := range []string{"b-c", "c", "title", "desc", "note-1", scene.Own + "note-1", "a", "b.c"} {
			s.Items = append(s.Items, &scene.Group{ID: part})
		}
		for _, e := range parse(t, write(t, s)) {
			id, has := e.attrs["id"]
			if first, taken := seen[id]; has && taken {
				t.Errorf("id %q of view %s is taken by view %s", id, view, first)
			}
			seen[id] = view
		}
	}
}

func ExampleWrite() {
	written, err := svg.Write(&scene.Scene{ID: "v", Title: "A & B", Width: 10, Height: 10})
	fmt.Println(strings.Contains(string(written), `<title id="v..title">A &amp; B</title>`), err)
	// Output: true <nil>
}
