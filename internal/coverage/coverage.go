// Package coverage tells which sentences of a source's text the claims of a case rest on, and
// which have none: what was read and left, or overlooked. It must never know files, flags or
// how anything is drawn, and whoever shows its sentences shows the source's own prose.
package coverage

import (
	"slices"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/quotes"
)

// Coverage is a source's text, sentence by sentence.
type Coverage struct {
	Sentences []Sentence
	Placed    []Placed   // the source's claims whose words the text has once, by their place
	Unplaced  []Unplaced // its other claims, for which no sentence can be found

	Words, Quoted int // how many words the text has, and how many of them some quote has
}

// Placed is a claim with the place of its words.
type Placed struct {
	Claim *entities.Claim
	Place quotes.Place
}

// Sentence is one sentence of the text, with what rests on it.
type Sentence struct {
	Place  quotes.Place
	Text   string            // in one line
	Claims []*entities.Claim // whose quote lies in it or begins or ends there, by its place
}

// Unplaced is a claim whose words the text does not have, or has in several places.
type Unplaced struct {
	Claim  *entities.Claim
	Status quotes.Status
	Count  int // how many places have its words
}

// Of reads the claims that a case has of a source against the source's text.
func Of(c *entities.Case, source string, text *quotes.Text) Coverage {
	var claims []*entities.Claim
	var selectors []quotes.Selector
	for i := range c.Claims {
		if cl := &c.Claims[i]; cl.Source == source {
			claims = append(claims, cl)
			selectors = append(selectors, quotes.Selector{Exact: cl.Quote, Prefix: cl.Prefix, Suffix: cl.Suffix})
		}
	}
	var coverage Coverage
	for _, place := range text.Sentences() {
		coverage.Sentences = append(coverage.Sentences, Sentence{
			Place: place, Text: text.Excerpt(quotes.Span{Start: place.Start, End: place.End}),
		})
	}
	for i, r := range quotes.Check(text, selectors) {
		if r.Status == quotes.Found {
			coverage.Placed = append(coverage.Placed, Placed{claims[i], r.Places[0]})
		} else {
			coverage.Unplaced = append(coverage.Unplaced, Unplaced{claims[i], r.Status, r.Count})
		}
	}
	slices.SortStableFunc(coverage.Placed, func(a, b Placed) int { return a.Place.Start - b.Place.Start })
	for _, f := range coverage.Placed {
		first, _ := slices.BinarySearchFunc(coverage.Sentences, f.Place.Start, func(s Sentence, at int) int {
			if s.Place.End <= at {
				return -1
			}
			return 1
		})
		for i := first; i < len(coverage.Sentences) && coverage.Sentences[i].Place.Start < f.Place.End; i++ {
			coverage.Sentences[i].Claims = append(coverage.Sentences[i].Claims, f.Claim)
		}
	}
	coverage.countWords(text)
	return coverage
}

// countWords counts a word that several quotes have once.
func (c *Coverage) countWords(text *quotes.Text) {
	c.Words = quotes.CountWords(text.String())
	counted := 0 // up to where
	for _, p := range c.Placed {
		if from := max(p.Place.Start, counted); from < p.Place.End {
			c.Quoted += quotes.CountWords(text.String()[from:p.Place.End])
			counted = p.Place.End
		}
	}
}

// Covered counts the sentences that a claim rests on.
func (c Coverage) Covered() int {
	n := 0
	for _, s := range c.Sentences {
		if len(s.Claims) > 0 {
			n++
		}
	}
	return n
}
