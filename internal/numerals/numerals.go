// Package numerals reads the numbers that a text names: in the decimal digits of any script, with
// any separators, with words such as "billion" behind them, and in English words. It tells what a
// text may mean, not what it means: "1.234" is read both as one and a bit and as more than a
// thousand. It must never know what is counted.
package numerals

import (
	"math/big"
	"strings"
	"unicode"
)

// Bounds of a number: what is longer is none, or more than one.
const (
	most      = 60 // digits, with what separates them
	mostWords = 30
)

// Named tells whether a text may name a number, which is given as a JSON number is written.
func Named(text, number string) bool {
	want, ok := new(big.Rat).SetString(number)
	if !ok {
		return false
	}
	for _, r := range In(text) {
		if r.Cmp(want) == 0 {
			return true
		}
	}
	return false
}

// In returns the numbers that a text may name, each as often as it is read so.
func In(text string) []*big.Rat {
	var found []*big.Rat
	words := split(text)
	for i := 0; i < len(words); {
		read, next := words.number(i)
		found = append(found, read...)
		i = max(next, i+1)
	}
	return found
}

// word is a piece of a text: digits with what separates their groups, or letters.
type word struct {
	text   string // digits in ASCII; letters in lower case
	digits bool
	apart  bool // something else than a space or a hyphen stands before it
}

type words []word

// split takes a text apart. Marks that separate groups of digits belong to them.
func split(text string) words {
	var found words
	runes := []rune(text)
	apart := true
	for i := 0; i < len(runes); {
		start := i
		switch r := runes[i]; {
		case isDigit(r):
			for i < len(runes) && (isDigit(runes[i]) || i+1 < len(runes) && separates(runes[i]) && isDigit(runes[i+1])) {
				i++
			}
			found = append(found, word{text: ascii(runes[start:i]), digits: true, apart: apart})
			apart = false
		case unicode.IsLetter(r) || unicode.IsMark(r):
			for i < len(runes) && (unicode.IsLetter(runes[i]) || unicode.IsMark(runes[i])) {
				i++
			}
			found = append(found, word{text: strings.ToLower(string(runes[start:i])), apart: apart})
			apart = false
		default:
			apart = apart || !unicode.IsSpace(r) && !unicode.Is(unicode.Pd, r) && r != '\u200b'
			i++
		}
	}
	return found
}

func isDigit(r rune) bool { return unicode.Is(unicode.Nd, r) }

// separators are what stands between groups of digits, or before a fraction.
const separators = ".,'’_٬٫·"

func separates(r rune) bool {
	return strings.ContainsRune(separators, r) || r == ' ' || r == '\u00a0' || r == '\u2009' || r == '\u202f'
}

// ascii writes digits of any script in ASCII, and every space as a plain one.
func ascii(runes []rune) string {
	var b strings.Builder
	for _, r := range runes {
		switch {
		case isDigit(r):
			b.WriteByte(byte('0' + digit(r)))
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// digit is the value of a decimal digit. Unicode has the ten of a script in one row, from zero.
func digit(r rune) rune {
	for _, block := range unicode.Nd.R16 {
		if rune(block.Lo) <= r && r <= rune(block.Hi) {
			return (r - rune(block.Lo)) % 10
		}
	}
	for _, block := range unicode.Nd.R32 {
		if rune(block.Lo) <= r && r <= rune(block.Hi) {
			return (r - rune(block.Lo)) % 10
		}
	}
	return 0
}

// number reads a number that begins at a word, and returns the word behind it.
func (w words) number(i int) (read []*big.Rat, next int) {
	if !w[i].digits {
		return w.inWords(i)
	}
	read = readings(w[i].text)
	scaled, next := w.scale(i + 1)
	if before, is := magnitudesBefore[w.at(i-1)]; is && !w[i].apart {
		scaled = new(big.Rat).Mul(scaled, before)
	}
	if scaled.Cmp(one) == 0 {
		return read, i + 1
	}
	for _, r := range read[:len(read):len(read)] {
		read = append(read, new(big.Rat).Mul(r, scaled))
	}
	return read, next
}

// at returns the text of a word, and nothing where there is none.
func (w words) at(i int) string {
	if i < 0 || i >= len(w) {
		return ""
	}
	return w[i].text
}

// scale multiplies the words for magnitudes from a word on: "hundred thousand", "bn".
func (w words) scale(i int) (*big.Rat, int) {
	scaled := one
	for end := min(len(w), i+mostWords); i < end && !w[i].apart && !w[i].digits; i++ {
		by, is := magnitudeOf(w[i].text)
		if !is {
			break
		}
		scaled = new(big.Rat).Mul(scaled, by)
	}
	return scaled, i
}

// readings are the numbers that digits with separators may be.
func readings(text string) []*big.Rat {
	groups, marks := groupsOf(text)
	var found []*big.Rat
	add := func(number string) {
		if r, ok := new(big.Rat).SetString(number); ok && len(number) <= most {
			found = append(found, r)
		}
	}
	last := len(groups) - 1
	grouped := isGrouped(groups) && alike(marks)
	if last == 0 || grouped {
		add(strings.Join(groups, ""))
	}
	if last > 0 && marks[last-1] != " " && (last == 1 || isGrouped(groups[:last]) && alike(marks[:last-1]) && marks[last-1] != marks[0]) {
		add(strings.Join(groups[:last], "") + "." + groups[last])
	}
	if last > 0 && (len(found) == 0 || marks[0] == " ") { // a list
		for i, group := range groups {
			add(group)
			if i > 0 && marks[i-1] == " " && last-i < most {
				add(strings.Join(groups[i:], ""))
			}
		}
	}
	return found
}

// groupsOf splits digits at what stands between them.
func groupsOf(text string) (groups, marks []string) {
	for {
		at := strings.IndexFunc(text, func(r rune) bool { return r < '0' || r > '9' })
		if at < 0 {
			return append(groups, text), marks
		}
		groups = append(groups, text[:at])
		text = text[at:]
		at = strings.IndexFunc(text, func(r rune) bool { return '0' <= r && r <= '9' })
		marks = append(marks, text[:at])
		text = text[at:]
	}
}

// isGrouped tells whether digits are in groups as people set them apart: by threes, in India by
// twos before the last three, in East Asia by fours.
func isGrouped(groups []string) bool {
	if len(groups) < 2 {
		return true
	}
	first, rest := groups[0], groups[1:]
	size := len(rest[len(rest)-1])
	for i, group := range rest {
		if n := len(group); n != size && !(size == 3 && n == 2 && i < len(rest)-1) {
			return false
		}
	}
	return (size == 3 || size == 4) && 1 <= len(first) && len(first) <= size
}

func alike(marks []string) bool {
	for _, mark := range marks {
		if mark != marks[0] {
			return false
		}
	}
	return true
}
