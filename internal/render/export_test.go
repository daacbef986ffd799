package render

import "example.org/graphgen/internal/account"

// CardScene lets tests read a card before it is pixels.
var CardScene = (*Renderer).card

// Trace has a test told of each part of a view that is worded.
func (r *Renderer) Trace(trace func(account.Part)) { r.teller.Trace = trace }
