package article

import _ "embed"

//go:embed frame.html.tmpl
var frameTemplate string

//go:embed shortcode.html
var shortcode []byte

// How high a page may ask the frame around it to be, in CSS pixels.
const (
	leastHeight = 120
	mostHeight  = 30000
)

// Frame is HTML that shows the page in a frame as high as the page says it is. It heeds no
// other window, and no page can have more room than the least and the most.
func (a *Article) Frame() ([]byte, error) {
	return a.fragment("frame", struct {
		ID, Page, Title string
		Least, Most     int
	}{a.id("frame"), a.address("page.html"), a.Describer.Text(a.View.Spec.Title), leastHeight, mostHeight})
}

// Shortcode is a template for Hugo that puts the figure of any article into a page. It is the
// same for all.
func (a *Article) Shortcode() ([]byte, error) { return shortcode, nil }
