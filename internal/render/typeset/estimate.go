package typeset

import (
	"unicode"

	"github.com/go-text/typesetting/language"
)

// scriptWidths are widths to assume where no font is at hand, in thousandths of an em at
// regular weight, and how far a script's own fonts reach above and below the baseline.
type scriptWidths struct {
	letter    int64 // a letter, digit or punctuation mark
	subjoined int64 // a letter under or joined to the one before it
	mark      int64 // a vowel sign that takes room of its own
	ascent    int64
	descent   int64
}

// scripts holds what was found by measuring, and fitting to words from the names of states,
// ministries and organisations, in the fonts of Debian 12 that are named, regular and bold:
// letter, subjoined and mark are wide enough for every word in every font. Estimates come out
// wider than the text, by 15 to 40 per cent.
// Ascent and descent are the largest of the fonts (table hhea).
var scripts = map[language.Script]scriptWidths{
	language.Devanagari: {letter: 800, subjoined: 400, mark: 300, ascent: 905, descent: 408},   // Noto Sans, Noto Serif
	language.Bengali:    {letter: 800, subjoined: 400, mark: 450, ascent: 917, descent: 408},   // Noto Sans
	language.Tamil:      {letter: 1100, subjoined: 950, mark: 950, ascent: 905, descent: 370},  // Noto Sans
	language.Telugu:     {letter: 980, subjoined: 300, mark: 970, ascent: 905, descent: 483},   // Noto Sans
	language.Sinhala:    {letter: 1050, subjoined: 880, mark: 620, ascent: 1011, descent: 293}, // Noto Sans
	language.Georgian:   {letter: 760, subjoined: 760, ascent: 1068, descent: 292},             // Noto Sans
	language.Armenian:   {letter: 780, subjoined: 780, ascent: 1068, descent: 292},             // Noto Sans
	language.Ethiopic:   {letter: 880, subjoined: 880, ascent: 1069, descent: 293},             // Noto Sans
	language.Tibetan:    {letter: 640, subjoined: 640, mark: 640, ascent: 1466, descent: 1349}, // Noto Serif
	language.Han:        {letter: fullWidth, subjoined: fullWidth, ascent: 1160, descent: 288}, // Noto Sans CJK
	language.Hiragana:   {letter: fullWidth, subjoined: fullWidth, ascent: 1160, descent: 288}, // Noto Sans CJK
	language.Katakana:   {letter: fullWidth, subjoined: fullWidth, ascent: 1160, descent: 288}, // Noto Sans CJK
	language.Hangul:     {letter: fullWidth, subjoined: fullWidth, ascent: 1160, descent: 288}, // Noto Sans CJK
	language.Bopomofo:   {letter: fullWidth, subjoined: fullWidth, ascent: 1160, descent: 288}, // Noto Sans CJK
}

const (
	// fullWidth is the square that East Asian fonts draw a character in, in thousandths of an
	// em. Anything that the table does not know gets as much.
	fullWidth = 1000
	// unknownMark is for a vowel sign with room of its own in a script that the table does not know.
	unknownMark = 700
	// emojiWidth is Noto Color Emoji's 1.245 em, the widest of the usual emoji fonts, rounded up.
	emojiWidth = 1300
	// boldPercent is how much wider bold runs than regular, in per cent of regular: the table's
	// figures were chosen with it.
	boldPercent = 108
)

// milliEm converts thousandths of an em to units, rounding up.
func milliEm(thousandths int64) int64 { return (thousandths*unitsPerEm + 999) / 1000 }

// estimate returns a width for a cluster that no font has all of.
func (f *face) estimate(runes []rune) int64 {
	if isEmoji(runes[0]) {
		return milliEm(emojiWidth) // whatever follows is drawn into the one picture
	}
	var total int64
	joins := false
	for _, r := range runes {
		if t := f.fontWith(r); t != nil {
			glyph, _ := t.NominalGlyph(r)
			total += t.units(t.HorizontalAdvance(glyph))
		} else {
			total += f.assume(r, joins)
		}
		joins = isStacker(r)
	}
	return total
}

// assume returns the width of one character; joined tells that it hangs under
// the letter before it.
func (f *face) assume(r rune, joined bool) int64 {
	known, ok := scripts[language.LookupScript(r)]
	if !ok {
		known = scriptWidths{letter: fullWidth, subjoined: fullWidth, mark: unknownMark}
	}
	width := known.letter
	switch {
	case joined && unicode.IsLetter(r):
		width = known.subjoined
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r):
		width = 0
	case unicode.Is(unicode.Mc, r):
		width = known.mark
	}
	if f.bold && width != fullWidth {
		width = width * boldPercent / 100
	}
	return milliEm(width)
}

// isEmoji tells the blocks that hold pictures. A character of theirs that a font has is drawn
// with it and does not come here.
func isEmoji(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2600 && r <= 0x27BF || r >= 0x2B00 && r <= 0x2BFF
}
