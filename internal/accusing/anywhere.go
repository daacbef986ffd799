package accusing

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"example.org/graphgen/internal/confusable"
)

// fold is a text as words are looked for in it that are found anywhere: without what shows nothing, and with
// the letters of Arabic that are written one for another as one.
func fold(text string) string { return arabicAlike.Replace(confusable.Plain(text)) }

var arabicAlike = strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا", "ٱ", "ا", "ة", "ه", "ى", "ي", "ی", "ي", "ک", "ك", "ؤ", "و", "ئ", "ي")

var otherLists = sync.OnceValue(func() []list {
	folded := func(words []string) []string {
		var all []string
		for _, w := range words {
			all = append(all, fold(w))
		}
		return all
	}
	var lists []list
	for _, l := range others {
		l.accuses, l.unsure, l.opposing, l.innocent = folded(l.accuses), folded(l.unsure), folded(l.opposing), folded(l.innocent)
		l.firm, l.negating, l.titles = folded(l.firm), folded(l.negating), folded(l.titles)
		lists = append(lists, l)
	}
	return lists
})

// anywhere finds words in a folded text of scripts in which words need not stand apart.
func (r *Reader) anywhere(folded string) []Finding {
	if !strings.ContainsFunc(folded, func(r rune) bool { return r >= 0x0600 && unicode.IsLetter(r) }) {
		return nil
	}
	var found []Finding
	for _, text := range []string{folded, closed(folded)} {
		for _, l := range otherLists() {
			for _, phrase := range l.innocent {
				text = strings.ReplaceAll(text, phrase, " ")
			}
			for _, phrase := range l.accuses {
				if l.holds(text, phrase) {
					found = append(found, Finding{Said: phrase, Unsure: anyIn(text, l.opposing)})
				}
			}
			for _, phrase := range l.unsure {
				if l.holds(text, phrase) {
					found = append(found, Finding{Said: phrase, Unsure: true})
				}
			}
		}
		for _, label := range r.labels {
			if strings.Contains(text, label) {
				found = append(found, Finding{Said: label, Unsure: opposed(text)})
			}
		}
	}
	return found
}

// mostClitics is how many letters may stand before a word and together with it.
const mostClitics = 4

// holds tells whether a phrase stands in a text: anywhere or, where words have spaces between them, at
// the beginning of a word or behind what is written together with it.
func (l list) holds(text, phrase string) bool {
	for from := 0; ; {
		at := strings.Index(text[from:], phrase)
		if at < 0 {
			return false
		}
		at += from
		if l.clitics == "" || l.begins(text[:at]) {
			return true
		}
		from = at + len(phrase)
	}
}

// begins tells whether what stands before a place leaves it the beginning of a word.
func (l list) begins(before string) bool {
	for range mostClitics + 1 {
		r, size := utf8.DecodeLastRuneInString(before)
		if size == 0 || !unicode.IsLetter(r) {
			return true
		}
		if !strings.ContainsRune(l.clitics, r) {
			return false
		}
		before = before[:len(before)-size]
	}
	return false
}

// closed is a text without the spaces between letters that stand apart.
func closed(text string) string {
	fields := strings.Fields(text)
	for _, f := range fields {
		if len([]rune(f)) > 2 {
			return ""
		}
	}
	return strings.Join(fields, "")
}

// opposed tells whether a text says in any of the languages that something is acted or spoken against.
func opposed(text string) bool {
	return slices.ContainsFunc(otherLists(), func(l list) bool { return anyIn(text, l.opposing) })
}

func anyIn(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// Languages are those (BCP 47) that words are known of.
func Languages() []string {
	languages := []string{"en"}
	for _, l := range others {
		languages = append(languages, l.lang)
	}
	return languages
}
