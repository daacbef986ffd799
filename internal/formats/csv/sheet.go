package csv

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path"
	"reflect"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/sheet"
	"example.org/graphgen/internal/problem"
)

// mappedSheet is a sheet of which is known what part of a case it holds.
type mappedSheet struct {
	*sheet.Table
	table  table
	fields []sheetField // by column
	exact  bool         // it has just the columns that Export writes, all of them
	usual  string       // of evidence: the type of relations whose row does not say
}

// sheetField is what a column of a sheet holds.
type sheetField struct {
	known  bool
	column column
	lang   string // of a text
	key    string // where it holds the key of the table
	told   bool   // it is for readers, or was to be left out
}

// openSheet reads a sheet, and finds out what it holds.
func openSheet(ctx context.Context, input formats.Input, o formats.ImportOptions) (*mappedSheet, error) {
	s, err := readSheet(ctx, input, o)
	if err != nil {
		return nil, err
	}
	if err := s.findTable(input, o); err != nil {
		return nil, err
	}
	if err := s.findFields(o); err != nil {
		return nil, err
	}
	return s, s.expectNeeded()
}

// readSheet reads a sheet of which is not known yet what it holds.
func readSheet(ctx context.Context, input formats.Input, o formats.ImportOptions) (*mappedSheet, error) {
	data, err := formats.ReadAll(ctx, input, sheet.MaxBytes, o.Read)
	if err != nil {
		return nil, err
	}
	read, err := sheet.Read(input.Name, data, sheet.Options{Encoding: o.Encoding, Comma: o.Comma, Headers: func(cells []string) bool { return knownHeaders(cells, o) }})
	var wrong *sheet.Error
	if errors.As(err, &wrong) {
		return nil, formats.Refuse(wrong.Place, wrong.Message, wrong.Hint)
	}
	if err != nil {
		return nil, err
	}
	if len(read.Beside) > 0 && o.Strict {
		return nil, formats.Refuse(read.Beside[0].Place, read.Beside[0].Message, "is a quotation mark missing around a cell with the delimiter in it?")
	}
	return &mappedSheet{Table: read}, nil
}

// findTable tells by the name of the file, or else by its columns, which table it is.
func (s *mappedSheet) findTable(input formats.Input, o formats.ImportOptions) error {
	if input.Table != "" {
		t, known := tableNamed(input.Table)
		if !known {
			hint := "want one of " + strings.Join(tableNames(), ", ")
			return formats.Refuse(problem.Place{File: input.Name}, fmt.Sprintf("a case has no table %q", input.Table), hint)
		}
		s.table = t
		return nil
	}
	base := path.Base(strings.ReplaceAll(input.Name, `\`, "/"))
	if t, known := tableNamed(strings.TrimSuffix(base, path.Ext(base))); known {
		s.table = t
		return nil
	}
	for _, t := range commonTables {
		found := map[string]bool{}
		for _, header := range s.Headers {
			for _, name := range t.needs {
				if _, known := headerRank(t.table, name, header, o); known || header == name {
					found[name] = true
				}
			}
		}
		if !slices.ContainsFunc(t.needs, func(name string) bool { return !found[name] }) {
			s.table, _ = tableNamed(t.table)
			if t.table == "entities" {
				return s.expectNoEnds(o)
			}
			return nil
		}
	}
	return formats.Refuse(s.HeaderPlace(0), "no column has a name that graphgen knows: "+strings.Join(shownHeaders(s.Headers), ", "),
		"a table of entities has a name, one of relations a from and a to: say which column that is with --map name=COLUMN")
}

func shownHeaders(headers []string) []string {
	const most = 10
	shown := []string{}
	for _, h := range headers[:min(len(headers), most)] {
		shown = append(shown, problem.Printable(fmt.Sprintf("%q", h)))
	}
	return shown
}

// laterColumns are, by table, those that sheets exported by earlier versions lack.
var laterColumns = map[string][]string{"entities": {"publicBody"}, "claims": {"answers.also", "page"}, "relations": {"state"}, "relation-types": {"symmetric"}}

// findFields finds the field that each column holds. Names that Export writes hold in any
// table; other words in those that others have, the most telling of several.
func (s *mappedSheet) findFields(o formats.ImportOptions) error {
	known := map[string]column{}
	for _, c := range s.table.columns() {
		known[c.name] = c
	}
	s.fields, s.exact = make([]sheetField, len(s.Headers)), true
	taken := map[string]bool{}
	for i, header := range s.Headers {
		f := exactField(s.table, known, header)
		if skipped(header, o) {
			s.fields[i] = sheetField{told: true}
			continue
		}
		name := f.key + f.column.header(f.lang)
		if f.known && taken[name] {
			return formats.Refuse(s.HeaderPlace(i), fmt.Sprintf("two columns are called %q", header), "leave out one of them")
		}
		s.fields[i], taken[name] = f, true
		s.exact = s.exact && (f.known || f.told)
	}
	for _, c := range s.table.columns() {
		s.exact = s.exact && (taken[c.name] || c.typ == textType || slices.Contains(laterColumns[s.table.name], c.name))
	}
	for _, told := range []bool{true, false} { // what --map says comes first
		for _, c := range s.table.columns() {
			if at := s.bestColumn(c, told, o); at >= 0 && !taken[c.name] {
				s.fields[at], taken[c.name] = sheetField{known: true, column: c}, true
			}
		}
	}
	return s.expectMapped(o)
}

// expectNeeded refuses a sheet of which no column says what its rows are about.
func (s *mappedSheet) expectNeeded() error {
	for _, t := range commonTables {
		if t.table == s.table.name && !(t.table == "entities" && s.has("id")) {
			return s.expectFields(t.needs)
		}
	}
	return nil
}

// expectFields refuses a sheet that has no column for one of the fields.
func (s *mappedSheet) expectFields(names []string) error {
	for _, name := range names {
		if !s.has(name) {
			hint := fmt.Sprintf("it has %s: say which one it is with --map %s.%s=COLUMN", strings.Join(shownHeaders(s.Headers), ", "), s.table.name, name)
			return formats.Refuse(s.HeaderPlace(0), fmt.Sprintf("no column has a name that graphgen knows for the %q of %s", name, s.table.name), hint)
		}
	}
	return nil
}

// has tells whether a column holds the field.
func (s *mappedSheet) has(name string) bool {
	return slices.ContainsFunc(s.fields, func(f sheetField) bool { return f.known && f.column.name == name })
}

// bestColumn returns the column whose header means the field best, of those that are not known
// yet, or -1.
func (s *mappedSheet) bestColumn(c column, told bool, o formats.ImportOptions) int {
	best, least := -1, 0
	for i, header := range s.Headers {
		rank, found := headerRank(s.table.name, c.name, header, o)
		if found && (rank == rankMapped) == told && !s.fields[i].known && !s.fields[i].told && (best < 0 || rank < least) {
			best, least = i, rank
		}
	}
	return best
}

// exactField reads a header that Export writes.
func exactField(t table, known map[string]column, header string) sheetField {
	if t.key != "" && header == t.key {
		return sheetField{known: true, key: t.key}
	}
	if slices.Contains(readerHeaders[:], header) {
		return sheetField{told: true}
	}
	name, lang, _ := strings.Cut(header, "@")
	c, found := known[name]
	if !found || lang != "" && c.typ != textType {
		return sheetField{}
	}
	return sheetField{known: true, column: c, lang: lang}
}

// expectMapped refuses a column that --map names and the sheet does not have, where it is the
// only sheet that it can be meant for.
func (s *mappedSheet) expectMapped(o formats.ImportOptions) error {
	for field, header := range o.Columns {
		name, forThis := strings.CutPrefix(field, s.table.name+".")
		if forThis && !slices.ContainsFunc(s.Headers, func(h string) bool { return sameHeader(h, header) }) {
			hint := "it has " + strings.Join(shownHeaders(s.Headers), ", ")
			return formats.Refuse(s.HeaderPlace(0), fmt.Sprintf("there is no column %q for %s", header, name), hint)
		}
	}
	return nil
}

// order puts what others refer to first: the case's language, then entities and relation types.
func (s *mappedSheet) order() int {
	first := []string{"case", "entities", "relation-types"}
	if at := slices.Index(first, s.table.name); at >= 0 {
		return at
	}
	return len(first) + slices.Index(tableNames(), s.table.name)
}

// field is the name of the table's list in a case file.
func (s *mappedSheet) field() string {
	f, _ := reflect.TypeFor[entities.Case]().FieldByName(s.table.list)
	return f.Tag.Get("json")
}

// cell returns a cell. Of what Export writes no space is lost; others leave some behind, and
// words that say that there is nothing.
func (s *mappedSheet) cell(row, column int) string {
	cell := s.Rows[row].Cells[column]
	if s.exact {
		return cell
	}
	if cell = strings.TrimSpace(cell); saysNothing(cell) {
		return ""
	}
	return cell
}

// key returns the key that a row has in its table.
func (s *mappedSheet) key(row int) string {
	for i, f := range s.fields {
		if f.key != "" {
			return s.cell(row, i)
		}
	}
	return ""
}

// columnOf returns the column that holds a field or a key, or the first.
func (s *mappedSheet) columnOf(name string) int {
	return max(0, slices.IndexFunc(s.fields, func(f sheetField) bool {
		return f.known && cmp.Or(f.key, f.column.header(f.lang)) == name
	}))
}

// tell tells which columns were left out, and how the sheet was read.
func (s *mappedSheet) tell(loss *formats.Loss) {
	for i, f := range s.fields {
		if f.known || f.told {
			continue
		}
		cells := 0
		for row := range s.Rows {
			if s.cell(row, i) != "" {
				cells++
			}
		}
		loss.Add("columns", cells, fmt.Sprintf("cells of column %s of %s", shownHeaders(s.Headers[i : i+1])[0], s.Name), "")
	}
	loss.Add("rows", len(s.Beside), besideIn(s.Beside), "")
	loss.Add("titles", len(s.Titles), fmt.Sprintf("rows above the headers of %s, such as %s", s.Name, strings.Join(shownHeaders(s.Titles), ", ")), "")
	if s.Encoding != "utf-8" && !strings.HasPrefix(s.Encoding, "utf-16") {
		loss.Add("encoding", 1, s.Name+" is not UTF-8", "read as "+s.Encoding+"; see that its accented letters are right")
	}
}
