// Package edtf reads dates as the Extended Date/Time Format writes them, levels 0 and 1:
// the Library of Congress specification of 2019, a profile of ISO 8601-2:2019. It checks
// them against the real calendar and gives the first and last moment that they may mean.
// It must never know what is dated, nor how a date is worded for readers.
package edtf

import "time"

// Value is one expression: a date, or an interval between two. Two values are equal by ==
// where they were written alike.
type Value struct {
	Start, End Date // of a single date both are that date
	Interval   bool
}

// Unspecified stands for a month or day written XX.
const Unspecified = -1

// Date is one date, or one end of an interval.
type Date struct {
	Open    bool // "..": the interval goes on without end on this side
	Unknown bool // nothing was written: there is an end, and nobody knows it

	Year          int64 // astronomical: year 0 is 1 BC. Unspecified digits count as 0
	UnknownDigits int   // how many digits of the year, from the right, are written X
	Month         int   // 1 to 12, 0 where not given, or Unspecified
	Day           int   // 1 to 31, 0 where not given, or Unspecified
	Season        int   // 21 spring, 22 summer, 23 autumn, 24 winter, or 0

	Uncertain   bool // "?" or "%"
	Approximate bool // "~" or "%"

	Clock bool      // a time of day was given: Time holds the moment
	Time  time.Time // in the zone written; UTC where none was
}

// Known tells whether the date gives at least a year.
func (d Date) Known() bool { return !d.Open && !d.Unknown }

// Earliest returns the first moment that the value may mean, in UTC, and whether there is one:
// an interval may be open or unknown at its start. Qualifiers do not widen it.
func (v Value) Earliest() (time.Time, bool) { return v.Start.earliest(), v.Start.Known() }

// Latest returns the last moment, to the second, that the value may mean, and whether there is one.
func (v Value) Latest() (time.Time, bool) { return v.End.latest(), v.End.Known() }

// StartsAfter tells whether the value can only begin when the other is over.
func (v Value) StartsAfter(other Value) bool {
	first, begins := v.Earliest()
	last, ends := other.Latest()
	return begins && ends && first.After(last)
}

// Same tells whether two values mean the same stretch of time, however they are written:
// 2023-11 and 2023-11-01/2023-11-30 do. Doubts are left aside: 2023 and 2023~ are the same.
func Same(a, b Value) bool {
	return sameEnd(a.Start, b.Start, a.Start.earliest(), b.Start.earliest()) &&
		sameEnd(a.End, b.End, a.End.latest(), b.End.latest())
}

func sameEnd(a, b Date, at, bt time.Time) bool {
	if a.Open != b.Open || a.Unknown != b.Unknown || a.Season != b.Season {
		return false
	}
	return !a.Known() || at.Equal(bt)
}

func (d Date) earliest() time.Time {
	if d.Clock {
		return d.Time.UTC()
	}
	return time.Date(int(d.Year-d.backward()), time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
}

func (d Date) latest() time.Time {
	if d.Clock {
		return d.Time.UTC()
	}
	year := int(d.Year + d.forward())
	month, day := time.December, 31
	switch {
	case d.Season == 22 || d.Season == 24:
		// Winter in the north, and summer in the south, run into the next year.
		year, month = year+1, time.March
	case d.Month > 0 && d.Day > 0:
		month, day = time.Month(d.Month), d.Day
	case d.Month > 0:
		month, day = time.Month(d.Month), daysIn(d.Year, d.Month)
	}
	return time.Date(year, month, day, 23, 59, 59, 0, time.UTC)
}

// forward and backward are how many years the unspecified digits may add: 201X is 2010 to
// 2019, and -01XX is -199 to -100.
func (d Date) forward() int64 {
	if d.Year < 0 {
		return 0
	}
	return d.span()
}

func (d Date) backward() int64 {
	if d.Year < 0 {
		return d.span()
	}
	return 0
}

func (d Date) span() int64 {
	span := int64(1)
	for range d.UnknownDigits {
		span *= 10
	}
	return span - 1
}

func daysIn(year int64, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
