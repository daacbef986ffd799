package check

import (
	"fmt"
	"maps"
	"slices"
	"unicode"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/printed"
	"example.org/graphgen/internal/script"
)

// languageScript finds languages whose texts, most of them, have no letter that the language is
// written with. Browsers read such texts out wrong, and every rule that goes by words misses them.
func languageScript(s *subject, report report) {
	type count struct {
		texts, foreign int
		first          string
		what           string
	}
	counts, scripts := map[string]*count{}, map[string][]*unicode.RangeTable{}
	printed.All(s.index).Each(func(text entities.Text, what string, at ...any) {
		for _, tag := range text.Tags() {
			lang := tag
			if tag == "" {
				lang = s.file.Case.Language
			}
			if _, met := scripts[lang]; !met {
				scripts[lang] = script.OfLanguage(lang)
			}
			letters, own := script.Letters(text[tag], scripts[lang])
			if letters == 0 {
				continue
			}
			if counts[lang] == nil {
				counts[lang] = &count{}
			}
			c := counts[lang]
			c.texts++
			if own == 0 {
				if c.foreign++; c.foreign == 1 {
					c.first, c.what = pointer(at...), what
				}
			}
		}
	})
	for _, lang := range slices.Sorted(maps.Keys(counts)) {
		if c := counts[lang]; 2*c.foreign > c.texts {
			report(c.first, fmt.Sprintf("%d of %d texts in %q are in another script, such as %s", c.foreign, c.texts, lang, c.what),
				"name the language that they are in: checks of words and screen readers go by it")
		}
	}
}
