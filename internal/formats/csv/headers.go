package csv

import (
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/country"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/types"
	"example.org/graphgen/internal/weblink"
)

// commonTables are the tables that others have as well, with what they are known by, the most
// telling first.
var commonTables = []struct {
	table string
	needs []string
}{
	{"claims", []string{"quote", "speaker"}},
	{"relations", []string{"from", "to"}},
	{"sources", []string{"title", "publisher"}},
	{"entities", []string{"name"}},
}

// headerWords are the headers that people give the fields of these tables, as types.PlainWord
// writes them, the most telling first.
var headerWords = map[string]map[string][]string{
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
		"id": {"id", "key", "edgeid", "relationid"},
		"from": {"from", "nodeidstart", "startid", "startnodeid", "nodeid1", "source", "sourceid", "fromid", "subject", "startnode", "entity1", "entitya", "person1", "who", "tail",
			"node1", "sourcenode", "sourcename", "fromname", "fromnode", "subjectid", "subjectname", "entity1id", "party1"},
		"to": {"to", "nodeidend", "endid", "endnodeid", "nodeid2", "target", "targetid", "toid", "object", "endnode", "entity2", "entityb", "person2", "whom", "head", "destination",
			"node2", "targetnode", "targetname", "toname", "tonode", "objectid", "objectname", "entity2id", "party2"},
		"type":  {"type", "reltype", "relation", "relationtype", "relationship", "link", "linktype", "edgetype", "predicate", "verb", "role", "relationshiptype"},
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
	// A status is left out here: it may be that of a payment.
	evidenceTable.name: {
		"from":      {"from", "payer", "payor", "paidby", "payername", "paidfrom", "sender", "fromname", "fromid", "subject"},
		"fromType":  {"fromtype", "payertype", "sendertype"},
		"to":        {"to", "recipient", "payee", "paidto", "recipientname", "payeename", "receiver", "beneficiary", "toname", "toid", "object"},
		"toType":    {"totype", "recipienttype", "payeetype", "receivertype"},
		"type":      {"type", "reltype", "relation", "relationtype", "relationship", "predicate", "verb"},
		"amount":    {"amount", "sum", "value", "amountpaid", "money", "total"},
		"currency":  {"currency", "currencycode", "ccy", "cur"},
		"date":      {"date", "start", "startdate", "when", "day", "paidon", "datepaid", "paymentdate", "dateofpayment", "transactiondate", "since"},
		"end":       {"end", "enddate", "until"},
		"said":      {"said", "saidon", "dateofquote", "quotedate", "claimdate"},
		"page":      {"page", "pages", "pageno", "pagenumber"},
		"quote":     {"quote", "quotation", "words", "exact", "excerpt", "passage"},
		"prefix":    {"prefix", "before"},
		"suffix":    {"suffix", "after"},
		"source":    {"source", "sourceid", "document", "article", "reference", "ref"},
		"speaker":   {"speaker", "saidby", "accordingto", "whosays"},
		"relayedBy": {"relayedby", "astoldby", "via"},
		"standing":  {"standing"},
	},
}

// headerRank tells whether a header of somebody's table means a field, and how telling it is:
// less is more. What --map says holds alone.
func headerRank(table, field, header string, o formats.ImportOptions) (rank int, found bool) {
	for _, key := range []string{table + "." + field, field} {
		if told, is := o.Columns[key]; is {
			return rankMapped, sameHeader(told, header)
		}
	}
	rank = slices.Index(headerWords[table][field], types.PlainWord(header))
	return rank, rank >= 0
}

// rankMapped is the rank of what --map says.
const rankMapped = -1

func sameHeader(a, b string) bool {
	return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b)) || types.PlainWord(a) == types.PlainWord(b) && types.PlainWord(a) != ""
}

// complete gives a row of somebody's table what a case needs: ids, types, and the entities that
// it names.
func (r *reader) complete(s *mappedSheet, row int, item any) {
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
func (r *reader) identify(s *mappedSheet, id *string, name, other string) {
	theirs := *id
	if ours, twice := r.ids[s.table.name+" "+theirs]; twice {
		*id = ours // claimID refuses the second
		return
	}
	*id = r.IDOf(theirs, name, other)
	if theirs != "" {
		r.ids[s.table.name+" "+theirs] = *id
	}
}

func textOf(t entities.Text) string {
	text, _ := t.In("", "")
	return text
}

func (r *reader) completeEntity(s *mappedSheet, e *entities.Entity) {
	word := string(e.Type)
	if known, is := types.Said(word); is {
		e.Type = known
	} else {
		e.Type = r.EntityType
		r.Guessed++
		if tag := r.Fit(*e, "Tags", word); tag != "" {
			e.Tags = append(e.Tags, tag)
		}
	}
	if len(e.Name) == 0 && e.ID != "" {
		e.Name = entities.Text{"": e.ID}
	}
	if e.ID == "" {
		for _, k := range r.called.of(textOf(e.Name)) {
			if k.row.sheet == s && slices.Equal(s.Rows[k.row.row].Cells, s.Rows[r.row.row].Cells) {
				r.report(s.Place(r.row.row, 0), fmt.Sprintf("the row is given twice, first at %v", s.Place(k.row.row, 0)), "leave out one of them")
				return
			}
		}
	}
	r.identify(s, &e.ID, textOf(e.Name), string(e.Type))
	if e.Country != "" {
		e.Country = country.Intended(e.Country)
		if e.Country == "" {
			r.unread["countries that are no ISO 3166-1 code, in "+s.Name]++
		}
	}
	e.Links = slices.DeleteFunc(e.Links, func(link string) bool {
		bad := weblink.Check(link) != nil
		if bad {
			r.unread["links that are no whole http, https or mailto address, in "+s.Name]++
		}
		return bad
	})
}

func (r *reader) completeRelation(s *mappedSheet, row int, rel *entities.Relation) {
	if !r.expectEnds(s, row, rel) {
		return
	}
	called := rel.From
	rel.From, rel.To = r.entityCalled(rel.From), r.entityCalled(rel.To)
	if !r.expectTwo(s, row, rel, called) {
		return
	}
	word, undirected := rel.Type, slices.Contains([]string{"undirected", "mutual"}, types.PlainWord(rel.Type))
	if undirected || types.PlainWord(word) == "directed" {
		word = "" // what Gephi writes into the column
	}
	if word == "" {
		word = textOf(rel.Label)
		if m, known := r.Words.Says(word); known && !m.Swapped {
			rel.Label = nil
		}
	}
	if word == "" {
		word = r.options.RelationType
	}
	if undirected {
		r.typedMutual(rel, word)
	} else {
		r.Typed(rel, word)
	}
	rel.Draft = rel.Draft || len(rel.Claims) == 0
	if rel.ID == "" {
		rel.ID = r.RelationID("", *rel)
		return
	}
	r.identify(s, &rel.ID, "", "relation")
}

// typedMutual gives a relation that has no direction a type that has none.
func (r *reader) typedMutual(rel *entities.Relation, word string) {
	r.undrawn++
	if m, known := r.Words.Says(word); known && entities.BuiltinRelationTypes()[m.Type].Symmetric {
		rel.Type = m.Type
		return
	}
	rel.Type = entities.LinkedWith
	r.Unclear++
	if label := r.Fit(entities.Relation{}, "Label", word); label != "" && len(rel.Label) == 0 {
		rel.Label = entities.Text{"": label}
	}
}

func (r *reader) expectEnds(s *mappedSheet, row int, rel *entities.Relation) bool {
	for _, end := range []struct{ id, name string }{{rel.From, "from"}, {rel.To, "to"}} {
		if end.id == "" {
			r.report(s.Place(row, s.columnOf(end.name)), fmt.Sprintf("a relation has no %q", end.name), "name the entity, or leave out the row")
			return false
		}
	}
	return true
}

func (r *reader) expectTwo(s *mappedSheet, row int, rel *entities.Relation, called string) bool {
	if rel.From == rel.To {
		r.report(s.Place(row, s.columnOf("to")), fmt.Sprintf("a relation leads from %q to itself", formats.CutName(called)), "leave out the row")
		return false
	}
	return true
}

// completeOwn mends what people add by hand to a sheet that was exported: ends by their names, and
// relations that nobody has a claim for.
func (r *reader) completeOwn(s *mappedSheet, row int, rel *entities.Relation) {
	if !r.expectEnds(s, row, rel) {
		return
	}
	called := rel.From
	for _, id := range []*string{&rel.From, &rel.To} {
		if _, known := r.ids["entities "+*id]; !known && len(r.called.of(*id)) > 0 {
			*id = r.entityCalled(*id)
		}
	}
	if !r.expectTwo(s, row, rel, called) {
		return
	}
	if len(rel.Claims) == 0 && !rel.Draft {
		rel.Draft = true
		r.drafted++
	}
}
