package problem

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// LongestLine is how many code points of a line are shown with a problem.
const LongestLine = 160

const stride = 4096 // bytes between two counts of code points

// Lines finds the line and the column of an offset of a text without reading it again, even where
// the whole text is one line. The zero value is an empty text.
type Lines struct {
	text   string
	starts []int // offset of the first byte of each line
	runes  []int // code points before each multiple of stride
}

// NewLines reads a text.
func NewLines(text string) Lines {
	t := Lines{text: text, starts: make([]int, 1, 1+strings.Count(text, "\n")), runes: make([]int, 0, 1+len(text)/stride)}
	if strings.HasPrefix(text, "\ufeff") {
		t.starts[0] = len("\ufeff") // a mark is no column
	}
	for at := 0; ; {
		next := strings.IndexByte(text[at:], '\n')
		if next < 0 {
			break
		}
		at += next + 1
		t.starts = append(t.starts, at)
	}
	count := 0
	for at := 0; at <= len(text); at += stride {
		t.runes = append(t.runes, count)
		count += countStarts(text[at:min(at+stride, len(text))])
	}
	return t
}

// countStarts counts the bytes that begin a code point, so that a piece may be cut anywhere.
func countStarts(piece string) int {
	n := 0
	for i := 0; i < len(piece); i++ {
		if utf8.RuneStart(piece[i]) {
			n++
		}
	}
	return n
}

// runesBefore counts the code points before an offset.
func (t *Lines) runesBefore(offset int) int {
	block := offset / stride
	return t.runes[block] + countStarts(t.text[block*stride:offset])
}

// Place returns the line and the column of an offset in a file.
func (t *Lines) Place(file string, offset int) Place {
	if len(t.starts) == 0 {
		return Place{File: file, Line: 1, Column: 1}
	}
	line, exact := slices.BinarySearch(t.starts, offset)
	if !exact {
		line--
	}
	line = max(line, 0)
	offset = max(offset, t.starts[line])
	return Place{File: file, Line: line + 1, Column: t.runesBefore(offset) - t.runesBefore(t.starts[line]) + 1}
}

// Around returns the line at a place; of a long one the part around the column. Characters that
// could act on a terminal are replaced. It is empty where there is no such line.
func (t *Lines) Around(at Place) string {
	if at.Line < 1 || at.Line > len(t.starts) {
		return ""
	}
	start, end := t.starts[at.Line-1], len(t.text)
	if at.Line < len(t.starts) {
		end = t.starts[at.Line] - 1
	}
	line := strings.TrimSuffix(t.text[start:end], "\r")
	before, after := "", ""
	if at.Column > LongestLine*3/4 {
		line, before = line[t.advance(start, at.Column-1-LongestLine/2)-start:], "…"
	}
	if cut := RunePrefix(line, LongestLine); cut < len(line) {
		line, after = line[:cut], "…"
	}
	return before + strings.Map(visible, line) + after
}

// advance returns the offset that lies n code points after start.
func (t *Lines) advance(start, n int) int {
	target := t.runesBefore(start) + n
	block, exact := slices.BinarySearch(t.runes, target)
	if !exact {
		block--
	}
	// A block may begin inside a code point, whose first byte the block before has counted.
	at, count := max(block*stride, start), t.runesBefore(max(block*stride, start))
	for at < len(t.text) && (count < target || !utf8.RuneStart(t.text[at])) {
		if utf8.RuneStart(t.text[at]) {
			count++
		}
		at++
	}
	return at
}

// RunePrefix returns the length in bytes of the first n code points.
func RunePrefix(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

func visible(r rune) rune {
	if r != '\t' && (unicode.IsControl(r) || acts(r) || r == 0xfffe || r == 0xffff) {
		return unicode.ReplacementChar
	}
	return r
}
