package render

import (
	"math"
	"strconv"

	"example.org/graphgen/internal/account"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render/scene"
)

// The bar that shows a value to scale, at the foot of its box.
const (
	barHeight = 8.0
	barGap    = 7.0
)

// scale gives the boxes of one figure one width, and bars to those that count the same thing
// over the same time: their lengths are to scale. Values that count different things get
// none, since any picture of their sizes would compare them.
func (d *diagram) scale(t *account.Teller) {
	widest := map[*entities.Figure]float64{}
	most := map[account.Scale]float64{}
	peers := map[account.Scale]int{}
	for i := range d.boxes {
		if b := &d.boxes[i]; b.node.Kind == network.ValueNode {
			widest[b.node.Figure] = max(widest[b.node.Figure], b.w)
			by := t.ScaleOf(b.node)
			peers[by]++
			most[by] = max(most[by], amount(b.node.Value))
			if amount(b.node.Value) < 0 {
				most[by] = math.Inf(1) // a bar has no length below nothing
			}
		}
	}
	for i := range d.boxes {
		b := &d.boxes[i]
		if b.node.Kind != network.ValueNode {
			continue
		}
		b.w = widest[b.node.Figure]
		by := t.ScaleOf(b.node)
		if peak := most[by]; peers[by] > 1 && peak > 0 && !math.IsInf(peak, 1) {
			b.hasBar, b.share = true, amount(b.node.Value)/peak
			b.h += barHeight + barGap
		}
	}
}

// amount is a value's number; the case file's shape lets none through that is not one.
func amount(v *entities.Value) float64 {
	f, _ := strconv.ParseFloat(string(v.Value), 64)
	return f
}

// bar draws the value to scale at the foot of its box around a centre: the track is as long
// as the greatest value that is counted alike.
func (b *box) bar(centre layout.Point) []scene.Item {
	x, y, w := centre.X-b.w/2+boxPadX, centre.Y+b.h/2-boxPadY-barHeight, b.w-2*boxPadX
	track := scene.Shape{Class: "track", Path: scene.Rounded(x, y, w, barHeight, 2), Fill: areaFill}
	if length := float64(w * b.share); length > 0 {
		return []scene.Item{track, scene.Shape{Class: "bar", Path: scene.Rounded(x, y, length, barHeight, 2), Fill: quiet}}
	}
	return []scene.Item{track}
}
