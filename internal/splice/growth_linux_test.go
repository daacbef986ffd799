package splice

import (
	"strings"
	"testing"

	"example.org/graphgen/internal/growthtest"
)

// Articles that are made to be slow to read.
func TestGrowsWithTheArticle(t *testing.T) {
	pieces := map[Syntax][]string{
		HTML:     {"<", "<!--", "<p>", "<b><i>x</p>", "</x>", "a\r\n\r\n", "<!-- graphgen flows -->\n\n<!-- /graphgen -->\n\n"},
		Markdown: {"<", "<!--", "<!-- graphgen a -->\n", "<b><i>x</p>", "- ", strings.Repeat("> ", 50) + "\n", "`", "a\r\n\r\n"},
	}
	for syntax, all := range pieces {
		for _, piece := range all {
			growthtest.Linear(t, 256<<10, func(size int) func() {
				document := []byte(strings.Repeat(piece, size/len(piece)))
				return func() {
					if d, err := Parse(document, syntax); err == nil && len(d.Names()) > 0 {
						d.Put(map[string][]byte{d.Names()[0]: []byte("<p>x</p>\n")})
					}
				}
			})
		}
	}
}
