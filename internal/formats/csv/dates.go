package csv

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"example.org/graphgen/internal/edtf"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/problem"
)

// The checks of dates. A case may turn them down, and then keeps what it has.
const (
	badDate  = "bad-date"
	dateForm = "date-form"
)

// dateFields are the columns of all tables that hold a date.
var dateFields = []string{"asOf", "published", "date", "start", "end", "period"}

func (c column) isDate() bool { return slices.Contains(dateFields, c.name) }

// withoutTime returns the day of a day with a time, as a spreadsheet or a database writes it.
func withoutTime(date string) string {
	if day, ok := edtf.Day(date); ok {
		return day
	}
	return date
}

// changesDates tells whether the case turns a check of dates down.
func (r *reader) changesDates() bool {
	_, bad := r.Case.Rules[badDate]
	_, form := r.Case.Rules[dateForm]
	return bad || form
}

// expectDates reports dates that are none, such as those that a spreadsheet wrote anew in the
// manner of its country: 11/15/2023 may be one of two days.
func (r *reader) expectDates(s *mappedSheet) {
	for column, f := range s.fields {
		if !f.known || !f.column.isDate() {
			continue
		}
		for row := range s.Rows {
			if o := (origin{s, row}); r.leavable(o) || r.left[o].Message != "" {
				continue // told where it was read
			}
			date := s.cell(row, column)
			if mended, ok := mendDate(date); ok {
				date = mended
			}
			if _, err := edtf.Parse(date); err != nil && date != "" {
				r.problems = append(r.problems, problem.Problem{Slug: badDate, Severity: problem.Error, Place: s.Place(row, column),
					Message: noDate(f.column.name, date, err),
					Hint:    "write dates as 2023, 2023-11 or 2023-11-15; in a spreadsheet, make the column one of text first"})
			}
		}
	}
}

func noDate(column, date string, err error) string {
	return problem.Printable(fmt.Sprintf("%s: %q is no date: %v", column, formats.CutName(date), err))
}

// dateIn reads a date. One that is none is left out where a row could be.
func (r *reader) dateIn(s *mappedSheet, row, column int) string {
	cell, f := s.cell(row, column), s.fields[column]
	date := withoutTime(cell)
	_, err := edtf.Parse(date)
	if err == nil || r.keepDates {
		return date
	}
	mended, ok := mendDate(cell)
	if ok && mended != "" {
		return mended
	}
	if ok && !r.options.Strict { // such as an end that is "present": it goes on
		r.cells = append(r.cells, problem.Problem{Place: s.Place(row, column), Message: fmt.Sprintf("%s: %q names no date", f.column.name, formats.CutName(cell))})
		return ""
	}
	if r.leavable(r.row) {
		r.cells = append(r.cells, problem.Problem{Place: s.Place(row, column), Message: noDate(f.column.name, cell, err)})
		return ""
	}
	return date
}

// openEnds are words for an end that has not come, or that nobody knows.
var openEnds = strings.Fields("present ongoing current currently now today todate tilldate unknown na tbd open nodate undated ?")

// inOrder is what a date has of which the parts cannot change places.
var inOrder = regexp.MustCompile(`^[0-9]{4}|[A-Za-z]`)

// mendDate reads what others write and can be one date alone: with the month by its name, or the
// year first. Of 11/15/2023 it is clear which day it is, and not what the column has for the third
// of April. It is empty where the words say that there is no date.
func mendDate(cell string) (date string, ok bool) {
	cell = strings.TrimSpace(cell)
	if cell == "0000-00-00" || slices.Contains(openEnds, strings.ToLower(strings.ReplaceAll(cell, " ", ""))) {
		return "", true
	}
	if _, err := edtf.Parse(cell); err == nil {
		return cell, true
	}
	meant := edtf.Meant(cell)
	if len(meant) != 1 || !inOrder.MatchString(cell) {
		return "", false
	}
	return meant[0], true
}
