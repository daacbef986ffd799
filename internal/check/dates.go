package check

import (
	"fmt"
	"iter"
	"strings"
	"time"

	"example.org/graphgen/internal/edtf"
	"example.org/graphgen/internal/entities"
)

func badDate(s *subject, report report) {
	for at, date := range s.noDates() {
		if len(edtf.Meant(date)) == 0 {
			_, err := edtf.Parse(date)
			report(at, fmt.Sprintf("%q is no date: %v", date, err), "dates are EDTF: 2023, 2023-11, 2023-11-15, 2023-12~, 2023-11-15/2023-11-17, ../2023-10")
		}
	}
}

// dateForm finds dates that are written as people write them, and names what to write instead.
func dateForm(s *subject, report report) {
	for at, date := range s.noDates() {
		switch meant := edtf.Meant(date); len(meant) {
		case 0:
		case 1:
			report(at, fmt.Sprintf("%q is a date in another form than EDTF", date), "write "+meant[0])
		default:
			report(at, fmt.Sprintf("%q is a date in another form than EDTF, and may be one of two days", date), "see which day the source means, and write "+strings.Join(meant, " or "))
		}
	}
}

// noDates are the texts of the case that stand where a date should and are none in EDTF, by place.
func (s *subject) noDates() iter.Seq2[string, string] {
	return func(yield func(at, date string) bool) {
		for at, date := range s.dates() {
			if _, err := edtf.Parse(date); date != "" && err != nil && !yield(at, date) {
				return
			}
		}
	}
}

// dates are all dates of the case, by place; where none is given they are empty.
func (s *subject) dates() iter.Seq2[string, string] {
	c := s.file.Case
	return func(yield func(at, date string) bool) {
		more := yield(pointer("asOf"), c.AsOf)
		look := func(date string, at ...any) { more = more && yield(pointer(at...), date) }
		amounts := func(all []entities.Amount, list string, item int) {
			for j, a := range all {
				look(a.Period, list, item, "amounts", j, "period")
			}
		}
		for i, source := range c.Sources {
			look(source.Published, "sources", i, "published")
		}
		for i, claim := range c.Claims {
			look(claim.Date, "claims", i, "date")
		}
		for i, r := range c.Relations {
			look(r.Start, "relations", i, "start")
			look(r.End, "relations", i, "end")
			amounts(r.Amounts, "relations", i)
		}
		for i, f := range c.Flows {
			amounts(f.Amounts, "flows", i)
		}
		for i, f := range c.Figures {
			for j, v := range f.Values {
				look(v.Period, "figures", i, "values", j, "period")
			}
		}
		for i, correction := range c.Corrections {
			look(correction.Date, "corrections", i, "date")
		}
	}
}

func datesReversed(s *subject, report report) {
	for i, r := range s.file.Case.Relations {
		start, errStart := edtf.Parse(r.Start)
		end, errEnd := edtf.Parse(r.End)
		if errStart == nil && errEnd == nil && start.StartsAfter(end) {
			report(pointer("relations", i, "start"), fmt.Sprintf("relation %q starts (%s) after it ends (%s)", r.ID, r.Start, r.End), "")
		}
	}
}

// oldAsOf compares the day that the case describes with what it says itself, and with a day
// that is given: there is no clock.
func oldAsOf(s *subject, report report) {
	asOf, err := edtf.Parse(s.file.Case.AsOf)
	if err != nil {
		return
	}
	last, ends := asOf.Latest()
	newest, of := time.Time{}, ""
	look := func(date, what string) {
		parsed, err := edtf.Parse(date)
		if first, begins := parsed.Earliest(); err == nil && begins && first.After(last) && first.After(newest) {
			newest, of = first, fmt.Sprintf("%s is of %s", what, date)
		}
	}
	if ends {
		for _, source := range s.file.Case.Sources {
			look(source.Published, fmt.Sprintf("source %q", source.ID))
		}
		for _, c := range s.file.Case.Claims {
			look(c.Date, fmt.Sprintf("claim %q", c.ID))
		}
		if day, err := edtf.Parse(s.opts.On); err == nil && of == "" {
			if first, begins := day.Earliest(); begins && first.After(last.AddDate(1, 0, 0)) {
				of = fmt.Sprintf("%s is more than a year later", s.opts.On)
			}
		}
	}
	if of != "" {
		report(pointer("asOf"), fmt.Sprintf("the case is as of %s, and %s", s.file.Case.AsOf, of),
			"see that the case is still right, and say of which day")
	}
}
