package csv

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/sheet"
	"example.org/graphgen/internal/formats/types"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/quotes"
)

// A reporter's sheet has a relation with its evidence on each row. It is read into a case that is
// there: rows become claims and relations beside those that the case has, and nothing of it changes.

// evidence is what one row says, cell by cell.
type evidence struct {
	From      string `json:"from"`
	FromType  string `json:"fromType"` // of an entity that is new, and so on
	To        string `json:"to"`
	ToType    string `json:"toType"`
	Type      string `json:"type"`
	Amount    string `json:"amount"`
	Currency  string `json:"currency"`
	Date      string `json:"date"` // of what is told
	End       string `json:"end"`
	Said      string `json:"said"` // when it was told
	Page      string `json:"page"`
	Quote     string `json:"quote"`
	Prefix    string `json:"prefix"`
	Suffix    string `json:"suffix"`
	Source    string `json:"source"`
	Speaker   string `json:"speaker"`
	RelayedBy string `json:"relayedBy"`
	Standing  string `json:"standing"`
}

// payerWords are the headers of ends that tell that money went from one to the other.
var payerWords = strings.Fields("payer payor paidby payername paidfrom sender recipient payee paidto payeename recipientname receiver beneficiary")

// AddTo reads sheets with a relation and its evidence on each row, and finds what they add to a
// case. A row that cannot be taken is left out and told; with o.Strict it refuses the sheets, and so
// does anything that would be an error of the case and is of no row. Of a refusal nothing is added.
func AddTo(ctx context.Context, in []formats.Input, o formats.ImportOptions, into formats.Into) (formats.Added, error) {
	var sheets []*mappedSheet
	for _, input := range in {
		s, err := openEvidence(ctx, input, o)
		if err != nil {
			return formats.Added{}, err
		}
		sheets = append(sheets, s)
	}
	left, places := map[origin]problem.Problem{}, map[origin]quoted{}
	const tries = 5
	for n := 1; ; n++ {
		r := newEvidenceReader(o, into, left, places)
		for _, s := range sheets {
			for row := range s.Rows {
				if err := ctx.Err(); err != nil {
					return formats.Added{}, err
				}
				r.row = origin{s, row}
				if _, left := left[r.row]; !left {
					r.take()
				}
			}
		}
		if o.Strict && len(left) > 0 {
			return formats.Added{}, &formats.Refusal{Problems: rowsLeft(left, problem.Error)}
		}
		if len(r.additions) == 0 {
			return r.added(sheets), nil
		}
		file, found, err := into.Try(r.additions)
		var refused *capture.RefusedError
		switch {
		case errors.As(err, &refused):
			return formats.Added{}, &formats.Refusal{Problems: refused.Problems}
		case err != nil:
			return formats.Added{}, err
		case !found.HasErrors():
			r.found = len(found)
			return r.added(sheets), nil
		case n == tries || !r.leaveBad(file, found):
			return formats.Added{}, &formats.Refusal{Problems: found}
		}
	}
}

// openEvidence reads a sheet and finds its columns.
func openEvidence(ctx context.Context, input formats.Input, o formats.ImportOptions) (*mappedSheet, error) {
	if input.Table != "" {
		return nil, formats.Refuse(problem.Place{File: input.Name}, fmt.Sprintf("a sheet that goes into a case is no table of %s", input.Table), "name the sheet alone: each of its rows is a relation with its evidence")
	}
	s, err := readSheet(ctx, input, o)
	if err != nil {
		return nil, err
	}
	s.table = evidenceTable
	if err := s.findFields(o); err != nil {
		return nil, err
	}
	s.exact = false // whoever keeps such a sheet leaves spaces in it
	if err := s.expectFields([]string{"from", "to", "quote"}); err != nil {
		return nil, err
	}
	isPayer := func(f sheetField, header string) bool {
		return f.known && (f.column.name == "from" || f.column.name == "to") && slices.Contains(payerWords, types.PlainWord(header))
	}
	s.usual = o.RelationType
	for i, f := range s.fields {
		if s.usual == "" && isPayer(f, s.Headers[i]) {
			s.usual = "paid"
		}
	}
	if s.usual == "" && !s.has("type") {
		return nil, formats.Refuse(s.HeaderPlace(0), "no column says what the relations are", "add a column \"type\", such as paid or owns, or give one for all rows with --relation-type")
	}
	return s, nil
}

// rowsLeft are the problems of rows in the order of the sheets.
func rowsLeft(left map[origin]problem.Problem, severity problem.Severity) problem.List {
	var all problem.List
	for _, p := range left {
		p.Slug, p.Severity = formats.BadInput, severity
		all = append(all, p)
	}
	all.Sort()
	return all
}

// added tells what came of the sheets.
func (r *evidenceReader) added(sheets []*mappedSheet) formats.Added {
	a := formats.Added{Additions: r.additions, Rows: r.rows, Known: r.known, New: r.found, Left: rowsLeft(r.left, problem.Warning)}
	a.Loss.Add("rows", len(r.left), "rows that were not taken", "named above, each by its cell")
	a.Loss.Add("known", r.known, "rows that the case has already", "")
	a.Loss.Add("standing", r.unsaid, "rows that do not say how the source puts it", "taken as alleged; see docs/import.md")
	for _, source := range r.order {
		a.Loss.Add("quotes", r.unchecked[source], fmt.Sprintf("quotes from %q, whose text is not here", source), "taken as they stand, and not checked")
	}
	a.Loss.Add("entity-types", r.Guessed, "entities whose type the sheet does not say", "taken for "+string(r.EntityType)+"; see --entity-type")
	a.Loss.Add("texts", r.Changed, "texts with characters that no text may have, or too long", "without those, and cut")
	for _, s := range sheets {
		s.tell(&a.Loss)
	}
	return a
}

// leaveBad leaves out the rows that errors come from that the case would get, and tells whether
// all of them come from rows.
func (r *evidenceReader) leaveBad(file *entities.File, found problem.List) bool {
	parts := r.parts
	for p := range r.into.File.Case.Parts() { // an error of what was there is of no row
		if p.Kind != entities.AView {
			parts = append(parts, part{fmt.Sprintf("/%s/%d", p.Kind.List(), p.Item), origin{}})
		}
	}
	for _, list := range []string{"", "/views", "/corrections", "/rules", "/relationTypes", "/flows", "/figures"} {
		parts = append(parts, part{list, origin{}})
	}
	all := placedIn(file, parts)
	for _, p := range found {
		from, known := nearest(all, p.Place)
		if p.Severity != problem.Error {
			continue
		}
		if !known || from.row.sheet == nil {
			return false
		}
		r.left[from.row] = problem.Problem{Place: from.from, Message: p.Message, Hint: p.Hint}
	}
	return true
}

// quoted is what came of looking for the quote of a row.
type quoted struct {
	selector  quotes.Selector
	unchecked bool // the text is not here
	err       error
}

// findQuote looks for the words of a row in the text of its source, where that is here.
func (r *evidenceReader) findQuote(source string, e evidence) (quotes.Selector, error) {
	q, known := r.places[r.row]
	if !known {
		q.selector, q.unchecked, q.err = r.lookFor(source, e)
		r.places[r.row] = q
	}
	if q.unchecked {
		if r.unchecked[source]++; r.unchecked[source] == 1 {
			r.order = append(r.order, source)
		}
	}
	return q.selector, q.err
}

func (r *evidenceReader) lookFor(source string, e evidence) (s quotes.Selector, unchecked bool, err error) {
	text, known := r.texts[source]
	if !known {
		text.text, text.err = r.into.Text(source)
		r.texts[source] = text
	}
	s = quotes.Selector{Exact: e.Quote, Prefix: e.Prefix, Suffix: e.Suffix}
	switch {
	case text.err != nil:
		return s, false, r.wrong("source", text.err.Error(), "")
	case text.text == nil && quotes.CountWords(e.Quote) > quotes.MostWords:
		return s, true, r.wrong("quote", fmt.Sprintf("these are %d words, and a quote has %d at most", quotes.CountWords(e.Quote), quotes.MostWords), "quote those that the relation rests on")
	case text.text == nil:
		return s, true, nil
	}
	place, err := capture.Locate(text.text, capture.Wanted{Words: e.Quote, Prefix: e.Prefix, Suffix: e.Suffix})
	if err != nil {
		return s, false, r.unquotable(err)
	}
	if s, err = capture.Select(text.text, place); err != nil {
		return s, false, r.unquotable(err)
	}
	return s, false, nil
}

// unquotable says what the text has instead of a quote, or where it can be cut.
func (r *evidenceReader) unquotable(err error) error {
	hint := ""
	switch err := err.(type) {
	case *capture.MissingError:
		hint = "correct the cell by the text"
	case *capture.AmbiguousError:
		var at []string
		for _, p := range err.Places[:min(len(err.Places), 5)] {
			at = append(at, fmt.Sprintf("%d:%d", p.Line, p.Column))
		}
		hint = "at " + strings.Join(at, ", ") + `: say in a column "prefix" or "suffix" which words stand right before or after`
	case *capture.LongError:
		if len(err.Cuts) > 0 {
			hint = fmt.Sprintf("such as “%s”", strings.Join(err.Cuts, "” or “"))
		}
	}
	return r.wrong("quote", err.Error(), hint)
}

// wrong is what is wrong with a cell of the row.
func (r *evidenceReader) wrong(field, message, hint string) error {
	return &sheet.Error{Place: r.row.sheet.Place(r.row.row, r.row.sheet.columnOf(field)), Message: problem.Printable(message), Hint: problem.Printable(hint)}
}

// evidenceOf reads the cells of the row.
func (r *evidenceReader) evidenceOf() evidence {
	var e evidence
	s := r.row.sheet
	for i, f := range s.fields {
		if f.known {
			reflect.ValueOf(&e).Elem().FieldByIndex(f.column.index).SetString(s.cell(r.row.row, i))
		}
	}
	e.Type = cmp.Or(e.Type, s.usual)
	return e
}
