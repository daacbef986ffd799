package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/graphgen/internal/entities"
)

// texts are those of a case that are nobody's words: no claim answers for them.
type texts struct {
	all   []text
	words map[string][]int // the texts that have a word, by the word
	runOn []int            // the texts with letters of a script that puts no spaces between words
}

// text is one of them in one language.
type text struct {
	where string
	words string
	drawn bool
	of    []string // entities that the report tells of with the text anyway
}

func newTexts(c *entities.Case) *texts {
	t := &texts{words: map[string][]int{}}
	t.add(c.Title, false, nil, "title of the case")
	for _, v := range c.Views {
		t.add(v.Title, true, nil, "title of view %s", v.ID)
		t.add(v.Caption, true, nil, "caption of view %s", v.ID)
	}
	for _, e := range c.Entities {
		t.add(e.Name, true, []string{e.ID}, "name of %s %s", e.Type, e.ID)
		t.add(e.Description, false, []string{e.ID}, "description of %s %s", e.Type, e.ID)
	}
	for _, r := range c.Relations {
		t.add(r.Label, true, []string{r.From, r.To}, "label of relation %s", r.ID)
	}
	for _, f := range c.Flows {
		ends := slices.Concat(f.From, f.Via, f.To)
		t.add(f.What, true, ends, "what moves in flow %s", f.ID)
		t.add(f.Label, true, ends, "label of flow %s", f.ID)
	}
	for _, f := range c.Figures {
		t.add(f.Question, true, f.About, "question of figure %s", f.ID)
		for i, v := range f.Values {
			t.add(v.Measure, true, f.About, "measure of value %d of figure %s", i+1, f.ID)
		}
	}
	for _, s := range c.Sources {
		t.add(s.Title, true, nil, "title of source %s", s.ID)
	}
	for _, correction := range c.Corrections {
		t.add(correction.Text, true, nil, "correction of %s", correction.Date)
	}
	return t
}

func (t *texts) add(given entities.Text, drawn bool, of []string, where string, args ...any) {
	for _, tag := range given.Tags() {
		at := len(t.all)
		t.all = append(t.all, text{fmt.Sprintf(where, args...), strings.Join(strings.Fields(given[tag]), " "), drawn, of})
		for _, word := range strings.FieldsFunc(given[tag], notInName) {
			if list := t.words[word]; len(list) == 0 || list[len(list)-1] != at {
				t.words[word] = append(list, at)
			}
		}
		if strings.ContainsFunc(given[tag], runsOn) {
			t.runOn = append(t.runOn, at)
		}
	}
}

// naming finds the texts that name a person, or have a word of the person's name: who is
// called Berg may be meant where a text says Berg. It finds too much rather than too little.
func (t *texts) naming(e *entities.Entity) []Naming {
	names := slices.Clone(e.Aliases)
	for _, tag := range e.Name.Tags() {
		names = append(names, e.Name[tag])
	}
	var found []int
	for _, name := range names {
		for _, word := range strings.FieldsFunc(name, notInName) {
			if first, _ := utf8.DecodeRuneInString(word); utf8.RuneCountInString(word) > 2 && !unicode.IsLower(first) {
				found = append(found, t.words[word]...)
			}
		}
		if !strings.ContainsFunc(name, runsOn) {
			continue
		}
		for _, at := range t.runOn {
			if strings.Contains(t.all[at].words, name) {
				found = append(found, at)
			}
		}
	}
	slices.Sort(found)
	naming := []Naming{}
	for _, at := range slices.Compact(found) {
		if text := t.all[at]; !slices.Contains(text.of, e.ID) {
			naming = append(naming, Naming{Where: text.where, Text: text.words, Drawn: text.drawn})
		}
	}
	return naming
}

// notInName is what no word of a name has.
func notInName(r rune) bool {
	return !unicode.In(r, unicode.L, unicode.M, unicode.N) && r != '-'
}

// runsOn tells the letters of scripts that put no spaces between words.
func runsOn(r rune) bool {
	return unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Han, unicode.Hiragana, unicode.Katakana)
}
