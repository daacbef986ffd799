package build

import (
	"cmp"
	"encoding/hex"
	"net/url"
	"regexp"
)

// publishedName is how the files of a view are called, in a language or in the case's own.
var publishedName = regexp.MustCompile(`^([A-Za-z0-9][A-Za-z0-9_-]*)(?:\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*))?(?:(\.svg|\.narrow\.svg|\.dot)|(\.png|\.2x\.png)|(\.card\.png)|(/.+))$`)

// published is what the name of a published file tells.
type published struct {
	view, lang string // lang is empty for the case's own
	form       form
}

// publishedAs reads a name; it tells whether a build calls files so.
func publishedAs(name string) (published, bool) {
	parts := publishedName.FindStringSubmatch(name)
	if parts == nil {
		return published{}, false
	}
	p := published{view: parts[1], lang: parts[2]}
	for i, form := range []form{picturesForm, pixelsForm, cardForm, bundleForm} {
		if parts[3+i] != "" {
			p.form = form
		}
	}
	return p, true
}

// note is what the manifest keeps of a file: of which state of the case it was drawn, and how a
// bundle is to be made again.
type note struct {
	state string // digest of what the view rests on
	pages Pages
}

func (n note) String() string {
	values := url.Values{"case": {n.state}}
	if n.pages.Prefix != "" {
		values.Set("prefix", n.pages.Prefix)
	}
	if n.pages.Base != "" {
		values.Set("base", n.pages.Base)
	}
	return values.Encode()
}

// parseNote reads a note. Anybody may have changed it: what nobody could ask for is dropped.
func parseNote(text string) note {
	values, err := url.ParseQuery(text)
	if err != nil {
		return note{}
	}
	pages, err := Pages{cmp.Or(values.Get("prefix"), DefaultPrefix), values.Get("base")}.Checked()
	if err != nil {
		pages = Pages{Prefix: DefaultPrefix}
	}
	return note{values.Get("case"), pages}
}

// stateOf is a digest as notes have it.
func stateOf(digest [32]byte) string { return hex.EncodeToString(digest[:16]) }
