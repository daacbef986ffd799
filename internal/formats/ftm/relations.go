package ftm

import (
	"reflect"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/types"
	"example.org/graphgen/internal/network"
)

// actFor begins the line of a description that says what an official act is about.
const actFor = "For: "

func (e *exporter) relation(r *entities.Relation) {
	v := e.Index().StandRelation(r)
	p := properties{}
	label := e.Describer.Label(relationEdge(r, v))
	link, fits := linkOfType(r.Type)
	if own, has := e.Case().RelationTypes[r.Type]; has && !reflect.DeepEqual(own, types.Own()[r.Type]) {
		fits = false // the word is the case's own, and means something else
	}
	if fits = fits && plainly(v) && e.takes(link, r); !fits {
		link, _ = linkOfSchema(unknownLink)
	}
	if _, builtin := entities.BuiltinRelationTypes()[r.Type]; !builtin && !fits {
		e.ownTyped++
	}
	if entities.ActOf(r.Type) != "" {
		e.acts++
	}
	if len(r.Label) > 0 {
		e.own(r.Label)
		if first, _ := linkOfSchema(link.Schema); !fits || first.Type != r.Type {
			e.labelled++
		}
	}
	p.set(link.From, ftmID(r.From))
	p.set(link.To, ftmID(r.To))
	caveat := e.Caveat(v)
	switch whole := len(r.Amounts) == 0 || e.amount(p, link.Schema, r.Amounts); {
	case !whole:
		e.amounts++
	case v.Act == nil && plainly(v):
		caveat = "" // the amount is all that it says
	}
	if !plainly(v) {
		e.unplain++
	}
	// A case that takes it in cuts a label at 500 characters, and the caveat must be there.
	role := formats.BracketedWithin(500, label, caveat)
	if slices.Contains(roleless, link.Schema) {
		p.set("summary", role)
	} else {
		p.set("role", role)
		p.set("summary", caveat)
	}
	if !slices.Contains(stateless, link.Schema) {
		p.set("status", e.Describer.Words.Standing(v.Standing))
		p.set("status", string(r.State))
	}
	p.set("description", strings.Join(append([]string{formats.Bracketed(e.Describer.RelationLine(r, v), caveat)}, formats.EntryLines(e.Describer, v)...), "\n"))
	if about := e.Describer.Text(r.For); about != "" {
		e.own(r.For)
		p.set("description", actFor+about)
	}
	if r.During != "" {
		p.set("description", "During: "+e.Describer.Name(r.During))
		e.during++
	}
	e.date(p, "startDate", "description", "Start", r.Start)
	e.date(p, "endDate", "description", "End", r.End)
	e.cite(p, v, false)
	e.write(r.ID, link.Schema, p)
}

// amount gives an edge an amount, and tells whether it says all of them: one in a currency, in a
// schema that has a value. The words of others are in the edge's words.
func (e *exporter) amount(p properties, schema string, amounts []entities.Amount) bool {
	if a := amounts[0]; len(amounts) == 1 && a.Currency != "" && slices.Contains(valued, schema) {
		p.set("amount", string(a.Value))
		p.set("currency", a.Currency)
		return len(a.Qualifier) == 0 && a.Period == "" && len(a.Claims) == 0
	}
	return false
}

// takes tells whether an edge of the schema may join what the ends are.
func (e *exporter) takes(link linkForm, r *entities.Relation) bool {
	for _, end := range []struct{ id, property string }{{r.From, link.From}, {r.To, link.To}} {
		en := e.Index().Entity(end.id)
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
func (e *exporter) cite(p properties, v entities.Verdict, proof bool) {
	for _, c := range v.Whole(func(v entities.Verdict) []*entities.Claim { return v.Denials }) {
		e.denials[c.ID] = true
	}
	for _, c := range v.Claims() {
		s := e.Index().Source(c.Source)
		if s == nil {
			continue
		}
		if s.URL != "" {
			p.set("sourceUrl", s.URL)
		}
		if s.Publisher != "" {
			p.set("publisher", e.Describer.Name(s.Publisher))
		}
		if proof {
			p.set("proof", ftmID(s.ID))
		}
	}
}

// relationEdge is a relation as wording words it.
func relationEdge(r *entities.Relation, v entities.Verdict) *network.Edge {
	return &network.Edge{ID: r.ID, Kind: network.RelationEdge, From: r.From, To: r.To, Relation: r, Verdict: v}
}
