package scene_test

import (
	"fmt"
	"math"
	"testing"

	"example.org/graphgen/internal/render/scene"
)

func ops(p scene.Path) string {
	var s []byte
	for _, segment := range p {
		s = append(s, segment.Op)
	}
	return string(s)
}

// bounds are the least and greatest of the points that a path goes through.
func bounds(p scene.Path) (left, top, right, bottom float64) {
	left, top, right, bottom = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, s := range p {
		end, drawn := map[byte]int{'M': 0, 'L': 0, 'C': 2}[s.Op]
		if !drawn {
			continue
		}
		at := s.Points[end]
		left, top, right, bottom = min(left, at.X), min(top, at.Y), max(right, at.X), max(bottom, at.Y)
	}
	return left, top, right, bottom
}

func TestOutlinesFillTheirRectangles(t *testing.T) {
	for name, outline := range map[string]scene.Path{
		"rounded":        scene.Rounded(10, 20, 100, 40, 9),
		"pill":           scene.Rounded(10, 20, 100, 40, 20),
		"wider than it":  scene.Rounded(10, 20, 100, 40, 1000),
		"without radius": scene.Rounded(10, 20, 100, 40, 0),
		"ellipse":        scene.Ellipse(10, 20, 100, 40),
	} {
		left, top, right, bottom := bounds(outline)
		if left != 10 || top != 20 || right != 110 || bottom != 60 {
			t.Errorf("%s reaches from %v,%v to %v,%v", name, left, top, right, bottom)
		}
		if last := outline[len(outline)-1]; last.Op != 'Z' {
			t.Errorf("%s is not closed: %s", name, ops(outline))
		}
	}
}

func TestPolygon(t *testing.T) {
	if got := ops(scene.Polygon(scene.Point{}, scene.Point{X: 1}, scene.Point{Y: 1})); got != "MLLZ" {
		t.Errorf("a triangle is %s", got)
	}
	if got := ops(scene.Polygon()); got != "Z" {
		t.Errorf("no points are %s", got)
	}
}

func ExamplePath() {
	p := scene.Path{}.Move(scene.Point{X: 1, Y: 2}).Line(scene.Point{X: 3, Y: 4}).Close()
	for _, s := range p {
		fmt.Printf("%c %v\n", s.Op, s.Points[0])
	}
	// Output:
	// M {1 2}
	// L {3 4}
	// Z {0 0}
}
