package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentence is the sentence in which a quote stands, or the sentences if it runs on.
type Sentence struct {
	Start, End           int    // byte offsets in Text.String(), End exclusive
	Before, Quote, After string // its words, with white space folded
}

// sentenceReach is how many bytes before and after a quote are searched for the ends of its
// sentence. In a text without full stops a sentence is cut there.
const sentenceReach = 4096

// Sentence returns the sentence around a place that Check gave for the same text.
//
// A sentence ends at a full stop, question or exclamation mark or ellipsis, with the
// closing quotation marks and brackets behind it, if white space follows and the next
// letter is not lower-case. A full stop does not end it after a single letter, "No." or a
// title such as "Gen."; the stops of Khmer, Burmese, Chinese, Japanese and Indic
// scripts need no space behind them. An empty line always ends it. Where the rule errs it
// mostly gives too much, so that no weakening word near a quote is overlooked.
func (t *Text) Sentence(place Place) Sentence {
	from := runeStart(t.text, max(0, place.Start-sentenceReach))
	to := runeStart(t.text, min(len(t.text), place.End+sentenceReach))
	s := Sentence{Start: from, End: to}
	for at := from; at < to; {
		end := sentenceEnd(t.text[:to], at)
		if end > place.Start && end >= place.End {
			s.End = end
			break
		}
		if end <= place.Start {
			s.Start = end
		}
		at = end
	}
	s.Start += spaceBefore(t.text[s.Start:place.Start])
	s.End = place.End + len(strings.TrimRightFunc(t.text[place.End:s.End], unicode.IsSpace))
	s.Before = oneLine(t.text[s.Start:place.Start])
	s.Quote = oneLine(t.text[place.Start:place.End])
	s.After = oneLine(t.text[place.End:s.End])
	return s
}

// Sentences returns the sentences of the text in their order, ended as Sentence ends them.
// What has no letter and no digit, such as a row of stars, is none.
func (t *Text) Sentences() []Place {
	var all []Place
	for at := 0; at < len(t.text); {
		end := sentenceEnd(t.text, at)
		if s := t.text[at:end]; strings.ContainsFunc(s, isWordRune) {
			all = append(all, Place{Start: at + spaceBefore(s), End: at + len(strings.TrimRightFunc(s, unicode.IsSpace))})
		}
		at = end
	}
	places := make([]*Place, len(all))
	for i := range all {
		places[i] = &all[i]
	}
	t.number(places)
	return all
}

// sentenceEnd returns where the sentence that goes on at an offset ends: behind its stop,
// or at the empty line behind it, or at the end of the text.
func sentenceEnd(text string, at int) int {
	for i := at; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		switch r {
		case '\n':
			if space := spaceBefore(text[i:]); strings.Contains(text[i:i+space], "\n") {
				return i + space
			}
		case '.', '?', '!', '…', '؟', '۔', '።':
			end := i + closing(text[i:])
			if r == '.' && end == i && isAbbreviation(text[at:i-1]) {
				continue
			}
			if space := spaceBefore(text[end:]); end+space == len(text) || space > 0 && !goesOn(text[end+space:]) {
				return end
			}
		case '។', '៕': // are among those since Unicode 16
			return i + closing(text[i:])
		default:
			if r >= utf8.RuneSelf && unicode.Is(unicode.STerm, r) {
				return i + closing(text[i:])
			}
		}
	}
	return len(text)
}

// goesOn tells whether what follows a stop begins in lower case, behind opening marks.
func goesOn(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.IsLower(r)
		}
		if unicode.IsSpace(r) {
			return false
		}
	}
	return false
}

// abbreviations end in a full stop that does not end a sentence, since a name or number
// follows them.
var abbreviations = map[string]bool{
	"adm": true, "brig": true, "capt": true, "cmdr": true, "col": true, "dr": true, "fig": true, "gen": true,
	"gov": true, "hon": true, "lt": true, "maj": true, "mr": true, "mrs": true, "ms": true, "mt": true, "no": true,
	"nos": true, "pol": true, "pres": true, "prof": true, "rep": true, "rev": true, "sen": true, "sgt": true,
	"st": true, "supt": true, "vs": true,
}

// isAbbreviation tells whether a text ends in an initial ("U.S") or a known abbreviation.
func isAbbreviation(text string) bool {
	start := strings.LastIndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) })
	word := text
	if start >= 0 {
		_, size := utf8.DecodeRuneInString(text[start:])
		word = text[start+size:]
	}
	return utf8.RuneCountInString(word) == 1 && !isSpaceless([]rune(word)[0]) || abbreviations[strings.ToLower(word)]
}

// closing returns how many bytes of closing marks a text begins with.
func closing(text string) int {
	return len(text) - len(strings.TrimLeft(text, `"'’”»›)]」』）`))
}

// spaceBefore returns how many bytes of white space a text begins with.
func spaceBefore(text string) int {
	return len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
}

// runeStart moves an offset back to where a character begins.
func runeStart(text string, at int) int {
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}
