package build

import (
	"errors"
	"net/url"
	"regexp"
	"strings"
)

// Forms are what is written of a view.
type Forms struct {
	Pictures bool // VIEW.svg, VIEW.narrow.svg and VIEW.dot
	Pixels   bool // VIEW.png and VIEW.2x.png
	Card     bool // VIEW.card.png
	Bundle   bool // a folder VIEW, with all that an article needs

	Pages    Pages  // of the bundle
	IDPrefix string // what the ids of pictures outside of bundles begin with
}

// A form fails alone.
type form int

const (
	picturesForm form = iota
	pixelsForm
	cardForm
	bundleForm
)

// with adds what others want of the same view; of the bundle's options its own count.
func (f Forms) with(other Forms) Forms {
	if !f.Bundle && other.Bundle {
		f.Pages = other.Pages
	}
	f.Pictures, f.Pixels = f.Pictures || other.Pictures, f.Pixels || other.Pixels
	f.Card, f.Bundle = f.Card || other.Card, f.Bundle || other.Bundle
	return f
}

func (f Forms) has(wanted form) bool {
	return [...]bool{picturesForm: f.Pictures, pixelsForm: f.Pixels, cardForm: f.Card, bundleForm: f.Bundle}[wanted]
}

// pixels tells whether a picture is to be drawn in pixels.
func (f Forms) pixels() bool { return f.Pixels || f.Bundle }

// Pages say how a bundle stands in pages.
type Pages struct {
	Prefix string // that ids begin with, before the view's id
	Base   string // the address where the output folder will be on the web; empty for relative links
}

// DefaultPrefix is what ids in pages begin with where nothing else is said.
const DefaultPrefix = "gg"

// plainPrefix is what may begin an id of HTML and be written into a style sheet as it is.
var plainPrefix = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]{0,63}$`)

// Checked returns the pages with a base that ends in "/", or what is wrong as a *RequestError.
func (p Pages) Checked() (Pages, error) {
	if !plainPrefix.MatchString(p.Prefix) {
		return p, request("prefix", p.Prefix, errors.New("want a letter, and then letters, digits, - and _, 64 at most"))
	}
	if p.Base == "" {
		return p, nil
	}
	base, err := url.Parse(p.Base)
	if err != nil || base.Scheme != "http" && base.Scheme != "https" || base.Hostname() == "" || base.User != nil || base.RawQuery != "" || base.ForceQuery || base.Fragment != "" {
		return p, request("base", p.Base, errors.New("want the http or https address of a folder, such as https://example.org/graphics"))
	}
	p.Base = strings.TrimSuffix(base.String(), "/") + "/"
	return p, nil
}
