package words

import (
	"maps"
	"strings"
)

// withBreaks returns a catalog that was written with a bar wherever a word of its script ends
// and no space follows, with a zero width space (U+200B) at those places: Khmer and Thai have
// no spaces between words, and lines of theirs break nowhere else.
func withBreaks(c Catalog) *Catalog {
	c.types = broken(c.types)
	c.standing = broken(c.standing)
	c.relations = broken(c.relations)
	c.phrases = broken(c.phrases)
	for _, list := range [][]string{c.months[:], c.seasons[:]} {
		for i := range list {
			list[i] = breaks(list[i])
		}
	}
	for _, s := range []*string{&c.comma, &c.and, &c.dayOfMonth, &c.monthOfYear, &c.yearOnly} {
		*s = breaks(*s)
	}
	return &c
}

func broken[K comparable](texts map[K]string) map[K]string {
	texts = maps.Clone(texts)
	for key, text := range texts {
		texts[key] = breaks(text)
	}
	return texts
}

func breaks(text string) string { return strings.ReplaceAll(text, "|", "\u200b") }
