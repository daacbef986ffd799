package check

import (
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
)

// negatedLine finds claims that affirm a line in words that say that it is not so: "did not meet
// her" for a line that says "met with".
func negatedLine(s *subject, report report) {
	s.eachNegation(func(claim int, said []word, lines []line) {
		for _, l := range lines {
			verb := negatedVerb(said, s.verbsOf(l))
			if verb == "" {
				continue
			}
			report(pointer("claims", claim, "quote"), fmt.Sprintf("claim %q says that it is not so, with %q, and %s rests on it", s.file.Case.Claims[claim].ID, verb, l.name()),
				"let it answer the claim that it denies (answers), or take it out of the line's claims")
			return
		}
	})
}

// negatedQuote lists the other claims that affirm a line in words that deny something. What they
// deny is for a reader to judge.
func negatedQuote(s *subject, report report) {
	s.eachNegation(func(claim int, said []word, lines []line) {
		for _, l := range lines {
			if negatedVerb(said, s.verbsOf(l)) != "" {
				return
			}
		}
		c := s.file.Case.Claims[claim]
		report(pointer("claims", claim, "quote"), fmt.Sprintf("claim %q affirms %s, and its quote says %q", c.ID, lines[0].name(), show(said[:1])),
			"read whether it denies what the line says: then it answers a claim; if not, a hedge that names the words prints them with the line")
	})
}

// eachNegation visits the claims that affirm lines in a quote with a word that turns something,
// from that word on. What a hedge prints is not hidden from anyone.
func (s *subject) eachNegation(visit func(claim int, said []word, lines []line)) {
	affirming := map[*entities.Claim][]line{}
	for _, l := range s.lines {
		for _, c := range l.verdict.Affirming {
			affirming[c] = append(affirming[c], l)
		}
	}
	for i := range s.file.Case.Claims {
		c := &s.file.Case.Claims[i]
		lines := affirming[c]
		if len(lines) == 0 {
			continue
		}
		quote := wordsOf(c.Quote)
		printed := make([]bool, len(quote))
		for _, phrase := range c.Hedge {
			mark(quote, phrase, printed)
		}
		for at := range quote {
			if !printed[at] && quote[at].folded != "without" && (isContracted(quote[at]) || startsPhrase(quote, at, negations)) {
				visit(i, quote[at:], lines)
				break
			}
		}
	}
}

func startsPhrase(text []word, at int, list map[string][][]string) bool {
	return slices.ContainsFunc(find(text, list), func(h hedge) bool { return h.from == at })
}

// verbReach is how many words behind a negation its verb may stand.
const verbReach = 3

// negatedVerb returns the words from a negation up to one of the verbs, or nothing.
func negatedVerb(said []word, verbs map[string]bool) string {
	for i := 1; i < min(len(said), verbReach+1); i++ {
		if among(said[i].folded, openers) || among(said[i].folded, "that or") {
			return ""
		}
		if verbs[stem(said[i].folded)] {
			return show(said[:i+1])
		}
	}
	return ""
}

// verbsOf returns the stems of the words that say what a line is, in English.
func (s *subject) verbsOf(l line) map[string]bool {
	var texts []string
	switch l.list {
	case "relations":
		t, _ := s.index.RelationType(l.relation.Type)
		texts = append(texts, l.relation.Type)
		for _, label := range []entities.Text{l.relation.Label, t.Label} {
			for _, tag := range sortedKeys(label) {
				texts = append(texts, label[tag])
			}
		}
	case "flows":
		for _, label := range s.file.Case.Flows[l.item].Label {
			texts = append(texts, label)
		}
	}
	verbs := map[string]bool{}
	for _, w := range wordsOf(strings.Join(texts, " ")) {
		if len(w.folded) > 2 && !among(w.folded, "with has have the for from into was were been that and part") {
			verbs[stem(w.folded)] = true
		}
	}
	return verbs
}

// stem cuts an English verb down to what its forms share.
func stem(w string) string {
	if base, irregular := irregulars[w]; irregular {
		return base
	}
	for _, ending := range []string{"ing", "ied", "ies", "ed", "es", "s"} {
		if cut, has := strings.CutSuffix(w, ending); has && len(cut) > 2 {
			w = cut
			break
		}
	}
	w = strings.TrimRight(w, "ye")
	if n := len(w); n > 3 && w[n-1] == w[n-2] {
		w = w[:n-1]
	}
	return w
}

// irregulars are forms of verbs that relations are labelled with, by what they are forms of.
var irregulars = func() map[string]string {
	base := map[string]string{}
	for _, forms := range strings.Split(`meet met meets meeting|pay paid pays paying|take took taken takes taking|give gave given gives giving|
		hold held holds holding|buy bought buys buying|sell sold sells selling|steal stole stolen steals stealing|find found finds|
		run ran runs running|lead led leads leading|send sent sends sending|know knew known knows knowing|go went gone goes going|
		see saw seen sees seeing|make made makes making|get got gets getting|have had has having|own owned owns owning owner|
		beat beat beats beaten beating|tell told tells telling|fight fought fights fighting|keep kept keeps keeping|
		win won wins winning|write wrote written writes writing|speak spoke spoken speaks speaking|lend lent lends lending|
		bear bore born bears|hide hid hidden hides hiding|shoot shot shoots shooting|build built builds building|
		bind bound binds|bring brought brings bringing|catch caught catches catching|choose chose chosen chooses choosing`, "|") {
		words := strings.Fields(forms)
		for _, w := range words {
			base[w] = words[0]
		}
	}
	return base
}()
