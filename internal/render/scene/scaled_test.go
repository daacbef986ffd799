package scene_test

import (
	"reflect"
	"testing"

	"example.org/graphgen/internal/render/scene"
)

func TestScaled(t *testing.T) {
	ink := scene.Colour{Name: "ink", Light: "#000000", Dark: "#ffffff"}
	small := []scene.Item{&scene.Group{ID: "g", Class: "edge", Title: "A line", Items: []scene.Item{
		scene.Shape{Path: scene.Polygon(scene.Point{X: 1, Y: 2}, scene.Point{X: 3}), Stroke: ink, Width: 1.5, Dash: scene.Dashed},
		scene.Text{X: 4, Y: 5, Size: 11, Bold: true, Anchor: scene.Middle, Fill: ink, Value: "x"},
	}}}
	want := []scene.Item{&scene.Group{ID: "g", Class: "edge", Title: "A line", Items: []scene.Item{
		scene.Shape{Path: scene.Polygon(scene.Point{X: 12, Y: 104}, scene.Point{X: 16, Y: 100}), Stroke: ink, Width: 3, Dash: scene.Dashed},
		scene.Text{X: 18, Y: 110, Size: 22, Bold: true, Anchor: scene.Middle, Fill: ink, Value: "x"},
	}}}
	// Points that a segment does not use are moved along and mean nothing.
	path := func(items []scene.Item) scene.Path { return items[0].(*scene.Group).Items[0].(scene.Shape).Path }
	got := scene.Scaled(small, 10, 100, 2)
	for i, s := range path(want) {
		if g := path(got)[i]; g.Op != s.Op || s.Op != 'Z' && g.Points[0] != s.Points[0] {
			t.Errorf("segment %d is %c %v, want %c %v", i, g.Op, g.Points[0], s.Op, s.Points[0])
		}
	}
	bare := func(items []scene.Item) []scene.Item {
		g := *items[0].(*scene.Group)
		shape := g.Items[0].(scene.Shape)
		shape.Path = nil
		g.Items = []scene.Item{shape, g.Items[1]}
		return []scene.Item{&g}
	}
	if !reflect.DeepEqual(bare(got), bare(want)) {
		t.Errorf("scaled to %+v, want %+v", bare(got)[0], bare(want)[0])
	}
	if small[0].(*scene.Group).Items[1].(scene.Text).Size != 11 {
		t.Error("what was given is changed")
	}
}
