package entities

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Words and letters of a text that an id is made of.
const (
	idWords   = 5
	idLetters = 40
)

// IDFor makes an id of a text, such as a title or a name: its first words in lower case,
// joined by hyphens. Where the text has no letter and no digit it is the other word.
func IDFor(text, other string) string {
	text = strings.NewReplacer("'", "", "’", "").Replace(strings.ToLower(norm.NFC.String(text)))
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.N) })
	id := ""
	for _, w := range words[:min(len(words), idWords)] {
		letters := []rune(strings.TrimLeftFunc(w, unicode.IsMark))
		switch {
		case len(letters) == 0:
		case id == "":
			id = string(letters[:min(len(letters), idLetters)])
		case utf8.RuneCountInString(id)+1+len(letters) <= idLetters:
			id += "-" + string(letters)
		}
	}
	return cmp.Or(id, other)
}
