package formats

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/output"
)

// exportFTM writes a case as FollowTheMoney, an entity a line. Relations that are stated or on
// record, and that nobody weakens or answers, are edges of the schema that fits. All others are
// UnknownLinks whose own words say how they stand, so that no program that looks at the schema
// alone takes an allegation for a fact.
func exportFTM(s Subject, _ ExportOptions) (Export, error) {
	e := &ftmExport{Subject: s, ids: map[string]bool{}, owned: map[string]bool{}, documents: map[string][]string{}, denials: map[string]bool{}}
	e.survey()
	c := s.caseFile()
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
		v := s.index().StandUntyped(c.Flows[i].Claims)
		e.note(c.Flows[i].ID, s.Teller.FlowLine(&c.Flows[i], v), v, slices.Concat(c.Flows[i].From, c.Flows[i].Via, c.Flows[i].To))
	}
	for i := range c.Figures {
		e.figure(&c.Figures[i])
	}
	for i := range c.Corrections {
		e.correction(i, &c.Corrections[i])
	}
	return Export{Files: []output.File{{Data: e.b.Bytes()}}, Loss: e.loss()}, e.err
}

// ftmExport writes one case.
type ftmExport struct {
	Subject
	ids       map[string]bool     // of all that is written
	owned     map[string]bool     // entities that a plain relation says someone owns
	documents map[string][]string // ids of sources that tell of an entity, by entity
	denials   map[string]bool
	b         bytes.Buffer
	err       error

	unplain, labelled, ownTyped, during, dates, cut, longIDs int
	texts, published, archived, localTexts, countries        int
}

// survey finds what is to be known of entities before they are written.
func (e *ftmExport) survey() {
	for i := range e.caseFile().Relations {
		r := &e.caseFile().Relations[i]
		v := e.index().StandOf(r)
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
	return stands && !v.Unsubstantiated && len(v.Hedges)+len(v.Denials)+len(v.Remarks) == 0 && !asked
}

func (e *ftmExport) write(id, schema string, p ftmProperties) {
	if e.err != nil {
		return
	}
	for name, values := range p {
		for i := range values {
			most := ftmText
			switch name {
			case "name", "alias":
				most = ftmName
			case "role", "status", "title", "fileName", "keywords", "publisher", "remarks":
				most = ftmString
			}
			cut := false
			if values[i], cut = cutTo(most, values[i]); cut {
				e.cut++
			}
		}
	}
	e.ids[id] = true
	written := ftmID(id)
	if _, back := readFtMID(written); written != id && !back {
		e.longIDs++
	}
	e.err = ftmEntity{written, schema, p}.write(&e.b)
}

// own returns a text in the case's own language, and the same in others.
func (e *ftmExport) own(t entities.Text) (text string, others []string) {
	text, in := t.In(e.caseFile().Language, e.caseFile().Language)
	for _, tag := range sortedTags(t) {
		if tag != "" {
			e.texts++
			break
		}
	}
	for _, tag := range sortedTags(t) {
		if tag != in && t[tag] != text {
			others = append(others, t[tag])
		}
	}
	return text, others
}

func (e *ftmExport) source(s *entities.Source) {
	p := ftmProperties{}
	title, others := e.own(s.Title)
	p.set("name", title)
	p.set("title", title)
	p.set("fileName", title)
	p.set("alias", others...)
	p.set("keywords", sourceMark+string(s.Type))
	p.set("sourceUrl", s.URL)
	if s.Publisher != "" {
		p.set("publisher", e.Teller.Name(s.Publisher))
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
func (e *ftmExport) date(p ftmProperties, name, instead, lead, date string) {
	switch {
	case date == "":
	case ftmDate(date):
		p.set(name, date)
	default:
		e.dates++
		p.set(instead, lead+": "+e.Teller.Words.Date(date)+" ("+date+")")
	}
}

func (e *ftmExport) entity(en *entities.Entity) {
	p := ftmProperties{}
	form := formOf(en.Type)
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
	}
	e.write(en.ID, schema, p)
}

func (e *ftmExport) schemaOf(en *entities.Entity) string {
	schema := formOf(en.Type).Schema
	if schema == "Organization" && e.owned[en.ID] {
		return "Company" // nothing else can be owned
	}
	return schema
}

func (e *ftmExport) relation(r *entities.Relation) {
	v := e.index().StandOf(r)
	p := ftmProperties{}
	label := e.Teller.Label(relationEdge(r, v))
	link, fits := linkOfType(r.Type)
	if fits = fits && plainly(v) && e.takes(link, r); !fits {
		link, _ = linkOfSchema(unknownLink)
	}
	if _, builtin := entities.BuiltinRelationTypes()[r.Type]; !builtin {
		e.ownTyped++
	}
	if len(r.Label) > 0 {
		e.own(r.Label)
		if !fits {
			e.labelled++
		}
	}
	p.set(link.From, ftmID(r.From))
	p.set(link.To, ftmID(r.To))
	caveat := e.Teller.Caveat(v)
	if !plainly(v) {
		e.unplain++
	}
	role := label
	if caveat != "" {
		// A case that takes it in cuts a label at 500 characters, and the caveat must be there.
		const most, room = 500, 250
		short, _ := cutTo(most-room-len(" ()"), label)
		caveat, _ := cutTo(room, caveat)
		role = short + " (" + caveat + ")"
	}
	if link.Schema == "Occupancy" { // it has no role
		p.set("summary", role)
		p.set("status", e.Teller.Words.Standing(v.Standing))
	} else {
		p.set("role", role)
		p.set("status", e.Teller.Words.Standing(v.Standing))
		p.set("summary", e.Teller.Caveat(v))
	}
	p.set("description", strings.Join(append([]string{e.Teller.RelationLine(r, v)}, entryLines(e.Teller, v)...), "\n"))
	if r.During != "" {
		p.set("description", "During: "+e.Teller.Name(r.During))
		e.during++
	}
	e.date(p, "startDate", "description", "Start", r.Start)
	e.date(p, "endDate", "description", "End", r.End)
	e.cite(p, v, false)
	e.write(r.ID, link.Schema, p)
}

// takes tells whether an edge of the schema may join what the ends are.
func (e *ftmExport) takes(link linkForm, r *entities.Relation) bool {
	for _, end := range []struct{ id, property string }{{r.From, link.From}, {r.To, link.To}} {
		en := e.index().Entity(end.id)
		if en == nil {
			return false
		}
		if !slices.Contains(rangeOf[link.Schema+"."+end.property], e.schemaOf(en)) {
			return false
		}
	}
	return true
}

// cite names the sources of a line's claims, and counts who denies it. An edge has no proof, which only things have.
func (e *ftmExport) cite(p ftmProperties, v entities.Verdict, proof bool) {
	for _, c := range v.Denials {
		e.denials[c.ID] = true
	}
	for _, c := range v.Claims() {
		s := e.index().Source(c.Source)
		if s == nil {
			continue
		}
		if s.URL != "" {
			p.set("sourceUrl", s.URL)
		}
		if s.Publisher != "" {
			p.set("publisher", e.Teller.Name(s.Publisher))
		}
		if proof {
			p.set("proof", ftmID(s.ID))
		}
	}
}

// note writes as a Note what FollowTheMoney has no thing for: a line in words, with how it
// stands and who says so.
func (e *ftmExport) note(id, line string, v entities.Verdict, about []string) {
	p := ftmProperties{}
	line = e.withCaveat(line, " ", v)
	p.set("name", line)
	p.set("description", strings.Join(append([]string{line}, entryLines(e.Teller, v)...), "\n"))
	for _, id := range about {
		p.set("entity", ftmID(id))
	}
	e.cite(p, v, true)
	e.write(id, "Note", p)
}

func (e *ftmExport) figure(f *entities.Figure) {
	p := ftmProperties{}
	question := e.Teller.Text(f.Question)
	lines := []string{question}
	for i := range f.Values {
		v := e.index().StandUntyped(f.Values[i].Claims)
		line := e.withCaveat(e.Teller.ValueLine(&f.Values[i], v), " ", v)
		lines = append(append(lines, "", line), entryLines(e.Teller, v)...)
		e.cite(p, v, true)
	}
	p.set("name", question)
	p.set("description", strings.Join(lines, "\n"))
	for _, id := range f.About {
		p.set("entity", ftmID(id))
	}
	e.write(f.ID, "Note", p)
}

func (e *ftmExport) correction(i int, c *entities.Correction) {
	p := ftmProperties{}
	text := e.Teller.Text(c.Text)
	p.set("name", "Correction of "+e.Teller.Words.Date(c.Date)+": "+text)
	p.set("description", text)
	for _, id := range c.About {
		if e.index().Entity(id) != nil {
			p.set("entity", ftmID(id))
		}
	}
	id := fmt.Sprintf("correction-%d", i+1)
	for e.ids[id] {
		id += "-note"
	}
	e.write(id, "Note", p)
}

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
	l.add("labels", e.labelled, "relations with words of their own that are UnknownLinks", "the words are the role; the type is left out")
	l.add("during", e.during, "relations that were part of an event", "as words, in description")
	l.add("dates", e.dates, "dates that are about, uncertain or intervals", "as words, in description or notes")
	l.add("languages", e.texts, "texts that say their language", "as values without a language; of other languages in alias and notes")
	l.add("publishers", e.published, "publishers of sources", "by name, in publisher")
	l.add("archived", e.archived, "archived copies of sources", "as words, in notes")
	l.add("local-texts", e.localTexts, "local copies of sources' texts", "")
	l.add("countries", e.countries, "countries that a country belongs to", "")
	l.add("cut", e.cut, "values that are longer than FollowTheMoney takes", "cut")
	l.add("ids", e.longIDs, "ids that are too long", "digests of them")
	l.add("views", len(c.Views), "views", "")
	l.add("rules", len(c.Rules), "changes of rules", "")
	l.add("case", caseFields(c), "fields of the case itself, such as title, credit and language", "")
	return l
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
