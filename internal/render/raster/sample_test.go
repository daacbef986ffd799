package raster_test

import (
	"example.org/graphgen/internal/render/scene"
)

var (
	paper = scene.Colour{Name: "paper", Light: "#ffffff", Dark: "#15181c"}
	ink   = scene.Colour{Name: "ink", Light: "#1b1f24", Dark: "#f0f0f0"}
	blue  = scene.Colour{Name: "state", Light: "#1f5c99", Dark: "#80b0e0"}
	pale  = scene.Colour{Name: "state-fill", Light: "#e8f1fa", Dark: "#203040"}
	red   = scene.Colour{Name: "wrong", Light: "#a3261d", Dark: "#e08070"}
)

// sample has all that a scene may have: shapes, strokes, curves, corners, texts in every
// script that a font is shipped for, and lines behind letters.
func sample() *scene.Scene {
	at := func(x, y float64) scene.Point { return scene.Point{X: x, Y: y} }
	text := func(x, y, size float64, anchor scene.Anchor, value string) scene.Text {
		return scene.Text{X: x, Y: y, Size: size, Anchor: anchor, Fill: ink, Value: value}
	}
	bold := func(t scene.Text) scene.Text { t.Bold = true; return t }
	rightToLeft := func(t scene.Text) scene.Text { t.Lang, t.RightToLeft = "ar", true; return t }
	halo := func(t scene.Text) scene.Text { t.Halo, t.Fill = paper, red; return t }
	return &scene.Scene{
		ID: "sample", Lang: "en", Title: "Sample", Description: "Everything", Width: 640, Height: 420,
		Items: []scene.Item{
			scene.Shape{Path: scene.Rounded(0, 0, 640, 420, 0), Fill: paper},
			&scene.Group{ID: "r1", Items: []scene.Item{
				scene.Shape{Path: scene.Path{}.Move(at(150, 90)).Curve(at(260, 60), at(330, 220), at(470, 190)), Stroke: red, Width: 1.5, Dash: scene.Dashed},
				scene.Shape{Path: scene.Polygon(at(470, 190), at(459, 188), at(460, 196)), Fill: red, Stroke: red, Width: 1},
				halo(text(300, 134, 12, scene.Middle, "alleged: recruited for")),
			}},
			&scene.Group{ID: "r2", Items: []scene.Item{
				scene.Shape{Path: scene.Path{}.Move(at(100, 120)).Curve(at(100, 180), at(140, 240), at(120, 300)), Stroke: ink, Width: 2, Dash: scene.Dotted},
				halo(text(118, 215, 11, scene.Middle, "unsubstantiated")),
			}},
			&scene.Group{ID: "r3", Items: []scene.Item{
				scene.Shape{Path: scene.Path{}.Move(at(180, 320)).Line(at(300, 250)).Line(at(310, 340)).Line(at(460, 230)), Stroke: blue, Width: 6},
				scene.Shape{Path: scene.Path{}.Move(at(330, 360)).Line(at(420, 330)).Line(at(335, 335)).Curve(at(420, 300), at(480, 420), at(500, 330)), Stroke: red, Width: 3, Dash: scene.Dashed},
				text(380, 262, 12, scene.Left, "spread to [3]"),
			}},
			&scene.Group{ID: "r4", Items: []scene.Item{halo(text(245, 290, 12, scene.Middle, "met with [4]"))}},
			&scene.Group{ID: "a", Items: []scene.Item{
				scene.Shape{Path: scene.Rounded(40, 50, 150, 66, 9), Fill: pale, Stroke: blue, Width: 1.5},
				bold(text(115, 78, 14, scene.Middle, "Ministry of Interior")),
				text(115, 98, 14, scene.Middle, "ក្រសួងមហាផ្ទៃ កម្ពុជា"),
			}},
			&scene.Group{ID: "b", Items: []scene.Item{
				scene.Shape{Path: scene.Ellipse(460, 150, 160, 80), Fill: pale, Stroke: blue, Width: 2, Dash: scene.Dotted},
				bold(text(540, 186, 14, scene.Middle, "กระทรวงมหาดไทย")),
				text(540, 206, 14, scene.Middle, "မြန်မာနိုင်ငံတော်"),
			}},
			&scene.Group{ID: "c", Items: []scene.Item{
				scene.Shape{Path: scene.Polygon(at(60, 300), at(180, 300), at(195, 325), at(180, 350), at(60, 350), at(45, 325)), Fill: paper, Stroke: ink, Width: 1.5, Dash: scene.Dashed},
				bold(text(120, 322, 14, scene.Middle, "ກະຊວງປ້ອງກັນ")),
				text(120, 340, 11, scene.Middle, "Міністерство, Υπουργείο"),
			}},
			&scene.Group{ID: "h", Items: []scene.Item{
				text(620, 60, 16, scene.Right, "משרד החוץ 12 (AB)"),
				bold(text(24, 34, 22, scene.Left, "Who moved AVA To. Whom, 1711")),
				text(24, 400, 11, scene.Left, "Sources: Office of the High Commissioner; ព្រះរាជាណាចក្រកម្ពុជា — 220,000 [1]"),
			}},
			&scene.Group{ID: "i", Items: []scene.Item{
				rightToLeft(text(620, 84, 14, scene.Right, "\u2066UN Women!\u2069 قالت ٢٠٢٣ [3]")),
				bold(rightToLeft(text(540, 112, 14, scene.Middle, "وزارة الداخلية (AB) 12"))),
				rightToLeft(text(300, 380, 14, scene.Left, "منظمة العفو الدولية")),
				text(300, 60, 12, scene.Left, "alleged by \u2067وزارة العدل\u2069 [3]"),
			}},
		},
	}
}

// part finds a group of the sample.
func part(s *scene.Scene, id string) *scene.Group {
	for _, item := range s.Items {
		if g, ok := item.(*scene.Group); ok && g.ID == id {
			return g
		}
	}
	panic("the sample has no group " + id)
}

// edit changes the first text of a group.
func edit(s *scene.Scene, id string, change func(*scene.Text)) {
	items := part(s, id).Items
	for i, item := range items {
		if text, ok := item.(scene.Text); ok {
			change(&text)
			items[i] = text
			return
		}
	}
	panic("the group has no text: " + id)
}

// redash changes how a group's first shape is broken.
func redash(s *scene.Scene, id string, to scene.Dash) {
	shape := part(s, id).Items[0].(scene.Shape)
	shape.Dash = to
	part(s, id).Items[0] = shape
}

// move shifts a group's shapes to the right.
func move(g *scene.Group, by float64) {
	for i, item := range g.Items {
		if shape, ok := item.(scene.Shape); ok {
			for j := range shape.Path {
				for k := range shape.Path[j].Points {
					shape.Path[j].Points[k].X += by
				}
			}
			g.Items[i] = shape
		}
	}
}
