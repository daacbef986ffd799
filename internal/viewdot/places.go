package viewdot

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"example.org/graphgen/internal/edits"
)

// frame is where places in a file are counted from, in the file's own coordinates: the corner at
// which reading begins.
type frame struct {
	x, y        float64
	rightToLeft bool
}

// frameOf is where a published file counts from, or a layout program that wrote the file.
func frameOf(f *File) frame {
	from := frame{rightToLeft: f.RightToLeft}
	fields := strings.Split(f.Source.Attrs[boundsAttr].Text, ",")
	if len(fields) != 4 {
		return from
	}
	x, top := fields[0], fields[3]
	if from.rightToLeft {
		x = fields[2]
	}
	var err1, err2 error
	from.x, err1 = strconv.ParseFloat(x, 64)
	from.y, err2 = strconv.ParseFloat(top, 64)
	if err1 != nil || err2 != nil || !near(from.x, from.y) {
		from.x, from.y = 0, 0
	}
	return from
}

// place is a place of the file as edits count it.
func (f frame) place(x, y float64) *edits.Place {
	tenth := func(f float64) float64 { return math.Round(f*10)/10 + 0 }
	if f.rightToLeft {
		return &edits.Place{X: tenth(f.x - x), Y: tenth(f.y - y)}
	}
	return &edits.Place{X: tenth(x - f.x), Y: tenth(f.y - y)}
}

// readPlace reads where a node is to stand, or what is wrong with that.
func (n *Node) readPlace(from frame) {
	pin := n.Source.Attrs[pinAttr].Text
	n.Pinned = pin == "true" || pin == "1" || pin == "yes"
	pos := strings.TrimSpace(n.Source.Attrs[posAttr].Text)
	if strings.HasSuffix(pos, "!") {
		pos, n.Pinned = strings.TrimSpace(strings.TrimSuffix(pos, "!")), true
	}
	if pos == "" {
		return
	}
	fields := strings.Split(pos, ",")
	if len(fields) != 2 && len(fields) != 3 {
		n.Source.WrongPlace = fmt.Sprintf("%s %q is no place", posAttr, pos)
		return
	}
	x, err1 := strconv.ParseFloat(strings.TrimSpace(fields[0]), 64)
	y, err2 := strconv.ParseFloat(strings.TrimSpace(fields[1]), 64)
	at := from.place(x, y)
	if err1 != nil || err2 != nil || !near(x, y) || !near(at.X, at.Y) {
		n.Source.WrongPlace = fmt.Sprintf("%s %q is no place, or one too far off", posAttr, pos)
		return
	}
	n.Place = at
}

// near tells whether a place is one, and not too far off.
func near(x, y float64) bool { return math.Abs(x) < edits.Farthest && math.Abs(y) < edits.Farthest }
