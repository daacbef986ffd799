package entities

import "slices"

// FirstHand tells whether a claim is a record speaking for itself: typed so, published by its own
// speaker, neither relayed nor a repeat, in a kind of source that can be one, and of a public body.
// An article, an interview or a post is somebody's telling, whoever publishes it, and what a
// private voice calls its record is its claim. On a line it counts as a record only where its
// speaker is no party to that, as Stand sees to.
func (x *Index) FirstHand(c *Claim) bool {
	return x.published(c) && x.PublicBody(c.Speaker)
}

// published tells whether a claim stands in what its own speaker has published as a record.
func (x *Index) published(c *Claim) bool {
	s := x.Source(c.Source)
	if c.Standing != Record || c.RelayedBy != "" || c.repeats() || s == nil || s.Publisher == "" || s.Publisher != c.Speaker {
		return false
	}
	switch s.Type {
	case RecordSource, Report, Dataset, OtherSource:
		return true
	}
	return false
}

// PublicBody tells whether an entity is a body whose papers can be on record: a ministry, an agency
// or a government by its type, and another body where the case says which kind it is of.
func (x *Index) PublicBody(id string) bool {
	e := x.Entity(id)
	if e == nil {
		return false
	}
	switch e.Type {
	case Ministry, Agency, Government:
		return true
	}
	return e.PublicBody != "" && e.Type.canBePublic()
}

// canBePublic tells whether a case may call an entity of the type a public body.
func (t EntityType) canBePublic() bool {
	switch t {
	case Ministry, Agency, Government, Committee, Organization:
		return true
	}
	return false
}

// CanBePublic tells whether the type of an entity allows for publicBody.
func (e *Entity) CanBePublic() bool { return e.Type.canBePublic() }

// Party tells whether a body is a party to a line with these ends: one of them, part of one or one
// of it, owned or headed by one, or at work with one under the same head or owner. How such a tie
// stands does not matter: a doubt about who keeps a record is enough to hear it as a claim.
func (x *Index) Party(body string, ends []string) bool {
	if len(ends) == 0 {
		return false
	}
	above := x.above(body)
	for _, end := range ends {
		if end == body || slices.Contains(above, end) || len(above) == farthest || slices.Contains(x.above(end), body) {
			return true
		}
		if slices.ContainsFunc(x.rulers[body], func(id string) bool { return slices.Contains(x.rulers[end], id) }) {
			return true
		}
	}
	return false
}

// SpeaksFor tells whether somebody speaks for one of these: represents or works for them, or is theirs.
func (x *Index) SpeaksFor(speaker string, ids []string) bool {
	return slices.ContainsFunc(x.belongs[speaker], func(id string) bool { return slices.Contains(ids, id) })
}

// farthest is how many entities above another are looked at. Where there are more, a body counts as
// a party: no real one is in so many hands, and a case of very many stays cheap.
const farthest = 64

// above returns what an entity is part of, belongs to, or is in the hands of, itself left out.
func (x *Index) above(id string) []string {
	found := []string{id}
	for i := 0; i < len(found) && len(found) <= farthest; i++ {
		for _, next := range x.belongs[found[i]] {
			if !slices.Contains(found, next) && len(found) <= farthest {
				found = append(found, next)
			}
		}
	}
	return found[1:]
}

// readTies gathers who belongs to whom, by the relations of the case and by the country that a
// body of a state is of.
func (x *Index) readTies() {
	x.belongs, x.rulers = map[string][]string{}, map[string][]string{}
	countries := map[string][]string{}
	for i := range x.Case.Entities {
		if e := &x.Case.Entities[i]; e.Type == Country && e.Code != "" {
			countries[e.Code] = append(countries[e.Code], e.ID)
		}
	}
	for i := range x.Case.Entities {
		if e := &x.Case.Entities[i]; x.PublicBody(e.ID) {
			x.belongs[e.ID] = append(x.belongs[e.ID], countries[e.Country]...)
		}
	}
	for i := range x.Case.Relations {
		r := &x.Case.Relations[i]
		switch r.Type {
		case "part-of", "holds-office", "works-for", "reports-to", "represents", "director-of":
			x.belongs[r.From] = append(x.belongs[r.From], r.To)
		case "heads":
			x.belongs[r.From] = append(x.belongs[r.From], r.To)
			x.rulers[r.To] = append(x.rulers[r.To], r.From)
		case "member-of": // an international body does not belong to the states that are its members
			if e := x.Entity(r.From); e == nil || e.Type != Country {
				x.belongs[r.From] = append(x.belongs[r.From], r.To)
			}
		case "owns", "shareholder-of", "beneficial-owner-of":
			x.belongs[r.To] = append(x.belongs[r.To], r.From)
			x.rulers[r.To] = append(x.rulers[r.To], r.From)
		case "published":
			x.belongs[r.To] = append(x.belongs[r.To], r.From)
		}
	}
}
