package report

import (
	"cmp"
	"slices"

	"example.org/graphgen/internal/distinct"
	"example.org/graphgen/internal/entities"
)

// Person is a named person, taken to be alive, with everything that the diagrams say of them.
type Person struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	Aliases     []string `json:"aliases"`               // other names, also in other languages
	Description string   `json:"description,omitempty"` // of the case; no picture has it

	Accused []string `json:"accused"` // the lines that accuse them
	Beside  []string `json:"beside"`  // the lines that accuse somebody else and name them: as wronged, say
	Near    []Near   `json:"near"`    // accusations of what they head, belong to, work for or the like
	Lines   []string `json:"lines"`   // the other lines that they are an end of or that are about them
	Said    []Claim  `json:"said"`    // the words that claims give to them, in the order of the case
	Texts   []Naming `json:"texts"`   // titles, captions, labels and the like that name them
	Views   []string `json:"views"`   // the views that draw them
}

// Near is an accusation of somebody to whom a person is bound.
type Near struct {
	Line    string   `json:"line"`    // that accuses
	Through []string `json:"through"` // the lines that bind the person to who is accused
	Accused Named    `json:"accused"`
}

// Naming is a text of the case that names a person, as a whole or in part.
type Naming struct {
	Where string `json:"where"`
	Text  string `json:"text"`
	Drawn bool   `json:"drawn"` // whether pictures have the text
}

func (w *writer) persons() []Person {
	all := []Person{}
	texts := newTexts(w.index.Case)
	touching, accusing := map[string][]*Line{}, map[string][]*Line{}
	for i := range w.report.Lines {
		l := &w.report.Lines[i]
		for _, end := range l.Ends {
			touching[end.ID] = append(touching[end.ID], l)
		}
		for _, accused := range l.Accused {
			accusing[accused.ID] = append(accusing[accused.ID], l)
		}
	}
	said := map[string][]Claim{}
	for i := range w.index.Case.Claims {
		c := &w.index.Case.Claims[i]
		if e := w.index.Entity(c.Speaker); e != nil && e.Type == entities.Person {
			said[e.ID] = append(said[e.ID], w.claimAlone(c))
		}
	}
	views := map[string][]string{}
	for _, v := range w.report.Views {
		for _, e := range v.Draws {
			views[e.ID] = append(views[e.ID], v.ID)
		}
	}
	for i := range w.index.Case.Entities {
		e := &w.index.Case.Entities[i]
		if e.Type != entities.Person || w.index.Entity(e.ID) != e {
			continue
		}
		p := Person{ID: e.ID, Name: w.describer.Text(e.Name), Aliases: w.otherNames(e), Description: w.describer.Text(e.Description),
			Accused: []string{}, Beside: []string{}, Lines: []string{}, Near: near(e.ID, touching, accusing),
			Said: append([]Claim{}, said[e.ID]...), Texts: texts.naming(e), Views: append([]string{}, views[e.ID]...)}
		for _, l := range touching[e.ID] {
			switch {
			case named(l.Accused, e.ID):
				p.Accused = append(p.Accused, l.ID)
			case l.Accuses:
				p.Beside = append(p.Beside, l.ID)
			default:
				p.Lines = append(p.Lines, l.ID)
			}
		}
		all = append(all, p)
	}
	slices.SortStableFunc(all, func(a, b Person) int {
		return cmp.Or(cmp.Compare(len(b.Accused), len(a.Accused)), cmp.Compare(len(b.Near), len(a.Near)), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return all
}

// otherNames are those that the report does not tell of a person by.
func (w *writer) otherNames(e *entities.Entity) []string {
	names := []string{}
	for _, tag := range e.Name.Tags() {
		names = append(names, e.Name[tag])
	}
	names = distinct.Append(distinct.Append(nil, names...), e.Aliases...)
	told, _ := e.Name.In(w.describer.Lang, w.index.Case.Language)
	return slices.DeleteFunc(names, func(name string) bool { return name == told })
}

// binding are the relation types that make a reader lay at one's door what the other does.
var binding = map[string]bool{
	"holds-office": true, "heads": true, "member-of": true, "works-for": true, "part-of": true, "advises": true,
	"represents": true, "owns": true, "funds": true, "created-by": true, "related-to": true, "reports-to": true,
}

// near finds what accuses those to whom a relation that accuses nobody binds the person, and
// through an office those to whom it binds the office.
func near(person string, touching, accusing map[string][]*Line) []Near {
	all := []Near{}
	met := map[string]bool{person: true}
	var bound func(id string, ties []string)
	bound = func(id string, ties []string) {
		for _, tie := range touching[id] {
			if tie.Kind != entities.RelationStatement || tie.Accuses || !binding[tie.Type] {
				continue
			}
			for _, other := range tie.Ends {
				if met[other.ID] {
					continue
				}
				met[other.ID] = true
				through := append(slices.Clone(ties), tie.ID)
				for _, l := range accusing[other.ID] {
					if !l.names(person) {
						all = append(all, Near{Line: l.ID, Through: through, Accused: other})
					}
				}
				if other.Type == string(entities.Office) {
					bound(other.ID, through)
				}
			}
		}
	}
	bound(person, nil)
	return all
}

// names tells whether an entity is an end of the line.
func (l *Line) names(id string) bool { return named(l.Ends, id) }

func named(list []Named, id string) bool {
	return slices.ContainsFunc(list, func(n Named) bool { return n.ID == id })
}
