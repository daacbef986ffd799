package quotes

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a reader does not see is no part of the words: where a quote is not found as it is, it is
// looked for once more in the bare text, without invisible characters, with ligatures taken
// apart, and with words put together that were divided at the end of a line.

// isDisregarded tells characters that are not seen and say nothing. Those that turn the
// direction of what is seen (U+202A to U+202E), and blanks that pass for letters, are none.
func isDisregarded(r rune) bool {
	switch {
	case r < 0x80:
		return false
	case r == '\u00ad', r == '\u034f', r == '\u061c', r == '\u180e', r == '\ufeff':
		return true
	case r >= '\u200b' && r <= '\u200f', r >= '\u2060' && r <= '\u2064', r >= '\u2066' && r <= '\u206f':
		return true
	}
	return r >= '\ufe00' && r <= '\ufe0f' || r >= 0xe0100 && r <= 0xe01ef
}

// ligature returns the letters of a typographic ligature, or a hyphen's plain form; nothing for others.
func ligature(r rune) string {
	switch r {
	case '\ufb00':
		return "ff"
	case '\ufb01':
		return "fi"
	case '\ufb02':
		return "fl"
	case '\ufb03':
		return "ffi"
	case '\ufb04':
		return "ffl"
	case '\ufb05', '\ufb06':
		return "st"
	case '\u2010', '\u2011':
		return "-"
	}
	return ""
}

// isUnseen tells whether the bare text writes a character in another way.
func isUnseen(r rune) bool { return r >= 0x80 && (isDisregarded(r) || ligature(r) != "") }

// joint is where a line's end divides a word: from its hyphen up to the rest of the word.
type joint struct {
	start, end int32
	soft       bool // the hyphen is one that is seen at the end of a line alone
}

// jointsOf finds words that are divided at the end of a line: a letter, a hyphen, the end of
// the line, and a small letter.
func jointsOf(text string) []joint {
	var joints []joint
	for at := 0; ; {
		next := strings.IndexByte(text[at:], '\n')
		if next < 0 {
			return joints
		}
		at += next + 1
		line := strings.TrimRight(text[:at-1], " \t\r")
		hyphen, size := utf8.DecodeLastRuneInString(line)
		if hyphen != '-' && hyphen != '\u2010' && hyphen != '\u00ad' {
			continue
		}
		start := len(line) - size
		before, _ := utf8.DecodeLastRuneInString(line[:start])
		end := at + len(text[at:]) - len(strings.TrimLeft(text[at:], " \t"))
		after, _ := utf8.DecodeRuneInString(text[end:])
		if unicode.IsLetter(before) && unicode.IsLower(after) {
			joints = append(joints, joint{int32(start), int32(end), hyphen == '\u00ad'})
		}
	}
}

// bare is a text as it is seen, twice: a hyphen at the end of a line is the word's own or not.
type bare struct {
	joined     folded
	hyphenated *folded // nil where no line ends in a hyphen
}

// bareText folds the text as it is seen, once. It is nil where the folded text is that already.
func (t *Text) bareText() *bare {
	t.bareOnce.Do(func() {
		joints := jointsOf(t.text)
		if len(joints) == 0 && !strings.ContainsFunc(t.text, isUnseen) {
			return
		}
		t.bare = &bare{joined: t.foldBare(joints, false)}
		if slices.ContainsFunc(joints, func(j joint) bool { return !j.soft }) {
			hyphenated := t.foldBare(joints, true)
			t.bare.hyphenated = &hyphenated
		}
	})
	return t.bare
}

func (t *Text) foldBare(joints []joint, keepHyphens bool) folded {
	f := folding{bare: true, joints: joints, keepHyphens: keepHyphens}
	return f.fold(t.text, t.isHTML)
}

// Seen returns a stretch of the text as a reader sees it, with its white space folded: what a
// quote of it is. A zero width space stays where it parts the words of a script without spaces.
func (t *Text) Seen(s Span) string {
	excerpt := t.text[s.Start:s.End]
	for _, j := range slices.Backward(jointsOf(excerpt)) {
		excerpt = excerpt[:j.start] + excerpt[j.end:]
	}
	var b strings.Builder
	var last rune
	for _, r := range excerpt {
		switch {
		case r == '\u200b' && isSpaceless(last):
			b.WriteRune(r)
		case isDisregarded(r):
			continue
		default:
			b.WriteString(orElse(ligatureLetters(r), string(r)))
		}
		last = r
	}
	return oneLine(b.String())
}

func ligatureLetters(r rune) string {
	if r == '\u2010' || r == '\u2011' {
		return ""
	}
	return ligature(r)
}

func orElse(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

// unseen names the characters of a text that are not seen, or pass for others: those that keep a
// quote from being found, or where there are none, those that do so only between words.
func unseen(text string) []string {
	var named, mild []string
	add := func(r rune, name string) {
		list := &named
		if isUnseen(r) {
			list = &mild
		}
		if said := fmt.Sprintf("U+%04X %s", r, name); !slices.Contains(*list, said) {
			*list = append(*list, said)
		}
	}
	for word := range strings.FieldsSeq(text) {
		scripts := scriptsOf(word)
		for _, r := range word {
			switch name := unseenNames[r]; {
			case name != "":
				add(r, name)
			case r >= 0x80 && (isDisregarded(r) || unicode.In(r, unicode.Cf, unicode.Co, unicode.Other_Default_Ignorable_Code_Point)):
				add(r, "(not seen)")
			case len(scripts) > 1 && scriptOf(r) != "" && scriptOf(r) != scripts[0]:
				add(r, "("+scriptOf(r)+" letter among "+scripts[0]+" ones)")
			}
		}
	}
	if len(named) == 0 {
		return mild
	}
	return named
}

// scriptsOf returns which of the scripts whose letters look alike a word has, the one of most
// letters first.
func scriptsOf(word string) []string {
	count := map[string]int{}
	var found []string
	for _, r := range word {
		if s := scriptOf(r); s != "" {
			if count[s]++; count[s] == 1 {
				found = append(found, s)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b string) int { return count[b] - count[a] })
	return found
}

func scriptOf(r rune) string {
	switch {
	case unicode.Is(unicode.Latin, r):
		return "Latin"
	case unicode.Is(unicode.Cyrillic, r):
		return "Cyrillic"
	case unicode.Is(unicode.Greek, r):
		return "Greek"
	}
	return ""
}

// unseenNames are the Unicode names of characters that are not seen.
var unseenNames = map[rune]string{
	'\u00ad': "SOFT HYPHEN", '\u034f': "COMBINING GRAPHEME JOINER", '\u061c': "ARABIC LETTER MARK", '\u115f': "HANGUL CHOSEONG FILLER",
	'\u1160': "HANGUL JUNGSEONG FILLER", '\u180e': "MONGOLIAN VOWEL SEPARATOR", '\u200b': "ZERO WIDTH SPACE",
	'\u200c': "ZERO WIDTH NON-JOINER", '\u200d': "ZERO WIDTH JOINER", '\u200e': "LEFT-TO-RIGHT MARK", '\u200f': "RIGHT-TO-LEFT MARK",
	'\u202a': "LEFT-TO-RIGHT EMBEDDING", '\u202b': "RIGHT-TO-LEFT EMBEDDING", '\u202c': "POP DIRECTIONAL FORMATTING",
	'\u202d': "LEFT-TO-RIGHT OVERRIDE", '\u202e': "RIGHT-TO-LEFT OVERRIDE", '\u2060': "WORD JOINER", '\u2066': "LEFT-TO-RIGHT ISOLATE",
	'\u2067': "RIGHT-TO-LEFT ISOLATE", '\u2068': "FIRST STRONG ISOLATE", '\u2069': "POP DIRECTIONAL ISOLATE", '\u2800': "BRAILLE PATTERN BLANK",
	'\u3164': "HANGUL FILLER", '\ufeff': "ZERO WIDTH NO-BREAK SPACE", '\uffa0': "HALFWIDTH HANGUL FILLER", '\ufffd': "REPLACEMENT CHARACTER",
	'\ufb00': "LATIN SMALL LIGATURE FF", '\ufb01': "LATIN SMALL LIGATURE FI", '\ufb02': "LATIN SMALL LIGATURE FL",
	'\ufb03': "LATIN SMALL LIGATURE FFI", '\ufb04': "LATIN SMALL LIGATURE FFL", '\u2010': "HYPHEN", '\u2011': "NON-BREAKING HYPHEN",
}
