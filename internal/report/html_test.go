package report_test

import (
	"bytes"
	"fmt"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/htmltest"
	"example.org/graphgen/internal/report"
)

func htmlOf(t testing.TB, r *report.Report) string {
	t.Helper()
	var page bytes.Buffer
	if err := r.WriteHTML(&page); err != nil {
		t.Fatal(err)
	}
	return page.String()
}

// walk visits the elements of a page.
func walk(t testing.TB, page string, visit func(n *html.Node)) {
	t.Helper()
	for n := range htmltest.Parse(t, page).Descendants() {
		if n.Type == html.ElementNode {
			visit(n)
		}
	}
}

func textOf(n *html.Node) string { return strings.Join(strings.Fields(htmltest.Text(n)), " ") }

// sound checks what holds of every page: it asks for nothing, runs nothing, and its links
// within lead somewhere.
func sound(t *testing.T, page string) {
	t.Helper()
	known, linked := map[string]bool{}, map[string]bool{}
	level := 0
	walk(t, page, func(n *html.Node) {
		switch n.Data {
		case "script", "img", "link", "iframe", "object", "embed", "svg", "form", "base", "audio", "video":
			t.Errorf("the page has a %s", n.Data)
		case "h1", "h2", "h3", "h4":
			next := int(n.Data[1] - '0')
			if next > level+1 {
				t.Errorf("heading %q of level %d follows one of level %d", textOf(n), next, level)
			}
			level = next
		case "table":
			if !strings.Contains(textOf(n), " ") || n.FirstChild == nil {
				t.Errorf("an empty table")
			}
		case "th":
			if s := htmltest.Attribute(n, "scope"); s != "col" && s != "row" {
				t.Errorf("a th without a scope: %q", textOf(n))
			}
		}
		for _, a := range n.Attr {
			switch {
			case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "src", a.Key == "srcset":
				t.Errorf("%s has %s=%q", n.Data, a.Key, a.Val)
			case a.Key == "id":
				if known[a.Val] {
					t.Errorf("the id %q is there twice", a.Val)
				}
				known[a.Val] = true
			case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
				id, err := url.PathUnescape(strings.TrimPrefix(a.Val, "#"))
				if err != nil {
					t.Error(err)
				}
				linked[id] = true
			case a.Key == "href" && !strings.HasPrefix(a.Val, "https://") && !strings.HasPrefix(a.Val, "http://"):
				t.Errorf("a link to %q", a.Val)
			}
		}
	})
	for id := range linked {
		if !known[id] {
			t.Errorf("a link to %q, which is not there", id)
		}
	}
}

func TestPagesAreSound(t *testing.T) {
	for name, r := range map[string]*report.Report{"seed": seedReport(t, ""), "seed in Khmer": seedReport(t, "km"), "port": portReport(t, ""), "harbour": harbourReport(t, ""),
		"empty": reportOf(&entities.File{Case: &entities.Case{}}, nil, "")} {
		t.Run(name, func(t *testing.T) {
			page := htmlOf(t, r)
			sound(t, page)
			if htmlOf(t, r) != page {
				t.Error("written twice it differs")
			}
		})
	}
}

// Wherever the page tells of a line that is doubted, its word is there; wherever it tells who
// says so, so is who denies it.
func TestNoLineGoesWithoutItsWord(t *testing.T) {
	for name, r := range map[string]*report.Report{"seed": seedReport(t, ""), "port": portReport(t, ""), "harbour": harbourReport(t, "")} {
		told := map[string]int{}
		walk(t, htmlOf(t, r), func(n *html.Node) {
			if n.Data != "tr" && n.Data != "li" && n.Data != "article" {
				return
			}
			text := textOf(n)
			for i := range r.Lines {
				l := &r.Lines[i]
				if l.Standing == "stated" || l.Standing == "record" || !strings.Contains(text, l.Draws) || !linksTo(n, l.ID) {
					continue
				}
				told[l.ID]++
				if !strings.Contains(text, l.Stands) {
					t.Errorf("%s: %s is told without %q: %s", name, l.ID, l.Stands, text)
				}
				for _, c := range l.Claims {
					if c.Does == "contests" && !strings.Contains(text, c.Speaker.Name) {
						t.Errorf("%s: %s is told without who denies it: %s", name, l.ID, text)
					}
				}
			}
		})
		for _, l := range r.Lines {
			if l.Standing != "stated" && l.Standing != "record" && told[l.ID] < 2 {
				t.Errorf("%s: %s, which is %s, is told %d times: among the accusations and where it is drawn, at least", name, l.ID, l.Standing, told[l.ID])
			}
		}
	}
}

// linksTo tells whether a part of the page is of a line: it leads there or is there.
func linksTo(n *html.Node, id string) bool {
	for d := range n.Descendants() {
		href, err := url.PathUnescape(htmltest.Attribute(d, "href"))
		if d.Type == html.ElementNode && err == nil && (htmltest.Attribute(d, "id") == "line-"+id || href == "#line-"+id) {
			return true
		}
	}
	return false
}

// hostile writes the same text into every text of a value.
func hostile(v reflect.Value, text string) {
	switch {
	case v.Type() == reflect.TypeFor[entities.Text]():
		if v.Len() > 0 {
			v.Set(reflect.ValueOf(entities.Text{"en": text}))
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if f := v.Field(i); f.Kind() == reflect.String && slices.Contains([]string{"Quote", "Prefix", "Suffix", "URL", "Archived", "Reason"}, name) {
				f.SetString(text)
			} else {
				hostile(f, text)
			}
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			hostile(v.Index(i), text)
		}
	}
}

func TestHostileTexts(t *testing.T) {
	for _, text := range []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `javascript:alert(1)`, `</style><script>x</script>`, `' onmouseover='x`,
		"{{.Secret}}", "<!-- -->", "&amp;&lt;", "\u202ereversed", "ខ្មែរ<b>ខ្មែរ</b>", `data:text/html,<script>alert(1)</script>`,
	} {
		t.Run(text, func(t *testing.T) {
			file := fileOf(t, "testdata/port.json")
			hostile(reflect.ValueOf(file.Case).Elem(), text)
			page := htmlOf(t, reportOf(file, nil, ""))
			said := 0
			walk(t, page, func(n *html.Node) {
				for _, a := range n.Attr {
					if a.Key == "href" && (strings.HasPrefix(a.Val, "javascript:") || strings.HasPrefix(a.Val, "data:")) {
						t.Errorf("a link to %q", a.Val)
					}
					if strings.HasPrefix(a.Key, "on") {
						t.Errorf("%s has %s", n.Data, a.Key)
					}
				}
				switch n.Data {
				case "script", "img":
					t.Errorf("the page has a %s", n.Data)
				case "h1":
					said++
					if want := strings.Join(strings.Fields(text), " "); textOf(n) != want {
						t.Errorf("the title reads %q", textOf(n))
					}
				}
			})
			if said != 1 {
				t.Errorf("%d titles", said)
			}
		})
	}
}

func TestLanguagesAreMarked(t *testing.T) {
	marked := map[string]bool{}
	collect := func(page string) {
		clear(marked)
		walk(t, page, func(n *html.Node) {
			if lang := htmltest.Attribute(n, "lang"); lang != "" && n.Data != "html" {
				marked[fmt.Sprint(n.Data, " ", lang, " ", textOf(n))] = true
			}
		})
	}
	collect(htmlOf(t, portReport(t, "km")))
	if !marked["span km អាដា ប៊ែក"] {
		t.Errorf("a Khmer name is not marked: %v", marked)
	}
	collect(htmlOf(t, portReport(t, "ar")))
	if !marked["span ar نور عزيز"] {
		t.Errorf("an Arabic name is not marked: %v", marked)
	}
	collect(htmlOf(t, portReport(t, "")))
	if len(marked) != 2 || !marked["span km អាដា ប៊ែក"] || !marked["span ar نور عزيز"] {
		t.Errorf("an English report marks more than the names in other languages: %v", marked)
	}
}
