package check

import (
	"fmt"
	"time"

	"example.org/graphgen/internal/edtf"
)

func badDate(s *subject, report report) {
	look := func(date string, at ...any) {
		if date == "" {
			return
		}
		if _, err := edtf.Parse(date); err != nil {
			report(pointer(at...), fmt.Sprintf("%q is no date: %v", date, err), "dates are EDTF: 2023, 2023-11, 2023-11-15, 2023-12~, 2023-11-15/2023-11-17, ../2023-10")
		}
	}
	look(s.file.Case.AsOf, "asOf")
	for i, source := range s.file.Case.Sources {
		look(source.Published, "sources", i, "published")
	}
	for i, c := range s.file.Case.Claims {
		look(c.Date, "claims", i, "date")
	}
	for i, r := range s.file.Case.Relations {
		look(r.Start, "relations", i, "start")
		look(r.End, "relations", i, "end")
	}
	for i, f := range s.file.Case.Figures {
		for j, v := range f.Values {
			look(v.Period, "figures", i, "values", j, "period")
		}
	}
	for i, c := range s.file.Case.Corrections {
		look(c.Date, "corrections", i, "date")
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
