package typeset

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Costs of ending a line elsewhere than at a space, in coarse units squared, to be weighed
// against raggedness: breaking "Anti-Trafficking" after the hyphen is worth two lines that
// differ by more than about 3 em, breaking a word without any sign 11 em.
const (
	costInWord = (2 * coarse) * (2 * coarse)
	costForced = (8 * coarse) * (8 * coarse)
	coarse     = 2048 // units of an em for this, small enough for squares to be added up
)

// longestBalanced is how many pieces a paragraph may have to be balanced. A label has a
// dozen; a text with more is filled line by line, which takes time in proportion to its length.
const longestBalanced = 400

// piece is what stands between two places where a line may end.
type piece struct {
	clusters []string // as drawn, without the space that may follow
	gap      string   // the space before the next piece on the same line; empty if none
	width    int64    // of the clusters, in units
	step     int64    // of the clusters, the gap, and the kerning with the piece that follows
	cost     int64    // of ending a line here
	last     bool     // whether a line must end here
}

// Wrap breaks a text into lines no wider than maxWidth pixels: as few lines as can be, and
// those as even as can be, so that the box around them is compact and no word is left alone
// on the last line without need. A maxWidth that is not above zero, or is infinite, sets no limit.
//
// A line ends at a space, which is not kept; after a hyphen or slash; where the script allows
// it (between Chinese characters, say); and at a zero width space, U+200B, which names in
// scripts without spaces need and which the lines no longer have. Runs of white space become
// one space. A line break in the text is a line break in the result. A soft hyphen is no
// place to break, since a hyphen would have to be added.
//
// A word wider than maxWidth stays whole, unless the style is tight or it is wider than twice
// that: then it is broken between letters, joined ones as well. A text of white space alone gives
// no lines.
//
// What is set apart (see isolates in Unicode Standard Annex #9) and goes over two lines is set
// apart in each.
func (m *Measurer) Wrap(s string, style Style, maxWidth float64) []string {
	return m.breakLines(s, style, maxWidth, balance)
}

// Fill is Wrap for running text: each line takes what fits, and the last one what is left.
func (m *Measurer) Fill(s string, style Style, maxWidth float64) []string {
	return m.breakLines(s, style, maxWidth, fill)
}

func (m *Measurer) breakLines(s string, style Style, maxWidth float64, starts func([]piece, func(int64) bool) []int) []string {
	pieces := cutPieces(s)
	m.mu.Lock()
	defer m.mu.Unlock()
	f := m.face(style.Bold)
	if !(maxWidth > 0) {
		maxWidth = math.Inf(1)
	}
	fits := func(units int64) bool { return pixels(units, style.Size) <= maxWidth }
	longest := 2 * maxWidth
	if style.Tight {
		longest = maxWidth
	}
	tooLong := func(units int64) bool { return pixels(units, style.Size) > longest }

	pieces = f.measurePieces(breakLongPieces(f, pieces, tooLong))
	var lines []string
	for len(pieces) > 0 {
		end := 0
		for !pieces[end].last {
			end++
		}
		paragraph := pieces[:end+1]
		pieces = pieces[end+1:]
		if len(paragraph) > longestBalanced {
			starts = fill
		}
		breaks := append(starts(paragraph, fits), len(paragraph))
		for i, start := range breaks[:len(breaks)-1] {
			lines = append(lines, join(paragraph[start:breaks[i+1]]))
		}
	}
	return closed(lines)
}

// cutPieces cuts a text where lines may end. Each piece has something in it; the last one,
// and each before a line break in the text, is marked so.
func cutPieces(s string) []piece {
	clusters, mayBreak := split(s)
	most := 1
	for _, may := range mayBreak {
		if may {
			most++
		}
	}
	pieces := make([]piece, 0, most)
	open := false // whether the last piece goes on
	start := 0    // of the last piece, among the clusters
	for i, text := range clusters {
		first, _ := utf8.DecodeRuneInString(text)
		switch {
		case isSpace(text) || text == zeroWidthSpace:
			open = false
			if len(pieces) > 0 {
				pieces[len(pieces)-1].endWith(text, first)
			}
		default:
			if !open {
				if n := len(pieces); n > 0 && belongsBefore(first) {
					pieces[n-1].cost = costInWord
				}
				pieces = append(pieces, piece{cost: costInWord})
				start = i
			}
			pieces[len(pieces)-1].clusters = clusters[start : i+1]
			open = !mayBreak[i]
		}
	}
	if n := len(pieces); n > 0 {
		pieces[n-1].last = true
	}
	return pieces
}

// endWith notes white space, or a zero width space, that follows the piece.
func (p *piece) endWith(space string, first rune) {
	p.cost = 0
	p.last = p.last || isLineBreak(first)
	switch {
	case p.gap != "" || space == zeroWidthSpace:
	case unicode.IsControl(first) || isLineBreak(first):
		p.gap = " "
	default:
		p.gap = space
	}
}

// breakLongPieces takes pieces that are too long for any line apart into their clusters, those
// that are not drawn with the ones that they go with.
func breakLongPieces(f *face, pieces []piece, tooLong func(units int64) bool) []piece {
	tooWide := func(p piece) bool { return tooLong(f.width(p.clusters)) }
	if !slices.ContainsFunc(pieces, tooWide) {
		return pieces
	}
	var result []piece
	for _, p := range pieces {
		if !tooWide(p) {
			result = append(result, p)
			continue
		}
		start := 0
		clusters := apart(f, p.clusters, tooLong)
		for i, text := range clusters {
			if next := i + 1; next < len(clusters) && (startsIsolate(text) || goesWithLast(clusters[next])) {
				continue
			}
			result = append(result, piece{clusters: clusters[start : i+1], cost: costForced})
			start = i + 1
		}
		end := &result[len(result)-1]
		end.gap, end.cost, end.last = p.gap, p.cost, p.last
	}
	return result
}

// apart takes clusters of joined letters that are too long for any line apart, each time before
// the letter with which they would be.
func apart(f *face, clusters []string, tooLong func(units int64) bool) []string {
	var result []string
	for _, text := range clusters {
		if !tooLong(f.width([]string{text})) {
			result = append(result, text)
			continue
		}
		start, end := 0, 0 // of what is taken next, and of its last letter that fits
		for i, r := range text {
			if i == start || unicode.IsMark(r) || isInvisible(r) {
				continue
			}
			if end > start && tooLong(f.width([]string{text[start:i]})) {
				result, start = append(result, text[start:end]), end
			}
			end = i
		}
		if end > start && tooLong(f.width([]string{text[start:]})) {
			result, start = append(result, text[start:end]), end
		}
		result = append(result, text[start:])
	}
	return result
}

// goesWithLast tells what is not drawn and belongs to the cluster before it.
func goesWithLast(cluster string) bool {
	r, _ := utf8.DecodeRuneInString(cluster)
	return isInvisible(r) && !startsIsolate(cluster)
}

// measurePieces sets width and step of all pieces, in place.
func (f *face) measurePieces(pieces []piece) []piece {
	for i := range pieces {
		p := &pieces[i]
		p.width = f.width(p.clusters)
		p.step = p.width
		if p.last {
			continue
		}
		left := f.cluster(p.clusters[len(p.clusters)-1])
		if p.gap != "" {
			gap := f.cluster(p.gap)
			p.step += f.between(left, gap) + gap.width
			left = gap
		}
		p.step += f.between(left, f.cluster(pieces[i+1].clusters[0]))
	}
	return pieces
}

// fill puts as many pieces on each line as fit, and returns where lines start.
func fill(pieces []piece, fits func(units int64) bool) []int {
	starts := []int{0}
	var before int64 // the pieces that are on the line already
	for i, p := range pieces {
		if i > starts[len(starts)-1] && !fits(before+p.width) {
			starts = append(starts, i)
			before = 0
		}
		before += p.step
	}
	return starts
}

// balance returns where lines start so that there are as few as can be, and of these ways the
// one with the least sum of squared widths, which is where widths differ least. It tries all
// that fit, by dynamic programming over the place where the last line starts.
func balance(pieces []piece, fits func(units int64) bool) []int {
	// A width counts for no more than this, for the sum of all squares to stay within 64 bits.
	const widest = 1 << 26
	type layout struct {
		lines int
		cost  int64
		start int // of the last line
	}
	best := make([]layout, len(pieces)+1) // of the pieces before each place
	for end := 1; end <= len(pieces); end++ {
		width := pieces[end-1].width
		for start := end - 1; start >= 0; start-- {
			if start < end-1 {
				width += pieces[start].step
				if !fits(width) {
					break
				}
			}
			side := min(width/(unitsPerEm/coarse), widest)
			square := side * side
			try := layout{lines: best[start].lines + 1, cost: best[start].cost + square, start: start}
			if end < len(pieces) {
				try.cost += pieces[end-1].cost
			}
			now := best[end]
			if now.lines == 0 || try.lines < now.lines || try.lines == now.lines && try.cost < now.cost {
				best[end] = try
			}
		}
	}
	starts := make([]int, best[len(pieces)].lines)
	for end := len(pieces); end > 0; end = best[end].start {
		starts[best[end].lines-1] = best[end].start
	}
	return starts
}

// join returns the text of a line.
func join(pieces []piece) string {
	var line strings.Builder
	for i, p := range pieces {
		for _, text := range p.clusters {
			line.WriteString(text)
		}
		if i < len(pieces)-1 {
			line.WriteString(p.gap)
		}
	}
	return line.String()
}
