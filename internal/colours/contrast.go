package colours

import (
	"fmt"
	"math"
)

// What is seen of a text and of a line at the least: WCAG 2.2, success criteria 1.4.3 and 1.4.11.
const (
	LeastOfText = 4.5
	LeastOfLine = 3.0
)

// Contrast is the ratio of how light two colours are, from 1 for the same to 21 for black and
// white, as WCAG 2.2 defines it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
func Contrast(a, b RGB) float64 {
	light, dark := luminance(a), luminance(b)
	if light < dark {
		light, dark = dark, light
	}
	return (light + 0.05) / (dark + 0.05)
}

func luminance(c RGB) float64 {
	return float64(0.2126*linear(c.R)) + float64(0.7152*linear(c.G)) + float64(0.0722*linear(c.B))
}

func linear(channel uint8) float64 {
	c := float64(channel) / 255
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}

// Readable is the colour nearest to c, on the way to black or to white, whichever is farther
// from what is behind, that has so much contrast with that.
func Readable(c, behind RGB, least float64) RGB {
	goal := RGB{255, 255, 255}
	if Contrast(RGB{}, behind) > Contrast(goal, behind) {
		goal = RGB{}
	}
	for step := range 21 {
		if mixed := Mix(c, goal, float64(step)/20); Contrast(mixed, behind) >= least {
			return mixed
		}
	}
	return goal
}

// Mix is so much of the way from one colour to another, from 0 to 1.
func Mix(from, to RGB, share float64) RGB {
	part := func(a, b uint8) uint8 { return uint8(math.Round(float64(a) + float64(share*(float64(b)-float64(a))))) }
	return RGB{part(from.R, to.R), part(from.G, to.G), part(from.B, to.B)}
}

// Ground is the light ground on which lines and words are hardest to see, where they may stand.
var Ground = RGB{0xf4, 0xf6, 0xf8}

// Faint tells why a colour cannot be had for what takes a contrast to be seen, or is empty: what is
// hard to see may be overlooked.
func Faint(c RGB, least float64) string {
	if has := Contrast(c, Ground); has < least {
		return fmt.Sprintf("it has a contrast of %.1f:1 with the ground, and it takes %g:1 to be seen", has, least)
	}
	return ""
}
