package csv

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/edtf"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/types"
	"example.org/graphgen/internal/suggest"
)

// typeOf reads the word for a relation's type.
func (r *evidenceReader) typeOf(word string) (types.Meaning, bool) {
	if m, known := r.Words.Says(word); known {
		return m, true
	}
	_, own := r.into.File.Case.RelationTypes[word]
	return types.Meaning{Type: word}, own
}

func (r *evidenceReader) typeNames() []string {
	return slices.Concat(slices.Sorted(maps.Keys(entities.BuiltinRelationTypes())), slices.Sorted(maps.Keys(r.into.File.Case.RelationTypes)))
}

// whoIs finds the entity that a cell names: by its id, by a name or an alias. One that the case
// does not have is new, and may have no id yet. Of two that have the name neither is chosen.
func (r *evidenceReader) whoIs(field, called, typ string) (id string, isNew *entities.Entity, err error) {
	if called == "" || r.entities[called] {
		return called, nil, nil
	}
	fit := r.called.of(called)
	switch {
	case len(fit) > 1:
		return "", nil, r.wrong(field, fmt.Sprintf("two are called %q: %q and %q", formats.CutName(called), fit[0].id, fit[1].id), "say which one by its id")
	case len(fit) == 1:
		return fit[0].id, nil, nil
	}
	e, whole := capture.ParseEntity(called)
	switch whole = whole && slices.Contains(entities.EntityTypes(), e.Type); {
	case whole && r.entities[e.ID]:
		return e.ID, nil, nil
	case whole && (r.Taken[e.ID] || !entities.ValidID(e.ID)):
		return "", nil, r.wrong(field, fmt.Sprintf("an entity cannot have the id %q", formats.CutName(e.ID)), "another part of the case has it, or it is no id: give it another")
	case whole:
		called = e.Name[""]
	default:
		known, said := types.Said(typ)
		if typ != "" && !said {
			return "", nil, r.wrong(field+"Type", fmt.Sprintf("no entity type is called %q", formats.CutName(typ)), "want person, organization, agency or another type of docs/case-file.md")
		}
		e = entities.Entity{Type: known}
	}
	name := r.Fit(entities.Entity{}, "Name", called)
	if types.PlainWord(name) == "" {
		return "", nil, r.wrong(field, fmt.Sprintf("%q is no name", formats.CutName(called)), "write the name as the source has it, or an id of the case")
	}
	e.Name = entities.Text{"": name}
	return "", &e, nil
}

// sourceOf finds the source that a row names by its id, its title or its address.
func (r *evidenceReader) sourceOf(e evidence) (string, error) {
	if e.Source == "" && r.into.Source != "" {
		return r.into.Source, nil
	}
	if e.Source == "" {
		return "", r.wrong("source", "the row names no source", "fill a column \"source\", or name the source of all rows with --source")
	}
	fit := r.sources.of(e.Source)
	switch {
	case len(fit) > 1:
		return "", r.wrong("source", fmt.Sprintf("two sources are called %q: %q and %q", formats.CutName(e.Source), fit[0].id, fit[1].id), "say which one by its id")
	case len(fit) == 0:
		var ids []string
		for _, s := range r.into.File.Case.Sources {
			ids = append(ids, s.ID)
		}
		return "", r.wrong("source", fmt.Sprintf("the case has no source %q%s", formats.CutName(e.Source), suggest.Phrase(e.Source, ids)), "add it to the case first, with its text: quotes are checked against that")
	}
	return fit[0].id, nil
}

// standings are the words that say how a source puts something. "On the record" is none of
// them: it says that somebody may be named, and not that a record says so.
var standings = map[string]entities.Standing{
	"record": entities.Record, "stated": entities.Stated, "alleged": entities.Alleged, "rumoured": entities.Rumoured,
	"allegation": entities.Alleged, "rumored": entities.Rumoured, "rumour": entities.Rumoured, "rumor": entities.Rumoured, "unsubstantiated": entities.Rumoured,
}

// standing reads how the source puts it. Where nobody says, it is alleged: a line that is drawn as
// less than it is can be raised by who has read the source.
func (r *evidenceReader) standing(cell string) (entities.Standing, error) {
	if cell == "" {
		return entities.Alleged, nil
	}
	if s, known := standings[strings.ToLower(cell)]; known {
		return s, nil
	}
	return "", r.wrong("standing", fmt.Sprintf("%q does not say how the source puts it", formats.CutName(cell)), "want record, stated, alleged or rumoured")
}

// period reads when it was: one date, or a beginning and an end.
func (r *evidenceReader) period(e evidence) (start, end string, err error) {
	if start, err = r.date("date", e.Date); err != nil {
		return "", "", err
	}
	if end, err = r.date("end", e.End); err != nil {
		return "", "", err
	}
	if first, last, interval := strings.Cut(start, "/"); interval && end == "" {
		for _, open := range []*string{&first, &last} {
			if *open == ".." {
				*open = ""
			}
		}
		return first, last, nil
	}
	return start, end, nil
}

// date reads a date. A row whose date cannot be read is not taken: dates tell payments apart.
func (r *evidenceReader) date(field, cell string) (string, error) {
	date := withoutTime(cell)
	if _, err := edtf.Parse(date); err == nil || date == "" {
		return date, nil
	}
	if mended, ok := mendDate(cell); ok {
		return mended, nil
	}
	hint := "write dates as 2023, 2023-11 or 2023-11-15; in a spreadsheet, make the column one of text first"
	if meant := edtf.Meant(cell); len(meant) > 1 {
		hint = "it may be " + strings.Join(meant, " or ") + ": write which"
	}
	return "", r.wrong(field, fmt.Sprintf("%q is no date that can be read in one way", formats.CutName(cell)), hint)
}
