package dot

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ID is the name of a node or graph, or an attribute that Graphviz takes as it stands. In
// such a string DOT knows one escape, \" for the quotation mark.
//
// A name that ends in a backslash, or has one before a quotation mark, cannot be said in
// DOT; the backslash is then replaced by a look-alike (U+FF3C) rather than let it end the string.
func ID(s string) Value {
	s = readable(s)
	s = strings.ReplaceAll(s, `\"`, `＼"`)
	if strings.HasSuffix(s, `\`) {
		s = s[:len(s)-1] + `＼`
	}
	return Value(`"` + strings.ReplaceAll(s, `"`, `\"`) + `"`)
}

// Text is a label or tooltip that reads as s, line by line: Graphviz's escapes (\N, \G, \l)
// and character references (&amp;) in it mean nothing.
func Text(s string) Value {
	s = readable(s)
	s = strings.ReplaceAll(s, `\`, `\\`)
	s = strings.ReplaceAll(s, `"`, `\"`)
	s = strings.ReplaceAll(s, "&", "&amp;")
	s = strings.ReplaceAll(s, "\n", `\n`)
	return Value(`"` + s + `"`)
}

// Word is a value of a closed list, such as a shape or a colour. It panics on anything but
// letters, digits and the signs # - _ , . + and spaces: a user's text never belongs here.
func Word(s string) Value {
	for _, r := range s {
		if r > unicode.MaxASCII || !(unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("#-_,.+ ", r)) {
			panic("dot: no word of a closed list: " + strconv.Quote(s))
		}
	}
	return Value(`"` + s + `"`)
}

// Packed is bytes in base64 (RFC 4648). It panics on any other text.
func Packed(s string) Value {
	for _, r := range s {
		if r > unicode.MaxASCII || !(unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("+/=", r)) {
			panic("dot: no base64: " + strconv.Quote(s))
		}
	}
	return Value(`"` + s + `"`)
}

// Blank is an HTML-like label that takes up exactly width by height points and shows nothing.
func Blank(width, height float64) Value {
	return Value(`<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0"><TR><TD FIXEDSIZE="TRUE" WIDTH="` +
		strconv.Itoa(ceil(width)) + `" HEIGHT="` + strconv.Itoa(ceil(height)) + `"></TD></TR></TABLE>>`)
}

// Line is a line of a label in a size of its own.
type Line struct {
	Text string
	Size float64 // in points; 0 for that of the label
}

// Lines is an HTML-like label of lines, some of which have a size of their own: they read as
// their texts do, and are not bold.
func Lines(lines []Line) Value {
	var b strings.Builder
	b.WriteByte('<')
	size := 0.0
	for i, l := range lines {
		if l.Size != size && size > 0 {
			b.WriteString("</FONT>")
		}
		if i > 0 {
			b.WriteString("<BR/>")
		}
		if l.Size != size && l.Size > 0 {
			b.WriteString(`<FONT FACE="Helvetica" POINT-SIZE="` + strconv.FormatFloat(l.Size, 'f', -1, 64) + `">`)
		}
		size = l.Size
		b.WriteString(markup.Replace(readable(l.Text)))
	}
	if size > 0 {
		b.WriteString("</FONT>")
	}
	b.WriteByte('>')
	return Value(b.String())
}

// markup escapes what means something in an HTML-like label: tags, and Graphviz's escapes (\N)
// there too. A line break has no place in a line.
var markup = strings.NewReplacer(`\`, `\\`, "&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", " ")

func ceil(f float64) int {
	n := int(f)
	if float64(n) < f {
		n++
	}
	return n
}

// readable replaces what no DOT reader takes: bytes that are not UTF-8 and control
// characters other than the line break.
func readable(s string) string {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	return strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsControl(r) {
			return '\uFFFD'
		}
		return r
	}, s)
}

func oneLine(s string) string {
	return strings.ReplaceAll(readable(strings.TrimRight(s, "\n")), "\n", " ")
}
