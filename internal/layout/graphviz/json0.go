package graphviz

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// graph0, object0 and edge0 are what parseLayout takes from Graphviz's json0. Attributes
// are strings there, in the units and the form of Graphviz's attribute reference.
type graph0 struct {
	Box       string    `json:"bb"`
	Subgraphs int       `json:"_subgraph_cnt"`
	Objects   []object0 `json:"objects"` // the subgraphs first, then the nodes
	Edges     []edge0   `json:"edges"`
}

type object0 struct {
	Name   string `json:"name"`
	Box    string `json:"bb"` // clusters
	Label  string `json:"lp"`
	Pos    string `json:"pos"` // nodes
	Width  string `json:"width"`
	Height string `json:"height"`
	XLabel string `json:"xlp"`
}

type edge0 struct {
	Tail      int    `json:"tail"` // indexes of objects
	Head      int    `json:"head"`
	ID        string `json:"id"`
	Pos       string `json:"pos"`
	Label     string `json:"lp"`
	XLabel    string `json:"xlp"`
	TailLabel string `json:"tail_lp"`
	HeadLabel string `json:"head_lp"`
}

// pointsPerInch converts widths and heights, which Graphviz gives in inches.
const pointsPerInch = 72

// canvas is the drawing's bounding box, by which Graphviz's places become a Layout's.
type canvas struct{ left, top float64 }

func (c canvas) point(x, y float64) Point { return Point{X: x - c.left, Y: c.top - y} }

// parseLayout reads json0. Whatever lacks a place, or has one that is no finite number,
// is an *Error.
func parseLayout(text []byte) (*Layout, error) {
	var graph graph0
	if err := json.Unmarshal(text, &graph); err != nil {
		return nil, &Error{Reason: Malformed, Message: err.Error()}
	}
	layout, err := graph.layout()
	if err != nil {
		return nil, &Error{Reason: NoPositions, Message: err.Error()}
	}
	return layout, nil
}

func (g graph0) layout() (*Layout, error) {
	box, err := parseNumbers(g.Box, 4)
	if err != nil {
		return nil, fmt.Errorf("the graph's box: %w", err)
	}
	if g.Subgraphs < 0 || g.Subgraphs > len(g.Objects) {
		return nil, fmt.Errorf("%d subgraphs among %d objects", g.Subgraphs, len(g.Objects))
	}
	c := canvas{left: box[0], top: box[3]}
	layout := &Layout{
		Width:    box[2] - box[0],
		Height:   box[3] - box[1],
		Nodes:    make(map[string]Node, len(g.Objects)-g.Subgraphs),
		Edges:    make([]Edge, 0, len(g.Edges)),
		Clusters: map[string]Cluster{},
	}
	for _, object := range g.Objects[:g.Subgraphs] {
		if object.Box == "" {
			continue // a subgraph that is no cluster
		}
		if layout.Clusters[object.Name], err = object.cluster(c); err != nil {
			return nil, fmt.Errorf("cluster %q: %w", object.Name, err)
		}
	}
	for _, object := range g.Objects[g.Subgraphs:] {
		if layout.Nodes[object.Name], err = object.node(c); err != nil {
			return nil, fmt.Errorf("node %q: %w", object.Name, err)
		}
	}
	for _, edge := range g.Edges {
		course, err := edge.course(c, g.Objects)
		if err != nil {
			return nil, fmt.Errorf("edge %q: %w", edge.ID, err)
		}
		layout.Edges = append(layout.Edges, course)
	}
	return layout, nil
}

func (o object0) cluster(c canvas) (Cluster, error) {
	box, err := parseNumbers(o.Box, 4)
	if err != nil {
		return Cluster{}, err
	}
	label, err := c.optionalPoint(o.Label)
	corner := c.point(box[0], box[3])
	return Cluster{X: corner.X, Y: corner.Y, W: box[2] - box[0], H: box[3] - box[1], Label: label}, err
}

func (o object0) node(c canvas) (Node, error) {
	// "!" marks a place that the DOT text fixed.
	pos, err := parseNumbers(strings.TrimSuffix(o.Pos, "!"), 2)
	if err != nil {
		return Node{}, err
	}
	width, err := parseNumber(o.Width)
	if err != nil {
		return Node{}, err
	}
	height, err := parseNumber(o.Height)
	if err != nil {
		return Node{}, err
	}
	xlabel, err := c.optionalPoint(o.XLabel)
	centre := c.point(pos[0], pos[1])
	return Node{X: centre.X, Y: centre.Y, W: width * pointsPerInch, H: height * pointsPerInch, XLabel: xlabel}, err
}

func (e edge0) course(c canvas, objects []object0) (Edge, error) {
	if min(e.Tail, e.Head) < 0 || max(e.Tail, e.Head) >= len(objects) {
		return Edge{}, fmt.Errorf("it joins objects %d and %d of %d", e.Tail, e.Head, len(objects))
	}
	edge := Edge{ID: e.ID, Tail: objects[e.Tail].Name, Head: objects[e.Head].Name}
	for piece := range strings.SplitSeq(e.Pos, ";") {
		spline, err := c.spline(piece)
		if err != nil {
			return Edge{}, err
		}
		edge.Splines = append(edge.Splines, spline)
	}
	for _, label := range []struct {
		text  string
		place **Point
	}{
		{e.Label, &edge.Label}, {e.XLabel, &edge.XLabel},
		{e.TailLabel, &edge.TailLabel}, {e.HeadLabel, &edge.HeadLabel},
	} {
		point, err := c.optionalPoint(label.text)
		if err != nil {
			return Edge{}, err
		}
		*label.place = point
	}
	return edge, nil
}

// spline reads one piece of an edge's pos: "e,x,y" and "s,x,y" where there are arrows,
// then the points.
func (c canvas) spline(text string) (Spline, error) {
	var spline Spline
	for field := range strings.FieldsSeq(text) {
		tip, isEnd := strings.CutPrefix(field, "e,")
		tip, isStart := strings.CutPrefix(tip, "s,")
		xy, err := parseNumbers(tip, 2)
		if err != nil {
			return Spline{}, err
		}
		point := c.point(xy[0], xy[1])
		switch {
		case isEnd:
			spline.End = &point
		case isStart:
			spline.Start = &point
		default:
			spline.Points = append(spline.Points, point)
		}
	}
	if n := len(spline.Points); n < 4 || n%3 != 1 {
		return Spline{}, fmt.Errorf("%d points are no chain of cubic curves", n)
	}
	return spline, nil
}

func (c canvas) optionalPoint(text string) (*Point, error) {
	if text == "" {
		return nil, nil
	}
	xy, err := parseNumbers(text, 2)
	if err != nil {
		return nil, err
	}
	point := c.point(xy[0], xy[1])
	return &point, nil
}

// parseNumbers reads so many numbers with commas between them.
func parseNumbers(text string, count int) ([]float64, error) {
	fields := strings.Split(text, ",")
	if text == "" || len(fields) != count {
		return nil, fmt.Errorf("%q is not %d numbers", text, count)
	}
	numbers := make([]float64, count)
	for i, field := range fields {
		var err error
		if numbers[i], err = parseNumber(field); err != nil {
			return nil, err
		}
	}
	return numbers, nil
}

// maxCoordinate is beyond any drawing, and still far from where float64 loses hundredths.
const maxCoordinate = 1e9

func parseNumber(text string) (float64, error) {
	number, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(number) || math.Abs(number) > maxCoordinate {
		return 0, fmt.Errorf("%q is no place or size", text)
	}
	return number, nil
}
