package scene_test

import (
	"reflect"
	"testing"

	"example.org/graphgen/internal/render/scene"
)

func TestMirrored(t *testing.T) {
	text := func(x float64, anchor scene.Anchor, rightToLeft bool) scene.Text {
		return scene.Text{X: x, Y: 5, Anchor: anchor, RightToLeft: rightToLeft, Value: "x"}
	}
	items := []scene.Item{
		scene.Shape{Path: scene.Path{}.Move(scene.Point{X: 1, Y: 2}).Curve(scene.Point{X: 3, Y: 4}, scene.Point{X: 5, Y: 6}, scene.Point{X: 100, Y: 8}), Width: 2},
		&scene.Group{ID: "g", Title: "A line", Items: []scene.Item{text(10, scene.Left, false), text(20, scene.Middle, true), text(30, scene.Right, true)}},
	}
	want := []scene.Item{
		scene.Shape{Path: scene.Path{}.Move(scene.Point{X: 99, Y: 2}).Curve(scene.Point{X: 97, Y: 4}, scene.Point{X: 95, Y: 6}, scene.Point{X: 0, Y: 8}), Width: 2},
		&scene.Group{ID: "g", Title: "A line", Items: []scene.Item{text(90, scene.Right, false), text(80, scene.Middle, true), text(70, scene.Left, true)}},
	}
	got := scene.Mirrored(items, 100)
	// Points that a segment does not use mean nothing.
	path := got[0].(scene.Shape).Path
	for i := 1; i < 3; i++ {
		path[0].Points[i] = scene.Point{}
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("mirrored to %+v", got)
	}
	if again := scene.Mirrored(got, 100); !reflect.DeepEqual(again[1], items[1]) {
		t.Errorf("mirrored twice is %+v", again[1])
	}
	if items[1].(*scene.Group).Items[0].(scene.Text).X != 10 {
		t.Error("what was given is changed")
	}
}
