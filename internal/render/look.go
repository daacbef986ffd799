package render

import (
	"example.org/graphgen/internal/colours"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/render/dash"
	"example.org/graphgen/internal/render/scene"
)

// The type scale and the spacing, in CSS pixels.
const (
	titleSize   = 22.0
	captionSize = 14.0
	nameSize    = 14.0
	hubSize     = 17.0
	valueSize   = 22.0
	labelSize   = 12.0
	smallSize   = 11.0
	leading     = 1.25 // of the size, from baseline to baseline

	margin     = 24.0
	gap        = 16.0
	nodePadX   = 9.0
	hubRing    = 5.0 // from the outer outline of a hub to its inner one
	nodePadY   = 9.0
	nameWidth  = 150.0 // at which names wrap
	valueWidth = 230.0 // at which the numbers of figures wrap
	labelWidth = 132.0 // at which labels of lines wrap
)

// The colours, each for light and for dark surroundings. Line and fill pairs are from Okabe
// and Ito's set, which people who see colours differently can tell apart, made darker or
// lighter until texts and lines stand out from what is behind them.
var (
	paper       = scene.Colour{Name: "paper", Light: "#ffffff", Dark: "#15181c"}
	ink         = scene.Colour{Name: "ink", Light: "#1b1f24", Dark: "#eef1f4"}
	quiet       = scene.Colour{Name: "quiet", Light: "#59626e", Dark: "#a9b3be"}
	hairline    = scene.Colour{Name: "hairline", Light: "#c9d0d8", Dark: "#48515b"}
	clusterFill = scene.Colour{Name: "area", Light: colours.Ground.String(), Dark: "#1e2329"}
	lineInk     = scene.Colour{Name: "line", Light: "#3d4650", Dark: "#b9c2cc"}
	wrongInk    = scene.Colour{Name: "wrongdoing", Light: "#a3261d", Dark: "#ff938a"}
	stateInk    = scene.Colour{Name: "state", Light: "#1f5c99", Dark: "#86bdf0"}
	stateFill   = scene.Colour{Name: "state-fill", Light: "#e8f1fa", Dark: "#152a3d"}
	bodyInk     = scene.Colour{Name: "organization", Light: "#00694e", Dark: "#63cfae"}
	bodyFill    = scene.Colour{Name: "organization-fill", Light: "#e6f4ef", Dark: "#10302a"}
	mediaInk    = scene.Colour{Name: "media", Light: "#68429c", Dark: "#c3a6ea"}
	mediaFill   = scene.Colour{Name: "media-fill", Light: "#f4eefa", Dark: "#2a2039"}
	placeInk    = scene.Colour{Name: "place", Light: "#8f5a00", Dark: "#e8b652"}
	placeFill   = scene.Colour{Name: "place-fill", Light: "#fdf1d9", Dark: "#33270d"}
	groupInk    = scene.Colour{Name: "group", Light: "#4c545e", Dark: "#aeb8c3"}
	groupFill   = scene.Colour{Name: "group-fill", Light: "#f1f2f4", Dark: "#252b32"}
	textInk     = scene.Colour{Name: "text", Light: "#6b641f", Dark: "#d3ca72"}
	textFill    = scene.Colour{Name: "text-fill", Light: "#fbfaf0", Dark: "#2a2817"}
	eventInk    = scene.Colour{Name: "event", Light: "#98305f", Dark: "#f297c0"}
	eventFill   = scene.Colour{Name: "event-fill", Light: "#fcebf2", Dark: "#371c2a"}
)

var flowInks = []scene.Colour{
	{Name: "flow-1", Light: "#0068a3", Dark: "#5ab6ea"},
	{Name: "flow-2", Light: "#b04c00", Dark: "#ff9f52"},
	{Name: "flow-3", Light: "#00704f", Dark: "#40d1a2"},
	{Name: "flow-4", Light: "#a1417a", Dark: "#e99dc9"},
	{Name: "flow-5", Light: "#735c00", Dark: "#dbc246"},
	{Name: "flow-6", Light: "#5b4fa0", Dark: "#ada3f2"},
}

// look is how entities of one type are drawn: an outline of its own, so that types differ
// without colour.
type look struct {
	outline func(x, y, w, h float64) scene.Path
	detail  func(x, y, w, h float64) scene.Path // a second stroke, or nil
	fill    scene.Colour
	stroke  scene.Colour
	side    float64 // what the outline takes away from the text at each side
	shape   string  // the nearest of Graphviz's shapes, for the published DOT
	round   bool    // lines end at an ellipse, not at a node
}

var looks = map[entities.EntityType]look{
	entities.Person:       {pill, nil, paper, ink, 4, "box", false},
	entities.Office:       {square, underline, stateFill, stateInk, 0, "underline", false},
	entities.Ministry:     {square, nil, stateFill, stateInk, 0, "box", false},
	entities.Government:   {square, overline, stateFill, stateInk, 0, "box3d", false},
	entities.Agency:       {cutCorners, nil, stateFill, stateInk, 2, "octagon", false},
	entities.Committee:    {soft, inner, stateFill, stateInk, 2, "doubleoctagon", false},
	entities.Organization: {soft, nil, bodyFill, bodyInk, 0, "component", false},
	entities.Media:        {square, leftBar, mediaFill, mediaInk, 6, "tab", false},
	entities.Country:      {hexagon, nil, placeFill, placeInk, 10, "hexagon", false},
	entities.Region:       {scene.Ellipse, nil, placeFill, placeInk, 14, "ellipse", true},
	entities.Locality:     {trapezium, nil, placeFill, placeInk, 10, "trapezium", false},
	entities.Asset:        {barrel, nil, textFill, textInk, 8, "cylinder", false},
	entities.Group:        {soft, behind, groupFill, groupInk, 2, "folder", false},
	entities.Law:          {square, leftLines, textFill, textInk, 6, "note", false},
	entities.Document:     {dogEar, fold, textFill, textInk, 4, "note", false},
	entities.Event:        {pennant, nil, eventFill, eventInk, 10, "cds", false},
}

var valueLook = look{outline: square, fill: paper, stroke: quiet, shape: "box"}
var originLook = look{outline: scene.Ellipse, fill: paper, stroke: quiet, side: 6, shape: "plain", round: true}

func pill(x, y, w, h float64) scene.Path   { return scene.Rounded(x, y, w, h, min(h/2, 22)) }
func soft(x, y, w, h float64) scene.Path   { return scene.Rounded(x, y, w, h, 9) }
func square(x, y, w, h float64) scene.Path { return scene.Rounded(x, y, w, h, 2) }

func hexagon(x, y, w, h float64) scene.Path {
	in := min(12, w/4)
	return polygon(x+in, y, x+w-in, y, x+w, y+h/2, x+w-in, y+h, x+in, y+h, x, y+h/2)
}

// barrel has sides that bulge.
func barrel(x, y, w, h float64) scene.Path {
	in := min(8, w/4)
	return scene.Path{}.Move(pt(x+in, y)).Line(pt(x+w-in, y)).Curve(pt(x+w, y+h/3), pt(x+w, y+h-h/3), pt(x+w-in, y+h)).
		Line(pt(x+in, y+h)).Curve(pt(x, y+h-h/3), pt(x, y+h/3), pt(x+in, y)).Close()
}

func trapezium(x, y, w, h float64) scene.Path {
	return polygon(x+10, y, x+w-10, y, x+w, y+h, x, y+h)
}

func cutCorners(x, y, w, h float64) scene.Path {
	return polygon(x+7, y, x+w-7, y, x+w, y+7, x+w, y+h-7, x+w-7, y+h, x+7, y+h, x, y+h-7, x, y+7)
}

func pennant(x, y, w, h float64) scene.Path {
	return polygon(x, y, x+w-10, y, x+w, y+h/2, x+w-10, y+h, x, y+h)
}

func dogEar(x, y, w, h float64) scene.Path {
	return polygon(x, y, x+w-10, y, x+w, y+10, x+w, y+h, x, y+h)
}

func fold(x, y, w, h float64) scene.Path {
	return stroke(x+w-10, y, x+w-10, y+10, x+w, y+10)
}

func underline(x, y, w, h float64) scene.Path { return stroke(x+6, y+h-4, x+w-6, y+h-4) }
func overline(x, y, w, h float64) scene.Path  { return stroke(x+2, y+4, x+w-2, y+4) }
func inner(x, y, w, h float64) scene.Path     { return scene.Rounded(x+3, y+3, w-6, h-6, 6) }
func leftBar(x, y, w, h float64) scene.Path   { return stroke(x+5, y, x+5, y+h) }

func leftLines(x, y, w, h float64) scene.Path {
	return append(stroke(x+4, y, x+4, y+h), stroke(x+7, y, x+7, y+h)...)
}

func behind(x, y, w, h float64) scene.Path {
	return stroke(x+8, y-3.5, x+w-2, y-3.5, x+w+3.5, y+2, x+w+3.5, y+h-8)
}

func polygon(xy ...float64) scene.Path { return stroke(xy...).Close() }

func stroke(xy ...float64) scene.Path {
	p := scene.Path{}.Move(scene.Point{X: xy[0], Y: xy[1]})
	for i := 2; i+1 < len(xy); i += 2 {
		p = p.Line(scene.Point{X: xy[i], Y: xy[i+1]})
	}
	return p
}

// upward are the relations that lead from what stands below to what stands above.
var upward = map[string]bool{
	"part-of": true, "holds-office": true, "heads": true, "member-of": true, "works-for": true,
	"reports-to": true, "represents": true,
}

// dashOf breaks a line by how it stands.
func dashOf(v entities.Verdict) scene.Dash { return dash.Of(v.Standing) }

// widthOf is how broad the line of a relation is: what is on record is the firmer for it.
func widthOf(v entities.Verdict) float64 {
	if v.Standing == entities.Record {
		return 2.6
	}
	return 1.5
}

// dashWord is a dash in Graphviz's words.
func dashWord(d scene.Dash) string {
	switch d {
	case scene.Solid:
		return "solid"
	case scene.Dashed, scene.Uneven, scene.Phantom:
		return "dashed"
	}
	return "dotted"
}
