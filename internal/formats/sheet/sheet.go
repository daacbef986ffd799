// Package sheet reads and writes tables as spreadsheets take them: CSV in any encoding and
// with any delimiter that people send, and cells that a spreadsheet must not take for a
// formula. It must never know what a table is about.
package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/graphgen/internal/problem"
)

// Bounds on a file, many times above what people keep in sheets: all of it is held at once.
const (
	MaxBytes   = 64 << 20
	MaxRows    = 250_000
	MaxLines   = 2_000_000
	MaxColumns = 1000
	MaxCells   = 5_000_000 // with those that rows leave out behind their last
	recordMax  = 100_000   // cells of one row
)

// Table is a sheet with a line of headers.
type Table struct {
	Name     string // of its file, as it stands in places
	Headers  []string
	Rows     []Row // those with nothing in any cell are left out
	Beside   []Beside
	Titles   []string // what stands in rows above the headers
	Encoding string
	Comma    rune

	lines []string // of the text, to count the characters before a cell
	names []spot   // where the headers stand
}

// Row is one record, with as many cells as there are headers.
type Row struct {
	Cells []string
	spots []spot
}

// Beside is a row that is left out, since a cell of it stands beside the columns: which of its
// cells belongs to which column is not known.
type Beside struct {
	Place   problem.Place
	Message string
}

// spot is where a cell begins: its line, and the byte of the line, both from 1.
type spot struct{ line, column int32 }

// Error says what is wrong with a file, where, and what to do.
type Error struct {
	Place   problem.Place
	Message string
	Hint    string // may be empty
}

func (e *Error) Error() string { return e.Place.String() + ": " + e.Message }

// Options say what is known of a file; what is not is found.
type Options struct {
	Encoding string // a name as the WHATWG Encoding Standard lists them
	Comma    rune   // 0 where it is to be found

	// Headers tells whether a row may be that of the headers, though it has a single cell and the
	// row below it more; nil: never, it is a title.
	Headers func(cells []string) bool
}

// Read reads a file. All errors are of type *Error.
func Read(name string, data []byte, o Options) (*Table, error) {
	if len(data) > MaxBytes {
		return nil, &Error{problem.Place{File: name}, fmt.Sprintf("the file is larger than %d MB", MaxBytes>>20), "split it"}
	}
	text, encoding, err := decode(name, data, o.Encoding)
	if err != nil {
		return nil, err
	}
	text = endLines(text)
	t := &Table{Name: name, Encoding: encoding, Comma: o.Comma}
	skipped := int32(0)
	if rest, comma, said := saidComma(text); said {
		text, skipped = rest, 1
		t.Comma = comma
	}
	if t.Comma == 0 {
		t.Comma = findComma(text)
	}
	if n := strings.Count(text, "\n"); n > MaxLines {
		return nil, &Error{problem.Place{File: name}, fmt.Sprintf("more than %d lines", MaxLines), "split the sheet, or take the part of it that the story is about"}
	}
	t.lines = strings.SplitAfter(text, "\n")
	if line, is := endlessRecord(text, t.Comma); is {
		return nil, &Error{problem.Place{File: name, Line: line + int(skipped), Column: 1}, fmt.Sprintf("the row has more than %d cells", recordMax), ""}
	}
	return t, t.parse(text, skipped, o.Headers)
}

// endlessRecord finds a row of more cells than can be held beside one another.
func endlessRecord(text string, comma rune) (line int, is bool) {
	quoted, cells, line := false, 0, 1
	for i := range len(text) {
		switch c := text[i]; {
		case c == '"':
			quoted = !quoted
		case c == '\n':
			line++
			if !quoted {
				cells = 0
			}
		case rune(c) == comma: // within quotation marks as well, where they may be left open
			if cells++; cells > recordMax {
				return line, true
			}
		}
	}
	return 0, false
}

// cellLineEnd is what ends a line inside a cell. encoding/csv makes LF of CR LF, once, so that a
// cell with more carriage returns than one would be another each time it is read and written.
var cellLineEnd = regexp.MustCompile("\r+\n")

// parse reads the records. Skipped is how many lines of the file the text lacks at its start.
func (t *Table) parse(text string, skipped int32, headers func([]string) bool) error {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.ReuseRecord = t.Comma, -1, true
	t.lines = append(make([]string, skipped), t.lines...)
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return t.explain(err, skipped)
		}
		cells, spots := make([]string, len(record)), make([]spot, len(record))
		blank := true
		for i, cell := range record {
			cells[i] = cellLineEnd.ReplaceAllString(Unguard(cell), "\n")
			blank = blank && strings.TrimSpace(cell) == ""
			line, column := r.FieldPos(i)
			spots[i] = spot{int32(line) + skipped, int32(column)}
		}
		switch {
		case blank:
		case t.Headers == nil:
			if len(cells) > MaxColumns {
				return &Error{t.place(spots[0]), fmt.Sprintf("the sheet has %d columns; %d at most", len(cells), MaxColumns), ""}
			}
			t.Headers, t.names = cells, spots
		case t.titled() && filled(cells) > 1 && len(cells) <= MaxColumns && (headers == nil || !headers(t.Headers)):
			for _, row := range append([]Row{{Cells: t.Headers}}, t.Rows...) {
				t.Titles = append(t.Titles, strings.TrimSpace(strings.Join(row.Cells, "")))
			}
			t.Headers, t.names, t.Rows = cells, spots, nil
		default:
			if err := t.add(Row{cells, spots}); err != nil {
				return err
			}
		}
	}
	if t.Headers == nil {
		return &Error{problem.Place{File: t.Name}, "the file is empty", "its first line should name its columns"}
	}
	return nil
}

// mostBeside is how many rows with a cell too many are left out before the sheet is refused.
const mostBeside = 1000

// titled tells whether all that has been read may be titles: a few rows of one cell each.
func (t *Table) titled() bool {
	const most = 3
	return len(t.Rows) < most && len(t.Titles)+len(t.Beside) == 0 && filled(t.Headers) == 1 &&
		!slices.ContainsFunc(t.Rows, func(r Row) bool { return filled(r.Cells) != 1 })
}

func filled(cells []string) int {
	n := 0
	for _, cell := range cells {
		if strings.TrimSpace(cell) != "" {
			n++
		}
	}
	return n
}

// add adds a row. What a spreadsheet leaves out behind the last cell is empty; more cells than
// headers belong to no column.
func (t *Table) add(row Row) error {
	for i := len(row.Cells) - 1; i >= len(t.Headers); i-- {
		if strings.TrimSpace(row.Cells[i]) != "" {
			t.Beside = append(t.Beside, Beside{t.place(row.spots[i]), fmt.Sprintf("cell %d stands beside the columns, of which there are %d", i+1, len(t.Headers))})
			if len(t.Beside) > mostBeside {
				return &Error{t.Beside[0].Place, t.Beside[0].Message + fmt.Sprintf(", and the same in %d rows", mostBeside), "is another delimiter meant? Name it with --delimiter"}
			}
			return nil
		}
		row.Cells, row.spots = row.Cells[:i], row.spots[:i]
	}
	for len(row.Cells) < len(t.Headers) {
		row.Cells = append(row.Cells, "")
		row.spots = append(row.spots, row.spots[len(row.spots)-1])
	}
	if (len(t.Rows)+1)*len(t.Headers) > MaxCells {
		return &Error{t.place(row.spots[0]), fmt.Sprintf("more than %d cells", MaxCells), "split the sheet, or leave out columns"}
	}
	if len(t.Rows) == MaxRows {
		return &Error{t.place(row.spots[0]), fmt.Sprintf("more than %d rows", MaxRows), "split the sheet, or take the part of it that the story is about"}
	}
	t.Rows = append(t.Rows, row)
	return nil
}

func (t *Table) explain(err error, skipped int32) error {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return &Error{problem.Place{File: t.Name}, err.Error(), ""}
	}
	at := spot{int32(parse.Line) + skipped, int32(parse.Column)}
	e := &Error{Place: t.place(at)}
	switch {
	case errors.Is(parse.Err, csv.ErrBareQuote):
		e.Message, e.Hint = "a quotation mark stands in a cell that is not in quotation marks", `put the cell in quotation marks, and write "" for one inside it`
	case errors.Is(parse.Err, csv.ErrQuote) && (parse.Line > parse.StartLine || t.atEnd(at)):
		e.Place = t.place(spot{int32(parse.StartLine) + skipped, 1})
		e.Message, e.Hint = "a quotation mark in this row is not closed", `write "" for a quotation mark inside of a cell`
	case errors.Is(parse.Err, csv.ErrQuote):
		e.Message, e.Hint = "there is more behind the closing quotation mark of a cell", `write "" for a quotation mark inside of a cell`
	default:
		e.Message = parse.Err.Error()
	}
	return e
}

// atEnd tells whether nothing stands behind a place.
func (t *Table) atEnd(s spot) bool {
	if int(s.line) > len(t.lines) {
		return true
	}
	line := t.lines[s.line-1]
	rest := line[min(max(0, int(s.column)-1), len(line)):]
	return strings.TrimSpace(rest+strings.Join(t.lines[s.line:], "")) == ""
}

// Place returns where a cell of a row begins.
func (t *Table) Place(row, column int) problem.Place { return t.place(t.Rows[row].spots[column]) }

// HeaderPlace returns where the name of a column begins.
func (t *Table) HeaderPlace(column int) problem.Place { return t.place(t.names[column]) }

func (t *Table) place(s spot) problem.Place {
	p := problem.Place{File: t.Name, Line: int(s.line), Column: 1}
	if at := int(s.line) - 1; at >= 0 && at < len(t.lines) {
		line := t.lines[at]
		p.Column = utf8.RuneCountInString(line[:min(max(0, int(s.column)-1), len(line))]) + 1
	}
	return p
}

// Write writes a table as UTF-8 with a byte order mark, by which Excel knows the encoding. No
// cell of it is taken for a formula.
func Write(headers []string, rows [][]string, comma rune) []byte {
	var b bytes.Buffer
	b.WriteString(byteOrderMark)
	w := csv.NewWriter(&b)
	w.Comma = comma
	for _, row := range slices.Concat([][]string{headers}, rows) {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = Guard(cell)
		}
		w.Write(cells) // a buffer takes all that is written
	}
	w.Flush()
	return b.Bytes()
}
