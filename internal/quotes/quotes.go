// Package quotes tells whether the words that a claim rests on stand in a text.
//
// A quote is found only if it stands there word for word, in one paragraph, cell or heading.
// Three things are folded: runs of white space, the Unicode form (NFC), and the shape of
// quotation marks; and, of a quote that is not found so, what is not seen: invisible
// characters, ligatures, and hyphens that divide a word at the end of a line. Letter case,
// punctuation and spelling count, and a quote must begin and end where words do, so that
// neither "art" in "party" nor "259" in "1,259" is found.
//
// The package is given bytes and gives values. It must never know files, flags, or what a
// case is.
//
// Check looks up many quotes in one text in one pass. What is missing is looked for again as it is
// seen (invisible.go), and a text that repeats itself is read by an automaton (repeats.go). HTML is
// counted before it is parsed (htmllimits.go), and stylesheet.go tells what it hides. growth_test.go
// holds all of it to linear time.
package quotes

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
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
	// or a part of the selector is not valid UTF-8. Or its Prefix and Suffix fit so many places
	// that do not begin or end where words do that the search was given up.
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
	Count   int     // how many places have the words; MostCounted stands for as many or more
	Parted  int     // how many more have them put together of several paragraphs, cells or headings
	Hidden  bool    // for Missing: a part of the page has them that its readers are not shown
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
	look(text, &text.folded, selectors, foldedString, results, most)
	missing := missingOf(results)
	if bare := text.bareText(); bare != nil || slices.ContainsFunc(missing, func(i int) bool { return isBare(selectors[i]) }) {
		missing = lookBare(text, bare, selectors, missing, results, most)
	}
	if text.hidden != "" && len(missing) > 0 {
		lookHidden(text, selectors, missing, results)
	}
	findNearest(text.folded.text, selectors, missing, results)
	text.locateNearest(results)
	return results
}

// missingOf gives the results of a search their status, and returns those that are missing.
func missingOf(results []Result) (missing []int) {
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
	return missing
}

// look searches a folded form of the text, and places what it finds in the text.
func look(text *Text, folded *folded, selectors []Selector, fold func(string) string, results []Result, most int) {
	search(folded, selectors, fold, results, most)
	var places []*Place
	for i := range results {
		for j := range results[i].Places {
			places = append(places, &results[i].Places[j])
		}
	}
	for _, p := range places {
		p.Start, p.End = folded.original(text.text, p.Start), folded.original(text.text, p.End)
		for p.End > p.Start {
			r, size := utf8.DecodeLastRuneInString(text.text[p.Start:p.End])
			if folded == &text.folded || !isDisregarded(r) {
				break
			}
			p.End -= size
		}
	}
	text.number(places)
}

// isBare tells whether a quote itself has what the bare text is without.
func isBare(s Selector) bool { return strings.ContainsFunc(s.Exact+s.Prefix+s.Suffix, isUnseen) }

// lookBare looks for the missing in the bare text, and returns those that are missing there, too.
func lookBare(text *Text, bare *bare, selectors []Selector, missing []int, results []Result, most int) []int {
	forms := []*folded{&text.folded}
	if bare != nil {
		forms = []*folded{&bare.joined}
		if bare.hyphenated != nil {
			forms = append(forms, bare.hyphenated)
		}
	}
	for _, form := range forms {
		found := make([]Result, len(missing))
		wanted := make([]Selector, len(missing))
		for i, selector := range missing {
			wanted[i] = selectors[selector]
		}
		look(text, form, wanted, bareString, found, most)
		missingOf(found)
		var still []int
		for i, selector := range missing {
			if found[i].Count > 0 {
				results[selector] = found[i]
			} else {
				results[selector].Parted = max(results[selector].Parted, found[i].Parted)
				still = append(still, selector)
			}
		}
		missing = still
	}
	return missing
}

// lookHidden tells of which missing quotes a part of the page has the words that its readers are not shown.
func lookHidden(text *Text, selectors []Selector, missing []int, results []Result) {
	wanted := make([]Selector, len(missing))
	for i, selector := range missing {
		wanted[i] = Selector{Exact: selectors[selector].Exact}
	}
	hidden := fold(text.hidden, true)
	found := make([]Result, len(missing))
	search(&hidden, wanted, foldedString, found, 1)
	for i, selector := range missing {
		results[selector].Hidden = found[i].Count > 0
	}
}

// MostCounted is how many places of one selector are counted.
const MostCounted = 1000

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

// locateNearest turns the folded offsets of nearest passages into places of the text, and cuts
// the excerpts. One sorted pass serves them all: a text may be a single line of many megabytes.
func (t *Text) locateNearest(results []Result) {
	var places []*Place
	for i := range results {
		if p := &results[i].Nearest.Place; p.End > 0 {
			p.Start, p.End = t.folded.original(t.text, p.Start), t.folded.original(t.text, p.End)
			places = append(places, p)
		}
	}
	t.number(places)
	for i := range results {
		if near := &results[i].Nearest; near.Place.End > 0 {
			near.Place.End = runeStart(t.text, min(near.Place.End, near.Place.Start+maxPassage))
			near.Text = oneLine(t.text[near.Place.Start:near.Place.End])
		}
	}
}

// Advice says of a quote that is not in the text what its words have to do with the text, or nothing.
func (r Result) Advice(exact string) string {
	switch {
	case r.Status != Missing:
		return ""
	case r.Parted > 0:
		return "the text has these words in several paragraphs, cells or headings, put together: quote those of one"
	case r.Hidden:
		return "only a part of the page has these words that its readers are not shown"
	case r.Nearest.Text == "":
		return ""
	}
	advice := fmt.Sprintf("the nearest passage, which is no match, is at %d:%d: “%s”", r.Nearest.Place.Line, r.Nearest.Place.Column, printable(r.Nearest.Text))
	inText, inQuote := unseen(r.Nearest.Text), unseen(exact)
	if only := without(inText, inQuote); len(only) > 0 {
		advice += "; the text has " + strings.Join(only, ", ")
	}
	if only := without(inQuote, inText); len(only) > 0 {
		advice += "; the quote has " + strings.Join(only, ", ")
	}
	return advice
}

// printable escapes what is not seen.
func printable(text string) string {
	quoted := strconv.QuoteToGraphic(text)
	return strings.ReplaceAll(quoted[1:len(quoted)-1], `\"`, `"`)
}

func without(list, others []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return slices.Contains(others, s) })
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
