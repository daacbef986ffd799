package entities

import (
	"encoding/binary"
	"fmt"
	"iter"
	"maps"
	"slices"
	"unicode"
	"unicode/utf8"

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
	words    []wordID
	from, to int // of the quote
	claims   []*Claim
	near     []*passage // whose quotes have words of its quote

	// Of its own claims and those of what is near.
	weakest  Standing
	accuses  bool     // one of them accuses, see takenToAccuse
	answered []*Claim // what those lead to, where somebody answers it
}

const (
	enoughWords = 3  // in a row that two quotes share
	nearWords   = 32 // passages with one run of words that each is held against: see shareRuns
)

// readSameWords compares the quotes of each source.
func (x *Index) readSameWords() {
	x.passages = map[*Claim]*passage{}
	byWords := map[string]*passage{}
	bySource := map[string][]*passage{}
	var sources []string
	known, quoted := x.quotedPassages()
	var key []byte
	for _, p := range quoted {
		c := p.claims[0]
		key = fmt.Appendf(key[:0], "%s\x00%d %d ", c.Source, p.from, p.to)
		key = appendWords(key, p.words)
		if same := byWords[string(key)]; same != nil {
			same.claims = append(same.claims, c)
			x.passages[c] = same
			continue
		}
		byWords[string(key)] = p
		x.passages[c] = p
		if bySource[c.Source] == nil {
			sources = append(sources, c.Source)
		}
		bySource[c.Source] = append(bySource[c.Source], p)
	}
	for _, id := range sources {
		known.shareRuns(bySource[id])
	}
	for _, id := range sources {
		for _, p := range bySource[id] {
			if p.words = nil; len(p.claims) == 1 && len(p.near) == 0 {
				delete(x.passages, p.claims[0]) // it says no more than its claim
			} else {
				x.sum(p)
			}
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

// wordID is a word of the case's quotes: its place among them all in alphabetical order, so that
// passages are in one order whatever order the case has its claims in.
type wordID int32

// vocabulary is the words of quotes, and how much of a run each makes up, in fifths of a word.
type vocabulary struct {
	ids    map[string]wordID
	fifths []uint8 // by id
}

// quotedPassages reads the words of each claim that something is so: a passage of its own each.
func (x *Index) quotedPassages() (*vocabulary, []*passage) {
	v := &vocabulary{ids: map[string]wordID{}}
	var quoted []*passage
	for i := range x.Case.Claims {
		c := &x.Case.Claims[i]
		if c.Source == "" || !x.affirms(c) || c.repeats() {
			continue
		}
		if p := v.passageOf(c); p.from != p.to {
			quoted = append(quoted, p)
		}
	}
	v.sort(quoted)
	return v, quoted
}

// passageOf gives each word that it meets for the first time the next id.
func (v *vocabulary) passageOf(c *Claim) *passage {
	p := &passage{claims: []*Claim{c}}
	add := func(text string) {
		for _, word := range foldedWords(text) {
			id, known := v.ids[word]
			if !known {
				id = wordID(len(v.ids))
				v.ids[word] = id
			}
			p.words = append(p.words, id)
		}
	}
	add(c.Prefix)
	p.from = len(p.words)
	add(c.Quote)
	p.to = len(p.words)
	add(c.Suffix)
	return p
}

// sort gives the words ids in alphabetical order, and the passages those.
func (v *vocabulary) sort(passages []*passage) {
	sorted := make([]wordID, len(v.ids)) // by the id of before
	for i, word := range slices.Sorted(maps.Keys(v.ids)) {
		sorted[v.ids[word]] = wordID(i)
		v.fifths = append(v.fifths, fifths(word))
	}
	v.ids = nil
	for _, p := range passages {
		for i, id := range p.words {
			p.words[i] = sorted[id]
		}
	}
}

func appendWords(to []byte, words []wordID) []byte {
	for _, w := range words {
		to = binary.BigEndian.AppendUint32(to, uint32(w))
	}
	return to
}

// shareRuns finds passages whose quotes have a run of words in common. Where very many have, as in
// a table whose rows read alike, those are compared whose words go on most alike.
func (v *vocabulary) shareRuns(passages []*passage) {
	type occurrence struct {
		*passage
		at int // where in the passage the run begins
	}
	runs := map[string][]occurrence{}
	for _, p := range passages {
		for at, run := range v.runs(p) {
			runs[string(run)] = append(runs[string(run)], occurrence{p, at})
		}
	}
	maps.DeleteFunc(runs, func(_ string, at []occurrence) bool { return len(at) == 1 })
	for _, run := range slices.Sorted(maps.Keys(runs)) {
		at := runs[run]
		if len(at) > nearWords {
			slices.SortStableFunc(at, func(a, b occurrence) int { return slices.Compare(a.words[a.at:], b.words[b.at:]) })
		}
		for i, a := range at {
			for _, b := range at[i+1 : min(len(at), i+1+nearWords)] {
				if a.passage != b.passage && a.agrees(b.passage, a.at-b.at) && !slices.Contains(a.near, b.passage) {
					a.near, b.near = append(a.near, b.passage), append(b.near, a.passage)
				}
			}
		}
	}
}

// runs are the runs of words of the quote that another may share, and the quote itself, each with
// where in the passage it begins. A run is valid until the next one is asked for.
func (v *vocabulary) runs(p *passage) iter.Seq2[int, []byte] {
	return func(yield func(int, []byte) bool) {
		quote := p.words[p.from:p.to]
		run := appendWords(nil, quote)
		if !yield(p.from, run) {
			return
		}
		for i := range quote {
			j := v.enough(quote[i:])
			if j == 0 || j == len(quote) {
				continue
			}
			if run = appendWords(run[:0], quote[i:i+j]); !yield(p.from+i, run) {
				return
			}
		}
	}
}

// agrees tells whether two passages of one source, whose quotes share a run, can be one place: laid
// over one another there, with q beginning at a word of p, nothing in them differs.
func (p *passage) agrees(q *passage, shift int) bool {
	start, end := max(0, shift), min(len(p.words), len(q.words)+shift)
	return slices.Equal(p.words[start:end], q.words[start-shift:end-shift])
}

// enough is how many of the words, from the first on, make up a run that is no coincidence; 0 where
// there are too few. A letter of a script without spaces between words is a part of one.
func (v *vocabulary) enough(words []wordID) int {
	room := 0
	for i, w := range words {
		room += int(v.fifths[w])
		if room >= 5*enoughWords {
			return i + 1
		}
	}
	return 0
}

func fifths(word string) uint8 {
	r, size := utf8.DecodeRuneInString(word)
	switch {
	case size == len(word) && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
		return 2
	case size == len(word) && unicode.In(r, unspaced...):
		return 1
	}
	return 5
}

// unspaced are scripts that write no spaces between words.
var unspaced = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Khmer, unicode.Thai, unicode.Lao, unicode.Myanmar}

// foldedWords splits a text into words as they are compared; each letter of a script without spaces
// is one.
func foldedWords(text string) []string {
	if text == "" {
		return nil
	}
	var words []string
	var word []byte
	finish := func() {
		if len(word) > 0 {
			words = append(words, string(word))
			word = word[:0]
		}
	}
	for _, r := range confusable.Plain(text) {
		switch {
		case r < utf8.RuneSelf && (r >= 'a' && r <= 'z' || r >= '0' && r <= '9'):
			word = append(word, byte(r))
		case unicode.In(r, unspaced...) && unicode.IsLetter(r):
			finish()
			words = append(words, string(r))
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) && len(word) > 0:
			word = utf8.AppendRune(word, r)
		case r == '\'' || r == '’' || unicode.IsMark(r):
		default:
			finish()
		}
	}
	finish()
	return words
}
