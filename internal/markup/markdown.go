package markup

import (
	"fmt"
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Markdown escapes a text for a line of Markdown, at its start or within it, in a cell of a
// table or as the text of a link. What could be read as structure at its place, by CommonMark or
// one of its usual extensions, gets a backslash, and nothing else, so that people can edit what
// comes of it: $1.1 stays as it is. Signs of HTML and of templates become numeric character
// references, so that systems that read templates before Markdown (Hugo, Jekyll, MDX) find none.
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
		case !isStructure(text, i, r):
			b.WriteRune(r)
		case r < utf8.RuneSelf && strings.ContainsRune(backslashed, r):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "&#%d;", r)
		}
	}
	return b.String()
}

func isSpaceOfMarkdown(r rune) bool { return strings.ContainsRune(" \t\n\v\f\r", r) }

// structural are the signs that may mean something in any place.
const structural = "<>{}[]|\\`^"

// backslashed are the signs of which a backslash takes the meaning.
const backslashed = "[]*_~$@#=+:-.)!^"

// isStructure tells whether the character at a place of a text could be read as structure, or
// be lost at its ends.
func isStructure(text string, at int, r rune) bool {
	before, after := text[:at], text[at+utf8.RuneLen(r):]
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	first, aloneAfter := before == "", after == "" || next == ' '
	switch {
	case r < utf8.RuneSelf && strings.ContainsRune(structural, r):
		return true
	case r == '&': // of a character reference, which what comes behind the text may end
		return isReference(after)
	case r == '*': // of a list or emphasis, but not between spaces
		return first || last != ' ' || next != ' '
	case r == '_': // of emphasis, but not within a word
		return !(isInWord(last) && isInWord(next) || last == ' ' && next == ' ')
	case r == '~': // of what is struck out, but not where it only could begin
		return !((first || last == ' ') && isInWord(next))
	case r == '$': // of a formula, which ends before no digit
		return next < '0' || next > '9'
	case r == '@': // of an address or a name
		return after != "" && next != ' '
	case r == '#': // of a heading, or of a number that is a link
		return first || isInWord(next)
	case r == '=': // of a heading's line, or a mark
		return first || last == '=' || next == '='
	case r == '+': // of a list
		return first
	case r == '!': // of an image, as far as the bracket is not enough
		return next == '['
	case r == ':': // of a definition, an address or a picture's name
		return first || strings.HasPrefix(after, "//") || isShortcode(after)
	case r == '-': // of a list or rule, or a dash in the making
		return first || last == '-' || next == '-'
	case r == '.': // of a list or an address
		return isNumber(before) && aloneAfter || strings.HasSuffix(strings.ToLower(before), "www")
	case r == ')': // of a list
		return isNumber(before) && aloneAfter
	case r == 'i' || r == 'e': // of a line that MDX reads as code
		return first && (strings.HasPrefix(after, "mport ") || strings.HasPrefix(after, "xport "))
	}
	return r > utf8.RuneSelf && unicode.IsSpace(r) && (first || after == "")
}

// isReference tells whether an ampersand begins a character reference before this, or would if a
// semicolon came behind.
func isReference(after string) bool {
	name := after
	if end := strings.IndexFunc(after, func(r rune) bool { return r != '#' && (r >= utf8.RuneSelf || !isWord(byte(r))) }); end >= 0 {
		if name = after[:end]; after[end] != ';' {
			return false
		}
	}
	return strings.HasPrefix(name, "#") || name != "" && html.UnescapeString("&"+name+";") != "&"+name+";"
}

// isShortcode tells whether a colon begins a picture's name before this, as in :smile:.
func isShortcode(after string) bool {
	name, _, ends := strings.Cut(after, ":")
	return ends && name != "" && strings.IndexFunc(name, func(r rune) bool { return !isInWord(r) && r != '_' && r != '+' && r != '-' }) < 0
}

func isInWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

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
