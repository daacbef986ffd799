package graphviz

import (
	"fmt"
	"time"
)

// Reason says why a layout failed.
type Reason int

const (
	Timeout        Reason = iota + 1 // it took longer than Options.Timeout; the worker was killed
	Died                             // the worker could not be started, or was killed from outside twice
	Trapped                          // Graphviz itself crashed on this graph, or refused to go on
	Memory                           // the graph needs more than Options.Memory
	Malformed                        // the worker's answer made no sense
	BadDOT                           // Graphviz cannot read the text; Message has its own words
	NoPositions                      // Graphviz left something without a place, or with one that is no number
	UnknownProgram                   // Job.Program is none that Graphviz has here
	TooLarge                         // the text or the answer passes its bound
	Closed                           // the engine is closed
)

// String returns a reason as part of a sentence about a layout.
func (r Reason) String() string {
	switch r {
	case Timeout:
		return "took too long"
	case Died:
		return "lost its process"
	case Trapped:
		return "crashed Graphviz"
	case Memory:
		return "needs too much memory"
	case Malformed:
		return "got an answer that makes no sense"
	case BadDOT:
		return "was given text that Graphviz cannot read"
	case NoPositions:
		return "came back without positions"
	case UnknownProgram:
		return "asks for an unknown program"
	case TooLarge:
		return "is too large"
	case Closed:
		return "came after the engine was closed"
	}
	return "failed"
}

// Error is a layout that failed.
type Error struct {
	Reason  Reason
	Program string        // the Job's
	Message string        // Graphviz's own words or other detail; may be empty
	After   time.Duration // how long it ran
}

// Error returns one line.
func (e *Error) Error() string {
	text := fmt.Sprintf("layout with %q %v", e.Program, e.Reason)
	if e.Reason == Timeout {
		text += fmt.Sprintf(" (%v)", e.After.Round(time.Millisecond))
	}
	if e.Message != "" {
		text += ": " + e.Message
	}
	return text
}
