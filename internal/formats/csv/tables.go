package csv

import (
	"reflect"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
)

// table is one part of a case as a sheet: the whole of a case is in its tables, whatever fields
// the model has.
type table struct {
	name string // of its file, without the ending
	// list is the field of the case that it holds, by its name in the Go struct; empty for the
	// fields of the case itself, in one row.
	list string
	key  string // the header of a map's key, or of what a row belongs to
	item reflect.Type
}

var tables = []table{
	{name: "case", item: reflect.TypeFor[entities.Case]()},
	{name: "sources", list: "Sources", item: reflect.TypeFor[entities.Source]()},
	{name: "entities", list: "Entities", item: reflect.TypeFor[entities.Entity]()},
	{name: "claims", list: "Claims", item: reflect.TypeFor[entities.Claim]()},
	{name: "relations", list: "Relations", item: reflect.TypeFor[entities.Relation]()},
	{name: "flows", list: "Flows", item: reflect.TypeFor[entities.Flow]()},
	{name: amountsTable, key: "of", item: reflect.TypeFor[entities.Amount]()},
	{name: "figures", list: "Figures", item: reflect.TypeFor[entities.Figure]()},
	{name: valuesTable, key: "figure", item: reflect.TypeFor[entities.Value]()},
	{name: "relation-types", list: "RelationTypes", key: "relation-type", item: reflect.TypeFor[entities.RelationType]()},
	{name: "views", list: "Views", item: reflect.TypeFor[entities.View]()},
	{name: "corrections", list: "Corrections", item: reflect.TypeFor[entities.Correction]()},
	{name: "rules", list: "Rules", key: "rule", item: reflect.TypeFor[entities.RuleChange]()},
}

// valuesTable holds the values of all figures, each with the id of its figure, and amountsTable the
// amounts of all relations and flows, each with the id of its line.
const (
	valuesTable  = "values"
	amountsTable = "amounts"
)

// isPart tells whether the rows of a table are parts of what another table has.
func (t table) isPart() bool { return t.name == valuesTable || t.name == amountsTable }

// evidenceTable is no part of a case: each of its rows is a relation with what it rests on.
var evidenceTable = table{name: "evidence", item: reflect.TypeFor[evidence]()}

func tableNamed(name string) (table, bool) {
	i := slices.IndexFunc(tables, func(t table) bool { return t.name == name })
	if i < 0 {
		return table{}, false
	}
	return tables[i], true
}

func tableNames() []string {
	names := make([]string, len(tables))
	for i, t := range tables {
		names[i] = t.name
	}
	return names
}

// column is one field of a table's items. A text has a column for each language.
type column struct {
	name  string // as in JSON; of a field in a field both, as in text.path
	index []int  // as reflect.Value.FieldByIndex takes it
	typ   reflect.Type
}

var (
	textType   = reflect.TypeFor[entities.Text]()
	wordsType  = reflect.TypeFor[entities.Words]()
	stringList = reflect.TypeFor[[]string]()
)

// columns returns the columns of a table in the order of the model. Lists of objects, and
// objects by keys, are tables of their own.
func (t table) columns() []column { return columnsOf(t.item, "", nil) }

func columnsOf(object reflect.Type, prefix string, index []int) []column {
	var all []column
	for i := range object.NumField() {
		f := object.Field(i)
		c := column{prefix + f.Tag.Get("json"), append(slices.Clone(index), i), f.Type}
		switch {
		case f.Type == textType:
			all = append(all, c)
		case f.Type.Kind() == reflect.Struct:
			all = append(all, columnsOf(f.Type, c.name+".", c.index)...)
		case f.Type.Kind() == reflect.Map, f.Type.Kind() == reflect.Slice && f.Type != stringList && f.Type != wordsType:
		default:
			all = append(all, c)
		}
	}
	return all
}

// isList tells whether a cell of the column holds several items.
func (c column) isList() bool { return c.typ == stringList || c.typ == wordsType }

// header names the column of a text in one language: name, name@km. Without a language it is
// the case's own.
func (c column) header(lang string) string {
	if lang == "" {
		return c.name
	}
	return c.name + "@" + lang
}

// pointer is the place of a column's field in an item, as in a JSON pointer.
func (c column) pointer() string { return "/" + strings.ReplaceAll(c.name, ".", "/") }

// IsField tells whether a table has the field, named as FIELD or as TABLE.FIELD.
func IsField(name string) bool {
	return slices.ContainsFunc(append(slices.Clip(tables), evidenceTable), func(t table) bool {
		return slices.ContainsFunc(t.columns(), func(c column) bool { return name == c.name || name == t.name+"."+c.name })
	})
}
