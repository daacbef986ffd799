package capture

import (
	"reflect"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/quotes"
)

func port() *entities.Case {
	return &entities.Case{
		Language: "en",
		Sources:  []entities.Source{{ID: "story"}},
		Entities: []entities.Entity{
			{ID: "ada", Type: entities.Person, Name: entities.Text{"en": "Ada", "km": "អាដា"}},
			{ID: "un:port:1", Type: entities.Agency, Name: entities.Text{"": "Port"}},
			{ID: "traders", Type: entities.Group, Name: entities.Text{"": "Traders"}},
		},
		Claims: []entities.Claim{
			{ID: "c-paid-her", Source: "story", Speaker: "traders", Quote: "paid her", Standing: entities.Alleged},
		},
		Relations: []entities.Relation{
			{ID: "bribe", Type: "bribed", From: "traders", To: "ada", Claims: []string{"c-paid-her"}},
			{ID: "heads-1", Type: "heads", From: "ada", To: "un:port:1"},
			{ID: "heads-2", Type: "heads", From: "ada", To: "un:port:1"},
		},
		Flows: []entities.Flow{{ID: "money"}},
	}
}

func request(change func(*Request)) Request {
	r := Request{Source: "story", Selector: quotes.Selector{Exact: "may have paid"}, Speaker: "ada", Standing: entities.Stated}
	change(&r)
	return r
}

func TestCompose(t *testing.T) {
	made := entities.Claim{ID: "c-may-have-paid", Source: "story", Speaker: "ada", Quote: "may have paid", Standing: entities.Stated, Hedge: entities.Words{"may"}}
	olav := entities.Entity{ID: "olav", Type: entities.Person, Name: entities.Text{"": "Olav: a name"}}
	with := func(change func(*entities.Claim)) entities.Claim {
		c := made
		change(&c)
		return c
	}
	tests := []struct {
		name    string
		request Request
		want    Addition
	}{
		{"a claim alone, with what weakens it", request(func(r *Request) {}), Addition{Claim: made}},
		{"an id and a hedge of one's own", request(func(r *Request) { r.ID, r.Hedge = "c1", entities.Words{"may have"} }),
			Addition{Claim: with(func(c *entities.Claim) { c.ID, c.Hedge = "c1", entities.Words{"may have"} })}},
		{"an id that is free", request(func(r *Request) { r.Selector.Exact, r.Standing = "paid her", entities.Stated }),
			Addition{Claim: entities.Claim{ID: "c-paid-her-2", Source: "story", Speaker: "ada", Quote: "paid her", Standing: entities.Stated}}},
		{"new entities, each once", request(func(r *Request) {
			r.Speaker, r.RelayedBy, r.Type, r.From, r.To = "olav:person:Olav: a name", "un:port:1", "heads", "olav:person:Olav: a name", "un:port:1"
		}), Addition{
			Entities: []entities.Entity{olav},
			Claim:    with(func(c *entities.Claim) { c.Speaker, c.RelayedBy = "olav", "un:port:1" }),
			Relation: entities.Relation{ID: "olav-heads-un:port:1", Type: "heads", From: "olav", To: "un:port:1", Claims: []string{"c-may-have-paid"}},
		}},
		{"an entity that is there, told in full", request(func(r *Request) { r.Speaker = "ada:person:Ada" }), Addition{Claim: made}},
		{"a relation by its id", request(func(r *Request) { r.Relation = "heads-2" }),
			Addition{Claim: made, Relation: entities.Relation{ID: "heads-2"}}},
		{"a relation that is there, told in full", request(func(r *Request) { r.Type, r.From, r.To = "bribed", "traders", "ada" }),
			Addition{Claim: made, Relation: entities.Relation{ID: "bribe"}}},
		{"a second relation with an id of its own", request(func(r *Request) { r.Relation, r.Type, r.From, r.To = "again", "bribed", "traders", "ada" }),
			Addition{Claim: made, Relation: entities.Relation{ID: "again", Type: "bribed", From: "traders", To: "ada", Claims: []string{"c-may-have-paid"}}}},
		{"a claim that is there, for another relation", request(func(r *Request) {
			r.Selector.Exact, r.Speaker, r.Standing, r.Relation = "paid her", "traders", entities.Alleged, "heads-1"
		}), Addition{Claim: entities.Claim{ID: "c-paid-her"}, Relation: entities.Relation{ID: "heads-1"}}},
		{"an answer", request(func(r *Request) { r.Answers = entities.Answer{Claim: "c-paid-her", As: entities.Denies} }),
			Addition{Claim: with(func(c *entities.Claim) { c.Answers = entities.Answer{Claim: "c-paid-her", As: entities.Denies} })}},
		{"whoever is accused was asked", request(func(r *Request) { r.Asked = entities.Declined }),
			Addition{Claim: with(func(c *entities.Claim) { c.Reply = entities.Reply{Asked: true, Outcome: entities.Declined} })}},
		{"a very long id", request(func(r *Request) {
			r.Type, r.From, r.To = "heads", strings.Repeat("a", 99)+":person:A", strings.Repeat("b", 99)+":person:B"
		}), Addition{
			Entities: []entities.Entity{
				{ID: strings.Repeat("a", 99), Type: entities.Person, Name: entities.Text{"": "A"}},
				{ID: strings.Repeat("b", 99), Type: entities.Person, Name: entities.Text{"": "B"}},
			},
			Claim:    made,
			Relation: entities.Relation{ID: "heads", Type: "heads", From: strings.Repeat("a", 99), To: strings.Repeat("b", 99), Claims: []string{"c-may-have-paid"}},
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := Compose(port(), tt.request); err != nil || !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got %+v, %v\nwant %+v", got, err, tt.want)
			}
		})
	}
}

func TestComposeRefuses(t *testing.T) {
	tests := []struct {
		name   string
		change func(*Request)
		want   string
	}{
		{"no such speaker", func(r *Request) { r.Speaker = "adda" }, `the case has no entity "adda" (did you mean "ada"?); a new one is given as ID:TYPE:NAME`},
		{"no name", func(r *Request) { r.RelayedBy = "x:person:" }, `no entity "x:person:"`},
		{"no entity", func(r *Request) { r.Speaker = "story" }, `"story" is a source; want an entity`},
		{"another entity of that id", func(r *Request) { r.Speaker = "ada:person:Adam" }, `has an entity "ada", the person "Ada"`},
		{"an entity with the id of something else", func(r *Request) { r.Speaker = "money:person:M" }, `the id "money" is that of a flow`},
		{"no such claim", func(r *Request) { r.Answers = entities.Answer{Claim: "c-paid-him", As: entities.Denies} }, `no claim "c-paid-him" (did you mean "c-paid-her"?)`},
		{"an id that is taken", func(r *Request) { r.ID = "ada" }, `the id "ada" is that of an entity`},
		{"no such relation", func(r *Request) { r.Relation = "bribes" }, `no relation "bribes" (did you mean "bribe"?); a new one needs a type, from and to`},
		{"no relation", func(r *Request) { r.Relation = "money" }, `"money" is a flow; want a relation`},
		{"half a relation", func(r *Request) { r.Type = "heads" }, "needs a type, from and to"},
		{"no such end", func(r *Request) { r.Type, r.From, r.To = "heads", "x", "ada" }, `no entity "x"`},
		{"no such other end", func(r *Request) { r.Type, r.From, r.To = "heads", "ada", "x" }, `no entity "x"`},
		{"a relation that is there", func(r *Request) { r.Relation, r.Type, r.From, r.To = "bribe", "heads", "ada", "traders" }, `has a relation "bribe"; leave out`},
		{"a relation with the id of something else", func(r *Request) { r.Relation, r.Type, r.From, r.To = "money", "heads", "ada", "traders" }, `the id "money" is that of a flow`},
		{"a relation with the claim's own id", func(r *Request) { r.ID, r.Relation, r.Type, r.From, r.To = "q", "q", "heads", "ada", "traders" }, `the id "q" is that of a claim`},
		{"several such relations", func(r *Request) { r.Type, r.From, r.To = "heads", "ada", "un:port:1" }, `["heads-1" "heads-2"]`},
		{"a claim that is there", func(r *Request) { r.Selector.Exact, r.Speaker, r.Standing = "paid her", "traders", entities.Alleged }, `nothing to add: the case has this claim, as "c-paid-her"`},
		{"a claim that is there, and rested on", func(r *Request) {
			r.Selector.Exact, r.Speaker, r.Standing, r.Relation = "paid her", "traders", entities.Alleged, "bribe"
		}, `nothing to add: relation "bribe" rests on this claim already`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := Compose(port(), request(tt.change)); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %+v, %v\nwant %s", got, err, tt.want)
			}
		})
	}
}

func TestDraft(t *testing.T) {
	got := Draft(port(), Request{Source: "story", Selector: quotes.Selector{Exact: "paid her", Prefix: "may have"}, Speaker: "olav:person:Olav", RelayedBy: "un:port:1"})
	want := entities.Claim{ID: "c-paid-her-2", Source: "story", Speaker: "olav", RelayedBy: "un:port:1", Quote: "paid her", Prefix: "may have"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
}
