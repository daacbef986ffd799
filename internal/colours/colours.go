// Package colours reads colours as Graphviz has them, and tells how well one can be seen on
// another. It must never know what a colour is for.
package colours

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
)

// RGB is a colour without transparency.
type RGB struct{ R, G, B uint8 }

// String is the colour as #rrggbb.
func (c RGB) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// Parse reads a colour as Graphviz does: #rrggbb, #rgb, #rrggbbaa that hides nothing, hue,
// saturation and value, or a name of SVG's, of which X11, whose names Graphviz goes by, has some
// otherwise. An error says what is wrong with any other, above all with what cannot be seen.
//
// Graphviz's colours: https://graphviz.org/docs/attr-types/color/.
func Parse(text string) (RGB, error) {
	text = strings.ToLower(strings.TrimSpace(text))
	switch text {
	case "":
		return RGB{}, fmt.Errorf("no colour is given")
	case "transparent", "none", "invis":
		return RGB{}, fmt.Errorf("%s hides what it colours", text)
	}
	if strings.HasPrefix(text, "#") {
		return parseHex(text)
	}
	if c := text[0]; c == '.' || '0' <= c && c <= '9' {
		return parseHSV(text)
	}
	if strings.ContainsAny(text, ":;") {
		return RGB{}, fmt.Errorf("%q is a list of colours; give one", text)
	}
	for _, scheme := range []string{"/svg/", "/x11/", "//"} {
		if name, is := strings.CutPrefix(text, scheme); is {
			return named(name, scheme != "/svg/")
		}
	}
	return named(text, true)
}

func parseHex(text string) (RGB, error) {
	digits := text[1:]
	if len(digits) == 3 || len(digits) == 4 {
		doubled := ""
		for i := range len(digits) {
			doubled += strings.Repeat(digits[i:i+1], 2)
		}
		digits = doubled
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	switch {
	case err != nil || len(digits) != 6 && len(digits) != 8:
		return RGB{}, fmt.Errorf("%q is no colour; write it as #rrggbb", text)
	case len(digits) == 8 && n&0xff != 0xff:
		return RGB{}, fmt.Errorf("%s is see-through; write it as #rrggbb", text)
	case len(digits) == 8:
		n >>= 8
	}
	return RGB{uint8(n >> 16), uint8(n >> 8), uint8(n)}, nil
}

// parseHSV reads hue, saturation and value from 0 to 1, with spaces or commas between them.
func parseHSV(text string) (RGB, error) {
	fields := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' || r == '\t' })
	var hsv [3]float64
	for i, field := range fields {
		f, err := strconv.ParseFloat(field, 64)
		if err != nil || math.IsNaN(f) || len(fields) != 3 {
			return RGB{}, fmt.Errorf("%q is no colour; write it as #rrggbb", text)
		}
		hsv[i] = max(0, min(1, f))
	}
	if len(fields) != 3 {
		return RGB{}, fmt.Errorf("%q is no colour; write it as #rrggbb", text)
	}
	part := func(shift float64) uint8 {
		k := math.Mod(shift+float64(6*hsv[0]), 6)
		f := hsv[2] - float64(hsv[2]*hsv[1])*max(0, min(k, 4-k, 1))
		return uint8(math.Floor(float64(f*255) + 1e-9))
	}
	return RGB{part(5), part(3), part(1)}, nil
}

// x11 are the names that mean another colour in X11 than in SVG, with those that SVG lacks.
var x11 = map[string]RGB{
	"gray": {192, 192, 192}, "grey": {192, 192, 192}, "green": {0, 255, 0}, "maroon": {176, 48, 96}, "purple": {160, 32, 240},
	"lightgoldenrod": {238, 221, 130}, "lightslateblue": {132, 112, 255}, "navyblue": {0, 0, 128}, "violetred": {208, 32, 144},
	"rebeccapurple": {102, 51, 153},
}

func named(name string, byX11 bool) (RGB, error) {
	if byX11 {
		if c, known := x11[name]; known {
			return c, nil
		}
		for _, grey := range []string{"gray", "grey"} {
			if percent, err := strconv.Atoi(strings.TrimPrefix(name, grey)); err == nil && strings.HasPrefix(name, grey) && 0 <= percent && percent <= 100 {
				level := uint8((percent*255 + 49) / 100)
				return RGB{level, level, level}, nil
			}
		}
	}
	if c, known := colornames.Map[name]; known {
		return RGB{c.R, c.G, c.B}, nil
	}
	return RGB{}, fmt.Errorf("%q is no colour that graphgen knows; write it as #rrggbb", name)
}
