package edtf

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Forms in which people write dates. The patterns give the parts that their names tell.
var (
	namedMonths = []*regexp.Regexp{
		regexp.MustCompile(`^(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?[ ./-]+(?:of )?(?P<m>[A-Za-z]{3,9})[ .,/-]+(?P<y>[0-9]{4})$`), // 15 November 2023
		regexp.MustCompile(`^(?P<m>[A-Za-z]{3,9})[ .]+(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?,? +(?P<y>[0-9]{4})$`),               // November 15, 2023
		regexp.MustCompile(`^(?P<m>[A-Za-z]{3,9})[ .,/-]+(?P<y>[0-9]{4})$`),                                                 // November 2023
		regexp.MustCompile(`^(?P<y>[0-9]{4})[ .,/-]+(?P<m>[A-Za-z]{3,9})$`),                                                 // 2023 November
		regexp.MustCompile(`^(?P<y>[0-9]{4})[ ./-](?P<m>[A-Za-z]{3,9})[ ./-](?P<d>[0-9]{1,2})$`),                            // 2023-Nov-15
	}
	yearFirst  = regexp.MustCompile(`^([0-9]{4})[ ]?[/.-][ ]?([0-9]{1,2})(?:[ ]?[/.-][ ]?([0-9]{1,2}))?\.?$`) // 2023/11/15
	yearLast   = regexp.MustCompile(`^([0-9]{1,2})[ ]?[/.-][ ]?([0-9]{1,2})[ ]?[/.-][ ]?([0-9]{4})$`)         // 15/11/2023, 11/15/2023
	monthYear  = regexp.MustCompile(`^([0-9]{1,2})[ ]?[/.-][ ]?([0-9]{4})$`)                                  // 11/2023
	compact    = regexp.MustCompile(`^([0-9]{4})([0-9]{2})([0-9]{2})$`)                                       // 20231115
	emptyParts = regexp.MustCompile(`^([0-9]{4})-(?:00(?:-00)?|([0-9]{2})-00)$`)                              // 2023-11-00, of databases
	timeOfDay  = regexp.MustCompile(`^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:[0-9]{2}[0-9:.]*(Z|[+-][0-9]{2}:?[0-9]{2})?$`)
)

// Meant returns the EDTF dates that a date in another form may mean, in order: two where day and
// month may change places (03/04/2023), none where the text is in no known form or on no calendar.
// Names of months are read in English.
func Meant(text string) []string {
	text = strings.TrimSpace(text)
	var dates []string
	add := func(year, month, day string) {
		date := year
		for _, part := range []string{month, day} {
			if part != "" {
				date += fmt.Sprintf("-%02s", part)
			}
		}
		if _, err := Parse(date); err == nil && !slices.Contains(dates, date) {
			dates = append(dates, date)
		}
	}
	for _, form := range namedMonths {
		if parts := form.FindStringSubmatch(text); parts != nil {
			part := func(name string) string {
				if i := form.SubexpIndex(name); i >= 0 {
					return parts[i]
				}
				return ""
			}
			if month := monthNamed(part("m")); month != "" {
				add(part("y"), month, part("d"))
			}
			return dates
		}
	}
	if day, ok := Day(text); ok {
		text = day
	}
	if parts := emptyParts.FindStringSubmatch(text); parts != nil {
		add(parts[1], parts[2], "")
	} else if parts := yearFirst.FindStringSubmatch(text); parts != nil {
		add(parts[1], parts[2], parts[3])
	} else if parts := compact.FindStringSubmatch(text); parts != nil {
		add(parts[1], parts[2], parts[3])
	} else if parts := monthYear.FindStringSubmatch(text); parts != nil {
		add(parts[2], parts[1], "")
	} else if parts := yearLast.FindStringSubmatch(text); parts != nil {
		add(parts[3], parts[2], parts[1])
		add(parts[3], parts[1], parts[2])
	}
	slices.Sort(dates)
	return dates
}

// Day returns the day of a day with a time, as spreadsheets and databases write one:
// 2023-11-15 of "2023-11-15 10:20:30".
func Day(text string) (day string, ok bool) {
	parts := timeOfDay.FindStringSubmatch(text)
	if parts == nil {
		return "", false
	}
	return parts[1], true
}

// monthNamed is the number of a month by its English name or the first letters of that.
func monthNamed(name string) string {
	for m := time.January; m <= time.December; m++ {
		if strings.EqualFold(name, m.String()) || strings.EqualFold(name, m.String()[:3]) || m == time.September && strings.EqualFold(name, "Sept") {
			return strconv.Itoa(int(m))
		}
	}
	return ""
}
