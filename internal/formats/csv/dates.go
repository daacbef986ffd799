package csv

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"example.org/graphgen/internal/edtf"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/problem"
)

// badDate is the check of dates. A case may turn it down, and then keeps what it has.
const badDate = "bad-date"

// dateFields are the columns of all tables that hold a date.
var dateFields = []string{"asOf", "published", "date", "start", "end", "period"}

func (c column) isDate() bool { return slices.Contains(dateFields, c.name) }

// timeOfDay is what a spreadsheet or a database writes behind a day.
var timeOfDay = regexp.MustCompile(`^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:[0-9]{2}[0-9:.]*(Z|[+-][0-9]{2}:?[0-9]{2})?$`)

// withoutTime returns the day of a day with a time.
func withoutTime(date string) string {
	if parts := timeOfDay.FindStringSubmatch(date); parts != nil {
		return parts[1]
	}
	return date
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

var (
	zeroDate  = regexp.MustCompile(`^([0-9]{4})-(?:00(?:-00)?|([0-9]{2})-00)$`)
	dayFirst  = regexp.MustCompile(`^([0-9]{1,2})[ ./-]+([A-Za-z]{3,9})[ .,/-]+([0-9]{4})$`)
	monthIn   = regexp.MustCompile(`^([A-Za-z]{3,9})[ .,/-]+([0-9]{4})$`)
	monthDay  = regexp.MustCompile(`^([A-Za-z]{3,9})[ .]+([0-9]{1,2}),? +([0-9]{4})$`)
	yearFirst = regexp.MustCompile(`^([0-9]{4})[/.]([0-9]{2})[/.]([0-9]{2})$`)
)

// mendDate reads what others write and can be one date alone: a month by its name, and zeros for
// what is not known. It is empty where the words say that there is no date.
func mendDate(cell string) (date string, ok bool) {
	cell = strings.TrimSpace(cell)
	if cell == "0000-00-00" || slices.Contains(openEnds, strings.ToLower(strings.ReplaceAll(cell, " ", ""))) {
		return "", true
	}
	written := withoutTime(cell)
	if parts := zeroDate.FindStringSubmatch(written); parts != nil {
		written = parts[1]
		if parts[2] != "" {
			written += "-" + parts[2]
		}
	} else if parts := dayFirst.FindStringSubmatch(cell); parts != nil {
		written = fmt.Sprintf("%s-%s-%02s", parts[3], monthNamed(parts[2]), parts[1])
	} else if parts := monthDay.FindStringSubmatch(cell); parts != nil {
		written = fmt.Sprintf("%s-%s-%02s", parts[3], monthNamed(parts[1]), parts[2])
	} else if parts := monthIn.FindStringSubmatch(cell); parts != nil {
		written = parts[2] + "-" + monthNamed(parts[1])
	} else if parts := yearFirst.FindStringSubmatch(cell); parts != nil {
		written = parts[1] + "-" + parts[2] + "-" + parts[3]
	}
	_, err := edtf.Parse(written)
	return written, err == nil && written != ""
}

// monthNamed is the number of a month by its English name, or its first three letters.
func monthNamed(name string) string {
	for m := time.January; m <= time.December; m++ {
		if strings.EqualFold(name, m.String()) || strings.EqualFold(name, m.String()[:3]) || m == time.September && strings.EqualFold(name, "Sept") {
			return fmt.Sprintf("%02d", int(m))
		}
	}
	return "?"
}
