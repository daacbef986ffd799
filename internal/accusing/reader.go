// Package accusing reads the words that a diagram shows for what they say of people: that somebody
// did a wrong, or was found guilty of one, and that something is established. It reads as a reader
// sees, through confusable, by lists of words in each language that the program has, and tells what
// is sure from what has to be read by somebody. It must never know where a text stands.
//
// Reader reads for what accuses, Firm for what calls something established.
package accusing

import (
	"maps"
	"slices"
	"strings"

	"example.org/graphgen/internal/confusable"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/words"
)

// Finding is a word or phrase of a text, as it is written there.
type Finding struct {
	Said string

	// Unsure tells that it may as well accuse nobody: "fraud" in the name of an office against it.
	Unsure bool

	Judged bool // it says what a court found or did
	Last   bool // it ends the text, as a surname does
}

// Reader finds what accuses.
type Reader struct {
	lists  []kindOf
	labels []string // of wrongdoings, in scripts whose words are found anywhere, folded
	keys   keys
}

// kindOf is a list of English phrases, and what they are taken for.
type kindOf struct {
	phrases phrases
	as      Finding
}

// New returns a reader for a case: it knows what each wrongdoing of its is called as well.
func New(c *entities.Case) *Reader {
	labels, unspaced := labelsOf(c)
	r := &Reader{
		lists: []kindOf{
			{englishPhrases(), Finding{}}, {labels, Finding{}},
			{judgedPhrases(), Finding{Judged: true}}, {unsurePhrases(), Finding{Unsure: true}},
		},
		labels: unspaced,
		keys:   keys{},
	}
	for _, list := range r.lists {
		r.keys.add(list.phrases)
	}
	return r
}

// labelsOf returns how wrongdoings are labelled, in each language that the case or the program has for them.
func labelsOf(c *entities.Case) (phrases, []string) {
	labels := phrases{}
	var unspaced []string
	add := func(label string) {
		if strings.ContainsFunc(label, isLatin) {
			labels.add(confusableWords(label))
		} else if label != "" {
			unspaced = append(unspaced, fold(label))
		}
	}
	types, languages := entities.BuiltinRelationTypes(), c.Languages()
	for _, id := range slices.Sorted(maps.Keys(types)) {
		if !types[id].Wrongdoing {
			continue
		}
		for _, lang := range languages {
			add(words.For(lang).Relation(id))
		}
		add(types[id].Label["en"])
	}
	for _, id := range slices.Sorted(maps.Keys(c.RelationTypes)) {
		if t := c.RelationTypes[id]; t.Wrongdoing && !entities.Unread(id) {
			for _, tag := range t.Label.Tags() {
				add(t.Label[tag])
			}
		}
	}
	return labels, unspaced
}

// In returns what accuses in a text, whatever language it is said to be in: each once, and where it
// is found twice, as the surer.
func (r *Reader) In(text string) []Finding {
	if !r.keys.mayHold(text) {
		return nil
	}
	return r.read(text)
}

func (r *Reader) read(text string) []Finding {
	var found []Finding
	plain, joined := confusable.Words(text)
	for _, list := range r.lists {
		list.phrases.find(plain, func(from, to int) {
			f := list.as
			f.Said, f.Last = said(plain[from:to]), to == len(plain)
			f.Unsure = f.Unsure || inContext(plain, from, to)
			found = append(found, f)
		})
		if list.as.Unsure {
			continue
		}
		for _, w := range joined {
			if list.phrases.within(w) {
				f := list.as
				f.Said = strings.ToLower(w.Written)
				found = append(found, f)
			}
		}
	}
	return distinct(append(found, r.anywhere(fold(text))...))
}

// Accuses returns what accuses for sure in a text.
func (r *Reader) Accuses(text string) []string {
	var said []string
	for _, f := range r.In(text) {
		if !f.Unsure {
			said = append(said, f.Said)
		}
	}
	return said
}

// Firm returns the phrases by which a text itself says how things stand, such as "proven".
func Firm(text string) []Finding {
	if !firmKeys().mayHold(text) {
		return nil
	}
	var found []Finding
	plain, joined := confusable.Words(text)
	for _, list := range []kindOf{{firmPhrases(), Finding{}}, {firmishPhrases(), Finding{Unsure: true}}} {
		list.phrases.find(plain, func(from, to int) {
			f := list.as
			f.Said = said(plain[from:to])
			f.Unsure = f.Unsure || negatingPhrases().near(plain[max(0, from-contextBefore):from])
			found = append(found, f)
		})
		for _, w := range joined {
			if !list.as.Unsure && list.phrases.within(w) {
				found = append(found, Finding{Said: strings.ToLower(w.Written)})
			}
		}
	}
	folded := fold(text)
	for _, list := range otherLists() {
		for _, phrase := range list.firm {
			if at := strings.Index(folded, phrase); at >= 0 {
				found = append(found, Finding{Said: phrase, Unsure: anyIn(folded[:at], list.negating)})
			}
		}
	}
	return distinct(found)
}

func distinct(found []Finding) []Finding {
	var all []Finding
	for _, f := range found {
		at := slices.IndexFunc(all, func(other Finding) bool { return other.Said == f.Said })
		switch {
		case at < 0:
			all = append(all, f)
		case all[at].Unsure:
			all[at] = f
		}
	}
	return all
}

func said(list []confusable.Word) string {
	var written []string
	for _, w := range list {
		written = append(written, w.Written)
	}
	return strings.ToLower(strings.Join(written, " "))
}
