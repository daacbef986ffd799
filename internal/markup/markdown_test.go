package markup_test

import (
	"bytes"
	"net/url"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	nethtml "golang.org/x/net/html"

	"example.org/graphgen/internal/markup"
)

func TestMarkdown(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", ""},
		{"Ada Berg, 41, of the cyber-scam desk", "Ada Berg, 41, of the cyber-scam desk"},
		{"it said: “no”. (Twice?)", "it said: “no”. (Twice?)"},
		{" two\n lines\t", "two lines"},
		{"a\x00b\u0085c\xff", "a\uFFFDb\uFFFDc\uFFFD"},
		{"*a* _b_ ~c~ `d`", "\\*a\\* \\_b\\_ ~c\\~ &#96;d&#96;"},
		{"[a](b) ![c]", "\\[a\\](b) \\!\\[c\\]"},
		{`a|b\`, "a&#124;b&#92;"},
		{"<b>&amp;", "&#60;b&#62;&#38;amp;"},
		{"{{< x >}} {% y %} {z}", "&#123;&#123;&#60; x &#62;&#125;&#125; &#123;% y %&#125; &#123;z&#125;"},
		{"# a", "\\# a"},
		{"- a - b -- c", "\\- a - b \\-\\- c"},
		{"1. a 2. b", "1\\. a 2. b"},
		{"12) a (3) b", "12\\) a (3) b"},
		{": a: b :c:", "\\: a: b \\:c:"},
		{"www.a.example http://b c@d.e", "www\\.a.example http\\://b c\\@d.e"},
		{"export of imports", "&#101;xport of imports"},
		{"import exports", "&#105;mport exports"},
		// What only looks like structure stays as people write it.
		{"$1.1 billion, about ~50 men, 10:30, C++, 5 * 3, snake_case, A & B, AT&T, 3.5 x = 4!", "$1.1 billion, about ~50 men, 10:30, C++, 5 * 3, snake_case, A & B, AT&T, 3.5 x = 4!"},
		{"1.1 million", "1.1 million"},
		{"exporters", "exporters"},
		{"a & b &lt", "a & b &#38;lt"},
		{"US$ 5 and $x$", "US\\$ 5 and \\$x\\$"},
		{"#12 at @ada, C# x", "\\#12 at \\@ada, C# x"},
		{"\u00a0a\u00a0b\u3000", "&#160;a\u00a0b&#12288;"},
		{"ប៊ែក\u200bនូ", "ប៊ែក\u200bនូ"},
	} {
		if got := markup.Markdown(test.text); got != test.want {
			t.Errorf("of %q: %s, want %s", test.text, got, test.want)
		}
	}
}

func TestMarkdownLink(t *testing.T) {
	for _, test := range []struct{ text, address, want string }{
		{"a]", "", "a\\]"},
		{"a]", "https://b.example/c_(d)?e=f&copy=g#h", "[a\\]](https://b.example/c&#95;&#40;d&#41;?e=f&amp;copy=g#h)"},
		{"a", "https://b.example/{{c}} \"d\"|<ë>`\\", "[a](https://b.example/%7B%7Bc%7D%7D%20%22d%22%7C%3C%C3%AB%3E%60%5C)"},
	} {
		if got := markup.MarkdownLink(test.text, test.address); got != test.want {
			t.Errorf("of %q and %q: %s, want %s", test.text, test.address, got, test.want)
		}
	}
	if got, want := markup.MarkdownImage("a*", "b c.svg", "d.html"), "[![a\\*](b%20c.svg)](d.html)"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// reader is a parser of others, with what they add to CommonMark.
var reader = goldmark.New(
	goldmark.WithExtensions(extension.GFM, extension.DefinitionList, extension.Footnote),
	goldmark.WithRendererOptions(html.WithUnsafe()),
)

// read returns what a parser makes of Markdown, as a tree of HTML.
func read(t testing.TB, markdown string) *nethtml.Node {
	t.Helper()
	var page bytes.Buffer
	if err := reader.Convert([]byte(markdown), &page); err != nil {
		t.Fatal(err)
	}
	root, err := nethtml.Parse(&page)
	if err != nil {
		t.Fatal(err)
	}
	return root.FirstChild.LastChild // html, and in it the body after the head
}

// outline is a tree in few signs: p(text), with addresses and words of images.
func outline(n *nethtml.Node) string {
	var b strings.Builder
	for c := range n.ChildNodes() {
		if c.Type == nethtml.TextNode {
			if strings.Trim(c.Data, " \t\r\n") != "" {
				b.WriteString(c.Data)
			}
			continue
		}
		b.WriteString("<" + c.Data)
		for _, a := range c.Attr {
			b.WriteString(" " + a.Key + "=" + a.Val)
		}
		b.WriteString(">" + outline(c) + "</>")
	}
	return b.String()
}

// FuzzMarkdown puts a text wherever an article in Markdown has one: another's parser finds the
// text that is meant, and no structure in it.
func FuzzMarkdown(f *testing.F) {
	for _, seed := range []string{
		"Ada Berg", "# a", "1. a", "- a", "    a", "***", "a\n===", "| a | b |\n|---|---|", "![a](b)", "[a]: b", "<b>a</b>", "<!-- a", "```\na",
		"www.a.example", "a@b.example", "https://a.example", "~~a~~", "[ ] a", "a[^1]", ": a", "&lt;", "\\*a\\*", "\u00a0a ", "{{< a >}}", "a  \nb", "\"a\"", "a\\", "“a”",
		"$1.1 and $2$", "~a ~ b~", "a_b _c", "5 * 3 *", "a&lt", "www.", ":a:", "a@b", "1.1", "1)", "==a", "a #1", "+ a", "\\|", "\\\\|a", "a!", "![", "[x] a", "-\u00a0a", "[^a]", "$$a$$", "a\\_b", "~~~", "http://a.b", "ftp://a.b/", "mailto:a@b.de", "AT&T;", "&#12", "&#x41;",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		meant := strings.Map(func(r rune) rune {
			if unicode.IsControl(r) {
				return '\uFFFD'
			}
			return r
		}, strings.Join(strings.FieldsFunc(strings.ToValidUTF8(text, "\uFFFD"), func(r rune) bool { return strings.ContainsRune(" \t\n\v\f\r", r) }), " "))
		if meant == "" {
			return
		}
		m := markup.Markdown(text)
		for _, place := range []struct{ markdown, want string }{
			{m, "<p>" + meant + "</>"},
			{"**" + m + "**", "<p><strong>" + meant + "</></>"},
			{"a\n\n- " + m + "\n- " + m, "<p>a</><ul><li>" + meant + "</><li>" + meant + "</></>"},
			{"|a|b|\n|---|---|\n|" + m + "|" + m + "|", "<table><thead><tr><th>a</><th>b</></></><tbody><tr><td>" + meant + "</><td>" + meant + "</></></></>"},
			{"[" + m + "](https://a.example/)", "<p><a href=https://a.example/>" + meant + "</></>"},
			{markup.MarkdownImage(text, "a.svg", "b.html"), "<p><a href=b.html><img src=a.svg alt=" + meant + "></></></>"},
			{"a: " + m + " (b)", "<p>a: " + meant + " (b)</>"},
			{"a " + m + " (" + m + "); " + m, "<p>a " + meant + " (" + meant + "); " + meant + "</>"},
		} {
			if got := outline(read(t, place.markdown)); got != place.want {
				t.Errorf("%q is read as %q, want %q", place.markdown, got, place.want)
			}
		}
		if strings.ContainsAny(m, "<>{}") {
			t.Errorf("%q has a sign of HTML or of a template", m)
		}
	})
}

// FuzzMarkdownLink: another's parser finds the address that is meant.
func FuzzMarkdownLink(f *testing.F) {
	for _, seed := range []string{"https://a.example/?b=c&copy;=d", "https://a.example/(b)_c_", "https://a.example/\\b", "https://a.example/%zz", "https://a.example/ b", "https://a.example/é"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, address string) {
		if address == "" {
			return
		}
		got := outline(read(t, markup.MarkdownLink("a", address)))
		href, isLink := strings.CutPrefix(got, "<p><a href=")
		href, ends := strings.CutSuffix(href, ">a</></>")
		if !isLink || !ends {
			t.Fatalf("%q is read as %s", address, got)
		}
		if unescaped(href) != unescaped(address) {
			t.Errorf("%q leads to %q", address, href)
		}
	})
}

// unescaped resolves what is written by percent, as far as it is.
func unescaped(address string) string {
	var b strings.Builder
	for len(address) > 0 {
		if c, err := url.PathUnescape(address[:min(3, len(address))]); err == nil && address[0] == '%' {
			b.WriteString(c)
			address = address[3:]
			continue
		}
		b.WriteByte(address[0])
		address = address[1:]
	}
	return b.String()
}
