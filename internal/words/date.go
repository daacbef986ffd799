package words

import (
	"strconv"

	"example.org/graphgen/internal/edtf"
)

// Date words an EDTF date for readers: "15 November 2023", "about December 2023",
// "15 November 2023 to 17 November 2023", "the 2010s". What is no EDTF is returned as it stands.
func (c *Catalog) Date(s string) string {
	v, err := edtf.Parse(s)
	if err != nil {
		return s
	}
	if !v.Interval {
		return c.day(v.Start)
	}
	switch {
	case v.Start.Open:
		return c.Say(Until, c.day(v.End))
	case v.End.Open:
		return c.Say(Since, c.day(v.Start))
	case v.Start.Unknown:
		return c.Say(FromTo, c.Say(UnknownDate), c.day(v.End))
	case v.End.Unknown:
		return c.Say(FromTo, c.day(v.Start), c.Say(UnknownDate))
	}
	return c.Say(FromTo, c.day(v.Start), c.day(v.End))
}

// day words a date as exactly as it is given: of 2004-06-XX, that it was June 2004.
func (c *Catalog) day(d edtf.Date) string {
	year := c.year(d)
	s := year
	if d.Month > 0 {
		s = fill(c.monthOfYear, c.months[d.Month-1], year)
	}
	if d.Month > 0 && d.Day > 0 {
		s = fill(c.dayOfMonth, strconv.Itoa(d.Day), s)
	}
	if d.Season > 0 {
		s = fill(c.monthOfYear, c.seasons[d.Season-21], year)
	}
	if d.Approximate {
		s = c.Say(About, s)
	}
	if d.Uncertain {
		s = c.Say(Perhaps, s)
	}
	return s
}

// year words a year, or the years that unspecified digits leave open: 201X, 20XX.
func (c *Catalog) year(d edtf.Date) string {
	span := int64(1)
	for range d.UnknownDigits {
		span *= 10
	}
	first, last := d.Year, d.Year+span-1
	switch {
	case d.Year < 0:
		first, last = d.Year-span+1, d.Year
	case d.Year >= 1000 && d.UnknownDigits == 1:
		return c.Say(Decade, c.era(first))
	}
	if first == last {
		return c.era(first)
	}
	return c.Say(Between, c.era(first), c.era(last))
}

// era words an astronomical year, whose 0 is the year before the first.
func (c *Catalog) era(year int64) string {
	if year < 1 {
		return c.Say(BeforeChrist, strconv.FormatInt(1-year, 10))
	}
	return fill(c.yearOnly, strconv.FormatInt(year, 10))
}
