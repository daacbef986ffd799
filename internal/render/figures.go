package render

import (
	"math"
	"strconv"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/wording"
)

// The bar that shows a value to scale, at the foot of its node.
const (
	barHeight = 8.0
	barGap    = 7.0
)

// scale gives the nodes of one figure one width, and bars to those that count the same thing
// over the same time: their lengths are to scale. Values that count different things get
// none, since any picture of their sizes would compare them.
func (d *diagram) scale(t *wording.Describer) {
	widest := map[*entities.Figure]float64{}
	most := map[wording.Scale]float64{}
	peers := map[wording.Scale]int{}
	for i := range d.nodes {
		if n := &d.nodes[i]; n.Kind == network.ValueNode {
			widest[n.Figure] = max(widest[n.Figure], n.w)
			by := t.ScaleOf(n.Node)
			peers[by]++
			most[by] = max(most[by], amount(n.Value))
			if amount(n.Value) < 0 {
				most[by] = math.Inf(1) // a bar has no length below nothing
			}
		}
	}
	for i := range d.nodes {
		n := &d.nodes[i]
		if n.Kind != network.ValueNode {
			continue
		}
		n.w = widest[n.Figure]
		by := t.ScaleOf(n.Node)
		if peak := most[by]; peers[by] > 1 && peak > 0 && !math.IsInf(peak, 1) {
			n.hasBar, n.share = true, amount(n.Value)/peak
			n.h += barHeight + barGap
		}
	}
}

// amount is a value's number; the case file's shape lets none through that is not one.
func amount(v *entities.Value) float64 {
	f, _ := strconv.ParseFloat(string(v.Value), 64)
	return f
}

// bar draws the value to scale at the foot of its node around a centre: the track is as long
// as the greatest value that is counted alike.
func (n *node) bar(centre layout.Point) []scene.Item {
	x, y, w := centre.X-n.w/2+nodePadX, centre.Y+n.h/2-nodePadY-barHeight, n.w-2*nodePadX
	track := scene.Shape{Class: "track", Path: scene.Rounded(x, y, w, barHeight, 2), Fill: clusterFill}
	if length := float64(w * n.share); length > 0 {
		return []scene.Item{track, scene.Shape{Class: "bar", Path: scene.Rounded(x, y, length, barHeight, 2), Fill: quiet}}
	}
	return []scene.Item{track}
}
