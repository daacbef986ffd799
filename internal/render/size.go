package render

import (
	"errors"
	"fmt"

	"example.org/graphgen/internal/dot"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
)

// Sizes up to which dot is chosen where a view leaves the choice, however hard the view. What dot takes grows with
// the lines far more than with the nodes. BenchmarkSizes on one processor, in seconds: 30
// nodes and 40 lines 0.1, 60/90 0.2, 120/180 0.5, 60/180 2.4, 40/180 2.7, 100/200 1.3,
// 120/240 2.9, 150/225 1.5, 150/300 15. So a view within these bounds is drawn in time on a
// machine that has other things to do; sfdp takes 0.5 s for 200/400.
const (
	dotNodes = 120
	dotLines = 180
)

// hardestForDot is how difficult a view beyond those sizes may be for dot, by difficulty. On a
// busy processor, by nodes and lines, in seconds: a tree of 121 nodes 0.2, of 400 1.0, of 800 3.6
// (difficulty 36,000); 150 and 179 0.8 (35,000), 200 and 259 1.5 (131,000), 300 and 359 2.4
// (132,000); but 100 and 200 6.4 (253,000), 90 and 180 7.3 (362,000).
const (
	hardestForDot = 150_000
	easyCircles   = 15
)

// difficulty is about how much work dot has with a view, counted from the graph alone: the nodes
// of its ranks, with those that it puts where a line passes a rank or has a label, times the
// lines that close circles, which is what makes lines cross.
func (d *diagram) difficulty() int {
	ranks, passed := d.likelyRanks(), 0
	ends := d.ends()
	for _, line := range ends {
		span := ranks[line[1]] - ranks[line[0]]
		passed += max(0, 2*max(span, -span)-1)
	}
	circles := len(ends) - len(d.boxes) + d.components(ends)
	return (len(d.boxes) + passed) * (circles + easyCircles)
}

// components counts the parts of a view that no line ties to each other.
func (d *diagram) components(ends [][2]int) int {
	parent := make([]int, len(d.boxes))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	count := len(d.boxes)
	for _, line := range ends {
		if a, b := find(line[0]), find(line[1]); a != b {
			parent[a] = b
			count--
		}
	}
	return count
}

// mostSettled is up to how many lines the words of all are put where they are read best. Beyond,
// only those are moved that share room with something.
const mostSettled = 1000

func (d *diagram) settles() bool { return len(d.lines) <= mostSettled }

// Sizes beyond which no layout is tried. sfdp, the quickest, took 2 s for 1,000 nodes and
// 2,000 lines, 6 s for 2,000/4,000, 7 s for 1,000/10,000, 20 s for 5,000/5,000 and 38 s for
// 1,000/20,000: at the bounds it needs about all the time that a layout has, or, at both at
// once, more memory.
const (
	mostNodes = 5000
	mostLines = 20000
)

// isLarge tells whether a view is too large for dot, and for the costlier settings of others.
func (d *diagram) isLarge() bool { return len(d.boxes) > dotNodes || len(d.lines) > dotLines }

// easyForDot tells whether dot is quick with a view whatever its size.
func (d *diagram) easyForDot() bool {
	if len(d.boxes) > mostSettled || len(d.lines) > mostSettled {
		return false
	}
	if d.hard == 0 {
		d.hard = d.difficulty()
	}
	return d.hard <= hardestForDot
}

// layoutProgram is the layout that a view asks for, or the one that its difficulty does.
func layoutProgram(d *diagram) string {
	switch l := d.view.Spec.Layout; {
	case l != "" && l != entities.Auto:
		return string(l)
	case d.isLarge() && !d.easyForDot():
		return string(entities.Sfdp)
	}
	return string(entities.Dot)
}

// room is how lines run around boxes, and how boxes that came to lie on one another are
// parted; dot never lays them so. This Graphviz has no triangulation, and parts them by
// Voronoi cells instead, over and over: sfdp took 22 s on 500 nodes and 1,000 lines and then
// more than 512 MiB. To stretch the drawing in both directions takes 0.9 s there, and leaves
// more white. Large views take that, and straight lines, which save two thirds of the rest.
func room(d *diagram, program string, spacing float64) []dot.Attr {
	splines, overlap := "true", "false"
	switch {
	case program == string(entities.Dot):
		return []dot.Attr{{Key: "splines", Value: dot.Word(splines)}}
	case d.isLarge():
		splines, overlap = "line", "scalexy"
	}
	return []dot.Attr{
		{Key: "splines", Value: dot.Word(splines)},
		{Key: "overlap", Value: dot.Word(overlap)},
		{Key: "sep", Value: dot.Word(fmt.Sprintf("+%.0f", 16*spacing*spacing))},
	}
}

// fewer is what to do about a view that is too large.
const fewer = "select fewer with `around`, `include` or `exclude`"

// expectSize is an error where a view is too large for any layout. It comes before anything
// else is done for the view.
func expectSize(v *network.View) error {
	if len(v.Nodes) <= mostNodes && len(v.Edges) <= mostLines {
		return nil
	}
	return fmt.Errorf("%d nodes and %d lines are more than can be drawn (%d and %d at most); %s",
		len(v.Nodes), len(v.Edges), mostNodes, mostLines, fewer)
}

// tooMuch says how large the view was that could not be laid out, and what to do about it.
func tooMuch(d *diagram, program string, err error) error {
	var failure *graphviz.Error
	if !errors.As(err, &failure) {
		return err
	}
	advice := ""
	switch failure.Reason {
	case graphviz.Timeout, graphviz.Memory, graphviz.Trapped, graphviz.TooLarge:
		advice = "; " + fewer
		if program == string(entities.Dot) {
			advice += ", or set layout sfdp"
		}
	}
	return fmt.Errorf("%d nodes and %d lines: %w%s", len(d.boxes), len(d.lines), err, advice)
}

// isGraphvizsOwn tells whether a layout failed for what Graphviz made of it, not for want of
// time or memory.
func isGraphvizsOwn(err error) bool {
	var failure *graphviz.Error
	return errors.As(err, &failure) && (failure.Reason == graphviz.Trapped || failure.Reason == graphviz.NoPositions)
}
