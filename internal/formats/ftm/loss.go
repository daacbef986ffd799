package ftm

import (
	"reflect"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
)

func (e *exporter) loss() formats.Loss {
	var l formats.Loss
	c := e.Case()
	l.Add("standing", e.unplain, "relations that are not plainly stated or on record: alleged, hedged, answered, disputed or unsourced",
		"UnknownLinks; the words stand in role, status and summary, and come back as the label of a draft")
	l.Add("denials", len(e.denials), "claims that deny or dispute a line", "as words, in summary and description of that line")
	l.Add("claims", len(c.Claims), "claims with speaker, quote, standing and answers", "as words, in description of what rests on them, with sourceUrl and proof")
	l.Add("evidence", affirmed(c), "relations that rest on claims", "edges without; they come back as drafts")
	l.Add("flows", len(c.Flows), "flows", "a Note each")
	l.Add("figures", len(c.Figures), "figures", "a Note each")
	l.Add("corrections", len(c.Corrections), "corrections", "a Note each")
	l.Add("relation-types", e.ownTyped, "relations of types that are the case's own", "UnknownLinks with the label as role")
	l.Add("acts", e.acts, "official acts", "UnknownLinks; what for, when and the state come back, and stay in the label too")
	l.Add("amounts", e.amounts, "relations with amounts of which an edge says no more than a number and a currency, or nothing", "as words, in role or summary and in description")
	l.Add("labels", e.labelled, "relations with words of their own whose schema does not say their type", "the words are the role; the type is left out")
	l.Add("during", e.during, "relations that were part of an event", "as words, in description")
	l.Add("dates", e.dates, "dates that are about, uncertain or intervals", "as words, in description or notes")
	l.Add("languages", e.texts, "texts that say their language", "as values without a language; of other languages in alias and notes")
	l.Add("publishers", e.published, "publishers of sources", "by name, in publisher")
	l.Add("archived", e.archived, "archived copies of sources", "as words, in notes")
	l.Add("local-texts", e.localTexts, "local copies of sources' texts", "")
	l.Add("countries", e.countries, "countries that a country belongs to", "")
	l.Add("public-bodies", publicBodies(c), "entities that the case calls public bodies", "without; what they keep on record comes back as stated")
	l.Add("cut", e.cut, "values that are longer than FollowTheMoney takes", "cut")
	l.Add("ids", e.longIDs, "ids that are too long", "digests of them")
	l.Add("views", len(c.Views), "views", "")
	l.Add("rules", len(c.Rules), "changes of rules", "")
	l.Add("case", caseFields(c), "fields of the case itself, such as title, credit and language", "")
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

// caseFields counts what a case says of itself, beside its version: its strings and texts.
func caseFields(c *entities.Case) int {
	n := 0
	for _, v := range reflect.ValueOf(*c).Fields() {
		switch field := v.Interface().(type) {
		case string:
			n += min(len(field), 1)
		case entities.Text:
			n += min(len(field), 1)
		}
	}
	return n
}
