package render

import (
	"encoding/base64"
	"fmt"

	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/render/typeset"
	"example.org/graphgen/internal/render/webfont"
)

// Fonts are the fonts that pictures are measured with, drawn with as pixels and, where they
// are a newsroom's own, carry in themselves.
type Fonts struct {
	Name string // what a message calls them by, such as their file

	measure       *typeset.Measurer
	regular, bold *webfont.Font
}

// mostEmbedded is how much the fonts of one picture may take, in bytes.
const mostEmbedded = 2 << 20

// OwnFonts returns a newsroom's fonts, from files in TrueType, OpenType or WOFF 1.0. Without a
// bold one, browsers thicken the regular one. Without either they are the program's own.
func OwnFonts(regular, bold []byte) (*Fonts, error) {
	f := &Fonts{}
	var err error
	if f.regular, err = embeddable(regular); err != nil {
		return nil, fmt.Errorf("this font cannot be used: %w", err)
	}
	if f.bold, err = embeddable(bold); err != nil {
		return nil, fmt.Errorf("this bold font cannot be used: %w", err)
	}
	f.measure, err = typeset.NewWith(typeset.Options{Font: regular, BoldFont: bold})
	return f, err
}

func embeddable(file []byte) (*webfont.Font, error) {
	if file == nil {
		return nil, nil
	}
	return webfont.Parse(file)
}

// damage is an error where using the fonts showed that they cannot be used, or nil.
func (f *Fonts) damage() error {
	if f == nil {
		return nil
	}
	if err := f.measure.Damage(); err != nil {
		return fmt.Errorf("the font %s cannot be used: %w", f.Name, err)
	}
	return nil
}

// Uncovered returns the characters of a text that none of the fonts has, each once. The width
// of such a text is estimated.
func (f *Fonts) Uncovered(text string) []rune { return f.measure.Uncovered(text) }

// SetIn has pictures set in other fonts than the program's own. It comes before any is drawn.
func (r *Renderer) SetIn(f *Fonts) { r.fonts, r.measure = f, f.measure }

// embed gives a picture what it needs of a newsroom's fonts.
func (f *Fonts) embed(s *scene.Scene) error {
	if f == nil || f.regular == nil {
		return nil
	}
	regular, bold := textsByWeight(s.Items, nil, nil)
	if f.bold == nil {
		regular, bold = append(regular, bold...), nil
	}
	size := 0
	for _, set := range []struct {
		font  *webfont.Font
		texts []string
		bold  bool
	}{{f.regular, regular, false}, {f.bold, bold, true}} {
		if set.font == nil || len(set.texts) == 0 {
			continue
		}
		file, err := set.font.For(set.texts)
		if err != nil {
			return err
		}
		s.Fonts = append(s.Fonts, scene.Font{Bold: set.bold, WOFF: file})
		size += len(file)
	}
	if size > mostEmbedded {
		return fmt.Errorf("the fonts take %.1f MB of a picture, and %d MB are the most; give fonts with fewer characters, or with TrueType outlines (.ttf), of which a picture takes what it needs",
			float64(size)/(1<<20), mostEmbedded>>20)
	}
	return nil
}

// carried is how much of a picture its fonts take, in bytes of base64.
func carried(s *scene.Scene) int {
	n := 0
	for _, f := range s.Fonts {
		n += base64.StdEncoding.EncodedLen(len(f.WOFF))
	}
	return n
}

// textsByWeight adds the texts of items to those in regular and in bold letters.
func textsByWeight(items []scene.Item, regular, bold []string) ([]string, []string) {
	for _, item := range items {
		switch it := item.(type) {
		case *scene.Group:
			regular, bold = textsByWeight(it.Items, regular, bold)
		case scene.Text:
			if it.Bold {
				bold = append(bold, it.Value)
			} else {
				regular = append(regular, it.Value)
			}
		}
	}
	return regular, bold
}
