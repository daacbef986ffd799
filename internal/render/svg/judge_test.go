package svg_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"example.org/graphgen/internal/judges"
	"example.org/graphgen/internal/render/svg"
)

// element is one element as a strict XML reader finds it, with the text right inside it.
type element struct {
	name  string
	attrs map[string]string
	text  string
}

// allowed are the elements that a picture may have, with their attributes.
var allowed = map[string][]string{
	"svg":   {"xmlns", "id", "viewBox", "width", "height", "style", "role", "aria-labelledby", "lang", "direction", "font-family"},
	"title": {"id"},
	"desc":  {"id"},
	"style": {},
	"g":     {"id", "class"},
	"a":     {"href"},
	"path":  {"class", "d", "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap"},
	"text": {"direction", "lang", "class", "x", "y", "font-size", "fill", "font-weight", "text-anchor",
		"stroke", "stroke-width", "stroke-linejoin", "paint-order"},
}

// parse reads a picture strictly and holds it to what a picture may be.
func parse(t testing.TB, picture []byte) []element {
	t.Helper()
	var elements []element
	var open []int
	decoder := xml.NewDecoder(bytes.NewReader(picture))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, picture)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := element{name: token.Name.Local, attrs: map[string]string{}}
			for _, a := range token.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			vet(t, token, e, elements)
			open = append(open, len(elements))
			elements = append(elements, e)
		case xml.EndElement:
			if e := elements[open[len(open)-1]]; e.name == "style" {
				vetStyle(t, e.text, elements[0].attrs["id"])
			}
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				elements[open[len(open)-1]].text += string(token)
			}
		default:
			t.Errorf("the picture has a %T", token)
		}
	}
	return elements
}

func vet(t testing.TB, token xml.StartElement, e element, before []element) {
	t.Helper()
	attrs, known := allowed[e.name]
	if !known || token.Name.Space != "http://www.w3.org/2000/svg" {
		t.Errorf("the picture has an element %v", token.Name)
	}
	if len(e.attrs) != len(token.Attr) {
		t.Errorf("an attribute stands twice in %v", token)
	}
	for name, value := range e.attrs {
		if !slices.Contains(attrs, name) {
			t.Errorf("<%s> has an attribute %s", e.name, name)
		}
		if name == "href" && !strings.HasPrefix(strings.ToLower(value), "http") && !strings.HasPrefix(value, "mailto:") {
			t.Errorf("a link leads to %q", value)
		}
		if name == "style" && value != "max-width:100%;height:auto" {
			t.Errorf("style is %q", value)
		}
	}
	if id, has := e.attrs["id"]; has && len(before) > 0 && !strings.HasPrefix(id, before[0].attrs["id"]+".") {
		t.Errorf("id %q is not under %q", id, before[0].attrs["id"])
	}
}

// sheet is the only kind of style sheet that a picture has: fonts that it carries, and colours
// of its own parts.
var (
	rule  = `\[id="([^"]*)"\] \.(fill|stroke)-[a-z0-9-]+\{(fill|stroke):(var\(--graphgen-[a-z0-9-]+,(#[0-9a-f]{6}|light-dark\(#[0-9a-f]{6},#[0-9a-f]{6}\))\)|Canvas|CanvasText)\} `
	rules = regexp.MustCompile(rule)
	faces = `(@font-face\{font-family:"[^"]*";font-weight:(normal|bold);src:url\(data:font/woff;base64,[A-Za-z0-9+/]+=*\) format\("woff"\)\} )*`
	sheet = regexp.MustCompile(`^` + faces + `( (` + rule + `)+(@media screen\{@supports \(color:light-dark\(#000,#fff\)\)\{ (` + rule + `)+\}\} )?@media \(forced-colors:active\)\{ (` + rule + `)+\} )?$`)
)

func vetStyle(t testing.TB, text, id string) {
	t.Helper()
	if !sheet.MatchString(text) {
		t.Errorf("style sheet %q", text)
	}
	for _, m := range rules.FindAllStringSubmatch(text, -1) {
		if m[1] != id {
			t.Errorf("a style rule reaches into %q from %q", m[1], id)
		}
	}
}

// lint lets xmllint judge a picture. Where there is none, the test is skipped, or fails if
// the environment says that judges are required.
func lint(t testing.TB, picture []byte) {
	t.Helper()
	cmd := exec.Command(judges.Program(t, "xmllint"), "--noout", "--nonet", "-")
	cmd.Stdin = bytes.NewReader(picture)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("xmllint: %v: %s\n%s", err, out, picture)
	}
}

// legible is a text as XML can hold it: with spaces for what breaks or tabs a line, and a
// sign for what cannot be said.
func legible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case unicode.IsControl(r) || r == '\ufffe' || r == '\uffff':
			return '\ufffd'
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// FuzzEscape holds escaping to what encoding/xml reads back, in an element and in an attribute.
func FuzzEscape(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		escaped := svg.Escape(text)
		var read struct {
			Attr string `xml:"a,attr"`
			Text string `xml:",chardata"`
		}
		if err := xml.Unmarshal([]byte(`<x a="`+escaped+`">`+escaped+`</x>`), &read); err != nil {
			t.Fatalf("%q is escaped as %q: %v", text, escaped, err)
		}
		if want := legible(text); read.Text != want || read.Attr != want {
			t.Errorf("%q is read back as %q and %q", text, read.Text, read.Attr)
		}
	})
}
