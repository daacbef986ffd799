package sheet

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"

	"example.org/graphgen/internal/problem"
)

const byteOrderMark = "\ufeff"

// workbooks are the first bytes of files that people take for sheets.
var workbooks = map[string]string{
	"PK\x03\x04":       "a workbook (.xlsx or .ods) or another archive",
	"\xd0\xcf\x11\xe0": "a workbook of an old Excel (.xls)",
	"%PDF":             "a PDF",
}

// decode returns the text of a file and the name of the encoding that it is in.
func decode(name string, data []byte, wanted string) (text, found string, err error) {
	for start, what := range workbooks {
		if bytes.HasPrefix(data, []byte(start)) {
			return "", "", &Error{problem.Place{File: name}, "this is " + what + ", not CSV", "open it in a spreadsheet and save it as CSV, in UTF-8"}
		}
	}
	if wanted == "" {
		wanted = findEncoding(data)
	}
	if wanted == "utf-8" {
		data = bytes.TrimPrefix(data, []byte(byteOrderMark))
		if at := invalidAt(data); at >= 0 {
			return "", "", encodingError(name, data, at, "utf-8")
		}
		return expectText(name, string(data), wanted)
	}
	e, err := encodingOf(wanted)
	if err != nil {
		return "", "", &Error{problem.Place{File: name}, fmt.Sprintf("%q is no encoding that is known", wanted), "want a name such as utf-8, utf-16le, windows-1252 or windows-874"}
	}
	decoded, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", "", &Error{problem.Place{File: name}, "the file cannot be read as " + wanted, "name its encoding"}
	}
	return expectText(name, strings.TrimPrefix(string(decoded), byteOrderMark), wanted)
}

func encodingOf(name string) (encoding.Encoding, error) {
	switch name {
	case "utf-16le":
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), nil
	case "utf-16be":
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM), nil
	case "windows-1252":
		return charmap.Windows1252, nil
	}
	return htmlindex.Get(name)
}

// findEncoding tells UTF-8 and UTF-16 by their byte order marks or, without one, by what no
// other encoding looks like. What is left is what Excel writes in the Americas and in most of
// Europe.
func findEncoding(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte(byteOrderMark)):
		return "utf-8"
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return "utf-16le"
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return "utf-16be"
	}
	// The delimiters and line breaks of UTF-16 have a zero on one side.
	zeros := [2]int{}
	head := data[:min(len(data), 4096)]
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch n := max(2, len(head)/20); {
	case zeros[1] >= n && zeros[0] == 0:
		return "utf-16le"
	case zeros[0] >= n && zeros[1] == 0:
		return "utf-16be"
	case invalidAt(data) < 0:
		return "utf-8"
	}
	return "windows-1252"
}

// invalidAt returns where the bytes stop being UTF-8, or -1.
func invalidAt(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; ; {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
}

// expectText refuses what no table holds: characters that an encoding has no letter for, and
// NUL, which tells a file of another kind.
func expectText(name, text, found string) (string, string, error) {
	at := strings.IndexFunc(text, func(r rune) bool {
		return r == 0 || r == utf8.RuneError || r >= 0x80 && r < 0xa0 && found == "windows-1252"
	})
	if at < 0 {
		return text, found, nil
	}
	if text[at] == 0 {
		return "", "", &Error{placeIn(name, text, at), "there is a NUL character", "is this a CSV file? A spreadsheet's own file must be saved as one"}
	}
	if found == "windows-1252" {
		return "", "", &Error{placeIn(name, text, at), "this is neither UTF-8 nor windows-1252", "name its encoding with --encoding, or save it as UTF-8"}
	}
	return "", "", &Error{placeIn(name, text, at), "there is no character here in " + found, "name its encoding with --encoding, or save it as UTF-8"}
}

func encodingError(name string, data []byte, at int, want string) error {
	return &Error{placeIn(name, string(data[:at]), at), fmt.Sprintf("the byte 0x%02x is not %s", data[at], want), "name its encoding with --encoding, or save it as UTF-8"}
}

func placeIn(name, text string, at int) problem.Place {
	before := text[:at]
	return problem.Place{File: name, Line: strings.Count(before, "\n") + 1,
		Column: utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1}
}

// commas are the delimiters that are found.
const commas = ",;\t|"

// saidComma reads the line that Excel takes for the delimiter: sep=;
func saidComma(text string) (rest string, comma rune, said bool) {
	line, rest, _ := strings.Cut(text, "\n")
	line = strings.TrimSuffix(line, "\r")
	if len(line) == len("sep=;") && saysComma(line) && strings.Contains(commas, line[4:]) {
		return rest, rune(line[4]), true
	}
	return text, 0, false
}

func saysComma(line string) bool { return len(line) >= 4 && strings.EqualFold(line[:4], "sep=") }

// endLines gives lines that a carriage return alone ends, as in CSV for the Macintosh, the ends
// that the others have. Where any line ends otherwise it is part of a cell.
func endLines(text string) string {
	quoted, ends := false, []int(nil)
	for i := range len(text) {
		switch c := text[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\n':
			return text
		case c == '\r':
			ends = append(ends, i)
		}
	}
	if len(ends) == 0 {
		return text
	}
	lines := []byte(text)
	for _, i := range ends {
		lines[i] = '\n'
	}
	return string(lines)
}

// findComma returns the delimiter that the line of headers has most of, outside of quotation
// marks. Lines without any may be titles above it.
func findComma(text string) rune {
	const titles = 5
	quoted := false
	counts := map[rune]int{}
	lines := 0
	for _, r := range strings.TrimLeft(text, "\r\n") {
		if r == '"' {
			quoted = !quoted
		}
		if r == '\n' && !quoted {
			if lines++; len(counts) > 0 || lines == titles {
				break
			}
		}
		if !quoted && strings.ContainsRune(commas, r) {
			counts[r]++
		}
	}
	most, found := 0, ','
	for _, comma := range commas {
		if counts[comma] > most {
			most, found = counts[comma], comma
		}
	}
	return found
}
