// Package htmltest reads pages for tests, as a browser's parser does.
package htmltest

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Parse returns a page, or a fragment as a browser completes it, as a tree.
func Parse(t testing.TB, page string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// Attribute returns an attribute of an element, which may be empty.
func Attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// Text returns all that stands in a part of a tree, as it stands there.
func Text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}
