package capture

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/graphgen/internal/hedges"
	"example.org/graphgen/internal/quotes"
)

const (
	fewestWords  = 4   // of a cut that is shown: fewer would find the place and tell a reader nothing
	mostGiven    = 150 // words of which cuts are shown
	mostContext  = 24  // words of a prefix and a suffix together
	contextReach = 2048
)

// LongError says that words cannot be quoted as they are given: they are too many, or a whole
// sentence. Which of them the claim rests on is for a person to say: whatever is left out may be
// the verb, or the caveat.
type LongError struct {
	Words    int
	Sentence bool     // of no more than quotes.MostWords words
	Fits     string   // as many of the first words as a quote may have
	Rest     string   // the words behind these
	Cuts     []string // shorter stretches that keep all that weakens or turns what is said
}

func (e *LongError) Error() string {
	what := fmt.Sprintf("these are %d words, and a quote has %d at most", e.Words, quotes.MostWords)
	if e.Sentence {
		what = "this is a whole sentence, and a quote is less"
	}
	if len(e.Cuts) == 0 {
		return what + fmt.Sprintf("; no %d of them hold all that weakens or turns what they say: give those that the claim rests on", quotes.MostWords)
	}
	return what + "; give those that the claim rests on"
}

// mostCuts is how many cuts a LongError shows.
const mostCuts = 3

// Select makes the selector of a place that Locate found. The words stay as they are, and are
// refused with a *LongError where they are more than quotes.MostWords or a whole sentence that
// can be cut. Where the words alone do not find the place, the fewest words before and after
// them are added.
//
// The parts of the selector are the source's own as a reader sees them, with white space folded.
func Select(text *quotes.Text, place quotes.Place) (quotes.Selector, error) {
	given := quotes.Span{Start: place.Start, End: place.End}
	n := quotes.CountWords(text.Excerpt(given))
	if n > mostGiven {
		return quotes.Selector{}, fmt.Errorf("these are %d words; give those that the claim rests on, %d at most", n, quotes.MostWords)
	}
	if n <= quotes.MostWords && !isWholeSentence(text, given) {
		return inContext(text, given)
	}
	long := &LongError{Words: n, Sentence: n <= quotes.MostWords, Cuts: cuts(text, runsOf(text, given))}
	if long.Sentence && len(long.Cuts) == 0 {
		return inContext(text, given) // a sentence of one word, say
	}
	long.Fits, long.Rest = divided(text, given)
	return quotes.Selector{}, long
}

// divided returns as many of the first words of a stretch as a quote may have, and the others.
func divided(text *quotes.Text, given quotes.Span) (fits, rest string) {
	end := given.Start
	for _, w := range text.Words(given) {
		if quotes.CountWords(text.Excerpt(quotes.Span{Start: given.Start, End: w.End})) > quotes.MostWords {
			break
		}
		end = w.End
	}
	return text.Excerpt(quotes.Span{Start: given.Start, End: end}), text.Excerpt(quotes.Span{Start: end, End: given.End})
}

// cuts returns the longest runs that end well, no two of which begin or end with the same word. Each can be
// looked for as it is.
func cuts(text *quotes.Text, runs []run) []string {
	runs = findable(text, runs)
	slices.SortStableFunc(runs, func(a, b run) int {
		return cmp.Or(cmp.Compare(a.open, b.open), cmp.Compare(b.words, a.words))
	})
	var shown []run
	for _, r := range runs {
		if len(shown) == mostCuts {
			break
		}
		like := func(s run) bool { return s.span.Start == r.span.Start || s.span.End == r.span.End }
		if !slices.ContainsFunc(shown, like) {
			shown = append(shown, r)
		}
	}
	slices.SortFunc(shown, func(a, b run) int { return cmp.Compare(a.span.Start, b.span.Start) })
	excerpts := make([]string, len(shown))
	for i, r := range shown {
		excerpts[i] = text.Excerpt(r.span)
	}
	return excerpts
}

// findable drops the runs that are cut inside a word, as Check sees it.
func findable(text *quotes.Text, runs []run) []run {
	selectors := make([]quotes.Selector, len(runs))
	for i, r := range runs {
		selectors[i] = quotes.Selector{Exact: text.Excerpt(r.span)}
	}
	var whole []run
	for i, result := range quotes.Check(text, selectors) {
		if result.Count > 0 {
			whole = append(whole, runs[i])
		}
	}
	return whole
}

func isWholeSentence(text *quotes.Text, s quotes.Span) bool {
	sentence := text.Sentence(quotes.Place{Start: s.Start, End: s.End})
	return !quotes.HasWords(sentence.Before + sentence.After)
}

// run is a run of words that may become a quote.
type run struct {
	span  quotes.Span
	words int
	open  int // 1 where it ends in a word that wants another, such as "the"
}

// wanting are words that no cut should end with if another can be had.
var wanting = []string{"a", "an", "the", "of", "in", "at", "by", "to", "for", "from", "with", "on", "and", "or", "that", "his", "her", "its", "their"}

// runsOf returns the runs of words in a stretch that may be quoted, in their order.
func runsOf(text *quotes.Text, given quotes.Span) []run {
	words := text.Words(given)
	weakening := hedges.Count(text.Excerpt(given))
	least := min(fewestWords, quotes.CountWords(text.Excerpt(given))-1)
	sentences := sentencesIn(text, given)
	var runs []run
	for i := range words {
		if !hasWords(text, words[i]) {
			continue
		}
		for j := i; j < len(words); j++ {
			r := run{span: quotes.Span{Start: words[i].Start, End: words[j].End}}
			excerpt := text.Excerpt(r.span)
			if r.words = quotes.CountWords(excerpt); r.words > quotes.MostWords {
				break
			}
			r.span = withoutStop(text, r.span)
			if slices.Contains(wanting, strings.ToLower(text.Excerpt(words[j]))) {
				r.open = 1
			}
			if r.words >= least && hasWords(text, words[j]) && hedges.Count(excerpt) == weakening &&
				partOfOne(text, sentences, r.span) {
				runs = append(runs, r)
			}
		}
	}
	return runs
}

func hasWords(text *quotes.Text, s quotes.Span) bool { return quotes.HasWords(text.Excerpt(s)) }

// sentencesIn returns the sentences of the text that a stretch touches.
func sentencesIn(text *quotes.Text, within quotes.Span) []quotes.Span {
	var touched []quotes.Span
	for _, s := range text.Sentences() {
		if s.Start < within.End && within.Start < s.End {
			touched = append(touched, quotes.Span{Start: s.Start, End: s.End})
		}
	}
	return touched
}

// partOfOne tells whether a run lies in one of the sentences and is not all of it.
func partOfOne(text *quotes.Text, sentences []quotes.Span, r quotes.Span) bool {
	return slices.ContainsFunc(sentences, func(s quotes.Span) bool {
		return s.Start <= r.Start && r.End <= s.End &&
			(hasWords(text, quotes.Span{Start: s.Start, End: r.Start}) || hasWords(text, quotes.Span{Start: r.End, End: s.End}))
	})
}

// withoutStop drops the comma or stop behind the last word of a run.
func withoutStop(text *quotes.Text, r quotes.Span) quotes.Span {
	words := text.String()[r.Start:r.End]
	last := words[strings.LastIndexAny(words, " \n")+1:]
	if trimmed := strings.TrimRight(last, ".,;:"); !strings.Contains(trimmed, ".") { // "U.S." keeps its own
		r.End -= len(last) - len(trimmed)
	}
	return r
}

// inContext returns the selector of a quote, with the fewest words around it that make its
// place the only one.
func inContext(text *quotes.Text, quote quotes.Span) (quotes.Selector, error) {
	bare := quotes.Selector{Exact: text.Seen(quote)}
	if quotes.Check(text, []quotes.Selector{bare})[0].Status == quotes.Found {
		return bare, nil
	}
	candidates := contexts(text, quote)
	for i, r := range quotes.Check(text, candidates) {
		if r.Status == quotes.Found {
			return candidates[i], nil
		}
	}
	return bare, errors.New("the text says the same around these words in several places; no prefix or suffix can tell them apart")
}

// contexts returns the selectors of a quote with words before and after it, those with the
// fewest first, and of these those that stay in its sentence.
func contexts(text *quotes.Text, quote quotes.Span) []quotes.Selector {
	all := text.String()
	from, to := max(0, quote.Start-contextReach), min(len(all), quote.End+contextReach)
	for from > 0 && !utf8.RuneStart(all[from]) {
		from--
	}
	for to < len(all) && !utf8.RuneStart(all[to]) {
		to++
	}
	isEmpty := func(s quotes.Span) bool { return !hasWords(text, s) } // a dash comes with the word beyond it
	before := slices.DeleteFunc(text.Words(quotes.Span{Start: from, End: quote.Start}), isEmpty)
	after := slices.DeleteFunc(text.Words(quotes.Span{Start: quote.End, End: to}), isEmpty)
	sentence := text.Sentence(quotes.Place{Start: quote.Start, End: quote.End})
	var selectors, beyond []quotes.Selector
	for n := 1; n <= mostContext; n++ {
		for suffix := range n + 1 {
			prefix := n - suffix
			if prefix > len(before) || suffix > len(after) {
				continue
			}
			around := quote
			if prefix > 0 {
				around.Start = before[len(before)-prefix].Start
			}
			if suffix > 0 {
				around.End = withoutStop(text, quotes.Span{Start: quote.End, End: after[suffix-1].End}).End
			}
			s := quotes.Selector{
				Exact:  text.Seen(quote),
				Prefix: text.Seen(quotes.Span{Start: around.Start, End: quote.Start}),
				Suffix: text.Seen(quotes.Span{Start: quote.End, End: around.End}),
			}
			if around.Start < sentence.Start || around.End > sentence.End {
				beyond = append(beyond, s)
			} else {
				selectors = append(selectors, s)
			}
		}
		selectors, beyond = append(selectors, beyond...), nil
	}
	return selectors
}
