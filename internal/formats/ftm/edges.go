package ftm

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"example.org/graphgen/internal/currency"
	"example.org/graphgen/internal/distinct"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/types"
)

// edge makes relations of an edge: one for each pair of its ends.
func (r *reader) edge(line *entityLine, link linkForm) error {
	from, to := distinct.Append(nil, line.Properties[link.From]...), distinct.Append(nil, line.Properties[link.To]...)
	const most = 100
	if len(from)*len(to) > most {
		return formats.Refuse(r.at(1), fmt.Sprintf("edge %q joins more than %d pairs", formats.CutName(line.ID), most), "an edge has two ends")
	}
	role := r.roleOf(line)
	var told []string
	for _, a := range from {
		for _, b := range to {
			if a == b {
				r.loops++
				continue
			}
			rel := entities.Relation{ID: r.idOfLine(line), From: caseID(a), To: caseID(b), Draft: true}
			if len(from)*len(to) > 1 {
				rel.ID = digestID(line.ID + "\x00" + a + "\x00" + b)
			}
			swapped := r.say(&rel, link, role)
			r.act(&rel, line)
			valued := r.amount(&rel, line, link)
			told = append(told, valued...)
			rel.Start, rel.End = r.dateOf(line, "startDate"), r.dateOf(line, "endDate")
			if rel.Start == "" && rel.End == "" {
				rel.Start = r.dateOf(line, "date")
			}
			r.used[rel.Type] = true
			if types := types.Own(); rel.Type == entities.RelatedTo || types[rel.Type].Symmetric {
				r.undirected++
			}
			ends := spooled{From: digestOf(a), To: digestOf(b)}
			if link.Schema == "Family" && len(rel.Label) > 0 {
				r.relatives[ends.To], ends.Kin = "", true
			}
			part, whole := ends.From, ends.To
			if swapped {
				rel.From, rel.To = rel.To, rel.From
				part, whole = whole, part
			}
			if rel.Type == "part-of" && r.closesCircle(part, whole) {
				continue
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
	r.lose(line, append(told, link.From, link.To, "role", "relationship", "startDate", "endDate", "date", "proof", "sourceUrl"))
	return nil
}

// roleOf returns what an edge says in words.
func (r *reader) roleOf(line *entityLine) string {
	for _, property := range []string{"role", "relationship", "summary"} {
		if values := distinct.Append(nil, line.Properties[property]...); len(values) > 0 {
			return r.Fit(entities.Relation{}, "Label", strings.Join(values, "; "))
		}
	}
	return ""
}

// say gives a relation its type and its words. Words in brackets say how it stood where it comes
// from, and stay on the line. A role may name the type itself, as it does where Export wrote it.
func (r *reader) say(rel *entities.Relation, link linkForm, role string) (swapped bool) {
	base, _, _ := strings.Cut(role, " (")
	said, known := r.Words.Says(role)
	meant, likely := r.Words.Says(base)
	rel.Type = link.Type
	same := func(m types.Meaning) bool {
		form, has := linkOfType(m.Type)
		return !m.Swapped && (m.Type == link.Type || has && form.Schema == link.Schema)
	}
	switch open := entities.Unread(link.Type); {
	case !open && known && same(said):
		rel.Type = said.Type
		return false
	case !open && likely && same(meant):
		rel.Type = meant.Type
	case !open && role != "" && types.PlainWord(role) == types.PlainWord(types.Own()[link.Type].Label["en"]):
		return false
	case open && known:
		rel.Type = said.Type
		return said.Swapped
	case open && likely && !meant.Swapped:
		rel.Type = meant.Type
	case open:
		r.Unclear++
	}
	if label := cmp.Or(role, link.Label); label != "" {
		rel.Label = entities.Text{"": label}
	}
	return false
}

// amount gives a relation the amount of an edge, and returns the properties that it took.
func (r *reader) amount(rel *entities.Relation, line *entityLine, link linkForm) []string {
	amounts, currencies := distinct.Append(nil, line.Properties["amount"]...), distinct.Append(nil, line.Properties["currency"]...)
	if !slices.Contains(valued, link.Schema) || len(amounts) != 1 || len(currencies) != 1 || !currency.Known(currencies[0]) || !entities.IsNumber(amounts[0]) {
		return nil
	}
	rel.Amounts = []entities.Amount{{Value: entities.Number(amounts[0]), Currency: currencies[0]}}
	return []string{"amount", "currency"}
}

// act gives a relation that is an official act what Export wrote of it.
func (r *reader) act(rel *entities.Relation, line *entityLine) {
	if entities.ActOf(rel.Type) == "" {
		return
	}
	for _, status := range line.Properties["status"] {
		if entities.IsActState(status) {
			rel.State = entities.ActState(status)
		}
	}
	for _, description := range line.Properties["description"] {
		if about, found := strings.CutPrefix(description, actFor); found && about != "" {
			rel.For = entities.Text{"": r.Fit(entities.Relation{}, "For", about)}
		}
	}
}

// properLinks are properties of things that say how they are joined with another.
var properLinks = map[string]struct {
	relation string
	from     bool // the relation begins at what the property names
	label    string
}{
	"parent":        {"part-of", false, ""},
	"organization":  {"part-of", false, ""}, // of a position
	"project":       {"part-of", false, ""}, // of a contract
	"addressEntity": {"located-in", false, ""},
	"involved":      {"took-part-in", true, ""},
	"organizer":     {"took-part-in", true, "organized"},
	"owner":         {"owns", true, ""},                                // of a vehicle, of an account of a user
	"operator":      {entities.LinkedTo, true, "operates"},             // of a vehicle
	"holder":        {entities.LinkedTo, true, "holder of"},            // of a wallet
	"bank":          {entities.LinkedTo, false, "account at"},          // of an account
	"issuer":        {entities.LinkedTo, true, "issued"},               // of a security
	"authority":     {entities.LinkedTo, true, "authority of"},         // of a contract, of a call for tenders
	"onBehalfOf":    {entities.LinkedTo, false, "called on behalf of"}, // of a call for tenders
	"tenderers":     {entities.LinkedTo, true, "tendered for"},
	"author":        {"wrote", true, ""},              // of an assessment
	"vehicle":       {entities.LinkedTo, false, "by"}, // of a trip
	"startLocation": {entities.LinkedTo, false, "from"},
	"endLocation":   {entities.LinkedTo, false, "to"},
}

func (r *reader) properLinks(line *entityLine) error {
	for _, property := range slices.Sorted(maps.Keys(properLinks)) {
		how := properLinks[property]
		for i, other := range distinct.Append(nil, line.Properties[property]...) {
			if other == line.ID {
				r.loops++
				continue
			}
			rel := entities.Relation{ID: digestID(fmt.Sprintf("%s\x00%s\x00%d", line.ID, property, i)), Type: how.relation,
				From: caseID(line.ID), To: caseID(other), Draft: true}
			ends := spooled{From: digestOf(line.ID), To: digestOf(other)}
			if how.from {
				rel.From, rel.To = rel.To, rel.From
			}
			if how.relation == "part-of" && r.closesCircle(ends.From, ends.To) {
				continue
			}
			r.used[how.relation] = true
			if entities.Unread(how.relation) {
				r.Unclear++
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

// closesCircle tells whether something would be part of itself, by parents that name one another
// as registers have them, and keeps who is part of what. One of more than so many is taken for one.
func (r *reader) closesCircle(part, whole digest) bool {
	const most = 1000
	met := map[digest]bool{whole: true}
	for queue := []digest{whole}; len(queue) > 0; queue = queue[1:] {
		if queue[0] == part || len(met) > most {
			r.circles++
			return true
		}
		for _, above := range r.wholes[queue[0]] {
			if !met[above] {
				met[above] = true
				queue = append(queue, above)
			}
		}
	}
	r.wholes[part] = append(r.wholes[part], whole)
	return false
}
