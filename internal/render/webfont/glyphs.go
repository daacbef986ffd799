package webfont

import (
	"encoding/binary"
	"errors"

	"github.com/go-text/typesetting/font/opentype/tables"
)

type glyph = tables.GlyphID

// close adds what the glyphs can become by any substitution of the font. Whether a browser
// makes one depends on its features and on the language of the page, so all are counted.
func (f *Font) close(glyphs map[glyph]bool) {
	for before := -1; before < len(glyphs); {
		before = len(glyphs)
		for _, lookup := range f.font.GSUB.Lookups {
			for _, subtable := range lookup.Subtables {
				substitute(subtable, glyphs)
			}
		}
	}
}

// substitute adds what one substitution makes of the glyphs. Those by context only say which
// others apply where, and these are visited anyway.
func substitute(subtable tables.GSUBLookup, glyphs map[glyph]bool) {
	var made []glyph
	add := func(found []glyph) { made = append(made, found...) }
	for g := range glyphs {
		at, covered := subtable.Cov().Index(g)
		if !covered {
			continue
		}
		switch s := subtable.(type) {
		case tables.SingleSubs:
			switch data := s.Data.(type) {
			case tables.SingleSubstData1:
				made = append(made, glyph(uint16(int(g)+int(data.DeltaGlyphID))))
			case tables.SingleSubstData2:
				add(data.SubstituteGlyphIDs[at : at+1])
			}
		case tables.MultipleSubs:
			add(s.Sequences[at].SubstituteGlyphIDs)
		case tables.AlternateSubs:
			add(s.AlternateSets[at].AlternateGlyphIDs)
		case tables.LigatureSubs:
			for _, l := range s.LigatureSets[at].Ligatures {
				if all(l.ComponentGlyphIDs, glyphs) {
					made = append(made, l.LigatureGlyph)
				}
			}
		case tables.ReverseChainSingleSubs:
			add(s.SubstituteGlyphIDs[at : at+1])
		}
	}
	for _, g := range made {
		glyphs[g] = true
	}
}

func all(components []glyph, glyphs map[glyph]bool) bool {
	for _, g := range components {
		if !glyphs[g] {
			return false
		}
	}
	return true
}

// reduced returns the font's tables with the outlines of these glyphs, and of those that they
// are put together from, alone.
func (f *Font) reduced(glyphs map[glyph]bool) ([]table, error) {
	head, maxp, old := f.table("head"), f.table("maxp"), f.table("glyf")
	if len(head) < 54 || len(maxp) < 6 {
		return nil, errors.New("the font's head or maxp table is cut off")
	}
	long := binary.BigEndian.Uint16(head[50:]) != 0
	count := int(binary.BigEndian.Uint16(maxp[4:]))
	places, err := tables.ParseLoca(f.table("loca"), count, long)
	if err != nil {
		return nil, err
	}
	outline := func(g int) []byte {
		from, to := places[g], places[g+1]
		if from > to || int(to) > len(old) {
			return nil
		}
		return old[from:to]
	}
	addComponents(glyphs, count, outline)
	var outlines, loca []byte
	place := func() {
		if long {
			loca = binary.BigEndian.AppendUint32(loca, uint32(len(outlines)))
		} else {
			loca = binary.BigEndian.AppendUint16(loca, uint16(len(outlines)/2))
		}
	}
	for g := range count {
		place()
		if glyphs[glyph(g)] {
			outlines = append(outlines, outline(g)...)
			for len(outlines)%4 != 0 {
				outlines = append(outlines, 0)
			}
		}
	}
	place()
	if !long && len(outlines) > 0x1FFFE {
		return nil, errors.New("the font's outlines do not fit its loca table")
	}
	if len(outlines) == 0 {
		outlines = []byte{0} // an empty table is refused
	}
	var parts []table
	for _, t := range f.tables {
		switch t.tag {
		case "glyf":
			t.data = outlines
		case "loca":
			t.data = loca
		case "post":
			t.data = unnamed(t.data)
		}
		parts = append(parts, t)
	}
	return parts, nil
}

// unnamed is a post table of version 3, which names no glyphs.
func unnamed(post []byte) []byte {
	const header = 32
	if len(post) < header {
		return post
	}
	return append([]byte{0, 3, 0, 0}, post[4:header]...)
}

// addComponents adds the glyphs that others are put together from.
func addComponents(glyphs map[glyph]bool, count int, outline func(int) []byte) {
	var open []glyph
	for g := range glyphs {
		open = append(open, g)
	}
	for len(open) > 0 {
		g := open[len(open)-1]
		open = open[:len(open)-1]
		if int(g) >= count {
			continue
		}
		for _, c := range components(outline(int(g))) {
			if !glyphs[c] {
				glyphs[c] = true
				open = append(open, c)
			}
		}
	}
}

// components lists the glyphs that an outline refers to (OpenType specification, glyf).
func components(outline []byte) []glyph {
	const words, scale, more, scaleXY, matrix = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080
	if len(outline) < 10 || int16(binary.BigEndian.Uint16(outline)) >= 0 {
		return nil
	}
	var found []glyph
	for part := outline[10:]; len(part) >= 4; {
		flags := binary.BigEndian.Uint16(part)
		found = append(found, glyph(binary.BigEndian.Uint16(part[2:])))
		length := 6
		if flags&words != 0 {
			length = 8
		}
		switch {
		case flags&scale != 0:
			length += 2
		case flags&scaleXY != 0:
			length += 4
		case flags&matrix != 0:
			length += 8
		}
		if flags&more == 0 || len(part) < length {
			break
		}
		part = part[length:]
	}
	return found
}
