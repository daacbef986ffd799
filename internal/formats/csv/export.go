// Package csv writes a case as spreadsheets, a table for each part of it, and reads those and other
// people's: it finds the tables by their names and the fields by what people call them. Its own
// sheets make the same case again. It must never know how a sheet is encoded, which package sheet does.
package csv

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/sheet"
	"example.org/graphgen/internal/output"
)

// Export writes every table that has a row. Nothing is lost: Import makes the same case
// of them. Columns in brackets are for readers, so that no row of a sheet that is passed on
// alone says more than is known; they are not read back.
func Export(s formats.Subject, o formats.ExportOptions) (formats.Export, error) {
	comma := cmp.Or(o.Comma, ',')
	var e formats.Export
	for _, t := range tables {
		if headers, rows := t.write(s); len(rows) > 0 {
			e.Files = append(e.Files, output.File{Name: t.name + ".csv", Data: sheet.Write(headers, rows, comma)})
		}
	}
	return e, nil
}

// record is one item of a table, with the key that it has there.
type record struct {
	key  string
	item reflect.Value
	said [3]string // what readers are told: what it says, how that stands, who says so
}

// readerHeaders are the headers of what readers are told.
var readerHeaders = [3]string{"(says)", "(stands)", "(according to)"}

func (t table) write(s formats.Subject) (headers []string, rows [][]string) {
	records := t.records(s)
	if t.key != "" {
		headers = append(headers, t.key)
	}
	columns := t.columns()
	languages := make([][]string, len(columns))
	for i, c := range columns {
		languages[i] = []string{""}
		if c.typ == textType {
			languages[i] = languagesIn(records, c)
		}
		for _, lang := range languages[i] {
			headers = append(headers, c.header(lang))
		}
	}
	told := slices.ContainsFunc(records, func(r record) bool { return r.said[0] != "" })
	if told {
		headers = append(headers, readerHeaders[:]...)
	}
	for _, r := range records {
		var row []string
		if t.key != "" {
			row = append(row, r.key)
		}
		for i, c := range columns {
			for _, lang := range languages[i] {
				row = append(row, cellOf(r.item.FieldByIndex(c.index), lang))
			}
		}
		if told {
			row = append(row, r.said[:]...)
		}
		rows = append(rows, row)
	}
	return headers, rows
}

// languagesIn returns the languages that a column's texts are in, the case's own first.
func languagesIn(records []record, c column) []string {
	tags := map[string]bool{"": true}
	for _, r := range records {
		for tag := range r.item.FieldByIndex(c.index).Interface().(entities.Text) {
			tags[tag] = true
		}
	}
	return slices.Sorted(maps.Keys(tags))
}

// records returns the items of a table, those of a map by their keys.
func (t table) records(s formats.Subject) []record {
	c := s.Case()
	switch {
	case t.name == valuesTable:
		return valueRecords(s)
	case t.name == amountsTable:
		return amountRecords(s)
	case t.list == "":
		return []record{{item: reflect.ValueOf(*c)}}
	}
	var all []record
	list := reflect.ValueOf(*c).FieldByName(t.list)
	if list.Kind() == reflect.Map {
		for _, key := range list.MapKeys() {
			all = append(all, record{key: key.String(), item: list.MapIndex(key)})
		}
		slices.SortFunc(all, func(a, b record) int { return cmp.Compare(a.key, b.key) })
		return all
	}
	for i := range list.Len() {
		r := record{item: list.Index(i)}
		if statement := s.Index().StatementOf(r.item.Addr().Interface()); statement != nil {
			r.said = tellReaders(s, statement)
		}
		all = append(all, r)
	}
	return all
}

func valueRecords(s formats.Subject) []record {
	var all []record
	for n := range s.Case().Figures {
		f := &s.Case().Figures[n]
		for i := range f.Values {
			all = append(all, record{f.ID, reflect.ValueOf(f.Values[i]), tellReaders(s, s.Index().StatementOf(&f.Values[i]))})
		}
	}
	return all
}

func amountRecords(s formats.Subject) []record {
	var all []record
	for _, line := range s.Index().Statements() {
		for _, a := range line.Verdict.Amounts {
			all = append(all, record{line.ID(), reflect.ValueOf(*a.Amount), tellReaders(s, a)})
		}
	}
	return all
}

// tellReaders tells what a statement says, how that stands and who says so.
func tellReaders(s formats.Subject, statement *entities.Statement) [3]string {
	v := statement.Verdict
	return [3]string{formats.Bracketed(s.Describer.Draws(statement), s.Caveat(v)), s.Describer.Stands(v), strings.Join(formats.EntryLines(s.Describer, v), "\n")}
}

// cellOf writes one field.
func cellOf(v reflect.Value, lang string) string {
	switch {
	case v.Type() == textType:
		return v.Interface().(entities.Text)[lang]
	case v.Kind() == reflect.Slice:
		return sheet.JoinList(v.Convert(stringList).Interface().([]string))
	case v.Kind() == reflect.Pointer:
		if v.IsNil() {
			return ""
		}
		return strconv.FormatBool(v.Elem().Bool())
	case v.Kind() == reflect.Bool:
		if !v.Bool() {
			return ""
		}
		return "true"
	case v.Kind() == reflect.Int:
		if v.Int() == 0 {
			return ""
		}
		return strconv.FormatInt(v.Int(), 10)
	case v.Kind() == reflect.String:
		return v.String()
	}
	panic(fmt.Sprintf("a sheet has no cell for %v", v.Type()))
}
