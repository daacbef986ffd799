package merge

import (
	"slices"
	"strings"
	"unicode"

	"example.org/graphgen/internal/accusing"
	"example.org/graphgen/internal/confusable"
	"example.org/graphgen/internal/edits"
)

// cut takes the last place out of a text at which a phrase stands whole, however the lines of
// either are broken.
func cut(text, phrase string) (rest string, found bool) {
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

// split parts the words of an item into what may be edited, its label and what stands below that,
// and what may not. Missing is what lacks of the latter.
func split(item, ref *Item) (label, below string, missing []string) {
	label = item.Text
	fixed := []string{ref.attr("caveat"), ref.attr("hedge")}
	if value := ref.attr("value"); value != "" {
		fixed = append(fixed, value)
	}
	for _, phrase := range fixed {
		rest, found := cut(label, phrase)
		if !found {
			missing = append(missing, phrase)
		}
		label = rest
	}
	office := ref.attr("office")
	if office == "" {
		return label, "", missing
	}
	if rest, found := cut(label, office); found {
		return rest, office, missing
	}
	if item.small != "" {
		if rest, found := cut(label, item.small); found {
			return rest, item.small, missing
		}
	}
	name, _ := cut(ref.Text, office)
	if rest, found := cut(label, name); found {
		return name, rest, missing
	}
	return label, "", missing
}

// firms returns words by which new words in the place of others would have a line stand firmer.
func firms(now, was string) string {
	had := map[string]bool{}
	for _, f := range accusing.Firm(was) {
		had[seen(f.Said)] = true
	}
	for _, f := range accusing.Firm(now) {
		if !had[seen(f.Said)] {
			return f.Said
		}
	}
	return ""
}

func wordsOf(label string) []string {
	words, _ := confusable.Words(label)
	var all []string
	for _, w := range words {
		all = append(all, w.Latin)
	}
	return all
}

// turning are English words that would turn the words for how a line stands that come after.
var turning = strings.Fields("not never no nor longer without neither falsely wrongly untruly un non formerly once previously hardly")

// turns tells whether the end of what a line says would turn what follows.
func turns(label string) (string, bool) {
	words := wordsOf(label)
	if len(words) == 0 {
		return "", false
	}
	last := words[len(words)-1]
	return last, slices.ContainsFunc(turning, func(word string) bool { return seen(word) == last }) || strings.HasSuffix(last, "n't")
}
