package handtest

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"unicode"

	"example.org/graphgen/internal/article"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/registry"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/report"
	"example.org/graphgen/internal/wording"
	"example.org/graphgen/internal/words"
)

// toldEverywhere wants the words for how each doubtful line of an edited view stands to be in
// whatever tells of it: the article as HTML and Markdown, the report, and what is exported. The
// report lists what was edited by hand.
func (d *desk) toldEverywhere(v *network.View, drawing *render.Drawing, overrides *edits.Overrides) {
	d.Helper()
	wanted := map[string]int{}
	before := d.describer()
	renamed := d.renamed(overrides)
	whole := d.network.View(d.spec)
	for i := range whole.Edges {
		e := &whole.Edges[i]
		if caveat := before.LineCaveat(e); caveat != "" && e.Kind == network.RelationEdge && v.Edge(e.ID) != nil {
			wanted[caveat]++
		}
	}
	told := d.outputsOf(v, drawing)
	for name, text := range told {
		for caveat, least := range wanted {
			phrase := letters(renamed(caveat))
			if name != "article" && name != "markdown" { // which call things as the case does
				phrase = letters(caveat)
			}
			if strings.Count(text, phrase) < least {
				d.Errorf("%s has %q %d times, and %d lines of the view stand so", name, caveat, strings.Count(text, phrase), least)
			}
		}
	}
	for _, edited := range overrides.Told() {
		if !strings.Contains(told["report"], letters(edited.String())) {
			d.Errorf("the report does not tell that %v", edited)
		}
	}
}

func (d *desk) describer() *wording.Describer {
	return &wording.Describer{Index: d.network.Index(), Words: words.For(d.lang()), Lang: d.lang()}
}

// letters are what no form of text escapes.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, escaped.ReplaceAllString(text, ""))
}

var escaped = regexp.MustCompile(`\\u[0-9a-f]{4}`)

var tag = regexp.MustCompile(`<[^>]*>`)

// outputsOf are the texts of all that is made of a view beside its pictures, without markup and white space.
func (d *desk) outputsOf(v *network.View, drawing *render.Drawing) map[string]string {
	d.Helper()
	told := map[string]string{}
	made := func(name string, text []byte, err error) {
		if err != nil {
			d.Fatalf("%s: %v", name, err)
		}
		plain := string(text)
		if !strings.HasPrefix(plain, "{") { // JSON has no markup, and may hold what looks like it
			plain = html.UnescapeString(tag.ReplaceAllString(plain, ""))
		}
		told[name] += letters(plain)
	}
	describer := d.describer().Of(v)
	words := *drawing // whose pictures the test looks at elsewhere
	words.Inline = &render.Inline{ID: "drawn", Width: 600}
	a := &article.Article{View: v, Describer: describer, Drawing: &words, Name: v.Spec.ID}
	figure, err := a.Figure()
	made("article", figure, err)
	markdown, err := a.Markdown()
	made("markdown", markdown, err)
	var page bytes.Buffer
	made("report", nil, report.New(report.Given{Network: d.network.Edited(map[string]*edits.Overrides{v.Spec.ID: v.Edits})}).WriteHTML(&page))
	made("report", page.Bytes(), nil)
	for _, f := range registry.Formats() {
		if f.Export == nil || f.Folder {
			continue
		}
		export, err := f.Export(formats.Subject{View: v, Describer: d.describer()}, formats.ExportOptions{})
		made(f.Name, nil, err)
		for _, file := range export.Files {
			made(f.Name, file.Data, nil)
		}
	}
	return told
}
