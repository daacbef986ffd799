package quotes

import (
	"slices"
	"strings"
	"testing"
)

func TestCountWords(t *testing.T) {
	tests := []struct {
		text string
		want int
	}{
		{"", 0},
		{"“…”", 0},
		{"paid her for berths", 4},
		{"twenty-two — or 1,259 – of them", 5},
		{"either/or", 2},
		{"can't", 1},
		{strings.Repeat("ក", 11), 3},
		{"他可能回家", 3},
		{"ក្រុង Phnom Penh", 3},
	}
	for _, tt := range tests {
		if got := CountWords(tt.text); got != tt.want {
			t.Errorf("CountWords(%q) = %d, want %d", tt.text, got, tt.want)
		}
	}
}

func TestWords(t *testing.T) {
	tests := []struct{ text, want string }{
		{"She  said\n“no”,\tthen.", "She|said|“no”,|then."},
		{"a\u200bb", "a|b"},
		{"ថៃ ok", "ថៃ|ok"},
		{"ok ប្រទេស", "ok|ប្|រ|ទេ|ស"},
		{"ก่อนMay", "ก่|อ|น|May"},
		{"ថ “ok”", "ថ|“ok”"},
		{" ", ""},
	}
	for _, tt := range tests {
		text := mustText(t, tt.text, Plain)
		var got []string
		for _, w := range text.Words(Span{0, len(tt.text)}) {
			got = append(got, text.String()[w.Start:w.End])
		}
		if joined := strings.Join(got, "|"); joined != tt.want {
			t.Errorf("Words(%q) = %q, want %q", tt.text, joined, tt.want)
		}
	}
}

func TestAllPlaces(t *testing.T) {
	text := mustText(t, strings.Repeat("one two\n", 9), Plain)
	r := Places(text, Selector{Exact: "two"}, 5)
	var lines []int
	for _, p := range r.Places {
		lines = append(lines, p.Line)
	}
	if r.Status != Ambiguous || r.Count != 9 || !slices.Equal(lines, []int{1, 2, 3, 4, 5}) {
		t.Errorf("%v, %d places, in lines %v", r.Status, r.Count, lines)
	}
}
