package quotes

import (
	"fmt"
	"strings"
	"testing"

	"example.org/graphgen/internal/growthtest"
)

// worst is a text that is made to be slow to read, and what is looked for in it.
type worst struct {
	name   string
	size   int // of the smallest text
	format Format
	text   func(size int) string
	quotes []Selector
}

// alike returns quotes that begin alike, as long as they may be.
func alike(words string, n int, prefix string) []Selector {
	selectors := make([]Selector, n)
	for i := range selectors {
		long := strings.Repeat(words, 1+900/len(words))
		selectors[i] = Selector{Exact: fmt.Sprintf("%sx%d", long[:100+i%800], i), Prefix: prefix}
	}
	return selectors
}

func repeated(piece string) func(int) string {
	return func(size int) string { return strings.Repeat(piece, size/len(piece)) }
}

func worstTexts() []worst {
	var nested []Selector
	for i := range 300 {
		nested = append(nested, Selector{Exact: strings.TrimSpace(strings.Repeat("the berth ", 1+i/4)) + strings.Repeat(" the", i%2), Prefix: "berth"})
	}
	var cut []Selector
	for i := range 300 {
		cut = append(cut, Selector{Exact: strings.Repeat("a", i+1), Prefix: "a"})
	}
	return []worst{
		{"quotes that begin as the text repeats itself", 1 << 16, Plain, repeated("the berth "), alike("the berth ", 500, "")},
		{"quotes within one another", 1 << 16, Plain, repeated("the berth "), nested},
		{"letters that repeat themselves", 1 << 13, Plain, repeated("a"), cut},
		{"no quote is there", 1 << 16, Plain, repeated("she took a berth at the quay "), alike("a berth she took at ", 500, "")},
		{"divided words", 1 << 16, Plain, repeated("traf-\nficking \u00ad"), alike("trafficking ", 100, "")},
		{"empty lines", 1 << 16, Plain, repeated("a\n\n"), []Selector{{Exact: "a a"}}},
		{"marks", 1 << 16, Plain, func(size int) string { return "a" + strings.Repeat("\u0301", size/2) }, []Selector{{Exact: "a b"}}},
		{"elements", 1 << 15, HTML, repeated("<p>a<td>b"), []Selector{{Exact: "a b"}}},
		{"attributes", 1 << 15, HTML, repeated("<i a=b c=d e></i>"), []Selector{{Exact: "a b"}}},
		{"styles", 1 << 15, HTML, repeated(`<i style="display:none;d\69splay:block">a</i>`), []Selector{{Exact: "a b"}}},
		{"left open", 1 << 15, HTML, repeated("<b><i>a<p>"), []Selector{{Exact: "a b"}}},
		{"pieces", 1 << 13, HTML, repeated("a</x>"), []Selector{{Exact: "a b"}}},
		{"brackets", 1 << 15, HTML, func(size int) string { return "<style>" + strings.Repeat("a{", size/2) + "</style><p>a" }, []Selector{{Exact: "a"}}},
		{"comments", 1 << 15, HTML, func(size int) string { return "<style>" + strings.Repeat("/*", size/2) + "</style><p>a" }, []Selector{{Exact: "a"}}},
	}
}

// TestGrowth holds that what it costs to look for quotes grows with the text and no faster, in
// the worst of texts.
func TestGrowth(t *testing.T) {
	for _, w := range worstTexts() {
		t.Run(w.name, func(t *testing.T) {
			growthtest.Linear(t, w.size, func(size int) func() {
				data := []byte(w.text(size))
				return func() {
					if text, err := NewText(data, w.format); err == nil {
						Check(text, w.quotes)
						text.Sentences()
					}
				}
			})
		})
	}
}
