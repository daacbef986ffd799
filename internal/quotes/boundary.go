package quotes

import (
	"unicode"
	"unicode/utf8"
)

// lookaround is how many invisible characters and marks are skipped to find a word's
// neighbour. A longer row of them is taken for the inside of a word.
const lookaround = 64

// isBoundary tells whether a quote may begin or end at an offset of a folded text. It may
// not do so inside a word or a number. As in Unicode's word boundaries (UAX #29) a mark
// belongs to its letter and a format character to its word, "can't" is one word, and
// "1,259" one number. It is stricter than those where a part says something else than the
// whole: "non-state", "200–259", "-5" and "1 259" are not parted either. The possessive
// "'s" may be left out.
//
// Scripts that do not put spaces between words may be parted between any two letters.
func isBoundary(text []byte, at int) bool {
	before, beforeAt := neighbourBefore(text, at)
	after, afterEnd := neighbourAfter(text, at)
	if before == none || after == none {
		return true
	}
	if before == unknown || after == unknown || unicode.Is(unicode.M, after) || isStacker(text, at) {
		return false
	}
	switch {
	case isWordRune(before) && isWordRune(after):
		return !joined(before, after)
	case isWordRune(before) && after != ' ':
		next, _ := neighbourAfter(text, afterEnd)
		return !joinedBy(before, after, next) || isPossessive(text, afterEnd, after)
	case isWordRune(after) && before != ' ':
		previous, _ := neighbourBefore(text, beforeAt)
		return !joinedBy(previous, before, after) && !isNumberSign(previous, before, after)
	}
	return !isGroupedNumber(text, at)
}

// none stands for the edge of the text, unknown for a neighbour out of sight.
const (
	none    rune = -1
	unknown rune = -2
)

// neighbourBefore returns the last character before an offset that is neither a mark nor a
// format character, and where it begins.
func neighbourBefore(text []byte, at int) (rune, int) {
	for range lookaround {
		if at == 0 {
			return none, 0
		}
		r, size := utf8.DecodeLastRune(text[:at])
		at -= size
		if !isFormat(r) && !unicode.Is(unicode.M, r) {
			return r, at
		}
	}
	return unknown, at
}

// neighbourAfter returns the first character from an offset on that is no format
// character, and where it ends.
func neighbourAfter(text []byte, at int) (rune, int) {
	for range lookaround {
		if at == len(text) {
			return none, at
		}
		r, size := utf8.DecodeRune(text[at:])
		at += size
		if !isFormat(r) {
			return r, at
		}
	}
	return unknown, at
}

// isFormat tells characters that are not seen. The zero width space is none of them: it is
// there to part words.
func isFormat(r rune) bool {
	return r >= 0x80 && r != '\u200b' && unicode.Is(unicode.Cf, r)
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.N)
}

// joined tells whether two neighbouring letters or digits are of one word.
func joined(before, after rune) bool {
	if unicode.IsNumber(before) && unicode.IsNumber(after) {
		return true
	}
	if isSpaceless(before) || isSpaceless(after) {
		return isLeadingVowel(before) || isFollowingVowel(after)
	}
	return true
}

// joinedBy tells whether a character makes one word or number of its two neighbours.
func joinedBy(before, middle, after rune) bool {
	if before < 0 || after < 0 || !isWordRune(before) || !isWordRune(after) {
		return false
	}
	switch middle {
	case '-', '\u2010', '\u2011', '\'':
		return !isSpaceless(before) && !isSpaceless(after) || unicode.IsNumber(before) && unicode.IsNumber(after)
	case '.', ',', ':', '/', '\u2044', '–', '−', '\u066b', '\u066c':
		return unicode.IsNumber(before) && unicode.IsNumber(after)
	}
	return false
}

// isNumberSign tells a minus, or the point of ".5", that changes the number behind it.
func isNumberSign(before, sign, digit rune) bool {
	if !unicode.IsNumber(digit) {
		return false
	}
	switch sign {
	case '-', '\u2010', '\u2011', '–', '−':
		return true
	case '.', ',':
		return before == ' ' || before == none || unicode.Is(unicode.Sc, before)
	}
	return false
}

// isPossessive tells whether an apostrophe, which ends at an offset, begins a mere "'s".
func isPossessive(text []byte, at int, apostrophe rune) bool {
	if apostrophe != '\'' || at == len(text) || text[at] != 's' && text[at] != 'S' {
		return false
	}
	next, _ := neighbourAfter(text, at+1)
	return next == none || next >= 0 && !isWordRune(next)
}

// isGroupedNumber tells whether an offset lies at a space that groups the digits of a
// number, as in "1 259": one to three digits, a space, and exactly three digits.
func isGroupedNumber(text []byte, at int) bool {
	space := at
	if text[at] != ' ' {
		space = at - 1
	}
	if space < 1 || text[space] != ' ' {
		return false
	}
	left, right := 0, 0
	for left < 4 && space-left > 0 && isASCIIDigit(text[space-left-1]) {
		left++
	}
	for right < 4 && space+right+1 < len(text) && isASCIIDigit(text[space+right+1]) {
		right++
	}
	return left >= 1 && left <= 3 && right == 3
}

func isASCIIDigit(b byte) bool { return b >= '0' && b <= '9' }

// isStacker tells whether the character before an offset puts the next letter below it, as
// the Khmer coeng and the Burmese virama do.
func isStacker(text []byte, at int) bool {
	r, _ := utf8.DecodeLastRune(text[:at])
	return r == '\u17d2' || r == '\u1039' || r == '\u1a60'
}

// isSpaceless tells letters of scripts that put no spaces between words. The Japanese
// prolonged sound mark is shared between two of them and counts as of no script.
func isSpaceless(r rune) bool {
	return r >= 0x0e00 && (r == 'ー' || unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
		unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Tai_Le, unicode.New_Tai_Lue, unicode.Tai_Tham, unicode.Tai_Viet))
}

// isLeadingVowel tells Thai and Lao vowels that are written before their consonant.
func isLeadingVowel(r rune) bool {
	return r >= '\u0e40' && r <= '\u0e44' || r >= '\u0ec0' && r <= '\u0ec4'
}

// isFollowingVowel tells Thai and Lao vowels that are letters to Unicode but, like marks,
// belong to the consonant before them.
func isFollowingVowel(r rune) bool {
	switch r {
	case '\u0e30', '\u0e32', '\u0e33', '\u0e45', '\u0eb0', '\u0eb2', '\u0eb3':
		return true
	}
	return false
}
