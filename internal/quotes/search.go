package quotes

import (
	"bytes"
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

// patterns finds many patterns in one pass. Sorted, they serve as a trie: those that share
// what has been read so far are neighbours. A filter on the first four bytes spares most
// positions of a text the walk.
type patterns struct {
	sorted []pattern
	first  [257]int // first[b] is where patterns beginning with byte b begin
	filter []uint8  // by hash of the first four bytes
}

const filterBits = 18

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
	p := &patterns{filter: make([]uint8, 1<<filterBits)}
	for text, uses := range uses {
		p.sorted = append(p.sorted, pattern{text: text, uses: uses})
	}
	slices.SortFunc(p.sorted, func(a, b pattern) int { return strings.Compare(a.text, b.text) })
	for b := range p.first {
		p.first[b] = sort.Search(len(p.sorted), func(i int) bool { return int(p.sorted[i].text[0]) >= b })
	}
	for i := range p.sorted {
		p.admit(&p.sorted[i])
	}
	return p
}

// spacings returns what may stand between the exact words and a prefix or suffix.
func spacings(context string) []string {
	if context == "" {
		return []string{""}
	}
	return []string{"", " "}
}

// admit lets a pattern's beginnings through the filter.
func (p *patterns) admit(pat *pattern) {
	places := atWordStart
	for _, u := range pat.uses {
		if u.start > 0 {
			places |= insideWord
		}
	}
	if len(pat.text) < 4 {
		// Too short to be told by four bytes: everything is let through.
		for i := range p.filter {
			p.filter[i] |= places
		}
		return
	}
	p.filter[hash4([]byte(pat.text[:4]))] |= places
}

func hash4(b []byte) uint32 {
	key := uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
	return key * 0x9e3779b1 >> (32 - filterBits)
}

// search reports every place of the folded text where a selector's exact words stand
// between word boundaries, with its prefix and suffix around them.
func (p *patterns) search(text []byte, found func(selector, start, end int)) {
	if len(p.sorted) == 0 {
		return
	}
	wasWord := false
	for at := range text {
		b := text[at]
		isWord := b < utf8.RuneSelf && isWordRune(rune(b))
		allowed := atWordStart | insideWord
		if wasWord && isWord {
			allowed = insideWord
		}
		wasWord = isWord
		if at+4 <= len(text) && p.filter[hash4(text[at:at+4])]&allowed == 0 {
			continue
		}
		p.walk(text, at, found)
	}
}

// walk reports the patterns that stand at an offset. The range lo to hi holds those that
// agree with the text so far.
func (p *patterns) walk(text []byte, at int, found func(selector, start, end int)) {
	rest := text[at:]
	lo, hi := p.first[rest[0]], p.first[int(rest[0])+1]
	for depth := 1; lo < hi; depth++ {
		if len(p.sorted[lo].text) == depth {
			p.report(&p.sorted[lo], text, at, found)
			lo++
		}
		if lo == hi || depth == len(rest) {
			return
		}
		if hi-lo == 1 {
			if bytes.HasPrefix(rest[depth:], []byte(p.sorted[lo].text[depth:])) {
				p.report(&p.sorted[lo], text, at, found)
			}
			return
		}
		lo, hi = p.narrow(lo, hi, depth, rest[depth])
	}
}

// narrow returns the part of a range whose patterns have a byte at a depth.
func (p *patterns) narrow(lo, hi, depth int, b byte) (int, int) {
	if first, last := p.sorted[lo].text[depth], p.sorted[hi-1].text[depth]; first == last {
		if first == b {
			return lo, hi
		}
		return lo, lo
	}
	from := lo + sort.Search(hi-lo, func(i int) bool { return p.sorted[lo+i].text[depth] >= b })
	to := from + sort.Search(hi-from, func(i int) bool { return p.sorted[from+i].text[depth] > b })
	return from, to
}

func (p *patterns) report(pat *pattern, text []byte, at int, found func(selector, start, end int)) {
	for _, u := range pat.uses {
		start, end := at+u.start, at+u.end
		if isBoundary(text, start) && isBoundary(text, end) {
			found(u.selector, start, end)
		}
	}
}
