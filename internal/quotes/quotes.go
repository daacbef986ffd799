// Package quotes tells whether the words that a claim rests on stand in a text.
//
// A quote is found only if it stands there word for word. Three things are folded, and
// nothing else: runs of white space, the Unicode form (NFC), and the shape of quotation
// marks. Letter case, punctuation and spelling count, and a quote must begin and end where
// words do, so that neither "art" in "party" nor "259" in "1,259" is found.
//
// The package is given bytes and gives values. It must never know files, flags, or what a
// case is.
package quotes

import (
	"slices"
	"unicode/utf8"
)

// Selector names words in a text by the words themselves, as the TextQuoteSelector of the
// W3C Web Annotation Data Model does. Prefix and Suffix stand directly before and after
// Exact; either may be empty, and white space between the parts may be left out. They need
// not begin or end on whole words where they are cut.
type Selector struct {
	Exact  string
	Prefix string
	Suffix string
}

// Status says what became of a selector. The zero value is Missing: a result that nobody
// filled in vouches for nothing.
type Status int

const (
	// Missing means that the text does not have the words (with this prefix and suffix).
	Missing Status = iota
	// Found means that exactly one place has them.
	Found
	// Ambiguous means that several places have them; a prefix or suffix must choose.
	Ambiguous
	// Unusable means that there was nothing to look for: Exact has no letter and no digit,
	// or a part of the selector is not valid UTF-8.
	Unusable
)

// String returns the word used in reports: "FOUND", "AMBIGUOUS", "MISSING", "UNUSABLE".
func (s Status) String() string {
	switch s {
	case Found:
		return "FOUND"
	case Ambiguous:
		return "AMBIGUOUS"
	case Unusable:
		return "UNUSABLE"
	}
	return "MISSING"
}

// MaxPlaces is how many places a Result of Check lists at most; Count has them all.
const MaxPlaces = 3

// Result is what became of one selector.
type Result struct {
	Status  Status
	Count   int     // how many places have the words
	Places  []Place // the first of them, in the order of the text
	Nearest Passage // for Missing: what is most like it, and is no match; zero if nothing is
}

// Place is where words stand in Text.String().
type Place struct {
	Start, End   int // byte offsets, End exclusive
	Line, Column int // of Start, counted from 1; Column counts Unicode code points
}

// maxPassage is how many bytes of the text a Passage shows at most.
const maxPassage = 400

// Passage is a short excerpt of the text, with its white space folded.
type Passage struct {
	Text  string
	Place Place
}

// Check looks for all selectors in one pass over the text. The results stand in the order
// of the selectors.
func Check(text *Text, selectors []Selector) []Result { return check(text, selectors, MaxPlaces) }

// Places is Check for one selector, and lists up to so many of its places.
func Places(text *Text, selector Selector, most int) Result {
	return check(text, []Selector{selector}, most)[0]
}

func check(text *Text, selectors []Selector, most int) []Result {
	results := make([]Result, len(selectors))
	patterns := newPatterns(selectors, results)
	patterns.search(text.folded.text, func(selector, start, end int) {
		results[selector].add(Place{Start: start, End: end}, most)
	})
	var missing []int
	for i := range results {
		r := &results[i]
		switch {
		case r.Status == Unusable:
		case r.Count == 0:
			missing = append(missing, i)
		case r.Count == 1:
			r.Status = Found
		default:
			r.Status = Ambiguous
		}
	}
	findNearest(text.folded.text, selectors, missing, results)
	text.locate(results)
	return results
}

// add counts a place and keeps the first of them in order; selectors with a prefix are not
// always met in the order of their exact words.
func (r *Result) add(place Place, most int) {
	r.Count++
	at, _ := slices.BinarySearchFunc(r.Places, place, func(a, b Place) int { return a.Start - b.Start })
	if at == most {
		return
	}
	r.Places = slices.Insert(r.Places, at, place)
	r.Places = r.Places[:min(len(r.Places), most)]
}

// locate turns the folded offsets of all results into places of the text, and cuts the
// excerpts. One sorted pass serves them all: a text may be a single line of many megabytes.
func (t *Text) locate(results []Result) {
	var places []*Place
	for i := range results {
		r := &results[i]
		for j := range r.Places {
			places = append(places, &r.Places[j])
		}
		if r.Nearest.Place.End > 0 {
			places = append(places, &r.Nearest.Place)
		}
	}
	for _, p := range places {
		p.Start, p.End = t.folded.original(t.text, p.Start), t.folded.original(t.text, p.End)
	}
	t.number(places)
	for i := range results {
		if near := &results[i].Nearest; near.Place.End > 0 {
			near.Place.End = runeStart(t.text, min(near.Place.End, near.Place.Start+maxPassage))
			near.Text = oneLine(t.text[near.Place.Start:near.Place.End])
		}
	}
}

// number gives places of the text their lines and columns.
func (t *Text) number(places []*Place) {
	slices.SortFunc(places, func(a, b *Place) int { return a.Start - b.Start })
	line, column, at := 1, 1, 0
	for _, p := range places {
		for at < p.Start {
			r, size := utf8.DecodeRuneInString(t.text[at:])
			at += size
			if r == '\n' || r == '\r' && (at == len(t.text) || t.text[at] != '\n') {
				line, column = line+1, 1
			} else {
				column++
			}
		}
		p.Line, p.Column = line, column
	}
}
