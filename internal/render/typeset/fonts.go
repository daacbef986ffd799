package typeset

import (
	"bytes"
	"embed"
	"errors"
	"fmt"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"

	"example.org/graphgen/internal/render/fontfile"
)

//go:embed fonts/*.ttf
var noto embed.FS

// notoFonts names the shipped fonts of scripts that Liberation Sans lacks.
var notoFonts = map[language.Script]string{
	language.Arabic:  "NotoSansArabic",
	language.Khmer:   "NotoSansKhmer",
	language.Lao:     "NotoSansLao",
	language.Myanmar: "NotoSansMyanmar",
	language.Thai:    "NotoSansThai",
}

// typeface is a font that has been read, with how far it reaches.
type typeface struct {
	*font.Face
	own             bool  // a caller's, which may be damaged where no parser looks
	damage          error // what using it met; nil for nothing
	ascent, descent int64 // descent is positive below the baseline
}

// parse reads a font file.
func parse(data []byte) (*typeface, error) {
	parsed, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	extents, ok := parsed.FontHExtents()
	if !ok || parsed.Upem() == 0 {
		return nil, errors.New("the font does not say how large it is")
	}
	t := &typeface{Face: parsed}
	t.ascent, t.descent = t.units(extents.Ascender), t.units(-extents.Descender)
	return t, nil
}

// parseShipped reads a font that is part of the program.
func parseShipped(data []byte) *typeface {
	t, err := parse(data)
	if err != nil {
		panic("typeset: shipped font does not parse: " + err.Error())
	}
	return t
}

// units converts a length of the font's own, which is a whole number, to the units of this
// package, to the nearest.
func (t *typeface) units(length float32) int64 {
	upem := int64(t.Upem())
	scaled := 2 * int64(length) * unitsPerEm
	if scaled < 0 {
		return -((-scaled + upem) / (2 * upem))
	}
	return (scaled + upem) / (2 * upem)
}

// reach returns how far letters reach above and below the baseline: as the font says, or
// further where their ink does. Fonts for Arabic and Burmese leave room for signs that
// stand one above another, which few words have: lines would be far apart. Of those it is the
// ink, with what that of other fonts may have more.
func (t *typeface) reach(m measured) (ascent, descent int64) {
	const tall, more = 2 * unitsPerEm, unitsPerEm * 8 / 100
	if t.ascent+t.descent <= tall {
		return max(t.ascent, m.ascent), max(t.descent, m.descent)
	}
	return m.ascent + more, m.descent + more
}

// has tells whether the font has a glyph for a character, or needs none.
func (t *typeface) has(r rune) (ok bool) {
	if isInvisible(r) {
		return true
	}
	if t.damage != nil {
		return false
	}
	defer t.damaged(func() { ok = false })
	_, ok = t.NominalGlyph(r)
	return ok
}

func liberation(bold bool) *typeface {
	if bold {
		return parseShipped(liberationsansbold.TTF)
	}
	return parseShipped(liberationsansregular.TTF)
}

// shipped reads the Noto font of a script. It returns nil for a script that has none.
func shipped(script language.Script, bold bool) *typeface {
	name, ok := notoFonts[script]
	if !ok {
		return nil
	}
	style := "-Regular.ttf"
	if bold {
		style = "-Bold.ttf"
	}
	data, err := noto.ReadFile("fonts/" + name + style)
	if err != nil {
		panic("typeset: shipped font is missing: " + err.Error())
	}
	return parseShipped(data)
}

// own reads a font that the caller gave. The parser panics on some files that are cut or
// damaged; to the caller that is a file which cannot be read, like any other.
func own(which string, data []byte) (t *typeface, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			t, err = nil, fmt.Errorf("the %s font is damaged: %v", which, cause)
		}
	}()
	if err := fontfile.Check(data); err != nil {
		return nil, fmt.Errorf("the %s font cannot be read as TrueType or OpenType: %w", which, err)
	}
	if t, err = parse(data); err != nil {
		return nil, fmt.Errorf("the %s font cannot be read as TrueType or OpenType: %w", which, err)
	}
	t.own = true
	return t, nil
}

// damaged notes what using a caller's font panicked with, and has it do without from then on.
// It is deferred wherever such a font is asked for something.
func (t *typeface) damaged(otherwise func()) {
	if !t.own {
		return
	}
	if cause := recover(); cause != nil {
		if t.damage == nil {
			t.damage = fmt.Errorf("it is damaged: %v", cause)
		}
		otherwise()
	}
}
