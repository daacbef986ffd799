package main

import (
	"cmp"
	"encoding/hex"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/original"
	"example.org/graphgen/internal/output"
)

// Producers of what is in an output folder. Each removes its own files alone.
const (
	byBuild = "build" // and embed
	byCSV   = "csv"
)

// A form is a kind of file that is made of a view, and fails alone.
type form int

const (
	picturesForm form = iota
	pixelsForm
	cardForm
	bundleForm
)

// forms are what is written of a view.
type forms struct {
	pictures     bool // VIEW.svg, VIEW.narrow.svg and VIEW.dot
	pixels, card bool // beside these
	bundle       bool // a folder VIEW

	prefix, base string // of the bundle
	apart        string // what the ids of pictures begin with
}

// with adds what others want of the same view; of the bundle's options its own count.
func (f forms) with(other forms) forms {
	if !f.bundle && other.bundle {
		f.prefix, f.base = other.prefix, other.base
	}
	f.pictures, f.pixels = f.pictures || other.pictures, f.pixels || other.pixels
	f.card, f.bundle = f.card || other.card, f.bundle || other.bundle
	return f
}

func (f forms) has(wanted form) bool {
	return [...]bool{picturesForm: f.pictures, pixelsForm: f.pixels, cardForm: f.card, bundleForm: f.bundle}[wanted]
}

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
	state        string // sum of what the view rests on
	prefix, base string
}

func (n note) String() string {
	values := url.Values{"case": {n.state}}
	if n.prefix != "" {
		values.Set("prefix", n.prefix)
	}
	if n.base != "" {
		values.Set("base", n.base)
	}
	return values.Encode()
}

// parseNote reads a note. Anybody may have changed it: what no flag would take is dropped.
func parseNote(text string) note {
	values, err := url.ParseQuery(text)
	if err != nil {
		return note{}
	}
	f := bundleFlags{prefix: cmp.Or(values.Get("prefix"), defaultPrefix), base: values.Get("base")}
	if f.parse() != nil {
		f = bundleFlags{prefix: defaultPrefix}
	}
	return note{state: values.Get("case"), prefix: f.prefix, base: f.base}
}

// stateOf is a digest as notes have it.
func stateOf(digest [32]byte) string { return hex.EncodeToString(digest[:16]) }

// redrawn adds to the wishes whatever was published before of views that the case still has:
// an article may point at it. It is drawn again until someone says --only.
func (b *builder) redrawn(c *entities.Case, wishes []wish, before []output.Entry) []wish {
	if b.only {
		return wishes
	}
	views := map[string]*entities.View{}
	for i := range c.Views {
		views[c.Views[i].ID] = &c.Views[i]
	}
	all := slices.Clone(wishes)
	for _, entry := range before {
		p, known := publishedAs(entry.Name)
		view := views[p.view]
		if !known || view == nil || entry.By != byBuild && entry.By != "" {
			continue
		}
		lang := c.Language
		if p.lang != "" {
			lang = c.LanguageFor(p.lang)
		}
		n := parseNote(entry.Note)
		w := wish{view: view, lang: lang, name: fileName(c, p.view, lang)}
		w.write = forms{pictures: p.form == picturesForm, pixels: p.form == pixelsForm, card: p.form == cardForm}
		if p.form == bundleForm {
			w.write.bundle, w.write.prefix, w.write.base = true, n.prefix, n.base
		}
		if at := slices.IndexFunc(all, func(o wish) bool { return o.name == w.name }); at >= 0 {
			all[at].write = all[at].write.with(w.write)
		} else {
			all = append(all, w)
		}
	}
	place := map[string]int{}
	for i := range c.Views {
		place[c.Views[i].ID] = i
	}
	slices.SortStableFunc(all, func(x, y wish) int { return cmp.Compare(place[x.view.ID], place[y.view.ID]) })
	return all
}

// languagesOf are the languages that are wished for, each once.
func languagesOf(wishes []wish) []string {
	var languages []string
	for _, w := range wishes {
		if !slices.Contains(languages, w.lang) {
			languages = append(languages, w.lang)
		}
	}
	return languages
}

// pictureNames are what the files of a wish are called, as far as that is known before they are
// drawn.
func (w wish) pictureNames() []string {
	var names []string
	if w.write.pictures {
		names = append(names, w.name+".svg", w.name+".narrow.svg", w.name+".dot")
	}
	if w.write.pixels {
		names = append(names, w.name+".png", w.name+".2x.png")
	}
	if w.write.card {
		names = append(names, w.name+".card.png")
	}
	return names
}

// outcome tells of each file that was published before whether it stays.
type outcome struct {
	of     *entities.Case
	drawn  map[string]drawn  // by name
	folder bool              // of bundles alone: all else stays
	old    []string          // names of what stays as it was drawn before
	why    map[string]string // it does not stay, by name, where there is more to say
}

// outcomeOf is that of what was drawn.
func (b *builder) outcomeOf(c *entities.Case, views []drawn) *outcome {
	o := &outcome{of: c, drawn: map[string]drawn{}, why: map[string]string{}}
	for _, v := range views {
		o.drawn[v.name] = v
	}
	return o
}

// stays tells whether a file stays that is not among those to publish. One that could not be
// drawn again stays where the case says the same as it did then: it was no fault of the case.
// Else it may show what has been corrected.
func (o *outcome) stays(name, text string) bool {
	p, known := publishedAs(name)
	if !known {
		return true
	}
	if !slices.ContainsFunc(o.of.Views, func(v entities.View) bool { return v.ID == p.view }) {
		if !o.folder {
			o.why[name] = "the case has no such view now"
		}
		return o.folder
	}
	as := p.view
	if p.lang != "" {
		as += "." + p.lang
	}
	d, wished := o.drawn[as]
	switch {
	case !wished || !d.write.has(p.form):
		return o.folder
	case d.missing(p.form) == nil:
		return false
	case parseNote(text).state == d.state:
		o.old = append(o.old, name)
		return true
	}
	o.why[name] = "it could not be drawn again, and may show what was corrected"
	return false
}

// reason says why a file was removed.
func (o *outcome) reason(name string) string {
	return cmp.Or(o.why[name], "this build does not draw it")
}

// isOurs tells of a file that is not as it was written whether it may be replaced all the same:
// one whose edits are kept elsewhere.
func isOurs(name string, data []byte) bool {
	return strings.HasSuffix(name, ".dot") && original.IsSettled(data)
}
