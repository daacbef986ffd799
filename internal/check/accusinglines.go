package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"example.org/graphgen/internal/accusing"
	"example.org/graphgen/internal/confusable"
	"example.org/graphgen/internal/entities"
)

// reader reads all words of a case that accuse.
type reader struct{ *accusing.Reader }

func (s *subject) reader() reader {
	if s.accusing == nil {
		s.accusing = accusing.New(s.file.Case)
	}
	return reader{s.accusing}
}

// sure returns what accuses for sure in a text, in any of its languages, each once.
func (r reader) sure(text entities.Text, but ...func(accusing.Finding) bool) []string {
	var said []string
	for _, f := range r.all(text) {
		if !f.Unsure && !slices.Contains(said, f.Said) && !slices.ContainsFunc(but, func(skip func(accusing.Finding) bool) bool { return skip(f) }) {
			said = append(said, f.Said)
		}
	}
	return said
}

// all returns all that may accuse in a text, in any of its languages.
func (r reader) all(text entities.Text) []accusing.Finding {
	var found []accusing.Finding
	for _, tag := range text.Tags() {
		found = append(found, r.In(text[tag])...)
	}
	return found
}

// quotedWords quotes words, and names what of them only looks as it does.
func quotedWords(said []string) string {
	for _, word := range said {
		if _, looks := confusable.Skeleton(word); !looks {
			continue
		}
		for _, r := range word {
			switch {
			case confusable.Invisible(r):
				return fmt.Sprintf("%s (with U+%04X, which shows nothing)", listed(said), r)
			case r >= 0x80 && unicode.IsLetter(r):
				return fmt.Sprintf("%s (with U+%04X, which only looks like a Latin letter)", listed(said), r)
			}
		}
	}
	return listed(said)
}

// accept is what to do about words that accuse and that a case may keep all the same.
const accept = "; if they accuse nobody, or the source uses these very words, accept it by its id in the case's rules, with the reason"

// drawnAsFact tells whether a line is drawn without a word on how it stands.
func (st statement) drawnAsFact() bool {
	return !st.wrongdoing && (st.Verdict.Strength == entities.Stated || st.Verdict.Strength == entities.Record)
}

// accusingLabel finds lines that accuse by their words alone: their type does not, so that
// they are drawn as firmly as they are stated.
func accusingLabel(s *subject, report report) {
	read := s.reader()
	for _, st := range s.statements {
		if !st.drawnAsFact() || accusingAmount(st, read, report) {
			continue
		}
		switch {
		case st.Relation != nil:
			s.accusingRelation(st, read, report)
		case st.Flow != nil:
			s.accusingFlow(st, read, report)
		default:
			s.accusingValue(st, read, report)
		}
	}
}

// accusingAmount tells of the first amount of a line whose words accuse: “stolen”, of so many euros.
func accusingAmount(st statement, read reader, report report) bool {
	for _, a := range st.Verdict.Amounts {
		for i, text := range []entities.Text{a.Amount.Qualifier, a.Amount.Unit} {
			if said := read.sure(text); len(said) > 0 {
				report(pointer(append(a.Path(), []string{"qualifier", "unit"}[i])...), fmt.Sprintf("%s says %s, and its line is drawn as a fact", a, quotedWords(said)),
					"if a claim accuses, it is alleged; if not, choose words that do not"+accept)
				return true
			}
		}
	}
	return false
}

func (s *subject) accusingRelation(st statement, read reader, report report) {
	r, own := st.Relation, s.file.Case.RelationTypes[st.Relation.Type]
	act := func(f accusing.Finding) bool { return saysItsAct(r.Type, f) }
	deed := func(f accusing.Finding) bool { return !f.Judged } // an act is about a deed, and says of none that it was found
	if said := read.sure(r.For, deed, act); len(said) > 0 && entities.ActOf(r.Type) != "" {
		report(st.pointer("for"), fmt.Sprintf("relation %q is for %s, and a %s finds nothing of that", r.ID, quotedWords(said), r.Type),
			"name the deed alone, or give the relation the type of the judgment"+accept)
		return
	}
	for _, part := range []struct {
		text    entities.Text
		pointer string
	}{
		{r.Label, st.pointer("label")}, {own.Inverse, st.pointer("type")},
		{own.Label, st.pointer("type")}, // a built-in one accuses nobody
	} {
		if said := read.sure(part.text, act); len(said) > 0 {
			report(part.pointer, fmt.Sprintf("relation %q says %s, and its type %q is no wrongdoing: it is drawn as a fact", r.ID, quotedWords(said), r.Type),
				"give it a type that is wrongdoing, or words that do not accuse"+accept)
			return
		}
	}
}

// officialActs are the types of relation that say what a court or an authority did, and with what
// words a label of theirs may say so: that somebody is investigated says of no conviction.
var officialActs = map[string][]string{
	"convicted-by": {"convict", "sentenced", "jailed", "imprison", "guilt", "found liable", "charged with"},
	"charged-by":   {"charged with", "indict"},
	"arrested-by":  {"arrested for"}, "arrested": {"arrested for"},
	"investigated-by": {"suspected of"}, "investigated": {"suspected of"},
}

// saysItsAct tells whether words of a label are those of the official act that its type is.
func saysItsAct(kind string, f accusing.Finding) bool {
	return f.Judged && slices.ContainsFunc(officialActs[kind], func(words string) bool { return strings.HasPrefix(f.Said, words) })
}

// accusingFlow lets a flow through places alone say what moves: that accuses no place.
func (s *subject) accusingFlow(st statement, read reader, report report) {
	f := st.Flow
	texts := []struct {
		key  string
		text entities.Text
	}{{"label", f.Label}}
	if slices.ContainsFunc(slices.Concat(f.From, f.Via, f.To), s.canBeAccused) {
		texts = append(texts, struct {
			key  string
			text entities.Text
		}{"what", f.What})
	}
	for _, part := range texts {
		if said := read.sure(part.text); len(said) > 0 {
			report(st.pointer(part.key), fmt.Sprintf("flow %q says %s, and its claims are stated: it is drawn as a fact", f.ID, quotedWords(said)),
				"if a claim accuses, it is alleged; if not, choose words that do not"+accept)
			return
		}
	}
}

// accusingValue reads the words of values about somebody who can be accused.
func (s *subject) accusingValue(st statement, read reader, report report) {
	f := st.Figure
	if !slices.ContainsFunc(f.About, s.canBeAccused) {
		return
	}
	v := st.Value
	if said := read.sure(f.Question); len(said) > 0 && v == &f.Values[0] {
		report(pointer(append(st.Path()[:2], "question")...), fmt.Sprintf("the question of figure %q says %s of %s, and its claims are stated: it is drawn as a fact", f.ID, quotedWords(said), listed(f.About)),
			"if a claim accuses, it is alleged; if not, ask in words that do not"+accept)
		return
	}
	for _, part := range []struct {
		key  string
		text entities.Text
	}{{"measure", v.Measure}, {"qualifier", v.Qualifier}, {"unit", v.Unit}, {"periodText", v.PeriodText}} {
		if said := read.sure(part.text); len(said) > 0 {
			report(st.pointer(part.key), fmt.Sprintf("%s says %s of %s, and its claims are stated: it is drawn as a fact", st, quotedWords(said), listed(f.About)),
				"if a claim accuses, it is alleged; if not, choose words that do not"+accept)
			return
		}
	}
}

// canBeAccused tells whether an entity is a person or a body with a name, rather than a place, a
// paper, a country or people whom nobody names.
func (s *subject) canBeAccused(id string) bool {
	e := s.index.Entity(id)
	if e == nil {
		return false
	}
	switch e.Type {
	case entities.Person, entities.Organization, entities.Media, entities.Office, entities.Ministry, entities.Agency, entities.Committee:
		return true
	}
	return false
}

// surnames are words that accuse and that people are called. As the last word of a name they are listed for
// reading, and no error.
var surnames = strings.Fields("bandit beaten cheat crook graft kill killing loot pillage plunder racket ransom rigg rob slaughter slave slaver theft")

// accusingName finds persons whose very name accuses them.
func accusingName(s *subject, report report) {
	read := s.reader()
	for i := range s.file.Case.Entities {
		e := &s.file.Case.Entities[i]
		if e.Type != entities.Person {
			continue
		}
		surname := func(f accusing.Finding) bool { return f.Last && slices.Contains(surnames, f.Said) }
		for _, tag := range e.Name.Tags() {
			if said := read.sure(entities.Text{tag: e.Name[tag]}, surname); len(said) > 0 {
				report(pointer("entities", i, "name"), fmt.Sprintf("the name of person %q says %s, and no claim answers for a name", e.ID, quotedWords(said)),
					"give the name alone; what they did, or were found guilty of, is for a relation with claims to say"+accept)
			}
		}
		for j, alias := range e.Aliases {
			if said := read.sure(entities.Text{"": alias}, surname); len(said) > 0 {
				report(pointer("entities", i, "aliases", j), fmt.Sprintf("an alias of person %q says %s, and no claim answers for a name", e.ID, quotedWords(said)),
					"give what they are called; what they did is for a relation with claims to say"+accept)
			}
		}
	}
}
