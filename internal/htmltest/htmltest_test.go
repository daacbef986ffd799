package htmltest_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"example.org/graphgen/internal/htmltest"
)

func TestReads(t *testing.T) {
	root := htmltest.Parse(t, `<p class="a&amp;b">one <b>two</b>`)
	var said []string
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "p" {
			said = append(said, htmltest.Attribute(n, "class"), htmltest.Attribute(n, "id"), htmltest.Text(n))
		}
	}
	if got := fmt.Sprintf("%q", said); got != `["a&b" "" "one two"]` {
		t.Errorf("read %s", strings.TrimSpace(got))
	}
}
