package check

import (
	"fmt"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/printed"
)

// Of how many texts a report names the letters, and how many letters of each.
const (
	mostUnset        = 10
	mostUnsetLetters = 8
)

// unset is a text that is printed with letters that no font at hand has.
type unset struct {
	pointer, what string
	letters       []rune
}

// noFont reports texts whose size can only be estimated.
func noFont(s *subject, report report) {
	if s.opts.Uncovered == nil {
		return
	}
	// Most cases have no such text at all, and then the views need not be selected for it.
	if len(s.unset(printed.All(s.index))) == 0 {
		return
	}
	found := s.unset(printed.ByViews(s.network))
	for i, text := range found {
		if i == mostUnset {
			report(text.pointer, fmt.Sprintf("no font at hand has the letters of %d more texts either", len(found)-i), "")
			break
		}
		report(text.pointer, fmt.Sprintf("no font at hand has %s, in %s: its width is estimated, and a PNG shows boxes instead", letters(text.letters), text.what),
			"give a font that has them with --font")
	}
}

// letters lists letters as they are written, and as their numbers where nothing may show them.
func letters(list []rune) string {
	shown := list[:min(len(list), mostUnsetLetters)]
	s := "“" + strings.Join(strings.Split(string(shown), ""), " ") + "”"
	s += fmt.Sprintf(" (U+%04X", shown[0])
	if len(list) > 1 {
		s += fmt.Sprintf(" and %d more", len(list)-1)
	}
	return s + ")"
}

// unset lists what is printed, in the languages that pictures are drawn in, with letters that
// no font has.
func (s *subject) unset(texts *printed.Texts) []unset {
	c := s.file.Case
	languages := []string{c.Language}
	if len(s.opts.Drawn) > 0 {
		languages = nil
		for _, lang := range s.opts.Drawn {
			languages = append(languages, c.LanguageFor(lang))
		}
	}
	var found []unset
	texts.Each(func(text entities.Text, what string, at ...any) {
		var missing []rune
		for _, lang := range languages {
			told, _ := text.In(lang, c.Language)
			missing = union(missing, s.opts.Uncovered(told))
		}
		if len(missing) > 0 {
			found = append(found, unset{pointer(at...), what, missing})
		}
	})
	for i, claim := range c.Claims {
		if missing := s.opts.Uncovered(claim.Quote); texts.Has(claim.ID) && len(missing) > 0 {
			found = append(found, unset{pointer("claims", i, "quote"), fmt.Sprintf("the quote of claim %q", claim.ID), missing})
		}
	}
	return found
}

func union(list, more []rune) []rune {
	for _, r := range more {
		if !strings.ContainsRune(string(list), r) {
			list = append(list, r)
		}
	}
	return list
}
