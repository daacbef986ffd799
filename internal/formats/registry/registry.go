// Package registry lists the forms that a case goes out and comes in by. A new form is a package
// beside it and a line in Formats. It must never know what any of them looks like.
package registry

import (
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/csv"
	"example.org/graphgen/internal/formats/dot"
	"example.org/graphgen/internal/formats/ftm"
	"example.org/graphgen/internal/formats/graphml"
)

// Formats lists all there are, by name.
func Formats() []formats.Format {
	return []formats.Format{
		{Name: "csv", Doc: "spreadsheets: a table for each part of the case", Folder: true, Cells: true, Export: csv.Export, Import: csv.Import, AddTo: csv.AddTo},
		{Name: "dot", Doc: "anybody's graph in Graphviz's language", Graphs: true, Import: dot.Import},
		{Name: "ftm", Doc: "FollowTheMoney as JSON lines, for Aleph and OpenSanctions", Export: ftm.Export, Import: ftm.Import},
		{Name: "graphml", Doc: "a graph for yEd and Gephi", View: true, Export: graphml.Export},
	}
}
