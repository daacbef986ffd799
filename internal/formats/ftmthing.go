package formats

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/distinct"
	"example.org/graphgen/internal/edtf"
	"example.org/graphgen/internal/entities"
)

// Properties of things by what a case makes of them, the most telling first.
var (
	nameProperties    = []string{"name", "full", "title", "fileName"}
	aliasProperties   = []string{"alias", "weakAlias", "previousName"}
	countryProperties = []string{"country", "jurisdiction", "nationality", "mainCountry", "citizenship"}
	textProperties    = []string{"description", "summary", "notes"}
	linkProperties    = []string{"sourceUrl", "website", "wikipediaUrl", "opencorporatesUrl"}
)

func isDocument(schema string) bool { return slices.Contains(documentSchemata, schema) }

// markOf returns what stands behind a mark that exportFTM puts into keywords.
func markOf(keywords []string, mark string) string {
	for _, word := range keywords {
		if rest, is := strings.CutPrefix(word, mark); is {
			return rest
		}
	}
	return ""
}

// unmarked returns the keywords without those marks. Only the first is one.
func unmarked(keywords []string) []string {
	at := slices.IndexFunc(keywords, func(word string) bool {
		_, known := typeSaid(strings.TrimPrefix(word, typeMark))
		return strings.HasPrefix(word, typeMark) && known || strings.HasPrefix(word, sourceMark)
	})
	if at < 0 {
		return keywords
	}
	return slices.Delete(slices.Clone(keywords), at, at+1)
}

// nameOf returns the best name that a line has, and takes all of them.
func (r *ftmReader) nameOf(line *ftmLine, object any, field string) (name string, others []string) {
	var all []string
	for _, property := range nameProperties {
		all = append(all, line.Properties[property]...)
	}
	if len(all) == 0 {
		all = []string{strings.TrimSpace(strings.Join(slices.Concat(line.Properties["firstName"], line.Properties["lastName"]), " "))}
	}
	for i, text := range all {
		all[i] = r.fit(object, field, text)
	}
	all = slices.DeleteFunc(all, func(text string) bool { return text == "" })
	if len(all) == 0 {
		return cmp.Or(r.fit(object, field, line.ID), line.Schema), nil
	}
	return all[0], all[1:]
}

// thing makes an entity of a line.
func (r *ftmReader) thing(line *ftmLine, t entities.EntityType) entities.Entity {
	e := entities.Entity{ID: caseID(line.ID), Type: t}
	name, others := r.nameOf(line, e, "Name")
	e.Name = entities.Text{"": name}
	for _, property := range aliasProperties {
		for _, alias := range line.Properties[property] {
			others = append(others, r.fit(e, "Aliases", alias))
		}
	}
	for _, alias := range others {
		if alias != "" && alias != name && !slices.Contains(e.Aliases, alias) {
			e.Aliases = append(e.Aliases, alias)
		}
	}
	if description := r.textOf(line, e, "Description"); description != "" {
		e.Description = entities.Text{"": description}
	}
	country := r.countryOf(line)
	if t == entities.Country {
		e.Code = country
	} else {
		e.Country = country
	}
	for _, property := range linkProperties {
		for _, link := range line.Properties[property] {
			before := len(e.Links)
			e.Links = appendLink(e.Links, link)
			if len(e.Links) == before && !slices.Contains(e.Links, link) {
				r.links++
			}
		}
	}
	for _, word := range unmarked(line.Properties["keywords"]) {
		if tag := r.fit(e, "Tags", word); tag != "" && !slices.Contains(e.Tags, tag) {
			e.Tags = append(e.Tags, tag)
		}
	}
	r.topics += len(line.Properties["topics"])
	r.lose(line, nameProperties, aliasProperties, countryProperties, textProperties, linkProperties,
		[]string{"keywords", "topics", "proof", "firstName", "lastName"}, slices.Collect(maps.Keys(properLinks)))
	return e
}

// textOf joins what a line says in words.
func (r *ftmReader) textOf(line *ftmLine, object any, field string) string {
	var texts []string
	for _, property := range textProperties {
		for _, text := range line.Properties[property] {
			if !slices.Contains(texts, text) {
				texts = append(texts, text)
			}
		}
	}
	return r.fit(object, field, strings.Join(texts, "\n\n"))
}

// countryOf returns the first country that has a code.
func (r *ftmReader) countryOf(line *ftmLine) string {
	code, given := "", 0
	for _, property := range countryProperties {
		for _, value := range line.Properties[property] {
			given++
			if known := check.CountryCode(value); code == "" {
				code = known
			} else if known == code {
				given-- // says it again
			}
		}
	}
	if code != "" {
		given--
	}
	r.countries += given
	return code
}

// dateOf returns the first date of a property, without a time of day.
func (r *ftmReader) dateOf(line *ftmLine, property string) string {
	values := line.Properties[property]
	date := ""
	for _, value := range values {
		day, _, _ := strings.Cut(value, "T")
		if _, err := edtf.Parse(day); err == nil && ftmDate(day) && date == "" {
			date = day
		} else {
			r.dates++
		}
	}
	return date
}

// lose counts the values of properties that are not taken.
func (r *ftmReader) lose(line *ftmLine, taken ...[]string) {
	all := slices.Concat(taken...)
	for property, values := range line.Properties {
		if !slices.Contains(all, property) {
			r.properties[property] += len(values)
		}
	}
}

// source makes a source of a document.
func (r *ftmReader) source(line *ftmLine) entities.Source {
	s := entities.Source{ID: caseID(line.ID), Type: entities.OtherSource}
	if line.Schema == "Article" {
		s.Type = entities.Article
	}
	for _, t := range entities.SourceTypes() {
		if markOf(line.Properties["keywords"], sourceMark) == string(t) {
			s.Type = t
		}
	}
	title, _ := r.nameOf(line, s, "Title")
	s.Title = entities.Text{"": title}
	for _, url := range line.Properties["sourceUrl"] {
		if links := appendLink(nil, url); s.URL == "" && len(links) > 0 {
			s.URL = links[0]
		} else {
			r.links++
		}
	}
	s.Published = r.dateOf(line, "publishedAt")
	r.lose(line, nameProperties, []string{"sourceUrl", "publishedAt", "keywords"})
	return s
}

// edge makes relations of an edge: one for each pair of its ends.
func (r *ftmReader) edge(line *ftmLine, link linkForm) error {
	from, to := distinct.Append(nil, line.Properties[link.From]...), distinct.Append(nil, line.Properties[link.To]...)
	const most = 100
	if len(from)*len(to) > most {
		return refuse(r.at(1), fmt.Sprintf("edge %q joins more than %d pairs", cutName(line.ID), most), "an edge has two ends")
	}
	role := r.roleOf(line)
	for _, a := range from {
		for _, b := range to {
			if a == b {
				r.loops++
				continue
			}
			rel := entities.Relation{ID: caseID(line.ID), From: caseID(a), To: caseID(b), Draft: true}
			if len(from)*len(to) > 1 {
				rel.ID = digestID(line.ID + "\x00" + a + "\x00" + b)
			}
			swapped := r.say(&rel, link, role)
			rel.Start, rel.End = r.dateOf(line, "startDate"), r.dateOf(line, "endDate")
			ends := spooled{digestOf(a), digestOf(b)}
			if swapped {
				rel.From, rel.To = rel.To, rel.From
			}
			if err := r.spooledBetween(r.relations, ends, rel); err != nil {
				return err
			}
		}
	}
	if len(from)*len(to) == 0 {
		r.dangling++
	}
	r.cited += len(line.Properties["proof"]) + len(line.Properties["sourceUrl"])
	r.lose(line, []string{link.From, link.To, "role", "relationship", "startDate", "endDate", "proof", "sourceUrl"})
	return nil
}

// roleOf returns what an edge says in words.
func (r *ftmReader) roleOf(line *ftmLine) string {
	for _, property := range []string{"role", "relationship", "summary"} {
		if values := line.Properties[property]; len(values) > 0 {
			return r.fit(entities.Relation{}, "Label", values[0])
		}
	}
	return ""
}

// say gives a relation its type and its words. Words in brackets say how it stood where it comes
// from, and stay on the line.
func (r *ftmReader) say(rel *entities.Relation, link linkForm, role string) (swapped bool) {
	base, _, _ := strings.Cut(role, " (")
	said, known := r.words.says(role)
	meant, likely := r.words.says(base)
	rel.Type = link.Type
	switch {
	case link.Type != linkedTo && known && said == (meaning{Type: link.Type}):
		return false
	case link.Type == linkedTo && known:
		rel.Type = said.Type
		return said.Swapped
	case link.Type == linkedTo && likely && !meant.Swapped:
		rel.Type = meant.Type
	case link.Type == linkedTo:
		r.unclear++
	}
	if label := cmp.Or(role, link.Label); label != "" {
		rel.Label = entities.Text{"": label}
	}
	return false
}

// properLinks are properties of things that say how they are joined with another.
var properLinks = map[string]struct {
	relation string
	from     bool // the relation begins at what the property names
	label    string
}{
	"parent":        {"part-of", false, ""},
	"organization":  {"part-of", false, ""}, // of a position
	"addressEntity": {"located-in", false, ""},
	"involved":      {"took-part-in", true, ""},
	"organizer":     {"took-part-in", true, "organized"},
}

func (r *ftmReader) properLinks(line *ftmLine) error {
	for _, property := range slices.Sorted(maps.Keys(properLinks)) {
		how := properLinks[property]
		for i, other := range distinct.Append(nil, line.Properties[property]...) {
			if other == line.ID {
				r.loops++
				continue
			}
			rel := entities.Relation{ID: digestID(fmt.Sprintf("%s\x00%s\x00%d", line.ID, property, i)), Type: how.relation,
				From: caseID(line.ID), To: caseID(other), Draft: true}
			ends := spooled{digestOf(line.ID), digestOf(other)}
			if how.from {
				rel.From, rel.To = rel.To, rel.From
			}
			if how.label != "" {
				rel.Label = entities.Text{"": how.label}
			}
			if err := r.spooledBetween(r.relations, ends, rel); err != nil {
				return err
			}
		}
	}
	return nil
}
