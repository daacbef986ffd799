package render

import "example.org/graphgen/internal/wording"

// CardScene lets tests read a card before it is pixels.
var CardScene = (*Renderer).card

// Trace has a test told of each part of a view that is worded.
func (r *Renderer) Trace(trace func(wording.Part)) { r.describer.Trace = trace }
