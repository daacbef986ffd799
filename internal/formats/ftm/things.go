package ftm

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"example.org/graphgen/internal/country"
	"example.org/graphgen/internal/edtf"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats/drafts"
	"example.org/graphgen/internal/formats/types"
)

// Properties of things by what a case makes of them, the most telling first.
var (
	nameProperties    = []string{"name", "full", "title", "fileName"}
	aliasProperties   = []string{"alias", "weakAlias", "previousName"}
	countryProperties = []string{"country", "jurisdiction", "nationality", "mainCountry", "citizenship"}
	numberProperties  = []string{"iban", "accountNumber", "publicKey", "registrationNumber", "imoNumber", "isin", "username", "address",
		"city", "procedureNumber", "caseNumber", "projectId"}
	textProperties = []string{"description", "summary", "notes"}
	linkProperties = []string{"sourceUrl", "website", "wikipediaUrl", "opencorporatesUrl"}
)

func isDocument(schema string) bool { return slices.Contains(documentSchemata, schema) }

// markOf returns what stands behind a mark that Export puts into keywords.
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
		_, known := types.Said(strings.TrimPrefix(word, typeMark))
		return strings.HasPrefix(word, typeMark) && known || strings.HasPrefix(word, sourceMark)
	})
	if at < 0 {
		return keywords
	}
	return slices.Delete(slices.Clone(keywords), at, at+1)
}

// nameOf returns the best name that a line has, and takes all of them.
func (r *reader) nameOf(line *entityLine, object any, field string) (name string, others []string) {
	var all []string
	for _, property := range nameProperties {
		all = append(all, line.Properties[property]...)
	}
	if len(all) == 0 {
		all = []string{strings.TrimSpace(strings.Join(slices.Concat(line.Properties["firstName"], line.Properties["lastName"]), " "))}
	}
	for i, text := range all {
		all[i] = r.Fit(object, field, text)
	}
	all = slices.DeleteFunc(all, func(text string) bool { return text == "" })
	for _, property := range numberProperties { // what has no name is called by its number
		for _, text := range line.Properties[property] {
			if len(all) == 0 {
				all = append(all, r.Fit(object, field, text))
			}
		}
	}
	all = slices.DeleteFunc(all, func(text string) bool { return text == "" })
	if len(all) == 0 {
		return cmp.Or(r.Fit(object, field, line.ID), line.Schema), nil
	}
	return all[0], all[1:]
}

// thing makes an entity of a line.
func (r *reader) thing(line *entityLine, t entities.EntityType) entities.Entity {
	e := entities.Entity{ID: r.idOfLine(line), Type: t}
	name, others := r.nameOf(line, e, "Name")
	e.Name = entities.Text{"": name}
	for _, property := range aliasProperties {
		for _, alias := range line.Properties[property] {
			others = append(others, r.Fit(e, "Aliases", alias))
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
			e.Links = drafts.AppendLink(e.Links, link)
			if len(e.Links) == before && !slices.Contains(e.Links, link) {
				r.links++
			}
		}
	}
	if kind := types.KindOfSchema(line.Schema); kind != "" {
		e.Tags = append(e.Tags, kind)
	}
	for _, word := range unmarked(line.Properties["keywords"]) {
		if tag := r.Fit(e, "Tags", word); tag != "" && !slices.Contains(e.Tags, tag) {
			e.Tags = append(e.Tags, tag)
		}
	}
	r.topics += len(line.Properties["topics"])
	r.lose(line, nameProperties, aliasProperties, countryProperties, textProperties, linkProperties,
		[]string{"keywords", "topics", "proof", "firstName", "lastName"}, slices.Collect(maps.Keys(properLinks)))
	return e
}

// textOf joins what a line says in words.
func (r *reader) textOf(line *entityLine, object any, field string) string {
	var texts []string
	for _, property := range textProperties {
		for _, text := range line.Properties[property] {
			if !slices.Contains(texts, text) {
				texts = append(texts, text)
			}
		}
	}
	return r.Fit(object, field, strings.Join(texts, "\n\n"))
}

// countryOf returns the first country that has a code.
func (r *reader) countryOf(line *entityLine) string {
	code, given := "", 0
	for _, property := range countryProperties {
		for _, value := range line.Properties[property] {
			given++
			if known := country.Intended(value); code == "" {
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
func (r *reader) dateOf(line *entityLine, property string) string {
	values := line.Properties[property]
	date := ""
	for _, value := range values {
		day, _, _ := strings.Cut(value, "T")
		if _, err := edtf.Parse(day); err == nil && isExactDate(day) && date == "" {
			date = day
		} else {
			r.dates++
		}
	}
	return date
}

// lose counts the values of properties that are not taken.
func (r *reader) lose(line *entityLine, taken ...[]string) {
	all := slices.Concat(taken...)
	for property, values := range line.Properties {
		if !slices.Contains(all, property) {
			r.lost(r.properties, property, len(values))
		}
	}
}

// source makes a source of a document.
func (r *reader) source(line *entityLine) entities.Source {
	s := entities.Source{ID: r.idOfLine(line), Type: entities.OtherSource}
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
		if links := drafts.AppendLink(nil, url); s.URL == "" && len(links) > 0 {
			s.URL = links[0]
		} else {
			r.links++
		}
	}
	s.Published = r.dateOf(line, "publishedAt")
	r.lose(line, nameProperties, []string{"sourceUrl", "publishedAt", "keywords"})
	return s
}
