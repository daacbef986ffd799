package sheet

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// A spreadsheet takes a cell for a formula that begins with one of these, and a formula can
// send what the sheet holds to anywhere. Wide forms count as the plain ones in some languages.
const formulaStarts = "=+-@＝＋－＠\t\r\n"

// number is what begins with a sign and is no formula.
var number = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$`)

// Guard puts an apostrophe before what a spreadsheet would take for a formula, and before what
// looks as if that had been done: at the beginning of a cell, and inside of it wherever a program
// that splits at another delimiter would begin one.
func Guard(cell string) string {
	if number.MatchString(cell) {
		return cell
	}
	var b strings.Builder
	done := 0
	for _, at := range formulasIn(cell) {
		b.WriteString(cell[done:at])
		b.WriteByte('\'')
		done = at
	}
	return b.String() + cell[done:]
}

// Unguard takes the apostrophes away that Guard puts into a cell.
func Unguard(cell string) string {
	var b strings.Builder
	done := 0
	for _, at := range formulasIn(cell) {
		if cell[at] == '\'' {
			b.WriteString(cell[done:at])
			done = at + 1
		}
	}
	return b.String() + cell[done:]
}

// splitters are what programs take for the end of a cell, or of a row.
const splitters = ",;\t|\n\r\""

// formulasIn returns where formulas begin, behind any number of apostrophes: at the beginning, as
// the line may that names the delimiter, or behind a splitter.
func formulasIn(cell string) []int {
	var found []int
	if rest := strings.TrimLeft(cell, "'"); saysComma(rest) || begins(rest, formulaStarts) {
		found = append(found, 0)
	}
	for i := range len(cell) {
		if strings.IndexByte(splitters, cell[i]) < 0 {
			continue
		}
		rest := cell[i+1:]
		if cell[i] != '"' {
			rest = strings.TrimLeft(rest, " ")
		}
		if at := len(cell) - len(rest); begins(strings.TrimLeft(rest, "'"), strings.Trim(formulaStarts, "\t\r\n")) {
			found = append(found, at)
		}
	}
	return found
}

func begins(text, with string) bool {
	first, size := utf8.DecodeRuneInString(text)
	return size > 0 && strings.ContainsRune(with, first)
}

// JoinList writes a list into one cell, its items set apart by semicolons. In an item a
// semicolon, a backslash and white space at either end have a backslash before them.
func JoinList(items []string) string {
	escaped := make([]string, len(items))
	for i, item := range items {
		text := strings.NewReplacer(`\`, `\\`, `;`, `\;`).Replace(item)
		if len(item) > 1 && strings.Contains(blanks, item[len(item)-1:]) {
			text = text[:len(text)-1] + `\` + text[len(text)-1:]
		}
		if item != "" && strings.Contains(blanks, item[:1]) {
			text = `\` + text
		}
		escaped[i] = text
	}
	return strings.Join(escaped, "; ")
}

// blanks are left out around the items of a list.
const blanks = " \t\r\n"

// SplitList reads a list from one cell. Empty items are none.
func SplitList(cell string) []string {
	var items []string
	var b strings.Builder
	kept := 0 // bytes of the item up to which no space may be cut off
	end := func() {
		item := b.String()
		if item = item[:kept] + strings.TrimRight(item[kept:], blanks); item != "" {
			items = append(items, item)
		}
		b.Reset()
		kept = 0
	}
	escape := false
	for i := range len(cell) {
		switch c := cell[i]; {
		case escape:
			b.WriteByte(c)
			kept, escape = b.Len(), false
		case c == '\\':
			escape = true
		case c == ';':
			end()
		case b.Len() == 0 && strings.IndexByte(blanks, c) >= 0:
		default:
			b.WriteByte(c)
		}
	}
	if escape {
		b.WriteByte('\\')
	}
	end()
	return items
}
