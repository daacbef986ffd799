package csv

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/drafts"
	"example.org/graphgen/internal/formats/sheet"
	"example.org/graphgen/internal/problem"
)

// Import reads the tables of a case: those that Export writes, which make the same case
// again, and other people's, whose columns are found by their names or told.
func Import(ctx context.Context, in []formats.Input, o formats.ImportOptions) (formats.Import, error) {
	var sheets []*mappedSheet
	for _, input := range in {
		if err := ctx.Err(); err != nil {
			return formats.Import{}, err
		}
		s, err := openSheet(ctx, input, o)
		if err != nil {
			return formats.Import{}, err
		}
		sheets = append(sheets, s)
	}
	// What others refer to comes first, whatever the order of the files.
	slices.SortStableFunc(sheets, func(a, b *mappedSheet) int { return a.order() - b.order() })
	// What the case file cannot hold is known when it is made: it is made again without those rows.
	const tries = 5
	left := map[origin]problem.Problem{}
	for n := 1; ; n++ {
		if err := ctx.Err(); err != nil {
			return formats.Import{}, err
		}
		r := newReader(o, left)
		err := r.read(sheets)
		if err != nil {
			return formats.Import{}, err
		}
		made, err := r.result(sheets, formats.TitleOf(in))
		if err == nil || o.Strict || n == tries || !r.leaveBadRows() {
			return made, err
		}
	}
}

// reader makes a case of sheets.
type reader struct {
	*drafts.Builder
	options  formats.ImportOptions
	problems problem.List
	places   []part
	ids      map[string]string // by table and what sheets call a thing
	firsts   map[string]origin // the row that gave each id first
	figures  map[string]int    // indexes in the case, by id
	lines    map[string]string // places of relations and flows in the case, by id
	unread   map[string]int    // cells that say nothing a case can hold, by what they are
	called   nameIndex         // who is called what

	left      map[origin]problem.Problem // rows that are left out, and why
	cells     problem.List               // cells that are left out
	badRows   []origin                   // rows that a case file cannot hold
	unplaced  bool                       // a bad row is of no row that could be left out
	row       origin                     // that is read
	keepDates bool                       // the case changes the rule about dates
	undrawn   int                        // relations without a direction
	drafted   int                        // relations without a claim that were no drafts
}

func newReader(o formats.ImportOptions, left map[origin]problem.Problem) *reader {
	return &reader{Builder: drafts.New(o), options: o, left: left, called: nameIndex{map[string][]namedRow{}, map[string][]namedRow{}},
		ids: map[string]string{}, firsts: map[string]origin{}, figures: map[string]int{}, lines: map[string]string{}, unread: map[string]int{}}
}

// origin is a row of a sheet.
type origin struct {
	sheet *mappedSheet
	row   int
}

// part is a part of the case, with the row that it comes from.
type part struct {
	pointer string // RFC 6901, as File.Place takes it
	origin
}

func (r *reader) read(sheets []*mappedSheet) error {
	for _, s := range sheets {
		r.keepDates = r.keepDates || s.table.name == "rules" && slices.ContainsFunc(s.Rows, func(row sheet.Row) bool {
			return slices.Contains(row.Cells, badDate) || slices.Contains(row.Cells, dateForm)
		})
	}
	for _, s := range sheets {
		for i := range s.Rows {
			if _, left := r.left[origin{s, i}]; !left {
				r.readRow(s, i)
			}
		}
	}
	if !r.changesDates() {
		for _, s := range sheets {
			r.expectDates(s)
		}
	}
	if len(r.problems) > 0 {
		r.problems.Sort()
		return &formats.Refusal{Problems: r.problems}
	}
	return nil
}

// readRow adds what one row says.
func (r *reader) readRow(s *mappedSheet, row int) {
	r.row = origin{s, row}
	item := reflect.New(s.table.item).Elem()
	if s.table.list == "" && !s.table.isPart() {
		item = reflect.ValueOf(&r.Case).Elem()
		if row > 0 {
			r.report(s.Place(row, 0), "a case has one row", "leave out the others")
			return
		}
	}
	for i, f := range s.fields {
		if f.known && f.key == "" {
			r.set(s, row, i, item)
		}
	}
	for i, f := range s.fields {
		if f.known && f.key == "" && f.column.typ == textType && f.lang == "" {
			r.completeText(s.Place(row, i), item.FieldByIndex(f.column.index).Interface().(entities.Text))
		}
	}
	if !s.exact {
		r.complete(s, row, item.Addr().Interface())
	} else if rel, is := item.Addr().Interface().(*entities.Relation); is {
		r.completeOwn(s, row, rel)
	}
	if id := item.FieldByName("ID"); id.IsValid() && s.table.list != "" {
		r.claimID(s, row, id.String())
	}
	if _, left := r.left[r.row]; left {
		return
	}
	if e, is := item.Interface().(entities.Entity); is {
		r.meet(e)
	}
	r.put(s, row, item)
}

// meet lets other rows name an entity by its id, its names and its aliases.
func (r *reader) meet(e entities.Entity) {
	if _, known := r.ids["entities "+e.ID]; !known {
		r.ids["entities "+e.ID] = e.ID
	}
	r.Taken[e.ID] = true
	for _, name := range slices.Concat(slices.Sorted(maps.Values(e.Name)), e.Aliases) {
		r.Know(name, e.ID)
		r.called.add(name, e.ID, r.row)
	}
}

// jsonNumber is what a case file may have as a number.
var jsonNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$`)

// set reads one cell into a field.
func (r *reader) set(s *mappedSheet, row, column int, item reflect.Value) {
	cell, f := s.cell(row, column), s.fields[column]
	into := item.FieldByIndex(f.column.index)
	if cell == "" {
		return
	}
	switch {
	case into.Type() == textType:
		if into.IsNil() {
			into.Set(reflect.ValueOf(entities.Text{}))
		}
		if !s.exact && len(f.column.index) == 1 {
			cell = r.Fit(item.Interface(), item.Type().Field(f.column.index[0]).Name, cell)
		}
		if cell != "" {
			into.Interface().(entities.Text)[f.lang] = cell
		}
	case f.column.isList():
		into.Set(reflect.ValueOf(sheet.SplitList(cell)).Convert(into.Type()))
	case into.Type() == reflect.TypeFor[entities.Number]() && !jsonNumber.MatchString(cell):
		r.report(s.Place(row, column), fmt.Sprintf("%s: %q is no number", f.column.name, formats.CutName(cell)), "want digits, with a point before decimals")
	case f.column.isDate():
		into.SetString(r.dateIn(s, row, column))
	case into.Kind() == reflect.String:
		into.SetString(cell)
	case into.Kind() == reflect.Int:
		n, err := strconv.Atoi(cell)
		if err != nil {
			r.report(s.Place(row, column), fmt.Sprintf("%s: %q is no whole number", f.column.name, formats.CutName(cell)), "")
		}
		into.SetInt(int64(n))
	default:
		yes, known := map[string]bool{"true": true, "yes": true, "1": true, "false": false, "no": false, "0": false}[strings.ToLower(cell)]
		if !known {
			r.report(s.Place(row, column), fmt.Sprintf("%s: %q is neither true nor false", f.column.name, formats.CutName(cell)), "")
		}
		if into.Kind() == reflect.Pointer {
			into.Set(reflect.ValueOf(&yes))
			return
		}
		into.SetBool(yes)
	}
}

// claimID refuses an id that is given twice: one of the two would be lost.
func (r *reader) claimID(s *mappedSheet, row int, id string) {
	kind := "part"
	if s.table.name == "views" {
		kind = "view" // they have ids of their own
	}
	at := s.Place(row, s.columnOf("id"))
	first, twice := r.firsts[kind+" "+id]
	switch {
	case twice && id != "" && slices.Equal(first.sheet.Rows[first.row].Cells, s.Rows[row].Cells) && first.sheet == s:
		r.report(at, fmt.Sprintf("the row is given twice, first at %v", s.Place(first.row, 0)), "leave out one of them")
		return
	case twice && id != "":
		r.refuse(at, fmt.Sprintf("the id %q is given twice, first at %v", formats.CutName(id), first.sheet.Place(first.row, first.sheet.columnOf("id"))), "ids tell parts of a case apart; change one of them")
		return
	}
	r.firsts[kind+" "+id] = r.row
}

// put puts an item where it belongs, and notes where it comes from.
func (r *reader) put(s *mappedSheet, row int, item reflect.Value) {
	key := s.key(row)
	pointer := ""
	switch {
	case s.table.name == valuesTable:
		at, known := r.figures[key]
		if !known {
			r.report(s.Place(row, s.columnOf(s.table.key)), fmt.Sprintf("no figure has the id %q", formats.CutName(key)), "the values of a figure name its id")
			return
		}
		values := &r.Case.Figures[at].Values
		pointer = fmt.Sprintf("/figures/%d/values/%d", at, len(*values))
		*values = append(*values, item.Interface().(entities.Value))
	case s.table.name == amountsTable:
		line, known := r.lines[key]
		if !known {
			r.report(s.Place(row, s.columnOf(s.table.key)), fmt.Sprintf("no relation and no flow has the id %q", formats.CutName(key)), "an amount names the id of its line")
			return
		}
		amounts := r.amountsOf(line)
		pointer = fmt.Sprintf("%s/amounts/%d", line, len(*amounts))
		*amounts = append(*amounts, item.Interface().(entities.Amount))
	case s.table.list == "":
	case s.table.key != "":
		list := reflect.ValueOf(&r.Case).Elem().FieldByName(s.table.list)
		if list.IsNil() {
			list.Set(reflect.MakeMap(list.Type()))
		}
		if list.MapIndex(reflect.ValueOf(key)).IsValid() {
			r.report(s.Place(row, s.columnOf(s.table.key)), fmt.Sprintf("%s %q is given twice", s.table.key, formats.CutName(key)), "leave out one of them")
		}
		list.SetMapIndex(reflect.ValueOf(key), item)
		pointer = "/" + s.field() + "/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(key)
	default:
		list := reflect.ValueOf(&r.Case).Elem().FieldByName(s.table.list)
		pointer = fmt.Sprintf("/%s/%d", s.field(), list.Len())
		switch item := item.Interface().(type) {
		case entities.Figure:
			r.figures[item.ID] = list.Len()
		case entities.Relation:
			r.lines[item.ID] = pointer
		case entities.Flow:
			r.lines[item.ID] = pointer
		}
		list.Set(reflect.Append(list, item))
	}
	r.places = append(r.places, part{pointer, r.row})
}

// amountsOf are the amounts of a relation or a flow of the case, by its place.
func (r *reader) amountsOf(pointer string) *[]entities.Amount {
	var at int
	if _, err := fmt.Sscanf(pointer, "/relations/%d", &at); err == nil {
		return &r.Case.Relations[at].Amounts
	}
	fmt.Sscanf(pointer, "/flows/%d", &at)
	return &r.Case.Flows[at].Amounts
}

// completeText puts a text without a language under the case's own where it is given in others
// as well.
func (r *reader) completeText(at problem.Place, t entities.Text) {
	plain, has := t[""]
	if !has || len(t) == 1 {
		return
	}
	own := r.Case.Language
	if _, twice := t[own]; own == "" || twice {
		r.report(at, fmt.Sprintf("the text %q has no language, and others beside it have one", formats.CutName(plain)),
			"say which language the case is in with --language, and give each text once in a language")
		return
	}
	delete(t, "")
	t[own] = plain
}
