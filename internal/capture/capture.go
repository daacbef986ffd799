// Package capture turns words that someone found in a source into a claim of the case, and
// writes it into the case file without touching any other byte. It chooses the quote
// (Locate, Select), makes the claim with what it names (Compose) and adds it to the file
// (Add); Start writes a first case file. It must never know files, flags or terminals.
package capture

import (
	"fmt"

	"example.org/graphgen/internal/quotes"
)

// Wanted is what someone looks for in a text. Prefix, Suffix and Nth choose among several
// places that have the words.
type Wanted struct {
	Words          string
	Prefix, Suffix string // what stands directly before and after the words
	Nth            int    // counted from 1 among the places that are left; 0 wants only one to be left
}

// MissingError says that a text does not have the words.
type MissingError struct {
	Nearest quotes.Passage // what is most like them, and is no match; zero if nothing is
	Advice  string         // what the text has instead, or nothing
}

func (e *MissingError) Error() string {
	if e.Advice != "" {
		return "MISSING: the text does not have these words; " + e.Advice
	}
	return "MISSING: the text does not have these words"
}

// AmbiguousError says that several places of a text have the words.
type AmbiguousError struct {
	Count  int
	Places []quotes.Place // the first of them
}

func (e *AmbiguousError) Error() string {
	more := ""
	if e.Count >= quotes.MostCounted {
		more = " or more"
	}
	return fmt.Sprintf("AMBIGUOUS: the text has these words %d times%s", e.Count, more)
}

// mostPlaces is how many places an AmbiguousError lists.
const mostPlaces = 20

// Locate finds the one place of a text that has the words. It returns a *MissingError or an
// *AmbiguousError where there is none or no single one.
func Locate(text *quotes.Text, w Wanted) (quotes.Place, error) {
	selector := quotes.Selector{Exact: w.Words, Prefix: w.Prefix, Suffix: w.Suffix}
	r := quotes.Places(text, selector, max(mostPlaces, w.Nth))
	switch {
	case r.Status == quotes.Unusable:
		return quotes.Place{}, fmt.Errorf("%q has no letter and no digit, or is no UTF-8", w.Words)
	case r.Status == quotes.Missing:
		return quotes.Place{}, &MissingError{r.Nearest, r.Advice(w.Words)}
	case w.Nth > r.Count:
		return quotes.Place{}, fmt.Errorf("there is no place %d: the text has these words %d times", w.Nth, r.Count)
	case w.Nth > 0:
		return r.Places[w.Nth-1], nil
	case r.Status == quotes.Ambiguous:
		return quotes.Place{}, &AmbiguousError{r.Count, r.Places[:min(len(r.Places), mostPlaces)]}
	}
	return r.Places[0], nil
}
