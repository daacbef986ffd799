package check

import (
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/accusing"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/printed"
)

// accusingWords lists what accuses, or may, in the texts that no claim answers for. Whether they may
// stand is for a reader to judge.
func accusingWords(s *subject, report report) {
	read, all := s.reader(), listing{sure: true, unsure: true}
	look := func(text entities.Text, what string, list listing, at ...any) {
		var said []string
		for _, f := range slices.Concat(read.all(text), firmness(text)) {
			if (f.Unsure && list.unsure || !f.Unsure && list.sure) && !slices.Contains(said, f.Said) {
				said = append(said, f.Said)
			}
		}
		if len(said) > 0 {
			report(pointer(at...), fmt.Sprintf("%s says %s", what, listed(said)), "no claim answers for these words: read them as the person would whom they may be about")
		}
	}
	c := s.file.Case
	look(c.Title, "the title of the case", all, "title")
	for i := range c.Entities {
		e := &c.Entities[i]
		look(e.Description, fmt.Sprintf("the description of %s %q", e.Type, e.ID), all, "entities", i, "description")
		for j, alias := range e.Aliases {
			if e.Type != entities.Person {
				look(entities.Text{"": alias}, fmt.Sprintf("an alias of %s %q", e.Type, e.ID), listing{sure: true}, "entities", i, "aliases", j)
			}
		}
	}
	printed.All(s.index).Each(func(text entities.Text, what string, at ...any) {
		look(text, what, s.readFor(at), at...)
	})
	s.unreadLanguages(report)
}

// listing is what of a text is listed: what accuses for sure, and what may accuse nobody.
type listing struct{ sure, unsure bool }

// readFor tells what is listed of a text that is printed. The words of lines that accuse are answered
// for by claims; of other lines, and of persons' names, those that accuse for sure are errors.
func (s *subject) readFor(at []any) listing {
	switch at[0] {
	case "entities":
		t := s.file.Case.Entities[at[1].(int)].Type
		return listing{sure: true, unsure: t == entities.Person} // names of bodies and laws against crimes are no news
	case "relations":
		return listing{unsure: s.statements[at[1].(int)].drawnAsFact()}
	case "flows":
		fact := s.statements[len(s.file.Case.Relations)+at[1].(int)].drawnAsFact()
		return listing{sure: fact && at[2] == "what", unsure: fact}
	case "relationTypes":
		return listing{unsure: !s.file.Case.RelationTypes[at[1].(string)].Wrongdoing}
	}
	return listing{sure: true, unsure: true}
}

// firmness returns the phrases of a text by which it says how things stand.
func firmness(text entities.Text) []accusing.Finding {
	var found []accusing.Finding
	for _, tag := range text.Tags() {
		found = append(found, accusing.Firm(text[tag])...)
	}
	return found
}

// unreadLanguages tells that nothing is known of the words of a language.
func (s *subject) unreadLanguages(report report) {
	for _, lang := range s.file.Case.Languages() {
		if base, _, _ := strings.Cut(lang, "-"); !slices.Contains(accusing.Languages(), base) {
			report(pointer("language"), fmt.Sprintf("there is no list of accusing words for language %q", lang), "have somebody who knows the language read all texts in it")
		}
	}
}

// surerWords finds words by which a view, or a line that is less than stated, calls what it shows
// established.
func surerWords(s *subject, report report) {
	const follows = "how a line stands follows from its claims: leave these words out" + accept
	for _, st := range s.statements {
		if st.Relation == nil || st.Verdict.Standing == entities.Stated || st.Verdict.Standing == entities.Record || st.Verdict.Standing == "" {
			continue
		}
		texts := []entities.Text{st.Relation.Label, st.Relation.For}
		for _, a := range st.Verdict.Amounts {
			texts = append(texts, a.Amount.Qualifier, a.Amount.Unit)
		}
		var found []accusing.Finding
		for _, text := range texts {
			found = append(found, firmness(text)...)
		}
		if said := sureOf(found); len(said) > 0 {
			report(st.pointer("label"), fmt.Sprintf("relation %q says %s, and stands as %s", st.ID(), listed(said), st.Verdict.Standing), follows)
		}
	}
	for i := range s.file.Case.Views {
		v := &s.file.Case.Views[i]
		for _, part := range []struct {
			key  string
			text entities.Text
		}{{"title", v.Title}, {"caption", v.Caption}} {
			said := sureOf(firmness(part.text))
			if len(said) == 0 {
				continue
			}
			if id, standing := unsureLine(s.network.View(v)); id != "" {
				report(pointer("views", i, part.key), fmt.Sprintf("the %s of view %q says %s, and line %q in it stands as %s", part.key, v.ID, listed(said), id, standing), follows)
			}
		}
	}
}

func sureOf(found []accusing.Finding) []string {
	var said []string
	for _, f := range found {
		if !f.Unsure && !slices.Contains(said, f.Said) {
			said = append(said, f.Said)
		}
	}
	return said
}

// unsureLine returns a line of a view that is alleged, rumoured, contested or lapsed.
func unsureLine(v *network.View) (id string, standing entities.Standing) {
	unsure := func(s entities.Standing) bool {
		return s == entities.Alleged || s == entities.Rumoured || s == entities.Contested || s == entities.Lapsed
	}
	for i := range v.Edges {
		if e := &v.Edges[i]; unsure(e.Verdict.Standing) {
			return e.ID, e.Verdict.Standing
		}
	}
	for i := range v.Nodes {
		if n := &v.Nodes[i]; unsure(n.Verdict.Standing) {
			return n.ID, n.Verdict.Standing
		}
	}
	return "", ""
}
