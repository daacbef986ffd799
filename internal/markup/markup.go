// Package markup writes texts of a case as HTML and as Markdown. In HTML it says of what is in
// another language than what is around it which, so that readers aloud and browsers choose
// voice and letters by it. It is the one place where texts are escaped by hand for either, and
// must never know what a text is about.
package markup

import (
	"html/template"
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

// Marker writes texts of a case into a page.
type Marker struct {
	Page string // BCP 47: what the page is in
	Lang string // BCP 47: what the texts are in, as far as their script allows
}

// script is a script with the language that a text in it is taken to be in, where neither
// texts nor page are in one that is written with it.
type script struct {
	code  string // ISO 15924
	table *unicode.RangeTable
	lang  string
	rtl   bool
}

var scripts = []script{
	{"Latn", unicode.Latin, "en", false},
	{"Khmr", unicode.Khmer, "km", false},
	{"Thai", unicode.Thai, "th", false},
	{"Laoo", unicode.Lao, "lo", false},
	{"Mymr", unicode.Myanmar, "my", false},
	{"Hans", unicode.Han, "zh", false},
	{"Jpan", unicode.Hiragana, "ja", false},
	{"Jpan", unicode.Katakana, "ja", false},
	{"Kore", unicode.Hangul, "ko", false},
	{"Arab", unicode.Arabic, "ar", true},
	{"Hebr", unicode.Hebrew, "he", true},
	{"Grek", unicode.Greek, "el", false},
	{"Cyrl", unicode.Cyrillic, "ru", false},
	{"Deva", unicode.Devanagari, "hi", false},
}

// Part is a part of a text, in a language that is known (BCP 47); empty where the script must
// tell.
type Part struct{ Text, Lang string }

// Mark escapes a text, and says of the parts that are not in the page's language in which they
// are. A text that reads from right to left, in part or as a whole, is set apart, so that it
// turns nothing around it.
func (m Marker) Mark(text string) template.HTML { return m.MarkParts([]Part{{Text: text}}) }

// MarkParts is Mark for a text of which is known in which languages it is.
func (m Marker) MarkParts(parts []Part) template.HTML {
	var b strings.Builder
	apart := false
	for _, p := range parts {
		if p.Lang == "" || p.Lang == m.Page {
			apart = m.write(&b, p.Text) || apart
			continue
		}
		b.WriteString(`<span lang="` + template.HTMLEscapeString(p.Lang) + `">`)
		apart = Marker{Page: p.Lang, Lang: p.Lang}.write(&b, p.Text) || apart
		b.WriteString("</span>")
	}
	if apart {
		// A bdi would do the same, and is not among the elements that WordPress lets through.
		return template.HTML(`<span dir="auto">` + b.String() + "</span>")
	}
	return template.HTML(b.String())
}

// write escapes a text with its languages, and tells whether it must be set apart.
func (m Marker) write(b *strings.Builder, text string) (apart bool) {
	start, lang := 0, ""
	own := [...]written{writtenIn(m.Lang), writtenIn(m.Page)}
	flush := func(end int) {
		part := template.HTMLEscapeString(text[start:end])
		if lang == "" || lang == m.Page {
			b.WriteString(part)
		} else {
			b.WriteString(`<span lang="` + lang + `">` + part + `</span>`)
		}
		start = end
	}
	for i, r := range text {
		next, turns := langOf(r, own[:])
		apart = apart || turns
		if next == "" || next == lang {
			continue // what every script has goes with what stands before it
		}
		if lang != "" {
			flush(i)
		}
		lang = next
	}
	flush(len(text))
	return apart
}

// written is a language with the script that it is written in (ISO 15924).
type written struct{ lang, script string }

// writtenIn finds a language's script; none for what is no language tag.
func writtenIn(lang string) written {
	tag, err := language.Parse(lang)
	if err != nil || lang == "" {
		return written{lang: lang}
	}
	code, _ := tag.Script()
	return written{lang, code.String()}
}

// langOf tells in which language a letter is, the first of the known ones that its script
// allows; nothing of what every script has; and whether it can turn what is around it.
func langOf(r rune, known []written) (lang string, turns bool) {
	if unicode.Is(unicode.Bidi_Control, r) {
		return "", true
	}
	for _, s := range scripts {
		if unicode.Is(s.table, r) && unicode.IsLetter(r) {
			for _, k := range known {
				if s.writes(k.script) {
					return k.lang, s.rtl
				}
			}
			return s.lang, s.rtl
		}
	}
	return "", false
}

// writes tells whether its letters are of a script by its code (ISO 15924). Chinese, Japanese
// and Korean have characters in common.
func (s script) writes(code string) bool {
	if s.table == unicode.Han {
		return code == "Hans" || code == "Hant" || code == "Jpan" || code == "Kore"
	}
	return code == s.code
}
