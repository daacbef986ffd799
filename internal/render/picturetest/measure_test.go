package picturetest

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"example.org/graphgen/internal/judges"
)

// fault is one thing that is wrong with a picture.
type fault struct {
	Kind   string // see kinds
	Where  string // the group, and the text where it is one's
	Detail string
	Fonts  string // the stack of fonts under which it was found, if it depends on them
	scheme string // the colour scheme, likewise
}

// The kinds of faults.
const (
	outside   = "outside"    // a text leaves its shape or the picture
	overlap   = "overlap"    // two texts, or a line's text and a box, share room
	crossed   = "crossed"    // a line runs through the text of another
	beneath   = "beneath"    // a line runs under a box at which it does not end
	small     = "small"      // a text is smaller than 11 CSS pixels
	wide      = "wide"       // the page must be scrolled sideways
	faintText = "faint-text" // a text stands out less than 4.5:1
	faintLine = "faint-line" // a line that means something stands out less than 3:1
)

func (f fault) String() string {
	s := f.Kind + ": " + f.Where + " " + f.Detail
	if f.Fonts != "" {
		s += " in " + f.Fonts
	}
	if f.scheme != "" {
		s += " in " + f.scheme
	}
	return s
}

// The scripts that the three stacks have from the same fonts.
const ofScripts = "'Noto Sans Khmer', 'Noto Sans Thai', 'Noto Sans Lao', 'Noto Sans Myanmar', 'Noto Sans Arabic', 'Droid Sans Fallback', sans-serif"

// stacks are the fonts that readers may have: those that texts are measured with, a wide
// family that some Linux systems have alone, and the one that Android's is closest to.
var stacks = map[string]string{
	"Liberation": "'Liberation Sans', " + ofScripts,
	"DejaVu":     "'DejaVu Sans', " + ofScripts,
	"Noto":       "'Noto Sans', " + ofScripts,
}

// families are the fonts of the stacks.
var families = []string{"Liberation Sans", "DejaVu Sans", "Noto Sans", "Noto Sans Khmer", "Noto Sans Thai", "Noto Sans Lao",
	"Noto Sans Myanmar", "Noto Sans Arabic", "Droid Sans Fallback"}

// requireFonts skips or fails the test where a font is missing: a browser would put another in
// its place, and a measure of that means nothing.
func (b *browser) requireFonts() {
	b.t.Helper()
	b.show([]byte("<svg></svg>"), 100)
	for _, family := range measure[[]string](b, "missing("+asScript(b.t, families)+")") {
		judges.Missing(b.t, "the font "+family)
	}
}

// faults measures the picture that is shown.
func (b *browser) faults() []fault {
	b.t.Helper()
	faults := measure[[]fault](b, "measureTexts("+asScript(b.t, stacks)+")")
	for _, scheme := range []string{"light", "dark"} {
		b.prefer(scheme)
		for _, f := range measure[[]fault](b, "measureContrast()") {
			f.scheme = scheme
			faults = append(faults, f)
		}
	}
	return faults
}

// narrowColumn is the width of the column that a narrow form must be readable in.
const narrowColumn = 320

var widthAttribute = regexp.MustCompile(`<svg [^>]*? width="(\d+)`)

// widthOf is the width that a picture was made for.
func widthOf(t testing.TB, picture []byte) int64 {
	t.Helper()
	found := widthAttribute.FindSubmatch(picture)
	if found == nil {
		t.Fatalf("a picture without a width: %.200s", picture)
	}
	width, err := strconv.ParseInt(string(found[1]), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return width + 1
}

// has tells whether there is a fault of a kind whose place says something.
func has(faults []fault, kind, where string) bool {
	return slices.ContainsFunc(faults, func(f fault) bool { return f.Kind == kind && strings.Contains(f.Where, where) })
}
