package edtf

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// maxYearDigits keeps a year within what a time.Time can hold.
const maxYearDigits = 10

// Parse reads an expression of level 0 or 1. What is of level 2 is refused by that name.
// An interval may be unknown or open at one end, not at both, and may not run backwards.
func Parse(text string) (Value, error) {
	if text == "" {
		return Value{}, errors.New("a date is missing")
	}
	if text[0] == '[' || text[0] == '{' {
		return Value{}, levelTwo("a set of dates")
	}
	parts := strings.Split(text, "/")
	switch len(parts) {
	case 1:
		d, err := parseDate(text)
		return Value{Start: d, End: d}, err
	case 2:
		return parseInterval(parts[0], parts[1])
	}
	return Value{}, errors.New("an interval has one slash; parts of a date are joined by hyphens, as in 2023-11-15")
}

func parseInterval(first, last string) (Value, error) {
	start, err := parseEnd(first)
	if err != nil {
		return Value{}, fmt.Errorf("start of the interval: %w", err)
	}
	end, err := parseEnd(last)
	if err != nil {
		return Value{}, fmt.Errorf("end of the interval: %w", err)
	}
	v := Value{Start: start, End: end, Interval: true}
	if !start.Known() && !end.Known() {
		return Value{}, errors.New("an interval names at least one of its ends")
	}
	if v.StartsAfter(v) {
		return Value{}, fmt.Errorf("the interval ends (%s) before it starts (%s)", last, first)
	}
	return v, nil
}

func parseEnd(text string) (Date, error) {
	switch text {
	case "":
		return Date{Unknown: true}, nil
	case "..":
		return Date{Open: true}, nil
	}
	d, err := parseDate(text)
	switch {
	case err != nil:
		return Date{}, err
	case d.Clock:
		return Date{}, errors.New("an interval is of dates, without the time of day")
	case d.UnknownDigits > 0 || d.Month == Unspecified || d.Day == Unspecified:
		return Date{}, levelTwo("an unspecified digit in an interval")
	}
	return d, nil
}

func parseDate(text string) (Date, error) {
	if strings.Contains(text, "T") {
		return parseMoment(text)
	}
	body, d := cutQualifier(text)
	if strings.ContainsAny(body, "?~%") {
		return Date{}, levelTwo("a qualifier on part of a date")
	}
	if strings.HasPrefix(body, "Y") {
		year, err := parseLongYear(body[1:])
		d.Year = year
		return d, err
	}
	return parseCalendar(body, d)
}

func cutQualifier(text string) (string, Date) {
	last := len(text) - 1
	if last < 0 {
		return text, Date{}
	}
	switch text[last] {
	case '?':
		return text[:last], Date{Uncertain: true}
	case '~':
		return text[:last], Date{Approximate: true}
	case '%':
		return text[:last], Date{Uncertain: true, Approximate: true}
	}
	return text, Date{}
}

// parseLongYear reads what follows Y: a year of more than four digits.
func parseLongYear(text string) (int64, error) {
	digits := strings.TrimPrefix(text, "-")
	if exponent, _, ok := strings.Cut(digits, "E"); ok && isDigits(exponent) {
		return 0, levelTwo("a year with an exponent")
	}
	if number, _, ok := strings.Cut(digits, "S"); ok && isDigits(number) {
		return 0, levelTwo("a year with significant digits")
	}
	if !isDigits(digits) || len(digits) < 5 || digits[0] == '0' {
		return 0, errors.New("a year after Y has more than four digits, as in Y170000002")
	}
	if len(digits) > maxYearDigits {
		return 0, fmt.Errorf("a year has at most %d digits", maxYearDigits)
	}
	return strconv.ParseInt(text, 10, 64)
}

// parseCalendar reads YYYY, YYYY-MM or YYYY-MM-DD, each with X for unspecified digits, and
// YYYY-21 to YYYY-24 for seasons.
func parseCalendar(body string, d Date) (Date, error) {
	unsigned, negative := strings.CutPrefix(body, "-")
	parts := strings.Split(unsigned, "-")
	if err := shape(parts); err != nil {
		return Date{}, err
	}
	d.UnknownDigits = strings.Count(parts[0], "X")
	year, _ := strconv.ParseInt(strings.ReplaceAll(parts[0], "X", "0"), 10, 64)
	if negative && year == 0 && d.UnknownDigits == 0 {
		return Date{}, errors.New("there is no year -0000; year 0 is written 0000")
	}
	d.Year = year
	if negative {
		d.Year = -year
	}
	var err error
	if len(parts) > 1 {
		d, err = withMonth(d, parts[1], len(parts) == 2)
	}
	if err == nil && len(parts) == 3 {
		d, err = withDay(d, parts[2])
	}
	if err != nil {
		return Date{}, err
	}
	return d, nil
}

// shape checks the lengths of the parts and where X may stand.
func shape(parts []string) error {
	wrong := errors.New("a date is written YYYY, YYYY-MM or YYYY-MM-DD")
	if len(parts) > 3 {
		return wrong
	}
	for i, part := range parts {
		if number, _, ok := strings.Cut(part, "S"); ok && i == 0 && len(number) == 4 && isDigits(number) {
			return levelTwo("a year with significant digits")
		}
		if want := 2; i == 0 && len(part) != 4 || i > 0 && len(part) != want || !isDigits(strings.ReplaceAll(part, "X", "0")) {
			return wrong
		}
	}
	joined := strings.Join(parts, "")
	known := strings.TrimRight(joined, "X")
	switch unknown := len(joined) - len(known); {
	case strings.Contains(known, "X"), unknown > 0 && len(parts) == 1 && unknown > 2, len(parts) > 1 && unknown%2 == 1, unknown > 4:
		return levelTwo("an unspecified digit in this place")
	}
	return nil
}

func withMonth(d Date, text string, last bool) (Date, error) {
	if text == "XX" {
		d.Month = Unspecified
		return d, nil
	}
	month, _ := strconv.Atoi(text)
	switch {
	case month >= 1 && month <= 12:
		d.Month = month
		return d, nil
	case month >= 21 && month <= 24 && last:
		d.Season = month
		return d, nil
	case month >= 25 && month <= 41 && last:
		return d, levelTwo("a season, quarter or half of the year beyond 24")
	}
	return d, fmt.Errorf("there is no month %s", text)
}

func withDay(d Date, text string) (Date, error) {
	if text == "XX" {
		d.Day = Unspecified
		return d, nil
	}
	day, _ := strconv.Atoi(text)
	if most := daysIn(d.Year, d.Month); day < 1 || day > most {
		return d, fmt.Errorf("there is no day %s in month %02d of %d", text, d.Month, d.Year)
	}
	d.Day = day
	return d, nil
}

// parseMoment reads a whole date with a time of day: hh:mm:ss and nothing, Z, +hh or +hh:mm.
func parseMoment(text string) (Date, error) {
	day, clock, _ := strings.Cut(text, "T")
	d, err := parseCalendar(day, Date{})
	if err != nil {
		return Date{}, err
	}
	if d.Day < 1 {
		return Date{}, errors.New("a time of day needs a whole date before it")
	}
	wrong := errors.New("a time is written hh:mm:ss, then nothing, Z, or a shift such as +07:00")
	if len(clock) < len("hh:mm:ss") {
		return Date{}, wrong
	}
	at, ok := clockNumbers(clock[:8])
	zone, inZone := parseZone(clock[8:])
	if !ok || !inZone {
		return Date{}, wrong
	}
	if at[0] > 23 || at[1] > 59 || at[2] > 59 {
		return Date{}, fmt.Errorf("there is no time %s", clock[:8])
	}
	d.Clock = true
	d.Time = time.Date(int(d.Year), time.Month(d.Month), d.Day, at[0], at[1], at[2], 0, zone)
	return d, nil
}

func parseZone(text string) (*time.Location, bool) {
	if text == "" || text == "Z" {
		return time.UTC, true
	}
	at, ok := clockNumbers(text[1:])
	if !ok || text[0] != '+' && text[0] != '-' || len(at) == 3 {
		return nil, false
	}
	seconds := at[0] * 3600
	if len(at) == 2 {
		seconds += at[1] * 60
		ok = at[1] <= 59
	}
	if text[0] == '-' {
		seconds = -seconds
	}
	return time.FixedZone("", seconds), ok && at[0] <= 14
}

// clockNumbers reads two-digit numbers with colons between them.
func clockNumbers(text string) ([]int, bool) {
	var numbers []int
	for part := range strings.SplitSeq(text, ":") {
		if len(part) != 2 || !isDigits(part) {
			return nil, false
		}
		n, _ := strconv.Atoi(part)
		numbers = append(numbers, n)
	}
	return numbers, true
}

func isDigits(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return text != ""
}

func levelTwo(what string) error {
	return fmt.Errorf("%s is EDTF level 2; levels 0 and 1 are read", what)
}
