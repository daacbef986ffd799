package capture

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/quotes"
)

const (
	fewestWords  = 4   // of a quote that is cut: fewer would find the place and tell a reader nothing
	mostGiven    = 150 // words that a quote is chosen from
	mostContext  = 24  // words of a prefix and a suffix together
	contextReach = 2048
)

// Select makes the selector of a place that Locate found. Up to quotes.MostWords words stay
// as they are, unless they are a whole sentence. Of more it takes the shortest run of words
// that finds the place, lies in one sentence and keeps every word that weakens or turns what
// is said; of equally short ones that whose words are the rarest in the text. Where the words
// alone do not find the place, the fewest words before and after them are added.
//
// The parts of the selector are the source's own, with white space folded.
func Select(text *quotes.Text, place quotes.Place) (quotes.Selector, error) {
	given := quotes.Span{Start: place.Start, End: place.End}
	words := text.Excerpt(given)
	n := quotes.CountWords(words)
	if n <= quotes.MostWords && !isWholeSentence(text, given) {
		return inContext(text, given)
	}
	if n > mostGiven {
		return quotes.Selector{}, fmt.Errorf("these are %d words; give those that the claim rests on, %d at most", n, mostGiven)
	}
	runs := runsOf(text, given)
	if len(runs) == 0 {
		if n <= quotes.MostWords {
			return inContext(text, given) // a sentence of one word, say
		}
		return quotes.Selector{}, fmt.Errorf("these are %d words, and no %d of them hold all that weakens what they say; give the words that the claim rests on", n, quotes.MostWords)
	}
	return inContext(text, choose(text, runs))
}

func isWholeSentence(text *quotes.Text, s quotes.Span) bool {
	sentence := text.Sentence(quotes.Place{Start: s.Start, End: s.End})
	return !quotes.HasWords(sentence.Before + sentence.After)
}

// run is a run of words that may become a quote.
type run struct {
	span  quotes.Span
	words int
}

// runsOf returns the runs of words in a stretch that may be quoted, the shortest first.
func runsOf(text *quotes.Text, given quotes.Span) []run {
	words := text.Words(given)
	weakening := check.Weakening(text.Excerpt(given))
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
			if r.words >= least && hasWords(text, words[j]) && check.Weakening(excerpt) == weakening &&
				partOfOne(text, sentences, r.span) {
				runs = append(runs, r)
			}
		}
	}
	slices.SortStableFunc(runs, func(a, b run) int { return cmp.Compare(a.words, b.words) })
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

// choose returns the run to quote: the shortest that finds its place, or the shortest at all
// where none does.
func choose(text *quotes.Text, runs []run) quotes.Span {
	selectors := make([]quotes.Selector, len(runs))
	for i, r := range runs {
		selectors[i] = quotes.Selector{Exact: text.Excerpt(r.span)}
	}
	results := quotes.Check(text, selectors)
	for _, wanted := range []quotes.Status{quotes.Found, quotes.Ambiguous} {
		var best []run
		for i, r := range runs {
			if results[i].Status == wanted && (len(best) == 0 || best[0].words == r.words) {
				best = append(best, r)
			}
		}
		if len(best) > 0 {
			return rarest(text, best).span
		}
	}
	return runs[0].span
}

// rarest returns the run whose words are the rarest in the text, the first of several.
func rarest(text *quotes.Text, runs []run) run {
	wordsOf := func(s quotes.Span) []string {
		return strings.Fields(strings.ToLower(text.Excerpt(s)))
	}
	counts := map[string]int{}
	for _, r := range runs {
		for _, w := range wordsOf(r.span) {
			counts[w] = 0
		}
	}
	for _, w := range text.Words(quotes.Span{End: len(text.String())}) {
		folded := strings.ToLower(text.String()[w.Start:w.End])
		if _, asked := counts[folded]; asked {
			counts[folded]++
		}
	}
	return slices.MinFunc(runs, func(a, b run) int {
		commonness := func(r run) (n int) {
			for _, w := range wordsOf(r.span) {
				n += counts[w]
			}
			return n
		}
		return cmp.Compare(commonness(a), commonness(b))
	})
}

// inContext returns the selector of a quote, with the fewest words around it that make its
// place the only one.
func inContext(text *quotes.Text, quote quotes.Span) (quotes.Selector, error) {
	bare := quotes.Selector{Exact: text.Excerpt(quote)}
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
				Exact:  text.Excerpt(quote),
				Prefix: text.Excerpt(quotes.Span{Start: around.Start, End: quote.Start}),
				Suffix: text.Excerpt(quotes.Span{Start: quote.End, End: around.End}),
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
