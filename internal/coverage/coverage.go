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
	Unplaced  []Unplaced // the source's claims that no sentence can be found for
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
	type placed struct {
		claim *entities.Claim
		at    quotes.Place
	}
	var found []placed
	for i, r := range quotes.Check(text, selectors) {
		if r.Status == quotes.Found {
			found = append(found, placed{claims[i], r.Places[0]})
		} else {
			coverage.Unplaced = append(coverage.Unplaced, Unplaced{claims[i], r.Status})
		}
	}
	slices.SortStableFunc(found, func(a, b placed) int { return a.at.Start - b.at.Start })
	for _, f := range found {
		first, _ := slices.BinarySearchFunc(coverage.Sentences, f.at.Start, func(s Sentence, at int) int {
			if s.Place.End <= at {
				return -1
			}
			return 1
		})
		for i := first; i < len(coverage.Sentences) && coverage.Sentences[i].Place.Start < f.at.End; i++ {
			coverage.Sentences[i].Claims = append(coverage.Sentences[i].Claims, f.claim)
		}
	}
	return coverage
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
