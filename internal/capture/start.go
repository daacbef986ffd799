package capture

import (
	"bytes"
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"example.org/graphgen/internal/entities"
)

// Start writes a case file that holds the case, for people to go on with: a line for each
// field of the case and of the objects in its lists.
func Start(c entities.Case) []byte {
	s := defaultStyle()
	var b bytes.Buffer
	b.WriteString("{")
	for i, it := range encode(c).items {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n  " + stringValue(it.name).literal + ": ")
		list := s.lines("  ")
		if it.value.kind == '[' {
			b.WriteString("[")
			for j, object := range it.value.items {
				if j > 0 {
					b.WriteByte(',')
				}
				b.WriteString(list.open)
				s.write(&b, object.value, s.lines("    "), "    ")
			}
			b.WriteString(list.close + "]")
			continue
		}
		s.write(&b, it.value, s.nested(it, "  "), "  ")
	}
	b.WriteString("\n}\n")
	return b.Bytes()
}

// JSON writes a part of a case as a new case file would, to be shown.
func JSON(part any) []byte {
	s := defaultStyle()
	var b bytes.Buffer
	s.write(&b, encode(part), s.lines(""), "")
	return append(b.Bytes(), '\n')
}

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
