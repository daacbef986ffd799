package words

import (
	"fmt"
	"strings"
	"testing"
)

func TestDate(t *testing.T) {
	for _, test := range []struct{ date, want string }{
		{"2023", "2023"},
		{"2023-12", "December 2023"},
		{"2023-11-05", "5 November 2023"},
		{"2023-11-05T23:30:00+07:00", "5 November 2023"},

		{"2023-12~", "about December 2023"},
		{"2023?", "2023 (uncertain)"},
		{"2023-11-15%", "about 15 November 2023 (uncertain)"},

		{"2023-11-15/2023-11-17", "15 November 2023 to 17 November 2023"},
		{"2019~/2023-10?", "about 2019 to October 2023 (uncertain)"},
		{"../2023-10", "until October 2023"},
		{"2023-10/..", "since October 2023"},
		{"/2023-10", "a date not known to October 2023"},
		{"2023-10/", "October 2023 to a date not known"},

		{"2023-21", "spring 2023"},
		{"2023-22", "summer 2023"},
		{"2023-23~", "about autumn 2023"},
		{"2023-24", "winter 2023"},
		{"2022-24/2023-21", "winter 2022 to spring 2023"},

		{"201X", "the 2010s"},
		{"200X?", "the 2000s (uncertain)"},
		{"20XX", "between 2000 and 2099"},
		{"20XX-XX", "between 2000 and 2099"},
		{"005X", "between 50 and 59"},
		{"000X", "between 1 BC and 9"},
		{"-01XX", "between 200 BC and 101 BC"},
		{"2004-XX", "2004"},
		{"2004-XX-XX", "2004"},
		{"2004-06-XX", "June 2004"},
		{"2004-06-XX~", "about June 2004"},

		{"0033", "33"},
		{"0000", "1 BC"},
		{"-0043-03-15", "15 March 44 BC"},
		{"Y170000002", "170000002"},
		{"Y-17000", "17001 BC"},

		// No EDTF of the levels that are read: shown as the case has it.
		{"", ""},
		{"last autumn", "last autumn"},
		{"2023-13", "2023-13"},
		{"{2020, 2021}", "{2020, 2021}"},
		{"../..", "../.."},
		{"/", "/"},
	} {
		if got := english.Date(test.date); got != test.want {
			t.Errorf("Date(%q) is %q, want %q", test.date, got, test.want)
		}
	}
}

func TestDateInOtherLanguages(t *testing.T) {
	for _, test := range []struct{ lang, date, want string }{
		{"km", "2023-11-05", "ថ្ងៃ|ទី 5 ខែ|វិច្ឆិកា ឆ្នាំ 2023"},
		{"km", "2023-12~", "ប្រហែល ខែ|ធ្នូ ឆ្នាំ 2023"},
		{"km", "201X", "ទសវត្សរ៍ ឆ្នាំ 2010"},
		{"km", "2023-21/..", "ចាប់តាំង|ពី រដូវ|ផ្ការីក ឆ្នាំ 2023"},
		{"ar", "2023-11-05", "5 نوفمبر 2023"},
		{"th", "2023-11-05", "5 พฤศจิกายน ค.ศ. 2023"},
		{"th", "2022-24/2023", "ฤดู|หนาว ค.ศ. 2022 ถึง ค.ศ. 2023"},
		{"th", "-0043", "44 ปี|ก่อน ค.ศ."},
	} {
		if got, want := For(test.lang).Date(test.date), strings.ReplaceAll(test.want, "|", "\u200b"); got != want {
			t.Errorf("%s: Date(%q) is %q, want %q", test.lang, test.date, got, want)
		}
	}
}

// FuzzDate looks for a date that cannot be worded, or is worded as nothing.
func FuzzDate(f *testing.F) {
	for _, seed := range []string{"2023-12~", "../2023", "20XX-XX", "-0001-24?", "Y-9999999999", "2023-11-05T23:30:00Z", "%s"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, date string) {
		if got := For("en").Date(date); (got == "") != (date == "") {
			t.Errorf("%q is worded %q", date, got)
		}
	})
}

func ExampleCatalog_Date() {
	fmt.Println(For("en").Date("2023-11-15/2023-12~"))
	// Output: 15 November 2023 to about December 2023
}
