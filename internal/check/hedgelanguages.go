package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/graphgen/internal/hedges"
	"example.org/graphgen/internal/problem"
)

// scripts of languages of which there is no list, as messages name them.
var scripts = []struct {
	name  string
	table *unicode.RangeTable
}{
	{"Arabic", unicode.Arabic}, {"Armenian", unicode.Armenian}, {"Bengali", unicode.Bengali}, {"Burmese", unicode.Myanmar},
	{"Chinese or Japanese", unicode.Han}, {"Cyrillic", unicode.Cyrillic}, {"Devanagari", unicode.Devanagari},
	{"Ethiopic", unicode.Ethiopic}, {"Georgian", unicode.Georgian}, {"Greek", unicode.Greek}, {"Gujarati", unicode.Gujarati},
	{"Hangul", unicode.Hangul}, {"Hebrew", unicode.Hebrew}, {"Japanese", unicode.Hiragana}, {"Japanese", unicode.Katakana},
	{"Kannada", unicode.Kannada}, {"Khmer", unicode.Khmer}, {"Lao", unicode.Lao}, {"Malayalam", unicode.Malayalam},
	{"Sinhala", unicode.Sinhala}, {"Tamil", unicode.Tamil}, {"Telugu", unicode.Telugu}, {"Thai", unicode.Thai}, {"Tibetan", unicode.Tibetan},
}

// scriptOf names the script of most letters of a text; nothing where that is Latin.
func scriptOf(text string) string {
	counts, letters := map[string]int{}, 0
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if r < utf8.RuneSelf || unicode.Is(unicode.Latin, r) {
			continue
		}
		name := "another"
		for _, script := range scripts {
			if unicode.Is(script.table, r) {
				name = script.name
			}
		}
		counts[name]++
	}
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		if 2*counts[name] > letters {
			return name
		}
	}
	return ""
}

// hedgesUnread says of which quotes nobody but a reader can tell whether they weaken what they
// say: those in a language of which there is no list.
func hedgesUnread(s *subject, report report) {
	const advice = "read each of them, and name in hedge the words that weaken it or say the opposite"
	c := s.file.Case
	base, _, _ := strings.Cut(strings.ToLower(c.Language), "-")
	first, count, latin := map[string]int{}, map[string]int{}, 0
	for i, cl := range c.Claims {
		script := scriptOf(cl.Quote)
		if script == "" && hedges.HasWords(cl.Quote) {
			latin++
		}
		if count[script]++; count[script] == 1 {
			first[script] = i
		}
	}
	if base != "" && base != hedges.Language && scriptOf(c.Title[""]) == "" && latin > 0 {
		report(pointer("language"), fmt.Sprintf("there is no list of weakening words for %q: %s were not read for them, unless they are in English", c.Language, problem.Counted(latin, "quote")), advice)
	}
	for _, script := range slices.Sorted(maps.Keys(count)) {
		if script != "" {
			report(pointer("claims", first[script], "quote"), fmt.Sprintf("there is no list of weakening words for what is written in %s script: %s were not read for them", script, problem.Counted(count[script], "quote")), advice)
		}
	}
}
