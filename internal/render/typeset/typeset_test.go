package typeset_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"example.org/graphgen/internal/render/typeset"
)

// Widths in units of 1/2048 em, from the tables of Liberation Sans, which are Arial's.
func TestWidthIsArials(t *testing.T) {
	m := typeset.New()
	tests := []struct {
		text  string
		bold  bool
		units int
	}{
		{"", false, 0},
		{" ", false, 569},
		{"a", false, 1139},
		{"i", false, 455},
		{"W", false, 1933},
		{"0", false, 1139},
		{"a", true, 1139},
		{"i", true, 569},
		{"W", true, 1933},
		{"AV", false, 1366 + 1366 - 152}, // kerned
		{"nn", false, 2 * 1139},
		{"é", false, 1139},
		{"e\u0301", false, 1139},
		{"я", false, 1109},
		{"Ω", false, 1531},
		{"a\u200Bb", false, 2278},
		{"a\tb", false, 1139 + 569 + 1139},
		{"a\r\nb", false, 1139 + 569 + 1139},
		{"\u202Aab\u202C", false, 2278},
		{"a\x00b", false, 2278},
	}
	for _, test := range tests {
		got := m.Width(test.text, typeset.Style{Size: 2048, Bold: test.bold})
		if got != float64(test.units) {
			t.Errorf("Width(%q, bold %v) = %v units, want %v", test.text, test.bold, got, test.units)
		}
	}
}

func TestPicturesHaveRoom(t *testing.T) {
	m := typeset.New()
	for _, text := range []string{"🏛", "🇰🇭", "👩\u200D👧", "1\uFE0F\u20E3", "☎\uFE0F", "👍🏽"} {
		if got := m.Width(text, typeset.Style{Size: 1000}); got < 1245 || got > 1400 {
			t.Errorf("%q: %v px at 1000 px", text, got)
		}
	}
}

func TestSizes(t *testing.T) {
	m := typeset.New()
	for _, test := range []struct{ size, want float64 }{
		{0, 0}, {-3, 0}, {math.NaN(), 0},
		{14, 15.578125}, // 14 px * 2278/2048 = 15.572, up to the next 1/64
		{13.999, 15.578125},
	} {
		if got := m.Width("ab", typeset.Style{Size: test.size}); got != test.want {
			t.Errorf("size %v: width %v, want %v", test.size, got, test.want)
		}
	}
	style := typeset.Style{Size: 2048}
	if a, d := m.Reach("", style); a != 1854 || d != 434 {
		t.Errorf("ascent %v, descent %v", a, d)
	}
}

func TestReach(t *testing.T) {
	m := typeset.New()
	style := typeset.Style{Size: 1000}
	for _, test := range []struct {
		text            string
		ascent, descent float64
	}{
		{"", 906, 212}, {"Phnom Penh", 906, 212},
		{"Phnom Penh ភ្នំពេញ", 1070, 293},
		{"កម្ពុជា", 1070, 539}, // ink below what the font says
		{"กระทรวง", 1061, 450},
		{"မြန်မာ", 1083, 547}, {"ບໍ່", 1183, 462}, {"وزارة", 906, 310}, // of tall fonts the ink
	} {
		ascent, descent := m.Reach(test.text, style)
		if math.Abs(ascent-test.ascent) > 1 || math.Abs(descent-test.descent) > 1 {
			t.Errorf("Reach(%q) = %v, %v, want %v, %v", test.text, ascent, descent, test.ascent, test.descent)
		}
	}
}

func TestUncovered(t *testing.T) {
	m := typeset.New()
	for text, want := range map[string]string{
		"":                             "",
		"Phnom Penh, Łódź, Кишинёв":    "",
		"Hồ Chí Minh · Ho\u0302\u0300": "",
		"tab\tline\nnull\x00\u200B":    "",
		"Thai ไทย, ខ្មែរ, ລາວ, မြန်မာ":                "",
		"وزارة، ٢٠٢٣؟ مُحَمَّد پاکستان می\u200cخواهم": "",
		"सर्व":     "सर्व",
		"中国 中国":    "中国",
		"ก\u0301":  "", // of two fonts
		"bad \xff": "\uFFFD",
	} {
		if got := string(m.Uncovered(text)); got != want {
			t.Errorf("Uncovered(%q) = %q, want %q", text, got, want)
		}
	}
}

// Of the characters that are taken for covered without asking a font, each is.
func TestLatinIsCovered(t *testing.T) {
	m := typeset.New()
	for r := rune(0); r <= 0x17F; r++ {
		if got := string(m.Uncovered(string(r) + "中")); got != "中" {
			t.Errorf("U+%04X is not covered: %q", r, got)
		}
	}
}

func TestBoldIsWiderInEveryScript(t *testing.T) {
	m := typeset.New()
	for _, text := range []string{"Ministry", "Міністерство", "Υπουργείο", "ក្រសួង", "กระทรวง", "ກະຊວງ", "ဝန်ကြီးဌာန", "وزارة"} {
		regular := m.Width(text, typeset.Style{Size: 16})
		bold := m.Width(text, typeset.Style{Size: 16, Bold: true})
		if bold <= regular {
			t.Errorf("%q: bold %v, regular %v", text, bold, regular)
		}
	}
}

func TestManyAtOnce(t *testing.T) {
	m := typeset.New()
	want := typeset.New().Width("Ministry of Foreign Affairs", typeset.Style{Size: 12, Bold: true})
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 50 {
				if got := m.Width("Ministry of Foreign Affairs", typeset.Style{Size: 12, Bold: true}); got != want {
					t.Errorf("width %v, want %v", got, want)
				}
				m.Wrap("Ministry of Foreign Affairs", typeset.Style{Size: 12}, 60)
			}
		})
	}
	group.Wait()
}

// Time grows with a text's length, not with its square, which would be minutes here. The bound
// is loose, since machines differ and the race detector is slow.
func TestHostileTextsTakeLinearTime(t *testing.T) {
	for name, unit := range map[string]string{
		"one word": "a", "short words": "a ", "spaces": " ", "lines": "\n", "hyphens": "-",
		"marks": "\u0301", "zero width spaces": "a\u200B", "Chinese": "中", "stacked": "ក\u17D2",
		"flags": "🇰", "joined pictures": "👩\u200D", "invalid": "\xff", "bidi": "\u202E", "digits": "1,", "isolates": "\u2068", "isolates in turn": "\u2067a\u2069", "joined letters": "ب",
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Repeat(unit, 1<<17/len(unit))
			m := typeset.New()
			start := time.Now()
			m.Width(text, typeset.Style{Size: 14})
			m.Wrap(text, typeset.Style{Size: 14}, 200)
			m.Wrap(text, typeset.Style{Size: 14}, 1e9)
			// The library's order of directions takes squared time: 40 ms for the longest text of a case.
			m.Outline(strings.Repeat(unit, 1<<13/len(unit)), typeset.Style{Size: 14, RightToLeft: true})
			if took := time.Since(start); took > 30*time.Second {
				t.Errorf("took %v", took)
			} else {
				t.Log(took.Round(time.Millisecond))
			}
		})
	}
}

func Example() {
	m := typeset.New()
	style := typeset.Style{Size: 14}
	lines := m.Wrap("National Committee for Counter Trafficking", style, 160)
	var width float64
	for _, line := range lines {
		width = max(width, m.Width(line, style))
	}
	fmt.Println(strings.Join(lines, "\n"))
	fmt.Printf("%.1f px wide\n", width)
	// Output:
	// National Committee
	// for Counter Trafficking
	// 137.5 px wide
}

func labels(n int) []string {
	words := strings.Fields(`Ministry of Foreign Affairs Office Government Cambodia Thailand National Police
		Committee Counter Trafficking Human Rights International Organization Migration spokesperson alleged
		disputed recruiter casino compound border Sihanoukville Bangkok Vientiane Myawaddy Commissioner`)
	result := make([]string, n)
	for i := range result {
		for j := range 3 + i%4 {
			result[i] += words[(i*7+j*5)%len(words)] + " "
		}
	}
	return result
}

func BenchmarkWrapThousandLabels(b *testing.B) {
	m, texts := typeset.New(), labels(1000)
	for b.Loop() {
		for _, text := range texts {
			m.Wrap(text, typeset.Style{Size: 14, Bold: true}, 150)
		}
	}
}

func BenchmarkWidthThousandLabels(b *testing.B) {
	m, texts := typeset.New(), labels(1000)
	for b.Loop() {
		for _, text := range texts {
			m.Width(text, typeset.Style{Size: 14})
		}
	}
}

// What a program pays that measures one text: reading the font.
func BenchmarkFirstWidth(b *testing.B) {
	for b.Loop() {
		typeset.New().Width("Phnom Penh", typeset.Style{Size: 14})
	}
}

func TestNothingIsKeptFromTheCaller(t *testing.T) {
	m := typeset.New()
	first := m.Wrap("one two", typeset.Style{Size: 10}, 30)
	first[0] = "changed"
	if again := m.Wrap("one two", typeset.Style{Size: 10}, 30); slices.Contains(again, "changed") {
		t.Error("a result shares memory with the next")
	}
}
