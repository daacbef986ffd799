package country

import (
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/judges"
)

// TestOfficialCodes compares the codes with Debian's package iso-codes.
func TestOfficialCodes(t *testing.T) {
	var codes struct {
		Countries []struct {
			Alpha2 string `json:"alpha_2"`
		} `json:"3166-1"`
	}
	judges.Codes(t, "iso_3166-1", &codes)
	var want []string
	for _, c := range codes.Countries {
		want = append(want, c.Alpha2)
	}
	slices.Sort(want)
	if got := strings.Fields(officialCodes); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestIsCode(t *testing.T) {
	official := 0
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			if IsCode(string(a) + string(b)) {
				official++
			}
		}
	}
	if official != 249 {
		t.Errorf("%d codes, want 249", official)
	}
	for _, code := range []string{"", "T", "TH ", "TH TJ", "th", "THA", "UK", "EU", "XK", "ZZ", "AA", "D ", " D", "ＴＨ"} {
		if IsCode(code) {
			t.Errorf("%q is taken for a country", code)
		}
	}
}

func TestIntended(t *testing.T) {
	tests := []struct{ code, want string }{
		{"th", "TH"}, {"UK", "GB"}, {"uk", "GB"}, {"EL", "GR"}, {"BU", "MM"}, {"TP", "TL"}, {"ZR", "CD"},
		{"THA", "TH"}, {"khm", "KH"}, {"764", "TH"}, {"EU", ""}, {"XK", ""}, {"ZZ", ""}, {"Thailand", ""}, {"", ""},
	}
	for _, test := range tests {
		if got := Intended(test.code); got != test.want {
			t.Errorf("%q: got %q, want %q", test.code, got, test.want)
		}
	}
}
