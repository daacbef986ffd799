package formats

import (
	"fmt"
	"slices"
	"strings"
)

// callings are the entities that sheets call so, by the words as they stand and as plainWord
// writes them.
type callings map[string][]calling

type calling struct {
	id    string
	row   origin
	exact string
}

func (c callings) add(name, id string, row origin) {
	name = strings.TrimSpace(name)
	plain := plainWord(name)
	if plain == "" || slices.ContainsFunc(c[plain], func(k calling) bool { return k.id == id && k.exact == name }) {
		return
	}
	c[plain] = append(c[plain], calling{id, row, name})
}

// of returns those who are called so: who is called just so, where anybody is.
func (c callings) of(name string) []calling {
	var alike, just []calling
	for _, k := range c[plainWord(name)] {
		if k.exact == strings.TrimSpace(name) {
			just = append(just, k)
		}
		if !slices.ContainsFunc(alike, func(other calling) bool { return other.id == k.id }) {
			alike = append(alike, k)
		}
	}
	if len(just) > 0 {
		return just
	}
	return alike
}

// entityCalled returns the id of the entity that a table calls so: by its id in the table or by
// a name. One that no table has is added. Of namesakes nobody is chosen.
func (r *csvReader) entityCalled(called string) string {
	if called == "" {
		return ""
	}
	if ours, known := r.ids["entities "+called]; known {
		return ours
	}
	if namesakes := r.called.of(called); len(namesakes) > 1 {
		at := r.row.sheet.Place(r.row.row, max(0, slices.IndexFunc(r.row.sheet.Rows[r.row.row].Cells, func(cell string) bool { return strings.TrimSpace(cell) == called })))
		first, second := namesakes[0].row, namesakes[1].row
		r.refuse(at, fmt.Sprintf("%q is the name of two: %q at %v and %q at %v", cutName(called), namesakes[0].id, first.sheet.Place(first.row, 0),
			namesakes[1].id, second.sheet.Place(second.row, 0)), "say which one by its id")
		return namesakes[0].id
	} else if len(namesakes) == 1 {
		return namesakes[0].id
	}
	return r.named(called)
}
