package hedges

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What turns or weakens a quote from outside reaches as far as its clause: "was not met | with
// the same openness", "She denied that | he paid". In this file clauses are cut and read.

// aside is what a clause puts between two commas or dashes, such as ", she says,".
var aside = regexp.MustCompile(`(?:,| [–—]) [^,;:!?–—]{1,60}(?:,| [–—]) `)

// parting are the marks that part clauses; a comma or colon within a number does not.
const parting = ",;:!?()[]–—“”\"…"

// clauseBefore returns the words of a quote's clause that stand before it.
func clauseBefore(before string) []word {
	before = strings.TrimRight(before, " \u00a0\"“„«'‘‹([")
	before = strings.TrimRight(aside.ReplaceAllString(before+" ", " "), " ")
	from := 0
	for at := 0; at < len(before); {
		r, size := utf8.DecodeRuneInString(before[at:])
		at += size
		if strings.ContainsRune(parting, r) && !(strings.ContainsRune(",:", r) && startsWith(before[at:], unicode.IsDigit)) {
			from = at
		}
	}
	return wordsOf(before[from:])
}

// clauseAfter returns the words of a sentence behind a quote up to the next mark, and whether a
// mark stands right behind the quote.
func clauseAfter(after string) (clause []word, apart bool) {
	after = strings.TrimLeft(after, " \u00a0\"”’»›'")
	trimmed := strings.TrimLeft(after, ",;–—( ")
	if end := strings.IndexAny(trimmed, ",;:!?()–—“”…"); end >= 0 {
		return wordsOf(trimmed[:end]), trimmed != after
	}
	return wordsOf(trimmed), trimmed != after
}

func startsWith(text string, is func(rune) bool) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return is(r)
}

// openers begin a clause of their own, which what turns the one before does not reach.
const openers = `who whom whose which where when while but because after before since until although though and as so then`

// glue are words that only tie what weakens to what it weakens.
const glue = `that to have has had be been being is are was were do does did will would could can the a an also ever even still
	of any longer`

// nearReach is over how many words "not" reaches for certain. What is said not to be so, as in
// "denied that", may stand farther off.
const nearReach, farReach = 3, 8

// reported are nouns for what somebody denies, with no "that" behind them.
const reported = `claim claims allegation allegations accusation accusations charge charges report reports suggestion suggestions
	rumour rumours rumor rumors having`

// CutBefore returns the words that turn or weaken a quote and that were cut off before it, up to the
// quote, or nothing: "may", "denied that". Before is what stands before it in its sentence.
func CutBefore(before, quote string) string {
	clause, quoted := clauseBefore(before), wordsOf(quote)
	if len(quoted) == 0 {
		return ""
	}
	far := farReach
	if among(quoted[0].folded, openers) {
		far = 0
	}
	for at := len(clause) - 1; at >= 0 && len(clause)-1-at <= far && !among(clause[at].folded, openers); at-- {
		if from := neededAt(clause, at); from >= 0 {
			return joined(clause[from:])
		}
	}
	return ""
}

// neededAt returns where a phrase begins that ends with a word of a clause and turns or weakens
// what stands behind the clause, or -1.
func neededAt(clause []word, at int) int {
	gap := clause[at+1:]
	near := len(gap) <= nearReach
	tied := !slices.ContainsFunc(gap, func(w word) bool { return !among(w.folded, glue) })
	said := slices.ContainsFunc(gap, func(w word) bool { return w.folded == "that" }) || len(gap) > 0 && among(gap[0].folded, reported)
	if from := endingAt(clause, at, turns); from >= 0 && (tied || said || near && among(clause[at].folded, "to from of that")) {
		return from
	}
	if tied || near && clause[at].folded != "without" {
		if from := endingAt(clause, at, negations); from >= 0 {
			return from
		}
		if isContracted(clause[at]) {
			return at
		}
	}
	if tied {
		return endingAt(clause, at, weakening, limiting)
	}
	return -1
}

// endingAt returns where a phrase of the lists begins that ends with a word, or -1.
func endingAt(text []word, at int, lists ...map[string][][]string) int {
	for _, h := range find(text, lists...) {
		if h.to == at+1 {
			return h.from
		}
	}
	return -1
}

func isContracted(w word) bool { return strings.HasSuffix(w.folded, "n't") }

// mostBehind is how many words say no more than who takes a quote for what: ", police believe,".
const mostBehind = 4

// CutAfter returns the words that turn or weaken a quote and that were cut off behind it, or nothing:
// ", it is claimed", "is false". After is what stands behind it in its sentence.
func CutAfter(after string) string {
	clause, apart := clauseAfter(after)
	if len(clause) == 0 {
		return ""
	}
	said := clause[:min(len(clause), mostBehind)]
	switch {
	case apart && len(clause) <= mostBehind && len(find(clause, weakening, turns)) > 0:
		return joined(clause)
	case !apart && among(clause[0].folded, "is was are were remains remained"):
		for _, h := range find(said, unproven, turns) {
			return joined(clause[:h.to])
		}
	}
	return ""
}
