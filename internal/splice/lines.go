package splice

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// byteOrderMark may begin a document in UTF-8. It is in no line.
const byteOrderMark = "\ufeff"

// outside is the document without what stands between its markers, which Put may replace.
func (d *Document) outside() []byte {
	var outside []byte
	from := 0
	for _, s := range d.spots {
		outside = append(outside, d.data[from:s.open.end]...)
		from = s.closing.start
	}
	return append(outside, d.data[from:]...)
}

// lineEnding is how most lines of the document end. What stands between markers counts where
// there is nothing else.
func (d *Document) lineEnding() string {
	if ending := commonEnding(d.outside()); ending != "" {
		return ending
	}
	if at := bytes.IndexAny(d.data, "\r\n"); at >= 0 {
		return string(d.data[at:endOfLine(d.data, at)])
	}
	return "\n"
}

// commonEnding is how most lines of a text end, or nothing where it has one line.
func commonEnding(text []byte) string {
	windows := bytes.Count(text, []byte("\r\n"))
	unix, old := bytes.Count(text, []byte("\n"))-windows, bytes.Count(text, []byte("\r"))-windows
	switch max(unix, windows, old) {
	case 0:
		return ""
	case unix:
		return "\n"
	case windows:
		return "\r\n"
	}
	return "\r"
}

// endOfLine returns where the line ends, with its ending, that a place is in.
func endOfLine(text []byte, at int) int {
	end := bytes.IndexAny(text[at:], "\r\n")
	if end < 0 {
		return len(text)
	}
	if end += at; bytes.HasPrefix(text[end:], []byte("\r\n")) {
		return end + 2
	}
	return end + 1
}

// lines is a text as it goes into the document, with the end of the line before it.
func (d *Document) lines(text []byte, ending string) []byte {
	text = bytes.TrimSuffix(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), []byte("\n"))
	if !utf8.Valid(d.outside()) {
		text = inASCII(text)
	}
	lines := []byte("\n")
	if len(text) > 0 {
		lines = append(append(lines, text...), '\n')
	}
	return bytes.ReplaceAll(lines, []byte("\n"), []byte(ending))
}

// inASCII writes what is not ASCII as HTML's character references, which Markdown has too.
func inASCII(text []byte) []byte {
	var b []byte
	for _, r := range string(text) {
		if r < utf8.RuneSelf {
			b = append(b, byte(r))
		} else {
			b = fmt.Appendf(b, "&#x%x;", r)
		}
	}
	return b
}

// indentation is what stands before a marker in its line, if that is only white space.
func (d *Document) indentation(at int) []byte {
	before := d.data[:at]
	start := bytes.LastIndexAny(before, "\r\n") + 1
	if len(bytes.Trim(before[start:], " \t")) > 0 {
		return nil
	}
	return before[start:]
}

// line is the number of the line that a place is in.
func (d *Document) line(at int) int { return d.errorAt(at, "").Line }

func (d *Document) errorAt(at int, format string, args ...any) *Error {
	text := bytes.TrimPrefix(d.data[:at], []byte(byteOrderMark))
	line, start := 1, 0
	for end := endOfLine(text, 0); end > start && isEnding(text[end-1]); end = endOfLine(text, start) {
		line, start = line+1, end
	}
	return &Error{line, utf8.RuneCount(text[start:]) + 1, fmt.Sprintf(format, args...)}
}

func isEnding(b byte) bool { return b == '\n' || b == '\r' }
