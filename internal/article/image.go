package article

import (
	"bytes"
	_ "embed"
	"image/png"
)

//go:embed image.html.tmpl
var imageTemplate string

// image is what the template of an image takes.
type image struct {
	*figure
	Page, Picture, Alt string
	Width, Height      int // in CSS pixels
}

// Image is the article for systems that let no SVG and no style through: the picture as an
// image that leads to the page, and the same words as the figure, in tags and attributes that
// WordPress lets its authors use.
func (a *Article) Image() ([]byte, error) {
	size, err := png.DecodeConfig(bytes.NewReader(a.Drawing.PNG))
	if err != nil {
		return nil, err
	}
	return a.fragment("image", image{
		figure: a.figure(), Page: a.address("page.html"), Picture: a.address(a.Name + ".2x.png"), Alt: a.alt(),
		Width: size.Width, Height: size.Height,
	})
}

// alt is the picture in a few words.
func (a *Article) alt() string { return a.Describer.Alt(a.View) }
