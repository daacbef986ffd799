package raster

import "example.org/graphgen/internal/render/scene"

// dash breaks lines into dashes: lengths of dash and gap in turn, an even number of them, from
// the start of each line. Without lengths, lines stay as they are.
func dash(lines []polyline, lengths []float64) []polyline {
	period := 0.0
	for _, length := range lengths {
		period += length
	}
	if !(period > 0) {
		return lines
	}
	var dashes []polyline
	for _, line := range lines {
		dashes = append(dashes, dashOne(line, lengths)...)
	}
	return dashes
}

func dashOne(line polyline, lengths []float64) []polyline {
	points := line.points
	if line.closed {
		points = append(points[:len(points):len(points)], points[0])
	}
	var dashes []polyline
	on, left := true, lengths[0] // in a dash, with this much of it to go
	phase := 0
	open := []scene.Point{points[0]}
	for i := 1; i < len(points); i++ {
		from, to := points[i-1], points[i]
		length := distance(from, to)
		done := 0.0
		for length-done > left {
			done += left
			at := between(from, to, done/length)
			if on {
				dashes = append(dashes, polyline{points: append(open, at)})
			}
			on, phase = !on, (phase+1)%len(lengths)
			left = lengths[phase]
			open = []scene.Point{at}
		}
		left -= length - done
		open = append(open, to)
	}
	if !on {
		return dashes
	}
	if line.closed && len(dashes) > 0 {
		// The dash that the line ends with goes on into the one that it began with.
		dashes[0].points = append(open, dashes[0].points...)
		return dashes
	}
	return append(dashes, polyline{points: open})
}
