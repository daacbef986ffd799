package csv

import (
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/types"
)

// nameIndex are the entities that sheets call so: by the very words, and by those that types.PlainWord
// writes the same. Two are enough to know that a name does not say who is meant.
type nameIndex struct{ exact, alike map[string][]namedRow }

type namedRow struct {
	id  string
	row origin
}

func (c nameIndex) add(name, id string, row origin) {
	name = strings.TrimSpace(name)
	keep := func(in map[string][]namedRow, key string) {
		known := in[key]
		if key != "" && len(known) < 2 && !slices.ContainsFunc(known, func(k namedRow) bool { return k.id == id }) {
			in[key] = append(known, namedRow{id, row})
		}
	}
	keep(c.exact, name)
	keep(c.alike, types.PlainWord(name))
}

// of returns those who are called so: who is called just so, where anybody is.
func (c nameIndex) of(name string) []namedRow {
	if just := c.exact[strings.TrimSpace(name)]; len(just) > 0 {
		return just
	}
	return c.alike[types.PlainWord(name)]
}

// entityCalled returns the id of the entity that a table calls so: by its id in the table or by
// a name. One that no table has is added. Of namesakes nobody is chosen.
func (r *reader) entityCalled(called string) string {
	if called == "" {
		return ""
	}
	if ours, known := r.ids["entities "+called]; known {
		return ours
	}
	if namesakes := r.called.of(called); len(namesakes) > 1 {
		at := r.row.sheet.Place(r.row.row, max(0, slices.IndexFunc(r.row.sheet.Rows[r.row.row].Cells, func(cell string) bool { return strings.TrimSpace(cell) == called })))
		first, second := namesakes[0].row, namesakes[1].row
		r.refuse(at, fmt.Sprintf("two are called %q: %q at %v and %q at %v", formats.CutName(called), namesakes[0].id, first.sheet.Place(first.row, 0),
			namesakes[1].id, second.sheet.Place(second.row, 0)), "say which one by its id")
		return namesakes[0].id
	} else if len(namesakes) == 1 {
		return namesakes[0].id
	}
	return r.Named(called)
}
