// Package confusable reads a text as a reader sees it, so that what looks alike compares alike:
// compatibility forms (NFKC, UAX #15), letters of other scripts that look Latin (confusables of
// UTS #39), characters that show nothing (Default_Ignorable_Code_Point), marks over letters, digits
// in place of letters, and words whose letters stand apart. It knows no language and no word.
package confusable

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed latin.txt
var latinTable string

// latin returns what characters look like that look like Latin letters or digits.
var latin = sync.OnceValue(func() map[rune]string {
	table := map[rune]string{}
	for line := range strings.Lines(latinTable) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		for _, hex := range fields[1:] {
			if r, err := strconv.ParseUint(hex, 16, 32); err == nil {
				table[rune(r)] = fields[0]
			}
		}
	}
	return table
})

// Word is one word of a text.
type Word struct {
	Written string // as it stands in the text
	Plain   string // in its own script: NFKC, lower case, without what shows nothing
	Latin   string // as Skeleton reads it; Plain where it does not look Latin

	Joined Joined
	First  string // of a Pair: the first of the two as Latin has it
}

// Joined tells of what a word was put together.
type Joined int

const (
	Whole   Joined = iota // it stands so in the text
	Letters               // of letters that stand apart, as in "b r i b e d", or run on behind what shows nothing: where words begin in it is not known
	Pair                  // of two words that stand beside each other
)

// Invisible tells whether a character shows nothing by itself.
func Invisible(r rune) bool {
	return r > unicode.MaxASCII && unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// Plain is a text without what shows nothing, in compatibility forms and lower case.
func Plain(text string) string {
	if !strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return strings.ToLower(text) // none of ASCII is invisible or has another form
	}
	text = norm.NFKC.String(strings.Map(func(r rune) rune {
		if Invisible(r) {
			return -1
		}
		return r
	}, text))
	return strings.ToLower(strings.Map(func(r rune) rune {
		switch {
		case r == '’' || r == 'ʼ' || r == '‘':
			return '\''
		case r == 'ـ' || '\u064b' <= r && r <= '\u065f' || r == '\u0670': // what Arabic may be written without
			return -1
		}
		return r
	}, text))
}

// Skeleton is a word as it looks to who reads Latin script, in lower-case ASCII, where all of it
// looks so. Letters that look alike in some font are one: i, l and 1; o and 0; rn and m; vv and w.
func Skeleton(word string) (string, bool) {
	var b strings.Builder
	for _, r := range norm.NFKD.String(word) {
		switch {
		case Invisible(r) || unicode.Is(unicode.Mn, r):
		case r < 0x80:
			b.WriteRune(unicode.ToLower(r))
		default:
			image, looks := latin()[r]
			if !looks {
				image, looks = latin()[unicode.ToUpper(r)]
			}
			if !looks {
				return "", false
			}
			b.WriteString(image)
		}
	}
	s := b.String()
	if letters(s) > len(s)/2 {
		s = digits.Replace(s)
	}
	return alike.Replace(s), true
}

var (
	digits = strings.NewReplacer("0", "o", "1", "l", "3", "e", "4", "a", "5", "s", "6", "b", "7", "t", "8", "b", "@", "a", "$", "s", "!", "l", "|", "l")
	alike  = strings.NewReplacer("i", "l", "1", "l", "0", "o", "rn", "m", "vv", "w")
)

func letters(ascii string) int {
	n := 0
	for _, r := range ascii {
		if 'a' <= r && r <= 'z' {
			n++
		}
	}
	return n
}

// Words splits a text into words: letters, digits and marks, with apostrophes inside them. Beside
// the words as they stand are those that letters, or each two words, make when put together.
func Words(text string) (words, joined []Word) {
	words = Written(text)
	for _, w := range words {
		if strings.ContainsFunc(w.Written, Invisible) {
			w.Joined = Letters
			joined = append(joined, w)
		}
	}
	return words, append(joined, joinedOf(words)...)
}

// Written splits a text into the words that stand in it.
func Written(text string) (words []Word) {
	for _, field := range strings.FieldsFunc(text, func(r rune) bool { return !partOfWord(r) }) {
		written := strings.TrimFunc(field, func(r rune) bool { return !seen(r) && !strings.ContainsRune("@$", r) })
		if w := wordOf(written); w.Plain != "" {
			words = append(words, w)
		}
	}
	return words
}

func wordOf(written string) Word {
	w := Word{Written: written, Plain: Plain(written)}
	w.Latin = w.Plain
	if s, looks := Skeleton(written); looks {
		w.Latin = s
	}
	return w
}

// seen tells whether a character is a letter, a digit or a mark, or looks like one: "ⓑ".
func seen(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) ||
		r > unicode.MaxLatin1 && (latin()[r] != "" || unicode.Is(unicode.So, r) && unicode.IsLetter([]rune(norm.NFKD.String(string(r)))[0]))
}

// partOfWord takes in the signs that are written for letters as well: "br!bes", "@buse".
func partOfWord(r rune) bool {
	return seen(r) || Invisible(r) || strings.ContainsRune("'’ʼ‘@$!|", r)
}

// joinedOf puts together letters that stand apart, three of them or more, and each two words.
func joinedOf(words []Word) []Word {
	var all []Word
	join := func(from, to int, how Joined) {
		var written []string
		for _, w := range words[from:to] {
			written = append(written, w.Written)
		}
		w := wordOf(strings.Join(written, ""))
		w.Written, w.Joined = strings.Join(written, " "), how
		if how == Pair {
			w.First = words[from].Latin
		}
		all = append(all, w)
	}
	for from := 0; from < len(words); {
		to := from
		for to < len(words) && single(words[to]) {
			to++
		}
		if to-from >= 3 {
			join(from, to, Letters)
		}
		from = max(to, from+1)
	}
	for i := 0; i+1 < len(words); i++ {
		join(i, i+2, Pair)
	}
	return all
}

func single(w Word) bool {
	n := 0
	for _, r := range w.Plain {
		if !unicode.IsMark(r) {
			n++
		}
	}
	return n == 1
}
