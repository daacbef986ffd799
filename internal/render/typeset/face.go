package typeset

import (
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

const (
	// remembered is how many clusters, and how many pairs, a face keeps before it starts anew:
	// far more than a case has, few enough for memory not to grow with hostile texts.
	remembered = 1 << 16
	// longestCluster is how many characters are shaped together. Nothing that is read has more
	// marks on one letter; an endless pile of them is cut.
	longestCluster = 64
)

// face is the fonts of one weight and what has been shaped with them. The zero value is not
// loaded yet.
type face struct {
	bold     bool
	fonts    []*typeface                   // asked for every cluster, in this order
	byScript map[language.Script]*typeface // asked after those; nil for a script without one
	shaper   shaping.HarfbuzzShaper
	clusters map[string]*cluster
	pairs    map[[2]*cluster]int64
}

// cluster is a grapheme cluster as a face measures it.
type cluster struct {
	text            string
	width           int64           // alone
	ascent, descent int64           // of its font, or of its ink where that reaches further
	font            *typeface       // that has all of it; if nil, the lengths are estimates
	script          language.Script // of its first letter; Common if it has none
}

// load readies the face. With a font of the caller's, that one is asked first.
func (f *face) load(bold bool, given *typeface) {
	f.bold = bold
	if given != nil {
		f.fonts = append(f.fonts, given)
	}
	f.fonts = append(f.fonts, liberation(bold))
	f.byScript = map[language.Script]*typeface{}
	f.clusters = map[string]*cluster{}
	f.pairs = map[[2]*cluster]int64{}
}

// ofScript returns the font that is shipped for a script, read when it is first asked for, or
// nil.
func (f *face) ofScript(script language.Script) *typeface {
	t, ok := f.byScript[script]
	if !ok {
		t = shipped(script, f.bold)
		f.byScript[script] = t
	}
	return t
}

// fontWith returns the first font with a glyph for a character, or nil.
func (f *face) fontWith(r rune) *typeface {
	for _, t := range f.fonts {
		if t.has(r) {
			return t
		}
	}
	if t := f.ofScript(lookupScript(r)); t != nil && t.has(r) {
		return t
	}
	return nil
}

// width adds up clusters that stand side by side.
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
	c := &cluster{text: strings.Clone(text), script: scriptOf(runes)}
	if strings.ContainsAny(text, asPicture) {
		c.width = milliEm(emojiWidth)
	} else {
		f.measure(c, runes)
	}
	if len(f.clusters) >= remembered {
		clear(f.clusters)
		clear(f.pairs)
	}
	f.clusters[c.text] = c
	return c
}

// measure finds the font for a cluster, and its lengths.
func (f *face) measure(c *cluster, runes []rune) {
	for _, t := range f.fonts {
		if f.set(c, t, runes) {
			return
		}
	}
	if t := f.ofScript(c.script); t != nil && f.set(c, t, runes) {
		return
	}
	for part := range slices.Chunk(runes, longestCluster) {
		c.width += f.estimate(part)
	}
	if known, ok := scripts[c.script]; ok {
		c.ascent, c.descent = milliEm(known.ascent), milliEm(known.descent)
	}
}

// set sets a cluster's lengths from a font, if that has all of it.
func (f *face) set(c *cluster, t *typeface, runes []rune) bool {
	m, ok := f.shapeParts(t, runes, c.script)
	if ok {
		c.font, c.width = t, m.width
		c.ascent, c.descent = t.reach(m)
	}
	return ok
}

// shapeParts shapes a cluster, in parts if it is endless.
func (f *face) shapeParts(t *typeface, runes []rune, script language.Script) (total measured, ok bool) {
	for part := range slices.Chunk(runes, longestCluster) {
		m, ok := f.shape(t, part, script)
		if !ok {
			return measured{}, false
		}
		total.width += m.width
		total.ascent, total.descent = max(total.ascent, m.ascent), max(total.descent, m.descent)
	}
	return total, true
}

// between returns what two neighbouring clusters add to their own widths: the kerning, mostly
// below zero. Two fonts, scripts or directions are not kerned.
func (f *face) between(left, right *cluster) int64 {
	if left == nil || left.font == nil || left.font != right.font || left.width == 0 || right.width == 0 {
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
	turns := isRightToLeft(script) && isNumber(left.text) != isNumber(right.text)
	if len(runes) <= 2*longestCluster && !turns {
		if together, ok := f.shape(left.font, runes, script); ok {
			kern = together.width - left.width - right.width
		}
	}
	if len(f.pairs) >= remembered {
		clear(f.pairs)
	}
	f.pairs[pair] = kern
	return kern
}

// measured is what shaping tells of some characters: how far they advance, and how far their
// ink reaches above and below the baseline.
type measured struct{ width, ascent, descent int64 }

// shape measures the runes in a font, and tells whether the font has them all.
func (f *face) shape(t *typeface, runes []rune, script language.Script) (m measured, ok bool) {
	if t.damage != nil {
		return measured{}, false
	}
	defer t.damaged(func() { m, ok, f.shaper = measured{}, false, shaping.HarfbuzzShaper{} })
	for _, r := range runes {
		// Only in these scripts may a character that the font lacks be drawn from parts that it has.
		if !t.has(r) && script != language.Latin && script != language.Greek &&
			script != language.Cyrillic && script != language.Hebrew {
			return measured{}, false
		}
	}
	direction := di.DirectionLTR
	if isRightToLeft(script) && !isNumber(string(runes)) {
		direction = di.DirectionRTL
	}
	for _, glyph := range f.shaper.Shape(input(t, runes, script, direction)).Glyphs {
		if glyph.GlyphID == 0 {
			return measured{}, false
		}
		m.width += int64(glyph.Advance)
		m.ascent = max(m.ascent, int64(glyph.YOffset+glyph.YBearing))
		m.descent = max(m.descent, -int64(glyph.YOffset+glyph.YBearing+glyph.Height))
	}
	return m, true
}

// input asks for runes in a font at the size at which the shaper's 1/64 pixel is this
// package's unit.
func input(t *typeface, runes []rune, script language.Script, direction di.Direction) shaping.Input {
	if !script.Strong() {
		script = language.Latin
	}
	return shaping.Input{
		Text: runes, RunEnd: len(runes), Direction: direction, Face: t.Face,
		Size: fixed.Int26_6(unitsPerEm), Script: script, Language: "en",
	}
}

// drawn leaves out what is not drawn, and makes white space that is a control character the
// space that it is drawn as.
func drawn(runes []rune) []rune {
	kept := runes[:0]
	var before rune
	joined := joins(scriptOf(runes))
	for _, r := range runes {
		switch {
		case joined && (r == zeroWidthJoiner || r == zeroWidthNonJoiner):
			kept = append(kept, r) // which says how the letters beside it are drawn
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
		if script := lookupScript(r); script.Strong() {
			return script
		}
	}
	return language.Common
}

// lookupScript returns the script of a character. The digits, stops and vowel signs of the
// Arabic block, which Unicode gives to several scripts, are Arabic: its font has them.
func lookupScript(r rune) language.Script {
	script := language.LookupScript(r)
	if !script.Strong() && r >= 0x0600 && r <= 0x06FF {
		return language.Arabic
	}
	return script
}
