package quotes

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestSentence(t *testing.T) {
	tests := []struct {
		name, text, quote, before, after string
	}{
		{"between others", "He left. She may go home today. It rained.", "go home", "She may", "today."},
		{"only one", "She may go home", "go home", "She may", ""},
		{"the quote is the sentence", "He left. She went. It rained.", "She went.", "", ""},
		{"over several lines", "He left.\nShe may\n  go home\ntoday.", "go home", "She may", "today."},
		{"two sentences", "He left. She went. It rained.", "left. She", "He", "went."},
		{"title and initials", "It rained. Gen. J. Smith of the U.S. Army may know.", "may know", "Gen. J. Smith of the U.S. Army", "."},
		{"number", "Some 3.5 percent fell. No. 5 stood.", "fell", "Some 3.5 percent", "."},
		{"question in speech", "“Why?” he asked them. None spoke.", "he asked", "“Why?”", "them."},
		{"closing marks", "“He left.” She went.", "She went", "", "."},
		{"closing marks stay", "She said: “He left.” It rained.", "He left", "She said: “", ".”"},
		{"ellipsis", "Well... he may go. Yes.", "may go", "Well... he", "."},
		{"no space behind the stop", "See example.org for it. Yes.", "for it", "See example.org", "."},
		{"empty line", "A headline\n\nShe went home.", "She went", "", "home."},
		{"a line is no paragraph", "A line\nand more.", "more", "A line and", "."},
		{"Khmer", "គាត់ទៅ។នាងមក ផ្ទះ។", "ផ្ទះ", "នាងមក", "។"},
		{"Devanagari", "वह गया। वह घर आई।", "घर", "वह", "आई।"},
		{"Chinese", "他走了。她可能回家。下雨。", "回家", "她可能", "。"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := mustText(t, tt.text, Plain)
			r := Check(text, []Selector{{Exact: tt.quote}})[0]
			if r.Status != Found {
				t.Fatal(r.Status)
			}
			s := text.Sentence(r.Places[0])
			if s.Before != tt.before || s.After != tt.after || s.Quote != tt.quote {
				t.Errorf("got %q, %q, %q", s.Before, s.Quote, s.After)
			}
			if whole := oneLine(text.String()[s.Start:s.End]); !strings.HasPrefix(whole, s.Before) || !strings.HasSuffix(whole, s.After) {
				t.Errorf("the sentence is placed at %q", whole)
			}
		})
	}
}

func TestSentenceReach(t *testing.T) {
	text := mustText(t, strings.Repeat("é ", 20_000)+"found "+strings.Repeat("é ", 20_000), Plain)
	r := Check(text, []Selector{{Exact: "found"}})[0]
	s := text.Sentence(r.Places[0])
	if s.End-s.Start > 2*sentenceReach+len("found") || !strings.HasPrefix(s.Before, "é") || !strings.HasSuffix(s.After, "é") {
		t.Errorf("a sentence of %d bytes", s.End-s.Start)
	}
}

func TestSentences(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // line:column and words
	}{
		{"one after the other", "He left. She\nmay go?\n\n* * *\n\n“Why?” he asked. ", []string{"1:1 He left.", "1:10 She may go?", "6:1 “Why?” he asked."}},
		{"without an end", "One line\r\n\r\nanother", []string{"1:1 One line", "3:1 another"}},
		{"Khmer", "គាត់ទៅ។នាងមក ផ្ទះ។", []string{"1:1 គាត់ទៅ។", "1:8 នាងមក ផ្ទះ។"}},
		{"Ethiopic", "እሱ ሄደ። እሷ መጣች።", []string{"1:1 እሱ ሄደ።", "1:8 እሷ መጣች።"}},
		{"nothing", " \n--\n", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := mustText(t, tt.text, Plain)
			var got []string
			for _, s := range text.Sentences() {
				got = append(got, fmt.Sprintf("%d:%d %s", s.Line, s.Column, text.Excerpt(Span{s.Start, s.End})))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q\nwant %q", got, tt.want)
			}
		})
	}
}
