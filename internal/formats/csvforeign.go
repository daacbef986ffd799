package formats

import (
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/entities"
)

// foreignTables are the tables that others have as well, with what they are known by, the most
// telling first.
var foreignTables = []struct {
	table string
	needs []string
}{
	{"claims", []string{"quote", "speaker"}},
	{"relations", []string{"from", "to"}},
	{"sources", []string{"title", "publisher"}},
	{"entities", []string{"name"}},
}

// foreignWords are the headers that people give the fields of these tables, as plainWord
// writes them, the most telling first.
var foreignWords = map[string]map[string][]string{
	"entities": {
		"id":          {"id", "key", "nodeid", "entityid", "uid"},
		"name":        {"name", "fullname", "label", "title", "entity", "entityname", "node", "person", "organisation", "organization", "company", "caption"},
		"type":        {"type", "entitytype", "kind", "category", "schema", "class"},
		"aliases":     {"aliases", "alias", "alsoknownas", "aka", "othernames", "othername"},
		"country":     {"country", "countrycode", "nationality", "jurisdiction"},
		"description": {"description", "notes", "note", "summary", "remarks", "comment", "comments", "bio"},
		"links":       {"links", "link", "url", "urls", "website", "homepage", "web"},
		"tags":        {"tags", "tag", "keywords", "labels", "groups"},
	},
	"relations": {
		"id":    {"id", "key", "edgeid", "relationid"},
		"from":  {"from", "source", "sourceid", "fromid", "subject", "startnode", "entity1", "entitya", "person1", "who", "tail"},
		"to":    {"to", "target", "targetid", "toid", "object", "endnode", "entity2", "entityb", "person2", "whom", "head", "destination"},
		"type":  {"type", "relation", "relationtype", "relationship", "link", "linktype", "edgetype", "predicate", "verb", "role"},
		"label": {"label", "text", "caption", "words"},
		"start": {"start", "startdate", "since", "fromdate", "begin", "began", "datefrom"},
		"end":   {"end", "enddate", "until", "todate", "ended", "dateto"},
	},
	"sources": {
		"id":        {"id", "key", "sourceid"},
		"title":     {"title", "headline", "name"},
		"publisher": {"publisher", "outlet", "media", "publishedby"},
		"type":      {"type", "kind"},
		"url":       {"url", "link", "address", "web"},
		"archived":  {"archived", "archive", "archiveurl", "archivedurl"},
		"published": {"published", "date", "publicationdate", "publishedon"},
	},
	"claims": {
		"id":        {"id", "key", "claimid"},
		"source":    {"source", "sourceid"},
		"date":      {"date", "when", "saidon"},
		"speaker":   {"speaker", "saidby", "who", "by"},
		"relayedBy": {"relayedby", "via", "astoldby"},
		"quote":     {"quote", "quotation", "words", "exact"},
		"standing":  {"standing", "status"},
	},
}

// foreignRank tells whether a header of somebody's table means a field, and how telling it is:
// less is more. What --map says holds alone.
func foreignRank(table, field, header string, o ImportOptions) (rank int, found bool) {
	for _, key := range []string{table + "." + field, field} {
		if told, is := o.Columns[key]; is {
			return saidByHand, sameHeader(told, header)
		}
	}
	rank = slices.Index(foreignWords[table][field], plainWord(header))
	return rank, rank >= 0
}

// saidByHand is the rank of what --map says.
const saidByHand = -1

func sameHeader(a, b string) bool {
	return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b)) || plainWord(a) == plainWord(b) && plainWord(a) != ""
}

// complete gives a row of somebody's table what a case needs: ids, types, and the entities that
// it names.
func (r *csvReader) complete(s *csvSheet, row int, item any) {
	switch item := item.(type) {
	case *entities.Entity:
		r.completeEntity(s, item)
	case *entities.Relation:
		r.completeRelation(s, row, item)
	case *entities.Source:
		r.identify(s, &item.ID, textOf(item.Title), "source")
		item.Publisher = r.entityCalled(item.Publisher)
		if item.Type == "" {
			item.Type = entities.OtherSource
		}
	case *entities.Claim:
		r.identify(s, &item.ID, "c "+item.Quote, "claim")
		item.Speaker, item.RelayedBy = r.entityCalled(item.Speaker), r.entityCalled(item.RelayedBy)
		if ours, known := r.ids["sources "+item.Source]; known {
			item.Source = ours
		}
	}
}

// identify gives a thing an id that a case may have, and keeps what the table calls it.
func (r *csvReader) identify(s *csvSheet, id *string, name, other string) {
	theirs := *id
	if ours, twice := r.ids[s.table.name+" "+theirs]; twice {
		*id = ours // claimID refuses the second
		return
	}
	*id = r.idOf(theirs, name, other)
	if theirs != "" {
		r.ids[s.table.name+" "+theirs] = *id
	}
}

func textOf(t entities.Text) string {
	text, _ := t.In("", "")
	return text
}

func (r *csvReader) completeEntity(s *csvSheet, e *entities.Entity) {
	word := string(e.Type)
	if known, is := typeSaid(word); is {
		e.Type = known
	} else {
		e.Type = r.entityType
		r.guessed++
		if tag := r.fit(*e, "Tags", word); tag != "" {
			e.Tags = append(e.Tags, tag)
		}
	}
	if len(e.Name) == 0 && e.ID != "" {
		e.Name = entities.Text{"": e.ID}
	}
	r.identify(s, &e.ID, textOf(e.Name), string(e.Type))
	if e.Country != "" {
		e.Country = check.CountryCode(e.Country)
		if e.Country == "" {
			r.unread["countries that are no ISO 3166-1 code, in "+s.Name]++
		}
	}
	e.Links = slices.DeleteFunc(e.Links, func(link string) bool {
		bad := check.SafeURL(link) != nil
		if bad {
			r.unread["links that are no whole http, https or mailto address, in "+s.Name]++
		}
		return bad
	})
}

func (r *csvReader) completeRelation(s *csvSheet, row int, rel *entities.Relation) {
	called := [2]string{rel.From, rel.To}
	for _, end := range []struct {
		id   *string
		name string
	}{{&rel.From, "from"}, {&rel.To, "to"}} {
		if *end.id == "" {
			r.report(s.Place(row, s.columnOf(end.name)), fmt.Sprintf("a relation has no %q", end.name), "name the entity, or leave out the row")
			continue
		}
		*end.id = r.entityCalled(*end.id)
	}
	if rel.From != "" && rel.From == rel.To {
		r.report(s.Place(row, s.columnOf("to")), fmt.Sprintf("a relation leads from %q to itself", cutName(called[0])), "leave out the row")
	}
	word := rel.Type
	if slices.Contains([]string{"directed", "undirected", "mutual"}, plainWord(word)) {
		word = "" // what Gephi writes into the column
	}
	if word == "" {
		word = textOf(rel.Label)
		if m, known := r.words.says(word); known && !m.Swapped {
			rel.Label = nil
		}
	}
	r.typed(rel, word)
	rel.Draft = rel.Draft || len(rel.Claims) == 0
	if rel.ID == "" {
		rel.ID = r.relationID("", *rel)
		return
	}
	r.identify(s, &rel.ID, "", "relation")
}

// entityCalled returns the id of the entity that a table calls so: by its id in the table or by
// a name. One that no table has is added.
func (r *csvReader) entityCalled(called string) string {
	if called == "" {
		return ""
	}
	if ours, known := r.ids["entities "+called]; known {
		return ours
	}
	return r.named(called)
}
