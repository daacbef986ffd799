package check

import (
	"fmt"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/printed"
)

// Untranslated is a text that some view of a case prints and that the case does not have in
// a language.
type Untranslated struct {
	Pointer string // its place, as a JSON pointer
	What    string // the text, in words: name of entity "thailand"
	In      string // the language that it is shown in instead (BCP 47); empty if the case does not say
}

// UntranslatedTexts lists what the views of a case print and the case does not have in a
// language, in the order of the file. Quotes are not among them: they are the very words.
func UntranslatedTexts(n *network.Network, lang string) []Untranslated {
	var missing []Untranslated
	x := n.Index()
	printed.ByViews(n).Each(func(text entities.Text, what string, at ...any) {
		if _, in := text.In(lang, x.Case.Language); len(text) > 0 && in != lang {
			missing = append(missing, Untranslated{pointer(at...), what, in})
		}
	})
	return missing
}

// missingLanguage is for those languages alone that were asked for.
func missingLanguage(s *subject, report report) {
	for _, lang := range s.opts.Languages {
		lang = s.file.Case.LanguageFor(lang)
		for _, text := range UntranslatedTexts(s.network, lang) {
			shown := "the case's language"
			if text.In != "" {
				shown = text.In
			}
			report(text.Pointer, fmt.Sprintf("%s is not given in %s", text.What, lang), "without it, it is shown in "+shown)
		}
	}
}
