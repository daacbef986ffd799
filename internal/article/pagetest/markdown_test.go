package pagetest

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	nethtml "golang.org/x/net/html"

	"example.org/graphgen/internal/htmltest"
)

// reader reads Markdown as GitHub does, and lets raw HTML through, so that it is seen.
var reader = goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))

// asHTML is what a page has of Markdown.
func asHTML(t testing.TB, markdown string) string {
	t.Helper()
	var page bytes.Buffer
	if err := reader.Convert([]byte(markdown), &page); err != nil {
		t.Fatal(err)
	}
	return page.String()
}

// faultsOfMarkdown are what is wrong with an article in Markdown, as another's parser reads it.
func (b *bundle) faultsOfMarkdown(t testing.TB, markdown string) []string {
	t.Helper()
	var faults []string
	source := []byte(markdown)
	err := ast.Walk(reader.Parser().Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n.Kind() {
		case ast.KindHTMLBlock, ast.KindRawHTML, ast.KindCodeBlock, ast.KindFencedCodeBlock, ast.KindCodeSpan, ast.KindAutoLink, ast.KindHeading, ast.KindThematicBreak, ast.KindBlockquote:
			faults = append(faults, fmt.Sprintf("a %v", n.Kind()))
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(markdown, "<>{}") {
		faults = append(faults, "a sign of HTML or of a template")
	}
	root := htmltest.Parse(t, asHTML(t, markdown))
	for n := range root.Descendants() {
		allowed := []string{"html", "head", "body", "p", "strong", "a", "img", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}
		if n.Type == nethtml.ElementNode && !slices.Contains(allowed, n.Data) {
			faults = append(faults, "a "+n.Data)
		}
	}
	images := all(root, "img")
	if len(images) != 1 || htmltest.Attribute(images[0], "src") != b.article.Name+".svg" || htmltest.Attribute(images[0], "alt") == "" || htmltest.Attribute(images[0].Parent, "href") != "page.html" {
		faults = append(faults, "not one image that leads to the page")
	}
	return slices.Concat(faults, b.untold(textOf(root)), b.unworded(textOf(root)), b.strangers(root))
}

func TestMarkdown(t *testing.T) {
	for _, b := range published(t) {
		for _, fault := range b.faultsOfMarkdown(t, b.files[b.article.Name+".md"]) {
			t.Errorf("%s: %s", b.name, fault)
		}
	}
}

// The judge of Markdown finds what is wrong.
func TestMarkdownFaults(t *testing.T) {
	b := named(t, "harbour/berths")
	good := b.files["berths.md"]
	for _, planted := range []struct{ name, from, to, want string }{
		{"a claim left out", "Denied by", "By", "claim c-malee-denies"},
		{"a heading", "**Who gets the berths**", "# Who gets the berths", "a Heading"},
		{"raw HTML", "**Who says so**", "<b>Who says so</b>", "a RawHTML"},
		{"an address in the text", "As of", "www.a.example as of", `a link to "http://www.a.example"`},
		{"a link elsewhere", "(https://gazette.example/berths)", "(https://a.example)", `no link to "https://gazette.example/berths"`},
		{"a table made by a name", "As of", "a | b\n-|-\n", "date"},
		{"a shortcode", "As of", "{{< a >}} As of", "a sign of HTML or of a template"},
	} {
		bad := strings.ReplaceAll(good, planted.from, planted.to)
		if bad == good {
			t.Fatalf("%s: %q is not there", planted.name, planted.from)
		}
		if faults := strings.Join(b.faultsOfMarkdown(t, bad), "\n"); !strings.Contains(faults, planted.want) {
			t.Errorf("%s: found\n%s\nwant %q", planted.name, faults, planted.want)
		}
	}
}
