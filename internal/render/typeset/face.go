package typeset

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// Vertical metrics of Liberation Sans (table hhea), in font units; both weights have the same.
const (
	liberationAscent  = 1854
	liberationDescent = 434
	liberationLineGap = 67
)

const (
	// remembered is how many clusters, and how many pairs, a face keeps before it starts anew:
	// far more than a case has, few enough for memory not to grow with hostile texts.
	remembered = 1 << 16
	// longestCluster is how many characters are shaped together. Nothing that is read has more
	// marks on one letter; an endless pile of them is cut.
	longestCluster = 64
)

// face is one weight of Liberation Sans and what has been shaped with it. The zero value is
// not loaded yet.
type face struct {
	bold     bool
	font     *font.Face
	shaper   shaping.HarfbuzzShaper
	clusters map[string]*cluster
	pairs    map[[2]*cluster]int64
}

// cluster is a grapheme cluster as a face measures it.
type cluster struct {
	text    string
	width   int64           // alone, in font units
	covered bool            // whether the font has it; if not, width is an estimate
	script  language.Script // of its first letter; Common if it has none
}

// load reads the font.
func (f *face) load(bold bool) {
	data := liberationsansregular.TTF
	if bold {
		data = liberationsansbold.TTF
	}
	parsed, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		// The font is part of the program: this is the program broken, not its input.
		panic("typeset: shipped font does not parse: " + err.Error())
	}
	f.bold, f.font = bold, parsed
	f.clusters = map[string]*cluster{}
	f.pairs = map[[2]*cluster]int64{}
}

// width adds up clusters that stand side by side, in font units.
func (f *face) width(clusters []string) int64 {
	var total int64
	var previous *cluster
	for _, text := range clusters {
		c := f.cluster(text)
		total += c.width + f.between(previous, c)
		previous = c
	}
	return total
}

// cluster measures a grapheme cluster, or remembers it.
func (f *face) cluster(text string) *cluster {
	if c, ok := f.clusters[text]; ok {
		return c
	}
	runes := drawn([]rune(text))
	c := &cluster{text: strings.Clone(text), covered: true, script: scriptOf(runes)}
	if strings.ContainsAny(text, asPicture) {
		c.width, c.covered, runes = milliEm(emojiWidth), false, nil
	}
	for len(runes) > 0 {
		part := runes[:min(len(runes), longestCluster)]
		runes = runes[len(part):]
		width, ok := f.shape(part, c.script)
		if !ok {
			width, c.covered = f.estimate(part), false
		}
		c.width += width
	}
	if len(f.clusters) >= remembered {
		clear(f.clusters)
		clear(f.pairs)
	}
	f.clusters[c.text] = c
	return c
}

// between returns what two neighbouring clusters add to their own widths, in font units: the
// kerning, mostly below zero. Estimated clusters and two different scripts are not kerned.
func (f *face) between(left, right *cluster) int64 {
	if left == nil || !left.covered || !right.covered || left.width == 0 || right.width == 0 {
		return 0
	}
	script := left.script
	if !script.Strong() {
		script = right.script
	} else if right.script.Strong() && right.script != script {
		return 0
	}
	pair := [2]*cluster{left, right}
	if kern, ok := f.pairs[pair]; ok {
		return kern
	}
	kern := int64(0)
	runes := drawn([]rune(left.text + right.text))
	if len(runes) <= 2*longestCluster {
		if together, ok := f.shape(runes, script); ok {
			kern = together - left.width - right.width
		}
	}
	if len(f.pairs) >= remembered {
		clear(f.pairs)
	}
	f.pairs[pair] = kern
	return kern
}

// shape returns how far the font advances for the runes, in font units, and whether it has
// them all.
func (f *face) shape(runes []rune, script language.Script) (width int64, ok bool) {
	for _, r := range runes {
		// Only in these scripts may a character that the font lacks be drawn from parts that it has.
		if !f.has(r) && script != language.Latin && script != language.Greek &&
			script != language.Cyrillic && script != language.Hebrew {
			return 0, false
		}
	}
	direction := di.DirectionLTR
	switch script {
	case language.Hebrew:
		direction = di.DirectionRTL
	case language.Common, language.Inherited, language.Unknown:
		script = language.Latin
	}
	out := f.shaper.ShapeNoExtents(shaping.Input{
		Text: runes, RunEnd: len(runes), Direction: direction, Face: f.font,
		// At this size a pixel is a font unit, and every advance a whole number of 1/64ths.
		Size: fixed.I(unitsPerEm), Script: script, Language: "en",
	})
	for _, glyph := range out.Glyphs {
		if glyph.GlyphID == 0 {
			return 0, false
		}
		width += int64(glyph.Advance)
	}
	return width / 64, true
}

// has tells whether the font has a glyph for a character, or needs none.
func (f *face) has(r rune) bool {
	if isInvisible(r) {
		return true
	}
	_, ok := f.font.NominalGlyph(r)
	return ok
}

// drawn leaves out what is not drawn, and makes white space that is a control character the
// space that it is drawn as.
func drawn(runes []rune) []rune {
	kept := runes[:0]
	var before rune
	for _, r := range runes {
		switch {
		case before == '\r' && r == '\n': // one space together
		case unicode.IsControl(r) && isBreakingSpace(r):
			kept = append(kept, ' ')
		case !isInvisible(r):
			kept = append(kept, r)
		}
		before = r
	}
	return kept
}

// scriptOf returns the script of the first character that has one.
func scriptOf(runes []rune) language.Script {
	for _, r := range runes {
		if script := language.LookupScript(r); script.Strong() {
			return script
		}
	}
	return language.Common
}
