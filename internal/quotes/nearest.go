package quotes

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"
)

// The search for a nearest passage is bounded: it is a help to the eye, and many quotes may
// be missing from a large text. Only the rarest words of a quote are looked up, and only
// their first places in the text.
const (
	nearestWords   = 40  // of a quote are compared
	nearestAnchors = 4   // words of a quote are looked up
	nearestPlaces  = 200 // places of the text are compared with a quote
	nearestAround  = 2   // words are shown on either side

	nearestInAll = 500_000 // places are compared with all quotes of a text; those behind get no passage
)

// words are the words of a text in their order, without regard to case, each known by a
// hash. A chance collision can only make a worse excerpt.
type words struct {
	hash  []uint32
	start []int32
	end   []int32
}

// occurrences is where a word stands in the text, as word numbers.
type occurrences struct {
	count int
	first []int32 // at most nearestPlaces
}

// findNearest gives the results of missing quotes the passage that shares the most words
// with them in the same order: at least half of them, and at least two of several.
func findNearest(text []byte, selectors []Selector, missing []int, results []Result) {
	if len(missing) == 0 {
		return
	}
	index := make(map[uint32]*occurrences)
	quotes := make([][]uint32, len(missing))
	for i, selector := range missing {
		quote := splitWords([]byte(foldedString(selectors[selector].Exact))).hash
		quotes[i] = quote[:min(len(quote), nearestWords)]
		for _, hash := range quotes[i] {
			index[hash] = &occurrences{}
		}
	}
	all := splitWords(text)
	for at, hash := range all.hash {
		if o := index[hash]; o != nil {
			o.count++
			if len(o.first) < nearestPlaces {
				o.first = append(o.first, int32(at))
			}
		}
	}
	left := nearestInAll
	for i, selector := range missing {
		first, last, ok := nearest(quotes[i], all.hash, index, &left)
		if !ok {
			continue
		}
		first, last = max(0, first-nearestAround), min(len(all.hash)-1, last+nearestAround)
		results[selector].Nearest.Place = Place{Start: int(all.start[first]), End: int(all.end[last])}
	}
}

// nearest returns the first and last word of the best passage, and takes off how many places
// may still be compared.
func nearest(quote, text []uint32, index map[uint32]*occurrences, left *int) (first, last int, ok bool) {
	best, budget := min(2, len(quote))-1, nearestPlaces
	best = max(best, (len(quote)+1)/2-1)
	for _, anchor := range anchors(quote, index) {
		for _, at := range index[quote[anchor]].first {
			if budget--; budget < 0 || *left <= 0 || ok && best >= len(quote)-1 {
				return first, last, ok
			}
			*left--
			slack := len(quote)/2 + 1
			from := max(0, int(at)-anchor-slack)
			to := min(len(text), int(at)-anchor+len(quote)+slack)
			if shared, begin, end := longestShared(quote, text[from:to]); shared > best {
				best, first, last, ok = shared, from+begin, from+end, true
			}
		}
	}
	return first, last, ok
}

// anchors returns the positions of the rarest words of a quote that the text has.
func anchors(quote []uint32, index map[uint32]*occurrences) []int {
	var positions []int
	for i, hash := range quote {
		if index[hash].count > 0 {
			positions = append(positions, i)
		}
	}
	slices.SortStableFunc(positions, func(a, b int) int {
		return cmp.Compare(index[quote[a]].count, index[quote[b]].count)
	})
	return positions[:min(len(positions), nearestAnchors)]
}

// longestShared returns how many words two rows share in the same order (their longest
// common subsequence), and where the first and the last of these stand in the window. Of
// equally good choices it prefers a shorter stretch of the window.
func longestShared(quote, window []uint32) (shared, first, last int) {
	// chain is the best choice that ends at or before a word of the quote.
	type chain struct{ shared, first, last int }
	better := func(a, b chain) bool {
		return a.shared > b.shared || a.shared == b.shared && a.last-a.first < b.last-b.first
	}
	var row [nearestWords + 1]chain
	for at, word := range window {
		diagonal := chain{} // row[i-1] as it was before this word of the window
		for i := 1; i <= len(quote); i++ {
			old := row[i]
			if quote[i-1] == word {
				longer := chain{diagonal.shared + 1, diagonal.first, at}
				if longer.shared == 1 {
					longer.first = at
				}
				if better(longer, row[i]) {
					row[i] = longer
				}
			}
			if better(row[i-1], row[i]) {
				row[i] = row[i-1]
			}
			diagonal = old
		}
	}
	end := row[len(quote)]
	return end.shared, end.first, end.last
}

// splitWords cuts a folded text into words: rows of letters and digits, and each letter
// with its marks in scripts without spaces.
func splitWords(text []byte) words {
	// Most prose has fewer words than this; to grow the three lists would cost thrice as much.
	size := len(text)/6 + 1
	w := words{hash: make([]uint32, 0, size), start: make([]int32, 0, size), end: make([]int32, 0, size)}
	hash, start := uint32(0), -1
	finish := func(end int) {
		if start >= 0 {
			w.hash, w.start, w.end = append(w.hash, hash), append(w.start, int32(start)), append(w.end, int32(end))
			start = -1
		}
	}
	for at := 0; at < len(text); {
		r, size := rune(text[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(text[at:])
		}
		switch {
		case !isWordRune(r):
			finish(at)
		case start < 0 || isSpaceless(r) && !unicode.Is(unicode.M, r):
			finish(at)
			hash, start = hashWord(2166136261, r), at
		default:
			hash = hashWord(hash, r)
		}
		at += size
	}
	finish(len(text))
	return w
}

// hashWord adds a letter to a hash (FNV-1a by code points), without regard to case.
func hashWord(hash uint32, r rune) uint32 {
	return (hash ^ uint32(unicode.ToLower(r))) * 16777619
}
