package entities

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/graphgen/internal/problem"
)

const (
	longestLine = 160  // code points of a line shown with a problem
	stride      = 4096 // bytes between two counts of code points
)

// lineTable finds the line and the column of an offset without reading the file again, even
// where the whole file is one line.
type lineTable struct {
	starts []int // offset of the first byte of each line
	runes  []int // code points before each multiple of stride
}

func newLineTable(text string) lineTable {
	t := lineTable{starts: make([]int, 1, 1+strings.Count(text, "\n")), runes: make([]int, 0, 1+len(text)/stride)}
	if strings.HasPrefix(text, byteOrderMark) {
		t.starts[0] = len(byteOrderMark) // a mark is no column
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
func (f *File) runesBefore(offset int) int {
	block := offset / stride
	return f.lines.runes[block] + countStarts(f.text[block*stride:offset])
}

// placeAt returns the line and the column of an offset.
func (f *File) placeAt(offset int) problem.Place {
	if len(f.lines.starts) == 0 {
		return problem.Place{File: f.Name, Line: 1, Column: 1}
	}
	line, exact := slices.BinarySearch(f.lines.starts, offset)
	if !exact {
		line--
	}
	line = max(line, 0)
	offset = max(offset, f.lines.starts[line])
	return problem.Place{File: f.Name, Line: line + 1, Column: f.runesBefore(offset) - f.runesBefore(f.lines.starts[line]) + 1}
}

// Place returns where the value stands that a JSON pointer (RFC 6901) names: "" is the whole
// case, "/claims/3/quote" the quote of the fourth claim. Where there is no such value, it
// is the place of the nearest one around it.
func (f *File) Place(pointer string) problem.Place {
	_, value := f.outline.Find(pointer)
	return f.placeAt(value)
}

// PlaceOfName is Place for the name of an object's member instead of its value. It is the
// same as Place for an item of a list and where there is no such member.
func (f *File) PlaceOfName(pointer string) problem.Place {
	name, _ := f.outline.Find(pointer)
	return f.placeAt(name)
}

// lineAround returns the line at a place; of a long one the part around the column. Characters that
// could act on a terminal are replaced. It is empty where there is no such line.
func (f *File) lineAround(at problem.Place) string {
	if at.Line < 1 || at.Line > len(f.lines.starts) {
		return ""
	}
	start, end := f.lines.starts[at.Line-1], len(f.text)
	if at.Line < len(f.lines.starts) {
		end = f.lines.starts[at.Line] - 1
	}
	line := strings.TrimSuffix(f.text[start:end], "\r")
	before, after := "", ""
	if at.Column > longestLine*3/4 {
		line, before = line[f.advance(start, at.Column-1-longestLine/2)-start:], "…"
	}
	if cut := runePrefix(line, longestLine); cut < len(line) {
		line, after = line[:cut], "…"
	}
	return before + strings.Map(visible, line) + after
}

// advance returns the offset that lies n code points after start.
func (f *File) advance(start, n int) int {
	target := f.runesBefore(start) + n
	block, exact := slices.BinarySearch(f.lines.runes, target)
	if !exact {
		block--
	}
	// A block may begin inside a code point, whose first byte the block before has counted.
	at, count := max(block*stride, start), f.runesBefore(max(block*stride, start))
	for at < len(f.text) && (count < target || !utf8.RuneStart(f.text[at])) {
		if utf8.RuneStart(f.text[at]) {
			count++
		}
		at++
	}
	return at
}

// runePrefix returns the length in bytes of the first n code points.
func runePrefix(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

func visible(r rune) rune {
	if r != '\t' && (unicode.IsControl(r) || isRefused(r)) {
		return unicode.ReplacementChar
	}
	return r
}
