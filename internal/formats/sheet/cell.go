package sheet

import (
	"regexp"
	"strings"
)

// A spreadsheet takes a cell for a formula that begins with one of these, and a formula can
// send what the sheet holds to anywhere. Wide forms count as the plain ones in some languages.
const formulaStarts = "=+-@\t\r\n＝＋－＠"

// number is what begins with a sign and is no formula.
var number = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$`)

// Guard puts an apostrophe before what a spreadsheet would take for a formula, and before what
// looks as if that had been done.
func Guard(cell string) string {
	if guarded(cell) && !number.MatchString(cell) {
		return "'" + cell
	}
	return cell
}

// Unguard takes the apostrophe away that Guard puts before a cell.
func Unguard(cell string) string {
	if strings.HasPrefix(cell, "'") && guarded(cell) {
		return cell[1:]
	}
	return cell
}

// guarded tells whether a formula begins behind any number of apostrophes, or what would be the
// line that names the delimiter.
func guarded(cell string) bool {
	rest := strings.TrimLeft(cell, "'")
	if saysComma(rest) {
		return true
	}
	for _, r := range rest {
		return strings.ContainsRune(formulaStarts, r)
	}
	return false
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
