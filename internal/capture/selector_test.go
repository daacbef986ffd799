package capture

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/hedges"
	"example.org/graphgen/internal/quotes"
)

func textOf(t testing.TB, words string) *quotes.Text {
	t.Helper()
	text, err := quotes.NewText([]byte(words), quotes.Plain)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

const harbour = `The Gazette spoke to Ada Berg, who heads the Port Agency. Traders say that they may have
paid her for berths at the northern quay, in spring and again in autumn, four times in all. She
says that she “never took a coin” from anyone. Ada Berg heads the Port Agency. Nobody saw it. It
rained in spring, and again in autumn. Nobody saw her. Nobody saw it.

`

func TestSelect(t *testing.T) {
	tests := []struct {
		name   string
		wanted Wanted
		want   quotes.Selector
	}{
		{"few words stay as they are", Wanted{Words: "paid her for berths"}, quotes.Selector{Exact: "paid her for berths"}},
		{"the source's own spelling", Wanted{Words: "she  'never took a coin\""}, quotes.Selector{}},
		{"white space is folded", Wanted{Words: "may have paid her"}, quotes.Selector{Exact: "may have paid her"}},
		{"quotation marks are the source's", Wanted{Words: `she "never took a coin" from`}, quotes.Selector{Exact: "she “never took a coin” from"}},
		{"twelve words stay", Wanted{Words: "they may have paid her for berths at the northern quay, in"}, quotes.Selector{Exact: "they may have paid her for berths at the northern quay, in"}},
		{"chosen by what stands before", Wanted{Words: "Nobody saw", Prefix: "Agency. "}, quotes.Selector{Exact: "Nobody saw", Prefix: "Agency."}},
		{"chosen by number", Wanted{Words: "again in autumn", Nth: 2}, quotes.Selector{Exact: "again in autumn", Suffix: ". Nobody"}},
		{"chosen by what stands behind", Wanted{Words: "again in autumn", Suffix: ", four"}, quotes.Selector{Exact: "again in autumn", Suffix: ", four"}},
	}
	text := textOf(t, harbour)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			place, err := Locate(text, tt.wanted)
			if tt.want == (quotes.Selector{}) {
				if !errors.As(err, new(*MissingError)) {
					t.Fatalf("located: %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			got, err := Select(text, place)
			if err != nil || got != tt.want {
				t.Errorf("got %q, %v\nwant %q", got, err, tt.want)
			}
		})
	}
}

func TestLocate(t *testing.T) {
	text := textOf(t, harbour)
	var ambiguous *AmbiguousError
	if _, err := Locate(text, Wanted{Words: "Ada Berg"}); !errors.As(err, &ambiguous) || ambiguous.Count != 2 || len(ambiguous.Places) != 2 {
		t.Errorf("two places: %v", err)
	}
	if place, err := Locate(text, Wanted{Words: "Ada Berg", Nth: 2}); err != nil || place.Line != 3 {
		t.Errorf("the second: %v, %v", place, err)
	}
	if _, err := Locate(text, Wanted{Words: "Ada Berg", Nth: 3}); err == nil || !strings.Contains(err.Error(), "no place 3") {
		t.Errorf("the third: %v", err)
	}
	var missing *MissingError
	if _, err := Locate(text, Wanted{Words: "they paid her for two berths"}); !errors.As(err, &missing) || missing.Nearest.Place.Line != 1 {
		t.Errorf("words that are not there: %v", err)
	}
	if _, err := Locate(text, Wanted{Words: "…"}); err == nil || !strings.Contains(err.Error(), "no letter") {
		t.Errorf("no words: %v", err)
	}
	many := textOf(t, strings.Repeat("berths, ", 50))
	if _, err := Locate(many, Wanted{Words: "berths"}); !errors.As(err, &ambiguous) || ambiguous.Count != 50 || len(ambiguous.Places) != mostPlaces {
		t.Errorf("fifty places: %v", err)
	}
	if place, err := Locate(many, Wanted{Words: "berths", Nth: 49}); err != nil || place.Column != 48*8+1 {
		t.Errorf("the 49th: %v, %v", place, err)
	}
}

func TestSelectRefuses(t *testing.T) {
	tests := []struct {
		name, text, words string
		nth               int
		want              string
	}{
		{"the same all around", strings.Repeat("round and round we go ", 60), "we go", 30, "no prefix or suffix"},
		{"thirteen words", harbour, "they may have paid her for berths at the northern quay, in spring", 0, "these are 13 words, and a quote has 12 at most; give those"},
		{"a sentence", harbour, "Nobody saw her.", 0, "this is a whole sentence"},
		{"what weakens stands too far apart", "It may be that Ada and Bea and Cleo and Dora and Eve and Fay did perhaps pay.", "may be that Ada and Bea and Cleo and Dora and Eve and Fay did perhaps pay", 1, "weakens"},
		{"a page", strings.Repeat("one two three. ", 51), strings.TrimSpace(strings.Repeat("one two three. ", 51)), 1, "these are 153 words; give those"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := textOf(t, tt.text)
			place, err := Locate(text, Wanted{Words: tt.words, Nth: tt.nth})
			if err != nil {
				t.Fatal(err)
			}
			if got, err := Select(text, place); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %q, %v", got, err)
			}
		})
	}
}

// TestSelectFindsItsPlace takes every stretch of words of a text that repeats itself, in
// several scripts: Select quotes all of it and finds that place and no other, or refuses it
// and shows what can be quoted.
func TestSelectFindsItsPlace(t *testing.T) {
	texts := []string{
		harbour,
		"ប្រទេសថៃ ជាកន្លែងឆ្លងកាត់។ គាត់បានទៅប្រទេសថៃ ហើយគាត់មិនបានត្រឡប់មកវិញទេ។ ប្រទេសថៃ ជាកន្លែងឆ្លងកាត់ ដែលគេស្គាល់។",
		"他可能回家。她可能回家，也可能不回家。他走了。",
	}
	for _, words := range texts {
		text := textOf(t, words)
		all := text.Words(quotes.Span{End: len(words)})
		for i := range all {
			for _, length := range []int{1, 2, 3, 5, 11, 14, 30, 70} {
				if i+length > len(all) {
					continue
				}
				given := quotes.Place{Start: all[i].Start, End: all[i+length-1].End}
				selectAndCheck(t, text, given)
			}
		}
	}
}

func selectAndCheck(t *testing.T, text *quotes.Text, given quotes.Place) {
	t.Helper()
	words := text.Excerpt(quotes.Span{Start: given.Start, End: given.End})
	isGiven := func(p quotes.Place) bool { return p.Start == given.Start && p.End == given.End }
	if !slices.ContainsFunc(quotes.Places(text, quotes.Selector{Exact: words}, 1000).Places, isGiven) {
		return // it is cut inside a word
	}
	s, err := Select(text, given)
	var long *LongError
	if errors.As(err, &long) {
		checkCuts(t, text, words, long)
		return
	}
	if n := quotes.CountWords(words); n > quotes.MostWords {
		t.Errorf("%q: %d words became %q, %v", words, n, s, err)
	}
	if err != nil {
		longer := len(text.Words(quotes.Span{End: len(text.String())})) > mostContext // and may repeat itself for as long
		if longer && text.String() != harbour && strings.Contains(err.Error(), "tell them apart") {
			return
		}
		t.Fatalf("%q: %v", words, err)
	}
	seen := text.Seen(quotes.Span{Start: given.Start, End: given.End})
	r := quotes.Check(text, []quotes.Selector{s})[0]
	switch {
	case r.Status != quotes.Found || !isGiven(r.Places[0]) && seen == words:
		t.Errorf("%q: %q is %v", words, s, r.Status)
	case r.Places[0].Start > given.Start || r.Places[0].End > given.End || text.Seen(quotes.Span{Start: r.Places[0].Start, End: r.Places[0].End}) != seen:
		t.Errorf("%q: %q lies elsewhere", words, s)
	case s.Exact != seen:
		t.Errorf("%q became %q", words, s.Exact)
	}
}

func TestLongErrorShowsWhereToCut(t *testing.T) {
	text := textOf(t, harbour)
	place, err := Locate(text, Wanted{Words: "Traders say that they may have paid her for berths at the northern quay, in spring"})
	if err != nil {
		t.Fatal(err)
	}
	_, err = Select(text, place)
	var long *LongError
	if !errors.As(err, &long) {
		t.Fatal(err)
	}
	want := []string{
		"say that they may have paid her for berths at the northern",
		"that they may have paid her for berths at the northern quay",
		"may have paid her for berths at the northern quay, in spring",
	}
	if long.Fits != "Traders say that they may have paid her for berths at the" || long.Rest != "northern quay, in spring" || !slices.Equal(long.Cuts, want) {
		t.Errorf("got %q | %q, %q", long.Fits, long.Rest, long.Cuts)
	}
}

// checkCuts holds that what is shown of words that are too many can be quoted, and leaves out
// nothing that weakens them.
func checkCuts(t *testing.T, text *quotes.Text, words string, long *LongError) {
	t.Helper()
	if long.Words != quotes.CountWords(words) || strings.ReplaceAll(long.Fits+long.Rest, " ", "") != strings.ReplaceAll(words, " ", "") {
		t.Errorf("%q is shown as %d words, %q | %q", words, long.Words, long.Fits, long.Rest)
	}
	if quotes.CountWords(long.Fits) > quotes.MostWords {
		t.Errorf("%q: %q is long", words, long.Fits)
	}
	for _, cut := range long.Cuts {
		switch {
		case !strings.Contains(words, cut) || quotes.Check(text, []quotes.Selector{{Exact: cut}})[0].Count == 0:
			t.Errorf("%q: %q is not in it", words, cut)
		case quotes.CountWords(cut) > quotes.MostWords:
			t.Errorf("%q: %q is long", words, cut)
		case hedges.Count(cut) != hedges.Count(words):
			t.Errorf("%q: %q drops what weakens it", words, cut)
		}
	}
}

func ExampleSelect() {
	text, err := quotes.NewText([]byte("The minister met traders. In May, the minister met traders again."), quotes.Plain)
	if err != nil {
		fmt.Println(err)
		return
	}
	place, err := Locate(text, Wanted{Words: "met traders", Nth: 2})
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := Select(text, place)
	fmt.Printf("%q before %q, %v\n", s.Exact, s.Suffix, err)
	// Output:
	// "met traders" before "again", <nil>
}
