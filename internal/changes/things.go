package changes

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
)

// thing is one part of a case, with what is said of it.
type thing struct {
	kind    Kind
	id      string
	name    string // in words
	facts   []fact
	verdict *entities.Verdict // of a relation or a flow
	figure  *entities.Figure  // of a figure, whose values have no ids
	about   []string          // of a correction
	always  bool              // published whatever views show: a view, a correction
}

// fact is one field of a thing, in words; drawn where pictures print it.
type fact struct {
	name  string
	says  string // what the case file has, which is compared: an entity renamed changes no relation
	words string
	drawn bool
}

func shown(name, words string) fact { return fact{name, words, words, true} }

func kept(name, words string) fact { return fact{name, words, words, false} }

// refers is a drawn field that names entities, in an order that tells something.
func (s *state) refers(name string, between string, ids ...string) fact {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = s.name(id)
	}
	return fact{name, strings.Join(ids, between), strings.Join(names, between), true}
}

// text is a text in each of its languages; the case's own needs no word.
func (s *state) text(name string, t entities.Text, drawn bool) []fact {
	var all []fact
	for _, tag := range t.Tags() {
		called := name
		if tag != "" && tag != s.index.Case.Language {
			called += " in " + tag
		}
		all = append(all, fact{called, t[tag], t[tag], drawn})
	}
	return all
}

// set joins what has no order.
func set(ids []string) string {
	sorted := slices.Clone(ids)
	slices.SortFunc(sorted, cmp.Compare)
	return strings.Join(slices.Compact(sorted), ", ")
}

// name is an entity's name with its id, since two may share a name.
func (s *state) name(id string) string {
	if s.index.Entity(id) == nil {
		return id
	}
	return fmt.Sprintf("%s (%s)", s.describer.Name(id), id)
}

// mark is a mark that is there or not.
func mark(set bool) string {
	if set {
		return "yes"
	}
	return ""
}

func quoted(s string) string { return strconv.Quote(s) }

// describe says what there is to say of each thing. Where an id is given twice the first counts.
func (s *state) describe() {
	c := s.index.Case
	add := func(t *thing, key string) {
		if s.things[t.kind] == nil {
			s.things[t.kind] = map[string]*thing{}
		}
		if s.things[t.kind][key] == nil {
			s.things[t.kind][key] = t
		}
	}
	add(s.caseThing(c), "")
	for i := range c.Views {
		add(s.view(&c.Views[i]), c.Views[i].ID)
	}
	for i := range c.Relations {
		add(s.relation(&c.Relations[i]), c.Relations[i].ID)
	}
	for i := range c.Flows {
		add(s.flow(&c.Flows[i]), c.Flows[i].ID)
	}
	for i := range c.Figures {
		add(s.figure(&c.Figures[i]), c.Figures[i].ID)
	}
	for i := range c.Claims {
		add(s.claim(&c.Claims[i]), c.Claims[i].ID)
	}
	for i := range c.Entities {
		add(s.entity(&c.Entities[i]), c.Entities[i].ID)
	}
	for i := range c.Sources {
		add(s.source(&c.Sources[i]), c.Sources[i].ID)
	}
	for id, t := range c.RelationTypes {
		add(s.relationType(id, t), id)
	}
	for i := range c.Corrections {
		t := s.correction(&c.Corrections[i])
		add(t, t.id+"\x00"+t.name+"\x00"+set(t.about))
	}
	for slug, r := range c.Rules {
		add(&thing{kind: RuleChange, id: slug, name: r.Severity + ": " + r.Reason,
			facts: []fact{kept("severity", r.Severity), kept("only", strings.Join(r.Only, ", ")), kept("reason", r.Reason)}}, slug)
	}
}

func (s *state) caseThing(c *entities.Case) *thing {
	return &thing{kind: Case, name: s.describer.Text(c.Title), facts: slices.Concat(
		s.text("title", c.Title, false), s.text("credit", c.Credit, false),
		[]fact{kept("language", c.Language), kept("as of", c.AsOf)})}
}

func (s *state) view(v *entities.View) *thing {
	facts := slices.Concat(s.text("title", v.Title, true), s.text("caption", v.Caption, true))
	for _, list := range []struct {
		name string
		of   entities.Selection
	}{{"includes", v.Include}, {"excludes", v.Exclude}} {
		facts = append(facts, kept(list.name+" types", set(list.of.Types)), kept(list.name+" relations", set(list.of.Relations)),
			kept(list.name+" tags", set(list.of.Tags)), kept(list.name+" ids", set(list.of.IDs)))
	}
	around, path, legend := "", "", "shown"
	if v.Around.Entity != "" {
		around = fmt.Sprintf("%s, %d hops", v.Around.Entity, max(v.Around.Hops, 1))
	}
	if v.Path.From != "" || v.Path.To != "" {
		path = v.Path.From + " to " + v.Path.To
	}
	if v.Legend != nil && !*v.Legend {
		legend = "hidden"
	}
	facts = append(facts, kept("around", around), kept("path", path), kept("cluster", string(v.Cluster)),
		kept("layout", string(v.Layout)), kept("direction", string(v.Direction)), kept("legend", legend))
	return &thing{kind: View, id: v.ID, name: s.describer.Text(v.Title), facts: facts, always: true}
}

func (s *state) relation(r *entities.Relation) *thing {
	v := &s.index.StatementOf(r).Verdict
	line := network.Edge{ID: r.ID, Kind: network.RelationEdge, From: r.From, To: r.To, Relation: r, Verdict: *v}
	return &thing{kind: Relation, id: r.ID, name: s.describer.Sentence(&network.View{}, &line), verdict: v, facts: slices.Concat(
		[]fact{shown("type", r.Type), s.refers("from", "", r.From), s.refers("to", "", r.To)},
		s.text("label", r.Label, true), s.text("for", r.For, true),
		[]fact{kept("start", r.Start), kept("end", r.End), kept("during", r.During), shown("amounts", s.describer.Amounts(*v)), kept("amounts' claims", amountClaims(r.Amounts)), shown("state", string(r.State)), kept("draft", mark(r.Draft)), kept("claims", set(r.Claims))})}
}

func (s *state) flow(f *entities.Flow) *thing {
	v := &s.index.StatementOf(f).Verdict
	var way []string
	for _, ends := range [][]string{f.From, f.Via, f.To} {
		if len(ends) > 0 {
			way = append(way, s.refers("", ", ", ends...).words)
		}
	}
	name := s.describer.Text(f.What) + ": " + strings.Join(way, " → ")
	if caveat := s.describer.Caveat(*v); caveat != "" {
		name += " (" + caveat + ")"
	}
	return &thing{kind: Flow, id: f.ID, name: name, verdict: v, facts: slices.Concat(
		s.text("what", f.What, true), s.text("label", f.Label, true),
		[]fact{shown("kind", string(f.Kind)), s.refers("from", ", ", f.From...), s.refers("via", " → ", f.Via...),
			s.refers("to", ", ", f.To...), shown("amounts", s.describer.Amounts(*v)), kept("amounts' claims", amountClaims(f.Amounts)), kept("claims", set(f.Claims))})}
}

func (s *state) figure(f *entities.Figure) *thing {
	return &thing{kind: Figure, id: f.ID, name: s.describer.Text(f.Question), figure: f, facts: append(
		s.text("question", f.Question, true), kept("about", set(f.About)))}
}

func (s *state) claim(c *entities.Claim) *thing {
	answers, reply := "", ""
	if c.Answers.Claim != "" || c.Answers.As != "" {
		answers = fmt.Sprintf("%s %s", c.Answers.As, set(c.Answers.Claims()))
	}
	if c.Reply != (entities.Reply{}) {
		reply = strings.TrimSpace(fmt.Sprintf("asked: %t %s %s", c.Reply.Asked, c.Reply.Outcome, c.Reply.Claim))
	}
	return &thing{kind: Claim, id: c.ID, name: s.describer.Claim(c).String(), facts: []fact{
		s.refers("speaker", "", c.Speaker), s.refers("relayed by", "", c.RelayedBy), shown("quote", c.Quote),
		shown("source", c.Source), shown(Standing, string(c.Standing)), shown("hedge", strings.Join(c.Hedge, ", ")),
		shown("answers", answers), shown("reply", reply), kept("date", c.Date), kept("page", c.Page), kept("basis", string(c.Basis)),
		kept("prefix", c.Prefix), kept("suffix", c.Suffix)}}
}

func (s *state) entity(e *entities.Entity) *thing {
	return &thing{kind: Entity, id: e.ID, name: s.describer.Text(e.Name), facts: slices.Concat(
		s.text(Name, e.Name, true),
		[]fact{shown("type", string(e.Type)), kept("country", e.Country), kept("code", e.Code), kept("public body", string(e.PublicBody)), kept("aliases", set(e.Aliases))},
		s.text("description", e.Description, false),
		[]fact{kept("links", set(e.Links)), kept("tags", set(e.Tags))})}
}

func (s *state) source(o *entities.Source) *thing {
	return &thing{kind: Source, id: o.ID, name: s.describer.Reference(o), facts: slices.Concat(
		s.text("title", o.Title, true),
		[]fact{kept("type", string(o.Type)), s.refers("publisher", "", o.Publisher), shown("published", o.Published), shown("url", o.URL),
			kept("archived", o.Archived), kept("text's path", o.Text.Path), kept("text's sha256", o.Text.SHA256)})}
}

func (s *state) relationType(id string, t entities.RelationType) *thing {
	return &thing{kind: RelationType, id: id, name: s.describer.Text(t.Label), facts: slices.Concat(
		s.text("label", t.Label, true), s.text("inverse", t.Inverse, false),
		[]fact{kept("wrongdoing", strconv.FormatBool(t.Wrongdoing)), shown("symmetric", strconv.FormatBool(t.Symmetric))})}
}

// amountClaims are the claims of each amount.
func amountClaims(amounts []entities.Amount) string {
	var all []string
	for _, a := range amounts {
		all = append(all, set(a.Claims))
	}
	return strings.Trim(strings.Join(all, "; "), "; ")
}

// correction is known by all that it says: one that says something else is another one.
func (s *state) correction(c *entities.Correction) *thing {
	var said []string
	for _, f := range s.text("", c.Text, true) {
		said = append(said, f.words)
	}
	return &thing{kind: Correction, id: c.Date, name: strings.Join(said, " / "), about: c.About, always: true}
}
