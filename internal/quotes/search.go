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
	uses []use // for which places are still looked for
}

// use says which selector a pattern stands for, and where in it the exact words lie.
type use struct {
	selector   int
	start, end int
	misses     int // places that have the pattern, and are none of the selector's
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
func newPatterns(selectors []Selector, results []Result, fold func(string) string) *patterns {
	uses := make(map[string][]use)
	for i, s := range selectors {
		exact, prefix, suffix := fold(s.Exact), fold(s.Prefix), fold(s.Suffix)
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

// search adds to the results every place of a folded text where a selector's exact words stand
// between word boundaries, with its prefix and suffix around them; of each result it keeps the
// first places.
func search(text *folded, selectors []Selector, fold func(string) string, results []Result, most int) {
	m := newMeeting(text, results, most)
	tiers := newPatterns(selectors, results, fold)
	for i := range tiers {
		if len(tiers[i].sorted) > 0 && !tiers[i].search(m) {
			m = newMeeting(text, results, most)
			m.forget()
			newPatterns(selectors, results, fold).searchRepeats(m)
			return
		}
	}
}

// Most texts take less than a step and a miss a byte.
const (
	stepsPerByte  = 8 // from where on a text is taken for one that repeats itself
	missesPerByte = 4 // from where on a pattern with very many misses is given up
	manyMisses    = 1 << 16
)

// meeting is what comes of patterns that meet a text.
type meeting struct {
	text          *folded
	results       []Result
	most          int // places that a result lists
	counted       int // places of a selector that are counted
	steps, misses int // how many there may still be
}

func newMeeting(text *folded, results []Result, most int) *meeting {
	size := len(text.text) + 1<<16
	return &meeting{text: text, results: results, most: most, counted: max(most, MostCounted), steps: stepsPerByte * size, misses: missesPerByte * size}
}

// forget takes back what was found so far.
func (m *meeting) forget() {
	for i := range m.results {
		m.results[i] = Result{}
	}
}

// search reads the text once, with the head at each place kept up byte by byte. It gives up
// where the text repeats what the patterns say so often that it would be read many times over.
func (t *tier) search(m *meeting) bool {
	text := m.text.text
	if len(text) < t.length {
		return true
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
			t.walk(s, at, m)
			if m.steps < 0 {
				return false
			}
		}
	}
	return true
}

// walk reports the patterns of a span that stand at a place of the text. The span narrows
// to those that agree with the text so far.
func (t *tier) walk(s span, at int, m *meeting) {
	rest := m.text.text[at:]
	for depth := t.length; s.from < s.to; depth++ {
		if pat := &t.sorted[s.from]; len(pat.text) == depth {
			m.report(pat, at)
			s.from++
		}
		if s.from == s.to || depth == len(rest) {
			return
		}
		s = t.narrow(s, depth, rest[depth])
		m.steps--
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

// report adds a place of a pattern to the results of the selectors that it stands for. Whoever
// has enough places, or too many that are none, is not asked again.
func (m *meeting) report(p *pattern, at int) {
	text := m.text
	for i := 0; i < len(p.uses); i++ {
		u := &p.uses[i]
		r := &m.results[u.selector]
		m.steps--
		start, end := at+u.start, at+u.end
		switch {
		case r.Status == Unusable:
		case !isBoundary(text.text, start) || !isBoundary(text.text, end):
			m.miss(u)
		case text.parted(start, end):
			r.Parted++
			m.miss(u)
		default:
			r.add(Place{Start: start, End: end}, m.most)
		}
		if r.Status == Unusable || r.Count >= m.counted {
			p.uses = slices.Delete(p.uses, i, i+1)
			i--
		}
	}
}

// miss counts a place that has a pattern, and cuts the words or puts blocks together.
func (m *meeting) miss(u *use) {
	u.misses++
	if m.misses--; m.misses < 0 && u.misses > manyMisses {
		m.results[u.selector].Status = Unusable
	}
}
