package csv

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"

	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/drafts"
	"example.org/graphgen/internal/formats/sheet"
	"example.org/graphgen/internal/formats/types"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/quotes"
	"example.org/graphgen/internal/suggest"
)

// evidenceReader finds what rows add to a case.
type evidenceReader struct {
	*drafts.Builder
	options formats.ImportOptions
	into    formats.Into
	left    map[origin]problem.Problem // rows that are not taken
	places  map[origin]quoted
	texts   map[string]sourceText
	row     origin // that is read

	entities map[string]bool // ids
	sources  nameIndex
	called   nameIndex
	claims   map[claimKey][]*entities.Claim
	lines    *lines

	additions                        []capture.Addition
	parts                            []part // what comes from which row
	newEntities, newClaims, newLines int
	rows, known, unsaid, found       int
	unchecked                        map[string]int // quotes, by source
	order                            []string       // of unchecked
}

type sourceText struct {
	text *quotes.Text
	err  error
}

// claimKey is what makes two claims one: the words, whose they are, and where.
type claimKey struct{ source, speaker, quote, prefix, suffix string }

func keyOfClaim(c *entities.Claim) claimKey {
	return claimKey{c.Source, c.Speaker, types.PlainWord(c.Quote), types.PlainWord(c.Prefix), types.PlainWord(c.Suffix)}
}

func newEvidenceReader(o formats.ImportOptions, into formats.Into, left map[origin]problem.Problem, places map[origin]quoted) *evidenceReader {
	names := func() nameIndex { return nameIndex{map[string][]namedRow{}, map[string][]namedRow{}} }
	r := &evidenceReader{Builder: drafts.New(o), options: o, into: into, left: left, places: places, texts: map[string]sourceText{},
		entities: map[string]bool{}, sources: names(), called: names(), claims: map[claimKey][]*entities.Claim{},
		lines: newLines(), unchecked: map[string]int{}}
	c := into.File.Case
	for p := range c.Parts() {
		if p.Kind != entities.AView { // views have ids of their own
			r.Taken[p.ID] = true
		}
	}
	for _, s := range c.Sources {
		r.sources.add(s.ID, s.ID, origin{})
		r.sources.add(s.URL, s.ID, origin{})
		for _, title := range slices.Sorted(maps.Values(s.Title)) {
			r.sources.add(title, s.ID, origin{})
		}
	}
	for _, e := range c.Entities {
		r.meet(e)
	}
	for i := range c.Claims {
		r.learn(&c.Claims[i])
	}
	for _, rel := range c.Relations {
		r.lines.add(&line{Relation: rel, addition: -1})
	}
	return r
}

func (r *evidenceReader) meet(e entities.Entity) {
	r.entities[e.ID] = true
	for _, name := range slices.Concat(slices.Sorted(maps.Values(e.Name)), e.Aliases) {
		r.called.add(name, e.ID, r.row)
	}
}

func (r *evidenceReader) learn(c *entities.Claim) {
	r.lines.sources[c.ID] = c.Source
	r.claims[keyOfClaim(c)] = append(r.claims[keyOfClaim(c)], c)
}

// take adds what the row says, or leaves it out.
func (r *evidenceReader) take() {
	err := r.read()
	var wrong *sheet.Error
	if errors.As(err, &wrong) {
		r.left[r.row] = problem.Problem{Place: wrong.Place, Message: wrong.Message, Hint: wrong.Hint}
	}
}

// read adds what the row says. Nothing is added where there is an error.
func (r *evidenceReader) read() error {
	e := r.evidenceOf()
	rel, claim, people, err := r.parse(e)
	if err != nil {
		return err
	}
	same := r.claims[keyOfClaim(&claim)]
	on, has, disagrees := r.lines.of(rel, claim.Source, same)
	switch {
	case has:
		r.known++
		return nil
	case disagrees != nil:
		return r.wrong("amount", fmt.Sprintf("relation %q has another amount by these words", disagrees.ID), "correct the one that is wrong: nothing of the case is changed by an import")
	}
	for _, c := range same {
		if c.Standing != claim.Standing {
			return r.wrong("standing", fmt.Sprintf("the case has this claim, %q, as %s, and the row would have it as %s", c.ID, c.Standing, claim.Standing), "say the same in both: how the source puts it")
		}
	}
	r.commit(rel, claim, people, same, on)
	if e.Standing == "" {
		r.unsaid++
	}
	return nil
}

// parse reads the cells into a relation and a claim. The entities that are new have no id in them yet.
func (r *evidenceReader) parse(e evidence) (rel entities.Relation, claim entities.Claim, people map[string]*entities.Entity, err error) {
	fail := func(err error) (entities.Relation, entities.Claim, map[string]*entities.Entity, error) {
		return rel, claim, nil, err
	}
	people = map[string]*entities.Entity{}
	who := func(field, called, typ string) (string, error) {
		id, isNew, err := r.whoIs(field, called, typ)
		if err != nil || isNew == nil {
			return id, err
		}
		id = "\x00" + types.PlainWord(isNew.Name[""]) // no id can be this
		if people[id] == nil {
			people[id] = isNew
		}
		return id, nil
	}
	m, known := r.typeOf(e.Type)
	switch {
	case e.From == "":
		return fail(r.wrong("from", `the row has no "from"`, "name who it is"))
	case e.To == "":
		return fail(r.wrong("to", `the row has no "to"`, "name who it is"))
	case e.Quote == "":
		return fail(r.wrong("quote", "the row has no quote", "quote the words of the source that it rests on"))
	case e.Type == "":
		return fail(r.wrong("type", "the row does not say what the relation is", "fill the cell, or give a type for all rows with --relation-type"))
	case !known:
		return fail(r.wrong("type", fmt.Sprintf("no relation type is called %q%s", formats.CutName(e.Type), suggest.Phrase(e.Type, r.typeNames())), "use one that is built in, or give the case one of its own under relationTypes"))
	}
	rel.Type = m.Type
	if rel.From, err = who("from", e.From, e.FromType); err != nil {
		return fail(err)
	}
	if rel.To, err = who("to", e.To, e.ToType); err != nil {
		return fail(err)
	}
	if rel.From == rel.To {
		return fail(r.wrong("to", fmt.Sprintf("a relation leads from %q to itself", formats.CutName(e.From)), ""))
	}
	if m.Swapped {
		rel.From, rel.To = rel.To, rel.From
	}
	if rel.Start, rel.End, err = r.period(e); err != nil {
		return fail(err)
	}
	if claim.Source, err = r.sourceOf(e); err != nil {
		return fail(err)
	}
	if e.Speaker = cmp.Or(e.Speaker, r.into.Speaker); e.Speaker == "" {
		return fail(r.wrong("speaker", "nobody is named who says so", "fill a column \"speaker\", or name who says all of it with --speaker"))
	}
	if claim.Speaker, err = who("speaker", e.Speaker, ""); err != nil {
		return fail(err)
	}
	if claim.RelayedBy, err = who("relayedBy", e.RelayedBy, ""); err != nil {
		return fail(err)
	}
	if claim.Date, err = r.date("said", e.Said); err != nil {
		return fail(err)
	}
	if claim.Standing, err = r.standing(e.Standing); err != nil {
		return fail(err)
	}
	if rel.Amounts, err = r.amounts(e); err != nil {
		return fail(err)
	}
	selector, err := r.findQuote(claim.Source, e)
	if err != nil {
		return fail(err)
	}
	for _, text := range []*string{&selector.Exact, &selector.Prefix, &selector.Suffix} {
		*text = r.Fit(entities.Claim{}, "Quote", *text)
	}
	claim = capture.Request{Source: claim.Source, Selector: selector, Date: claim.Date, Page: r.Fit(entities.Claim{}, "Page", e.Page), Speaker: claim.Speaker, RelayedBy: claim.RelayedBy, Standing: claim.Standing}.Said()
	return rel, claim, people, nil
}

// commit adds what the row says.
func (r *evidenceReader) commit(rel entities.Relation, claim entities.Claim, people map[string]*entities.Entity, same []*entities.Claim, on *line) {
	var a capture.Addition
	for _, id := range []*string{&rel.From, &rel.To, &claim.Speaker, &claim.RelayedBy} {
		e, isNew := people[*id]
		if !isNew {
			continue
		}
		if *id = e.ID; !r.entities[e.ID] {
			r.addEntity(e)
			*id = e.ID
			a.Entities = append(a.Entities, *e)
		}
	}
	if len(same) > 0 {
		a.Claim.ID = same[0].ID
	} else {
		claim.ID = r.IDOf("c-"+entities.IDFor(claim.Quote, "claim"), "", "claim")
		a.Claim = claim
		r.learn(&claim)
		r.comes(entities.AClaim, &r.newClaims, len(r.into.File.Case.Claims))
	}
	for i := range rel.Amounts {
		rel.Amounts[i].Claims = []string{a.Claim.ID}
	}
	switch {
	case on == nil:
		rel.ID, rel.Claims = r.RelationID("", rel), []string{a.Claim.ID}
		a.Relation = rel
		r.comes(entities.ARelation, &r.newLines, len(r.into.File.Case.Relations))
		r.lines.add(&line{Relation: rel, addition: len(r.additions)})
	case on.addition >= 0:
		r.lines.grow(on, a.Claim.ID, rel.Amounts)
		r.additions[on.addition].Relation = on.Relation
	default:
		a.Relation = entities.Relation{ID: on.ID, Amounts: rel.Amounts}
		r.lines.grow(on, a.Claim.ID, rel.Amounts)
	}
	r.additions = append(r.additions, a)
	r.rows++
}

// addEntity gives an entity an id, and has other rows name it.
func (r *evidenceReader) addEntity(e *entities.Entity) {
	if e.Type == "" {
		e.Type = r.EntityType
		r.Guessed++
	}
	if e.ID == "" {
		e.ID = r.IDOf("", e.Name[""], string(e.Type))
	}
	r.Taken[e.ID] = true
	r.meet(*e)
	r.comes(entities.AnEntity, &r.newEntities, len(r.into.File.Case.Entities))
}

// comes notes that the next part of a list of the case comes from the row.
func (r *evidenceReader) comes(kind entities.Kind, added *int, had int) {
	r.parts = append(r.parts, part{fmt.Sprintf("/%s/%d", kind.List(), had+*added), r.row})
	*added++
}
