package entities

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode"

	"example.org/graphgen/internal/confusable"
)

// SameWords returns up to so many of the other claims that something is so which rest on the same
// words of the same source, or on words of which some are the same. Typed again as something else,
// the words of an allegation stay an allegation: the weaker standing, and what denies either, goes
// with both.
func (x *Index) SameWords(c *Claim, most int) []*Claim {
	var others []*Claim
	if p := x.passages[c]; p != nil {
		for _, o := range append([]*passage{p}, p.near...) {
			for _, other := range o.claims {
				if len(others) == most {
					return others
				}
				if other != c {
					others = append(others, other)
				}
			}
		}
	}
	return others
}

// AnsweredWith returns the claims, where each is first told, whose answers go with those of c, since
// they rest on the same words.
func (x *Index) AnsweredWith(c *Claim) []*Claim {
	if p := x.passages[c]; p != nil {
		return p.answered
	}
	return nil
}

// passage is a place in a source where claims find their words: a quote with what comes before it
// and after it.
type passage struct {
	words    []string
	from, to int // of the quote
	claims   []*Claim
	near     []*passage // whose quotes have words of its quote

	// Of its own claims and those of what is near.
	weakest  Standing
	accuses  bool     // one of them accuses, see standUntyped
	answered []*Claim // what those lead to, where somebody answers it
}

const (
	enoughWords = 3  // in a row that two quotes share
	nearWords   = 32 // passages with one run of words that each is held against: see shareRuns
)

// readSameWords compares the quotes of each source.
func (x *Index) readSameWords() {
	x.passages = map[*Claim]*passage{}
	places := map[string]*passage{}
	bySource := map[string][]*passage{}
	var sources []string
	for i := range x.Case.Claims {
		c := &x.Case.Claims[i]
		p := passageOf(c)
		if c.Source == "" || p.from == p.to || !x.affirms(c) || c.repeats() {
			continue
		}
		key := fmt.Sprintf("%s\x00%d %d %s", c.Source, p.from, p.to, strings.Join(p.words, " "))
		if places[key] == nil {
			places[key] = p
			if bySource[c.Source] == nil {
				sources = append(sources, c.Source)
			}
			bySource[c.Source] = append(bySource[c.Source], p)
		}
		places[key].claims = append(places[key].claims, c)
		x.passages[c] = places[key]
	}
	for _, id := range sources {
		shareRuns(bySource[id])
	}
	for _, id := range sources {
		for _, p := range bySource[id] {
			x.sum(p)
		}
	}
}

// sum says what the claims of a passage and of those near it come to.
func (x *Index) sum(p *passage) {
	p.weakest = Record
	met := map[*Claim]bool{}
	for _, o := range append([]*passage{p}, p.near...) {
		for _, c := range o.claims {
			t := x.tellings[c]
			p.weakest = weaker(p.weakest, t.standing)
			p.accuses = p.accuses || x.isAccusing(c)
			if t.root != nil && !met[t.root] && len(x.AnswersTo(t.root.ID)) > 0 {
				met[t.root] = true
				p.answered = append(p.answered, t.root)
			}
		}
	}
}

// shareRuns finds passages whose quotes have a run of words in common. Where very many have, as in
// a table whose rows read alike, those are compared whose words go on most alike.
func shareRuns(passages []*passage) {
	type place struct {
		*passage
		after string // the words of the passage from the run on
	}
	runs := map[string][]place{}
	for _, p := range passages {
		for from, run := range p.runs() {
			if at := runs[run]; len(at) == 0 || at[len(at)-1].passage != p {
				runs[run] = append(at, place{p, strings.Join(p.words[p.from+from:], " ")})
			}
		}
	}
	for _, run := range slices.Sorted(maps.Keys(runs)) {
		at := runs[run]
		if len(at) > nearWords {
			slices.SortStableFunc(at, func(a, b place) int { return strings.Compare(a.after, b.after) })
		}
		for i, a := range at {
			for _, b := range at[i+1 : min(len(at), i+1+nearWords)] {
				if !slices.Contains(a.near, b.passage) && a.overlaps(b.passage) {
					a.near, b.near = append(a.near, b.passage), append(b.near, a.passage)
				}
			}
		}
	}
}

func passageOf(c *Claim) *passage {
	before, quote, after := foldedWords(c.Prefix), foldedWords(c.Quote), foldedWords(c.Suffix)
	return &passage{words: slices.Concat(before, quote, after), from: len(before), to: len(before) + len(quote)}
}

// runs are the runs of words of the quote that another may share, and the quote itself, each with
// where in the quote it begins.
func (p *passage) runs() iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		quote := p.words[p.from:p.to]
		if !yield(0, strings.Join(quote, " ")) {
			return
		}
		for i := range quote {
			if j := enough(quote[i:]); j > 0 && j < len(quote) && !yield(i, strings.Join(quote[i:i+j], " ")) {
				return
			}
		}
	}
}

// overlaps tells whether two passages of one source can be one place in which both quotes have
// enough words, or all of theirs: laid over one another there, nothing in them differs.
func (p *passage) overlaps(q *passage) bool {
	for shift := -len(q.words) + 1; shift < len(p.words); shift++ { // where q begins in p
		from, to := max(p.from, q.from+shift), min(p.to, q.to+shift)
		if from >= to || enough(p.words[from:to]) == 0 && (to-from < p.to-p.from || to-from < q.to-q.from) {
			continue
		}
		start, end := max(0, shift), min(len(p.words), len(q.words)+shift)
		if slices.Equal(p.words[start:end], q.words[start-shift:end-shift]) {
			return true
		}
	}
	return false
}

// enough is how many of the words, from the first on, make up a run that is no coincidence; 0 where
// there are too few. A letter of a script without spaces between words is a part of one.
func enough(words []string) int {
	room := 0
	for i, w := range words {
		room += fifths(w)
		if room >= 5*enoughWords {
			return i + 1
		}
	}
	return 0
}

func fifths(word string) int {
	r := []rune(word)
	switch {
	case len(r) == 1 && unicode.In(r[0], unicode.Han, unicode.Hiragana, unicode.Katakana):
		return 2
	case len(r) == 1 && unicode.In(r[0], unspaced...):
		return 1
	}
	return 5
}

// unspaced are scripts that write no spaces between words.
var unspaced = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Khmer, unicode.Thai, unicode.Lao, unicode.Myanmar}

// foldedWords splits a text into words as they are compared; each letter of a script without spaces
// is one.
func foldedWords(text string) []string {
	var words []string
	open := false
	for _, r := range confusable.Plain(text) {
		switch {
		case unicode.In(r, unspaced...) && unicode.IsLetter(r):
			words, open = append(words, string(r)), false
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) && open:
			if !open {
				words, open = append(words, ""), true
			}
			words[len(words)-1] += string(r)
		case r == '\'' || r == '’' || unicode.IsMark(r):
		default:
			open = false
		}
	}
	return words
}
