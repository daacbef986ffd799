package check

import "example.org/graphgen/internal/entities"

// kind is a kind of thing that has an id. A field may refer to one of several.
type kind uint8

const (
	aSource kind = 1 << iota
	anEntity
	aClaim
	aRelation
	aFlow
	aFigure
	aView
)

// String returns the word for a single kind, or for a choice of kinds the plainest word.
func (k kind) String() string {
	switch k {
	case aSource:
		return "source"
	case anEntity:
		return "entity"
	case aClaim:
		return "claim"
	case aRelation:
		return "relation"
	case aFlow:
		return "flow"
	case aFigure:
		return "figure"
	case aView:
		return "view"
	}
	return "id"
}

// drawn are the kinds that a view can show.
const drawn = anEntity | aRelation | aFlow | aFigure

// visit is called for each reference: the id that is given, what it may name, and where it
// stands, as the parts of a JSON pointer.
type visit func(id string, wanted kind, at ...any)

// references visits every field of the case that refers to something by its id and that is given.
func references(c *entities.Case, visit visit) {
	optional := func(id string, wanted kind, at ...any) {
		if id != "" {
			visit(id, wanted, at...)
		}
	}
	list := func(ids []string, wanted kind, at ...any) {
		for i, id := range ids {
			visit(id, wanted, append(at[:len(at):len(at)], i)...)
		}
	}
	for i, s := range c.Sources {
		optional(s.Publisher, anEntity, "sources", i, "publisher")
	}
	for i, cl := range c.Claims {
		optional(cl.Source, aSource, "claims", i, "source")
		optional(cl.Speaker, anEntity, "claims", i, "speaker")
		optional(cl.RelayedBy, anEntity, "claims", i, "relayedBy")
		optional(cl.Answers.Claim, aClaim, "claims", i, "answers", "claim")
		optional(cl.Reply.Claim, aClaim, "claims", i, "reply", "claim")
	}
	for i, r := range c.Relations {
		visit(r.From, anEntity, "relations", i, "from")
		visit(r.To, anEntity, "relations", i, "to")
		optional(r.During, anEntity, "relations", i, "during")
		list(r.Claims, aClaim, "relations", i, "claims")
	}
	for i, f := range c.Flows {
		list(f.From, anEntity, "flows", i, "from")
		list(f.Via, anEntity, "flows", i, "via")
		list(f.To, anEntity, "flows", i, "to")
		list(f.Claims, aClaim, "flows", i, "claims")
	}
	for i, f := range c.Figures {
		list(f.About, anEntity, "figures", i, "about")
		for j, v := range f.Values {
			list(v.Claims, aClaim, "figures", i, "values", j, "claims")
		}
	}
	for i, v := range c.Views {
		list(v.Include.IDs, drawn, "views", i, "include", "ids")
		list(v.Exclude.IDs, drawn|aClaim, "views", i, "exclude", "ids")
		optional(v.Around.Entity, anEntity, "views", i, "around", "entity")
		optional(v.Path.From, anEntity, "views", i, "path", "from")
		optional(v.Path.To, anEntity, "views", i, "path", "to")
	}
	for i, n := range c.Corrections {
		list(n.About, drawn|aSource|aClaim|aView, "corrections", i, "about")
	}
}

// holder is a part of the case that has an id: what it is, and its place in its list.
type holder struct {
	kind kind
	item int
}

// pointer returns the place of the id.
func (h holder) pointer() string {
	list := h.kind.String() + "s"
	if h.kind == anEntity {
		list = "entities"
	}
	return pointer(list, h.item, "id")
}

// holders visits everything that has an id, in the order in which ids are taken.
func holders(c *entities.Case, visit func(id string, h holder)) {
	for i := range c.Sources {
		visit(c.Sources[i].ID, holder{aSource, i})
	}
	for i := range c.Entities {
		visit(c.Entities[i].ID, holder{anEntity, i})
	}
	for i := range c.Claims {
		visit(c.Claims[i].ID, holder{aClaim, i})
	}
	for i := range c.Relations {
		visit(c.Relations[i].ID, holder{aRelation, i})
	}
	for i := range c.Flows {
		visit(c.Flows[i].ID, holder{aFlow, i})
	}
	for i := range c.Figures {
		visit(c.Figures[i].ID, holder{aFigure, i})
	}
	for i := range c.Views {
		visit(c.Views[i].ID, holder{aView, i})
	}
}
