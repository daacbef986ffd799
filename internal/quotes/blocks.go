package quotes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A quote is of one paragraph, cell or heading: words of several that are put together are
// nobody's. In HTML each block ends with an empty line. In plain text an empty line may also
// come of how the text was made, from pages or with every line apart.

// endLine counts the ends of lines in white space; an empty line ends a block.
func (f *folding) endLine() {
	if f.lines++; f.lines == 2 {
		at := len(f.out)
		if f.space {
			at--
		}
		f.breaks = append(f.breaks, int32(at))
	}
}

// endSpace is called for what is no white space.
func (f *folding) endSpace() {
	if f.lines == 1 {
		f.single++
	}
	f.lines, f.space = 0, false
}

// parting returns which of the empty lines of a plain text end a paragraph. One in the midst
// of a sentence does not: it stands between words of which the second begins small, or between
// any, in a text where an empty line follows nearly every line.
func (f *folding) parting() []int32 {
	inSentence := 0
	for _, at := range f.breaks {
		if !f.endsSentence(at) {
			inSentence++
		}
	}
	everyLine := len(f.breaks) >= 3 && 20*f.single < len(f.breaks) && 2*inSentence > len(f.breaks)
	return slices.DeleteFunc(f.breaks, func(at int32) bool {
		if f.endsSentence(at) {
			return false
		}
		next, _ := utf8.DecodeRune(f.out[min(int(at)+1, len(f.out)):])
		return everyLine || unicode.IsLower(next)
	})
}

// endsSentence tells whether a stop or colon stands before a space, closing marks aside.
func (f *folding) endsSentence(at int32) bool {
	before := f.out[:at]
	for len(before) > 0 {
		r, size := utf8.DecodeLastRune(before)
		if !strings.ContainsRune(`"')]}*_`, r) {
			return strings.ContainsRune(".!?…:;。！？", r) || r >= utf8.RuneSelf && unicode.Is(unicode.STerm, r) || r == '។' || r == '៕'
		}
		before = before[:len(before)-size]
	}
	return true
}

// parted tells whether a block ends between two folded offsets.
func (f *folded) parted(start, end int) bool {
	at, _ := slices.BinarySearch(f.breaks, int32(start))
	return at < len(f.breaks) && int(f.breaks[at]) < end
}
