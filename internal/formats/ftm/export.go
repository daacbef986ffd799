// Package ftm writes and reads FollowTheMoney, the model of Aleph and OpenSanctions, an entity a line.
// It reads a line at a time: parts of the case wait in temporary files, and of what was read only a
// digest of each id is held. It must never have a program that looks at schemata alone take an
// allegation for a fact.
//
// A test has cases go to FollowTheMoney and back, and wants each difference to be one that the
// report of losses counts.
package ftm

import (
	"bytes"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/types"
	"example.org/graphgen/internal/output"
)

// Export writes a case as FollowTheMoney, an entity a line. Relations that are stated or on
// record, and that nobody weakens or answers, are edges of the schema that fits. All others are
// UnknownLinks whose own words say how they stand, so that no program that looks at the schema
// alone takes an allegation for a fact.
func Export(s formats.Subject, _ formats.ExportOptions) (formats.Export, error) {
	e := &exporter{Subject: s, ids: map[string]bool{}, owned: map[string]bool{}, documents: map[string][]string{}, denials: map[string]bool{}}
	e.survey()
	c := s.Case()
	for i := range c.Sources {
		e.source(&c.Sources[i])
	}
	for i := range c.Entities {
		e.entity(&c.Entities[i])
	}
	for i := range c.Relations {
		e.relation(&c.Relations[i])
	}
	for i := range c.Flows {
		e.note(s.Index().StatementOf(&c.Flows[i]))
	}
	for i := range c.Figures {
		e.figure(&c.Figures[i])
	}
	for i := range c.Corrections {
		e.correction(i, &c.Corrections[i])
	}
	return formats.Export{Files: []output.File{{Data: e.b.Bytes()}}, Loss: e.loss()}, e.err
}

// exporter writes one case.
type exporter struct {
	formats.Subject
	ids       map[string]bool     // of all that is written
	owned     map[string]bool     // entities that a plain relation says someone owns
	documents map[string][]string // ids of sources that tell of an entity, by entity
	denials   map[string]bool
	b         bytes.Buffer
	err       error

	unplain, labelled, ownTyped, during, acts, amounts, dates, cut, longIDs int
	texts, published, archived, localTexts, countries                       int
}

// survey finds what is to be known of entities before they are written.
func (e *exporter) survey() {
	for i := range e.Case().Relations {
		r := &e.Case().Relations[i]
		v := e.Index().StandRelation(r)
		if r.Type == "owns" && plainly(v) {
			e.owned[r.To] = true
		}
		for _, c := range v.Claims() {
			for _, id := range []string{r.From, r.To} {
				if c.Source != "" && !slices.Contains(e.documents[id], c.Source) {
					e.documents[id] = append(e.documents[id], c.Source)
				}
			}
		}
	}
}

// plainly tells whether a line stands with nothing to add: stated or on record, and neither
// weakened nor answered.
func plainly(v entities.Verdict) bool {
	stands := v.Standing == entities.Stated || v.Standing == entities.Record
	asked := slices.ContainsFunc(v.Affirming, func(c *entities.Claim) bool { return c.Reply.Asked })
	if slices.ContainsFunc(v.Amounts, func(a *entities.Statement) bool { return !plainly(a.Verdict) }) {
		return false
	}
	return stands && !v.Unsubstantiated && len(v.Hedges)+len(v.Denials)+len(v.Remarks) == 0 && !asked
}

func (e *exporter) write(id, schema string, p properties) {
	if e.err != nil {
		return
	}
	for name, values := range p {
		for i := range values {
			most := mostText
			switch name {
			case "name", "alias":
				most = mostName
			case "role", "status", "title", "fileName", "keywords", "publisher", "remarks":
				most = mostString
			}
			cut := false
			if values[i], cut = formats.CutTo(most, values[i]); cut {
				e.cut++
			}
		}
	}
	e.ids[id] = true
	written := ftmID(id)
	if _, back := readEncodedID(written); written != id && !back {
		e.longIDs++
	}
	e.err = proxy{written, schema, p}.write(&e.b)
}

// own returns a text in the case's own language, and the same in others.
func (e *exporter) own(t entities.Text) (text string, others []string) {
	text, in := t.In(e.Case().Language, e.Case().Language)
	for _, tag := range formats.SortedTags(t) {
		if tag != "" {
			e.texts++
			break
		}
	}
	for _, tag := range formats.SortedTags(t) {
		if tag != in && t[tag] != text {
			others = append(others, t[tag])
		}
	}
	return text, others
}

func (e *exporter) source(s *entities.Source) {
	p := properties{}
	title, others := e.own(s.Title)
	p.set("name", title)
	p.set("title", title)
	p.set("fileName", title)
	p.set("alias", others...)
	p.set("keywords", sourceMark+string(s.Type))
	p.set("sourceUrl", s.URL)
	if s.Publisher != "" {
		p.set("publisher", e.Describer.Name(s.Publisher))
		e.published++
	}
	if s.Archived != "" {
		p.set("notes", "Archived copy: "+s.Archived)
		e.archived++
	}
	if s.Text.Path != "" {
		e.localTexts++
	}
	e.date(p, "publishedAt", "notes", "Published", s.Published)
	schema := "Document"
	if s.Type == entities.Article {
		schema = "Article"
	}
	e.write(s.ID, schema, p)
}

// date sets a date that FollowTheMoney has a form for. Any other is put into words: without its
// "about" it would say more than is known.
func (e *exporter) date(p properties, name, instead, lead, date string) {
	switch {
	case date == "":
	case isExactDate(date):
		p.set(name, date)
	default:
		e.dates++
		p.set(instead, lead+": "+e.Describer.Words.Date(date)+" ("+date+")")
	}
}

func (e *exporter) entity(en *entities.Entity) {
	p := properties{}
	form := types.Of(en.Type)
	schema := e.schemaOf(en)
	name, others := e.own(en.Name)
	p.set("name", name)
	p.set("alias", others...)
	p.set("alias", en.Aliases...)
	description, more := e.own(en.Description)
	p.set("description", description)
	p.set("notes", more...)
	p.set("sourceUrl", en.Links...)
	if !form.Usual || isDocument(schema) { // other documents are sources
		p.set("keywords", typeMark+string(en.Type))
	}
	p.set("keywords", en.Tags...)
	country := en.Country
	if en.Type == entities.Country && en.Code != "" {
		if country != "" {
			e.countries++
		}
		country = en.Code
	}
	p.set("country", strings.ToLower(country))
	for _, id := range e.documents[en.ID] {
		p.set("proof", ftmID(id))
	}
	switch schema {
	case "Address":
		p.set("full", name)
	case "Document":
		p.set("title", name)
		p.set("fileName", name)
	case "Contract":
		p.set("title", name)
	case "UserAccount":
		p.set("username", name)
	}
	e.write(en.ID, schema, p)
}

func typeIs(schema string, t entities.EntityType) bool {
	of, known := types.OfSchema(schema)
	return known && of == t
}

// schemaOf is the schema that an entity is written as. What an import of FollowTheMoney tagged
// with one is that again.
func (e *exporter) schemaOf(en *entities.Entity) string {
	schema := types.Of(en.Type).Schema
	for _, tag := range en.Tags {
		switch {
		case types.KindOfSchema(tag) == "" || !typeIs(tag, en.Type):
		case tag == "License" || tag == "CallForTenders":
			return "Contract" // these want an authority, which is a relation of a case
		default:
			return tag
		}
	}
	if schema == "Organization" && e.owned[en.ID] {
		return "Company" // nothing else can be owned
	}
	return schema
}
