package words

import (
	"strconv"

	"example.org/graphgen/internal/edtf"
)

// Date words an EDTF date for readers: "15 November 2023", "about December 2023",
// "15 November 2023 to 17 November 2023". What is no EDTF is returned as it stands.
func (c *Catalog) Date(s string) string {
	v, err := edtf.Parse(s)
	if err != nil {
		return s
	}
	if !v.Interval {
		return c.day(v.Start)
	}
	switch {
	case !v.Start.Known() && !v.End.Known():
		return s
	case !v.Start.Known():
		return c.Say(Until, c.day(v.End))
	case !v.End.Known():
		return c.Say(Since, c.day(v.Start))
	}
	return c.Say(FromTo, c.day(v.Start), c.day(v.End))
}

func (c *Catalog) day(d edtf.Date) string {
	year := strconv.FormatInt(d.Year, 10)
	if n := d.UnknownDigits; n > 0 && n <= len(year) {
		year = year[:len(year)-n] + "XXXX"[:min(n, 4)]
	}
	s := year
	if d.Month > 0 {
		s = c.months[d.Month-1] + " " + year
	}
	if d.Month > 0 && d.Day > 0 {
		s = strconv.Itoa(d.Day) + " " + s
	}
	if d.Season > 0 {
		s = c.seasons[d.Season-21] + " " + year
	}
	if d.Approximate {
		s = c.Say(About, s)
	}
	if d.Uncertain {
		s = c.Say(Perhaps, s)
	}
	return s
}
