package webfont_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/go-fonts/liberation/liberationmonoregular"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"example.org/graphgen/internal/render/webfont"
)

var mono = liberationmonoregular.TTF

func noto(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "typeset", "fonts", name+".ttf"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func parse(t testing.TB, data []byte) *webfont.Font {
	t.Helper()
	f, err := webfont.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// embedded is what a browser reads of a font that is embedded for some texts.
func embedded(t testing.TB, data []byte, texts ...string) (*font.Face, []byte) {
	t.Helper()
	file, err := parse(t, data).For(texts)
	if err != nil {
		t.Fatal(err)
	}
	return face(t, file), file
}

func face(t testing.TB, data []byte) *font.Face {
	t.Helper()
	f, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// withOS2 is the font with another fsType.
func withOS2(data []byte, fsType uint16) []byte {
	changed := bytes.Clone(data)
	tables := int(binary.BigEndian.Uint16(data[4:]))
	for i := range tables {
		entry := data[12+16*i:]
		if string(entry[:4]) == "OS/2" {
			binary.BigEndian.PutUint16(changed[binary.BigEndian.Uint32(entry[8:])+8:], fsType)
		}
	}
	return changed
}

// outlineOf is a glyph's outline; empty for one that has none.
func outlineOf(f *font.Face, g font.GID) []font.Segment {
	outline, _ := f.GlyphDataOutline(g)
	return outline.Segments
}

func TestOutlinesThatAreEmbedded(t *testing.T) {
	const text = "Phnom Penh, Łódź é ½"
	whole := face(t, mono)
	small, file := embedded(t, mono, text)
	for r := rune(0x20); r < 0x250; r++ {
		g, ok := whole.NominalGlyph(r)
		if !ok {
			continue
		}
		if same, ok := small.NominalGlyph(r); !ok || same != g {
			t.Errorf("%q is glyph %d, was %d", r, same, g)
		}
		if small.HorizontalAdvance(g) != whole.HorizontalAdvance(g) {
			t.Errorf("%q advances by %v, did by %v", r, small.HorizontalAdvance(g), whole.HorizontalAdvance(g))
		}
		if strings.ContainsRune(text, r) && !reflect.DeepEqual(outlineOf(small, g), outlineOf(whole, g)) {
			t.Errorf("%q has lost its outline", r)
		}
		if r > 'z' && !strings.ContainsRune(text, r) && strings.ContainsRune("ĉĝšž¼¾ßþæ", r) && len(outlineOf(small, g)) > 0 {
			t.Errorf("%q is embedded, and no text needs it", r)
		}
	}
	if len(file) > len(mono)/4 {
		t.Errorf("%d bytes of %d are embedded", len(file), len(mono))
	}
	t.Logf("%d bytes of %d", len(file), len(mono))
}

// Whatever shaping makes of a text is embedded: ligatures, subjoined letters, marks.
func TestWhatShapingMakes(t *testing.T) {
	for name, text := range map[string]struct {
		words  string
		script language.Script
	}{
		"NotoSansKhmer-Regular":   {"ព្រះរាជាណាចក្រកម្ពុជា ខ្ញុំស្ត្រី ប្រឹក្សា", language.Khmer},
		"NotoSansMyanmar-Regular": {"ပြည်ထောင်စု အင်္ဂလိပ် ဝန်ကြီးချုပ် ကြွ", language.Myanmar},
		"NotoSansThai-Bold":       {"น้ำ ปู่ย่า ญู ฐุ กระทรวง", language.Thai},
	} {
		data := noto(t, name)
		whole := face(t, data)
		small, file := embedded(t, data, text.words)
		shape := func(f *font.Face) []shaping.Glyph {
			var shaper shaping.HarfbuzzShaper
			runes := []rune(text.words)
			return shaper.Shape(shaping.Input{Text: runes, RunEnd: len(runes), Direction: di.DirectionLTR, Face: f,
				Size: fixed.I(1000), Script: text.script, Language: "en"}).Glyphs
		}
		want, got := shape(whole), shape(small)
		if len(want) != len(got) {
			t.Fatalf("%s: %d glyphs, want %d", name, len(got), len(want))
		}
		for i := range want {
			if got[i].GlyphID != want[i].GlyphID || got[i].Advance != want[i].Advance || got[i].XOffset != want[i].XOffset {
				t.Errorf("%s: glyph %d is %v, want %v", name, i, got[i], want[i])
			}
			if !reflect.DeepEqual(outlineOf(small, got[i].GlyphID), outlineOf(whole, want[i].GlyphID)) {
				t.Errorf("%s: glyph %d has lost its outline", name, i)
			}
		}
		if len(file) > len(data)/2 {
			t.Errorf("%s: %d bytes of %d are embedded", name, len(file), len(data))
		}
		t.Logf("%s: %d bytes of %d", name, len(file), len(data))
	}
}

func TestTheSameEachTime(t *testing.T) {
	data := noto(t, "NotoSansMyanmar-Regular")
	_, first := embedded(t, data, "ပြည်ထောင်စု", "အင်္ဂလိပ်")
	_, second := embedded(t, data, "အင်္ဂလိပ်", "ပြည်ထောင်စု")
	if !bytes.Equal(first, second) {
		t.Error("the order of the texts changes the file")
	}
}

// The file is laid out as WOFF 1.0 has it, which readers more strict than ours insist on.
func TestFileLayout(t *testing.T) {
	_, file := embedded(t, mono, "x")
	number := func(at int) int { return int(binary.BigEndian.Uint32(file[at:])) }
	if string(file[:4]) != "wOFF" || number(4) != 0x00010000 || number(8) != len(file) {
		t.Errorf("header % x of %d bytes", file[:12], len(file))
	}
	tables := int(binary.BigEndian.Uint16(file[12:]))
	end, whole, before := 44+20*tables, 12+16*tables, ""
	for i := range tables {
		entry := 44 + 20*i
		tag, offset, stored, size := string(file[entry:entry+4]), number(entry+4), number(entry+8), number(entry+12)
		if tag <= before || offset != end || offset%4 != 0 || stored > size || stored == 0 {
			t.Errorf("table %q at %d, %d bytes of %d, after %q up to %d", tag, offset, stored, size, before, end)
		}
		before, end, whole = tag, (offset+stored+3)&^3, whole+(size+3)&^3
	}
	if end != len(file) || whole != number(16) {
		t.Errorf("the tables end at %d of %d, and make a font of %d bytes; the header says %d", end, len(file), whole, number(16))
	}
}

func TestLicences(t *testing.T) {
	for fsType, allowed := range map[uint16]bool{
		0: true, 2: false, 4: true, 8: true, 0x100: true, 0x200: false, 0x102: false, 0x208: false,
		2 | 8: true, // as in old fonts: the least restrictive counts
	} {
		_, err := webfont.Parse(withOS2(mono, fsType))
		if allowed && err != nil || !allowed && !errors.Is(err, webfont.ErrLicence) {
			t.Errorf("fsType %#x: %v", fsType, err)
		}
	}
	// What must not be embedded in part is embedded whole.
	whole := face(t, mono)
	all, file := embedded(t, withOS2(mono, 0x100), "x")
	g, _ := whole.NominalGlyph('Ж')
	if !reflect.DeepEqual(outlineOf(all, g), outlineOf(whole, g)) {
		t.Error("a font that must not be embedded in part has lost an outline")
	}
	t.Logf("whole: %d bytes of %d", len(file), len(mono))
}

func TestFontsThatCannotBeUsed(t *testing.T) {
	withoutName := bytes.Replace(bytes.Clone(mono), []byte("name"), []byte("nome"), 1)
	for name, test := range map[string]struct {
		data []byte
		want string
	}{
		"nothing":      {[]byte{}, "cannot be read"},
		"a text":       {[]byte("no font at all"), "cannot be read"},
		"WOFF2":        {append([]byte("wOF2"), mono...), "WOFF2"},
		"a collection": {append([]byte("ttcf"), mono...), "collection"},
		"half a font":  {mono[:len(mono)/2], ""},
		"without name": {withoutName, `no table "name"`},
	} {
		if f, err := webfont.Parse(test.data); err == nil || f != nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A damaged font is an error, or is embedded as it is; it never stops the program.
func TestDamagedFonts(t *testing.T) {
	data := noto(t, "NotoSansThai-Regular")
	r := rand.New(rand.NewPCG(1, 2))
	refused := 0
	for range 100 {
		damaged := bytes.Clone(data)
		for range 1 + r.IntN(20) {
			damaged[r.IntN(len(damaged))] = byte(r.Uint32())
		}
		f, err := webfont.Parse(damaged)
		if err == nil {
			_, err = f.For([]string{"กระทรวง น้ำ"})
		}
		if err != nil {
			refused++
		}
	}
	t.Logf("%d of 100 are refused", refused)
}
