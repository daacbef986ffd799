// Package scene is a finished picture: groups, shapes and texts at their places, before any
// file format. It must never know how the places were found, nor how they are written.
//
// Lengths are CSS pixels, the origin is the top left corner and y runs down.
package scene

// Scene is one picture.
type Scene struct {
	ID            string // prefix of every id in the picture
	Lang          string // BCP 47
	Title         string // what assistive technology reads first
	Description   string
	Width, Height float64
	RightToLeft   bool // how the picture as a whole reads
	Inline        bool // whether it stands in a page that gives it its size
	Items         []Item
	Fonts         []Font // that the picture carries; none where it is set in those that readers have
}

// Font is a font of the picture's own, asked before any other for the texts of its weight, or
// for all if it is the only one. What it lacks is set as without it.
type Font struct {
	Bold bool
	WOFF []byte // version 1.0
}

// Own begins the ids of what belongs to the picture itself, such as a note. What the picture
// is of has ids that begin with a letter, a digit or "_", and so neither takes the other's.
const Own = "."

// Item is a *Group, a Shape or a Text.
type Item interface{ item() }

// Group holds items that belong together.
type Group struct {
	ID    string // without the scene's prefix; empty for none
	Class string
	Title string // what a pointer or a screen reader is told; empty for none
	Link  string // an http, https or mailto address; empty for none
	Items []Item
}

// Colour is a colour with a name and a value, #rrggbb, for light and for dark surroundings.
// Two colours with one name are the same. The zero Colour is none.
type Colour struct{ Name, Light, Dark string }

// Shape is a filled or stroked path.
type Shape struct {
	Path   Path
	Fill   Colour
	Stroke Colour
	Width  float64
	Dash   Dash
	Class  string
}

// Dash is how a stroke is broken.
type Dash int

const (
	// Solid is an unbroken stroke.
	Solid Dash = iota
	// Dashed is a stroke of dashes.
	Dashed
	// Uneven is a stroke of long and short dashes in turn.
	Uneven
	// Phantom is a stroke of one long and two short dashes in turn, as technical drawings have it.
	Phantom
	// Dotted is a stroke of dots.
	Dotted
	// Sparse is a stroke of dots far apart.
	Sparse
)

// Text is one line of text. X and Y are the left end, middle or right end of its baseline.
type Text struct {
	X, Y        float64
	Anchor      Anchor
	Size        float64
	Bold        bool
	Fill        Colour
	Halo        Colour // drawn around the letters so that lines may pass behind
	Class       string
	Lang        string // BCP 47; empty for the scene's
	RightToLeft bool   // how the line reads: whether it begins at its right end
	Value       string
}

// Anchor is the point of a text that its X names.
type Anchor int

const (
	// Left is the left end of a text, whichever way it reads.
	Left Anchor = iota
	// Middle is its middle.
	Middle
	// Right is its right end.
	Right
)

func (*Group) item() {}
func (Shape) item()  {}
func (Text) item()   {}

// Point is a place in the picture.
type Point struct{ X, Y float64 }

// Path is an outline made of segments. Its zero value is empty.
type Path []Segment

// Segment is one step of a path: 'M' and 'L' take one point, 'C' two control points and an
// end, 'Z' none.
type Segment struct {
	Op     byte
	Points [3]Point
}

// Move starts a new outline at p.
func (p Path) Move(to Point) Path { return append(p, Segment{Op: 'M', Points: [3]Point{to}}) }

// Line goes straight to p.
func (p Path) Line(to Point) Path { return append(p, Segment{Op: 'L', Points: [3]Point{to}}) }

// Curve goes to a point by a cubic Bézier curve.
func (p Path) Curve(c1, c2, to Point) Path {
	return append(p, Segment{Op: 'C', Points: [3]Point{c1, c2, to}})
}

// Close goes back to where the outline began.
func (p Path) Close() Path { return append(p, Segment{Op: 'Z'}) }

// Placed is the path scaled around the origin and then moved to x, y.
func (p Path) Placed(x, y, scale float64) Path {
	placed := make(Path, len(p))
	for i, s := range p {
		placed[i].Op = s.Op
		for j, at := range s.Points {
			placed[i].Points[j] = Point{x + float64(scale*at.X), y + float64(scale*at.Y)}
		}
	}
	return placed
}

// Polygon is the closed outline through the points.
func Polygon(points ...Point) Path {
	var p Path
	for i, at := range points {
		if i == 0 {
			p = p.Move(at)
		} else {
			p = p.Line(at)
		}
	}
	return p.Close()
}

// arc is how far a cubic's control points reach to follow a quarter circle of radius 1.
const arc = 0.5522847

// Rounded is a rectangle with corners of radius r.
func Rounded(x, y, w, h, r float64) Path {
	r = min(r, w/2, h/2)
	k := float64(r * (1 - arc))
	right, bottom := x+w, y+h
	return Path{}.
		Move(Point{x + r, y}).Line(Point{right - r, y}).
		Curve(Point{right - k, y}, Point{right, y + k}, Point{right, y + r}).Line(Point{right, bottom - r}).
		Curve(Point{right, bottom - k}, Point{right - k, bottom}, Point{right - r, bottom}).Line(Point{x + r, bottom}).
		Curve(Point{x + k, bottom}, Point{x, bottom - k}, Point{x, bottom - r}).Line(Point{x, y + r}).
		Curve(Point{x, y + k}, Point{x + k, y}, Point{x + r, y}).Close()
}

// Ellipse is the ellipse that fills the rectangle.
func Ellipse(x, y, w, h float64) Path {
	cx, cy := x+w/2, y+h/2
	kx, ky := float64(w/2*arc), float64(h/2*arc)
	return Path{}.Move(Point{cx, y}).
		Curve(Point{cx + kx, y}, Point{x + w, cy - ky}, Point{x + w, cy}).
		Curve(Point{x + w, cy + ky}, Point{cx + kx, y + h}, Point{cx, y + h}).
		Curve(Point{cx - kx, y + h}, Point{x, cy + ky}, Point{x, cy}).
		Curve(Point{x, cy - ky}, Point{cx - kx, y}, Point{cx, y}).Close()
}
