package entities

import (
	"fmt"
	"slices"
	"strconv"
)

// Statement is one thing that a case says on the word of claims: a relation, a flow, one value of a
// figure, or one amount of a relation or a flow. How it stands is derived once, when the case is indexed.
type Statement struct {
	Relation *Relation // of a relation, and of an amount of one
	Flow     *Flow     // of a flow, and of an amount of one
	Amount   *Amount   // of an amount; it is no part of Statements, and stands in its line's Verdict
	Figure   *Figure   // of a value: the figure that it belongs to
	Value    *Value    // of a value
	Verdict  Verdict

	item, value int // its places in the lists of the case file
}

// The kinds of statements.
const (
	RelationStatement = "relation"
	FlowStatement     = "flow"
	ValueStatement    = "value"
	AmountStatement   = "amount"
)

// Kind is RelationStatement, FlowStatement, ValueStatement or AmountStatement.
func (s *Statement) Kind() string {
	switch {
	case s.Amount != nil:
		return AmountStatement
	case s.Relation != nil:
		return RelationStatement
	case s.Flow != nil:
		return FlowStatement
	}
	return ValueStatement
}

// ID is the id of the relation or the flow; a value's is FIGURE/1 for the first, an amount's
// RELATION/amount/1.
func (s *Statement) ID() string {
	switch {
	case s.Amount != nil:
		return s.line().ID() + "/amount/" + strconv.Itoa(s.value+1)
	case s.Relation != nil:
		return s.Relation.ID
	case s.Flow != nil:
		return s.Flow.ID
	}
	return ValueID(s.Figure, s.value)
}

// ValueID is how a value of a figure is named, by its place from 0: FIGURE/1 is the first.
func ValueID(f *Figure, value int) string { return f.ID + "/" + strconv.Itoa(value+1) }

// line is the statement that an amount belongs to.
func (s *Statement) line() *Statement {
	return &Statement{Relation: s.Relation, Flow: s.Flow, item: s.item}
}

// Claims are the ids of the claims that it lists, as the case file has them; of an amount that lists
// none those of its line.
func (s *Statement) Claims() []string {
	switch {
	case s.Amount != nil && len(s.Amount.Claims) > 0:
		return s.Amount.Claims
	case s.Relation != nil:
		return s.Relation.Claims
	case s.Flow != nil:
		return s.Flow.Claims
	}
	return s.Value.Claims
}

// Ends are the ids of the entities that it is about, in the order of the case file: the two ends
// of a relation, all places that a flow passes, what a figure is about.
func (s *Statement) Ends() []string {
	switch {
	case s.Relation != nil:
		return []string{s.Relation.From, s.Relation.To}
	case s.Flow != nil:
		return slices.Concat(s.Flow.From, s.Flow.Via, s.Flow.To)
	}
	return s.Figure.About
}

// Parties are the ids of those of its ends whose own record of it is a claim: all of them, but of an
// act of a court or another authority whom it is about.
func (s *Statement) Parties() []string {
	if s.Relation != nil && ActOf(s.Relation.Type).OfState() {
		return []string{s.Relation.Subject()}
	}
	return s.Ends()
}

// Path names its place in the case file: "relations", 3 or "figures", 2, "values", 1.
func (s *Statement) Path() []any {
	switch {
	case s.Amount != nil:
		return append(s.line().Path(), "amounts", s.value)
	case s.Relation != nil:
		return []any{ARelation.List(), s.item}
	case s.Flow != nil:
		return []any{AFlow.List(), s.item}
	}
	return []any{AFigure.List(), s.item, "values", s.value}
}

// String names it in messages: relation "r1", or value 2 of figure "f".
func (s *Statement) String() string {
	if s.Amount != nil {
		return fmt.Sprintf("amount %d of %s", s.value+1, s.line())
	}
	if s.Value != nil {
		return fmt.Sprintf("value %d of figure %q", s.value+1, s.Figure.ID)
	}
	return fmt.Sprintf("%s %q", s.Kind(), s.ID())
}

// Statements returns everything that rests on claims, in the order of the case file: relations,
// flows, the values of figures. What shares its id with another is among them.
func (x *Index) Statements() []*Statement { return x.statements }

// StatementsByID returns the relations by their ids, then the flows, then the values of each
// figure. Of those that share an id the first counts.
func (x *Index) StatementsByID() []*Statement {
	sorted := make([]*Statement, 0, len(x.statements))
	for _, r := range x.Relations() {
		sorted = append(sorted, x.statementOf[r])
	}
	for _, f := range x.Flows() {
		sorted = append(sorted, x.statementOf[f])
	}
	for _, f := range x.Figures() {
		for i := range f.Values {
			sorted = append(sorted, x.statementOf[&f.Values[i]])
		}
	}
	return sorted
}

// StatementOf returns the statement that a *Relation, a *Flow or a *Value of the case is, or nil.
func (x *Index) StatementOf(part any) *Statement { return x.statementOf[part] }

// readStatements derives how everything stands that rests on claims.
func (x *Index) readStatements() {
	c := x.Case
	size := len(c.Relations) + len(c.Flows)
	for i := range c.Figures {
		size += len(c.Figures[i].Values)
	}
	held := make([]Statement, 0, size) // in one piece, for memory
	x.statements = make([]*Statement, 0, size)
	x.statementOf = make(map[any]*Statement, size)
	add := func(part any, s Statement) {
		s.Verdict = x.derive(&s)
		held = append(held, s)
		last := &held[len(held)-1]
		x.statements = append(x.statements, last)
		x.statementOf[part] = last
	}
	for i := range c.Relations {
		add(&c.Relations[i], Statement{Relation: &c.Relations[i], item: i})
	}
	for i := range held {
		x.convict(&held[i])
	}
	for i := range c.Flows {
		add(&c.Flows[i], Statement{Flow: &c.Flows[i], item: i})
	}
	for i := range c.Figures {
		f := &c.Figures[i]
		for j := range f.Values {
			add(&f.Values[j], Statement{Figure: f, Value: &f.Values[j], item: i, value: j})
		}
	}
}

// derive is Stand for a statement. What is known of an official act is in its verdict, and the
// claims of an acquittal go with it; and so are the amounts of a line.
func (x *Index) derive(s *Statement) Verdict {
	v := x.deriveAlone(s)
	if s.Amount != nil {
		return v
	}
	for i := range s.amounts() {
		a := &Statement{Relation: s.Relation, Flow: s.Flow, Amount: &s.amounts()[i], item: s.item, value: i}
		a.Verdict = x.deriveAlone(a)
		v.Amounts = append(v.Amounts, a)
	}
	return v
}

// amounts are those that the case file gives a relation or a flow.
func (s *Statement) amounts() []Amount {
	switch {
	case s.Relation != nil:
		return s.Relation.Amounts
	case s.Flow != nil:
		return s.Flow.Amounts
	}
	return nil
}

func (x *Index) deriveAlone(s *Statement) Verdict {
	if s.Amount != nil {
		return x.Stand(s.Claims(), x.takenToAccuse(s), s.Parties()...)
	}
	if s.Relation == nil {
		return x.Stand(s.Claims(), x.takenToAccuse(s), s.Parties()...)
	}
	act, elsewhere := x.proceeding(s.Relation)
	if act == nil {
		return x.Stand(s.Claims(), x.takenToAccuse(s), s.Parties()...)
	}
	var with []string
	for _, acquittal := range slices.Concat(act.Acquittals, elsewhere) {
		with = append(with, acquittal.Claims...)
	}
	v := x.stands(s.Claims(), with, x.takenToAccuse(s), s.Parties())
	v.Act = act
	if act.Undone() && v.Standing != Contested && v.Standing != "" {
		v.Standing = Lapsed
	}
	return v
}

// takenToAccuse tells whether rule 3 of Stand bears on a statement. A relation's type says so; one
// that nobody knows is taken for a wrongdoing. Flows, values and amounts have no type that says it: they
// are taken to accuse where anything they rest on does, which is a claim typed alleged or
// rumoured, or one that a wrongdoing relation rests on as well, or whose words such a claim has.
func (x *Index) takenToAccuse(s *Statement) bool {
	if s.Relation != nil {
		if t, known := x.RelationType(s.Relation.Type); t.Wrongdoing || !known || s.Amount == nil {
			return t.Wrongdoing || !known
		}
	}
	return slices.ContainsFunc(s.Claims(), func(id string) bool {
		c := x.Claim(id)
		return c != nil && (x.isAccusing(c) || x.passages[c] != nil && x.passages[c].accuses)
	})
}

// StandRelation is how a relation stands. One that is not of the case is derived on the spot, and
// so with the others.
func (x *Index) StandRelation(r *Relation) Verdict { return x.stand(r, Statement{Relation: r}) }

// StandFlow is how a flow stands.
func (x *Index) StandFlow(f *Flow) Verdict { return x.stand(f, Statement{Flow: f}) }

// StandValue is how a value of a figure stands.
func (x *Index) StandValue(f *Figure, v *Value) Verdict {
	return x.stand(v, Statement{Figure: f, Value: v})
}

func (x *Index) stand(part any, s Statement) Verdict {
	if held := x.statementOf[part]; held != nil {
		return held.Verdict
	}
	s.Verdict = x.derive(&s)
	x.convict(&s)
	return s.Verdict
}
