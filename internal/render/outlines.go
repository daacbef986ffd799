package render

import (
	"example.org/graphgen/internal/render/scene"
)

// outlines are how a node comes out that an editor gave one of Graphviz's shapes. They are the
// outlines that types have, under the names that published files have them by, and the shapes
// that come to the same.
var outlines = map[string]look{
	"box": {outline: square}, "rect": {outline: square}, "rectangle": {outline: square}, "square": {outline: square},
	"ellipse": {outline: scene.Ellipse, side: 14, round: true}, "oval": {outline: scene.Ellipse, side: 14, round: true},
	"circle":        {outline: scene.Ellipse, side: 14, round: true},
	"hexagon":       {outline: hexagon, side: 10},
	"octagon":       {outline: cutCorners, side: 2},
	"doubleoctagon": {outline: soft, detail: inner, side: 2},
	"trapezium":     {outline: trapezium, side: 10},
	"component":     {outline: soft},
	"cylinder":      {outline: barrel, side: 8},
	"tab":           {outline: square, detail: leftBar, side: 6},
	"folder":        {outline: soft, detail: behind, side: 2},
	"note":          {outline: dogEar, detail: fold, side: 4},
	"cds":           {outline: pennant, side: 10},
	"box3d":         {outline: square, detail: overline},
	"underline":     {outline: square, detail: underline},
}
