package check

import "example.org/graphgen/internal/entities"

// drawn are the kinds that a view can show.
const drawn = entities.AnEntity | entities.ARelation | entities.AFlow | entities.AFigure

// visit is called for each reference: the id that is given, what it may name, and where it
// stands, as the parts of a JSON pointer.
type visit func(id string, wanted entities.Kind, at ...any)

// references visits every field of the case that refers to something by its id and that is given.
func references(c *entities.Case, visit visit) {
	optional := func(id string, wanted entities.Kind, at ...any) {
		if id != "" {
			visit(id, wanted, at...)
		}
	}
	list := func(ids []string, wanted entities.Kind, at ...any) {
		for i, id := range ids {
			visit(id, wanted, append(at[:len(at):len(at)], i)...)
		}
	}
	for i, s := range c.Sources {
		optional(s.Publisher, entities.AnEntity, "sources", i, "publisher")
	}
	for i, cl := range c.Claims {
		optional(cl.Source, entities.ASource, "claims", i, "source")
		optional(cl.Speaker, entities.AnEntity, "claims", i, "speaker")
		optional(cl.RelayedBy, entities.AnEntity, "claims", i, "relayedBy")
		if len(cl.Answers.Also) == 0 {
			optional(cl.Answers.Claim, entities.AClaim, "claims", i, "answers", "claim")
		} else {
			for j, id := range cl.Answers.Claims() {
				optional(id, entities.AClaim, "claims", i, "answers", j, "claim")
			}
		}
		optional(cl.Reply.Claim, entities.AClaim, "claims", i, "reply", "claim")
	}
	for i, r := range c.Relations {
		visit(r.From, entities.AnEntity, "relations", i, "from")
		visit(r.To, entities.AnEntity, "relations", i, "to")
		optional(r.During, entities.AnEntity, "relations", i, "during")
		list(r.Claims, entities.AClaim, "relations", i, "claims")
		for j, a := range r.Amounts {
			list(a.Claims, entities.AClaim, "relations", i, "amounts", j, "claims")
		}
	}
	for i, f := range c.Flows {
		list(f.From, entities.AnEntity, "flows", i, "from")
		list(f.Via, entities.AnEntity, "flows", i, "via")
		list(f.To, entities.AnEntity, "flows", i, "to")
		list(f.Claims, entities.AClaim, "flows", i, "claims")
		for j, a := range f.Amounts {
			list(a.Claims, entities.AClaim, "flows", i, "amounts", j, "claims")
		}
	}
	for i, f := range c.Figures {
		list(f.About, entities.AnEntity, "figures", i, "about")
		for j, v := range f.Values {
			list(v.Claims, entities.AClaim, "figures", i, "values", j, "claims")
		}
	}
	for i, v := range c.Views {
		list(v.Include.IDs, drawn, "views", i, "include", "ids")
		list(v.Exclude.IDs, drawn|entities.AClaim, "views", i, "exclude", "ids")
		optional(v.Around.Entity, entities.AnEntity, "views", i, "around", "entity")
		optional(v.Path.From, entities.AnEntity, "views", i, "path", "from")
		optional(v.Path.To, entities.AnEntity, "views", i, "path", "to")
	}
	for i, n := range c.Corrections {
		list(n.About, drawn|entities.ASource|entities.AClaim|entities.AView, "corrections", i, "about")
	}
}
