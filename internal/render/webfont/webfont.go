// Package webfont makes of a newsroom's font a file that a picture can carry: whether the
// font's maker allows that, the outlines that the picture's letters need, and the form that
// browsers read (WOFF 1.0, https://www.w3.org/TR/WOFF). It must never know what a text says
// or where it is drawn.
//
// Glyphs keep their numbers; those that no letter of the picture can become are left empty.
// So kerning and ligatures stay as they are, and widths as they were measured.
package webfont

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/text/unicode/norm"

	"example.org/graphgen/internal/render/fontfile"
)

// Font is a font that may be embedded.
type Font struct {
	font   *font.Font
	tables []table
	whole  bool // whether it must not, or cannot, be embedded in part
}

// table is a part of a font file by its tag.
type table struct {
	tag  string
	data []byte
}

// needed are the tables without which browsers refuse a font, and kept those that they draw
// its outlines by. All others are left out: signatures, which would be wrong; colours and
// variations, which the drawing of pixels knows nothing of.
var (
	needed = []string{"OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "name", "post"}
	kept   = append([]string{"CFF ", "GDEF", "GPOS", "GSUB", "VORG", "cvt ", "fpgm", "gasp", "glyf", "kern", "loca", "prep"}, needed...)
)

// ErrLicence is of a font whose maker does not let it be embedded.
var ErrLicence = errors.New("its maker does not allow it to be embedded in documents (fsType in its OS/2 table); ask for a licence for the web, and the file that comes with it")

// Parse reads a TrueType or OpenType font file, or one in WOFF 1.0. An error says in a few
// words why it cannot be embedded; ErrLicence is one.
func Parse(data []byte) (f *Font, err error) {
	// The parser panics on some files that are cut or damaged.
	defer func() {
		if cause := recover(); cause != nil {
			f, err = nil, fmt.Errorf("it is damaged: %v", cause)
		}
	}()
	switch {
	case bytes.HasPrefix(data, []byte("wOF2")):
		return nil, errors.New("it is in WOFF2; give the TTF or OTF that it was made from")
	case bytes.HasPrefix(data, []byte("ttcf")):
		return nil, errors.New("it is a collection of fonts; give a file with one")
	}
	if err := fontfile.Check(data); err != nil {
		return nil, fmt.Errorf("it cannot be read as TrueType or OpenType: %w", err)
	}
	loader, err := opentype.NewLoader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("it cannot be read as TrueType or OpenType: %w", err)
	}
	parsed, err := font.NewFont(loader)
	if err != nil {
		return nil, fmt.Errorf("it cannot be read as TrueType or OpenType: %w", err)
	}
	f = &Font{font: parsed}
	for _, tag := range kept {
		if data, err := loader.RawTable(opentype.MustNewTag(tag)); err == nil {
			f.tables = append(f.tables, table{tag, data})
		}
	}
	for _, tag := range needed {
		if f.table(tag) == nil {
			return nil, fmt.Errorf("browsers do not take it: it has no table %q", tag)
		}
	}
	if f.table("glyf") == nil && f.table("CFF ") == nil {
		return nil, errors.New("it has no outlines that can be embedded (tables glyf or CFF)")
	}
	return f, f.licensed()
}

// Characters are those that the font has, each as a text, the first of them if there are more
// than so many.
func (f *Font) Characters(most int) []string {
	var texts []string
	for all := f.font.Cmap.Iter(); all.Next() && len(texts) < most; {
		r, _ := all.Char()
		texts = append(texts, string(r))
	}
	return texts
}

func (f *Font) table(tag string) []byte {
	for _, t := range f.tables {
		if t.tag == tag {
			return t.data
		}
	}
	return nil
}

// licensed reads the OS/2 table's fsType: what may be embedded, and whether in part.
func (f *Font) licensed() error {
	const (
		restricted, previewOrEditable = 0x0002, 0x000C
		noSubsetting, bitmapsOnly     = 0x0100, 0x0200
	)
	os2 := f.table("OS/2")
	if len(os2) < 10 {
		return errors.New("its OS/2 table is cut off")
	}
	may := binary.BigEndian.Uint16(os2[8:])
	// Of several permissions in an old table the least restrictive counts.
	if may&restricted != 0 && may&previewOrEditable == 0 || may&bitmapsOnly != 0 {
		return ErrLicence
	}
	f.whole = may&noSubsetting != 0 || f.table("glyf") == nil
	return nil
}

// always are characters that a browser may draw in place of others: mirrored brackets, and
// plain spaces and hyphens.
const always = " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~«»‹›≤≥\u2010"

// For returns a WOFF file of the font with all that these texts need of it.
func (f *Font) For(texts []string) (file []byte, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			file, err = nil, fmt.Errorf("the font is damaged: %v", cause)
		}
	}()
	glyphs := map[glyph]bool{}
	for _, text := range texts {
		f.add(glyphs, text)
	}
	f.add(glyphs, always)
	parts := f.tables
	if !f.whole {
		glyphs[0] = true // the sign for what is missing
		f.close(glyphs)
		if parts, err = f.reduced(glyphs); err != nil {
			return nil, err
		}
	}
	return woff(parts, f.table("CFF ") != nil && f.table("glyf") == nil), nil
}

// add adds the glyphs of a text's characters, composed and decomposed: a browser tries both.
func (f *Font) add(glyphs map[glyph]bool, text string) {
	for _, form := range []string{text, norm.NFC.String(text), norm.NFD.String(text)} {
		var before rune
		for _, r := range form {
			if g, ok := f.font.NominalGlyph(r); ok && g != 0 {
				glyphs[glyph(g)] = true
			}
			if g, ok := f.font.VariationGlyph(before, r); ok && g != 0 {
				glyphs[glyph(g)] = true
			}
			before = r
		}
	}
}
