// Package places is what is kept of a view's layout: which nodes stand in which rank, and in
// what order. It is data, kept in a file beside the case, so that the same files give the same
// picture. It must never know sizes or coordinates, or how a layout comes about.
package places

import (
	"bytes"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/jsonfile"
)

// Version is the one version of such files so far.
const Version = 1

// Passing comes before the id of what does not stand in a rank but passes it. No id begins so.
const Passing = "~"

// Places is the content of one file:
//
//	{
//	  "version": 1,
//	  "view": "flows",
//	  "direction": "LR",
//	  "ranks": [
//	    ["crossing/origin", "gangs"],
//	    ["thailand", "~gangs-in-laos", "malaysia"],
//	    ["cambodia", "laos"]
//	  ]
//	}
type Places struct {
	View      string             // its id, as the file's name has it
	Direction entities.Direction // in which the ranks follow each other; never nothing

	// Ranks holds the ids of nodes, each once. In a rank they stand from top to bottom where the
	// direction is LR or RL, and from left to right where it is TB or BT; in a picture that reads
	// from right to left, all is the other way round. The id of a line, or of
	// a cluster that has no node in the rank, stands with Passing before it where the line or
	// cluster passes the rank. What the view does not have means nothing.
	Ranks [][]string
}

// Nodes counts the nodes that have a place.
func (p *Places) Nodes() int {
	n := 0
	for _, rank := range p.Ranks {
		for _, id := range rank {
			if !strings.HasPrefix(id, Passing) {
				n++
			}
		}
	}
	return n
}

// Bytes returns the file, one rank a line: the same for the same places.
func (p *Places) Bytes() []byte {
	var b bytes.Buffer
	b.WriteString("{\n  \"version\": 1,\n  \"view\": " + jsonfile.Quote(p.View))
	b.WriteString(",\n  \"direction\": " + jsonfile.Quote(string(p.Direction)) + ",\n  \"ranks\": [")
	for i, rank := range p.Ranks {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n    [")
		for j, id := range rank {
			if j > 0 {
				b.WriteString(", ")
			}
			b.WriteString(jsonfile.Quote(id))
		}
		b.WriteByte(']')
	}
	b.WriteString("\n  ]\n}\n")
	return b.Bytes()
}
