package edtf

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestLevels holds the examples of the specification for levels 0 and 1, with the days that they span.
func TestLevels(t *testing.T) {
	const none = "-"
	tests := []struct{ text, earliest, latest string }{
		// Level 0.
		{"1985-04-12", "1985-04-12", "1985-04-12"},
		{"1985-04", "1985-04-01", "1985-04-30"},
		{"1985", "1985-01-01", "1985-12-31"},
		{"0000", "0000-01-01", "0000-12-31"},
		{"1985-04-12T23:20:30", "1985-04-12", "1985-04-12"},
		{"1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12"},
		{"1985-04-12T23:20:30-04", "1985-04-13", "1985-04-13"},
		{"1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12"},
		{"1964/2008", "1964-01-01", "2008-12-31"},
		{"2004-06/2006-08", "2004-06-01", "2006-08-31"},
		{"2004-02-01/2005-02-08", "2004-02-01", "2005-02-08"},
		{"2004-02-01/2005-02", "2004-02-01", "2005-02-28"},
		{"2004-02-01/2005", "2004-02-01", "2005-12-31"},
		{"2005/2006-02", "2005-01-01", "2006-02-28"},
		{"2024-02-29", "2024-02-29", "2024-02-29"},
		{"2000-02", "2000-02-01", "2000-02-29"},
		{"1900-02", "1900-02-01", "1900-02-28"},

		// Level 1.
		{"Y170000002", "170000002-01-01", "170000002-12-31"},
		{"Y-170000002", "-170000002-01-01", "-170000002-12-31"},
		{"2001-21", "2001-01-01", "2001-12-31"},
		{"2001-24", "2001-01-01", "2002-03-31"},
		{"1984?", "1984-01-01", "1984-12-31"},
		{"2004-06~", "2004-06-01", "2004-06-30"},
		{"2004-06-11%", "2004-06-11", "2004-06-11"},
		{"201X", "2010-01-01", "2019-12-31"},
		{"20XX", "2000-01-01", "2099-12-31"},
		{"2004-XX", "2004-01-01", "2004-12-31"},
		{"1985-04-XX", "1985-04-01", "1985-04-30"},
		{"1985-XX-XX", "1985-01-01", "1985-12-31"},
		{"1985-04-12/..", "1985-04-12", none},
		{"1985-04/..", "1985-04-01", none},
		{"1985/..", "1985-01-01", none},
		{"../1985-04-12", none, "1985-04-12"},
		{"../1985-04", none, "1985-04-30"},
		{"../1985", none, "1985-12-31"},
		{"1985-04-12/", "1985-04-12", none},
		{"1985-04/", "1985-04-01", none},
		{"1985/", "1985-01-01", none},
		{"/1985-04-12", none, "1985-04-12"},
		{"/1985-04", none, "1985-04-30"},
		{"/1985", none, "1985-12-31"},
		{"-1985", "-1985-01-01", "-1985-12-31"},
		{"-01XX", "-0199-01-01", "-0100-12-31"},
		{"1984~/2004-06", "1984-01-01", "2004-06-30"},
		{"2023-12~", "2023-12-01", "2023-12-31"},
		{"../2023-10", none, "2023-10-31"},
	}
	day := func(at time.Time, ok bool) string {
		if !ok {
			return none
		}
		return at.Format("2006-01-02")
	}
	for _, test := range tests {
		v, err := Parse(test.text)
		if err != nil {
			t.Errorf("%s: %v", test.text, err)
			continue
		}
		if got := day(v.Earliest()); got != test.earliest {
			t.Errorf("%s: earliest %s, want %s", test.text, got, test.earliest)
		}
		if got := day(v.Latest()); got != test.latest {
			t.Errorf("%s: latest %s, want %s", test.text, got, test.latest)
		}
	}
}

// TestRefused holds what is no date, and the specification's examples for level 2.
func TestRefused(t *testing.T) {
	tests := []struct{ text, says string }{
		{"", "missing"},
		{" ", "written YYYY"},
		{"today", "written YYYY"},
		{"15 November 2023", "written YYYY"},
		{"2023-1-5", "written YYYY"},
		{"23-01-05", "written YYYY"},
		{"20231105", "written YYYY"},
		{"2023-11-15-01", "written YYYY"},
		{"+2023", "written YYYY"},
		{"--2023", "written YYYY"},
		{"2023?\n", "level 2"},
		{"２０２３", "written YYYY"},
		{"2023/11/15", "one slash"},
		{"2023/11", "end of the interval"},
		{"2023-13", "no month 13"},
		{"2023-00", "no month 00"},
		{"2023-20", "no month 20"},
		{"2023-42", "no month 42"},
		{"2023-21-01", "no month 21"},
		{"2023-02-30", "no day 30 in month 02 of 2023"},
		{"2023-02-29", "no day 29"},
		{"1900-02-29", "no day 29"},
		{"2023-04-31", "no day 31"},
		{"2023-04-00", "no day 00"},
		{"-0000", "no year -0000"},
		{"Y2023", "more than four digits"},
		{"Y02023", "more than four digits"},
		{"Y", "more than four digits"},
		{"Y99999999999", "at most 10 digits"},
		{"2023-11T10:00:00", "whole date"},
		{"2023-11-XXT10:00:00", "whole date"},
		{"2023-11-15T10:00", "a time is written"},
		{"2023-11-15T10:00:00+7", "a time is written"},
		{"2023-11-15T10:00:00+15:00", "a time is written"},
		{"2023-11-15T24:00:00", "no time 24:00:00"},
		{"2023-11-15T10:60:00", "no time 10:60:00"},
		{"2023-11-15T10:00:00Z?", "a time is written"},
		{"2023-11-15T10:00:00/2024", "without the time of day"},
		{"2008/1964", "before it starts"},
		{"/", "at least one"},
		{"../..", "at least one"},
		{"/..", "at least one"},
		{"..", "written YYYY"},

		{"Y-17E7", "level 2"},
		{"Y17E8", "level 2"},
		{"1950S2", "level 2"},
		{"Y171010000S3", "level 2"},
		{"2001-34", "level 2"},
		{"[1667,1668,1670..1672]", "level 2"},
		{"{1960,1961-12}", "level 2"},
		{"2004-06~-11", "level 2"},
		{"2004?-06-11", "level 2"},
		{"?2004-06-~11", "level 2"},
		{"156X-12-25", "level 2"},
		{"15XX-12-XX", "level 2"},
		{"XXXX-12-XX", "level 2"},
		{"1XXX-XX", "level 2"},
		{"1XXX", "level 2"},
		{"1984-1X", "level 2"},
		{"2004-06-XX/2004-07-03", "level 2"},
		{"2004-06-~01/2004-06-~20", "level 2"},
	}
	for _, test := range tests {
		v, err := Parse(test.text)
		if err == nil {
			t.Errorf("%q: read as %+v", test.text, v)
		} else if !strings.Contains(err.Error(), test.says) {
			t.Errorf("%q: %q does not say %q", test.text, err, test.says)
		}
	}
}

func TestSame(t *testing.T) {
	tests := []struct {
		a, b string
		same bool
	}{
		{"2023", "2023", true},
		{"2023", "2023~", true},
		{"2023-11", "2023-11-01/2023-11-30", true},
		{"2004-XX", "2004", true},
		{"2023", "2024", false},
		{"2023", "2023-11", false},
		{"2023", "2023-21", false},
		{"2023/..", "2023/", false},
		{"../2023", "../2023", true},
		{"../2023", "../2024", false},
	}
	for _, test := range tests {
		if got := Same(mustParse(t, test.a), mustParse(t, test.b)); got != test.same {
			t.Errorf("Same(%s, %s) = %t", test.a, test.b, got)
		}
	}
}

func TestStartsAfter(t *testing.T) {
	tests := []struct {
		a, b  string
		after bool
	}{
		{"2024", "2023", true},
		{"2023", "2023-06", false},
		{"2023-06", "2023", false},
		{"2024", "2023/..", false},
		{"../2024", "2023", false},
	}
	for _, test := range tests {
		if got := mustParse(t, test.a).StartsAfter(mustParse(t, test.b)); got != test.after {
			t.Errorf("%s starts after %s: %t", test.a, test.b, got)
		}
	}
}

func mustParse(t *testing.T, text string) Value {
	t.Helper()
	v, err := Parse(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return v
}

// FuzzParse holds that nothing panics, and that what is read begins before it ends.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"1985-04-12T23:20:30-04", "Y-170000002", "../1985-04", "2001-24?", "-01XX", "2004-06-XX/2004", "[1667..1668]"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v, err := Parse(text)
		if err != nil {
			return
		}
		first, begins := v.Earliest()
		last, ends := v.Latest()
		if begins && ends && first.After(last) {
			t.Errorf("%q runs from %s to %s", text, first, last)
		}
		if !begins && !ends || !Same(v, v) {
			t.Errorf("%q names no time", text)
		}
	})
}

func ExampleParse() {
	v, err := Parse("2023-11-15/..")
	if err != nil {
		panic(err)
	}
	first, _ := v.Earliest()
	_, ends := v.Latest()
	fmt.Println(first.Format(time.DateOnly), ends)

	_, err = Parse("2023-02-30")
	fmt.Println(err)
	// Output:
	// 2023-11-15 false
	// there is no day 30 in month 02 of 2023
}
