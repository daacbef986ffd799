package scene

import "math"

// HaloWidth is how wide the stroke is that a text's halo is drawn with, half of it hidden by
// the letters.
const HaloWidth = 4

// Pattern returns the lengths of a stroke's dashes and gaps, in turn, for a stroke of a width,
// in tenths of a pixel exactly, so that every format breaks a line at the same places. Solid
// has none. A dot is a dash of no length with round ends.
func (d Dash) Pattern(width float64) []float64 {
	tenths := func(length float64) float64 { return math.RoundToEven(length*10) / 10 }
	switch d {
	case Dashed:
		return []float64{tenths(float64(3*width) + 3), tenths(float64(2*width) + 2)}
	case Uneven:
		gap := tenths(float64(2*width) + 1)
		return []float64{tenths(float64(3*width) + 5), gap, tenths(float64(1.5 * width)), gap}
	case Phantom:
		gap, short := tenths(float64(1.6*width)+1), tenths(float64(0.8*width))
		return []float64{tenths(float64(2.5*width) + 4), gap, short, gap, short, gap}
	case Dotted:
		return []float64{0, tenths(float64(2*width) + 1.5)}
	case Sparse:
		return []float64{0, tenths(float64(5*width) + 4)}
	}
	return nil
}

// RoundEnds tells whether the ends of a stroke, and of its dashes, are round.
func (d Dash) RoundEnds() bool { return d == Dotted || d == Sparse }
