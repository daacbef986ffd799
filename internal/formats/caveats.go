package formats

import (
	"strings"
	"unicode/utf8"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/wording"
	"example.org/graphgen/internal/words"
)

// CaveatWith is what must stand on a line where no notes are printed below it: the caveat for
// how it stands, and who else answers, since an answer goes wherever goes what it answers.
func CaveatWith(t *wording.Describer, caveat string, v entities.Verdict) string {
	for _, c := range v.Whole(func(v entities.Verdict) []*entities.Claim { return v.Remarks }) {
		entry := t.Claim(c)
		caveat = joined(t, caveat, entry.Lead+" "+entry.Who)
	}
	for _, entry := range t.Entries(v) {
		if entry.Reply != "" {
			caveat = joined(t, caveat, entry.Reply)
		}
	}
	return caveat
}

func joined(t *wording.Describer, a, b string) string {
	switch {
	case a == "":
		return b
	case strings.Contains(a, b):
		return a
	}
	return t.Words.Say(words.Semicolon, a, b)
}

// Bracketed puts a caveat behind what it is on.
func Bracketed(line, caveat string) string {
	if caveat == "" {
		return line
	}
	return line + " (" + caveat + ")"
}

// BracketedWithin is bracketed in so many characters. Of a caveat that takes more than half of
// them the beginning stays, which says how the line stands.
func BracketedWithin(most int, line, caveat string) string {
	whole := Bracketed(line, caveat)
	if utf8.RuneCountInString(whole) <= most {
		return whole
	}
	caveat, _ = CutTo(most/2, caveat)
	if caveat != "" {
		most -= utf8.RuneCountInString(caveat) + len(" ()")
	}
	line, _ = CutTo(most, line)
	return Bracketed(line, caveat)
}

// Below puts a caveat under what it is on.
func Below(line, caveat string) string {
	if caveat == "" {
		return line
	}
	return strings.TrimSpace(line + "\n(" + caveat + ")")
}

// EntryLines tells of each claim that a line rests on, or that answers it.
func EntryLines(t *wording.Describer, v entities.Verdict) []string {
	var lines []string
	for _, entry := range t.Entries(v) {
		lines = append(lines, entry.String())
	}
	return lines
}

// CutTo cuts a text to a length in characters, and tells whether that took anything.
func CutTo(most int, text string) (string, bool) {
	if utf8.RuneCountInString(text) <= most {
		return text, false
	}
	return string([]rune(text)[:most-1]) + "…", true
}
