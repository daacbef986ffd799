package render_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/go-fonts/liberation/liberationmonobold"
	"github.com/go-fonts/liberation/liberationmonoregular"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/render/fonttrial"
)

func drawIn(t *testing.T, engine *graphviz.Engine, x *entities.Index, v *network.View, fonts *render.Fonts) *render.Drawing {
	t.Helper()
	r := render.New(x, engine, "")
	r.PNG = true
	r.SetIn(fonts)
	drawing, err := r.Draw(context.Background(), v)
	if err != nil {
		t.Fatal(err)
	}
	return drawing
}

var fontFace = regexp.MustCompile(`@font-face\{font-family:&quot;[^;]*&quot;;font-weight:(normal|bold);src:url\(data:font/woff;base64,([^)]*)\)`)

// A newsroom's font is measured, carried and drawn; without one, pictures are as they were.
func TestOwnFonts(t *testing.T) {
	c := loadMill(t)
	x, v := viewOf(c, &c.Views[0])
	engine := newEngine(t)
	fonts := func(regular, bold []byte) *render.Fonts {
		t.Helper()
		f, err := render.OwnFonts(regular, bold)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	_, want := draw(t, engine, c, &c.Views[0])
	plain := drawIn(t, engine, x, v, fonts(nil, nil))
	if !bytes.Equal(plain.SVG, want.SVG) {
		t.Error("without a font of one's own, the picture is another")
	}
	for name, test := range map[string]struct {
		fonts *render.Fonts
		faces []string
	}{
		"regular": {fonts(liberationmonoregular.TTF, nil), []string{"normal"}},
		"both":    {fonts(liberationmonoregular.TTF, liberationmonobold.TTF), []string{"normal", "bold"}},
	} {
		drawing := drawIn(t, engine, x, v, test.fonts)
		holdToHonesty(t, x, v, drawing)
		for form, picture := range map[string][]byte{"wide": drawing.SVG, "narrow": drawing.Narrow} {
			var faces []string
			for _, face := range fontFace.FindAllSubmatch(picture, -1) {
				faces = append(faces, string(face[1]))
				if len(face[2]) > 80_000 {
					t.Errorf("%s: the %s %s font takes %d characters of the picture", name, face[1], form, len(face[2]))
				}
			}
			if strings.Join(faces, " ") != strings.Join(test.faces, " ") {
				t.Errorf("%s: the %s picture carries %q, want %q", name, form, faces, test.faces)
			}
		}
		if bytes.Equal(drawing.PNG, plain.PNG) {
			t.Errorf("%s: the pixels are drawn with another font", name)
		}
		if !bytes.Equal(drawIn(t, engine, x, v, test.fonts).SVG, drawing.SVG) {
			t.Errorf("%s: another picture the second time", name)
		}
	}
}

func TestFontsThatCannotBeUsed(t *testing.T) {
	if _, err := render.OwnFonts([]byte("no font"), nil); err == nil || !strings.Contains(err.Error(), "this font cannot be used") {
		t.Errorf("a text for a font: %v", err)
	}
	if _, err := render.OwnFonts(liberationmonoregular.TTF, []byte("no font")); err == nil || !strings.Contains(err.Error(), "this bold font cannot be used") {
		t.Errorf("a text for a bold font: %v", err)
	}
}

// What a font of one's own has beyond the program's is covered with it.
func TestOwnFontsCover(t *testing.T) {
	thai, err := os.ReadFile(filepath.Join("typeset", "fonts", "NotoSansThai-Regular.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	for _, data := range [][]byte{nil, thai} {
		f, err := render.OwnFonts(data, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(f.Uncovered("กรม 中国 中")); got != "中国" {
			t.Errorf("%q is not covered", got)
		}
	}
}

// A font whose damage shows only when it is used, here one without any width, is an error with
// its name, and no panic.
func TestFontThatFailsInUse(t *testing.T) {
	font := bytes.Clone(liberationmonoregular.TTF)
	tables := int(binary.BigEndian.Uint16(font[4:]))
	for i := range tables {
		if entry := font[12+16*i:]; string(entry[:4]) == "hhea" {
			binary.BigEndian.PutUint16(font[binary.BigEndian.Uint32(entry[8:])+34:], 0) // numberOfHMetrics
		}
	}
	if err := fonttrial.Try(font); err == nil || !strings.Contains(err.Error(), "it is damaged") {
		t.Errorf("a trial of it: %v", err)
	}
	fonts, err := render.OwnFonts(font, nil)
	if err != nil {
		t.Fatal(err)
	}
	fonts.Name = "House.ttf"
	c := loadMill(t)
	x, v := viewOf(c, &c.Views[0])
	r := render.New(x, newEngine(t), "")
	r.SetIn(fonts)
	if _, err := r.Draw(t.Context(), v); err == nil || !strings.Contains(err.Error(), "the font House.ttf cannot be used: it is damaged") {
		t.Errorf("a picture in it: %v", err)
	}
}
