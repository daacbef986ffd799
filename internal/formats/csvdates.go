package formats

import (
	"fmt"
	"regexp"
	"slices"

	"example.org/graphgen/internal/edtf"
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
func (r *csvReader) expectDates(s *csvSheet) {
	for column, f := range s.fields {
		if !f.known || !f.column.isDate() {
			continue
		}
		for row := range s.Rows {
			date := withoutTime(s.cell(row, column))
			if _, err := edtf.Parse(date); err != nil && date != "" {
				r.problems = append(r.problems, problem.Problem{Slug: badDate, Severity: problem.Error, Place: s.Place(row, column),
					Message: problem.Printable(fmt.Sprintf("%s: %q is no date: %v", f.column.name, cutName(date), err)),
					Hint:    "write dates as 2023, 2023-11 or 2023-11-15; in a spreadsheet, make the column one of text first"})
			}
		}
	}
}
