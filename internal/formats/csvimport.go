package formats

import (
	"context"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats/sheet"
	"example.org/graphgen/internal/problem"
)

// importCSV reads the tables of a case: those that exportCSV writes, which make the same case
// again, and other people's, whose columns are found by their names or told.
func importCSV(ctx context.Context, in []Input, o ImportOptions) (Import, error) {
	var sheets []*csvSheet
	for _, input := range in {
		if err := ctx.Err(); err != nil {
			return Import{}, err
		}
		s, err := openSheet(ctx, input, o)
		if err != nil {
			return Import{}, err
		}
		sheets = append(sheets, s)
	}
	// What others refer to comes first, whatever the order of the files.
	slices.SortStableFunc(sheets, func(a, b *csvSheet) int { return a.order() - b.order() })
	r := &csvReader{drafts: newDrafts(o), options: o}
	if err := r.read(sheets); err != nil {
		return Import{}, err
	}
	return r.result(sheets, titleOf(in))
}

// csvReader makes a case of sheets.
type csvReader struct {
	*drafts
	options  ImportOptions
	problems problem.List
	places   []origin
	ids      map[string]string        // by table and what sheets call a thing
	firsts   map[string]problem.Place // where each id was given first
	figures  map[string]int           // indexes in the case, by id
	unread   map[string]int           // cells that say nothing a case can hold, by what they are
}

// origin is the row that a part of the case comes from.
type origin struct {
	pointer string // RFC 6901, as File.Place takes it
	sheet   *csvSheet
	row     int
}

func (r *csvReader) report(at problem.Place, message, hint string) {
	r.problems = append(r.problems, problem.Problem{Slug: badInput, Severity: problem.Error, Place: at, Message: message, Hint: hint})
}

func (r *csvReader) read(sheets []*csvSheet) error {
	r.ids, r.firsts, r.figures, r.unread = map[string]string{}, map[string]problem.Place{}, map[string]int{}, map[string]int{}
	for _, s := range sheets {
		for i := range s.Rows {
			r.row(s, i)
		}
	}
	if _, changed := r.Case.Rules[badDate]; !changed {
		for _, s := range sheets {
			r.expectDates(s)
		}
	}
	if len(r.problems) > 0 {
		r.problems.Sort()
		return &Refusal{r.problems}
	}
	return nil
}

// row adds what one row says.
func (r *csvReader) row(s *csvSheet, row int) {
	item := reflect.New(s.table.item).Elem()
	if s.table.list == "" && s.table.name != valuesTable {
		item = reflect.ValueOf(&r.Case).Elem()
		if row > 0 {
			r.report(s.Place(row, 0), "a case has one row", "leave out the others")
			return
		}
	}
	for i, f := range s.fields {
		if f.known && f.key == "" {
			r.set(s, row, i, item.FieldByIndex(f.column.index))
		}
	}
	for i, f := range s.fields {
		if f.known && f.key == "" && f.column.typ == textType && f.lang == "" {
			r.completeText(s.Place(row, i), item.FieldByIndex(f.column.index).Interface().(entities.Text))
		}
	}
	if !s.exact {
		r.complete(s, row, item.Addr().Interface())
	}
	if id := item.FieldByName("ID"); id.IsValid() && s.table.list != "" {
		r.claimID(s, row, id.String())
	}
	if e, is := item.Interface().(entities.Entity); is {
		r.meet(e)
	}
	r.put(s, row, item)
}

// meet lets other rows name an entity by its id, its names and its aliases.
func (r *csvReader) meet(e entities.Entity) {
	if _, known := r.ids["entities "+e.ID]; !known {
		r.ids["entities "+e.ID] = e.ID
	}
	r.taken[e.ID] = true
	for _, name := range e.Name {
		r.know(name, e.ID)
	}
	for _, alias := range e.Aliases {
		r.know(alias, e.ID)
	}
}

// jsonNumber is what a case file may have as a number.
var jsonNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$`)

// set reads one cell into a field.
func (r *csvReader) set(s *csvSheet, row, column int, into reflect.Value) {
	cell, f := s.cell(row, column), s.fields[column]
	if cell == "" {
		return
	}
	switch {
	case into.Type() == textType:
		if into.IsNil() {
			into.Set(reflect.ValueOf(entities.Text{}))
		}
		into.Interface().(entities.Text)[f.lang] = cell
	case f.column.isList():
		into.Set(reflect.ValueOf(sheet.SplitList(cell)).Convert(into.Type()))
	case into.Type() == reflect.TypeFor[entities.Number]() && !jsonNumber.MatchString(cell):
		r.report(s.Place(row, column), fmt.Sprintf("%s: %q is no number", f.column.name, cutName(cell)), "want digits, with a point before decimals")
	case f.column.isDate():
		into.SetString(withoutTime(cell))
	case into.Kind() == reflect.String:
		into.SetString(cell)
	case into.Kind() == reflect.Int:
		n, err := strconv.Atoi(cell)
		if err != nil {
			r.report(s.Place(row, column), fmt.Sprintf("%s: %q is no whole number", f.column.name, cutName(cell)), "")
		}
		into.SetInt(int64(n))
	default:
		yes, known := map[string]bool{"true": true, "yes": true, "1": true, "false": false, "no": false, "0": false}[strings.ToLower(cell)]
		if !known {
			r.report(s.Place(row, column), fmt.Sprintf("%s: %q is neither true nor false", f.column.name, cutName(cell)), "")
		}
		if into.Kind() == reflect.Pointer {
			into.Set(reflect.ValueOf(&yes))
			return
		}
		into.SetBool(yes)
	}
}

// claimID refuses an id that is given twice: one of the two would be lost.
func (r *csvReader) claimID(s *csvSheet, row int, id string) {
	kind := "part"
	if s.table.name == "views" {
		kind = "view" // they have ids of their own
	}
	at := s.Place(row, s.columnOf("id"))
	if first, twice := r.firsts[kind+" "+id]; twice && id != "" {
		r.report(at, fmt.Sprintf("the id %q is given twice, first at %v", cutName(id), first), "ids tell parts of a case apart; change one of them")
		return
	}
	r.firsts[kind+" "+id] = at
}

// put puts an item where it belongs, and notes where it comes from.
func (r *csvReader) put(s *csvSheet, row int, item reflect.Value) {
	key := s.key(row)
	pointer := ""
	switch {
	case s.table.name == valuesTable:
		at, known := r.figures[key]
		if !known {
			r.report(s.Place(row, s.columnOf(s.table.key)), fmt.Sprintf("no figure has the id %q", cutName(key)), "the values of a figure name its id")
			return
		}
		values := &r.Case.Figures[at].Values
		pointer = fmt.Sprintf("/figures/%d/values/%d", at, len(*values))
		*values = append(*values, item.Interface().(entities.Value))
	case s.table.list == "":
	case s.table.key != "":
		list := reflect.ValueOf(&r.Case).Elem().FieldByName(s.table.list)
		if list.IsNil() {
			list.Set(reflect.MakeMap(list.Type()))
		}
		if list.MapIndex(reflect.ValueOf(key)).IsValid() {
			r.report(s.Place(row, s.columnOf(s.table.key)), fmt.Sprintf("%s %q is given twice", s.table.key, cutName(key)), "leave out one of them")
		}
		list.SetMapIndex(reflect.ValueOf(key), item)
		pointer = "/" + s.field() + "/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(key)
	default:
		list := reflect.ValueOf(&r.Case).Elem().FieldByName(s.table.list)
		pointer = fmt.Sprintf("/%s/%d", s.field(), list.Len())
		if f, isFigure := item.Interface().(entities.Figure); isFigure {
			r.figures[f.ID] = list.Len()
		}
		list.Set(reflect.Append(list, item))
	}
	r.places = append(r.places, origin{pointer, s, row})
}

// completeText puts a text without a language under the case's own where it is given in others
// as well.
func (r *csvReader) completeText(at problem.Place, t entities.Text) {
	plain, has := t[""]
	if !has || len(t) == 1 {
		return
	}
	own := r.Case.Language
	if _, twice := t[own]; own == "" || twice {
		r.report(at, fmt.Sprintf("the text %q has no language beside others that have", cutName(plain)),
			"say which language the case is in with --language, and give each text once in a language")
		return
	}
	delete(t, "")
	t[own] = plain
}
