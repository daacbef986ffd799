package csv

import (
	"math/big"

	"example.org/graphgen/internal/entities"
)

// line is a relation of the case, or one that is added.
type line struct {
	entities.Relation
	addition int             // that it is new with, or -1
	given    map[string]bool // the sources that give an amount for it
}

// lines are the relations that rows may be about, found in the same time however many there are.
type lines struct {
	all     map[lineKey][]*line
	known   map[fact]*line    // the first for which each holds
	full    map[fact]int      // by key and source: how many of all, from the first, have an amount by it
	sources map[string]string // of claims, by their ids
}

// lineKey is what makes two relations one. Two payments between the same two are told apart by
// their dates.
type lineKey struct{ typ, from, to, start, end string }

// fact is that a line rests on a claim, or that a claim or a source gives an amount for it.
type fact struct {
	lineKey
	claim, source, amount string
}

func newLines() *lines {
	return &lines{all: map[lineKey][]*line{}, known: map[fact]*line{}, full: map[fact]int{}, sources: map[string]string{}}
}

func keyOfLine(r *entities.Relation) lineKey { return lineKey{r.Type, r.From, r.To, r.Start, r.End} }

// add adds a line, with what it rests on.
func (x *lines) add(l *line) {
	l.given = map[string]bool{}
	claims := l.Claims
	l.Claims = nil
	for _, id := range claims {
		x.grow(l, id, nil)
	}
	for _, a := range l.Amounts {
		by := a.Claims
		if len(by) == 0 {
			by = l.Claims
		}
		for _, id := range by {
			x.gives(l, id, a)
		}
	}
	key := keyOfLine(&l.Relation)
	x.all[key] = append(x.all[key], l)
}

// grow has a line rest on a claim, which may give amounts.
func (x *lines) grow(l *line, claim string, amounts []entities.Amount) {
	rests := fact{lineKey: keyOfLine(&l.Relation), claim: claim}
	if x.known[rests] != l {
		l.Claims = append(l.Claims, claim)
	}
	x.learn(rests, l)
	for _, a := range amounts {
		l.Amounts = append(l.Amounts, a)
		x.gives(l, claim, a)
	}
}

// gives notes that a claim gives an amount for a line.
func (x *lines) gives(l *line, claim string, a entities.Amount) {
	key, source := keyOfLine(&l.Relation), x.sources[claim]
	l.given[source] = true
	x.learn(fact{lineKey: key, claim: claim, amount: amountKey(a)}, l)
	x.learn(fact{lineKey: key, source: source, amount: amountKey(a)}, l)
}

func (x *lines) learn(f fact, l *line) {
	if x.known[f] == nil {
		x.known[f] = l
	}
}

// of finds the line that a row is about, none where it is new, and tells whether it has all that the
// row says. It disagrees where the case has another amount by the same words.
func (x *lines) of(rel entities.Relation, source string, same []*entities.Claim) (on *line, has bool, disagrees *line) {
	key, amount := keyOfLine(&rel), ""
	if len(rel.Amounts) > 0 {
		amount = amountKey(rel.Amounts[0])
	}
	for _, c := range same {
		if l := x.known[fact{lineKey: key, claim: c.ID, amount: amount}]; l != nil {
			return l, true, nil
		}
	}
	all := x.all[key]
	switch {
	case len(all) == 0:
		return nil, false, nil
	case amount == "":
		return all[0], false, nil
	}
	if l := x.known[fact{lineKey: key, source: source, amount: amount}]; l != nil {
		return l, false, nil
	}
	for _, c := range same {
		if l := x.known[fact{lineKey: key, claim: c.ID}]; l != nil && l.addition < 0 && l.given[source] {
			return nil, false, l
		}
	}
	// A source that gives two amounts speaks of two payments.
	by := fact{lineKey: key, source: source}
	for x.full[by] < len(all) && all[x.full[by]].given[source] {
		x.full[by]++
	}
	if x.full[by] == len(all) {
		return nil, false, nil
	}
	return all[x.full[by]], false, nil
}

// amountKey is the same for amounts that are as much of the same.
func amountKey(a entities.Amount) string {
	value := string(a.Value)
	if n, ok := new(big.Rat).SetString(value); ok {
		value = n.RatString()
	}
	return value + " " + a.Currency + " " + a.Unit[""]
}
