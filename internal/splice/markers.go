package splice

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"
)

// marker is a comment that opens or closes the place of a name.
type marker struct {
	span
	name   string
	closes bool
}

// markerComment is a comment that is a marker. Others, such as one with more words, are not.
var markerComment = regexp.MustCompile(`^<!--[ \t\r\n\f]*(/?)graphgen[ \t\r\n\f]+([A-Za-z0-9_][A-Za-z0-9._-]*?)[ \t\r\n\f]*-->$`)

// find returns the markers of a document in their order.
func find(data []byte, syntax Syntax) []marker {
	start := 0
	if bytes.HasPrefix(data, []byte(byteOrderMark)) {
		start = len(byteOrderMark)
	}
	start += frontMatter(data[start:])
	if syntax == HTML {
		return findInHTML(data, span{start, len(data)})
	}
	var markers []marker
	for _, block := range htmlBlocks(data[start:]) {
		markers = append(markers, findInHTML(data, span{start + block.start, start + block.end})...)
	}
	return markers
}

// frontMatter returns how long the metadata is that a document begins with: YAML between lines
// of "---", or TOML between lines of "+++".
func frontMatter(data []byte) int {
	first := endOfLine(data, 0)
	fence := string(bytes.TrimRight(data[:first], " \t\r\n"))
	if fence != "---" && fence != "+++" {
		return 0
	}
	for start := first; start < len(data); {
		end := endOfLine(data, start)
		if string(bytes.TrimRight(data[start:end], " \t\r\n")) == fence {
			return end
		}
		start = end
	}
	return 0
}

// findInHTML returns the markers in a part of a document. The tokenizer keeps what it read of
// each token, and tokens follow each other without gaps.
func findInHTML(data []byte, part span) []marker {
	var markers []marker
	preformatted := false
	tokens := html.NewTokenizer(bytes.NewReader(data[part.start:part.end]))
	for at := part.start; ; {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			return markers
		}
		raw := tokens.Raw()
		token := span{at, at + len(raw)}
		at = token.end
		switch kind {
		case html.CommentToken:
			if found := markerComment.FindSubmatch(raw); found != nil && !preformatted {
				markers = append(markers, marker{token, string(found[2]), len(found[1]) > 0})
			}
		case html.StartTagToken, html.EndTagToken:
			if name, _ := tokens.TagName(); string(name) == "pre" {
				preformatted = kind == html.StartTagToken
			}
		}
	}
}

// htmlBlocks returns the blocks of HTML that Markdown has at its own level.
func htmlBlocks(data []byte) []span {
	blocks := parser.NewParser(parser.WithBlockParsers(parser.DefaultBlockParsers()...)).Parse(text.NewReader(data))
	var spans []span
	for node := blocks.FirstChild(); node != nil; node = node.NextSibling() {
		block, is := node.(*ast.HTMLBlock)
		if !is {
			continue
		}
		lines := block.Lines().Sliced(0, block.Lines().Len())
		if block.HasClosure() {
			lines = append(lines[:len(lines):len(lines)], block.ClosureLine)
		}
		if len(lines) > 0 {
			spans = append(spans, span{lines[0].Start, lines[len(lines)-1].Stop})
		}
	}
	return spans
}
