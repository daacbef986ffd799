package quotes

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// pattern is a string to look for: the folded exact words with their prefix and suffix.
type pattern struct {
	text string
	uses []use
}

// use says which selector a pattern stands for, and where in it the exact words lie.
type use struct {
	selector   int
	start, end int
}

// headLengths are the lengths of the heads by which patterns are looked up. A pattern has
// the longest that it can fill: the longer the head, the fewer places of a text have it.
var headLengths = [...]int{8, 3, 1}

// patterns are the patterns of all selectors, by the length of their heads.
type patterns [len(headLengths)]tier

// tier holds the patterns with heads of one length. Sorted, they serve as a trie: those
// that share what has been read so far are neighbours. The filter spares most positions of
// a text the look-up of a head.
type tier struct {
	length int
	sorted []pattern
	heads  map[uint64]span
	filter []uint8 // by hash of the head
}

// span is a range of sorted patterns.
type span struct{ from, to int32 }

const filterBits = 17

// The bits of the filter: where in a text a pattern may begin.
const (
	atWordStart uint8 = 1 << iota
	insideWord        // for patterns with a prefix, which may be cut anywhere
)

// newPatterns folds the selectors and marks those that cannot be used in the results.
func newPatterns(selectors []Selector, results []Result) *patterns {
	uses := make(map[string][]use)
	for i, s := range selectors {
		exact, prefix, suffix := foldedString(s.Exact), foldedString(s.Prefix), foldedString(s.Suffix)
		if !utf8.ValidString(s.Exact+" "+s.Prefix+" "+s.Suffix) || !strings.ContainsFunc(exact, isWordRune) {
			results[i].Status = Unusable
			continue
		}
		for _, before := range spacings(prefix) {
			for _, after := range spacings(suffix) {
				start := len(prefix) + len(before)
				text := prefix + before + exact + after + suffix
				uses[text] = append(uses[text], use{selector: i, start: start, end: start + len(exact)})
			}
		}
	}
	var p patterns
	for i, length := range headLengths {
		p[i].length = length
	}
	for text, uses := range uses {
		i := slices.IndexFunc(headLengths[:], func(length int) bool { return len(text) >= length })
		p[i].sorted = append(p[i].sorted, pattern{text: text, uses: uses})
	}
	for i := range p {
		if len(p[i].sorted) > 0 {
			p[i].prepare()
		}
	}
	return &p
}

// spacings returns what may stand between the exact words and a prefix or suffix.
func spacings(context string) []string {
	if context == "" {
		return []string{""}
	}
	return []string{"", " "}
}

// prepare sorts the patterns of a tier and makes its heads and filter.
func (t *tier) prepare() {
	slices.SortFunc(t.sorted, func(a, b pattern) int { return strings.Compare(a.text, b.text) })
	t.heads = make(map[uint64]span)
	t.filter = make([]uint8, 1<<filterBits)
	for i, pat := range t.sorted {
		head := headOf([]byte(pat.text), t.length)
		s, ok := t.heads[head]
		if !ok {
			s.from = int32(i)
		}
		s.to = int32(i + 1)
		t.heads[head] = s
		places := atWordStart
		if slices.ContainsFunc(pat.uses, func(u use) bool { return u.start > 0 }) {
			places |= insideWord
		}
		t.filter[hashHead(head)] |= places
	}
}

// headOf returns the first bytes of a text as a number.
func headOf(text []byte, length int) uint64 {
	head := uint64(0)
	for _, b := range text[:length] {
		head = head<<8 | uint64(b)
	}
	return head
}

func hashHead(head uint64) uint64 { return head * 0x9e3779b97f4a7c15 >> (64 - filterBits) }

// search reports every place of the folded text where a selector's exact words stand
// between word boundaries, with its prefix and suffix around them.
func (p *patterns) search(text []byte, found func(selector, start, end int)) {
	for i := range p {
		if len(p[i].sorted) > 0 {
			p[i].search(text, found)
		}
	}
}

// search reads the text once, with the head at each place kept up byte by byte.
func (t *tier) search(text []byte, found func(selector, start, end int)) {
	if len(text) < t.length {
		return
	}
	mask := ^uint64(0) >> (64 - 8*t.length)
	head := headOf(text, t.length-1)
	wasWord := false
	for at := 0; at+t.length <= len(text); at++ {
		head = (head<<8 | uint64(text[at+t.length-1])) & mask
		isWord := text[at] < utf8.RuneSelf && isWordRune(rune(text[at]))
		allowed := atWordStart | insideWord
		if wasWord && isWord {
			allowed = insideWord
		}
		wasWord = isWord
		if t.filter[hashHead(head)]&allowed == 0 {
			continue
		}
		if s, ok := t.heads[head]; ok {
			t.walk(s, text, at, found)
		}
	}
}

// walk reports the patterns of a span that stand at a place of the text. The span narrows
// to those that agree with the text so far.
func (t *tier) walk(s span, text []byte, at int, found func(selector, start, end int)) {
	rest := text[at:]
	for depth := t.length; s.from < s.to; depth++ {
		if pat := &t.sorted[s.from]; len(pat.text) == depth {
			pat.report(text, at, found)
			s.from++
		}
		if s.from == s.to || depth == len(rest) {
			return
		}
		s = t.narrow(s, depth, rest[depth])
	}
}

// narrow returns the part of a span whose patterns have a byte at a depth.
func (t *tier) narrow(s span, depth int, b byte) span {
	inSpan := t.sorted[s.from:s.to]
	if first, last := inSpan[0].text[depth], inSpan[len(inSpan)-1].text[depth]; first == last {
		if first == b {
			return s
		}
		return span{}
	}
	from := sort.Search(len(inSpan), func(i int) bool { return inSpan[i].text[depth] >= b })
	to := sort.Search(len(inSpan), func(i int) bool { return inSpan[i].text[depth] > b })
	return span{from: s.from + int32(from), to: s.from + int32(to)}
}

func (p *pattern) report(text []byte, at int, found func(selector, start, end int)) {
	for _, u := range p.uses {
		start, end := at+u.start, at+u.end
		if isBoundary(text, start) && isBoundary(text, end) {
			found(u.selector, start, end)
		}
	}
}
