package accusing

import (
	"slices"
	"strings"
	"sync"

	"example.org/graphgen/internal/confusable"
)

// phrases are phrases of words in Latin script, by the skeletons of their first words.
type phrases map[string][]phrase

// phrase is its words as skeletons; of each, whether any ending may follow.
type phrase []stem

type stem struct {
	skeleton string
	open     bool
}

// How short and how long a stem may be that is found by what a word begins with. Longer words are
// found whole: otherwise a text of one word would cost as much as its length squared.
const (
	shortest = 3
	longest  = 40
)

// parse reads a list of phrases as english is written.
func parse(list string) phrases {
	all := phrases{}
	for entry := range strings.SplitSeq(list, ",") {
		all.add(strings.Fields(entry))
	}
	return all
}

func (all phrases) add(words []string) {
	var p phrase
	for _, w := range words {
		w, open := strings.CutSuffix(strings.ToLower(w), "*")
		skeleton, looks := confusable.Skeleton(w)
		if !looks {
			return
		}
		p = append(p, stem{skeleton, open})
	}
	if len(p) > 0 {
		all[p[0].skeleton] = append(all[p[0].skeleton], p)
	}
}

func (s stem) matches(word string) bool {
	return word == s.skeleton || s.open && strings.HasPrefix(word, s.skeleton)
}

// longestAt returns the end of the longest phrase that begins at a word, or at itself.
func (all phrases) longestAt(list []confusable.Word, at int) int {
	word, to := bare(list[at].Latin), at
	look := func(begins string) {
		for _, p := range all[begins] {
			if at+len(p) > to && p.matches(list[at:]) {
				to = at + len(p)
			}
		}
	}
	for n := shortest - 1; n <= min(len(word), longest); n++ {
		look(word[:n])
	}
	if len(word) > longest {
		look(word)
	}
	return to
}

func (p phrase) matches(list []confusable.Word) bool {
	if len(p) > len(list) {
		return false
	}
	for i, s := range p {
		if !s.matches(bare(list[i].Latin)) {
			return false
		}
	}
	return true
}

// bare is a word without the ending of the genitive.
func bare(word string) string { return strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "'") }

// find calls back with each place at which a phrase stands, but for what belongs to an innocent one.
func (all phrases) find(list []confusable.Word, found func(from, to int)) {
	for at := 0; at < len(list); {
		if to := innocentPhrases().longestAt(list, at); to > at {
			at = to
			continue
		}
		to := all.longestAt(list, at)
		if to > at {
			found(at, to)
		}
		at = max(to, at+1)
	}
}

// near tells whether a phrase stands anywhere among some words.
func (all phrases) near(list []confusable.Word) bool {
	for at := 0; at < len(list); at++ {
		if to := innocentPhrases().longestAt(list, at); to > at {
			at = to - 1
		} else if all.longestAt(list, at) > at {
			return true
		}
	}
	return false
}

// How long a stem must be to be found where words were put together.
const (
	leastLetters = 4
	leastPair    = 6
)

// within tells whether a word that was put together holds one of the phrases of one word.
func (all phrases) within(w confusable.Word) bool {
	switch w.Joined {
	case confusable.Letters:
		for at := range w.Latin {
			if all.begins(w.Latin[at:], leastLetters, func(stem) bool { return true }) {
				return true
			}
		}
	case confusable.Pair:
		return len(w.First) > 1 && all.begins(w.Latin, max(leastPair, len(w.First)+1), func(s stem) bool { return s.matches(w.Latin) })
	}
	return false
}

// begins tells whether letters begin with a phrase of one word that is at least so long.
func (all phrases) begins(letters string, least int, takes func(stem) bool) bool {
	for n := least; n <= min(len(letters), longest); n++ {
		for _, p := range all[letters[:n]] {
			if len(p) == 1 && takes(p[0]) {
				return true
			}
		}
	}
	return false
}

// How many words before and behind a word may tell that nobody is accused by it.
const (
	contextBefore = 4
	contextBehind = 4
)

// inContext tells whether what accuses is what somebody acts against, speaks of or suffers from,
// or what an office or a writing is about.
func inContext(list []confusable.Word, from, to int) bool {
	before, behind := list[max(0, from-contextBefore):from], list[to:min(len(list), to+contextBehind)]
	if denyingPhrases().near(before) {
		return true
	}
	if isDeed(list[to-1].Latin) {
		return false
	}
	return opposingPhrases().near(before) || institutionPhrases().near(behind) || institutionPhrases().near(before)
}

// isDeed tells whether a word says that something was done, so that no office is about it.
func isDeed(skeleton string) bool {
	return strings.HasSuffix(skeleton, "ed") || slices.Contains(deeds(), skeleton)
}

var deeds = sync.OnceValue(func() []string {
	var list []string
	for word := range strings.FieldsSeq("stole lied misled rapes kills steals bribes launders smuggles murders defrauds extorts embezzles robs loots swindles exploits deceives traffics kidnaps") {
		skeleton, _ := confusable.Skeleton(word)
		list = append(list, skeleton)
	}
	return list
})

var (
	englishPhrases     = sync.OnceValue(func() phrases { return parse(english) })
	judgedPhrases      = sync.OnceValue(func() phrases { return parse(judged) })
	unsurePhrases      = sync.OnceValue(func() phrases { return parse(unsure) })
	denyingPhrases     = sync.OnceValue(func() phrases { return parse(denying) })
	opposingPhrases    = sync.OnceValue(func() phrases { return parse(opposing) })
	institutionPhrases = sync.OnceValue(func() phrases { return parse(institutions) })
	innocentPhrases    = sync.OnceValue(func() phrases { return parse(innocent) })
	firmPhrases        = sync.OnceValue(func() phrases { return parse(firm) })
	firmishPhrases     = sync.OnceValue(func() phrases { return parse(firmish) })
	firmKeys           = sync.OnceValue(func() keys {
		k := keys{}
		k.add(firmPhrases())
		k.add(firmishPhrases())
		return k
	})
	negatingPhrases = sync.OnceValue(func() phrases { return parse(negating) })
)

// confusableWords are the words of a label, none of which is a stem.
func confusableWords(label string) []string {
	list, _ := confusable.Words(label)
	var all []string
	for _, w := range list {
		all = append(all, strings.TrimRight(w.Written, "*"))
	}
	return all
}

func isLatin(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }
