package markup

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Markdown escapes a text for a line of Markdown, at its start or within it, in a cell of a
// table or as the text of a link. What could be structure to CommonMark or one of its usual
// extensions becomes a numeric character reference, which never is. No brace and no sign of
// HTML stays either, so that systems that read templates before Markdown (Hugo, Jekyll, MDX)
// find none.
//
// White space folds into single spaces, as it does in Markdown, and control characters become
// U+FFFD. A system that looks for addresses in the finished text, as GitHub does, still finds
// them.
func Markdown(text string) string {
	text = strings.Join(strings.FieldsFunc(strings.ToValidUTF8(text, "\uFFFD"), isSpaceOfMarkdown), " ")
	var b strings.Builder
	for i, r := range text {
		switch {
		case unicode.IsControl(r):
			b.WriteRune('\uFFFD')
		case isStructure(text, i, r):
			fmt.Fprintf(&b, "&#%d;", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isSpaceOfMarkdown(r rune) bool { return strings.ContainsRune(" \t\n\v\f\r", r) }

// structural are the signs that mean something in any place, to CommonMark, to GitHub's
// tables, to extensions (footnotes, formulas, marks, mentions) or to templates.
const structural = "&<>{}[]|\\`*_~^$@#=+!"

// isStructure tells whether the character at a place of a text could be read as structure, or
// be lost at its ends.
func isStructure(text string, at int, r rune) bool {
	before, after := text[:at], text[at+utf8.RuneLen(r):]
	switch {
	case r < utf8.RuneSelf && strings.ContainsRune(structural, r):
		return true
	case r == ':': // of an address, a definition or a picture's name, but not before a space
		return before == "" || after != "" && after[0] != ' '
	case r == '-': // of a list or rule, or a dash in the making
		return before == "" || before[len(before)-1] == '-' || strings.HasPrefix(after, "-")
	case r == '.': // of a list or an address
		return isNumber(before) || after != "" && isWord(after[0])
	case r == ')': // of a list
		return isNumber(before)
	case r == 'i' || r == 'e': // of a line that MDX reads as code
		return before == "" && (strings.HasPrefix(after, "mport") || strings.HasPrefix(after, "xport"))
	}
	return r > utf8.RuneSelf && unicode.IsSpace(r) && (before == "" || after == "")
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

func isWord(b byte) bool {
	return '0' <= b && b <= '9' || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z'
}

// MarkdownLink is a text that leads to an address, or only the text where there is none. What
// the address must not be is for others to say.
func MarkdownLink(text, address string) string {
	if address == "" {
		return Markdown(text)
	}
	return "[" + Markdown(text) + "](" + destination(address) + ")"
}

// MarkdownImage is an image that is told in words, from an address, and leads to another.
func MarkdownImage(words, image, address string) string {
	return "[![" + Markdown(words) + "](" + destination(image) + ")](" + destination(address) + ")"
}

// destination writes an address into a link: signs that Markdown or a template could take for
// theirs as references, and what an address cannot have by percent.
func destination(address string) string {
	var b strings.Builder
	for i := range len(address) {
		switch c := address[i]; {
		case isWord(c) || strings.IndexByte("-./:;,?#@%=+", c) >= 0:
			b.WriteByte(c)
		case c == '&':
			b.WriteString("&amp;") // readers that resolve references in two steps would take a number for half of a name
		case strings.IndexByte("!$'()*[]_~", c) >= 0:
			fmt.Fprintf(&b, "&#%d;", c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
