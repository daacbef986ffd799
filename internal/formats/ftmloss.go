package formats

import (
	"reflect"

	"example.org/graphgen/internal/entities"
)

func (e *ftmExport) loss() Loss {
	var l Loss
	c := e.caseFile()
	l.add("standing", e.unplain, "relations that are not plainly stated or on record: alleged, hedged, answered, disputed or unsourced",
		"UnknownLinks; the words stand in role, status and summary, and come back as the label of a draft")
	l.add("denials", len(e.denials), "claims that deny or dispute a line", "as words, in summary and description of that line")
	l.add("claims", len(c.Claims), "claims with speaker, quote, standing and answers", "as words, in description of what rests on them, with sourceUrl and proof")
	l.add("evidence", affirmed(c), "relations that rest on claims", "edges without; they come back as drafts")
	l.add("flows", len(c.Flows), "flows", "a Note each")
	l.add("figures", len(c.Figures), "figures", "a Note each")
	l.add("corrections", len(c.Corrections), "corrections", "a Note each")
	l.add("relation-types", e.ownTyped, "relations of types that are the case's own", "UnknownLinks with the label as role")
	l.add("labels", e.labelled, "relations with words of their own whose schema does not say their type", "the words are the role; the type is left out")
	l.add("during", e.during, "relations that were part of an event", "as words, in description")
	l.add("dates", e.dates, "dates that are about, uncertain or intervals", "as words, in description or notes")
	l.add("languages", e.texts, "texts that say their language", "as values without a language; of other languages in alias and notes")
	l.add("publishers", e.published, "publishers of sources", "by name, in publisher")
	l.add("archived", e.archived, "archived copies of sources", "as words, in notes")
	l.add("local-texts", e.localTexts, "local copies of sources' texts", "")
	l.add("countries", e.countries, "countries that a country belongs to", "")
	l.add("public-bodies", publicBodies(c), "entities that the case calls public bodies", "without; what they keep on record comes back as stated")
	l.add("cut", e.cut, "values that are longer than FollowTheMoney takes", "cut")
	l.add("ids", e.longIDs, "ids that are too long", "digests of them")
	l.add("views", len(c.Views), "views", "")
	l.add("rules", len(c.Rules), "changes of rules", "")
	l.add("case", caseFields(c), "fields of the case itself, such as title, credit and language", "")
	return l
}

func publicBodies(c *entities.Case) int {
	n := 0
	for i := range c.Entities {
		if c.Entities[i].PublicBody != "" {
			n++
		}
	}
	return n
}

func affirmed(c *entities.Case) int {
	n := 0
	for _, r := range c.Relations {
		if len(r.Claims) > 0 {
			n++
		}
	}
	return n
}

// caseFields counts what a case says of itself.
func caseFields(c *entities.Case) int {
	n := 0
	for _, column := range columnsOf(reflect.TypeFor[entities.Case](), "", nil) {
		if v := reflect.ValueOf(*c).FieldByIndex(column.index); column.name != "version" && !v.IsZero() && !(v.Kind() == reflect.Map && v.Len() == 0) {
			n++
		}
	}
	return n
}
