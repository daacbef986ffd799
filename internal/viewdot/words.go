package viewdot

import (
	"slices"
	"unicode"

	"example.org/graphgen/internal/edits"
)

// Split parts an item's label into what may be edited, its name and what stands below that, and
// what follows from claims, which is read from what the item was when it was published. Missing is
// what of the latter the label lacks. Small is what of the label is set small.
func (i *Item) Split(was *Item, small string) (name, below string, missing []string) {
	name = edits.Plain(i.Text)
	for _, phrase := range []string{edits.Plain(was.Caveat), edits.Plain(was.Hedge), edits.Plain(was.Quantity)} {
		rest, found := Cut(name, phrase)
		if !found {
			missing = append(missing, phrase)
		}
		name = rest
	}
	office := edits.Plain(was.Office)
	if office == "" {
		return name, "", missing
	}
	if rest, found := Cut(name, office); found {
		return rest, office, missing
	}
	if small = edits.Plain(small); small != "" {
		if rest, found := Cut(name, small); found {
			return rest, small, missing
		}
	}
	before, _ := Cut(edits.Plain(was.Text), office)
	if rest, found := Cut(name, before); found {
		return before, rest, missing
	}
	return name, "", missing
}

// Cut takes the last place out of a text at which a phrase stands whole, however the lines of
// either are broken. An empty phrase stands everywhere.
func Cut(text, phrase string) (rest string, found bool) {
	letters, places := visible(text)
	wanted, _ := visible(phrase)
	if len(wanted) == 0 {
		return text, true
	}
	runes := []rune(text)
	for at := len(letters) - len(wanted); at >= 0; at-- {
		if !slices.Equal(letters[at:at+len(wanted)], wanted) {
			continue
		}
		from, to := places[at], places[at+len(wanted)-1]+1
		if joins(runes, from) || joins(runes, to) {
			continue
		}
		return edits.Plain(string(runes[:from]) + " " + string(runes[to:])), true
	}
	return text, false
}

// visible are the letters of a text without white space, and where in the text each stands.
func visible(text string) (letters []rune, places []int) {
	for i, r := range []rune(text) {
		if !unicode.IsSpace(r) && r != '\u200b' {
			letters, places = append(letters, r), append(places, i)
		}
	}
	return letters, places
}

// joins tells whether a place in a text lies within a word. Scripts without spaces show no words.
func joins(runes []rune, at int) bool {
	if at <= 0 || at >= len(runes) {
		return false
	}
	part := func(r rune) bool {
		return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Han, unicode.Hiragana, unicode.Katakana)
	}
	return part(runes[at-1]) && part(runes[at])
}
