package typeset_test

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"example.org/graphgen/internal/render/typeset"
)

func TestWrap(t *testing.T) {
	m := typeset.New()
	style := typeset.Style{Size: 14}
	tests := []struct {
		name, text string
		max        float64
		want       []string
	}{
		{"nothing", "", 100, nil},
		{"white space", " \t\n ", 100, nil},
		{"fits", "Phnom Penh", 100, []string{"Phnom Penh"}},
		{"no limit", "a b c", 0, []string{"a b c"}},
		{"not a number", "a b c", math.NaN(), []string{"a b c"}},
		{"white space collapses", "  a \t b  ", 100, []string{"a b"}},
		{"no orphan", "Office of the High Commissioner for Human Rights", 270,
			[]string{"Office of the High Commissioner", "for Human Rights"}},
		{"even lines", "Ministry of Foreign Affairs and International Cooperation", 150,
			[]string{"Ministry of Foreign", "Affairs and International", "Cooperation"}},
		{"after a hyphen", "Anti-Trafficking", 90, []string{"Anti-", "Trafficking"}},
		{"spaces before hyphens", "National Anti-Trafficking Committee", 130,
			[]string{"National", "Anti-Trafficking", "Committee"}},
		{"after a slash", "Recruiters/traffickers", 90, []string{"Recruiters/", "traffickers"}},
		{"no dash begins a line", "Thailand – Cambodia", 90, []string{"Thailand –", "Cambodia"}},
		{"long word stays", "of Constitutionalism", 80, []string{"of", "Constitutionalism"}},
		{"longest word is broken", "Constitutionalism", 40, []string{"Const", "itution", "alism"}},
		{"no-break space", "10\u00A0000 people", 50, []string{"10\u00A0000", "people"}},
		{"soft hyphen is no break", "Grenz\u00ADpolizei", 60, []string{"Grenz\u00ADpolizei"}},
		{"zero width space", "ក្រសួង\u200Bមហាផ្ទៃ", 70, []string{"ក្រសួង", "មហាផ្ទៃ"}},
		{"zero width space on one line", "ក្រសួង\u200Bមហាផ្ទៃ", 900, []string{"ក្រសួងមហាផ្ទៃ"}},
		{"Chinese", "联合国人权事务高级专员办事处", 110, []string{"联合国人权事务", "高级专员办事处"}},
		{"line break in the text", "one\ntwo three", 500, []string{"one", "two three"}},
		{"invalid", "a\xff b", 500, []string{"a\uFFFD b"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := m.Wrap(test.text, style, test.max); !slices.Equal(got, test.want) {
				t.Errorf("Wrap(%q, %v) = %q, want %q", test.text, test.max, got, test.want)
			}
		})
	}
}

// checkWrap holds what every result of Wrap must hold.
func checkWrap(t *testing.T, m *typeset.Measurer, text string, style typeset.Style, max float64) {
	t.Helper()
	lines := m.Wrap(text, style, max)
	if got, want := solid(strings.Join(lines, "")), solid(strings.ToValidUTF8(text, "\uFFFD")); got != want {
		t.Fatalf("Wrap(%q) lost or added text: %q, want %q", text, got, want)
	}
	for _, line := range lines {
		if !utf8.ValidString(line) || line == "" {
			t.Fatalf("Wrap(%q) has line %q", text, line)
		}
		width := m.Width(line, style)
		if !(max > 0) || width <= max {
			continue
		}
		// Too wide is only what cannot be broken: at the same limit it stays one line.
		if again := m.Wrap(line, style, max); len(again) != 1 {
			t.Fatalf("Wrap(%q, %v) has line %q of width %v, which can be broken into %q", text, max, line, width, again)
		}
	}
}

// solid is a text without what Wrap may drop.
func solid(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '\u2066' && r <= '\u2069' || unicode.IsSpace(r) && r != '\u00A0' && r != '\u2007' && r != '\u202F' || r == '\u200B' {
			return -1
		}
		return r
	}, s)
}

func FuzzWrap(f *testing.F) {
	for _, text := range []string{
		"", "Office of the High Commissioner for Human Rights", "a-b/c\u200Bd\u00ADe",
		"ព្រះរាជាណាចក្រ\u200Bកម្ពុជា", "กระทรวง\u200Bการต่างประเทศ", "联合国人权事务", "وزارة الخارجية", "משרד החוץ AV", "a \u2067b c \u2066d e\u2069 f\u2069 g", "\u2068\u2069\u2069a b\u2068",
		"👩\u200D👧🇰🇭 e\u0301\u0301 \u0301", "\xff\xfe\x00\r\n\u2028x", "\u202Eabc\u202C AVAVAV To. Yo",
	} {
		f.Add(text, 14.0, 60.0, false)
		f.Add(text, 11.5, 5.0, true)
	}
	m := typeset.New()
	f.Fuzz(func(t *testing.T, text string, size, max float64, bold bool) {
		checkWrap(t, m, text, typeset.Style{Size: size, Bold: bold}, max)
	})
}
