package quotes

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded is a text in the one spelling that texts and quotes are compared in.
type folded struct {
	text   []byte
	shifts []shift // where the distance between the two texts changes, in order
	breaks []int32 // the spaces that stand for the end of a paragraph, cell or heading, in order
}

// shift says that from the folded offset on, up to the next shift, the original stands as
// many bytes after original as the folded text after folded.
type shift struct {
	folded, original int32
}

// original returns where a folded offset lies in the text that was folded.
func (f *folded) original(text string, offset int) int {
	next := sort.Search(len(f.shifts), func(i int) bool { return int(f.shifts[i].folded) > offset })
	if next > 0 {
		s := f.shifts[next-1]
		offset += int(s.original) - int(s.folded)
	}
	limit := len(text)
	if next < len(f.shifts) {
		limit = int(f.shifts[next].original)
	}
	offset = min(offset, limit)
	// An offset within letters that NFC composed has no exact counterpart.
	for offset > 0 && offset < len(text) && !utf8.RuneStart(text[offset]) {
		offset--
	}
	return offset
}

// foldedString folds a part of a selector; white space at its ends is dropped.
func foldedString(text string) string { return string(fold(strings.TrimSpace(text), true).text) }

// bareString is foldedString for the bare text.
func bareString(text string) string {
	f := folding{bare: true}
	return strings.Trim(string(f.fold(strings.TrimSpace(text), true).text), " ")
}

// fold brings a valid UTF-8 text into NFC, makes each run of white space one space, and
// each quotation mark ' or ".
func fold(text string, isHTML bool) folded {
	var f folding
	return f.fold(text, isHTML)
}

func (f *folding) fold(text string, isHTML bool) folded {
	f.out = make([]byte, 0, len(text))
	for at := 0; at < len(text); {
		// The normalizer says how much is in NFC already: mostly everything.
		normal := at + norm.NFC.QuickSpanString(text[at:])
		f.runes(text[at:normal], at)
		if at = normal; at == len(text) {
			break
		}
		end := at + norm.NFC.NextBoundaryInString(text[at:], true)
		f.composed(norm.NFC.String(text[at:end]), at)
		at = end
	}
	f.align(len(text))
	if !isHTML {
		f.breaks = f.parting()
	}
	return folded{text: f.out, shifts: f.shifts, breaks: f.breaks}
}

// folding is the state of fold between two pieces of the text.
type folding struct {
	out      []byte
	shifts   []shift
	breaks   []int32
	distance int  // original offset minus folded offset
	space    bool // the last that was written is a space
	lines    int  // how many lines end in the white space that is read
	single   int  // how many lines end with no empty line behind them

	bare        bool // see bareText
	keepHyphens bool
	joints      []joint // that are still to come
}

// align notes a shift if what is written next comes from an original offset that is not
// where the distance so far would put it.
func (f *folding) align(original int) {
	if distance := original - len(f.out); distance != f.distance {
		f.distance = distance
		f.shifts = append(f.shifts, shift{folded: int32(len(f.out)), original: int32(original)})
	}
}

// runes folds a piece in NFC that stands at an offset of the original.
func (f *folding) runes(piece string, at int) {
	for i := 0; i < len(piece); {
		r, size := rune(piece[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(piece[i:])
		}
		if !f.isJoined(at + i) {
			f.rune(r, at+i)
		}
		i += size
	}
}

// isJoined tells whether an offset of the original lies where a line's end divides a word.
func (f *folding) isJoined(at int) bool {
	for len(f.joints) > 0 && at >= int(f.joints[0].end) {
		f.joints = f.joints[1:]
	}
	if len(f.joints) == 0 || at < int(f.joints[0].start) {
		return false
	}
	return !f.keepHyphens || f.joints[0].soft || at > int(f.joints[0].start)
}

// composed folds what NFC made of a segment at an offset of the original.
func (f *folding) composed(segment string, at int) {
	for i, r := range segment {
		if i == 0 {
			f.rune(r, at)
		} else {
			f.rune(r, f.distance+len(f.out)) // the middle of a segment has no offset of its own
		}
	}
}

func (f *folding) rune(r rune, at int) {
	if f.bare && isUnseen(r) {
		if letters := ligature(r); letters != "" {
			f.endSpace()
			f.align(at)
			f.out = append(f.out, letters...)
			f.align(at + utf8.RuneLen(r))
		}
		return
	}
	line := r == '\n' || r == '\u2028'
	if r == '\u2029' { // the end of a paragraph is an empty line
		f.endLine()
		line = true
	}
	if r = foldRune(r); r == ' ' {
		if line {
			f.endLine()
		}
		if f.space {
			return
		}
		f.space = true
	} else {
		f.endSpace()
	}
	f.align(at)
	f.out = utf8.AppendRune(f.out, r)
}

// foldRune folds white space and the shape of quotation marks. Primes, accents and letters
// that look like an apostrophe are no quotation marks.
func foldRune(r rune) rune {
	if r < utf8.RuneSelf {
		if r == '\t' || r == '\n' || r == '\v' || r == '\f' || r == '\r' {
			return ' '
		}
		return r
	}
	switch r {
	case '‘', '’', '‚', '‛', '‹', '›':
		return '\''
	case '“', '”', '„', '‟', '«', '»', '〝', '〞', '〟':
		return '"'
	}
	if unicode.IsSpace(r) {
		return ' '
	}
	return r
}
