package entities

import "testing"

func TestTextIn(t *testing.T) {
	for _, test := range []struct {
		name      string
		text      Text
		lang, own string
		want, in  string
	}{
		{"plain, in the case's language", Text{"": "Harbour"}, "en", "en", "Harbour", "en"},
		{"plain, in another", Text{"": "Harbour"}, "km", "en", "Harbour", "en"},
		{"plain, in a case of no language", Text{"": "Harbour"}, "km", "", "Harbour", ""},
		{"the one asked for", Text{"en": "Thailand", "km": "ថៃ", "th": "ไทย"}, "km", "en", "ថៃ", "km"},
		{"else the case's own, not the first", Text{"en": "Thailand", "km": "ថៃ"}, "th", "km", "ថៃ", "km"},
		{"else the first by tag", Text{"th": "ไทย", "km": "ថៃ"}, "lo", "en", "ថៃ", "km"},
		{"none", nil, "en", "en", "", ""},
	} {
		if got, in := test.text.In(test.lang, test.own); got != test.want || in != test.in {
			t.Errorf("%s: %q in %q, want %q in %q", test.name, got, in, test.want, test.in)
		}
	}
}
