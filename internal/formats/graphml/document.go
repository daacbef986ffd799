package graphml

import "encoding/xml"

// document is a file as encoding/xml writes it, which alone escapes what is in it.
type document struct {
	XMLName xml.Name `xml:"graphml"`
	Xmlns   string   `xml:"xmlns,attr"`
	XmlnsY  string   `xml:"xmlns:y,attr"`
	Keys    []xmlKey `xml:"key"`
	Graph   xmlGraph `xml:"graph"`
}

type xmlKey struct {
	ID     string `xml:"id,attr"`
	For    string `xml:"for,attr"`
	Name   string `xml:"attr.name,attr,omitempty"`
	Type   string `xml:"attr.type,attr,omitempty"`
	Yfiles string `xml:"yfiles.type,attr,omitempty"`
}

type xmlGraph struct {
	ID       string    `xml:"id,attr"`
	Directed string    `xml:"edgedefault,attr"`
	Nodes    []xmlNode `xml:"node"`
	Edges    []xmlEdge `xml:"edge"`
}

type xmlNode struct {
	ID   string    `xml:"id,attr"`
	Data []xmlData `xml:"data"`
}

type xmlEdge struct {
	ID     string    `xml:"id,attr"`
	Source string    `xml:"source,attr"`
	Target string    `xml:"target,attr"`
	Data   []xmlData `xml:"data"`
}

type xmlData struct {
	Key  string         `xml:"key,attr"`
	Text string         `xml:",chardata"`
	Node *yShapeNode    `xml:"y:ShapeNode"`
	Edge *yPolyLineEdge `xml:"y:PolyLineEdge"`
}

type yShapeNode struct {
	Geometry yGeometry `xml:"y:Geometry"`
	Fill     yFill     `xml:"y:Fill"`
	Border   yLine     `xml:"y:BorderStyle"`
	Label    string    `xml:"y:NodeLabel"`
	Shape    yShape    `xml:"y:Shape"`
}

type yPolyLineEdge struct {
	Line   yLine   `xml:"y:LineStyle"`
	Arrows yArrows `xml:"y:Arrows"`
	Label  string  `xml:"y:EdgeLabel"`
}

type yGeometry struct {
	Height int `xml:"height,attr"`
	Width  int `xml:"width,attr"`
	X      int `xml:"x,attr"`
	Y      int `xml:"y,attr"`
}

type yFill struct {
	Color       string `xml:"color,attr"`
	Transparent string `xml:"transparent,attr"`
}

type yLine struct {
	Color string `xml:"color,attr"`
	Type  string `xml:"type,attr"`
	Width string `xml:"width,attr"`
}

type yShape struct {
	Type string `xml:"type,attr"`
}

type yArrows struct {
	Source string `xml:"source,attr"`
	Target string `xml:"target,attr"`
}
