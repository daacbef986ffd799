package render

import (
	"errors"
	"fmt"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render/graphviz"
)

// Sizes up to which dot is chosen where a view leaves the choice.
const (
	dotNodes = 120
	dotEdges = 180
)

// Sizes beyond which no layout is tried.
const (
	mostNodes = 5000
	mostLines = 20000
)

// layoutProgram is the layout that a view asks for, or the one that its size does.
func layoutProgram(d *diagram) string {
	switch l := d.view.Spec.Layout; {
	case l != "" && l != entities.Auto:
		return string(l)
	case len(d.boxes) > dotNodes || len(d.lines) > dotEdges:
		return string(entities.Sfdp)
	}
	return string(entities.Dot)
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
